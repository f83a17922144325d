"""Words that the framework and the plugins read pages by, which a synthesised page must keep."""

import json
import re
import sys
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from itertools import chain
from types import CodeType, FunctionType
from typing import Any
from urllib.parse import urlsplit

from copydesk.conformance.synthesis.filler import HAN, Filler, parts_of
from copydesk.extract.dates.zones import ABBREVIATIONS
from copydesk.page import Page
from copydesk.plugins import Plugins

_MARKS = (
    "\xad\u200b\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u064b-\u065f\u0670\u0900-\u0903\u093a-\u094f"
    "\u0951-\u0957\u0962\u0963\u0981-\u0983\u09bc-\u09cd\u0a3c-\u0a4d\u0abc-\u0acd\u0b3c-\u0b4d"
    "\u0bbe-\u0bcd\u0c3e-\u0c4d\u0cbc-\u0ccd\u0d3e-\u0d4d\u0dca-\u0ddf\u0e31-\u0e3a\u0e47-\u0e4e"
    "\u0eb1-\u0ebc\u0ec8-\u0ecd\u0f71-\u0f84\u102b-\u103e\u17b4-\u17d3"
)
"""Vowel signs and marks that Python counts among no letters, and what parts a word unseen."""

WORD = rf"[{HAN}]|(?:(?![{HAN}])[^\W\d_])(?:(?![{HAN}])[^\W\d_]|[{_MARKS}])*"
"""A word: a run of letters with their marks, or one Chinese or Japanese character."""

_WORD = re.compile(WORD)
_HAN_PHRASE = re.compile(rf"[{HAN}]{{2,}}")
_NO_LITERALS = re.compile(r"\\.|\[(?:\\.|[^\]])*\]|\(\?P?[<=!]?\w*>?|\{\d*,?\d*\}")
_LITERAL = re.compile(r"[^\W\d_]{2}")
_CSS_VALUE = re.compile(
    r"""\[\s*(?:content|href|src|alt|title|value|data-[\w-]+|aria-label)\s*[~|^$*]?=\s*"""
    r"""(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<bare>[^\]\s]+))"""
)
_REGEX = re.compile(r"^(?:text:|\^)|\\|\(\?")
_READERS = ("copydesk.extract",)
_LONGEST, _LONGEST_CONSTANT, _FIRST, _CONTEXT, _SHORTEST = 400, 60, 5_000, 2_000, 4


@cache
def known_words() -> frozenset[str]:
    """Give the words of bylines, dates and languages that every page is read by, case-folded."""
    words = {word.casefold() for text in _data() for word in _WORD.findall(text) if len(word) > 1}
    return frozenset(words | ABBREVIATIONS)


@cache
def known_phrases() -> frozenset[str]:
    """Give the known words that are written in Chinese or Japanese characters, of two or more."""
    return frozenset(found for text in _data() for found in _HAN_PHRASE.findall(text))


def marked_values(plugins: Plugins) -> frozenset[str]:
    """Give the values of attributes by which selectors know a page: ``content="…"``, ``href*="…"``."""
    found = (
        match
        for rule in _rules(plugins)
        if isinstance(rule, str)
        for match in _CSS_VALUE.finditer(rule)
    )
    values = (match["double"] or match["single"] or match["bare"] or "" for match in found)
    return frozenset(value for value in values if _LITERAL.search(value))


def markers(page: Page, plugins: Plugins) -> frozenset[str]:
    """
    Give the words of a page, case-folded, that some rule needs.

    Without one of them the rule that matches there would match no longer.
    """
    rules = list(_compiled(_rules(plugins)))
    filler, found = Filler(known_words()), set(_of_the_site(page))
    for text in _texts(page):
        for rule in rules:
            for match in rule.finditer(text):
                found |= _needed(rule, match, filler)
    return frozenset(found)


def _of_the_site(page: Page) -> Iterator[str]:
    """Give the words of the tab's title that the host has, too: by them a site is known."""
    host = urlsplit(page.url or (None if page.is_text else page.canonical_url) or "").hostname or ""
    for word in () if page.is_text else _WORD.findall(page.title or ""):
        if len(word) >= _SHORTEST and word.casefold() in host:
            yield word.casefold()


def _needed(rule: re.Pattern[str], match: re.Match[str], filler: Filler) -> set[str]:
    start = max(0, match.start() - _CONTEXT)
    before = match.string[start : match.start()]
    after = match.string[match.end() : match.end() + _CONTEXT]

    def still_matches(without: Collection[str]) -> bool:
        # Wherever they stand in the match, since a rule may look for the same words twice.
        other = _WORD.sub(lambda found: _filled(found[0], without, filler), match[0])
        return rule.match(before + other + after, len(before)) is not None

    parts = {part.casefold() for word in _WORD.findall(match[0]) for part in parts_of(word)}
    words = {word for word in parts if len(word) > 1 and not filler.keeps(word)}
    return set() if still_matches(words) else {w for w in words if not still_matches({w})}


def _filled(word: str, without: Collection[str], filler: Filler) -> str:
    parts = parts_of(word)
    return "".join(filler.of(part) if part.casefold() in without else part for part in parts)


def _texts(page: Page) -> Iterator[str]:
    """Give what rules look at: a text page whole and by lines; elements and their lines, addresses, the first words."""
    if page.is_text:
        yield "\n".join(page.lines)
        yield from {line.strip() for line in page.lines}
        return
    every = (" ".join(node.text().split()) for node in page.tree.css("title, body *"))
    broken = (node.text(separator="\n").split("\n") for node in page.tree.css("body :has(> br)"))
    lines = (" ".join(line.split()) for line in chain.from_iterable(broken))
    texts = dict.fromkeys(text for text in chain(every, lines) if len(text) <= _LONGEST)
    body = page.tree.body
    words = " ".join(body.text(separator=" ").split())[:_FIRST] if body is not None else None
    nodes = page.tree.css("[href], [src], [data-src]")
    addresses = (
        node.attributes.get(name) for node in nodes for name in ("href", "src", "data-src")
    )
    yield from (text for text in (*texts, *dict.fromkeys(addresses), page.url, words) if text)


def _compiled(rules: Iterable[object]) -> Iterator[re.Pattern[str]]:
    for rule in dict.fromkeys(rules):
        pattern = rule if isinstance(rule, re.Pattern) else _pattern(str(rule))
        if pattern is not None and _LITERAL.search(_NO_LITERALS.sub(" ", pattern.pattern)):
            yield pattern


def _pattern(rule: str) -> re.Pattern[str] | None:
    """Compile what looks like a regular expression; most strings are CSS or names."""
    if not _REGEX.search(rule):
        return None
    try:
        return re.compile(rule.removeprefix("text:"), re.MULTILINE)
    except (re.error, OverflowError):
        return None


def _rules(plugins: Plugins) -> Iterator[object]:
    """Give every pattern and string that the generic reader and the plugins hold."""
    names = [*_READERS, *(p.module.__name__ for p in plugins.working if p.module is not None)]
    for name, module in list(sys.modules.items()):
        if any(name == known or name.startswith(f"{known}.") for known in names):
            yield from _held(vars(module))
    for _, outlet in plugins.outlets():
        yield from _held([getattr(outlet, "id_pattern", None), outlet.layouts])
        for method in vars(type(outlet)).values():
            if isinstance(method, FunctionType):
                yield from _constants(method.__code__)


def _held(value: Any) -> Iterator[object]:  # noqa: ANN401  # whatever a module holds
    match value:
        case str() | re.Pattern():
            yield value
        case Mapping():
            for name, part in value.items():
                if not str(name).startswith("__"):
                    yield from _held(part)
        case tuple() | list() | set() | frozenset():
            for part in value:
                yield from _held(part)
        case _ if hasattr(value, "__dataclass_fields__") and not isinstance(value, type):
            for name in value.__dataclass_fields__:
                yield from _held(getattr(value, name) if name not in {"name", "_made"} else None)


def _constants(code: CodeType) -> Iterator[str | re.Pattern[str]]:
    """Give the words that a method compares with; what has lines is its docstring."""
    for value in code.co_consts:
        if isinstance(value, str) and len(value) <= _LONGEST_CONSTANT and "\n" not in value:
            is_prose = " " in value or not value.isascii()
            yield (
                value if _CSS_VALUE.search(value) or not is_prose else re.compile(re.escape(value))
            )


def _data() -> Iterator[str]:
    folder = files("copydesk.extract")
    for path in ("people/names.json", "language.json", "dates/words.json"):
        tables = json.loads(folder.joinpath(path).read_text("utf-8"))
        for name in {"about", "blocks", "letters"} & set(tables):
            del tables[name]
        yield from _strings(tables)


def _strings(value: object) -> Iterator[str]:
    match value:
        case str():
            yield value
        case dict():
            for part in value.values():
                yield from _strings(part)
        case list():
            for part in value:
                yield from _strings(part)
