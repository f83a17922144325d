"""What a walk over markup yields: blocks before they are numbered and validated."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from selectolax.lexbor import LexborNode

from copydesk.extract.found import Trace

Kind = Literal[
    "paragraph", "heading", "quote", "list", "item", "table", "image", "embed", "code", "divider"
]


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
    ordered: bool = False
    children: Sequence["Piece"] = ()
    rows: tuple[tuple[tuple[str, bool], ...], ...] = ()
    """Of a table: the words of each cell, and whether it is a header."""
    href: str | None = None
    provider: str | None = None
    attribution: str | None = None

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
            return " ".join(words for row in self.rows for words, _ in row)
        if not self.children:
            return self.text.strip()
        return " ".join([self.text, *(child.words for child in self.children)]).strip()
