"""A page as one sheet of text, on which evidence is found by its place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from selectolax.lexbor import LexborNode

from copydesk import methods
from copydesk.errors import Refused
from copydesk.page import Page
from copydesk.schema import Evidence

_NO_TEXT = frozenset({"math", "noscript", "object", "script", "style", "svg", "template", "title"})
_BLOCKS = frozenset(
    {
        "address", "article", "aside", "blockquote", "br", "dd", "div", "dl", "dt", "fieldset", "figcaption", "figure",
        "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre",
        "section", "table", "td", "th", "tr", "ul",
    }
)  # fmt: skip
_LINES = re.compile(r"L(?P<first>\d+)(?:-L(?P<last>\d+))?(?::/(?P<regex>.*)/)?", re.DOTALL)
_SPACE = re.compile(r"\s+")


@dataclass
class Sheet:
    """The words of a page, block by block on lines of their own, in page order."""

    page: Page
    text: str = ""
    _places: dict[int, range] = field(default_factory=dict)

    @classmethod
    def of(cls, page: Page) -> "Sheet":
        """Lay out a page; one that cannot be read is an empty sheet."""
        try:
            if page.is_text:
                return cls(page, "\n".join(page.lines))
            return _Printer(page).printed() if page.tree.body is not None else cls(page)
        except Refused:
            return cls(page)

    def find(self, evidence: Evidence) -> range | None:
        """Find where the raw words stand; None for what is not on the face of the page."""
        if evidence.method == "text":
            return self._lines(evidence.selector)
        is_css = evidence.method in {"css", "generic"} or (
            evidence.method == "python" and evidence.selector not in methods.METHODS
        )
        node = (
            self._node(evidence.selector.partition(" @")[0])
            if is_css and not self.page.is_text
            else None
        )
        place = self._places.get(node.mem_id) if node is not None else None
        return (self._within(place, evidence.raw) or place) if place else None

    def search(self, words: str) -> range | None:
        """Find words wherever they stand first, white space aside."""
        return self._within(range(len(self.text)), words)

    def around(self, place: range, width: int) -> tuple[str, str, str]:
        """Give the words before, in and after a place, each on one line."""
        parts = (
            self.text[max(0, place.start - width) : place.start],
            self.text[place.start : place.stop],
            self.text[place.stop : place.stop + width],
        )
        before, within, after = (_SPACE.sub(" ", part) for part in parts)
        return before, within, after

    def _lines(self, selector: str) -> range | None:
        found = _LINES.fullmatch(selector)
        if not found or not 1 <= int(found["first"]) <= len(self._starts):
            return None
        start = self._starts[int(found["first"]) - 1]
        if found["regex"] is not None:
            match = re.compile(found["regex"], re.MULTILINE).search(self.text, start)
            return range(*match.span(1 if match.re.groups else 0)) if match else None
        last = min(int(found["last"] or found["first"]), len(self._starts))
        end = self._starts[last] - 1 if last < len(self._starts) else len(self.text)
        return range(start, end)

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(found.end() for found in re.finditer("\n", self.text))]

    def _node(self, selector: str) -> LexborNode | None:
        try:
            return self.page.tree.css_first(selector) if selector else None
        except Exception:  # noqa: BLE001  # selectolax has several errors for no selector
            return None

    def _within(self, place: range, words: str) -> range | None:
        shown = [at for at in place if not self.text[at].isspace()]
        squeezed = "".join(self.text[at] for at in shown)
        sought = "".join(words.split())
        start = squeezed.find(sought) if sought else -1
        return range(shown[start], shown[start + len(sought) - 1] + 1) if start >= 0 else None


class _Printer:
    """Prints the nodes of a page, and notes where each stands."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._parts: list[str] = []
        self._length = 0
        self._places: dict[int, range] = {}

    def printed(self) -> Sheet:
        body = self._page.tree.body
        pending: list[tuple[LexborNode, int | None]] = [(body, None)] if body is not None else []
        while pending:
            node, start = pending.pop()
            if start is not None:
                self._places[node.mem_id] = range(start, max(start, self._length))
                self._break(node)
            elif node.is_text_node:
                self._print(node.text_content or "")
            elif node.tag not in _NO_TEXT:
                self._break(node)
                self._print(_picture(node))
                start = self._length - len(_picture(node))
                pending.append((node, start))
                pending.extend((child, None) for child in reversed(list(_children(node))))
        return Sheet(self._page, "".join(self._parts), self._places)

    def _break(self, node: LexborNode) -> None:
        if node.tag in _BLOCKS and self._parts and not self._parts[-1].endswith("\n"):
            self._add("\n")

    def _print(self, words: str) -> None:
        text = _SPACE.sub(" ", words)
        is_fresh = not self._parts or self._parts[-1][-1].isspace()
        self._add(text.lstrip() if is_fresh else text)

    def _add(self, text: str) -> None:
        if text:
            self._parts.append(text)
            self._length += len(text)


def _picture(node: LexborNode) -> str:
    if node.tag not in {"img", "amp-img", "iframe", "video"}:
        return ""
    alt = " ".join((node.attributes.get("alt") or "").split())
    return f"[{'picture' if 'img' in (node.tag or '') else node.tag}{': ' if alt else ''}{alt}]"


def _children(node: LexborNode) -> Iterator[LexborNode]:
    child = node.first_child
    while child is not None:
        yield child
        child = child.next
