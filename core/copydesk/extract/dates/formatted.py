"""Dates found in a line by a layout's formats."""

import re
from collections.abc import Iterator, Sequence

from copydesk.extract.dates.clocks import clock_at
from copydesk.extract.dates.formats import compile_format
from copydesk.extract.dates.letters import Folded
from copydesk.extract.dates.parts import Found, Parts
from copydesk.extract.dates.tongue import primary
from copydesk.extract.dates.words import month_in, months_and_halves


def dates_by_format(line: Folded, formats: Sequence[str], language: str | None) -> Iterator[Found]:
    """Find the first date of each format, in the formats' order."""
    marked = months_and_halves(primary(language)).mark(line)
    for form in formats:
        if match := compile_format(form).search(marked.text):
            yield _found(marked, match)


def _found(line: Folded, match: re.Match[str]) -> Found:
    month, months = month_in(match)
    groups = match.groupdict()
    day = int(groups["day"]) if groups.get("day") else None
    clock, end = clock_at(line, match) if groups.get("minute") else (None, 0)
    raw = line.as_printed(match.start(), max(match.end(), end))
    return Found(Parts(groups["year"], month, day, clock), raw, months)
