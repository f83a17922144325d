"""What suites ask of outcomes: one in words, two beside each other, what broke, where a value came from."""

from collections.abc import Iterator

from copydesk.outcome import Failure, Outcome
from copydesk.schema import Article, Evidence

_LONGEST = 120


def told(outcome: Outcome) -> str:
    """Say what an outcome is."""
    if isinstance(outcome, Article):
        return f"article {outcome.headline!r}"
    return f"{outcome.type} {outcome.code}"


def difference(one: Outcome, other: Outcome) -> str:
    """Name the fields in which two outcomes differ; empty where they are the same."""
    if type(one) is not type(other):
        return "another kind of outcome"
    names = type(one).model_fields
    return ", ".join(name for name in names if getattr(one, name) != getattr(other, name))


def broken(outcome: Outcome) -> Iterator[str]:
    """Say what broke on the way to an outcome, whatever that is."""
    if isinstance(outcome, Failure) and outcome.code in {"plugin_error", "crashed"}:
        who = f"plugin {outcome.plugin}" if outcome.plugin else "copydesk"
        yield f"{who} raises: {outcome.reason}"
    for warning in outcome.warnings:
        if warning.code == "plugin_error":
            yield warning.detail


def evidence_of(article: Article, pointer: str) -> Evidence | None:
    """Give the best evidence of a field or a part: its own, its nearest ancestor's, its first part's."""
    steps = pointer.split("/")
    for length in range(len(steps), 1, -1):
        if found := article.provenance.get("/".join(steps[:length])):
            return found[0]
    parts = (found for at, found in article.provenance.items() if at.startswith(f"{pointer}/"))
    return next((found[0] for found in parts), None)


def short(value: object) -> str:
    """Print a value on one line that is not too long."""
    text = " ".join(str(value).split())
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
