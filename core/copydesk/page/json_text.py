"""JSON as pages carry it: wrapped, escaped, with commas too many."""

import html
import json
import math
import re
from collections.abc import Iterator
from typing import Final, TypeAlias

JsonValue: TypeAlias = "bool | int | float | str | list[JsonValue] | dict[str, JsonValue] | None"

_OPENING: Final = re.compile(r"(?:\s|\ufeff|<!--|(?://|/\*)?\s*<!\[CDATA\[(?:\s*\*/)?)++")
_CLOSING: Final = re.compile(r"(?:\s|;|(?://)?\s*-->|(?://|/\*)?\s*\]\]>(?:\s*\*/)?)++\Z")
_CLOSING_WITHIN = 100
_COMMA: Final = re.compile(r'("(?:[^"\\]|\\.)*+(?:"|\Z))|,(?=\s*+[}\]])', re.DOTALL)
_BACKSLASH: Final = re.compile(r'\\(["\\/bfnrtu]|)')
# Half of a pair that makes one character: no text, and no UTF-8.
_HALF: Final = re.compile(
    r"\\u[dD][89abAB]\w\w(?!\\u[dD][c-fC-F])|(?<!\\u[dD][89abAB]\w\w)\\u[dD][c-fC-F]\w\w"
)
_SPACE: Final = re.compile(r"\s*+")


def _finite(text: str) -> float | None:
    number = float(text)
    return number if math.isfinite(number) else None


_DECODER: Final = json.JSONDecoder(strict=False, parse_constant=lambda _: None, parse_float=_finite)


def parse(text: str) -> JsonValue:
    """
    Read JSON, mending what pages commonly do to it.

    Comment and CDATA marks around it, line breaks within strings, trailing commas, stray
    backslashes and escaping for HTML are undone; several values one after another are a list.

    Raises:
        ValueError: if it is no JSON even so; the message is of the text as it stands.
    """
    bare = _unwrapped(text)
    if "\\u" in bare:
        bare = _HALF.sub(r"\\ufffd", bare)
    problem: Exception | None = None
    for attempt in _attempts(bare):
        try:
            return _values(attempt)
        except (ValueError, RecursionError) as error:
            problem = problem or error
    why = "nested too deep" if isinstance(problem, RecursionError) else str(problem)
    raise ValueError(why)


def _unwrapped(text: str) -> str:
    opening = _OPENING.match(text)
    bare = text[opening.end() :] if opening else text
    tail = bare[-_CLOSING_WITHIN:]
    closing = _CLOSING.search(tail)
    return (bare[: len(bare) - len(tail) + closing.start()] if closing else bare).strip()


def _attempts(bare: str) -> Iterator[str]:
    yield bare
    mended = _COMMA.sub(lambda found: found[1] or "", bare)
    yield mended
    yield _BACKSLASH.sub(lambda found: found[0] if found[1] else r"\\", mended.replace(r"\'", "'"))
    if "&quot;" in bare or "&#34;" in bare:
        yield _COMMA.sub(lambda found: found[1] or "", html.unescape(bare))


def _values(text: str) -> JsonValue:
    values: list[JsonValue] = []
    start = 0
    while not values or text.startswith(("{", "["), start):
        value, end = _DECODER.raw_decode(text, start)
        values.append(value)
        start = _end_of_space(text, end)
    if start < len(text):
        raise json.JSONDecodeError("Extra data", text, start)
    return values if len(values) > 1 else values[0]


def _end_of_space(text: str, start: int) -> int:
    space = _SPACE.match(text, start)
    return space.end() if space else start
