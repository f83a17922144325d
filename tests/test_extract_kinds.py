"""The sections of an unknown page and the kind of its text."""

import json

import pytest

from copydesk import Page
from copydesk.extract.context import Context
from copydesk.extract.kinds import kind, sections


def context(head: str = "", **article: str) -> Context:
    block = json.dumps({"@type": "NewsArticle", "headline": "Ferry", **article})
    data = f'<script type="application/ld+json">{block}</script>'
    return Context(Page(f"<head>{head}{data}</head>".encode(), media_type="text/html"))


@pytest.mark.parametrize(
    ("section", "expected"),
    [
        ("Opinion", "opinion"),
        ("Gastkommentar", "opinion"),
        ("News > Analysis", "analysis"),
        ("Интервью", "interview"),
        ("评论", "opinion"),
        ("Pressemitteilungen", "press_release"),
        ("World", "news"),
        ("Opinion polls", "news"),
    ],
)
def test_a_section_tells_the_kind(section: str, expected: str) -> None:
    """Pages of all kinds call themselves news; a section's whole name tells them apart."""
    found = kind(context(articleSection=section))
    assert found is not None
    assert found.value == expected


def test_what_linked_data_says_exactly() -> None:
    """A type that says more than "news" is believed before the section; a genre is like a section."""
    kinds = [
        kind(context(**{"@type": "ReviewNewsArticle"}, articleSection="Opinion")),
        kind(context(genre="Interview")),
        kind(context('<meta property="article:section" content="Meinung">')),
    ]
    assert [(found and (found.value, found.trace.method)) for found in kinds] == [
        ("review", "ld"), ("interview", "ld"), ("opinion", "meta"),
    ]  # fmt: skip


def test_sections_that_are_run_together() -> None:
    """A comma without a space parts sections; one with a space belongs to a name."""
    told = context(articleSection="News,Arts, Books and Film")
    assert [found.value for found in sections(told)] == ["News", "Arts, Books and Film"]
