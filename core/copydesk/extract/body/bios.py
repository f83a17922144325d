"""Paragraphs at a text's end that say who wrote it: they stand in it, and are none of it."""

from collections.abc import Collection, Sequence

from copydesk.extract.body.pieces import Piece

_LAST, _EARLIEST = 5, 0.3
_BEFORE = 25
"""So many letters may stand before the name: "About the author:", "Our correspondent"."""

_SPEAKING = frozenset(":：")


def without_bios(pieces: Sequence[Piece], names: Collection[str]) -> list[Piece]:
    """
    Leave out what among the last pieces begins with an author's name.

    Args:
        pieces: of the text, in order.
        names: full names of the people who wrote it.
    """
    first = max(len(pieces) - _LAST, len(pieces) * _EARLIEST)
    return [
        piece
        for number, piece in enumerate(pieces)
        if number < first or not any(_is_about(name, piece) for name in names)
    ]


def _is_about(name: str, piece: Piece) -> bool:
    """Tell a paragraph about somebody; "Ann Lee:" is who asks in an interview."""
    if piece.kind != "paragraph" or " " not in name:
        return False
    start = piece.text.find(name, 0, len(name) + _BEFORE)
    end = start + len(name)
    return start >= 0 and piece.text[end : end + 1] not in _SPEAKING
