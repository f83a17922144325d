"""Microdata (HTML, section 5): the item that is the article, and its properties."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from selectolax.lexbor import LexborHTMLParser, LexborNode

from copydesk.page.linked_data import ARTICLES

_STATED: Final = ("content", "datetime")
_LINKED: Final = {"a": "href", "area": "href", "link": "href", "object": "data"}
# What an <a> states by its address; of other properties, such as author, it states the words.
_ADDRESSES: Final = re.compile(r"url|image|sameAs|logo|mainEntityOfPage|\w+Url", re.IGNORECASE)
_NAME: Final = re.compile(r"[\w:.-]{1,100}", re.ASCII)
_MOST_VALUES, _MOST_ITEMS, _MOST_LEVELS = 1_000, 100, 10


@dataclass(frozen=True, slots=True)
class MicroValue:
    """One property's value and the node and attribute that it stands in."""

    text: str
    """White space folded; never empty."""

    node: LexborNode
    attribute: str | None
    """None where it is the node's text."""


@dataclass(frozen=True, slots=True)
class MicroItem:
    """An element with ``itemscope``."""

    node: LexborNode

    def values(self, name: str) -> tuple[MicroValue, ...]:
        """Give the item's own values of a property, in page order; of an item its name."""
        return tuple(v for node in self._nodes(name) if (v := _value(node, name)).text)

    def _nodes(self, name: str) -> Iterator[LexborNode]:
        if _NAME.fullmatch(name):
            for node in self.node.css(f'[itemprop~="{name}"]')[:_MOST_VALUES]:
                around = _scope_around(node)
                if around is not None and around.mem_id == self.node.mem_id:
                    yield node


class Microdata:
    """A page's microdata."""

    def __init__(self, tree: LexborHTMLParser) -> None:
        """Take the page; nothing is read before it is asked for."""
        self._tree = tree

    @cached_property
    def article(self) -> MicroItem | None:
        """The item of an article's type that says most, else the first."""
        return max(self._articles(), key=_rank, default=None)

    def _articles(self) -> Iterator[MicroItem]:
        for node in self._tree.css("[itemscope][itemtype]")[:_MOST_ITEMS]:
            types = (node.attributes.get("itemtype") or "").split()
            if any(kind.rstrip("/").rpartition("/")[2] in ARTICLES for kind in types):
                yield MicroItem(node)


def _rank(item: MicroItem) -> tuple[bool, bool]:
    return bool(item.values("articleBody")), bool(item.values("headline"))


def _scope_around(node: LexborNode) -> LexborNode | None:
    here = node.parent
    while here is not None and "itemscope" not in here.attributes:
        here = here.parent
    return here


def _value(node: LexborNode, name: str) -> MicroValue:
    for _ in range(_MOST_LEVELS):
        inner = next(MicroItem(node)._nodes("name"), None)  # noqa: SLF001  # of this module
        if "itemscope" not in node.attributes or inner is None:
            break
        node, name = inner, "name"
    return _stated(node, name) or MicroValue(_folded(node.text(separator=" ")), node, None)


def _stated(node: LexborNode, name: str) -> MicroValue | None:
    """Give what an attribute states (HTML, 5.2.4, and ``content`` wherever it stands)."""
    attributes, tag = node.attributes, node.tag or ""
    named = (*_STATED, _LINKED.get(tag, "src"))
    for attribute in named if tag != "a" or _ADDRESSES.fullmatch(name) else _STATED:
        if text := _folded(attributes.get(attribute) or ""):
            return MicroValue(text, node, attribute)
    return None


def _folded(text: str) -> str:
    return " ".join(text.split())
