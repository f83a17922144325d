"""Dates found in a line without a format."""

import re
from collections.abc import Iterator

from copydesk.extract.dates.clocks import clock_beside
from copydesk.extract.dates.eras import without_eras
from copydesk.extract.dates.letters import Folded
from copydesk.extract.dates.parts import Found, Parts
from copydesk.extract.dates.patterns import DAYS, MONTHS_AND_YEARS, RESPELLINGS
from copydesk.extract.dates.tongue import day_first, primary, year_first
from copydesk.extract.dates.words import all_words, month_in

# The Ethiopian year is seven or eight behind, and no word need say whose it is.
_ETHIOPIC = re.compile("[\u1200-\u137f]")
_SHORT_LINE = 40
_LAST_MONTH = 12


def dates_in(line: Folded, language: str | None) -> Iterator[Found]:
    """
    Find what a line states, leftmost first.

    A month or a year alone counts in a short line only, where nothing looks like a day.
    """
    marked = mark(line, language)
    days = [match for pattern in DAYS for match in pattern.finditer(marked.text)]
    for match in sorted(days, key=re.Match.start):
        yield from _day(marked, match, language)
    if not days and len(marked.text) <= _SHORT_LINE and not _ETHIOPIC.search(marked.text):
        yield from _month_or_year(marked)


def mark(line: Folded, language: str | None) -> Folded:
    """Mark the words of a line and spell its units the common way."""
    marked = all_words(primary(language)).mark(without_eras(line))
    for pattern, sign in RESPELLINGS:
        marked = marked.rewritten(pattern, sign)
    return marked


def _day(line: Folded, match: re.Match[str], language: str | None) -> Iterator[Found]:
    month, months = month_in(match)
    year, day = match["year"], int(match["day"]) if month is not None else None
    if month is None and _begins_with_year(match, language):
        year, month, day = match["one"], int(match["two"]), int(year)
    elif month is None:
        day, month = _order(int(match["one"]), int(match["two"]), year, language)
    if month is not None:
        clock, start, end = clock_beside(line, match)
        yield Found(Parts(year, month, day, clock), line.as_printed(start, end), months)


def _begins_with_year(match: re.Match[str], language: str | None) -> bool:
    """Tell ``24.5.1``, where pages of that language write so and the first number is no month."""
    return len(match["year"]) == 2 and int(match["one"]) > _LAST_MONTH and year_first(language)  # noqa: PLR2004


def _order(
    one: int, two: int, year: str, language: str | None
) -> tuple[int, int] | tuple[None, None]:
    """Tell day and month apart; None where the numbers and the language leave it open."""
    first = day_first(language)
    if first is None and len(year) == 2:  # noqa: PLR2004  # the year itself may stand first
        return None, None
    if one > _LAST_MONTH or one == two:
        return one, two
    if two > _LAST_MONTH or first is False:
        return two, one
    return (one, two) if first else (None, None)


def _month_or_year(line: Folded) -> Iterator[Found]:
    for pattern in MONTHS_AND_YEARS:
        matches = list(pattern.finditer(line.text))
        if len(matches) == 1:
            month, months = month_in(matches[0])
            parts = Parts(matches[0]["year"], month)
            yield Found(parts, line.as_printed(*matches[0].span()), months)
        if matches:
            return
