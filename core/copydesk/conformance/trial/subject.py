"""What checks look at: a plugin with all its cases, and one case with what became of its page."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from copydesk.claims import Candidate
from copydesk.conformance.cases import Case
from copydesk.conformance.trial import bulk, elsewhere, probe
from copydesk.conformance.trial.confined import Attempts, confined
from copydesk.conformance.trial.fresh import Done
from copydesk.conformance.trial.outcomes import broken
from copydesk.conformance.trial.strangers import page as shipped_page
from copydesk.conformance.trial.strangers import shipped
from copydesk.conformance.trial.visible import Visible
from copydesk.desk import Desk
from copydesk.errors import Refused
from copydesk.outcome import Outcome
from copydesk.outlet import AnyLayout, Outlet
from copydesk.page import Page
from copydesk.plugins import Plugin, Plugins
from copydesk.schema import Article, Evidence

BARE = " without its address"


@dataclass(frozen=True)
class Fault:
    """One thing that is wrong, as it is reported to a plugin's author."""

    why: str
    """The cause in words, as far as it can be told."""
    field: str | None = None
    """The golden's field, where the check is about one."""
    expected: str | None = None
    got: str | None = None
    evidence: Evidence | None = None
    """Where the value that is wrong came from."""


@dataclass(frozen=True)
class Subject:
    """A plugin on trial, and the desk that it works at together with all others."""

    plugin: Plugin
    desk: Desk
    cases: tuple[Case, ...] = ()
    """The plugin's own."""
    foreign: tuple[Case, ...] = ()
    """Those of other plugins, found in the same checkout."""

    @cached_property
    def trials(self) -> "tuple[Trial, ...]":
        """Its cases on trial, each edited once whichever check asks first."""
        return tuple(Trial(self, case) for case in self.cases)

    def trial(self, case: Case) -> "Trial":
        """Give the trial of one of its cases."""
        known = (trial for trial in self.trials if trial.case.folder == case.folder)
        return next(known, None) or Trial(self, case)

    @cached_property
    def bench(self) -> Desk:
        """The desk without those of the other plugins that break on any page: theirs is not its fault."""
        page = shipped_page("other-cms.html")
        desk = desk_like(self.desk)
        desk.plugins = Plugins(
            tuple(
                replace(p, enabled=False) if p is not self.plugin and _breaks(p, page.anew()) else p
                for p in desk.plugins.all
            )
        )
        return desk

    @cached_property
    def loaded(self) -> Done | None:
        """What came of loading it in a fresh interpreter; None where it is in no module."""
        return probe.loaded(self.plugin, self.desk)

    @cached_property
    def elsewhere(self) -> Done | None:
        """What came of reading its cases in a fresh interpreter at another place; None as above."""
        return self.read_elsewhere(self.cases, elsewhere.PLACES) if self.cases else None

    def read_elsewhere(self, cases: Sequence[Case], places: Collection[str]) -> Done | None:
        """Read cases in a fresh interpreter; see ``elsewhere.read``."""
        return elsewhere.read(self.plugin, self.bench, cases, places)

    def read_much(self, chosen: Sequence[tuple[Case, int]]) -> Done | None:
        """Read much of cases in a fresh interpreter; see ``bulk.read``."""
        return bulk.read(self.plugin, self.desk, chosen)

    @property
    def folders(self) -> tuple[Path, ...]:
        """Where its own files are."""
        file = getattr(self.plugin.module, "__file__", None)
        return (Path(file).resolve().parent,) if file else ()

    def strangers(self) -> Iterator[tuple[str, Page]]:
        """Give pages that are not this plugin's, each by a label: others' cases, shipped pages."""
        for case in self.foreign:
            label = f"{case.facts.outlet}'s case {case.slug}"
            yield label, case.page()
            if case.facts.url and not case.facts.needs_url:
                yield f"{label}{BARE}", case.page(with_url=False)
        yield from shipped()

    def claims(self, page: Page) -> tuple[Candidate, ...]:
        """Give every claim on a page, the winner first; none on one that cannot be read at all."""
        try:
            return desk_like(self.bench).claims(page)
        except Refused:
            return ()

    def winner(self, page: Page) -> Candidate | None:
        """Give the claim that wins a page; None for one that cannot be read at all."""
        return next(iter(self.claims(page)), None)


def desk_like(desk: Desk, without: Plugin | None = None) -> Desk:
    """Make a desk of the same plugins, but one, that holds none of their faults against them."""
    other = Desk(outlets=())
    other.plugins = Plugins(tuple(p for p in desk.plugins.all if p is not without))
    return other


def _breaks(plugin: Plugin, page: Page) -> bool:
    desk = Desk(outlets=())
    desk.plugins = Plugins((plugin, *desk.plugins.all))
    return any(broken(desk.edit(page)))


class NotTried(Exception):  # noqa: N818  # no error: what is the case
    """A check that has nothing to look at, since the page became no article."""


class Trial:
    """One case of a plugin; its page is edited once, confined, when a check first asks."""

    def __init__(self, subject: Subject, case: Case) -> None:
        """Take the case; nothing is read yet."""
        self.subject, self.case = subject, case
        self.attempts = Attempts()
        """What the editing tried to reach outside."""

    @cached_property
    def page(self) -> Page:
        """The page as it was edited."""
        return self.case.page()

    @cached_property
    def outcome(self) -> Outcome:
        """What became of the page."""
        return self.edit(self.page)

    @property
    def article(self) -> Article:
        """
        The article.

        Raises:
            NotTried: if the page became none, which a check of its own reports.
        """
        if not isinstance(self.outcome, Article):
            raise NotTried(
                f"the page became no article but a {self.outcome.type}: {self.outcome.code}"
            )
        return self.outcome

    @cached_property
    def visible(self) -> Visible:
        """What a reader sees of the page."""
        return Visible.of(self.page, skip=self._dropped)

    @property
    def outlet(self) -> Outlet | None:
        """The outlet that the case names; None where nobody has it."""
        found = (o for o in self.subject.desk.outlets if o.name == self.case.facts.outlet)
        return next(found, None)

    @cached_property
    def layout(self) -> AnyLayout | None:
        """The layout that the page was read by."""
        return self.outlet.layout_of(self.page) if self.outlet else None

    def edit(self, page: Page) -> Outcome:
        """Edit a page with all that is outside cut off, at a desk where nobody is benched."""
        desk = desk_like(self.subject.bench)
        with confined(*self.subject.folders) as attempts:
            outcome = desk.edit(page)
        self.attempts.add(attempts)
        return outcome

    @property
    def _dropped(self) -> frozenset[int]:
        if self.layout is None or self.page.is_text:
            return frozenset()
        rules = self.layout.dropped(self.page).values()
        return frozenset(node.mem_id for nodes in rules for node in nodes)  # type: ignore[union-attr]
