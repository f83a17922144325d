"""The parts of a date as a page prints them, and what makes them no date."""

import re
from dataclasses import dataclass

_NOON = 12


class ImpossibleDate(ValueError):  # noqa: N818  # says what is the case
    """The page states a date that is none: 30 February, or the year 2565 in our calendar."""

    def __init__(self, raw: str, why: str) -> None:
        """Keep the words on the page and the reason."""
        super().__init__(f"{raw!r} is no date: {why}")
        self.raw = raw
        self.why = why


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day as stated, on 24 hours."""

    hour: int
    minute: int
    second: str | None = None
    """``05`` or ``05.123``, as precise as printed, at most microseconds."""

    zone: str | None = None
    """The offset or abbreviation, in lower case."""


@dataclass(frozen=True, slots=True)
class Parts:
    """A date as stated, in the page's own calendar; None where the page says nothing."""

    year: str
    """Four digits, or the last two."""

    month: int | None = None
    day: int | None = None
    clock: Clock | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """What some words on the page state."""

    parts: Parts
    raw: str
    months: str | None = None
    """Whose month it is: ``jalali`` and ``gregorian`` for sure, or ``roman`` by its name, January
    to December, which Gregorian and Buddhist years share."""


def clock_of(found: re.Match[str], zone: str | None = None) -> Clock:
    """Read the groups hour, minute, second, fraction and before or after (noon) of a match."""
    groups = found.groupdict()
    second, fraction = groups.get("second"), (groups.get("fraction") or "")[:6]
    return Clock(
        _on_24_hours(int(groups["hour"]), groups.get("before") or groups.get("after")),
        int(groups["minute"]),
        f"{second}.{fraction}" if second and fraction else second,
        zone,
    )


def _on_24_hours(hour: int, half: str | None) -> int:
    if half == "Z" and hour < _NOON:
        return hour + _NOON
    return 0 if half == "Y" and hour == _NOON else hour
