"""What is printed where a text ends before its end: that the rest is for those who pay."""

import re
from collections.abc import Iterator, Sequence

from selectolax.lexbor import LexborNode

from copydesk.extract.body.hiding import hides
from copydesk.extract.context import Context
from copydesk.extract.found import Found, Trace
from copydesk.extract.labels import label_of
from copydesk.extract.wall_words import wall_in
from copydesk.extract.words import line_of
from copydesk.schema import Paragraph
from copydesk.schema.blocks import Block

_SILENT = frozenset(
    {"footer", "header", "nav", "script", "style", "noscript", "template", "svg", "select"}
)
_BLOCKS = ":is(p, div, h1, h2, h3, h4, h5, h6, ul, ol, section, article, aside, form, button, footer, header)"
_HIDDEN = frozenset({"hidden", "hide", "d-none", "is-hidden", "u-hidden"})
_OTHERS = re.compile(r"comment|related|recommend|popular|teaser|footer|latest", re.IGNORECASE)
_LONG, _REACH, _CLIMB, _LAST = 40, 1_000, 8, 2
"""Letters of a paragraph, those looked at behind the last; levels above it, paragraphs that may say so."""


def wall(context: Context, body: Sequence[Found[Block]]) -> Found[str] | None:
    """Find, in the last paragraphs or the box behind them, that the text goes on for subscribers alone."""
    texts = [
        found
        for found in body
        if isinstance(found.value, Paragraph) and len(found.value.text) >= _LONG
    ]
    for found in texts[-_LAST:]:
        if isinstance(found.value, Paragraph) and len(texts) > 1 and wall_in(found.value.text):
            return Found("paywalled", found.trace)
    last = context.page.tree.css_first(texts[-1].trace.selector) if texts else None
    for node, line in _behind(last) if last is not None else ():
        if wall_in(line):
            return Found("paywalled", Trace("generic", context.paths.of(node), line))
    return None


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
    """Give the lines of an element: its own where it holds no others, else what its children say."""
    if not node.is_element_node or node.tag in _SILENT or _is_unseen(node):
        return
    if all(inner.mem_id == node.mem_id for inner in node.css(_BLOCKS)):
        if line := line_of(node):
            yield node, line
        return
    child = node.first_child
    while child is not None:
        yield from _lines(child)
        child = child.next


def _is_unseen(node: LexborNode) -> bool:
    """Tell what is hidden, a template for a script included, and what is of other texts."""
    label = label_of(node)
    return (
        hides(node.attributes)
        or _OTHERS.search(label) is not None
        or not _HIDDEN.isdisjoint(label.split())
    )
