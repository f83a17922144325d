"""A selector whose classes and ids a page does not have is not searched for."""

import pytest

from copydesk import Page
from copydesk.layout.needs import can_match, needed


@pytest.mark.parametrize(
    ("rule", "names"),
    [
        (".story .Text", [{"story", "text"}]),
        ("#item.box > p, main .copy", [{"item", "box"}, {"copy"}]),
        ("body:not(.home, .blog) :is(.hentry, .post:has(> .x)) .entry", [{"entry"}]),
        ('meta[content="a.b, (c"]', [set()]),
        ("div[class*=x] a.y:nth-child(2)::before", [{"y"}]),
        (r".a\:b", [set()]),
    ],
)
def test_needed(rule: str, names: list[set[str]]) -> None:
    """Every alternative has names of its own; brackets and attributes say nothing for sure."""
    assert [set(found) for found in needed(rule)] == names


@pytest.mark.parametrize(
    ("rule", "can"),
    [
        (".story", True),
        (".STORY #top", True),
        (".story .lead", False),
        (".lead, #top", True),
        ("p", True),
    ],
)
def test_can_match(rule: str, can: bool) -> None:
    """Letters' case does not count, since it does not on pages in quirks mode."""
    page = Page(b'<html><body id="Top"><p class="Story x">Words.</p></body></html>')
    assert can_match(page, rule) is can
