"""Which links are the titles of other texts."""

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from copydesk.extract.title_links import is_heading, is_line, says_enough

TITLE = "The ferry stays where it is"


def link(markup: str) -> LexborNode:
    found = LexborHTMLParser(f"<body>{markup}</body>").css_first("a")
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("markup", "is_one"),
    [
        (f"<h3><span><a href=/1>{TITLE}</a></span></h3>", True),
        (f"<a href=/1><img><h3>{TITLE}</h3></a>", True),
        (f"<p><b><a href=/1>{TITLE}</a></b></p>", False),
    ],
)
def test_a_heading_holds_its_link_or_stands_within_it(markup: str, is_one: bool) -> None:
    """Both are how a list's titles are marked up."""
    assert is_heading(link(markup)) is is_one


@pytest.mark.parametrize(
    ("markup", "is_one"),
    [
        (f"<div><b><a href=/1>{TITLE}</a></b><br>It stays.</div>", True),
        (f"<dt><span>5 May 2024</span> <a href=/1>{TITLE}</a></dt>", True),
        (f"<li>10:15 <a href=/1>{TITLE}</a><p>It stays.</p></li>", True),
        (f"<p>Read <a href=/1>{TITLE}</a></p>", False),
        (f"<p><a href=/1>{TITLE}</a>, the council said on Tuesday.</p>", False),
    ],
)
def test_a_line_holds_a_link_and_a_date_at_most(markup: str, is_one: bool) -> None:
    """A link within a sentence is no title."""
    assert is_line(link(markup)) is is_one


@pytest.mark.parametrize(
    ("words", "is_one"),
    [(TITLE, True), ("Ferries", False), ("渡船将保留到春天", True), ("渡船", False)],
)
def test_a_title_says_more_than_a_name(words: str, is_one: bool) -> None:
    """Lists of products and of courses are no lists of texts."""
    assert says_enough(link(f"<a href=/1>{words}</a>")) is is_one
