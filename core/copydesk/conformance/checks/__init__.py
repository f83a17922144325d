"""The checks: functions that give the faults they find; each docstring says what it catches."""

from collections.abc import Callable, Iterator

from copydesk.conformance.checks.claiming import wins_no_foreign_page, wins_own_page
from copydesk.conformance.checks.fields import (
    equals_golden,
    is_reviewed,
    nothing_beyond_golden,
    outcome_as_expected,
)
from copydesk.conformance.checks.loading import hooks_fit, imports_cleanly
from copydesk.conformance.checks.steadiness import (
    cut_before_body_is_refused,
    cut_body_is_partial,
    empty_page_is_refused,
    no_network,
    same_twice,
)
from copydesk.conformance.checks.truth import (
    everything_has_evidence,
    evidence_leads_somewhere,
    evidence_replays,
    nothing_failed_silently,
    raw_gives_value,
    text_stands_on_page,
)
from copydesk.conformance.subject import Fault, Subject, Trial

__all__ = [
    "ANY_CASE",
    "ARTICLE_CASE",
    "CHECKS",
    "LOADING",
    "PLUGIN",
    "CaseCheck",
    "PluginCheck",
    "catches",
    "equals_golden",
    "named",
    "nothing_beyond_golden",
]

PluginCheck = Callable[[Subject], Iterator[Fault]]
CaseCheck = Callable[[Trial], Iterator[Fault]]

LOADING: tuple[PluginCheck, ...] = (imports_cleanly, hooks_fit)
"""Once for each plugin; they need no case."""

PLUGIN: tuple[PluginCheck, ...] = (*LOADING, wins_no_foreign_page)
"""Once for each plugin."""

ANY_CASE: tuple[CaseCheck, ...] = (
    is_reviewed,
    wins_own_page,
    outcome_as_expected,
    same_twice,
    no_network,
    empty_page_is_refused,
)
"""Once for each case."""

ARTICLE_CASE: tuple[CaseCheck, ...] = (
    equals_golden,
    nothing_beyond_golden,
    everything_has_evidence,
    evidence_leads_somewhere,
    evidence_replays,
    raw_gives_value,
    text_stands_on_page,
    nothing_failed_silently,
    cut_before_body_is_refused,
    cut_body_is_partial,
)
"""Once for each case whose page becomes an article; ``equals_golden`` is one test a field."""

CHECKS: tuple[PluginCheck | CaseCheck, ...] = (*PLUGIN, *ANY_CASE, *ARTICLE_CASE)
"""All of them, in the order in which they are tried."""


def named(check: PluginCheck | CaseCheck) -> str:
    """Give a check's name, as ``--field`` and ``known_failures`` take it."""
    return check.__name__


def catches(check: PluginCheck | CaseCheck) -> str:
    """Say in one paragraph what a check catches."""
    return " ".join((check.__doc__ or "").split())
