"""A review has every field beside the page, and its HTML is the page's words and nothing else of it."""

import json
import re
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser
from tests.harbour import PAGE, TEXT, Harbour, case_in

from copydesk import Desk, Page
from copydesk.conformance import cases
from copydesk.conformance.authoring.review import Review
from copydesk.conformance.authoring.review_html import html_of
from copydesk.conformance.authoring.sheet import Sheet
from copydesk.conformance.authoring.values import Said, said
from copydesk.schema import Evidence

EVIL = (
    '<p>Evil &lt;script&gt;alert(1)&lt;/script&gt; "quoted" &amp;amp; \u202e turned \x1b[31m'
    '<script>alert(2)</script><img src="https://evil.example/x.png" onerror="alert(3)"> words, which end here.</p>'
)


@pytest.fixture
def desk() -> Desk:
    return Desk(outlets=[Harbour()])


def review_of(folder: Path, desk: Desk, page: str = PAGE) -> Review:
    return Review.of(case_in(folder, page), desk)


def changed(review: Review, desk: Desk, **golden: object) -> Review:
    """The same case with other values recorded; None takes a field out."""
    recorded = {**(review.case.golden or {}), **golden}
    kept = {name: value for name, value in recorded.items() if value is not None}
    review.case.file.write_text(json.dumps(kept))
    return Review.of(cases.read(review.case.folder), desk)


def parts(review: Review, field: str) -> list[tuple[str | None, str | None]]:
    """What is recorded, and what is read otherwise."""
    (entry,) = (entry for entry in review.entries if entry.field == field)
    pairs = ((part.recorded, part.read) for part in entry.parts)
    return [(one.text if one else None, other.text if other else None) for one, other in pairs]


# -- the sheet


def test_sheet_of_markup() -> None:
    """Blocks stand on lines of their own; scripts are not shown, pictures by their words."""
    page = Page(b"<div>One <b>two</b><script>x</script></div><ul><li>a<li>b</ul><img alt=Roof>")
    assert Sheet.of(page).text.split("\n") == ["One two", "a", "b", "[picture: Roof]"]


@pytest.mark.parametrize(
    ("selector", "raw", "words"),
    [
        ("L1", "One", "One"),
        ("L2-L3", "two three", "two\nthree"),
        ("L1:/^t(.+)$/", "wo", "wo"),
        ("L9", "x", None),
        ("nonsense", "x", None),
    ],
)
def test_places_in_text(selector: str, raw: str, words: str | None) -> None:
    """Evidence of a text page is found by its lines."""
    sheet = Sheet.of(Page(b"One\ntwo\nthree", media_type="text/plain"))
    place = sheet.find(Evidence(plugin="p", method="text", selector=selector, raw=raw))
    assert (sheet.text[place.start : place.stop] if place else None) == words


def test_places_in_markup() -> None:
    """The raw words are found within their node; what is in the head is on no place."""
    sheet = Sheet.of(Page(b"<title>x</title><p>By  Ann\n Lee, today</p>"))

    def words(method: str, selector: str, raw: str) -> str | None:
        evidence = Evidence(plugin="p", method=method, selector=selector, raw=raw)  # type: ignore[arg-type]
        place = sheet.find(evidence)
        return sheet.text[place.start : place.stop] if place else None

    assert words("css", "p", "Ann Lee") == "Ann Lee"
    assert words("css", "p @title", "nothing like it") == "By Ann Lee, today"
    assert words("css", "p:no-such(", "x") is None
    assert words("meta", "author", "Ann Lee") is None


# -- the review


def asked(review: Review) -> list[str]:
    return [entry.field for entry in review.entries if entry.is_asked]


def test_entries(tmp_path: Path, desk: Desk) -> None:
    """Every recorded field is asked for, with its evidence on the page, and that there is no other."""
    review = review_of(tmp_path, desk)
    assert asked(review)[:3] == ["outlet", "url", "completeness"]
    assert {"id", "content_hash"}.isdisjoint(asked(review))
    assert {"summary", "dateline"} & set(review.absent) == {"dateline"}
    assert review.problem is None
    assert parts(review, "topics") == [("Market", None), ("Council", None)]
    (headline,) = (e.parts[0] for e in review.entries if e.field == "headline")
    assert headline.place
    assert review.sheet.around(headline.place, 12)[1:] == (
        "New roof for the market",
        " Forty-one s",
    )


def test_what_is_read_otherwise(tmp_path: Path, desk: Desk) -> None:
    """Other values, missing ones and more than is recorded are told apart."""
    review = changed(
        review_of(tmp_path, desk),
        desk,
        headline="Old roof",
        topics=["Market"],
        dateline="Quay",
        summary=None,
    )
    assert parts(review, "headline") == [("Old roof", "New roof for the market")]
    assert parts(review, "topics") == [("Market", None), (None, "Council")]
    assert parts(review, "dateline") == [("Quay", None)]
    assert parts(review, "summary") == [(None, "Forty-one stallholders move out for six weeks.")]
    assert "summary" not in asked(review)


def test_broken_golden(tmp_path: Path, desk: Desk) -> None:
    """What the schema refuses is shown as it is."""
    review = changed(review_of(tmp_path, desk), desk, published="soon", topics=[{"odd": 1}])
    assert parts(review, "published")[0][0] == "soon"
    assert parts(review, "topics")[0] == ("", "Market")


def test_verdict(tmp_path: Path, desk: Desk) -> None:
    """Of a page that becomes no article the verdict is asked for."""
    case = cases.add(tmp_path, "wall", b"<p>Access denied", desk, outlet="harbour")
    review = Review.of(case, desk)
    assert asked(review) == ["outcome"]
    assert review.absent == ()
    assert parts(review, "outcome") == [("rejection: blocked", None)]
    (case.folder / "page.html").write_text(PAGE)
    review = Review.of(cases.read(case.folder), desk)
    assert parts(review, "outcome") == [("rejection: blocked", "an article")]
    assert (
        review.problem
        == "outcome.json says that the page becomes a rejection: blocked; it becomes an article now"
    )


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("One", Said("One")),
        ({"name": "Ann", "kind": "person"}, Said("Ann", "kind person")),
        ({"type": "heading", "text": "A", "level": 3}, Said("A", "heading 3")),
        (
            {
                "type": "paragraph",
                "id": "b1",
                "text": "A b",
                "spans": [{"start": 2, "end": 3, "kind": "link", "href": "x"}],
            },
            Said("A b", "paragraph · link “b” → x"),
        ),
        ({"type": "list", "items": [[{"type": "paragraph", "text": "a"}]]}, Said("• a", "list")),
        ({"type": "quote", "blocks": [{"type": "paragraph", "text": "a"}]}, Said("│ a", "quote")),
        ({"type": "table", "rows": [[{"text": "a"}, {"text": "b"}]]}, Said("a | b", "table")),
        ({"type": "divider"}, Said("* * *", "divider")),
    ],
)
def test_values(value: object, words: Said) -> None:
    """A value is said in the words of the page, and what else is known of it."""
    assert said(value) == words  # type: ignore[arg-type]


# -- HTML


def test_html(tmp_path: Path, desk: Desk) -> None:
    """The file shows the page with its evidence marked, each field, its anchor, and how to accept."""
    tree = LexborHTMLParser(
        html_of(review_of(tmp_path, desk), ["copydesk", "case", "review", "roof"])
    )
    assert [n.text() for n in tree.css("h3")][:2] == ["outlet", "url"]
    assert [n.text() for n in tree.css('mark[title="topics"]')] == ["Market", "Council"]
    assert [n.text() for n in tree.css('mark[title="images"]')] == [
        "[picture: Workers]",
        "Men on a roof",
    ]
    ids = {n.attributes["id"] for n in tree.css("a[id]")}
    assert {(n.attributes["href"] or "")[1:] for n in tree.css("a[href]")} <= ids
    assert tree.css_first("footer pre").text() == "copydesk case review roof"  # type: ignore[union-attr]


def test_html_of_text(tmp_path: Path, desk: Desk) -> None:
    """A text rendering is shown by its lines."""
    tree = LexborHTMLParser(html_of(review_of(tmp_path, desk, TEXT), []))
    assert [n.text() for n in tree.css('mark[title="summary"]')] == [
        "Forty-one stallholders move out for six weeks."
    ]


def test_html_is_harmless(tmp_path: Path, desk: Desk) -> None:
    """Nothing of the page is markup in it: no script, picture, link out, handler or hidden turn."""
    page = PAGE.replace('<div class="copy">', f'<div class="copy">{EVIL}')
    text = html_of(review_of(tmp_path, desk, page), ["copydesk"])
    tree = LexborHTMLParser(text)
    assert {n.tag for n in tree.css("*")} <= {
        *(
            "html",
            "head",
            "meta",
            "title",
            "style",
            "body",
            "header",
            "h1",
            "h2",
            "h3",
            "p",
            "main",
            "section",
        ),
        *("a", "mark", "article", "div", "span", "q", "code", "pre", "footer"),
    }
    names = {name for n in tree.css("*") for name in n.attributes}
    assert not {name for name in names if name.startswith("on")} | names & {
        "src",
        "srcset",
        "style",
    }
    assert all((n.attributes["href"] or "").startswith("#") for n in tree.css("[href]"))
    assert "default-src 'none'" in text
    assert not re.search("[\u202e\x1b]", text)
    assert "<script>alert(1)</script>" in tree.css_first(".page").text()  # type: ignore[union-attr]
    assert "url(" not in text
