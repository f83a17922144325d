"""What checks look at: a plugin with all its cases, and one case with what became of its page."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from copydesk.conformance.cases import Case
from copydesk.conformance.offline import offline
from copydesk.conformance.strangers import shipped
from copydesk.conformance.visible import Visible
from copydesk.desk import Candidate, Desk
from copydesk.errors import Refused
from copydesk.outcome import Outcome
from copydesk.outlet import AnyLayout, Outlet
from copydesk.page import Page
from copydesk.plugins import Plugin
from copydesk.schema import Article, Evidence


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

    def strangers(self) -> Iterator[tuple[str, Page]]:
        """Give pages that are not this plugin's, each by a label: others' cases, shipped pages."""
        for case in self.foreign:
            label = f"{case.facts.outlet}'s case {case.slug}"
            yield label, case.page()
            if case.facts.url and not case.facts.needs_url:
                yield f"{label} without its address", case.page(with_url=False)
        yield from shipped()

    def winner(self, page: Page) -> Candidate | None:
        """Give the claim that wins a page; None for one that cannot be read at all."""
        try:
            return self.desk.claims(page)[0]
        except Refused:
            return None


class NotTried(Exception):  # noqa: N818  # no error: what is the case
    """A check that has nothing to look at, since the page became no article."""


class Trial:
    """One case of a plugin; its page is edited once, offline, when a check first asks."""

    def __init__(self, subject: Subject, case: Case) -> None:
        """Take the case; nothing is read yet."""
        self.subject, self.case = subject, case
        self.attempts: list[str] = []
        """What the editing tried to reach on the network."""

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
        """Edit a page with the network cut off."""
        with offline() as attempts:
            outcome = self.subject.desk.edit(page)
        self.attempts += attempts
        return outcome

    @property
    def _dropped(self) -> frozenset[int]:
        if self.layout is None or self.page.is_text:
            return frozenset()
        rules = self.layout.dropped(self.page).values()
        return frozenset(node.mem_id for nodes in rules for node in nodes)  # type: ignore[union-attr]
