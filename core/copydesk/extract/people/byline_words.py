"""The words of bylines in many languages: what introduces, joins and follows a name."""

import json
import re
from functools import cache
from importlib.resources import files

_PARTED = re.compile("[|;]")


@cache
def words(kind: str) -> frozenset[str]:
    """Give the words of a kind, as ``names.json`` has them."""
    return frozenset(_PARTED.split(_data()[kind]))


@cache
def agencies() -> tuple[tuple[str, ...], ...]:
    """Give the news agencies, each under all its names."""
    return tuple(tuple(names.split("|")) for names in _data()["agencies"].split(";"))


@cache
def alternation(kind: str) -> str:
    """Give the words of a kind for a pattern, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words(kind), key=len, reverse=True))


@cache
def start(kind: str) -> re.Pattern[str]:
    """Match a word of a kind at the start of a line, with its colon."""
    return re.compile(rf"\s*(?:{alternation(kind)})(?![\w-])\s*[:：]?\s*", re.IGNORECASE)


@cache
def within(kind: str) -> re.Pattern[str]:
    """Match a word of a kind within a line, with its colon."""
    return re.compile(rf"(?<![\w-])(?:{alternation(kind)})(?![\w-])\s*[:：]?\s*", re.IGNORECASE)


@cache
def _data() -> dict[str, str]:
    data: dict[str, str] = json.loads(files(__package__).joinpath("names.json").read_text("utf-8"))
    return data
