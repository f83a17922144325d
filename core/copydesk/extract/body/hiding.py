"""What a page hides from its readers, and what it only folds up or has a script show."""

import re
from collections.abc import Iterable, Mapping, Sequence

from selectolax.lexbor import LexborNode

Attributes = Mapping[str, str | None]
"""Of an element, by name; None for one without a value."""

_HIDDEN = "[hidden],[style*=display i],[style*=visibility i]"
_HIDING = re.compile(r"(?:^|[;\s])(?:display:none|visibility:hidden)(?:$|[;!\s])", re.IGNORECASE)
_STYLE_NOISE = re.compile(r"/\*.*?\*/|\s+")
_STREAMED = re.compile(r"S:[0-9a-f]+")
_WALLED = "paywall"
"""The class by which search engines want to be told which part of a text is to be paid for."""

_UNFOLDED = frozenset({"region", "tabpanel"})
"""What readers unfold by the heading that labels it."""

_MOST, _LONG, _FEW = 0.4, 60, 3


def hidden(root: LexborNode) -> set[int]:
    """Collect the elements that no reader sees; text that a script is to show is seen."""
    hiding = [node for node in root.css(_HIDDEN) if hides(node.attributes)]
    paragraphs = root.css("p") if hiding else []
    count, long = len(paragraphs), measured(paragraphs)
    return {node.mem_id for node in hiding if not waits(node, count, long)}


def hides(attributes: Attributes) -> bool:
    """Tell an element that its own attributes hide."""
    if "hidden" in attributes:
        return True
    if not (style := attributes.get("style")):
        return False
    said = style.lower()
    may_hide = "none" in said or "hidden" in said
    return may_hide and _HIDING.search(_STYLE_NOISE.sub("", said)) is not None


def waits(node: LexborNode, count: int, paragraphs: Sequence[tuple[LexborNode, int]]) -> bool:
    """Tell hidden text that is most there is, of ``count`` paragraphs, from text beside the article."""
    if _STREAMED.fullmatch(node.attributes.get("id") or ""):
        return True  # React streams parts of a page so, and shows them when they have come
    if _is_folded(node):
        return True
    inside = {paragraph.mem_id for paragraph in node.css("p")}
    if _WALLED in (node.attributes.get("class") or "").split():
        return sum(length > _LONG and p.mem_id in inside for p, length in paragraphs) >= _FEW
    if len(inside) <= count * _MOST:
        return False  # before all paragraphs are looked at: a page may hide thousands of elements
    beside = sum(length > _LONG and p.mem_id not in inside for p, length in paragraphs)
    return beside < _FEW


def _is_folded(node: LexborNode) -> bool:
    """Tell a part that a reader unfolds, or what is around it alone."""
    child = node.first_child
    return any(
        here is not None
        and here.attributes.get("role") in _UNFOLDED
        and "aria-labelledby" in here.attributes
        for here in (node, child if child is not None and child.is_element_node else None)
    )


def measured(paragraphs: Iterable[LexborNode]) -> list[tuple[LexborNode, int]]:
    """Give the paragraphs of some length and their letters."""
    return [(p, n) for p in paragraphs if (n := len(p.text())) >= _LONG]
