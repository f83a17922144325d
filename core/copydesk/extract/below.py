"""The lines below a text: who signs it, whose it is, what those who pay may read."""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from copydesk.extract.body.hiding import hides
from copydesk.extract.vicinity import Line

_INLINE = frozenset(
    {"a", "abbr", "b", "br", "em", "font", "i", "img", "small", "span", "strong", "svg", "u"}
)
_SILENT = frozenset(
    {"footer", "header", "nav", "script", "style", "noscript", "template", "svg", "select"}
)
_HIDDEN = frozenset({"hidden", "hide", "d-none", "is-hidden", "u-hidden"})
_OTHERS = re.compile(r"comment|related|recommend|popular|teaser|footer|latest", re.IGNORECASE)
_REACH, _CLIMB, _DEEP, _BREAKS = 600, 8, 12, 4
"""Letters that are looked at, levels above the text's last element, those of a box behind it, and lines of its own."""


def lines_below(last: LexborNode) -> Iterator[Line]:
    """
    Give the lines behind a text's last element, the nearest first: neither what is hidden nor other texts.

    The last lines of an element that breaks part come before them.
    """
    if last.css_first("br") is not None:
        parted = last.text(separator="\n").rsplit("\n", _BREAKS)[1:]
        yield from (Line(last, line.strip()) for line in parted)
    reach = _REACH
    here: LexborNode | None = last
    for _ in range(_CLIMB):
        if here is None or here.tag in {"body", "main"}:
            return
        after = here.next
        while after is not None:
            for line in _lines(after, _DEEP):
                yield line
                reach -= len(line.text)
                if reach <= 0:
                    return
            reach -= 1  # what says nothing counts for a letter
            if reach <= 0:
                return
            after = after.next
        here = here.parent


def _lines(node: LexborNode, levels: int) -> Iterator[Line]:
    """Give the lines of an element: its own where it holds words alone, else those of its children."""
    if not levels or node.tag in _SILENT or not node.is_element_node or _is_unseen(node):
        return
    parts = list(node.iter())
    if all(part.tag in _INLINE for part in parts):
        if line := " ".join(node.text().split()):
            yield Line(node, line)
        return
    for part in parts:
        yield from _lines(part, levels - 1)


def _is_unseen(node: LexborNode) -> bool:
    """Tell what is hidden, a template for a script included, and what is of other texts."""
    attributes = node.attributes
    label = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"
    return bool(attributes) and (
        hides(attributes)
        or _OTHERS.search(label) is not None
        or not _HIDDEN.isdisjoint(label.split())
    )
