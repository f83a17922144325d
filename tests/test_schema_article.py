"""The article as a whole: its text, and the rules that its parts keep together."""

import math
from typing import Any

import pytest
from hypothesis import given, settings
from pydantic import JsonValue, ValidationError
from tests.strategies import articles

from copydesk.schema import (
    Article,
    Block,
    Cell,
    Code,
    Comment,
    Divider,
    Embed,
    Heading,
    Image,
    ImageRef,
    List,
    Paragraph,
    Quote,
    Table,
)


def article(*body: Block, **fields: Any) -> Article:  # noqa: ANN401
    return Article(outlet="rt", headline="Talks go on", body=body, **fields)


def paragraph(name: str, text: str = "Talks") -> Paragraph:
    return Paragraph(id=name, text=text)


def test_text() -> None:
    """Every text block in order, one a line: headings, quotes, items and rows too, no furniture."""
    made = article(
        paragraph("b1", "First line\nsecond line"),
        Heading(id="b2", text="What next"),
        Quote(id="b3", blocks=(paragraph("b3.1", "We will be back."),), attribution="Jo Doe"),
        List(
            id="b4",
            items=(
                (paragraph("b4.1", "One"),),
                (paragraph("b4.2", "Two"), List(id="b4.3", items=((paragraph("b4.4", "Deep"),),))),
            ),
        ),
        Table(
            id="b5",
            rows=(
                (Cell(text="Side", header=True), Cell(text="Votes\ncast", header=True)),
                (Cell(), Cell(text="7")),
                (Cell(), Cell()),
            ),
        ),
        ImageRef(id="b6", image="i1"),
        Embed(id="b7", text="Watch the talks"),
        Divider(id="b8"),
        Code(id="b9", text="if talks:\n\n    wait()"),
        summary="A summary",
        images=(Image(id="i1", caption="A caption"),),
        comments=(Comment(id="c1", text="A comment"),),
    )
    assert made.text.split("\n") == [
        "First line second line",
        "What next",
        "We will be back.",
        "One",
        "Two",
        "Deep",
        "Side\tVotes cast",
        "7",
        "if talks:",
        "wait()",
    ]


def test_no_text() -> None:
    """An article without a body has no text, and is an article."""
    assert article().text == ""


@settings(max_examples=25)
@given(articles())
def test_lines_of_text(made: Article) -> None:
    """No line of the text is blank, and no line is two to any reader."""
    lines = made.text.split("\n") if made.text else []
    assert all(line.strip() for line in lines)
    assert made.text.splitlines() == lines


def test_default_fields() -> None:
    """Missing is None or empty; only what can be told from the rest is filled in."""
    filled = article().model_dump(exclude_defaults=True)
    assert set(filled) == {"outlet", "headline", "id", "content_hash"}


def test_block_ids() -> None:
    """Every block has an id of its own, nested ones too."""
    with pytest.raises(ValidationError, match="every block has an id of its own; given twice: b1 "):
        article(paragraph("b1"), Quote(id="b2", blocks=(paragraph("b1"),)))


def test_image_ids() -> None:
    """Images have ids of their own, and the body shows only images that are there."""
    with pytest.raises(ValidationError, match="every image has an id of its own"):
        article(images=(Image(id="i1", alt="a"), Image(id="i1", alt="b")))
    with pytest.raises(ValidationError, match="images that are not in images: i2"):
        article(ImageRef(id="b1", image="i2"), images=(Image(id="i1", alt="a"),))


def test_one_lead() -> None:
    """At most one image is the lead."""
    with pytest.raises(ValidationError, match="at most one image is the lead"):
        article(images=(Image(id="i1", alt="a", lead=True), Image(id="i2", alt="b", lead=True)))


def test_comments_answer_earlier_ones() -> None:
    """A comment answers one before it, so that a thread is read in one pass and has no loop."""
    first = Comment(id="c1", text="Yes")
    assert article(comments=(first, Comment(id="c2", parent="c1", text="No"))).comments[1].parent
    with pytest.raises(ValidationError, match="c1 answers c2, which is not before it"):
        article(comments=(Comment(id="c1", parent="c2", text="No"), Comment(id="c2", text="Yes")))
    with pytest.raises(ValidationError, match="c1 answers c1"):
        article(comments=(Comment(id="c1", parent="c1", text="No"),))
    with pytest.raises(ValidationError, match="every comment has an id of its own"):
        article(comments=(first, first))


def nested(depth: int) -> Block:
    """A paragraph in lists: ``depth`` blocks within each other."""
    block: Block = paragraph("b1")
    for number in range(2, depth + 1):
        block = List(id=f"b{number}", items=((block,),))
    return block


def test_depth() -> None:
    """Blocks nest as deep as JSON readers follow; deeper ones are refused, not lost on reading."""
    deepest = article(nested(32))
    assert Article.model_validate_json(deepest.model_dump_json()) == deepest
    for depth in (33, 5_000):
        with pytest.raises(ValidationError, match="32 levels deep"):
            article(nested(depth))


def deep(depth: int) -> list[Any]:
    made: list[Any] = []
    for _ in range(depth):
        made = [made]
    return made


@pytest.mark.parametrize(
    "value",
    [math.nan, [math.inf], {"a": "\ud800"}, deep(200), 10**5000, {1: 2}, object(), b"\xff"],
    ids=lambda value: type(value).__name__,
)
def test_extras_survive_json(value: JsonValue) -> None:
    """What a plugin adds comes back from JSON as it was, or is refused."""
    with pytest.raises(ValidationError, match="extras"):
        article(extras={"rt": value})


def test_many_parts() -> None:
    """A hundred thousand blocks, images and comments are checked in seconds."""
    count = 100_000
    body = tuple(Divider(id=f"b{n}") for n in range(count))
    images = tuple(Image(id=f"i{n}", alt="a") for n in range(count))
    comments = tuple(Comment(id=f"c{n}", text="a") for n in range(count))
    assert article(*body, images=images, comments=comments).text == ""
    with pytest.raises(ValidationError, match="given twice: b0, b1, b10, b100, b1000 "):
        article(*body, *body)


@pytest.mark.parametrize(
    "fields",
    [
        {"outlet": "RT"},
        {"outlet": ""},
        {"language": "English"},
        {"language": "EN"},
        {"provenance": {"headline": []}},
        {"extras": {"": 1}},
        {"sections": [""]},
        {"authors": [{"name": "Ann"}] * 51},
        {"kind": "advert"},
        {"published": "2022-01-07"},
    ],
    ids=str,
)
def test_field_is_refused(fields: dict[str, Any]) -> None:
    """A value that the field's docstring does not allow is refused."""
    with pytest.raises(ValidationError, match=next(iter(fields))):
        Article.model_validate({"outlet": "rt", "headline": "Talks"} | fields)


def test_equal_articles_are_one_in_a_set() -> None:
    """An article can be put into a set or be a key, though its provenance is a dictionary."""
    one = article(Paragraph(id="b1", text="Both sides met."), extras={"rt": {"a": 1}})
    other = one.model_copy(update={"completeness": "full"})
    assert len({one, Article.model_validate_json(one.model_dump_json()), other}) == 2
