"""The short lines around the headline, where pages without any markup for it put byline and date."""

from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from selectolax.lexbor import LexborNode

from copydesk.extract.context import Context
from copydesk.extract.headline import heading_of
from copydesk.extract.words import weight
from copydesk.schema import clean_line

_AFTER, _BEFORE, _LONGEST, _MOST_LONG = 30, 12, 120, 3
# Pictures' captions have dates and names of their own.
_SILENT = frozenset(
    {"script", "style", "noscript", "svg", "template", "nav", "form", "select", "figure", "iframe"}
)


class Line(NamedTuple):
    """An element and a text of its own."""

    node: LexborNode
    text: str


class Vicinity:
    """What stands around a headline, each side looked at when it is asked for."""

    def __init__(self, heading: LexborNode | None) -> None:
        """Take the heading; None has nothing around it."""
        self.heading = heading

    def __iter__(self) -> Iterator[Line]:
        """Give the lines in the order of nearness: after the headline, then back from it."""
        yield from self.after
        yield from reversed(self.before)

    @cached_property
    def after(self) -> tuple[Line, ...]:
        """Up to thirty lines after the headline, in reading order."""
        return tuple(_lines(nodes_after(self.heading), _AFTER)) if self.heading else ()

    @cached_property
    def before(self) -> tuple[Line, ...]:
        """Up to twelve lines before the headline, in reading order."""
        lines = tuple(_lines(nodes_before(self.heading), _BEFORE)) if self.heading else ()
        return lines[::-1]


def vicinity(context: Context) -> Vicinity:
    """
    Give the lines around the generic headline, looked for once.

    A heading of the second level that no title of the page confirms may head anything.
    """
    if context.vicinity is None:
        heading = heading_of(context)
        is_sure = heading is not None and (heading.tag == "h1" or context.page.title)
        context.vicinity = Vicinity(heading if is_sure else None)
    return context.vicinity


def lines_in(node: LexborNode) -> tuple[Line, ...]:
    """Give the short lines within an element."""
    return tuple(_lines(node.traverse(include_text=True), _BEFORE))


def _lines(nodes: Iterator[LexborNode], most: int) -> Iterator[Line]:
    """Give short lines; a few long ones are the text itself, after which there is no more."""
    seen = long = 0
    for node in nodes:
        raw = node.text_content
        text = clean_line(raw) if raw and not raw.isspace() else None
        if text is None or node.parent is None:
            continue
        if weight(text) <= _LONGEST:
            yield Line(node.parent, text)
        elif (long := long + 1) == _MOST_LONG:
            return
        if (seen := seen + 1) == most:
            return


def nodes_after(heading: LexborNode) -> Iterator[LexborNode]:
    """Document order after a node, not entering what shows nothing."""
    here: LexborNode | None = heading
    child: LexborNode | None = None
    while here is not None:
        after = child or here.next
        while after is None:
            here = here.parent
            if here is None or here.tag == "body":
                return
            after = here.next
        yield after
        here, child = after, after.first_child
        if child is not None and here.tag in _SILENT:
            child = None


def nodes_before(heading: LexborNode) -> Iterator[LexborNode]:
    """Reverse document order before a node."""
    here: LexborNode = heading
    while True:
        before = here.prev
        if before is None:
            if here.parent is None or here.parent.tag == "body":
                return
            here = here.parent
            continue
        while before.tag not in _SILENT and (last := before.last_child) is not None:
            before = last
        here = before
        yield here
