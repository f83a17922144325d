"""Formats like strptime's, lenient about padding, white space, digits and letters."""

import re
from functools import lru_cache

from copydesk.extract.dates.letters import fold
from copydesk.extract.dates.words import MONTH

_DIRECTIVES = {
    "%d": r"(?P<day>\d{1,2})",
    "%m": r"(?P<month>\d{1,2})",
    "%y": r"(?P<year>\d{2})",
    "%Y": r"(?P<year>\d{4})",
    "%H": r"(?P<hour>\d{1,2})",
    "%I": r"(?P<hour>\d{1,2})",
    "%M": r"(?P<minute>\d{2})",
    "%S": r"(?P<second>\d{2})",
    "%f": r"(?P<fraction>\d{1,9})",
    "%p": r"(?P<after>[YZ])\s*",
    "%b": rf"(?P<name>{MONTH})\s*\.?",
    "%B": rf"(?P<name>{MONTH})\s*\.?",
    "%a": r"[^\s\d,]{1,20}\s*",
    "%A": r"[^\s\d,]{1,20}\s*",
    "%Z": r"(?P<zone>[^\W\d_]{1,5}(?:\s?[+-]\s?\d\d?(?::?\d\d)?)?)",
    "%z": r"(?P<zone>z|[+-]\d\d(?::?\d\d)?)",
    "%%": "%",
}
_PIECE = re.compile(r"%.?|\s+|[^\s%]", re.DOTALL)
_EDGE = r"(?:(?<!\d)|(?!\d))"  # not within a number
_NEEDS = (
    ("day", "month"),
    ("hour", "day"),
    ("hour", "minute"),
    ("minute", "hour"),
    ("second", "minute"),
    ("fraction", "second"),
    ("zone", "minute"),
)


@lru_cache(maxsize=512)
def compile_format(form: str) -> re.Pattern[str]:
    """
    Compile a format such as ``%d %B %Y, %H:%M`` for a marked line.

    White space stands for any or none; a comma, dot or other sign may have some after it.

    Raises:
        ValueError: for a directive that is unknown, stands twice, or lacks its fellow; the
            message names it.
    """
    pieces = _PIECE.findall(form.strip())
    if unknown := [p for p in pieces if p[0] == "%" and p not in _DIRECTIVES]:
        known = " ".join(sorted(_DIRECTIVES))
        raise ValueError(f"{form!r}: {unknown[0]!r} is no directive; there are {known}")
    try:
        pattern = re.compile("".join([_EDGE, *map(_as_pattern, pieces), _EDGE]))
    except re.error as error:
        raise ValueError(f"{form!r}: a part of the date stands twice ({error})") from error
    _must_be_whole(form, pieces, set(pattern.groupindex))
    return pattern


def _as_pattern(piece: str) -> str:
    if piece.isspace():
        return r"\s*"
    if piece in _DIRECTIVES:
        return _DIRECTIVES[piece]
    letter = fold(piece).text
    return re.escape(letter) if letter.isalnum() else rf"\s*{re.escape(letter)}\s*"


def _must_be_whole(form: str, pieces: list[str], parts: set[str]) -> None:
    stated = {"month" if part == "name" else part for part in parts}
    if "year" not in stated:
        raise ValueError(f"{form!r} has no year (%Y or %y)")
    for part, other in _NEEDS:
        if part in stated and other not in stated:
            raise ValueError(f"{form!r}: {part} needs {other}")
    if ("%I" in pieces) != ("%p" in pieces):
        raise ValueError(f"{form!r}: %I and %p need each other")
