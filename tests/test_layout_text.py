"""A layout of text renderings: patterns over the whole text, bodies of what no rule has taken."""

import pytest

from copydesk import Comments, Credit, Images, Page, TextLayout, When
from copydesk.errors import LayoutError
from copydesk.extract.context import Context
from copydesk.layout.result import Result
from copydesk.schema import Heading, Paragraph

TEXT = """Home » News » A bridge
Bridge closed

By Ann Lee
7 Jan 2022 16:24

Nobody knows for how long.

The bridge over the Lipa was closed on Tuesday,
and the ferry is full.

See also Another bridge

“Why now?”

The council will say so in May.

(C) Harbour 2022

Comments are closed.
"""
RULES: dict[str, object] = {
    "mark": r"^\(C\) Harbour \d{4}$",
    "headline": r"\AHome » [^\n]+\n(.+)$",
    "sections": r"\AHome » (.+) » [^\n]+$",
    "authors": "^By (.+)$",
    "published": When(r"^(\d.+)$", "%d %b %Y %H:%M"),
    "summary": r"^(Nobody .+)$",
    "headings": "^“.+”$",
    "drop": ("^See also ",),
    "end": r"^\(C\) Harbour",
    "syndication": (Credit("republished_from", r"^(\(C\) (?P<party>\w+) \d{4})$"),),
}


def page(text: str = TEXT) -> Page:
    return Page(text.encode(), media_type="text/plain")


def layout(**rules: object) -> TextLayout:
    return TextLayout("text", **{**RULES, **rules})  # type: ignore[arg-type]


def read(text: str = TEXT, **rules: object) -> Result:
    return layout(**rules).read(Context(page(text)))


def texts(result: Result) -> list[str]:
    blocks = (found.value for found in result.body)
    return [block.text for block in blocks if isinstance(block, Paragraph | Heading)]


def test_each_field_is_the_group_of_its_pattern() -> None:
    """The first group is the value, its line the evidence; lists part at commas."""
    fields = read().fields
    assert fields["headline"].value == "Bridge closed"
    assert fields["summary"].value == "Nobody knows for how long."
    assert fields["published"].value.value == "2022-01-07T16:24"
    assert [f.value.name for f in fields["authors"]] == ["Ann Lee"]
    assert [f.value for f in fields["sections"]] == ["News"]
    assert fields["summary"].trace.selector == "L7:/^(Nobody .+)$/"


def test_the_body_is_what_no_rule_has_taken() -> None:
    """After the headline, before the end; broken lines are joined, dropped ones gone."""
    result = read()
    assert texts(result) == [
        "The bridge over the Lipa was closed on Tuesday, and the ferry is full.",
        "“Why now?”",
        "The council will say so in May.",
    ]
    assert [found.trace.selector for found in result.body] == ["L9-L10", "L14", "L16"]
    assert isinstance(result.body[1].value, Heading)
    assert result.is_ended


def test_dropped_lines_are_accounted_for_by_rule() -> None:
    """Each rule with the numbers of its lines, from 1."""
    assert layout(drop=("^See also ", "^None")).dropped(page()) == {"^See also ": [12], "^None": []}


def test_without_a_rule_the_first_line_is_the_headline() -> None:
    """And the body does not say it again."""
    result = read("A bridge\n\nA bridge\n\nIt is closed.\n", headline=None, mark="bridge", end=None)
    assert result.fields["headline"].value == "A bridge"
    assert texts(result) == ["It is closed."]
    assert not result.is_ended


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("T\n\nOne a.\nOne b.\n\nTwo.", ["One a. One b.", "Two."]),
        ("T\nOne.\nTwo.\nThree.", ["One.", "Two.", "Three."]),
        ("T\nOne goes\non and\non and\non and\non.", ["One goes on and on and on and on."]),
        ("T\n\n  One.\n\n\n\n\tTwo.\n", ["One.", "Two."]),
    ],
    ids=["blank lines", "a line each", "wrapped", "indented"],
)
def test_lines_become_paragraphs(text: str, expected: list[str]) -> None:
    """Blank lines part them; without any each line is one, unless the text is wrapped."""
    assert texts(read(text, mark="T", headline=None, end=None)) == expected


def test_a_caption_is_a_picture_without_an_address() -> None:
    """The named groups are caption and credit; the line is no paragraph."""
    text = "T\n\nThe bridge / photo AFP\n\nIt is closed."
    result = read(
        text, mark="T", headline=None, images=Images("^(?P<caption>.+) / photo (?P<credit>.+)$")
    )
    (image,) = (found.value for found in result.images)
    assert (image.url, image.caption, image.credit, image.lead) == (None, "The bridge", "AFP", True)
    assert texts(result) == ["It is closed."]


def test_a_credit_names_the_other_outlet() -> None:
    """Its words stand as printed."""
    (step,) = (found.value for found in read().syndication)
    assert (step.relation, step.text) == ("republished_from", "(C) Harbour 2022")
    assert step.party
    assert step.party.name == "Harbour"


def test_an_addresses_digits_are_made_ascii() -> None:
    """Persian and Arabic digits alike; without an address or a name there is no step."""
    rule = (Credit("based_on", r"^(?P<url>https?://\S+)$"), Credit("quotes", "^(It) is"))
    result = read("T\n\nIt is.\n\nhttps://a.example/۱۲٣", mark="T", headline=None, syndication=rule)
    assert [f.value.url for f in result.syndication] == ["https://a.example/123"]


THREAD = """T

It is closed.

END

 1. One.

    A second line.

    Liked by 4 people

    • Two answers one.

      Liked by 1 person

        • Three answers two.

    • Four answers one.

 2. Five.

Leave a Reply

 • no comment
"""


def test_comments_are_threaded_by_indentation() -> None:
    """List marks begin them, the first unindented line ends them, likes are a number."""
    rules = Comments(r"^\s*(?:\d+\.|•)\s+", likes=r"^\s*Liked by (\d+) (?:people|person)$")
    result = read(THREAD, mark="T", headline=None, end="^END$", comments=rules)
    assert [(c.value.id, c.value.parent, c.value.text, c.value.likes) for c in result.comments] == [
        ("c1", None, "One.\nA second line.", 4),
        ("c2", "c1", "Two answers one.", 1),
        ("c3", "c2", "Three answers two.", None),
        ("c4", "c1", "Four answers one.", None),
        ("c5", None, "Five.", None),
    ]


def test_likes_beyond_all_number_are_none() -> None:
    """Thousands of digits are no number that Python reads."""
    rules = Comments(r"^\s*(?:\d+\.|•)\s+", likes=r"^\s*Liked by (\d+) (?:people|person)$")
    thread = THREAD.replace("Liked by 1 person", f"Liked by {'9' * 5_000} people")
    result = read(thread, mark="T", headline=None, end="^END$", comments=rules)
    assert [found.value.likes for found in result.comments] == [4, None, None, None, None]


def test_it_is_chosen_on_text_pages_only() -> None:
    """The same words in markup are another layout's."""
    assert layout().detects(page())
    assert layout().is_marked(page())
    assert not layout().detects(Page(f"<pre>{TEXT}</pre>".encode(), media_type="text/html"))
    assert not layout().detects(page("Another text."))


def test_detect_without_mark_names_nobody() -> None:
    """A shape chooses the layout and does not name the outlet."""
    shape = layout(mark=None, detect="^See also ")
    assert shape.detects(page())
    assert not shape.is_marked(page())


@pytest.mark.parametrize(
    ("rules", "field"),
    [
        ({"headline": "("}, "headline"),
        ({"summary": "(a)(b)"}, "summary"),
        ({"published": When("[")}, "published"),
        ({"headings": "*"}, "headings"),
        ({"drop": ("ok", "(?P<")}, "drop"),
        ({"end": "+"}, "end"),
        ({"comments": Comments("(")}, "comments"),
        ({"comments": Comments("a", likes="[")}, "comments"),
        ({"images": Images("(")}, "images"),
        ({"mark": None}, "detect"),
    ],
)
def test_a_rule_that_cannot_work_names_layout_and_field(
    rules: dict[str, object], field: str
) -> None:
    """Bad expressions, and more unnamed groups than one."""
    with pytest.raises(LayoutError) as caught:
        layout(**rules)
    assert (caught.value.layout, caught.value.field) == ("text", field)
