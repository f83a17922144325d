"""What is printed where a text ends before its end: that the rest is for those who pay."""

from collections.abc import Iterable, Sequence

from selectolax.lexbor import LexborNode

from copydesk.extract.body.pieces import Piece
from copydesk.extract.context import Context
from copydesk.extract.found import Found, Trace
from copydesk.extract.vicinity import Line
from copydesk.extract.wall_words import wall_in
from copydesk.schema import Paragraph
from copydesk.schema.blocks import Block

_LONG, _LAST = 40, 2
"""Letters of a paragraph, and how many of the last may say so."""


def wall(
    context: Context, body: Sequence[Found[Block]], below: Iterable[Line]
) -> Found[str] | None:
    """
    Find that a text goes on for subscribers alone.

    Args:
        context: The reading.
        body: The last blocks of the text, which may say so themselves.
        below: The lines below it, of which a box may say so.
    """
    texts = [found for found in body if isinstance(found.value, Paragraph)]
    for found in texts[-_LAST:] if len(texts) > 1 else ():
        if isinstance(found.value, Paragraph) and wall_in(found.value.text):
            return Found("paywalled", found.trace)
    said = next((line for line in below if wall_in(line.text)), None)
    if said is None:
        return None
    return Found("paywalled", Trace("generic", context.paths.of(said.node), said.text))


def last_of(pieces: Sequence[Piece]) -> LexborNode | None:
    """Give the element of a text's last paragraph."""
    texts = (p.node for p in reversed(pieces) if p.kind == "paragraph" and len(p.text) >= _LONG)
    return next(texts, None)
