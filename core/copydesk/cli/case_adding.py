"""``copydesk case add``: a page becomes a case."""

import shlex
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from copydesk.claims import Candidate
from copydesk.cli.one_page import one_page
from copydesk.cli.plugins_view import tell_broken
from copydesk.cli.stdout import kept_stdout
from copydesk.conformance import cases, places
from copydesk.conformance.authoring import shelf
from copydesk.conformance.cases import Case
from copydesk.conformance.report import short
from copydesk.conformance.trial.confined import offline
from copydesk.desk import Desk
from copydesk.errors import Refused, UsageError
from copydesk.outcome import Failure
from copydesk.page import Page
from copydesk.plugins import Plugin
from copydesk.printable import escaped

_LARGE = 200_000


@dataclass(frozen=True)
class Adding:
    """The command's arguments."""

    file: str
    plugin: str
    outlet: str | None = None
    url: str | None = None
    fetched: str | None = None
    slug: str | None = None
    origin: str | None = None
    note: str | None = None
    cases: str | None = None
    is_packed: bool = False
    config: str | None = None

    @classmethod
    def of(cls, file: str, **given: Any) -> "Adding":  # noqa: ANN401  # click's own types
        """Take what click has parsed."""
        return cls(file, **given)

    def run(self) -> int:
        """
        Store the page, and say where it is and what is next.

        Raises:
            UsageError: for wrong use, or a folder that cannot be written.
        """
        with kept_stdout():
            desk = Desk(self.config)
            plugin = places.plugin_named(self.plugin, desk)
            page = self._page(desk)
            with offline():
                case = self._stored(desk, plugin, page)
        tell_broken(desk.plugins)
        for line in self._told(case, page):
            click.echo(escaped(line))
        return 0

    def _page(self, desk: Desk) -> Page:
        read = one_page(desk, self.file, self.url)
        if isinstance(read, Failure):
            raise UsageError(f"{escaped(self.file)}: {read.code}: {read.reason}")
        fetched = _moment(self.fetched) if self.fetched else read.fetched
        return Page(
            read.content, read.url, source=read.source, media_type=read.media_type, fetched=fetched
        )

    def _stored(self, desk: Desk, plugin: Plugin, page: Page) -> Case:
        root = shelf.root_for(plugin, Path(self.cases) if self.cases else None, Path.cwd())
        slug = shelf.checked_slug(self.slug) if self.slug else shelf.slug_of(page, desk.edit(page))
        facts: dict[str, object] = {
            "outlet": self._outlet(desk, plugin, page),
            "url": page.url,
            "fetched": page.fetched,
            "media_type": page.media_type,
            "origin": self.origin,
            "note": self.note,
        }
        case = cases.add(root, slug, page.content, desk, **facts)
        return cases.pack(case) if self.is_packed else case

    def _outlet(self, desk: Desk, plugin: Plugin, page: Page) -> str:
        names = [outlet.name for outlet in plugin.outlets]
        if self.outlet and self.outlet not in names:
            raise UsageError(
                f"plugin {plugin.name} has no outlet {escaped(self.outlet)}; there are {', '.join(names)}"
            )
        if self.outlet or len(names) == 1:
            return self.outlet or names[0]
        claimed = [c.outlet.name for c in _claims(desk, page) if c.outlet.name in names]
        if not claimed:
            raise UsageError(
                f"no outlet of plugin {plugin.name} claims the page; name it: --outlet {'|'.join(names)}"
            )
        return claimed[0]

    def _told(self, case: Case, page: Page) -> list[str]:
        size = f"{len(page.content):,} bytes"
        words = ["copydesk", "case", "review", case.slug, "--plugin", self.plugin]
        words += ["--cases", self.cases] if self.cases else []
        words += ["--config", self.config] if self.config else []
        outcome = "outcome.json" if case.expected else "article.json"
        said = f" ({case.expected.kind}: {case.expected.code})" if case.expected else ""
        return [
            f"stored {short(case.folder)}: {case.page_file.name} of {size}, {outcome}{said}, a draft",
            *self._warned(case, page),
            f"next: {shlex.join(words)}",
        ]

    def _warned(self, case: Case, page: Page) -> list[str]:
        lines = []
        read = (case.golden or {}).get("outlet", case.facts.outlet)
        if read != case.facts.outlet:
            lines.append(
                f"note: the page is read by {read}, not by {case.facts.outlet}; copydesk which says why"
            )
        if len(page.content) > _LARGE and not self.is_packed:
            lines.append(
                "note: it is large; remove it and add it with --gzip to keep the repository small"
            )
        return lines


def _claims(desk: Desk, page: Page) -> tuple[Candidate, ...]:
    try:
        return desk.claims(page)
    except Refused:
        return ()


def _moment(words: str) -> datetime:
    try:
        moment = datetime.fromisoformat(words)
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo is None:
        raise UsageError(
            f"--fetched {escaped(words)}: no moment with a zone, such as 2022-01-07T16:24Z or 2022-01-07T18:24+02:00"
        )
    return moment
