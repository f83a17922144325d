"""Checks of whose page is whose."""

from collections.abc import Iterator

from copydesk.claims import Candidate
from copydesk.conformance.trial import addresses
from copydesk.conformance.trial.subject import Fault, Subject, Trial
from copydesk.outlet import HOST, SHAPE
from copydesk.page import Page

MARGIN = 0.1
"""So much surer than every other plugin must a claim be that is not weak."""
_TIMES = 3
_ROUNDING = 1e-9


def wins_own_page(trial: Trial) -> Iterator[Fault]:
    """
    A page that another outlet wins, with its address or without it.

    A case with ``needs_url = true`` is tried with the address alone, and so is a page that becomes
    no article, since nothing but the address need tell whose a challenge page is.
    """
    if trial.outlet is None:
        name = trial.case.facts.outlet
        known = ", ".join(outlet.name for outlet in trial.subject.plugin.outlets) or "none"
        yield Fault(f"case.toml names the outlet {name}, which nobody has; this plugin has {known}")
        return
    for how, page in _own_pages(trial):
        yield from _must_win(trial, page, f"{how} the page")


def wins_by_a_margin(trial: Trial) -> Iterator[Fault]:
    """
    A page that is won by a hair: every other plugin, ``generic`` too, must be 0.1 less sure.

    A weak claim (a family's, or a text's shape: 0.5 at most) needs only to win, and so do two claims
    by host, of which the longer name wins; but by a tie nothing is won.
    """
    for how, page in _own_pages(trial):
        first, *rest = trial.subject.claims(page) or (None,)
        rivals = [c for c in rest if c and c.plugin.name != trial.subject.plugin.name]
        if first is None or first.outlet.name != trial.case.facts.outlet or not rivals:
            continue
        sure, rival = first.claim.confidence, rivals[0].claim.confidence
        is_weak = sure <= SHAPE or rival >= HOST
        if sure - rival < MARGIN - _ROUNDING and not (is_weak and sure > rival):
            wanted = f"above {rival:.2f}" if is_weak else f"{rival + MARGIN:.2f} at least"
            yield Fault(f"{how} {_told(rivals[0])}", expected=wanted, got=f"{sure:.2f}")


def wins_at_every_address(trial: Trial) -> Iterator[Fault]:
    """
    A claim that hangs on how an address is written.

    http or https, www, m and amp, capital letters, the port, a trailing slash, tracking parameters
    and a fragment make no other page.
    """
    url = trial.page.url
    if not url or (trial.outlet and list(_must_win(trial, trial.case.page(), ""))):
        return
    for other in addresses.variants(url):
        page = trial.case.page()
        moved = Page(page.content, other, media_type=page.media_type, fetched=page.fetched)
        yield from _must_win(trial, moved, f"at {other} the page")


def claims_alike_every_time(trial: Trial) -> Iterator[Fault]:
    """A claim that changes, in its confidence or its reasons, from one look at a page to the next."""
    page = trial.case.page()
    looks = [page] * _TIMES + [trial.case.page() for _ in range(_TIMES)]
    found = [
        [(c.outlet.name, c.claim) for c in trial.subject.claims(look) if _is_own(c, trial)]
        for look in looks
    ]
    for claims in found[1:]:
        if claims != found[0]:
            yield Fault("a claim changes", expected=str(found[0]), got=str(claims))
            return


def leaves_page_untouched(trial: Trial) -> Iterator[Fault]:
    """A claim, a rule or a method that changes the page, which others read as well."""
    page = trial.case.page()
    if not trial.subject.claims(page):
        return
    before = trial.case.page()
    if changed := _changed(before, page):
        yield Fault(f"the claim changes the page: {changed}")
        return
    _ = trial.outcome
    if changed := _changed(before, trial.page):
        yield Fault(f"reading changes the page: {changed}")


def wins_no_foreign_page(subject: Subject) -> Iterator[Fault]:
    """
    A claim that is too wide: it wins another outlet's case, or a page that is no outlet's.

    Tried on the cases of all plugins in the same checkout and on the pages that copydesk ships: an
    index, a 404, a challenge, a consent wall, a login, search results, other CMSs, lists, logs.
    """
    for label, page in subject.strangers():
        winner = subject.winner(page)
        if winner and winner.plugin.name == subject.plugin.name:
            yield Fault(f"{label} is won by {_told(winner)}; narrow detect, mark or hosts")


def has_negatives(subject: Subject) -> Iterator[Fault]:
    """An outlet without a page that is no article: a challenge, an index, a gallery or video page, a stub."""
    negative = {case.facts.outlet for case in subject.cases if case.golden is None}
    for outlet in subject.plugin.outlets if subject.cases else ():
        if outlet.name not in negative:
            yield Fault(
                f"no case of {outlet.name} becomes no article; add one with an outcome.json"
            )


def _own_pages(trial: Trial) -> Iterator[tuple[str, Page]]:
    facts = trial.case.facts
    if facts.url:
        yield "with its address", trial.case.page()
    if not (facts.needs_url or trial.case.golden is None):
        yield "without an address", trial.case.page(with_url=False)


def _must_win(trial: Trial, page: Page, what: str) -> Iterator[Fault]:
    winner, name = trial.subject.winner(page), trial.case.facts.outlet
    if winner and winner.outlet.name != name:
        why = f"{what} is won by {_told(winner)}"
        yield Fault(why, expected=name, got=winner.outlet.name)


def _is_own(candidate: Candidate, trial: Trial) -> bool:
    return candidate.plugin.name == trial.subject.plugin.name


def _changed(before: Page, now: Page) -> str | None:
    for name in ("content", "url", "source", "fetched", "status", "headers", "media_type"):
        if getattr(before, name) != getattr(now, name):
            return name
    return None if before.tree.html == now.tree.html else "its tree has other markup"


def _told(candidate: Candidate) -> str:
    claim = candidate.claim
    return f"{candidate.outlet.name} at {claim.confidence:.2f}: {'; '.join(claim.reasons)}"
