"""Paragraphs that are written into one element, a line break after each."""

from collections.abc import Iterator, Sequence

from copydesk.extract.body.pieces import Compound, Mark, Piece


def parted(piece: Piece) -> Iterator[Piece]:
    """
    Give the lines of a paragraph as paragraphs, unless one goes on where the one before broke off.

    So it does within lists and quotations, which take the lines in the place of their paragraphs.
    """
    if isinstance(piece, Compound):
        if piece.children:
            piece.children = [part for child in piece.children for part in parted(child)]
        yield piece
        return
    lines = piece.text.split("\n") if piece.kind == "paragraph" and "\n" in piece.text else []
    if not lines or any(line.lstrip()[:1].islower() for line in lines[1:]):
        yield piece
        return
    start = 0
    for line in lines:
        if line.strip():
            yield _part(piece, start, line)
        start += len(line) + 1


def _part(piece: Piece, start: int, line: str) -> Piece:
    text = line.strip()
    start += len(line) - len(line.lstrip())
    marks = list(_within(piece.marks, start, start + len(text)))
    return Piece("paragraph", piece.node, piece.box, text, marks)


def _within(marks: Sequence[Mark], start: int, end: int) -> Iterator[Mark]:
    for mark in marks:
        first, last = max(mark.start, start), min(mark.end, end)
        if first < last:
            yield Mark(first - start, last - start, mark.kind, mark.href)
