"""Markdown: expected by eye, and read back by a CommonMark parser."""

from collections.abc import Iterator
from typing import Any, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from tests.strategies import articles, spans, texts

from copydesk.schema import (
    Article,
    Block,
    Cell,
    Code,
    Divider,
    Embed,
    Heading,
    Image,
    ImageRef,
    List,
    Paragraph,
    Quote,
    Span,
    Table,
)

READER = MarkdownIt("commonmark").enable("table")
Kind = Literal["link", "emphasis", "strong"]


def printed(*body: Block, **fields: Any) -> str:  # noqa: ANN401
    """The Markdown below the headline."""
    made = Article(outlet="rt", headline="H", body=body, **fields).to_markdown()
    assert made.startswith("# H\n\n")
    assert made.endswith("\n")
    return made.removeprefix("# H\n\n").removesuffix("\n")


def paragraph(text: str, *marks: tuple[str, Kind], href: str | None = None) -> Paragraph:
    """A paragraph with the given words marked."""
    found = [
        Span(
            start=text.index(words),
            end=text.index(words) + len(words),
            kind=kind,
            href=href if kind == "link" else None,
        )
        for words, kind in marks
    ]
    return Paragraph(id="b1", text=text, spans=tuple(sorted(found, key=lambda span: span.start)))


def test_whole_article() -> None:
    """Headline, summary and blocks in order, one empty line between, one newline at the end."""
    article = Article(
        outlet="rt",
        headline="Talks go on",
        summary="Both sides met.\nThey will again.",
        body=(
            Paragraph(id="b1", text="First line\nsecond line"),
            Heading(id="b2", text="What next"),
            Heading(id="b3", text="Too high", level=1),
            Divider(id="b4"),
            Paragraph(id="b5", text="Last."),
        ),
    )
    assert article.to_markdown() == (
        "# Talks go on\n\n"
        "**Both sides met. They will again.**\n\n"
        "First line\\\nsecond line\n\n"
        "## What next\n\n"
        "## Too high\n\n"
        "***\n\n"
        "Last.\n"
    )


def test_marks() -> None:
    """Links and emphasis are put around their runs, within each other where they nest."""
    made = paragraph(
        "Read all about it now", ("all about it", "link"), ("about", "strong"), href="https://a.b/c"
    )
    assert printed(made) == "Read [all **about** it](<https://a.b/c>) now"
    made = paragraph("so *very* so", ("*very*", "strong"), ("*very*", "emphasis"))
    assert printed(made) == r"so ***\*very\**** so"


@pytest.mark.parametrize(
    ("text", "marks", "expected"),
    [
        ("unbelievable", [("believ", "emphasis")], "unbelievable"),  # no borders: stars would show
        ("one two three", [("one two", "emphasis"), ("two three", "strong")], "*one two* three"),
        ("one two", [("one two", "strong"), ("two", "strong")], "**one two**"),
        ("one two", [("one ", "strong")], "one two"),
        ("(a)(b)", [("(a)", "emphasis"), ("(b)", "emphasis")], "*(a)*(b)"),
        ("one two", [("one", "link")], "one two"),  # a link without address
    ],
)
def test_marks_that_cannot_be_printed(text: str, marks: list[Any], expected: str) -> None:
    """What CommonMark has no way to say is left out; the words stay."""
    assert printed(paragraph(text, *marks)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2 * 3 * 4 [sic] <b>", r"2 \* 3 \* 4 \[sic\] \<b\>"),
        ("snake_case `code` back\\slash", r"snake\_case \`code\` back\\slash"),
        ("&copy; &#169; AT&T", r"\&copy; \&#169; AT&T"),
        ("# No heading", r"\# No heading"),
        (
            "- no item\n+ nor this\n1. nor this\n2) nor this",
            "\\- no item\\\n\\+ nor this\\\n1\\. nor this\\\n2\\) nor this",
        ),
        ("Title\n---", "Title\\\n\\---"),
        ("a | b\n-- | --", "a | b\\\n\\-- | --"),
        ("~~~", r"\~~~"),
        ("-5 degrees, 1.5 million, #tag", "-5 degrees, 1.5 million, #tag"),
        ("Prices: $5 | 10%", "Prices: $5 | 10%"),
    ],
)
def test_text_that_looks_like_markup(text: str, expected: str) -> None:
    """Words that look like Markdown are printed as words, others without a backslash."""
    assert printed(Paragraph(id="b1", text=text)) == expected


@pytest.mark.parametrize(
    ("headline", "expected"),
    [
        ("*Stars* & <b>stripes</b>", r"# \*Stars\* & \<b\>stripes\</b\>"),
        ("Learn C #", r"# Learn C \#"),
        ("# 1", r"# \# 1"),
    ],
)
def test_headline(headline: str, expected: str) -> None:
    """A headline is one heading with its words, whatever they look like."""
    assert Article(outlet="rt", headline=headline).to_markdown() == expected + "\n"


def test_exclamation_before_link() -> None:
    """A link after an exclamation mark is no image."""
    made = paragraph("Look!here", ("here", "link"), href="https://a.b/c")
    assert printed(made) == r"Look\![here](<https://a.b/c>)"


def test_nested_list() -> None:
    """Lists are indented below their item, numbered or not."""
    inner = List(id="b1.2", items=((Paragraph(id="b1.2.1", text="deep"),),))
    made = List(
        id="b1",
        ordered=True,
        items=(
            (Paragraph(id="b1.1", text="one"), inner),
            (Paragraph(id="b1.3", text="two\nlines"),),
        ),
    )
    assert printed(made) == "1. one\n\n   - deep\n2. two\\\n   lines"


def test_quote() -> None:
    """A quotation ends with whom it quotes."""
    made = Quote(
        id="b1",
        blocks=(Paragraph(id="b1.1", text="One."), Paragraph(id="b1.2", text="Two.")),
        attribution="Jo *J* Doe",
    )
    assert printed(made) == "> One.\n>\n> Two.\n>\n> — Jo \\*J\\* Doe"


def test_table() -> None:
    """A table has a header row, made empty where the page's has none; short rows are filled up."""
    head = (Cell(text="Side", header=True), Cell(text="A|B", header=True))
    row = (Cell(text="For\nall"),)
    assert printed(Table(id="b1", rows=(head, row))) == (
        "| Side | A\\|B |\n| --- | --- |\n| For all |  |"
    )
    assert printed(Table(id="b1", rows=(row,))) == "|  |\n| --- |\n| For all |"


def test_image() -> None:
    """An image shows its caption and credit; without an address they stand alone."""
    image = Image(
        id="i1", url="https://a.b/c>d.jpg", alt="alt", caption="Two [flags]", credit="REUTERS"
    )
    body = ImageRef(id="b1", image="i1")
    shown = printed(body, images=(image,))
    assert shown == r"![Two \[flags\] / REUTERS](<https://a.b/c\>d.jpg>)"
    left = Image(id="i1", caption="Two flags", credit="REUTERS")
    assert printed(body, images=(left,)) == "Two flags / REUTERS"


def test_code() -> None:
    """A fence is longer than any in the code; the code is not escaped."""
    made = Code(id="b1", text="```\n*a*\n\n    b", language="c`++")
    assert printed(made) == "````c++\n```\n*a*\n\n    b\n````"


def test_embed() -> None:
    """An embed gives its words and its address."""
    made = Embed(id="b1", url="https://a.b/_c_", text="*Watch*")
    assert printed(made) == "\\*Watch\\*\n\n[https://a.b/\\_c\\_](<https://a.b/_c_>)"


@given(st.data())
def test_reader_sees_the_words(data: st.DataObject) -> None:
    """A CommonMark reader finds one paragraph with exactly the words, whatever the spans."""
    text = data.draw(texts)
    block = Paragraph(id="b1", text=text, spans=data.draw(spans(text)))
    tokens = READER.parse(printed(block))
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    assert words_of(tokens[1]) == text


@given(articles())
def test_reader_sees_the_article(article: Article) -> None:
    """A CommonMark reader finds headline, summary and every block's words in order, and no more."""
    summary = [article.summary.replace("\n", " ")] if article.summary else []
    expected = [article.headline, *summary, *said(article, article.body)]
    tokens = READER.parse(article.to_markdown())
    found = [words_of(token) for token in tokens if token.type in {"inline", "fence"}]
    assert [words for words in found if words] == [words for words in expected if words]
    assert not {"html_block", "code_block"} & {token.type for token in tokens}


def words_of(token: Token) -> str:
    if token.type in {"softbreak", "hardbreak"}:
        return "\n"
    if token.children is None:
        assert token.type not in {"html_inline", "code_inline"}
        return token.content
    return "".join(map(words_of, token.children))


def said(article: Article, blocks: tuple[Block, ...]) -> Iterator[str]:  # noqa: C901
    """What is to be read of the blocks, a paragraph, cell or fence at a time."""
    for block in blocks:
        match block:
            case Paragraph():
                yield block.text
            case Heading():
                yield block.text.replace("\n", " ")
            case Quote():
                yield from said(article, block.blocks)
                yield f"— {block.attribution}" if block.attribution else ""
            case List():
                for item in block.items:
                    yield from said(article, item)
            case Table():
                yield from (cell.text.replace("\n", " ") for row in block.rows for cell in row)
            case Code():
                yield block.text + "\n"
            case Embed():
                yield from (block.text or "", block.url or "")
            case ImageRef():
                image = next(image for image in article.images if image.id == block.image)
                parts = (image.caption or image.alt, image.credit)
                yield " / ".join(part for part in parts if part).replace("\n", " ")
