"""Dates said from the moment of reading: "2 hours ago", "yesterday, 14:40"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from copydesk.extract.dates.clocks import clock_at
from copydesk.extract.dates.free import mark
from copydesk.extract.dates.letters import Folded
from copydesk.extract.dates.parts import Clock, Found, Parts
from copydesk.extract.dates.patterns import AFTER
from copydesk.extract.dates.stamps import Setting
from copydesk.extract.dates.tongue import primary
from copydesk.extract.dates.words import LETTER, relative_words

_SHORT_LINE = 60
_MONTHS = {"month": 1, "year": 12}
# How many of year, month, day, minute a count of the unit tells.
_DEPTH = {"minute": 4, "hour": 3, "day": 3, "week": 2, "month": 2, "year": 1}


@dataclass(frozen=True, slots=True)
class _Words:
    ago: re.Pattern[str]
    today: re.Pattern[str]
    yesterday: re.Pattern[str]
    counted: re.Pattern[str]


def moments_ago(line: Folded, setting: Setting) -> Iterator[Found]:
    """
    Find a day named from today, or a count of units ago, in a short line.

    A count of minutes gives the minute, of hours or days the day, of weeks or months the month,
    of years the year.
    """
    if len(line.text) > _SHORT_LINE:
        return
    words = _words(primary(setting.language))
    now = setting.now.astimezone(ZoneInfo(setting.zone) if setting.zone else UTC)
    if match := words.yesterday.search(line.text):
        yield _day(line, match, now - timedelta(days=1), setting.language)
    elif match := words.today.search(line.text):
        yield _day(line, match, now, setting.language)
    elif (match := words.counted.search(line.text)) and words.ago.search(line.text):
        yield from _counted(line, match, now)


def _day(line: Folded, match: re.Match[str], day: datetime, language: str | None) -> Found:
    marked = mark(line, language)
    after = AFTER.match(marked.text, match.end())
    clock, end = clock_at(marked, after) if after else (None, match.end())
    parts = Parts(f"{day.year:04}", day.month, day.day, clock)
    return Found(parts, line.as_printed(match.start(), end), "gregorian")


def _counted(line: Folded, match: re.Match[str], now: datetime) -> Iterator[Found]:
    unit, count = str(match.lastgroup), int(match["count"] or 1)
    moment, depth = _before(now, unit, count), _DEPTH[unit]
    if unit == "hour" and _before(now, unit, count + 1).date() != moment.date():
        depth = _DEPTH["month"]  # the hour began the day before
    clock = Clock(moment.hour, moment.minute, None, f"{moment:%z}"[:5])
    parts = Parts(
        f"{moment.year:04}",
        moment.month if depth >= _DEPTH["month"] else None,
        moment.day if depth >= _DEPTH["day"] else None,
        clock if depth >= _DEPTH["minute"] else None,
    )
    yield Found(parts, line.printed, "gregorian")


def _before(now: datetime, unit: str, count: int) -> datetime:
    if unit not in _MONTHS:
        return now - timedelta(**{f"{unit}s": count})
    months = now.year * 12 + now.month - 1 - count * _MONTHS[unit]
    return now.replace(year=months // 12, month=months % 12 + 1, day=1)


@cache
def _words(language: str | None) -> _Words:
    ago, one, today, yesterday, *units = relative_words(language)
    named = "|".join(f"(?P<{u}>{forms})" for u, forms in zip(_DEPTH, units, strict=True))
    count = rf"(?<!\w)(?:(?P<count>\d{{1,3}})|(?:{one}))\s*(?:{named})(?!{LETTER})"
    return _Words(_whole_word(ago), _whole_word(today), _whole_word(yesterday), re.compile(count))


def _whole_word(forms: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!{LETTER})(?:{forms})(?!{LETTER})")
