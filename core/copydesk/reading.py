"""One reading of one page for one outlet: method, layout, linked data, meta, generic, in this order."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any, TypeVar

from selectolax.lexbor import LexborNode

from copydesk import methods
from copydesk.draft import Draft
from copydesk.extract import fields as generic
from copydesk.extract.below import lines_below
from copydesk.extract.body.bios import without_bios
from copydesk.extract.body.builder import Builder
from copydesk.extract.body.content import main_pieces, without_repeats
from copydesk.extract.body.stated import fuller, stated
from copydesk.extract.context import Context
from copydesk.extract.found import Found
from copydesk.extract.language import LONGEST_SAMPLE
from copydesk.extract.lead import with_lead
from copydesk.extract.syndication import SEARCHED, syndication
from copydesk.extract.text import plain
from copydesk.extract.vicinity import Line
from copydesk.extract.walls import last_of, wall
from copydesk.layout.layout import Layout
from copydesk.layout.result import Result
from copydesk.origin import identify
from copydesk.outlet import AnyLayout, Outlet
from copydesk.page import Page
from copydesk.schema import Syndication, lines_of

T = TypeVar("T")
Reader = Callable[[Context], Any]

MARKUP: Mapping[str, Reader] = {
    name: getattr(generic, name)
    for name in (
        "headline", "summary", "authors", "published", "modified", "sections", "topics", "kind",
        "access", "publisher",
    )
}  # fmt: skip
PLAIN: Mapping[str, Reader] = {"headline": plain.headline}
_FIELDS = (*MARKUP, "dateline", "byline")
_LONG = 4_000
"""Letters of a text of which few sites show as much before they ask for money."""


def read(page: Page, outlet: Outlet, plugin: str) -> dict[str, Any]:
    """
    Read all fields of a page; nothing is validated as a whole yet.

    Returns:
        The values of an ``Article`` by field name, provenance included; ``headline`` is missing
        and ``body`` empty where the page has none.

    Raises:
        Refused: if the page cannot be decoded or parsed within the limits.
        Exception: whatever a method of the outlet raises.
    """
    return _Reading(page, outlet, plugin).values()


class _Reading:
    def __init__(self, page: Page, outlet: Outlet, plugin: str) -> None:
        self.page, self.outlet = page, outlet
        stated = None if page.is_text else page.html_lang
        default = outlet.language if isinstance(outlet.language, str) else None
        self.context = Context(
            page, zone=outlet.time_zone, language=stated or default, now=page.fetched
        )
        self.layout: AnyLayout | None = outlet.layout_of(page)
        self.result = self.layout.read(self.context) if self.layout else Result()
        self._last: LexborNode | None = None
        """The element of the last paragraph that the generic reader took."""
        self.draft = Draft(plugin, self.layout.name if self.layout else None)

    def values(self) -> dict[str, Any]:
        identify(self.draft, self.context, self.outlet, self.layout)
        for field in _FIELDS:
            self._fill(field)
        self._body()
        self._wall()
        self._pictures()
        for field in ("comments", "syndication"):
            self._put(field, getattr(self.result, field))
        self._take_over()
        self._language()
        self._state()
        return {**self.draft.values, "provenance": self.draft.provenance}

    def _fill(self, field: str) -> None:
        """Take a field from the first that has it; a layout's rule may say that there is no other."""
        if self._put(field, self.result.fields.get(field)):
            return
        rule = getattr(self.layout, field, None)
        if isinstance(rule, tuple) and not any(rule[-1:]):
            return
        reader = (PLAIN if self.page.is_text else MARKUP).get(field)
        self.draft.put(field, reader(self.context) if reader else None)

    def _put(self, field: str, found: Found[Any] | tuple[Found[Any], ...] | None) -> bool:
        own = methods.call(self.outlet, field, self.context)
        return self.draft.put(field, own) or self.draft.put(field, found, by_layout=True)

    def _body(self) -> None:
        if self._put("body", self.result.body):
            return
        if self.page.is_text:
            headline = self.draft.provenance.get("/headline")
            line = re.match(r"L(\d+)", headline[0].selector) if headline else None
            self.draft.put("body", plain.body(self.context, int(line[1]) + 1 if line else 1))
        elif not isinstance(self.layout, Layout) or self.layout.body is None:
            self._generic_body()
        elif self.layout.body:
            detail = (
                f"layout {self.layout.name}: nothing of the page is its body, {self.layout.body}"
            )
            self.context.warn("no_body", "/body", detail)

    def _generic_body(self) -> None:
        self.page.forget_text()
        builder = Builder(self.context, "generic")
        known = {self.draft.values.get("headline", ""), self._printed_summary()}
        authors = [p.name for p in self.draft.values.get("authors", ()) if p.kind == "person"]
        kept = without_bios(main_pieces(self.page), authors)
        self._last = last_of(kept)
        pieces = _handed_over(kept)
        found = builder.found(without_repeats(pieces, known))
        if stated(self.page) is not None:
            found = iter(fuller(self.page, tuple(found)))
        self.draft.put_all("body", found)
        self.result.images = (*self.result.images, *builder.images)

    def _wall(self) -> None:
        """Take for who may read a text what is printed at its end, where the page states nothing."""
        if "access" not in self.draft.values and not self.page.is_text:
            self.draft.put(
                "access", wall(self.context, self._ends(), self._below if self._last else ())
            )

    def _printed_summary(self) -> str:
        """Give the dek; what the page's head alone calls its description is the text's where it says it too."""
        evidence = self.draft.provenance.get("/summary", ())
        is_stated = any(found.method in {"ld", "meta"} for found in evidence)
        return "" if is_stated else self.draft.values.get("summary", "")

    def _pictures(self) -> None:
        images = self.result.images
        if not self.page.is_text and not any(found.value.lead for found in images):
            body = self.draft.values.get("body", ())
            images = with_lead(self.context, images, body, self._shown(0))
        self._put("images", images)

    def _take_over(self) -> None:
        """Credits that any outlet may use, and the site that serves another outlet's copy."""
        if not self.draft.values.get("syndication"):
            self.draft.put("syndication", self._credits())
        for number, step in enumerate(self.draft.values.get("syndication", ())):
            if step.relation == "republished_by" and step.party:
                self.draft.values["publisher"] = step.party
                self.draft.provenance["/publisher"] = self.draft.provenance[
                    f"/syndication/{number}"
                ]

    def _credits(self) -> tuple[Found[Syndication], ...]:
        authors = range(len(self.draft.values.get("authors", ())))
        return syndication(
            self.context,
            self._ends(),
            [self.draft.part("authors", number) for number in authors],
            below=self._below,
            outlet=self.outlet.name,
        )

    @cached_property
    def _below(self) -> tuple[Line, ...]:
        """The lines below the text, by its last paragraph or the last block that markup shows."""
        last = self._last or self._shown(-1)
        return tuple(lines_below(last)) if last is not None else ()

    def _ends(self) -> list[Found[Any]]:
        """Give the first blocks of the body and the last, where credits and walls stand."""
        numbers = range(len(self.draft.values.get("body", ())))
        ends = sorted({*numbers[:SEARCHED], *numbers[-SEARCHED:]})
        return [self.draft.part("body", number) for number in ends]

    def _shown(self, number: int) -> LexborNode | None:
        """Give the element of a block of the body, if markup shows it."""
        blocks = self.draft.values.get("body", ())
        trace = self.draft.part("body", range(len(blocks))[number]).trace if blocks else None
        if trace is None or self.page.is_text or trace.method not in {"css", "generic"}:
            return None
        return self.page.tree.css_first(trace.selector)

    def _language(self) -> None:
        lines = (line for b in self.draft.values.get("body", ()) for line in lines_of(b))
        sample = "\n".join(_enough(lines)) or self.draft.values.get("headline", "")
        own = methods.call(self.outlet, "language", self.context)
        if not self.draft.put("language", own or generic.language(self.context, sample)):
            default = self.outlet.language
            self.draft.values["language"] = default if isinstance(default, str) else None

    def _state(self) -> None:
        """Whether all of the text is here, and what a reader should know."""
        values, page = self.draft.values, self.page
        is_cut = page.truncated and not self.result.is_ended
        if is_cut:
            self.context.warn(
                "truncated", None, "the page ends before its markup or its last sentence does"
            )
        _drop_impossible_change(values, self.draft, self.context)
        is_walled = values.get("access") == "paywalled" and not self._is_stated()
        if is_cut or (is_walled and not self._may_be_whole()):
            values["completeness"] = "partial"
        elif not is_walled and (self.result.is_ended or not page.is_text):
            values["completeness"] = "full"
        linked = () if page.is_text else page.linked_data.warnings
        values["warnings"] = (*page.warnings, *linked, *self.context.warnings)

    def _may_be_whole(self) -> bool:
        """Tell a long text above a printed wall: some sites send all of it, and a script shuts it."""
        wall = self.draft.provenance["/access"][0]
        letters = sum(len(line) for b in self.draft.values.get("body", ()) for line in lines_of(b))
        return wall.method == "generic" and letters > _LONG and not any(map(str.isdigit, wall.raw))

    def _is_stated(self) -> bool:
        """Tell a text that linked data gave in full, whatever the markup shows of it."""
        first = self.draft.provenance.get("/body/0", ())
        return any(evidence.method == "ld" for evidence in first)


def _handed_over(parts: list[T]) -> Iterator[T]:
    """Give what is in a list and keep none of it: a page may have 100,000 paragraphs."""
    parts.reverse()
    while parts:
        yield parts.pop()


def _enough(lines: Iterable[str]) -> Iterator[str]:
    """Give as many lines as tell the language."""
    length = 0
    for line in lines:
        yield line
        length += len(line)
        if length >= LONGEST_SAMPLE:
            return


def _drop_impossible_change(values: dict[str, Any], draft: Draft, context: Context) -> None:
    published, modified = values.get("published"), values.get("modified")
    if published and modified and modified.latest < published.earliest:
        context.warn(
            "modified_before_published",
            "/modified",
            f"{modified.value} is before {published.value}",
        )
        del values["modified"], draft.provenance["/modified"]
