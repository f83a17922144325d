"""An element's words are what a reader sees on one line."""

import pytest

from copydesk import Page
from copydesk.extract.words import line_of, unescaped, weight


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("<h1>Trump<em>s</em> law</h1>", "Trumps law"),
        ("<h1><span>Kicker</span><span>Title</span></h1>", "Kicker Title"),
        ("<h1><style>.x{}</style>Title</h1>", "Title"),
        ("<h1>One<br>two</h1>", "One two"),
        ("<h1> a <a>b</a>\n c </h1>", "a b c"),
        ("<h1><svg><title>icon</title></svg></h1>", None),
    ],
)
def test_line_of(html: str, words: str | None) -> None:
    """Emphasis parts no word, other elements do, scripts and styles are silent."""
    node = Page(html.encode(), media_type="text/html").tree.css_first("h1")
    assert node is not None
    assert line_of(node) == words


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Fish &amp; chips", "Fish & chips"),
        ("Ten myths&nbsp;&#8230;", "Ten myths\xa0…"),
        ("<p>We <strong>open</strong></p>", " We  open  "),
        ("a < b and b > a", "a < b and b > a"),
        ("AT&T; Q&A", "AT&T; Q&A"),
        ("plain", "plain"),
    ],
)
def test_markup_escaped_twice(text: str, plain: str) -> None:
    """Entities and tags that sites escape twice are resolved; signs that are meant stay."""
    assert unescaped(text) == plain


def test_weight() -> None:
    """A sign of a script that parts no words says as much as two letters."""
    assert weight("灯塔重新点亮") == 2 * weight("Lights") == 12
