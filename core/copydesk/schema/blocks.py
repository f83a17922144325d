"""The typed blocks that a body is made of, in reading order."""

from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, PositiveInt, model_validator

from copydesk.schema.base import Line, Model, Text, Verbatim, WebAddress

BlockId = Annotated[str, Field(title="block id", pattern=r"^b[0-9]+(\.[0-9]+)*$")]
ImageId = Annotated[str, Field(title="image id", pattern=r"^i[0-9]+$")]


class Span(Model):
    """A run of a block's text that is a link or is emphasised."""

    start: Annotated[int, Field(ge=0)]
    """First code point, counted from 0."""

    end: PositiveInt
    """One past the last code point; more than ``start``, at most the text's length."""

    kind: Literal["link", "emphasis", "strong"]
    """What the run is."""

    href: WebAddress | None = None
    """Where a link leads, absolute; None for every other kind and for a link without an address."""

    @model_validator(mode="after")
    def _must_be_a_run(self) -> Self:
        if self.end <= self.start:
            raise ValueError(f"a span ends after its start, not at {self.end} after {self.start}")
        if self.href and self.kind != "link":
            raise ValueError(f"only a link has an href, not {self.kind}")
        return self


class _Spanned(Model):
    type: Literal["paragraph", "heading"]  # here so that it is printed first
    """Which of the two it is."""

    id: BlockId
    """Stable place in the body: ``b1``, ``b2``, …; children ``b3.1``."""

    text: Text
    """The words as printed, markup resolved; never empty."""

    spans: tuple[Span, ...] = ()
    """Links and emphasis in the order of their start."""

    @model_validator(mode="after")
    def _spans_fit_text(self) -> Self:
        if not self.spans:
            return self
        starts = [span.start for span in self.spans]
        if starts != sorted(starts):
            raise ValueError(f"the spans of {self.id} are not in the order of their start")
        if any(span.end > len(self.text) for span in self.spans):
            raise ValueError(f"a span of {self.id} ends past its {len(self.text)} code points")
        return self


class Paragraph(_Spanned):
    """A paragraph of running text."""

    type: Literal["paragraph"] = "paragraph"
    """Always ``paragraph``."""


class Heading(_Spanned):
    """A subheading inside the body; the headline is none."""

    type: Literal["heading"] = "heading"
    """Always ``heading``."""

    level: Annotated[int, Field(ge=1, le=6)] = 2
    """1 to 6 as in the markup; 2 where a text rendering shows only that it is one."""


class Quote(Model):
    """A block quotation, or an embedded post's words."""

    type: Literal["quote"] = "quote"
    """Always ``quote``."""

    id: BlockId
    """Stable place in the body."""

    blocks: Annotated[tuple["Block", ...], Field(min_length=1)]
    """What is quoted, in order."""

    attribution: Line | None = None
    """Who is quoted, as printed under the quotation; None where the quotation names nobody."""


class List(Model):
    """A list; lists nest as blocks of an item."""

    type: Literal["list"] = "list"
    """Always ``list``."""

    id: BlockId
    """Stable place in the body."""

    ordered: bool = False
    """Whether the items are numbered."""

    items: Annotated[
        tuple[Annotated[tuple["Block", ...], Field(min_length=1)], ...], Field(min_length=1)
    ]
    """The items in order, each of one or more blocks."""


class Cell(Model):
    """A cell of a table."""

    text: Text | Literal[""] = ""
    """The cell's words; empty where the cell is."""

    header: bool = False
    """Whether the cell names its row or column."""


class Table(Model):
    """A table of data; a table used for layout is none."""

    type: Literal["table"] = "table"
    """Always ``table``."""

    id: BlockId
    """Stable place in the body."""

    rows: Annotated[
        tuple[Annotated[tuple[Cell, ...], Field(min_length=1)], ...], Field(min_length=1)
    ]
    """Rows of one or more cells, top to bottom; spanned cells are not repeated."""


class ImageRef(Model):
    """The place of one of the article's images in the running text."""

    type: Literal["image"] = "image"
    """Always ``image``."""

    id: BlockId
    """Stable place in the body."""

    image: ImageId
    """The ``id`` of one of ``Article.images``."""


class Embed(Model):
    """Something shown from elsewhere: a post, a video, a map."""

    type: Literal["embed"] = "embed"
    """Always ``embed``."""

    id: BlockId
    """Stable place in the body."""

    url: WebAddress | None = None
    """Where it comes from; None where the markup does not say."""

    provider: Line | None = None
    """Host name of the place it comes from, without ``www.``."""

    text: Text | None = None
    """Its words where the page holds them; they do not count as the article's text."""


def _must_say_something(text: str) -> str:
    if not text.strip():
        raise ValueError("must hold more than white space")
    return text


class Code(Model):
    """Preformatted text, line breaks kept."""

    type: Literal["code"] = "code"
    """Always ``code``."""

    id: BlockId
    """Stable place in the body."""

    text: Annotated[Verbatim, AfterValidator(_must_say_something)]
    """The lines as printed; never blank."""

    language: Line | None = None
    """The programming language as the markup names it."""


class Divider(Model):
    """A thematic break."""

    type: Literal["divider"] = "divider"
    """Always ``divider``."""

    id: BlockId
    """Stable place in the body."""


Block = Annotated[
    Paragraph | Heading | Quote | List | Table | ImageRef | Embed | Code | Divider,
    Field(discriminator="type"),
]
"""Any block; ``type`` tells which."""

Quote.model_rebuild()
List.model_rebuild()


def children_of(block: Block) -> tuple[Block, ...]:
    """Give the blocks right inside a quote or a list; no other block holds any."""
    if block.type == "quote":  # a look at the class takes ten times as long
        return block.blocks
    if block.type == "list":
        return tuple(inner for item in block.items for inner in item)
    return ()


def lines_of(block: Block) -> tuple[str, ...]:
    """Give a block's text, one line for each paragraph, heading, table row or line of code."""
    match block.type:
        case "paragraph" | "heading":
            return (block.text.replace("\n", " "),)
        case "quote" | "list":
            return tuple(line for inner in children_of(block) for line in lines_of(inner))
        case "table":
            return tuple(line for row in block.rows if (line := _row(row)))
        case "code":
            return tuple(line.strip() for line in block.text.splitlines() if line.strip())
        case "image" | "embed" | "divider":
            return ()


def _row(cells: tuple[Cell, ...]) -> str:
    return "\t".join(" ".join(cell.text.split()) for cell in cells).strip()
