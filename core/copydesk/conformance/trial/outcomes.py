"""What suites ask of outcomes: one in words, two beside each other, what broke on the way to one."""

from collections.abc import Iterator

from copydesk.outcome import Failure, Outcome
from copydesk.schema import Article


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
