"""Paragraphs at a text's end that say who wrote it: they stand in it, and are none of it."""

from collections.abc import Collection, Sequence
from math import ceil

from copydesk.extract.body.pieces import Piece

_LAST, _EARLIEST, _BYLINE = 5, 0.3, 60
_BEFORE = 25
"""So many letters may stand before the name: "About the author:", "Our correspondent"."""

_SPEAKING = frozenset(":：")


def without_bios(pieces: Sequence[Piece], names: Collection[str]) -> list[Piece]:
    """
    Leave out what among the last pieces begins with an author's name.

    Whom the text tells of before is what it is about, as a press release is about who sends it.

    Args:
        pieces: of the text, in order.
        names: full names of the people who wrote it.
    """
    first = ceil(max(len(pieces) - _LAST, len(pieces) * _EARLIEST))
    authors = [name for name in names if not any(_tells_of(name, p) for p in pieces[:first])]
    return [
        *pieces[:first],
        *(p for p in pieces[first:] if not any(_is_about(name, p) for name in authors)),
    ]


def _tells_of(name: str, piece: Piece) -> bool:
    """Tell a sentence with somebody's name from a byline."""
    return len(piece.text) > len(name) + _BYLINE and name in piece.text


def _is_about(name: str, piece: Piece) -> bool:
    """Tell a paragraph about somebody; "Ann Lee:" is who asks in an interview."""
    if piece.kind != "paragraph" or " " not in name:
        return False
    start = piece.text.find(name, 0, len(name) + _BEFORE)
    end = start + len(name)
    return start >= 0 and piece.text[end : end + 1] not in _SPEAKING
