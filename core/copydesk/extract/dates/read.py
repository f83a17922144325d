"""Reading a printed date."""

import re
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from copydesk.extract.dates.calendars import CALENDARS
from copydesk.extract.dates.formatted import dates_by_format
from copydesk.extract.dates.free import dates_in
from copydesk.extract.dates.letters import Folded, fold
from copydesk.extract.dates.parts import Clock, Found, ImpossibleDate, Parts, clock_of
from copydesk.extract.dates.relative import moments_ago
from copydesk.extract.dates.stamps import Setting, as_stamp
from copydesk.schema import Stamp, clean_line

_LONGEST, _LONGEST_BY_FORMAT = 300, 5_000
_EPOCH = re.compile(r"(\d{10})(\d{3})?")
# What most pages state, and needs no words of any language.
_ISO = re.compile(
    r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)"
    r"(?:t(?P<hour>\d\d):(?P<minute>\d\d)(?::(?P<second>\d\d)(?:\.(?P<fraction>\d+))?)?"
    r"(?P<zone>z|[+-]\d\d(?::?\d\d)?)?)?",
    re.ASCII,
)


def read_stamp(  # noqa: PLR0913  # each says one thing about the page
    raw: str,
    *,
    formats: Sequence[str] = (),
    zone: str | None = None,
    language: str | None = None,
    calendar: str | None = None,
    now: datetime | None = None,
) -> Stamp | None:
    """
    Find a date in what a page prints or states in an attribute, exactly as precise as it is.

    Args:
        raw: the words; of a long text the first 300 characters, by formats 5,000, are searched.
        formats: like strptime's, tried in order, and nothing else; without any, ISO 8601, RFC
            2822, seconds or milliseconds since 1970, and dates in words or numbers.
        zone: IANA name of the outlet's zone, assumed for times that state none.
        language: BCP 47 tag; tells day from month in ``1/2/2022``, the calendar, and ``lis``.
        calendar: only where language and month names do not say it.
        now: when the page was fetched, for words such as "2 hours ago"; without it they say
            nothing, and today bounds the dates.

    Returns:
        None where nothing is a date, or where it is open which one. ``raw`` of the stamp is the
        part of the words that says so.

    Raises:
        ImpossibleDate: if a date is stated that is none: 30 February, before 1600, or more than
            two days after ``now``.
        ValueError: for a bad format, or a zone or calendar that does not exist.
    """
    return _read(raw[: 4 * _LONGEST_BY_FORMAT], tuple(formats), zone, language, calendar, now)


# Pages repeat their dates; that one was not to come yet stays true.
@lru_cache(maxsize=64)
def _read(  # noqa: PLR0913, PLR0917  # as read_stamp
    raw: str,
    formats: tuple[str, ...],
    zone: str | None,
    language: str | None,
    calendar: str | None,
    now: datetime | None,
) -> Stamp | None:
    line = clean_line(raw)
    if line is None:
        return None
    _must_exist(zone, calendar)
    setting = Setting(zone, language, calendar, now or datetime.now(UTC))
    if formats:
        found = dates_by_format(fold(line[:_LONGEST_BY_FORMAT]), formats, language)
        return _first_possible(found, setting)
    folded = fold(line[:_LONGEST])
    if (stamp := _first_possible(_readings(folded, language), setting)) or now is None:
        return stamp
    return _first_possible(moments_ago(folded, setting), setting)


def _must_exist(zone: str | None, calendar: str | None) -> None:
    if calendar and calendar not in CALENDARS:
        raise ValueError(f"{calendar!r} is no calendar; there are {', '.join(CALENDARS)}")
    try:
        ZoneInfo(zone or "UTC")
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise ValueError(f"{zone!r} is no IANA time zone such as Europe/Kyiv") from error


def _readings(line: Folded, language: str | None) -> Iterable[Found]:
    if epoch := _EPOCH.fullmatch(line.text):
        return [_since_1970(int(epoch[1]), epoch[2], line.printed)]
    if iso := _ISO.fullmatch(line.text):
        return [_by_iso(iso, line.printed)]
    return dates_in(line, language)


def _by_iso(iso: re.Match[str], raw: str) -> Found:
    clock = clock_of(iso, iso["zone"]) if iso["hour"] else None
    return Found(Parts(iso["year"], int(iso["month"]), int(iso["day"]), clock), raw)


def _since_1970(seconds: int, fraction: str | None, raw: str) -> Found:
    moment = datetime.fromtimestamp(seconds, UTC)
    second = f"{moment.second:02}" + (f".{fraction}" if fraction else "")
    clock = Clock(moment.hour, moment.minute, second, "z")
    return Found(Parts(f"{moment.year:04}", moment.month, moment.day, clock), raw, "gregorian")


def _first_possible(readings: Iterable[Found], setting: Setting) -> Stamp | None:
    """Give the first reading that is a date; the first impossible one counts if none is."""
    impossible: ImpossibleDate | None = None
    for found in readings:
        try:
            return as_stamp(found, setting)
        except ImpossibleDate as error:
            impossible = impossible or error
    if impossible:
        raise impossible
    return None
