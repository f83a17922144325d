"""A piece of the walk, measured once: its text, its links, how much of it is running text."""

from dataclasses import dataclass, field
from typing import Final

from copydesk.extract.body.pieces import Piece
from copydesk.extract.body.prose import SENTENCE, measured
from copydesk.extract.body.spots import NOWHERE, Spot

TEXT: Final = ("paragraph", "heading", "quote", "list", "table", "code")
"""The kinds of pieces that have words."""

SHOWN: Final = frozenset({"image", "embed"})
_WORDS = frozenset(TEXT)
_RUNNING = frozenset({"paragraph", "quote", "list", "table"})


@dataclass(slots=True, eq=False)
class Look:
    """A piece as those see it who choose."""

    piece: Piece
    text: str = ""
    length: int = 0
    linked: int = 0
    """Letters of links."""
    words: float = 0.0
    """How many words it has, about."""
    prose: int = 0
    """Letters of running text; 0 of headings and code."""
    solid: float = 0.0
    """Letters of running text, links taken off."""
    spot: Spot = field(default=NOWHERE)
    """The innermost element around its words."""
    parent: Spot = field(default=NOWHERE)
    """The element that holds that one, where it holds nothing else."""
    branch: int = 0
    """The outermost element around it that the text's own parent does not stand in."""

    is_text = True
    """Whether it has words; no field, since a page may have 100,000 looks."""

    @property
    def weight(self) -> float:
        """What it says for the elements around it: prose for them, links against them."""
        if self.piece.kind not in _RUNNING:
            return 0.0
        value = self.prose - 2.5 * self.linked
        if value > 0 and self.piece.kind == "paragraph" and SENTENCE.search(self.text):
            value *= 1.5
        return value - 15 if self.linked else value


class _Wordless(Look):
    __slots__ = ()
    is_text = False


def look_at(piece: Piece) -> Look:
    """Measure a piece."""
    kind = piece.kind
    if kind not in _WORDS:
        return _Wordless(piece)
    text = piece.text if kind in {"paragraph", "heading"} else piece.words
    if "\n" in text or "\t" in text:
        text = " ".join(text.split())
    linked = piece.linked if piece.marks or piece.children else 0
    words, prose = measured(text)
    if kind not in _RUNNING:
        prose = 0
    solid = max(0.0, prose - 2.0 * linked)
    return Look(piece, text, len(text), linked, words, prose, solid)
