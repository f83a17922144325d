"""The moments that attributes of an element state beside the date that it shows."""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborNode

_STATES = re.compile(r"data-(?:\w+-)*(?:date|time|timestamp|datetime)(?:-\w+)*")
_CHANGE = re.compile(r"modif|updat|edit|chang")
_LEAST_DIGITS = 10  # seconds since 1970; what has fewer states a day, as the words do


def moments(node: LexborNode, *, changes: bool) -> Iterator[tuple[str, str]]:
    """Give the name and the value of each such attribute: those of changes, or the others."""
    for name, value in node.attributes.items():
        states = value and _STATES.fullmatch(name) and bool(_CHANGE.search(name)) == changes
        if value and states and sum(map(str.isdecimal, value)) >= _LEAST_DIGITS:
            yield name, value
