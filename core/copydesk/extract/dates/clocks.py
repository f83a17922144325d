"""The time of day that stands beside a date, with its zone."""

import re

from copydesk.extract.dates.letters import Folded
from copydesk.extract.dates.parts import Clock, clock_of
from copydesk.extract.dates.patterns import AFTER, BEFORE, ZONE
from copydesk.extract.dates.zones import ABBREVIATIONS

_REACH = 60  # characters before a date in which its time is looked for
_ALSO_SMALL = {"z", "utc", "gmt", "мск"}
_PARTS = ("minute", "second", "fraction", "after")
_END_OF_RANGE = re.compile(r"-\d\d(?::\d\d)?")


def clock_beside(line: Folded, date: re.Match[str]) -> tuple[Clock | None, int, int]:
    """Give the clock in, after or before a date, and where the two together start and end."""
    start, end = date.span()
    if date.groupdict().get("minute"):
        clock, clock_end = clock_at(line, date)
        return clock, start, max(end, clock_end)
    if after := AFTER.match(line.text, end):
        return clock_at(line, after)[0], start, clock_at(line, after)[1]
    if before := BEFORE.search(line.text, max(0, start - _REACH), start):
        return clock_at(line, before)[0], before.start(), end
    return None, start, end


def clock_at(line: Folded, match: re.Match[str]) -> tuple[Clock, int]:
    """Read a match with the groups of a clock, and the zone that follows; tell where it ends."""
    end = max(match.end(group) for group in _PARTS if group in match.re.groupindex)
    zone, zone_end = _zone_at(line, end)
    if zone and _END_OF_RANGE.fullmatch(zone) and not (clock_of(match).second or "t" in match[0]):
        return clock_of(match), end  # 16:24-18:00 is a range of times
    return clock_of(match, zone), zone_end


def _zone_at(line: Folded, place: int) -> tuple[str | None, int]:
    match = ZONE.match(line.text, place)
    if not match or not _is_zone(match["zone"], line.as_printed(*match.span("zone"))):
        return None, place
    return match["zone"], match.end()


def _is_zone(zone: str, printed: str) -> bool:
    """Tell offsets and known abbreviations, in capitals only as "est" and "et" are words too."""
    if not zone.isalpha():
        return True
    return zone in ABBREVIATIONS and (printed.isupper() or zone in _ALSO_SMALL)
