"""A point in time exactly as precise as a page states it."""

import calendar
import re
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from typing import Annotated, Literal, Self
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import AfterValidator, Field, model_validator

from copydesk.schema.base import Line, Model, Text

# Local mean time was up to 15:56 away from Greenwich, so offsets go to 15:59.
_VALUE = re.compile(
    r"\d{4}(-(?P<month>\d\d)(-(?P<day>\d\d)(T(?P<minute>([01]\d|2[0-3]):\d\d)"
    r"(:(?P<second>\d\d)(\.(?P<fraction>\d{1,6}))?)?(Z|[+-](0\d|1[0-5]):[0-5]\d)?)?)?)?",
    re.ASCII,
)
_EARLIEST_YEAR = 1600
# The widest offsets in use: the Line Islands are 14 hours ahead, Baker Island 12 behind.
_WIDEST_AHEAD, _WIDEST_BEHIND = timezone(timedelta(hours=14)), timezone(timedelta(hours=-12))


def _must_be_real(value: str) -> str:
    if not _VALUE.fullmatch(value):
        raise ValueError(
            f"{value!r} is no date like 2022, 2022-01, 2022-01-07 or 2022-01-07T16:24Z"
        )
    if _first_moment(value).year < _EARLIEST_YEAR:  # raises for 2022-02-30
        raise ValueError(f"{value!r} is before the year {_EARLIEST_YEAR}")
    return value


class Stamp(Model):
    """
    A date, or a date with a time, in the page's own local time.

    A field that the page leaves open is left out, never filled: no invented midnight, day or zone.
    """

    value: Annotated[str, Field(title="date"), AfterValidator(_must_be_real)]
    """Truncated ISO 8601: ``2022``, ``2022-01``, ``2022-01-07``, ``2022-01-07T16:24Z``,
    ``2022-01-08T00:30:05+02:00``.  Years from 1600.  GMT and UTC are ``Z``."""

    zone: Literal["stated", "assumed", "unknown"] = "unknown"
    """Who says the zone: the page, the outlet's ``time_zone``, or nobody.  ``unknown`` goes with a
    value without offset; a date alone may be ``assumed`` to be a day of the outlet's zone."""

    zone_name: Line | None = None
    """IANA name of an assumed zone (``Europe/Kyiv``), None otherwise."""

    raw: Text
    """The words or the attribute that say so, as on the page."""

    @model_validator(mode="after")
    def _zone_fits_value(self) -> Self:
        allowed = _zones_of(self.value)
        if self.zone not in allowed:
            raise ValueError(
                f"the zone of {self.value!r} is {' or '.join(allowed)}, not {self.zone}"
            )
        if (self.zone == "assumed") != (self.zone_name is not None):
            raise ValueError("zone_name is given exactly when the zone is assumed")
        if self.zone_name:
            _zone(self.zone_name)
        return self

    @property
    def earliest(self) -> datetime:
        """The first moment, in UTC, that the value can mean."""
        return self._utc(_first_moment(self.value), _WIDEST_AHEAD)

    @property
    def latest(self) -> datetime:
        """The last microsecond, in UTC, that the value can mean."""
        # The fold is the second of the two times when clocks are put back at midnight.
        return self._utc(_last_moment(self.value).replace(fold=1), _WIDEST_BEHIND)

    def _utc(self, moment: datetime, widest: timezone) -> datetime:
        zone = moment.tzinfo or (_zone(self.zone_name) if self.zone_name else widest)
        try:
            return moment.replace(tzinfo=zone).astimezone(UTC)
        except OverflowError:  # the last hours of the year 9999
            return datetime.max.replace(tzinfo=UTC)


def _zones_of(value: str) -> tuple[str, ...]:
    if _first_moment(value).tzinfo:
        return ("stated", "assumed")
    return ("unknown",) if "T" in value else ("unknown", "assumed")


def _said(value: str) -> set[str]:
    found = _VALUE.fullmatch(value)
    return {name for name, part in found.groupdict().items() if part} if found else set()


def _first_moment(value: str) -> datetime:
    """Fill up with first months and days; a zone only where the value has an offset."""
    return datetime.fromisoformat(value + "-01-01"[len(value) - len("2022") :])


def _last_moment(value: str) -> datetime:
    """Fill up to the last microsecond of the value's year, month, day, minute or second."""
    said, first = _said(value), _first_moment(value)
    month = first.month if "month" in said else 12
    return first.replace(
        month=month,
        day=first.day if "day" in said else calendar.monthrange(first.year, month)[1],
        hour=first.hour if "minute" in said else 23,
        minute=first.minute if "minute" in said else 59,
        second=first.second if "second" in said else 59,
        microsecond=first.microsecond if "fraction" in said else 999_999,
    )


def _zone(name: str) -> tzinfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise ValueError(f"{name!r} is no IANA time zone such as Europe/Kyiv") from error


def is_time_zone(name: str) -> bool:
    """Tell whether a name is one of IANA's."""
    try:
        _zone(name)
    except ValueError:
        return False
    return True
