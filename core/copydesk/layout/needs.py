"""What a selector needs: names and addresses without which it cannot match, told without a search."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from copydesk.page import Page

_TOKEN: Final = re.compile(
    r"""(?<![\w-])link\[rel=(?P<quote>["']?)canonical(?P=quote)\]\[href[*^$]?=(?P<address>"[^"]+"|'[^']+')\]"""
    r"""|\[(?:[^\]"']|"[^"]*"|'[^']*')*\]"""
    r"|(?P<function>(?::?:[\w-]+)?\()|(?P<end>\))|(?P<comma>,)|\.(?P<class>[\w-]+)|#(?P<id>[\w-]+)"
)
_SEARCHING: Final = {":is(", ":where(", ":has("}
_MOST_CHOICES = 64


class Need(NamedTuple):
    """What a page has where one alternative of a selector matches; more may be missing."""

    classes: frozenset[str] = frozenset()
    """In lower case, as are ids."""

    ids: frozenset[str] = frozenset()

    addresses: frozenset[str] = frozenset()
    """Parts of the canonical address."""

    def __or__(self, other: "Need") -> "Need":
        """Need both."""
        return Need(*(mine | more for mine, more in zip(self, other, strict=True)))

    def is_met(self, page: Page) -> bool:
        """Tell whether a page has all of it."""
        is_named = self.classes <= page.classes and (not self.ids or self.ids <= page.ids)
        return is_named and all(
            any(address in (link.attributes.get("href") or "") for link in page.canonical_links)
            for address in self.addresses
        )


def can_match(page: Page, rule: str) -> bool:
    """Tell whether a page has what a selector needs; False only where it cannot match."""
    return any(need.is_met(page) for need in needed(rule))


@lru_cache(maxsize=1024)
def needed(rule: str) -> tuple[Need, ...]:
    """Give what a selector needs for each of its alternatives, those within ``:is()`` multiplied."""
    if "\\" in rule:  # an escaped name is read by the engine alone
        return (Need(),)
    return tuple(_choices(_TOKEN.finditer(rule)))


def _choices(tokens: Iterator[re.Match[str]]) -> list[Need]:
    """Read alternatives up to the end of the brackets around them."""
    found, here = [], [Need()]
    for token in tokens:
        if token["end"]:
            break
        if token["comma"]:
            found += here
            here = [Need()]
        elif token["function"]:
            here = _each_with(here, _choices(tokens), token["function"].lower())
        else:
            here = [need | _needed_by(token) for need in here]
    return found + here


def _each_with(needs: list[Need], inner: list[Need], function: str) -> list[Need]:
    """Add what one of a function's arguments needs; that of ``:not()`` says nothing."""
    if function not in _SEARCHING or len(needs) * len(inner) > _MOST_CHOICES:
        return needs
    return [need | other for need in needs for other in inner]


def _needed_by(token: re.Match[str]) -> Need:
    named, called, address = token.group("class", "id", "address")
    found = ((named or "").lower(), (called or "").lower(), (address or "")[1:-1])
    return Need(*(frozenset(filter(None, [word])) for word in found))
