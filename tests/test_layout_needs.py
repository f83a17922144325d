"""A selector whose classes, ids and canonical address a page does not have is not searched for."""

import pytest

from copydesk import Page
from copydesk.layout.needs import can_match, needed


@pytest.mark.parametrize(
    ("rule", "names"),
    [
        (".story .Text", [{".story", ".text"}]),
        ("#item.box > p, main .copy", [{"#item", ".box"}, {".copy"}]),
        (
            "body:not(.home, .blog) :is(.hentry, #post:has(> .x, .y)) .entry",
            [{".hentry", ".entry"}, {"#post", ".x", ".entry"}, {"#post", ".y", ".entry"}],
        ),
        ('meta[content="a.b, (c"]', [set()]),
        ("div[class*=x] a.y:nth-child(2)::before", [{".y"}]),
        (":is(.a, p) .b:not(:has(.c)):nth-child(2 of .d)", [{".a", ".b"}, {".b"}]),
        (r".a\:b", [set()]),
        (":is(.a, .b, .a, .b)" * 4, [{".a"}, {".a", ".b"}, {".b"}]),
    ],
)
def test_needed(rule: str, names: list[set[str]]) -> None:
    """Every alternative has names of its own; negations and attributes say nothing for sure."""
    found = {(*(f".{c}" for c in n.classes), *(f"#{i}" for i in n.ids)) for n in needed(rule)}
    assert set(map(frozenset, found)) == set(map(frozenset, names))


@pytest.mark.parametrize(
    ("rule", "addresses"),
    [
        ("link[rel=canonical][href*='//a.org/']", [{"//a.org/"}]),
        ('head:has(b) > link[rel="canonical"][href^="https://a.org/x"]', [{"https://a.org/x"}]),
        ('link[rel="canonical"][href*="//A.org/" i]', [set()]),
        ('link[rel="alternate"][href*="//a.org/"], .x', [set(), set()]),
    ],
)
def test_needed_addresses(rule: str, addresses: list[set[str]]) -> None:
    """A mark that is part of the canonical address is looked for in that alone."""
    assert [set(found.addresses) for found in needed(rule)] == addresses


@pytest.mark.parametrize(
    ("rule", "can"),
    [
        (".story", True),
        (".STORY #top", True),
        (".story .lead", False),
        (".lead, #top", True),
        (".top, #story", False),
        ("p", True),
        ("body:is(#top, #bottom)", True),
        ("body:is(#lead, #bottom)", False),
        ('link[rel="canonical"][href*="//a.org/"]', True),
        ('link[rel="canonical"][href*="//b.org/"]', False),
    ],
)
def test_can_match(rule: str, can: bool) -> None:
    """Letters' case does not count in names, since it does not on pages in quirks mode."""
    page = Page(
        b'<html><head><link rel="CANONICAL" href="http://a.org/1"></head>'
        b'<body id="Top"><p class="Story x">Words.</p></body></html>'
    )
    assert can_match(page, rule) is can
