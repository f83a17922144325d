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


class Paths:
    """CSS of single nodes, ``html>body>p:nth-child(2)``; each parent's children are counted once."""

    def __init__(self) -> None:
        """Start with nothing counted."""
        self._places: dict[int, str] = {}

    def of(self, node: LexborNode) -> str:
        """Give the selector that ``css_first`` finds exactly this node by."""
        steps: list[str] = []
        here: LexborNode | None = node
        while here is not None and here.tag not in {None, "-document"}:
            steps.append(self._place(here))
            here = here.parent
        return ">".join(reversed(steps))

    def _place(self, node: LexborNode) -> str:
        if node.mem_id not in self._places:
            parent = node.parent
            if parent is None or parent.tag == "-document":
                return str(node.tag)
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
