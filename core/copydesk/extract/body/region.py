"""The part of a page that is worth a walk: the article's element, as far as its paragraphs tell."""

from selectolax.lexbor import LexborNode

from copydesk.extract.body.furniture import Furniture

_LONG, _ENOUGH, _NEARLY_ALL = 60, 800, 0.95
_ARTICLES = frozenset({"article", "main"})

Chain = tuple[LexborNode, ...]
"""An element and those around it, the innermost first; empty within furniture."""


def region(root: LexborNode, furniture: Furniture) -> LexborNode:
    """
    Give the element to look for the article in; ``root`` where paragraphs do not tell.

    It is the innermost one around nearly all long paragraphs, those in furniture left out, and from
    there the first outwards that is an article or holds a heading of the first level, since pictures
    and the summary stand beside the text.
    """
    chains: dict[int, Chain] = {root.mem_id: (root,)}
    letters: dict[int, int] = {root.mem_id: 0}
    for paragraph, length in furniture.paragraphs:
        if length >= _LONG and paragraph.parent is not None:
            for outer in _chain(paragraph.parent, chains, furniture):
                letters[outer.mem_id] = letters.get(outer.mem_id, 0) + length
    total = letters[root.mem_id]
    if total < _ENOUGH:
        return root
    around = (c for c in chains.values() if c and letters.get(c[0].mem_id, 0) > _NEARLY_ALL * total)
    innermost = max(around, key=len)
    return next(filter(_is_whole, innermost), root)


def _is_whole(node: LexborNode) -> bool:
    return node.tag in _ARTICLES or node.css_first("h1") is not None


def _chain(node: LexborNode, chains: dict[int, Chain], furniture: Furniture) -> Chain:
    """Give the elements from a node to the root, each judged once."""
    waiting: list[LexborNode] = []
    here: LexborNode | None = node
    while here is not None and here.mem_id not in chains:
        waiting.append(here)
        here = here.parent
    chain = chains[here.mem_id] if here is not None else ()
    for inner in reversed(waiting):
        is_apart = not chain or furniture(inner, inner.tag or "", inner.attributes)
        chain = chains[inner.mem_id] = () if is_apart else (inner, *chain)
    return chain
