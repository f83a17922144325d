"""Checks against what is recorded of a case."""

from collections.abc import Iterable, Iterator
from dataclasses import fields

from pydantic import JsonValue

from copydesk.conformance.difference import first_difference, shown, why
from copydesk.conformance.golden import DERIVED, absent, golden_of, read_back
from copydesk.conformance.trial.outcomes import evidence_of
from copydesk.conformance.trial.subject import Fault, Subject, Trial
from copydesk.outlet import Outlet
from copydesk.schema import Article

_PROMISES = (
    "summary", "dateline", "byline", "authors", "published", "modified", "sections", "topics",
    "images", "comments", "syndication",
)  # fmt: skip
"""What an outlet may promise and a page may lack."""

_OWN = frozenset({"mark", "detect", "_made"})
"""What outlets that share a layout have of their own."""


def is_reviewed(trial: Trial) -> Iterator[Fault]:
    """A draft: an expectation that the code itself has written and nobody has compared."""
    if not trial.case.facts.reviewed:
        name = trial.case.file.name
        yield Fault(
            f"draft: {name} is what the plugin made; copydesk case review asks whether it is right"
        )


def outcome_as_expected(trial: Trial) -> Iterator[Fault]:
    """A page that becomes no article though it is one, or one though it is none, or none for another reason."""
    outcome, expected = trial.outcome, trial.case.expected
    got = "article" if isinstance(outcome, Article) else f"{outcome.type} {outcome.code}"
    wanted = f"{expected.kind} {expected.code}" if expected else "article"
    if got != wanted:
        reason = outcome.headline if isinstance(outcome, Article) else outcome.reason
        yield Fault(f"the page became this: {reason}", expected=wanted, got=got)


def equals_golden(trial: Trial) -> Iterator[Fault]:
    """A field that is not what article.json says; one test for every field there."""
    got = golden_of(trial.article)
    for field, recorded in (trial.case.golden or {}).items():
        try:
            expected = read_back(field, recorded)
        except ValueError as error:
            problem = " ".join(str(error).split())
            yield Fault(f"article.json holds what the schema refuses: {problem}", field=field)
            continue
        if expected != (value := got.get(field, absent(field))):
            yield _unlike(trial, field, expected, value)


def nothing_beyond_golden(trial: Trial) -> Iterator[Fault]:
    """
    A field that is filled though article.json leaves it out: absent there means absent.

    ``id`` and ``content_hash`` alone, which follow from other fields, need not be recorded.
    """
    for field, value in golden_of(trial.article).items():
        if field not in {*DERIVED, *(trial.case.golden or ())}:
            evidence = evidence_of(trial.article, f"/{field}")
            yield Fault(
                f"article.json leaves {field} out", field, "nothing", shown(value), evidence
            )


def fields_are_filled_and_absent(subject: Subject) -> Iterator[Fault]:
    """
    A rule that no case proves: every field that an outlet's layouts promise is filled in one of its cases and absent in another.

    Outlets of one plugin that share all their rules share their cases.
    """
    for outlets in _alike(subject.plugin.outlets):
        names = {outlet.name for outlet in outlets}
        articles = [
            trial.outcome
            for trial in subject.trials
            if trial.case.facts.outlet in names and isinstance(trial.outcome, Article)
        ]
        for how, wanted in (("filled", True), ("absent", False)):
            unproven = [
                field
                for field in _promised(outlets[0])
                if wanted not in {bool(getattr(article, field)) for article in articles}
            ]
            if unproven and subject.cases:
                told = f"of {', '.join(sorted(names))} has {' or '.join(unproven)}"
                yield Fault(f"no case {told} {how}; add one, or leave the rule out")


def _alike(outlets: Iterable[Outlet]) -> list[list[Outlet]]:
    """Put outlets together whose layouts differ in their marks alone."""
    groups: dict[object, list[Outlet]] = {}
    for outlet in outlets:
        rules = [
            {f.name: repr(getattr(layout, f.name)) for f in fields(layout) if f.name not in _OWN}
            for layout in outlet.layouts
        ]
        groups.setdefault(repr(rules or outlet.name), []).append(outlet)
    return list(groups.values())


def _promised(outlet: Outlet) -> list[str]:
    """Name the fields that a layout has a rule for, or the outlet a method."""
    return [
        field
        for field in _PROMISES
        if any(getattr(layout, field, None) for layout in outlet.layouts)
        or hasattr(type(outlet), field)
    ]


def _unlike(trial: Trial, field: str, expected: JsonValue, got: JsonValue) -> Fault:
    place, one, other = first_difference(expected, got)
    evidence = evidence_of(trial.article, f"/{field}{place}")
    cause = why(f"/{field}{place}", one, other, evidence)
    return Fault(cause, field, shown(one), shown(other), evidence)
