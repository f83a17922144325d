"""The shape of what becomes of a page: all of it but the words."""

from pydantic import JsonValue

from copydesk.conformance.difference import first_difference, shown
from copydesk.conformance.golden import DERIVED, golden_of
from copydesk.outcome import Outcome
from copydesk.schema import Article

_TERMS = frozenset(
    [
        "access",
        "code",
        "completeness",
        "kind",
        "language",
        "outlet",
        "relation",
        "role",
        "type",
        "value",
        "zone",
        "zone_name",
    ]
)
"""Keys whose strings are terms of the schema, not words of the page."""

_POSITIONS = frozenset({"start", "end"})


def shape_of(outcome: Outcome) -> JsonValue:
    """Give which fields there are, the types of blocks, dates and terms; any words are ``…``."""
    if not isinstance(outcome, Article):
        return {"type": outcome.type, "code": outcome.code}
    return {
        name: _shape(name, value)
        for name, value in golden_of(outcome).items()
        if name not in DERIVED
    }


def shape_differences(one: Outcome, other: Outcome) -> list[str]:
    """Say, a line a field, where two outcomes have another shape; empty where they have the same."""
    first, second = shape_of(one), shape_of(other)
    if not (isinstance(first, dict) and isinstance(second, dict)):
        return []
    lines = []
    for field in {**first, **second}:
        place, had, has = first_difference(first.get(field), second.get(field))
        if had != has:
            lines.append(f"{field}{place}: {shown(had)} became {shown(has)}")
    return lines


def _shape(key: str, value: JsonValue) -> JsonValue:
    match value:
        case str():
            return value if key in _TERMS else "…"
        case list():
            return [_shape(key, part) for part in value]
        case dict():
            kept = {name: part for name, part in value.items() if name not in _POSITIONS}
            return {name: _shape(name, part) for name, part in kept.items()}
    return value
