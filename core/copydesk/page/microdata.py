"""Microdata (HTML, section 5): the item that is the article, and its properties."""

from collections.abc import Iterator
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode

_ATTRIBUTES = ("content", "datetime", "href", "src")


@dataclass(frozen=True, slots=True)
class MicroValue:
    """One property's value and the node and attribute that it stands in."""

    text: str
    node: LexborNode
    attribute: str | None


@dataclass(frozen=True, slots=True)
class MicroItem:
    """An element with ``itemscope``."""

    node: LexborNode

    def values(self, name: str) -> tuple[MicroValue, ...]:
        """Give the values of a property, those of items within included where they have a name."""
        return tuple(
            v for node in self.node.css(f'[itemprop~="{name}"]') if (v := _value(node)).text
        )


class Microdata:
    """A page's microdata."""

    def __init__(self, tree: LexborHTMLParser) -> None:
        """Find the items; nothing is read before it is asked for."""
        self._tree = tree

    @property
    def article(self) -> MicroItem | None:
        """The first item of an article's type."""
        return next((MicroItem(node) for node in self._articles()), None)

    def _articles(self) -> Iterator[LexborNode]:
        for node in self._tree.css("[itemscope][itemtype]"):
            kind = (node.attributes.get("itemtype") or "").rstrip("/")
            if kind.endswith(("Article", "BlogPosting", "Report", "Posting")):
                yield node


def _value(node: LexborNode) -> MicroValue:
    if (
        "itemscope" in node.attributes
        and (inner := node.css_first("[itemprop~=name]")) is not None
        and inner.mem_id != node.mem_id
    ):
        return _value(inner)
    for name in _ATTRIBUTES:
        if text := (node.attributes.get(name) or "").strip():
            return MicroValue(text, node, name)
    return MicroValue(" ".join(node.text(separator=" ").split()), node, None)
