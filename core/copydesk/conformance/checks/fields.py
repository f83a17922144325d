"""Checks against what is recorded of a case."""

from collections.abc import Iterator

from pydantic import JsonValue

from copydesk.conformance.difference import first_difference, shown, why
from copydesk.conformance.golden import DERIVED, absent, golden_of, read_back
from copydesk.conformance.subject import Fault, Trial
from copydesk.schema import Article, Evidence


def is_reviewed(trial: Trial) -> Iterator[Fault]:
    """A draft: an expectation that the code itself has written and nobody has compared."""
    if not trial.case.facts.reviewed:
        name = trial.case.file.name
        yield Fault(f"draft: compare {name} with the page, then set reviewed = true in case.toml")


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
            yield Fault(f"article.json leaves {field} out", None, "nothing", shown(value), evidence)


def evidence_of(article: Article, pointer: str) -> Evidence | None:
    """Give the best evidence of a field or a part: its own, its nearest ancestor's, its first part's."""
    steps = pointer.split("/")
    for length in range(len(steps), 1, -1):
        if found := article.provenance.get("/".join(steps[:length])):
            return found[0]
    parts = (found for at, found in article.provenance.items() if at.startswith(f"{pointer}/"))
    return next((found[0] for found in parts), None)


def _unlike(trial: Trial, field: str, expected: JsonValue, got: JsonValue) -> Fault:
    place, one, other = first_difference(expected, got)
    evidence = evidence_of(trial.article, f"/{field}{place}")
    cause = why(f"/{field}{place}", one, other, evidence)
    return Fault(cause, field, shown(one), shown(other), evidence)
