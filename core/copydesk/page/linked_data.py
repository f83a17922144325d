"""JSON-LD: every block parsed alone, references followed, whatever stands in it."""

import html
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from selectolax.lexbor import LexborHTMLParser

from copydesk.page.json_text import JsonValue, parse
from copydesk.schema import Warning, clean_text, normal_address  # noqa: A004  # the schema's own

BLOCK_BYTES, BLOCKS, DEPTH, NODES = 2 * 1024 * 1024, 200, 100, 20_000
"""What of a page's linked data is read: bytes a block, blocks, levels, objects and arrays in all."""

ARTICLES: Final = frozenset(
    {
        "AdvertiserContentArticle",
        "AnalysisNewsArticle",
        "Article",
        "AskPublicNewsArticle",
        "BackgroundNewsArticle",
        "BlogPosting",
        "LiveBlogPosting",
        "NewsArticle",
        "OpinionNewsArticle",
        "Report",
        "ReportageNewsArticle",
        "ReviewNewsArticle",
        "SatiricalArticle",
        "ScholarlyArticle",
        "SocialMediaPosting",
        "TechArticle",
    }
)
"""The types of schema.org that an article of a news page has."""

_VOCABULARY: Final = re.compile(r"[/#:]")
_LONGEST_TYPE: Final = 200
_IN_WORDS: Final = ("name", "@value", "headline", "url", "@id", "contentUrl")
_TOP_LEVEL, _LONGEST_PROBLEM = 2, 300


@dataclass(frozen=True, slots=True)
class Value:
    """A property's value and where it stands: block number and JSON Pointer."""

    value: JsonValue
    block: int
    pointer: str

    @property
    def text(self) -> str | None:
        """The value in words: a string, a number, or an object's name, value or address."""
        value = self.value
        if isinstance(value, dict) and not _reference(value):
            value = next((w for key in _IN_WORDS if isinstance(w := value.get(key), str)), None)
        if isinstance(value, bool) or not isinstance(value, str | int | float):
            return None
        return html.unescape(str(value)).strip() or None

    @property
    def selector(self) -> str:
        """What ``LinkedData.at`` finds the value by."""
        return f"{self.block}:{self.pointer}"


@dataclass(frozen=True, slots=True)
class Item:
    """One object."""

    block: int
    pointer: str
    data: Mapping[str, JsonValue]
    _index: Mapping[str, "Item"] = field(repr=False, compare=False)

    @property
    def types(self) -> tuple[str, ...]:
        """Its types, without the vocabulary's address."""
        found = self.data.get("@type")
        names = found if isinstance(found, list) else [found]
        return tuple(
            _VOCABULARY.split(name.rstrip("/"))[-1]
            for name in names
            if isinstance(name, str) and len(name) <= _LONGEST_TYPE
        )

    def values(self, name: str) -> tuple[Value, ...]:
        """Give a property's values in order; lists are flattened, references followed once."""
        pointer = f"{self.pointer}/{_escaped(name)}"
        return tuple(self._each(Value(self.data.get(name), self.block, pointer)))

    def items(self, name: str) -> tuple["Item", ...]:
        """Give those of a property's values that are objects."""
        return tuple(
            Item(v.block, v.pointer, v.value, self._index)
            for v in self.values(name)
            if isinstance(v.value, dict)
        )

    def _each(self, value: Value) -> Iterator[Value]:
        pending = [(value, 0)]
        while pending:
            here, level = pending.pop()
            parts = _parts(here)
            if parts is not None:
                pending.extend((part, level + 1) for part in reversed(parts) if level < DEPTH)
            elif found := self._resolved(here):
                yield found

    def _resolved(self, value: Value) -> Value | None:
        if isinstance(value.value, dict) and (name := _reference(value.value)):
            target = self._index.get(name)
            return Value(dict(target.data), target.block, target.pointer) if target else value
        return None if value.value is None else value


class LinkedData:
    """All JSON-LD of a page."""

    def __init__(self, tree: LexborHTMLParser, addresses: Sequence[str | None] = ()) -> None:
        """
        Parse every block alone.

        Args:
            tree: The page.
            addresses: Addresses that the page is known by, to choose its article among several.
        """
        self._warnings: list[Warning] = []
        self._addresses = {normal for a in addresses if a and (normal := _normal(a))}
        scripts = tree.css('[type*="ld+json" i]:is(script)')
        self.blocks: tuple[JsonValue, ...] = tuple(
            self._parsed(number, script.text()) for number, script in enumerate(scripts[:BLOCKS])
        )
        """Each block's value in page order, None where it is broken."""
        if len(scripts) > BLOCKS:
            self._warn(f"{len(scripts)} blocks of JSON-LD; the first {BLOCKS} are read")
        self._index: dict[str, Item] = {}
        self._items: list[Item] = []
        self._collect()

    @property
    def warnings(self) -> tuple[Warning, ...]:
        """What could not be read, ``bad_linked_data`` each."""
        return tuple(self._warnings)

    def nodes(self, *types: str) -> tuple[Item, ...]:
        """Give the nodes of any of these types, in page order; all typed nodes without."""
        return tuple(i for i in self._items if not types or not set(types).isdisjoint(i.types))

    @cached_property
    def article(self) -> Item | None:
        """
        The node that describes this page's article.

        Of several that which names the page's address, else that which says most, else the first; an
        entry of a live blog or another part of an article only where there is no other.
        """
        return max(self.nodes(*ARTICLES), key=self._rank, default=None)

    def at(self, selector: str) -> JsonValue:
        """Replay ``0:/@graph/1/headline``; None where nothing stands there."""
        block, _, pointer = selector.partition(":")
        here: JsonValue = list(self.blocks)
        for step in (block, *pointer.split("/")[1:]):
            if isinstance(here, list):
                number = int(step) if step.isdecimal() and step.isascii() else len(here)
                here = here[number] if number < len(here) else None
            else:
                here = here.get(_unescaped(step)) if isinstance(here, dict) else None
        return here

    @cached_property
    def _titled(self) -> set[tuple[int, str]]:
        """Where articles with a headline stand."""
        articles = self.nodes(*ARTICLES)
        return {(item.block, item.pointer) for item in articles if "headline" in item.data}

    def _is_part(self, item: Item) -> bool:
        """Tell what stands within an article."""
        steps = item.pointer.split("/")
        outer = ((item.block, "/".join(steps[:n])) for n in range(1, len(steps)))
        return not self._titled.isdisjoint(outer)

    def _rank(self, item: Item) -> tuple[bool, bool, bool, bool, bool]:
        named = {_normal(address) for address in _addresses(item)}
        return (
            not self._is_part(item),
            not self._addresses.isdisjoint(named),
            "headline" in item.data and "datePublished" in item.data,
            "articleBody" in item.data,
            item.pointer.count("/") <= _TOP_LEVEL,
        )

    def _parsed(self, number: int, text: str) -> JsonValue:
        try:
            # A character has four bytes at most.
            if 4 * len(text) > BLOCK_BYTES < len(text.encode("utf-8", "replace")):
                self._warn(f"JSON-LD block {number} is larger than {BLOCK_BYTES:,} bytes")
                return None
            return parse(text)
        except ValueError as problem:
            self._warn(f"JSON-LD block {number} is no JSON: {problem}")
            return None

    def _warn(self, why: str) -> None:
        detail = clean_text(why[:_LONGEST_PROBLEM]) or "broken"
        self._warnings.append(Warning(code="bad_linked_data", detail=detail))

    def _collect(self) -> None:
        """Walk all blocks in page order, without recursion, and index what has a type or an id."""
        pending = [(Value(b, n, ""), 0) for n, b in enumerate(self.blocks) if _is_branch(b)]
        pending.reverse()
        seen = 0
        while pending and seen < NODES:
            here, level = pending.pop()
            seen += 1
            if level < DEPTH:
                inner = [(key, part) for key, part in _pairs(here.value) if _is_branch(part)]
                pending.extend((_child(here, *pair), level + 1) for pair in reversed(inner))
            if isinstance(here.value, dict):
                self._note(Item(here.block, here.pointer, here.value, self._index))
        if pending:
            self._warn(f"JSON-LD of more than {NODES:,} objects and arrays; the first are read")

    def _note(self, item: Item) -> None:
        name = item.data.get("@id")
        if isinstance(name, str) and not _reference(item.data):
            self._index.setdefault(name, item)
        if item.types:
            self._items.append(item)


def _is_branch(value: JsonValue) -> bool:
    return isinstance(value, dict | list) and bool(value)


def _pairs(value: JsonValue) -> Iterable[tuple[str | int, JsonValue]]:
    if isinstance(value, dict):
        return value.items()
    return enumerate(value) if isinstance(value, list) else ()


def _child(value: Value, key: str | int, part: JsonValue) -> Value:
    return Value(part, value.block, f"{value.pointer}/{_escaped(str(key))}")


def _parts(value: Value) -> list[Value] | None:
    """Give what a list or a JSON-LD container holds, None for any other value."""
    here = value.value
    if isinstance(here, list):
        return [_child(value, *pair) for pair in enumerate(here)]
    if isinstance(here, dict) and (key := next((k for k in ("@list", "@set") if k in here), None)):
        return [Value(here[key], value.block, f"{value.pointer}/{key}")]
    return None


def _reference(data: Mapping[str, JsonValue]) -> str | None:
    """Give the id of an object that says nothing but that, or that and its type."""
    name = data.get("@id")
    return name if isinstance(name, str) and data.keys() <= {"@id", "@type"} else None


def _addresses(item: Item) -> Iterator[str]:
    for name in ("url", "mainEntityOfPage", "@id"):
        for value in item.values(name):
            inner = value.value
            told = (inner.get("@id"), inner.get("url")) if isinstance(inner, dict) else (inner,)
            yield from (address for address in told if isinstance(address, str))


def _normal(address: str) -> str | None:
    """Reduce an address to what tells pages apart; None for what only looks like one."""
    try:
        return normal_address(address.partition("#")[0]) or None
    except ValueError:
        return None


def _escaped(key: str) -> str:
    return key.replace("~", "~0").replace("/", "~1")


def _unescaped(key: str) -> str:
    return key.replace("~1", "/").replace("~0", "~")
