"""A value together with the place on the page that says so."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

from selectolax.lexbor import LexborNode

T = TypeVar("T")

Method = Literal["css", "text", "ld", "meta", "microdata", "url", "feed", "generic", "python"]


@dataclass(frozen=True, slots=True)
class Trace:
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
        self._places: dict[int, str] = {}
        self._known: dict[int, tuple[str, int]] = {}

    def of(self, node: LexborNode) -> str:
        """Give the selector that ``css_first`` finds exactly this node by, if it is not too deep."""
        steps: list[LexborNode] = []
        here: LexborNode | None = node
        while here is not None and here.tag != "-document" and here.mem_id not in self._known:
            steps.append(here)
            here = here.parent
        for step in reversed(steps):
            self._known[step.mem_id] = self._below(step)
        return self._known[node.mem_id][0]

    def _below(self, node: LexborNode) -> tuple[str, int]:
        """Give the path of a node whose parent's is known, and its depth."""
        parent = node.parent
        if parent is None or parent.tag == "-document":
            return str(node.tag), 1
        above, depth = self._known[parent.mem_id]
        if depth >= _DEEPEST:
            return above, depth
        return f"{above}>{self._place(node, parent)}", depth + 1

    def _place(self, node: LexborNode, parent: LexborNode) -> str:
        if node.mem_id not in self._places:
            for number, child in enumerate(_elements(parent), 1):
                self._places[child.mem_id] = f"{_name(child)}:nth-child({number})"
        return self._places.get(node.mem_id, "*")


def _elements(parent: LexborNode) -> Iterable[LexborNode]:
    child = parent.first_child
    while child is not None:
        if child.is_element_node:
            yield child
        child = child.next


def _name(node: LexborNode) -> str:
    # A tag such as <o:p> or <fb:like> would need escapes in CSS; its number alone tells it.
    tag = node.tag or "*"
    return tag if tag.replace("-", "").isalnum() and tag.isascii() and not tag[0].isdigit() else "*"
