"""Replaying evidence: what its selector finds on the page, and whether that gives its raw words."""

import html
import re
from collections.abc import Callable, Iterator, Mapping
from urllib.parse import unquote

from selectolax.lexbor import LexborNode

from copydesk import methods
from copydesk.conformance.trial.visible import composed, pieces_of, squeezed
from copydesk.extract.context import Context
from copydesk.extract.language import language_of
from copydesk.outlet import Outlet
from copydesk.page import Page
from copydesk.schema import Article, Evidence

_LINES = re.compile(r"L(?P<first>\d+)(?:-L(?P<last>\d+))?(?::/(?P<regex>.*)/)?", re.DOTALL)
_LEVELS = 5


class Replay:
    """One article's page, on which its evidence is looked for again."""

    def __init__(self, article: Article, page: Page, outlet: Outlet | None) -> None:
        """``outlet`` is whose methods are called again for evidence of method ``python``."""
        self._article, self._page, self._outlet = article, page, outlet
        self._finders: Mapping[str, Callable[[str], Iterator[str]]] = {
            "css": self._css,
            "generic": self._generic,
            "ld": self._linked_data,
            "meta": self._meta,
            "microdata": self._microdata,
            "python": self._method,
            "text": self._lines,
            "url": self._address,
        }

    def problem(self, evidence: Evidence) -> str | None:
        """
        Say what is wrong with one piece of evidence; None where it replays.

        Evidence from a feed does not stand on the page and is taken as it is.
        """
        if evidence.method == "feed":
            return None
        found = list(self._finders[evidence.method](evidence.selector))
        if not found:
            return "the selector finds nothing on the page"
        raw = squeezed(evidence.raw)
        if any(raw in text for text in found) or self._is_composed(raw, evidence):
            return None
        return (
            f"the selector finds {found[0][:120]!r} on the page, which does not give the raw words"
        )

    def _is_composed(self, raw: str, evidence: Evidence) -> bool:
        """Tell whether the words are whole text nodes below the node, less some that were dropped."""
        if evidence.method == "text" or (node := self._node(evidence.selector)) is None:
            return False
        return composed(raw, list(pieces_of(node))) > 0

    def _css(self, selector: str) -> Iterator[str]:
        rule, _, attribute = selector.partition(" @")
        if (node := self._node(rule)) is None:
            return
        if attribute:
            yield from self._attribute(node, attribute)
            return
        yield squeezed(node.text(separator=" "))
        yield "".join(pieces_of(node))
        for part in (node, *_frame(node).css("img, source, amp-img, iframe, video")):
            for name in part.attributes:
                yield from self._attribute(part, name)

    def _generic(self, selector: str) -> Iterator[str]:
        if selector == "text":  # the article's own text tells its language
            yield language_of(self._article.text or self._article.headline) or ""
        else:
            yield from self._css(selector)

    def _attribute(self, node: LexborNode, name: str) -> Iterator[str]:
        value = node.attributes.get(name)
        if value is not None:
            yield squeezed(value)
            for part in (value, *re.split(r",?\s+", value)):
                yield self._page.join(part) or ""

    def _lines(self, selector: str) -> Iterator[str]:
        place = _LINES.fullmatch(selector)
        lines = self._page.lines
        if not place or not 1 <= int(place["first"]) <= len(lines):
            return
        first, last = int(place["first"]), int(place["last"] or place["first"])
        if place["regex"] is None:
            yield squeezed(" ".join(lines[first - 1 : last]))
            return
        start = sum(len(line) + 1 for line in lines[: first - 1])
        found = re.compile(place["regex"], re.MULTILINE).search("\n".join(lines), start)
        if found:
            yield squeezed(found[1 if found.re.groups else 0] or "")

    def _linked_data(self, selector: str) -> Iterator[str]:
        for text in _scalars(self._page.linked_data.at(selector)):
            yield squeezed(html.unescape(text))
            yield self._page.join(text) or ""

    def _meta(self, selector: str) -> Iterator[str]:
        for text in self._page.meta.all(selector):
            yield squeezed(text)
            yield self._page.join(text) or ""

    def _microdata(self, selector: str) -> Iterator[str]:
        item = self._page.microdata.article
        for value in item.values(selector) if item else ():
            yield squeezed(value.text)

    def _address(self, _: str) -> Iterator[str]:
        for url in filter(None, (self._page.url, self._page.canonical_url)):
            yield url
            yield re.sub(r"[/_.]", "-", unquote(url))
            yield re.sub(r"(\d{4})-?(\d\d)-?(\d\d)", r"\1-\2-\3", re.sub(r"[/_.]", "-", url))

    def _method(self, selector: str) -> Iterator[str]:
        if selector not in methods.METHODS:  # a node that the method returned
            yield from self._css(selector)
            return
        if self._outlet is None:
            return
        context = Context(self._page, zone=self._outlet.time_zone, now=self._page.fetched)
        found = methods.call(self._outlet, selector, context)
        for part in found if isinstance(found, tuple) else filter(None, (found,)):
            yield squeezed(part.trace.raw)

    def _node(self, rule: str) -> LexborNode | None:
        selector = rule.partition(" @")[0]
        try:
            return self._page.tree.css_first(selector) if selector else None
        except Exception:  # noqa: BLE001  # selectolax has several errors for no selector
            return None


def _frame(node: LexborNode) -> LexborNode:
    """Give the element that gathers the sources of a picture, or the node itself."""
    here: LexborNode | None = node
    for _ in range(_LEVELS if node.tag == "img" else 0):
        here = here.parent if here is not None else None
        if here is not None and here.tag in {"picture", "figure"}:
            return here
    return node


def _scalars(value: object) -> Iterator[str]:
    pending = [value]
    while pending:
        match pending.pop():
            case dict() as found:
                pending.extend(found.values())
            case list() as found:
                pending.extend(found)
            case None:
                continue
            case scalar:
                yield str(scalar)
