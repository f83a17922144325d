"""Years, months and days of other calendars made Gregorian."""

from dataclasses import replace
from datetime import date

from persiantools.jdatetime import JalaliDate

from copydesk.extract.dates.parts import Found, Parts

CALENDARS = ("gregorian", "jalali", "buddhist")
"""The calendars that dates are read in."""

_BUDDHIST_LEAD = 543
_LAST_JALALI_YEAR, _FIRST_BUDDHIST_YEAR, _WHOLE = 1599, 2400, 4
# Which century two digits mean: POSIX's rule, 69 to 99 are of the one before.
_LAST_CENTURY = 69
_CENTURIES = {"gregorian": (1900, 2000), "jalali": (1300, 1400), "buddhist": (2500, 2500)}


def calendar_of(found: Found, given: str | None, language: str | None) -> str:
    """Tell a date's calendar: as its month or the layout says, else by language, script, year."""
    year, roman = int(found.parts.year), found.months == "roman"
    if found.months in CALENDARS:
        return str(found.months)
    if given and not (given == "jalali" and roman):
        return given
    is_short = len(found.parts.year) == 2  # noqa: PLR2004
    if language == "fa" and not roman and (is_short or 100 < year <= _LAST_JALALI_YEAR):  # noqa: PLR2004
        return "jalali"
    if year < _FIRST_BUDDHIST_YEAR:
        return "gregorian"
    is_thai = language == "th" or any("\u0e00" <= letter <= "\u0e7f" for letter in found.raw)
    return "buddhist" if is_thai else "gregorian"


def to_gregorian(parts: Parts, calendar: str) -> Parts | None:
    """
    Give the same date in the Gregorian calendar, its year in four digits.

    Returns:
        A Jalali month or year is no Gregorian one: its year, where it lies in a single one, else
        None.

    Raises:
        ValueError: if the calendar has no such day.
    """
    if calendar == "gregorian" and len(parts.year) == _WHOLE:
        return parts
    year = int(parts.year)
    if len(parts.year) == 2:  # noqa: PLR2004
        year += _CENTURIES[calendar][year < _LAST_CENTURY]
    if calendar == "jalali":
        return _from_jalali(year, parts)
    return replace(parts, year=f"{year - _BUDDHIST_LEAD * (calendar == 'buddhist'):04}")


def _from_jalali(year: int, parts: Parts) -> Parts | None:
    if parts.month and parts.day:
        day = _gregorian(year, parts.month, parts.day)
        return Parts(f"{day.year:04}", day.month, day.day, parts.clock)
    first = _gregorian(year, parts.month or 1, 1)
    last_month = parts.month or 12
    last_day = JalaliDate.days_in_month(last_month, year)
    last = _gregorian(year, last_month, last_day)
    return Parts(f"{first.year:04}") if first.year == last.year else None


def _gregorian(year: int, month: int, day: int) -> date:
    found: date = JalaliDate(year, month, day).to_gregorian()  # type: ignore[no-untyped-call]
    return found
