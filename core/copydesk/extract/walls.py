"""What is printed where a text ends before its end: that the rest is for those who pay."""

import re
from collections.abc import Iterator, Sequence

from selectolax.lexbor import LexborNode

from copydesk.extract.body.hiding import hides
from copydesk.extract.body.pieces import Piece
from copydesk.extract.context import Context
from copydesk.extract.found import Found
from copydesk.extract.seen import seen
from copydesk.extract.wall_words import wall_in
from copydesk.schema import Paragraph
from copydesk.schema.blocks import Block

_INLINE = frozenset(
    {"a", "abbr", "b", "br", "em", "font", "i", "img", "small", "span", "strong", "svg", "u"}
)
_SILENT = frozenset(
    {"footer", "header", "nav", "script", "style", "noscript", "template", "svg", "select"}
)
_HIDDEN = frozenset({"hidden", "hide", "d-none", "is-hidden", "u-hidden"})
_OTHERS = re.compile(r"comment|related|recommend|popular|teaser|footer|latest", re.IGNORECASE)
_LONG, _REACH, _CLIMB, _LAST = 40, 600, 8, 2
"""Letters of a paragraph, those looked at behind the last; levels above it, paragraphs that may say so."""


def wall(
    context: Context, body: Sequence[Found[Block]], last: LexborNode | None
) -> Found[str] | None:
    """
    Find that a text goes on for subscribers alone.

    Args:
        context: The reading.
        body: The last blocks of the text, which may say so themselves.
        last: The element of the last of them, behind which a box may say so.
    """
    texts = [found for found in body if isinstance(found.value, Paragraph)]
    for found in texts[-_LAST:] if len(texts) > 1 else ():
        if isinstance(found.value, Paragraph) and wall_in(found.value.text):
            return Found("paywalled", found.trace)
    for node, line in _behind(last) if last is not None else ():
        if wall_in(line):
            return Found("paywalled", seen(context, node))
    return None


def last_of(pieces: Sequence[Piece]) -> LexborNode | None:
    """Give the element of a text's last paragraph."""
    texts = (p.node for p in reversed(pieces) if p.kind == "paragraph" and len(p.text) >= _LONG)
    return next(texts, None)


def _behind(last: LexborNode) -> Iterator[tuple[LexborNode, str]]:
    """Give the lines behind an element, the nearest first, that are neither hidden nor of other texts."""
    reach = _REACH
    here: LexborNode | None = last
    for _ in range(_CLIMB):
        if here is None or here.tag in {"body", "main"}:
            return
        after = here.next
        while after is not None:
            for node, line in _lines(after):
                yield node, line
                reach -= len(line)
                if reach <= 0:
                    return
            after = after.next
        here = here.parent


def _lines(node: LexborNode) -> Iterator[tuple[LexborNode, str]]:
    """Give the lines of an element: its own where it holds words alone, else those of its children."""
    if node.tag in _SILENT or not node.is_element_node or _is_unseen(node):
        return
    parts = list(node.iter())
    if all(part.tag in _INLINE for part in parts):
        if line := " ".join(node.text().split()):
            yield node, line
        return
    for part in parts:
        yield from _lines(part)


def _is_unseen(node: LexborNode) -> bool:
    """Tell what is hidden, a template for a script included, and what is of other texts."""
    attributes = node.attributes
    label = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"
    return bool(attributes) and (
        hides(attributes)
        or _OTHERS.search(label) is not None
        or not _HIDDEN.isdisjoint(label.split())
    )
