"""Checks of whose page is whose."""

from collections.abc import Iterator

from copydesk.conformance.subject import Fault, Subject, Trial
from copydesk.desk import Candidate
from copydesk.page import Page


def wins_own_page(trial: Trial) -> Iterator[Fault]:
    """
    A page that another outlet wins, with its address or without it.

    A case with ``needs_url = true`` is tried with the address alone, and so is a page that becomes
    no article, since nothing but the address need tell whose a challenge page is.
    """
    facts = trial.case.facts
    if facts.url:
        yield from _must_win(trial, trial.case.page(), "with its address")
    if not (facts.needs_url or trial.case.golden is None):
        yield from _must_win(trial, trial.case.page(with_url=False), "without an address")


def wins_no_foreign_page(subject: Subject) -> Iterator[Fault]:
    """
    A claim that is too wide: it wins another outlet's case, or a page that is no outlet's.

    Tried on the cases of all plugins in the same checkout and on the pages that copydesk ships:
    an index, a 404, a challenge, a consent wall, a login, search results, another CMS, lists, logs.
    """
    for label, page in subject.strangers():
        winner = subject.winner(page)
        if winner and winner.plugin.name == subject.plugin.name:
            yield Fault(f"{label} is won by {_told(winner)}; narrow detect, mark or hosts")


def _must_win(trial: Trial, page: Page, how: str) -> Iterator[Fault]:
    name = trial.case.facts.outlet
    if trial.outlet is None:
        known = ", ".join(outlet.name for outlet in trial.subject.plugin.outlets) or "none"
        yield Fault(f"case.toml names the outlet {name}, which nobody has; this plugin has {known}")
        return
    winner = trial.subject.winner(page)
    if winner and winner.outlet.name != name:
        why = f"{how} the page is won by {_told(winner)}"
        yield Fault(why, expected=name, got=winner.outlet.name)


def _told(winner: Candidate) -> str:
    claim = winner.claim
    return f"{winner.outlet.name} at {claim.confidence:.2f}: {'; '.join(claim.reasons)}"
