"""A value together with the place on the page that says so."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, Literal, NamedTuple, TypeVar

from selectolax.lexbor import LexborNode

T = TypeVar("T")

Method = Literal["css", "text", "ld", "meta", "microdata", "url", "feed", "generic", "python"]


class Trace(NamedTuple):
    """Where something was found: what ``Evidence`` says less the plugin and the layout."""

    method: Method
    selector: str
    raw: str


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """A typed value and its trace."""

    value: T
    trace: Trace


_DEEPEST = 64
"""What stands deeper is found by the element around it at this depth: paths stay short."""


class Paths:
    """CSS of single nodes, ``html>body>p:nth-child(2)``; each parent's children are counted once."""

    def __init__(self) -> None:
        """Start with nothing counted."""
        self._numbers: dict[int, int] = {}
        self._known: dict[int, tuple[str, int]] = {}
        """Path and depth of elements that hold others."""

    def of(self, node: LexborNode) -> str:
        """Give the selector that ``css_first`` finds exactly this node by, if it is not too deep."""
        steps: list[tuple[LexborNode, int, LexborNode]] = []
        here, key = node, node.mem_id
        while key not in self._known:
            parent = here.parent
            if parent is None or parent.tag == "-document":
                self._known[key] = str(here.tag), 1
                break
            steps.append((here, key, parent))
            here, key = parent, parent.mem_id
        path, depth = self._known[key]
        for here, key, parent in reversed(steps):
            if depth < _DEEPEST:
                path, depth = f"{path}>{self._place(here, key, parent)}", depth + 1
            if key != node.mem_id:  # pages have many leaves, each of which is asked for once
                self._known[key] = path, depth
        return path

    def _place(self, node: LexborNode, key: int, parent: LexborNode) -> str:
        if key not in self._numbers:
            children = (child for child in parent.iter() if child.is_element_node)
            self._numbers.update((child.mem_id, n) for n, child in enumerate(children, 1))
        number = self._numbers.get(key)
        return f"{_name(node.tag or '*')}:nth-child({number})" if number else "*"


@lru_cache(maxsize=512)
def _name(tag: str) -> str:
    # A tag such as <o:p> or <fb:like> would need escapes in CSS; its number alone tells it.
    return tag if tag.replace("-", "").isalnum() and tag.isascii() and not tag[0].isdigit() else "*"
