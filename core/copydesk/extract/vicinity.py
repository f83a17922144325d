"""The short lines around the headline, where pages without any markup for it put byline and date."""

from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from copydesk.schema import clean_line

_AFTER, _BEFORE, _LONGEST = 40, 12, 120
_SILENT = frozenset({"script", "style", "noscript", "svg", "template", "nav", "form", "select"})


def around(heading: LexborNode) -> Iterator[tuple[LexborNode, str]]:
    """Give elements and their own short texts: up to forty after the heading, then twelve before it."""
    yield from _lines(_following(heading), _AFTER)
    yield from _lines(_preceding(heading), _BEFORE)


def _lines(nodes: Iterator[LexborNode], most: int) -> Iterator[tuple[LexborNode, str]]:
    seen = 0
    for node in nodes:
        text = clean_line(node.text_content or "") if node.is_text_node else None
        if text is None or node.parent is None:
            continue
        seen += 1
        if seen > most:
            return
        if len(text) <= _LONGEST:
            yield node.parent, text


def _following(heading: LexborNode) -> Iterator[LexborNode]:
    """Document order after a node, not entering what shows nothing."""
    here: LexborNode | None = heading
    descend = False
    while here is not None:
        child = here.first_child if descend and here.tag not in _SILENT else None
        after = child or here.next
        while after is None:
            here = here.parent
            if here is None or here.tag == "body":
                return
            after = here.next
        here, descend = after, True
        yield here


def _preceding(heading: LexborNode) -> Iterator[LexborNode]:
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
