"""What a walk over markup yields: blocks before they are numbered and validated."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from selectolax.lexbor import LexborNode

from copydesk.extract.found import Trace
from copydesk.schema import Cell

Kind = Literal[
    "paragraph", "heading", "quote", "list", "item", "table", "image", "embed", "code", "divider"
]

Rows = tuple[tuple[Cell, ...], ...]
"""Of a table; a page may have 100,000 cells, so they are made but once."""

_NO_PIECES: "Sequence[Piece]" = ()
_NO_ROWS: Rows = ()
_UNTOLD: str | None = None


@dataclass(slots=True)
class Mark:
    """
    An open or closed inline run: code points ``start`` to ``end`` of a piece's text.

    ``href`` is as on the page: most links are in no body and need no absolute address.
    """

    start: int
    end: int
    kind: Literal["link", "emphasis", "strong"]
    href: str | None = None


@dataclass(slots=True)
class Picture:
    """An image as found in markup, before it has an id."""

    node: LexborNode | None
    url: str | None
    alt: str | None = None
    caption: str | None = None
    credit: str | None = None
    trace: Trace | None = None
    """Where it stands, for a picture that no node shows."""


@dataclass(slots=True)
class Piece:
    """A block in the making; ``box`` is the number of the innermost open element around it."""

    kind: Kind
    node: LexborNode
    box: int = 0
    text: str = ""
    marks: Sequence[Mark] = ()
    level: int = 2

    # A page may have 100,000 paragraphs, which need no room for what only a Compound has.
    ordered = False
    children = _NO_PIECES
    rows = _NO_ROWS
    href = provider = attribution = _UNTOLD

    @property
    def linked(self) -> int:
        """How many characters of the piece are links."""
        letters = 0
        for mark in self.marks:
            if mark.kind == "link":
                letters += mark.end - mark.start
        for child in self.children:
            letters += child.linked
        return letters

    @property
    def words(self) -> str:
        """All text of the piece, its children's included."""
        if self.rows:
            return " ".join(cell.text for row in self.rows for cell in row)
        if not self.children:
            return self.text.strip()
        return " ".join([self.text, *(child.words for child in self.children)]).strip()


@dataclass(slots=True)
class Compound(Piece):
    """A piece of more than a text: a list, a quotation, a table, an embed."""

    ordered: bool = False
    children: Sequence[Piece] = ()
    rows: Rows = ()
    href: str | None = None
    provider: str | None = None
    attribution: str | None = None
