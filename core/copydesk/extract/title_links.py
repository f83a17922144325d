"""Links whose words are another text's title."""

from typing import Final

from selectolax.lexbor import LexborNode

from copydesk.extract.body.prose import is_wordless

ANY_HEADING: Final = "h1, h2, h3, h4, h5, h6"
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_INLINE = frozenset({"a", "abbr", "b", "em", "font", "i", "small", "span", "strong", "time"})
_LEAST, _LEAST_WORDLESS, _LABEL = 15, 8, 20
"""Letters of a title, and of what may stand on its line."""


def is_heading(node: LexborNode) -> bool:
    """Tell a link within a heading, or around one."""
    if node.css_first(ANY_HEADING) is not None:
        return True
    here = node.parent
    while here is not None and here.tag in _INLINE:
        here = here.parent
    return here is not None and here.tag in _HEADINGS


def says_enough(node: LexborNode) -> bool:
    """Tell a title from a name, which is what lists of products have."""
    words = node.text().strip()
    return len(words) >= (_LEAST_WORDLESS if is_wordless(words) else _LEAST)


def is_line(node: LexborNode) -> bool:
    """Tell a link that stands on a line of its own."""
    here = node
    while here.parent is not None and here.parent.tag in _INLINE:
        here = here.parent
    before, after = here.prev, here.next
    while _is_blank(before):
        before = before.prev if before is not None else None
    while _is_blank(after):
        after = after.next if after is not None else None
    return _is_border(before) and _is_border(after)


def _is_blank(node: LexborNode | None) -> bool:
    return node is not None and bool(node.is_text_node) and not (node.text_content or "").strip()


def _is_border(node: LexborNode | None) -> bool:
    """Tell what ends a line, or may stand on it beside a title: a date, a number, a label."""
    if node is None or node.tag not in {*_INLINE, "-text"}:
        return True
    words = node.text_content or "" if node.is_text_node else node.text()
    is_plain = not node.is_text_node or not any(map(str.isalpha, words))
    return is_plain and len(words.strip()) <= _LABEL
