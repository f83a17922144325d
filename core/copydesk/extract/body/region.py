"""The part of a page that is worth a walk: the article's element, as far as its paragraphs tell."""

from collections.abc import Iterator
from dataclasses import dataclass

from selectolax.lexbor import LexborNode

from copydesk.extract.body.furniture import Furniture

_LONG, _ENOUGH, _NEARLY_ALL = 60, 800, 0.95
_ARTICLES = frozenset({"article", "main"})


@dataclass(slots=True, eq=False)
class _Holder:
    """An element around long paragraphs."""

    node: LexborNode
    outer: "_Holder | None" = None
    letters: int = 0
    """Of the long paragraphs within it."""


def region(root: LexborNode, furniture: Furniture) -> LexborNode:
    """
    Give the element to look for the article in; ``root`` where paragraphs do not tell.

    It is the innermost one around nearly all long paragraphs, those in furniture left out, and from
    there the first outwards that is an article or holds a heading of the first level, since pictures
    and the summary stand beside the text.
    """
    holders = _holders(root, furniture)
    # Each was met after the one around it.
    for holder in reversed(holders):
        if holder.outer is not None:
            holder.outer.letters += holder.letters
    least = max(_ENOUGH, _NEARLY_ALL * holders[0].letters)
    around = [holder for holder in holders if holder.letters >= least]
    if not around:
        return root
    titled = _around(root.css("h1"))
    outwards = _outwards(around[-1])
    return next((n for n in outwards if n.tag in _ARTICLES or n.mem_id in titled), root)


def _holders(root: LexborNode, furniture: Furniture) -> list[_Holder]:
    """Give the elements around long paragraphs, outer before inner ones; furniture holds none."""
    top = _Holder(root)
    known: dict[int, _Holder | None] = {root.mem_id: top}
    found = [top]
    for paragraph, length in furniture.paragraphs:
        if length < _LONG or paragraph.parent is None:
            continue
        holder, inner = _nearest(paragraph.parent, known)
        for node in inner:
            is_apart = holder is None or furniture(node, node.tag or "", node.attributes)
            holder = known[node.mem_id] = None if is_apart else _Holder(node, holder)
            found += [holder] if holder else []
        if holder:
            holder.letters += length
    return found


def _nearest(
    node: LexborNode, known: dict[int, _Holder | None]
) -> tuple[_Holder | None, list[LexborNode]]:
    """Give what is known of the nearest element around a node, and those within it, outer ones first."""
    waiting: list[LexborNode] = []
    here: LexborNode | None = node
    while here is not None and here.mem_id not in known:
        waiting.append(here)
        here = here.parent
    return known[here.mem_id] if here is not None else None, waiting[::-1]


def _outwards(holder: _Holder | None) -> Iterator[LexborNode]:
    while holder is not None:
        yield holder.node
        holder = holder.outer


def _around(nodes: list[LexborNode]) -> set[int]:
    """Collect the elements around nodes, each once."""
    found: set[int] = set()
    for node in nodes:
        here: LexborNode | None = node
        while here is not None and here.mem_id not in found:
            found.add(here.mem_id)
            here = here.parent
    return found
