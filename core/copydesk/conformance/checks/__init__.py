"""The checks: functions that give the faults they find; each docstring says what it catches."""

from collections.abc import Callable, Iterator

from copydesk.conformance.checks.claiming import (
    claims_alike_every_time,
    has_negatives,
    leaves_page_untouched,
    wins_at_every_address,
    wins_by_a_margin,
    wins_no_foreign_page,
    wins_own_page,
)
from copydesk.conformance.checks.damage import (
    cut_before_body_is_refused,
    cut_body_is_partial,
    empty_page_is_refused,
    survives_bulk,
    survives_cuts,
    survives_lost_tags,
    survives_nesting,
    survives_wrong_charset,
)
from copydesk.conformance.checks.evidence import (
    everything_has_evidence,
    evidence_leads_somewhere,
    evidence_replays,
    raw_gives_value,
)
from copydesk.conformance.checks.fields import (
    equals_golden,
    fields_are_filled_and_absent,
    is_reviewed,
    nothing_beyond_golden,
    outcome_as_expected,
)
from copydesk.conformance.checks.loading import (
    changes_no_global_state,
    hooks_fit,
    imports_cleanly,
    loads_lightly,
    loads_offline,
    options_have_defaults,
    options_refuse_misspelt_keys,
    rules_compile,
)
from copydesk.conformance.checks.neighbours import leaves_neighbours_alone
from copydesk.conformance.checks.steadiness import (
    no_network,
    outcome_round_trips,
    reading_leaves_no_trace,
    same_elsewhere,
    same_in_another_order,
    same_in_threads,
    same_twice,
    touches_no_files,
)
from copydesk.conformance.checks.text import (
    cases_share_no_text,
    no_comment_in_body,
    no_furniture_in_body,
    no_markup_left,
    no_title_in_body,
    text_is_accounted_for,
    text_stands_on_page,
)
from copydesk.conformance.checks.values import (
    agencies_are_credited,
    dates_are_as_precise,
    dates_are_in_order,
    dates_have_zones,
    language_fits_script,
    names_are_names,
    nothing_failed_silently,
    pictures_are_told_apart,
)
from copydesk.conformance.trial.subject import Fault, Subject, Trial

__all__ = [
    "ANY_CASE",
    "ARTICLE_CASE",
    "CHECKS",
    "LOADING",
    "PLUGIN",
    "TRUTH",
    "CaseCheck",
    "PluginCheck",
    "catches",
    "equals_golden",
    "named",
    "nothing_beyond_golden",
]

PluginCheck = Callable[[Subject], Iterator[Fault]]
CaseCheck = Callable[[Trial], Iterator[Fault]]

LOADING: tuple[PluginCheck, ...] = (
    imports_cleanly,
    hooks_fit,
    loads_lightly,
    loads_offline,
    changes_no_global_state,
    rules_compile,
    options_have_defaults,
    options_refuse_misspelt_keys,
)
"""Once for each plugin; they need no case."""

PLUGIN: tuple[PluginCheck, ...] = (
    *LOADING,
    wins_no_foreign_page,
    leaves_neighbours_alone,
    has_negatives,
    same_in_another_order,
    same_in_threads,
    same_elsewhere,
    reading_leaves_no_trace,
    survives_bulk,
    fields_are_filled_and_absent,
    cases_share_no_text,
)
"""Once for each plugin."""

ANY_CASE: tuple[CaseCheck, ...] = (
    is_reviewed,
    wins_own_page,
    wins_by_a_margin,
    wins_at_every_address,
    claims_alike_every_time,
    leaves_page_untouched,
    outcome_as_expected,
    same_twice,
    outcome_round_trips,
    no_network,
    touches_no_files,
    empty_page_is_refused,
    survives_cuts,
    survives_lost_tags,
    survives_wrong_charset,
    survives_nesting,
)
"""Once for each case."""

TRUTH: tuple[CaseCheck, ...] = (
    everything_has_evidence,
    evidence_leads_somewhere,
    evidence_replays,
    raw_gives_value,
    text_stands_on_page,
    text_is_accounted_for,
    no_title_in_body,
    no_furniture_in_body,
    no_comment_in_body,
    no_markup_left,
    dates_are_as_precise,
    dates_have_zones,
    dates_are_in_order,
    names_are_names,
    language_fits_script,
    pictures_are_told_apart,
    agencies_are_credited,
    nothing_failed_silently,
)
"""Of an article against its page alone: no recorded expectation is read."""

ARTICLE_CASE: tuple[CaseCheck, ...] = (
    equals_golden,
    nothing_beyond_golden,
    *TRUTH,
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
