"""Where a layout's field comes from: CSS, a meta tag, linked data, or a pattern in text."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import accumulate
from typing import Protocol

from selectolax.lexbor import LexborHTMLParser, LexborNode, SelectolaxError

from copydesk.extract.context import Context
from copydesk.extract.found import Trace
from copydesk.extract.words import line_of
from copydesk.schema import clean_line

_PROBE = LexborHTMLParser("<p></p>")
# lexbor looks for an ancestor that is a bare ``:is()`` no further up than the parent; ``*:is()`` it
# finds anywhere.
_BARE_IS = re.compile(r"(?:^|(?<=[\s,(>+~])):(?=(?:is|where)\()")


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing that a source found; ``lines`` are the text lines it covers, from 1."""

    text: str
    trace: Trace
    node: LexborNode | None = None
    lines: range = range(0)
    match: re.Match[str] | None = None


class Source(Protocol):
    """Finds what a rule names on a page."""

    def find(self, context: Context) -> Iterator[Hit]:
        """Give the hits in page order."""
        ...


@dataclass(frozen=True, slots=True)
class Css:
    """``css`` for the text of nodes, ``css @attr`` for an attribute of theirs."""

    css: str
    attribute: str | None = None

    def find(self, context: Context) -> Iterator[Hit]:
        """Give every matching node with words, or with the attribute."""
        for node in self.nodes(context):
            if (hit := self.hit(node, context)).text:
                yield hit

    def nodes(self, context: Context) -> list[LexborNode]:
        """Give every matching node; ``html …`` looks at the whole page, whatever the scope."""
        root = context.page.tree if self.css.startswith("html") else context.root
        return root.css(self.css)

    def hit(self, node: LexborNode, context: Context) -> Hit:
        """Read one node as this rule says."""
        where = context.paths.of(node)
        if self.attribute:
            value = clean_line(node.attributes.get(self.attribute) or "") or ""
            return Hit(value, Trace("css", f"{where} @{self.attribute}", value), node)
        text = line_of(node) or ""
        return Hit(text, Trace("css", where, text), node)


@dataclass(frozen=True, slots=True)
class Meta:
    """``meta:og:title``: the content of meta tags of one name."""

    name: str

    def find(self, context: Context) -> Iterator[Hit]:
        """Give every content."""
        for value in context.page.meta.all(self.name):
            if text := clean_line(value):
                yield Hit(text, Trace("meta", self.name, value))


@dataclass(frozen=True, slots=True)
class Linked:
    """``ld:datePublished``: a property of the article's node in the linked data."""

    name: str

    def find(self, context: Context) -> Iterator[Hit]:
        """Give every value that has words."""
        article = context.page.linked_data.article
        for value in article.values(self.name) if article else ():
            if text := clean_line(value.text or ""):
                trace = Trace("ld", f"{value.block}:{value.pointer}", value.text or "")
                yield Hit(text, trace)


@dataclass(frozen=True)
class Text:
    """The lines of a text page as one string, and back from a position to its line."""

    lines: tuple[str, ...]

    @cached_property
    def whole(self) -> str:
        """All lines, parted by line feeds alone."""
        return "\n".join(self.lines)

    @cached_property
    def _starts(self) -> list[int]:
        return list(accumulate((len(line) + 1 for line in self.lines), initial=0))

    def line_at(self, position: int) -> int:
        """Number, from 1, of the line that holds a position."""
        return min(bisect_right(self._starts, position), len(self.lines))


@dataclass(frozen=True, slots=True)
class Pattern:
    """A regular expression over a text page; its first group is what it finds."""

    regex: re.Pattern[str]

    def find(self, context: Context) -> Iterator[Hit]:
        """Give every match with words."""
        text = Text(context.page.lines)
        for match in self.regex.finditer(text.whole):
            if (hit := self.hit(match, text)).text:
                yield hit

    def hit(self, match: re.Match[str], text: Text) -> Hit:
        """Make a hit of a match; ``L3:/regex/`` finds it again from its first line on."""
        first = text.line_at(match.start())
        last = text.line_at(max(match.start(), match.end() - 1))
        words = clean_line(match[1 if self.regex.groups else 0] or "") or ""
        trace = Trace("text", f"L{first}:/{self.regex.pattern}/", words)
        return Hit(words, trace, lines=range(first, last + 1), match=match)


@lru_cache(maxsize=1024)
def css(rule: str) -> Css:
    """
    Compile ``css`` or ``css @attr``.

    Raises:
        ValueError: if the engine does not know the selector; it says so only when it is used.
    """
    printed, _, attribute = rule.rpartition(" @") if " @" in rule else (rule, "", "")
    selector = _BARE_IS.sub("*:", printed)
    try:
        _PROBE.css(selector)
    except SelectolaxError as error:
        raise ValueError(
            f"{printed!r} is no CSS selector that lexbor knows (no :scope, :contains, ::text, :lang)"
        ) from error
    return Css(selector, attribute or None)


def every(root: LexborHTMLParser | LexborNode, rule: str | None) -> list[LexborNode]:
    """Give the nodes that a selector matches, in page order; none without one."""
    return root.css(css(rule).css) if rule else []


def first(root: LexborHTMLParser | LexborNode, rule: str | None) -> LexborNode | None:
    """Give the first node that a selector matches; None without one."""
    return root.css_first(css(rule).css) if rule else None


def source(rule: str) -> Source:
    """
    Compile one rule of a layout of marked-up pages.

    Raises:
        ValueError: if it is neither CSS nor ``meta:name`` nor ``ld:property``.
    """
    if rule.startswith("meta:"):
        return Meta(rule.removeprefix("meta:").lower())
    if rule.startswith("ld:"):
        return Linked(rule.removeprefix("ld:"))
    return css(rule)


def pattern(rule: str, *, groups: int = 1) -> Pattern:
    """
    Compile one rule of a layout of text pages; ``^`` and ``$`` match at every line.

    Raises:
        ValueError: if it is no regular expression, or has more than ``groups`` unnamed groups.
    """
    try:
        regex = re.compile(rule, re.MULTILINE)
    except re.error as error:
        raise ValueError(f"{rule!r} is no regular expression: {error}") from error
    if regex.groups - len(regex.groupindex) > groups:
        raise ValueError(f"{rule!r} has {regex.groups} groups; mark all but one as (?:…)")
    return Pattern(regex)
