"""Parts of a date made a Stamp: Gregorian, real, in its zone, neither too early nor to come."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from copydesk.extract.dates.calendars import calendar_of, to_gregorian
from copydesk.extract.dates.parts import Clock, Found, ImpossibleDate, Parts
from copydesk.extract.dates.tongue import primary
from copydesk.extract.dates.zones import offset_at, stated_offset
from copydesk.schema import Stamp

_EARLIEST_YEAR = 1600
_LATEST = timedelta(days=2)


@dataclass(frozen=True, slots=True)
class Setting:
    """What is known about a page beside its words."""

    zone: str | None
    """IANA name of the outlet's zone."""

    language: str | None
    calendar: str | None

    now: datetime
    """Aware; dates more than two days later are no dates."""


def as_stamp(found: Found, setting: Setting) -> Stamp | None:
    """
    Make a stamp.

    Returns:
        None for a month of another calendar that lies in two years of ours.

    Raises:
        ImpossibleDate: if there is no such day or time, or it is out of bounds.
    """
    calendar = calendar_of(found, setting.calendar, primary(setting.language))
    try:
        parts = to_gregorian(found.parts, calendar)
        stamp = parts and _stamp(parts, found.raw, setting.zone)
        return _within_bounds(stamp, setting.now) if stamp else None
    except (ValueError, OverflowError) as error:
        raise ImpossibleDate(found.raw, str(error)) from error


def _stamp(parts: Parts, raw: str, zone: str | None) -> Stamp:
    local = _local(parts)
    day = "-".join([parts.year, *(f"{n:02}" for n in (parts.month, parts.day) if n)])
    if not parts.clock:
        return _dated(day, raw, zone)
    value = f"{day}T{parts.clock.hour:02}:{parts.clock.minute:02}"
    value += f":{parts.clock.second}" if parts.clock.second else ""
    if offset := parts.clock.zone and stated_offset(parts.clock.zone, local):
        return Stamp(value=value + offset, zone="stated", raw=raw)
    if zone and (offset := offset_at(zone, local)):
        return Stamp(value=value + offset, zone="assumed", zone_name=zone, raw=raw)
    return Stamp(value=value, raw=raw)


def _dated(value: str, raw: str, zone: str | None) -> Stamp:
    return Stamp(value=value, zone="assumed" if zone else "unknown", zone_name=zone, raw=raw)


def _local(parts: Parts) -> datetime:
    """Give the first moment meant; raises what datetime does for a day or time that is none."""
    if int(parts.year) < _EARLIEST_YEAR:
        raise ValueError(f"the year {int(parts.year)} is before {_EARLIEST_YEAR}")
    clock = parts.clock or Clock(0, 0)
    month, day = (1 if part is None else part for part in (parts.month, parts.day))
    second = int((clock.second or "0")[:2])
    return datetime(int(parts.year), month, day, clock.hour, clock.minute, second)  # noqa: DTZ001


def _within_bounds(stamp: Stamp, now: datetime) -> Stamp:
    if stamp.earliest > now.astimezone(UTC) + _LATEST:
        raise ValueError(f"it is more than two days after {now:%Y-%m-%d}")
    return stamp
