"""JSON-LD: every block parsed alone, references followed, whatever stands in it."""

import html
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from copydesk.schema import Warning, clean_text, normal_address  # noqa: A004  # the schema's own

BLOCK_BYTES, BLOCKS, DEPTH, NODES = 2 * 1024 * 1024, 200, 100, 20_000
"""What of a page's linked data is read: bytes a block, blocks, levels, nodes in all."""

ARTICLES = frozenset(
    ["Article", "NewsArticle", "ReportageNewsArticle", "OpinionNewsArticle", "AnalysisNewsArticle", "BackgroundNewsArticle", "ReviewNewsArticle", "AskPublicNewsArticle", "LiveBlogPosting", "BlogPosting", "SocialMediaPosting", "Report", "SatiricalArticle", "AdvertiserContentArticle", "ScholarlyArticle", "TechArticle"]
)
_WRAPPING = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[|/\*.*?\*/)|(?:-->|//\s*\]\]>|\]\]>|;)\s*$"
)
_TRAILING_COMMA = re.compile(r",(?=\s*[}\]])")


@dataclass(frozen=True, slots=True)
class Value:
    """A property's value and where it stands: block number and JSON Pointer."""

    value: Any
    block: int
    pointer: str

    @property
    def text(self) -> str | None:
        """The value in words: a string, a number, or an object's name, value or address."""
        value = self.value
        if isinstance(value, dict):
            value = next(
                (
                    value[k]
                    for k in ("name", "@value", "url", "@id")
                    if isinstance(value.get(k), str)
                ),
                None,
            )
        if isinstance(value, bool) or value is None or isinstance(value, list):
            return None
        return html.unescape(str(value)).strip() or None


@dataclass(frozen=True, slots=True)
class Item:
    """One typed node."""

    block: int
    pointer: str
    data: dict[str, Any]
    _index: dict[str, "Item"] = field(repr=False)

    @property
    def types(self) -> tuple[str, ...]:
        """Its types, without the vocabulary's address."""
        found = self.data.get("@type")
        names = found if isinstance(found, list) else [found]
        return tuple(name.rstrip("/").rsplit("/", 1)[-1] for name in names if isinstance(name, str))

    def values(self, name: str) -> tuple[Value, ...]:
        """Give a property's values in order; lists are flattened, references followed once."""
        return tuple(self._each(self.data.get(name), f"{self.pointer}/{name}", 0))

    def items(self, name: str) -> tuple["Item", ...]:
        """Give those of a property's values that are objects."""
        return tuple(
            Item(v.block, v.pointer, v.value, self._index)
            for v in self.values(name)
            if isinstance(v.value, dict)
        )

    def _each(self, value: object, pointer: str, level: int) -> Iterator[Value]:
        if isinstance(value, list) and level < DEPTH:
            for number, part in enumerate(value):
                yield from self._each(part, f"{pointer}/{number}", level + 1)
        elif (
            isinstance(value, dict)
            and set(value) <= {"@id", "@type"}
            and isinstance(value.get("@id"), str)
        ):
            target = self._index.get(value["@id"])
            if target:
                yield Value(target.data, target.block, target.pointer)
        elif value is not None and not isinstance(value, list):
            yield Value(value, self.block, pointer)


class LinkedData:
    """All JSON-LD of a page."""

    def __init__(self, tree: LexborHTMLParser, addresses: Sequence[str | None] = ()) -> None:
        """
        Parse every block alone.

        Args:
            tree: The page.
            addresses: Addresses that the page is known by, to choose its article among several.
        """
        self.warnings: tuple[Warning, ...] = ()
        self._addresses = {normal_address(a) for a in addresses if a}
        scripts = tree.css('script[type="application/ld+json" i]')
        self.blocks: tuple[Any, ...] = tuple(
            self._parsed(n, s.text()) for n, s in enumerate(scripts[:BLOCKS])
        )
        self._index: dict[str, Item] = {}
        self._items = self._collected()

    def nodes(self, *types: str) -> tuple[Item, ...]:
        """Give the nodes of any of these types, in page order; all typed nodes without."""
        return tuple(i for i in self._items if not types or set(types) & set(i.types))

    @property
    def article(self) -> Item | None:
        """The node that describes this page's article."""
        found = self.nodes(*ARTICLES)
        return max(found, key=self._rank) if found else None

    def at(self, selector: str) -> Any:  # noqa: ANN401  # any JSON value
        """Replay ``0:/@graph/1/headline``; None where nothing stands there."""
        block, _, pointer = selector.partition(":")
        here = (
            self.blocks[int(block)] if block.isdigit() and int(block) < len(self.blocks) else None
        )
        for step in pointer.split("/")[1:]:
            if isinstance(here, list) and step.isdigit() and int(step) < len(here):
                here = here[int(step)]
            else:
                here = here.get(step) if isinstance(here, dict) else None
        return here

    def _rank(self, item: Item) -> tuple[bool, bool, bool]:
        named = [v.text for name in ("url", "mainEntityOfPage", "@id") for v in item.values(name)]
        is_this = any(
            text and normal_address(text.split("#")[0]) in self._addresses for text in named
        )
        return (
            is_this,
            "headline" in item.data and "datePublished" in item.data,
            "articleBody" in item.data,
        )

    def _parsed(self, number: int, text: str) -> Any:  # noqa: ANN401  # any JSON value
        if len(text) > BLOCK_BYTES:
            return self._broken(number, f"holds more than {BLOCK_BYTES} bytes")
        bare = _WRAPPING.sub("", _WRAPPING.sub("", text.strip()))
        error = "is empty"
        for attempt in (bare, _TRAILING_COMMA.sub("", bare), html.unescape(bare)):
            try:
                return json.loads(attempt, strict=False, parse_constant=lambda _: None)
            except (ValueError, RecursionError) as problem:
                error = f"is no JSON: {type(problem).__name__} {problem}"
        return self._broken(number, error)

    def _broken(self, number: int, why: str) -> None:
        detail = clean_text(f"JSON-LD block {number} {why}"[:300]) or "broken"
        self.warnings = (*self.warnings, Warning(code="bad_linked_data", detail=detail))

    def _collected(self) -> list[Item]:
        found: list[Item] = []
        pending = [(n, "", b, 0) for n, b in reversed(list(enumerate(self.blocks)))]
        seen = 0
        while pending and seen < NODES:
            block, pointer, value, level = pending.pop()
            seen += 1
            children = _children(value) if level < DEPTH else []
            pending.extend((block, f"{pointer}/{k}", v, level + 1) for k, v in reversed(children))
            if isinstance(value, dict):
                self._note(Item(block, pointer, value, self._index), found)
        return found

    def _note(self, item: Item, found: list[Item]) -> None:
        name = item.data.get("@id")
        if isinstance(name, str) and len(item.data) > 1 and not set(item.data) <= {"@id", "@type"}:
            self._index.setdefault(name, item)
        if item.types:
            found.append(item)


def _children(value: object) -> list[tuple[str, Any]]:
    if isinstance(value, dict):
        return [(key, part) for key, part in value.items() if isinstance(part, dict | list)]
    return (
        [(str(n), part) for n, part in enumerate(value) if isinstance(part, dict | list)]
        if isinstance(value, list)
        else []
    )
