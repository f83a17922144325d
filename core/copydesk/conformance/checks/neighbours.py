"""Checks that a plugin keeps to its own pages."""

from collections.abc import Iterator

from copydesk.conformance.trial.confined import confined
from copydesk.conformance.trial.outcomes import difference, told
from copydesk.conformance.trial.subject import BARE, Fault, Subject, desk_like


def leaves_neighbours_alone(subject: Subject) -> Iterator[Fault]:
    """
    A plugin by which other plugins' results change: all their pages are read with it and without it.

    Tried on the pages of ``wins_no_foreign_page`` that it does not win. A plugin without an outlet
    is there to refine others' articles and is not tried.
    """
    if not subject.plugin.outlets:
        return
    with confined(*subject.folders):
        found = list(_differing(subject))
    yield from found


def _differing(subject: Subject) -> Iterator[Fault]:
    with_it, without = desk_like(subject.bench), desk_like(subject.bench, subject.plugin)
    for label, page in subject.strangers():
        winner = subject.winner(page)
        if label.endswith(BARE) or (winner and winner.plugin is subject.plugin):
            continue
        usual, now = without.edit(page.anew()), with_it.edit(page)
        if changed := difference(usual, now):
            yield Fault(f"{label} differs: {changed}", expected=told(usual), got=told(now))
