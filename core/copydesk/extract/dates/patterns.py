"""Patterns of dates in marked lines: the free reader's grammar."""

import re

from copydesk.extract.dates.words import MONTH

# Between the parts of a date, and between a date and its time.  Every repeated class excludes
# what follows it, so that no pattern backtracks more than a line's length.
_IN = r"[\s.,'/-]*"
_GAP = r"(?:[\s,;|/•·@()\[\]\u2013\u2014.-]|\([^\W\d_][^()\d]{0,11}\))*"
_NO_YEAR_AFTER = rf"(?!{_IN}\d{{4}})"
_DAY = r"(?P<day>\d{1,2})"
_NAME = f"(?P<name>{MONTH})"
_YEAR = r"(?<!\d)(?P<year>\d{4})(?!\d)"
# In text glued together a time may follow the year at once: 20236:01 PM.
_OR_SHORT = r"(?P<year>\d{4}|(?<=[-'/.])\d\d)(?:(?=\d\d?:\d\d)|(?![\d:]))"

_CLOCK = (
    r"(?P<before>[YZ])?\s*(?P<hour>\d{1,2})\s?:\s{0,2}(?P<minute>\d\d)"
    r"(?:\s?:\s?(?P<second>\d\d)(?:[.,](?P<fraction>\d+))?)?(?!\d)\s*(?P<after>[YZ])?"
)
_ZONE = (
    r"[\s@]*(?P<open>[(\[])?(?P<zone>z(?![^\W_])|(?:gmt|utc|ut)\s?[+-]\s?\d\d?(?::?\d\d)?(?!\d)"
    r"|[+-]\d\d(?::?\d\d)?(?!\d)|[^\W\d_]{2,5}(?![^\W_]))(?(open)[)\]]?)"
)

_BASIC = (
    r"\A(?P<year>(?:19|20)\d\d)(?P<month>\d\d)(?P<day>\d\d)"
    r"(?:t?(?P<hour>\d\d)(?P<minute>\d\d)(?P<second>\d\d)?)?(?!\d)"
)
_NUMERIC = r"(?<![\d.]){}\s?(?P<s>[-/.])\s?{}\s?(?P=s)\s?{}(?![\d:])(?!\s?(?P=s)\s?\d)"

DAYS = tuple(
    re.compile(pattern)
    for pattern in (
        _BASIC,
        _NUMERIC.format(r"(?P<year>\d{4})", r"(?P<month>\d{1,2})", r"(?P<day>\d{1,2})"),
        _NUMERIC.format(r"(?P<one>\d{1,2})", r"(?P<two>\d{1,2})", r"(?P<year>\d{4}|\d\d)"),
        rf"(?<!\d){_DAY}{_IN}{_NAME}{_IN}{_OR_SHORT}",
        rf"{_NAME}{_IN}{_DAY}(?!\d){_IN}{_OR_SHORT}",
        rf"{_NAME}[\s.]*{_DAY}[\s,]+{_CLOCK}(?:\s+[^\W\d_]{{1,5}})?\s+{_YEAR}",
        rf"{_YEAR}{_IN}{_NAME}{_IN}{_DAY}(?![\d:]){_NO_YEAR_AFTER}",
        rf"{_YEAR}{_IN}(?<!\d){_DAY}{_IN}{_NAME}{_NO_YEAR_AFTER}",
    )
)
"""Days of a year: whole, numeric, and with a month's name in every order."""

MONTHS_AND_YEARS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_NAME}{_IN}{_YEAR}",
        rf"{_YEAR}{_IN}{_NAME}",
        r"(?<![\d./-])(?P<year>\d{4})[-/](?P<month>0?[1-9]|1[0-2])(?![\d/-])",
        r"(?<![\d./-])(?P<month>0?[1-9]|1[0-2])/(?P<year>\d{4})(?![\d/-])",
        r"(?<![\w./:-])(?P<year>1[6-9]\d\d|20\d\d|2[45]\d\d)(?![\w./:-]*\d)",
    )
)
"""What a short line may state when it states no day."""

AFTER = re.compile(rf"{_GAP}t?\s*{_CLOCK}")
BEFORE = re.compile(rf"(?<!\d){_CLOCK}(?:{_ZONE})?{_GAP}\Z")
ZONE = re.compile(_ZONE)
"""A time after a date, a time before one, and an offset or a word that may name one."""

# Zones where times are printed with a dot, and whose abbreviations are no words.
_DOTTED = "gmt|utc|bst|cet|cest|mez|mesz|eet|eest|sast|aest|aedt|awst|nzst|nzdt|hkt|sgt"

RESPELLINGS = tuple(
    (re.compile(pattern), mark)
    for pattern, mark in (
        (r"[时時點点시]\s?(\d)\s?[分분]", r":0\1"),
        (r"(?<=\d)\s?[h时時點点시]\s?(?=\d\d(?!\d))", ":"),
        (r"(?<=\d)[분分]\s?(?=\d\d\s?[秒초])", ":"),
        (r"(?<=\d\d\d\d)\s?[年년]\s?(?=\d)", "-"),
        (r"(?<=\d)\s?[月월]\s?(?=\d)", "-"),
        (r"(?<=\d)\s?[年년月월日일号號분分秒초]", " "),
        # Of a Gregorian year, not of the afternoon.
        (r"(?<=\d\d\d\d)\s?Z(?=\s*(?:[,|/-]|\Z))", " "),
        (r"([A-L])(\s*)/\s*\1", r"\1"),
        (r"\b(hkt|jst|kst|sgt|ist|pkt)(\s)(\d\d?:\d\d)(?![\d:])", r"\3\2\1"),
        (r"(@\s*\d{1,2})\.(\d\d)(?!\.?\d)", r"\1:\2"),
        (r"(?<![\d.])(\d{1,2})\.([0-5]\d)(?=\s*[@YZ])", r"\1:\2"),
        (
            (
                r"(?<=[\s,|\u2013-])([01]?\d|2[0-3])\.([0-5]\d)"
                rf"(?=\s*(?:\Z|(?:wib|wita?)|(?:{_DOTTED})(?![^\W_])))"
            ),
            r"\1:\2",
        ),
    )
)
"""Units of East Asia, months named twice, zones before a time and times with a dot, spelt the common way."""
