"""What a selector needs: classes and ids without which it cannot match, told without a search."""

import re
from functools import lru_cache

from copydesk.page import Page

_ATTRIBUTE = re.compile(r"""\[(?:[^\]"']|"[^"]*"|'[^']*')*\]""")
_INNERMOST = re.compile(r":?:[\w-]+\([^()]*\)")
_NAME = re.compile(r"[.#]([\w-]+)")


def can_match(page: Page, rule: str) -> bool:
    """Tell whether a page has the names that a selector needs; False only where it cannot match."""
    return any(names <= page.names for names in needed(rule))


@lru_cache(maxsize=1024)
def needed(rule: str) -> tuple[frozenset[str], ...]:
    """
    Give the classes and ids that a selector needs, in lower case, for each of its alternatives.

    What stands in brackets may be one of several or what must not be, so that nothing is read there.
    """
    if "\\" in rule:  # an escaped name is read by the engine alone
        return (frozenset(),)
    bare, count = _ATTRIBUTE.sub("", rule), 1
    while count:
        bare, count = _INNERMOST.subn("", bare)
    return tuple(frozenset(_NAME.findall(part.lower())) for part in bare.split(","))
