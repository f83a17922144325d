"""Where two values differ first, and in words that help to see why."""

import json

from pydantic import JsonValue

from copydesk.schema import Evidence

_LONGEST = 300
_BEFORE = 40


def first_difference(expected: JsonValue, got: JsonValue) -> tuple[str, JsonValue, JsonValue]:
    """
    Find where two values differ first.

    Returns:
        The JSON Pointer below the values, and what stands there in each. A date stays whole.
    """
    match expected, got:
        case dict(), dict() if not _is_stamp(expected) or expected.get("value") == got.get("value"):
            keys = [k for k in {**expected, **got} if expected.get(k) != got.get(k)]
            if keys:
                return _below(keys[0], expected.get(keys[0]), got.get(keys[0]))
        case list(), list():
            for number, (one, other) in enumerate(zip(expected, got, strict=False)):
                if one != other:
                    return _below(str(number), one, other)
            shorter = min(len(expected), len(got))
            return f"/{shorter}", _item(expected, shorter), _item(got, shorter)
    return "", expected, got


def shown(value: JsonValue) -> str:
    """Print a value on one line: text as it is, a date by its value, all else as JSON."""
    if value is None:
        return "nothing"
    if isinstance(value, dict) and _is_stamp(value):
        return str(value["value"])
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def why(place: str, expected: JsonValue, got: JsonValue, evidence: Evidence | None) -> str:
    """Say what the likely cause is, as far as the two values tell; ``place`` is where they stand."""
    at = f"at {place}: " if place.count("/") > 1 else ""
    if got is None or got == []:
        return f"{at}neither the outlet's rules nor the generic reader find it on the page"
    if expected is None or expected == []:
        return f"{at}article.json ends before it"
    if isinstance(expected, dict) and isinstance(got, dict) and _is_stamp(got):
        return at + _of_dates(expected, got, evidence)
    if isinstance(expected, str) and isinstance(got, str):
        return at + _of_words(expected, got)
    return f"{at}the two differ"


def _of_dates(
    expected: dict[str, JsonValue], got: dict[str, JsonValue], evidence: Evidence | None
) -> str:
    outlet = f"outlet {evidence.plugin}" if evidence else "the outlet"
    layout = f"layout {evidence.layout}" if evidence and evidence.layout else "a layout"
    if expected.get("zone") and not got.get("zone"):
        return f"the raw text has no zone and neither {outlet} nor {layout} declares one"
    if str(got["value"]).startswith(str(expected["value"])):
        return "the value is more precise than article.json says"
    if str(expected["value"]).startswith(str(got["value"])):
        return "the value is less precise than article.json says: the time or the day is not read"
    return "another date is read; see where it came from"


def _of_words(expected: str, got: str) -> str:
    if "".join(expected.split()) == "".join(got.split()):
        return "they differ in white space alone"
    if expected.casefold() == got.casefold():
        return "they differ in upper and lower case alone"
    if expected in got:
        return f"it holds more: {_more(got, expected)}"
    if got in expected:
        return f"it lacks {_more(expected, got)}"
    same = next(n for n, pair in enumerate(zip(expected, got, strict=False)) if pair[0] != pair[1])
    start = max(0, same - _BEFORE)
    return f"they part at character {same}: {expected[start : same + _BEFORE]!r} is {got[start : same + _BEFORE]!r}"


def _more(longer: str, shorter: str) -> str:
    front, _, tail = longer.partition(shorter)
    return " and ".join(repr(part.strip()[:_LONGEST]) for part in (front, tail) if part.strip())


def _below(step: str, expected: JsonValue, got: JsonValue) -> tuple[str, JsonValue, JsonValue]:
    place, one, other = first_difference(expected, got)
    return f"/{step}{place}", one, other


def _item(values: list[JsonValue], number: int) -> JsonValue:
    return values[number] if number < len(values) else None


def _is_stamp(value: dict[str, JsonValue]) -> bool:
    return "value" in value and "raw" in value
