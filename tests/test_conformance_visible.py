"""What a reader sees of a page, and whether words stand there."""

import pytest

from copydesk import Page
from copydesk.conformance.trial.visible import Visible, composed, squeezed


def seen(body: str) -> Visible:
    return Visible.of(Page(f"<body>{body}</body>".encode(), media_type="text/html"))


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>x</script>",
        "<style>x</style>",
        "<noscript>x</noscript>",
        "<template>x</template>",
        "<!-- x -->",
        "<p hidden>x</p>",
        '<p style="color: red; display : none">x</p>',
        '<img alt="x">',
    ],
)
def test_hidden(hidden: str) -> None:
    """What a browser does not show is not seen."""
    assert seen(f"<p>a</p>{hidden}<p>b</p>").text == "ab"


def test_hidden_until_a_script_shows_it() -> None:
    """An element that holds most of the page is shown, whatever its markup says."""
    assert seen("<div hidden><p>a</p><p>b</p></div><p>c</p>").text == "abc"


def test_other_styles() -> None:
    """A style that only sounds like hiding hides nothing."""
    assert seen('<p style="content-visibility:auto;text-align:left">a</p>').text == "a"


def test_emoji() -> None:
    """A picture that stands for an emoji is read as that."""
    assert seen('<p>so <img alt="🙂"></p>').text == "so🙂"


def test_lines() -> None:
    """A text page is seen line by line."""
    assert Visible.of(Page(b"one two\n\nthree", media_type="text/plain")).pieces == (
        "onetwo",
        "three",
    )


def test_squeezed() -> None:
    """White space, soft hyphens, joiners and the form of accents make no difference."""
    assert squeezed("Cafe\u0301 no\u00adir\u200c \n") == squeezed("Café noir")


def test_find() -> None:
    """Words are found from a position on, across markup, and told where they end."""
    page = seen("<p>one <b>two</b> three</p><p>one</p>")
    assert page.find("onetwo") == range(6)
    assert page.find("one", 1) == range(11, 14)
    assert page.find("two", 6) is None


def test_find_with_gaps() -> None:
    """Whole pieces within a text may have been dropped, but no part of one."""
    page = seen("<p>one <a>see also</a> two</p><p>three</p>")
    assert page.find("onetwo") == range(13)
    assert page.find("onetw") is None
    assert page.find("twoone") is None


def test_composed() -> None:
    """A piece that fits by chance may be the dropped one."""
    assert composed("ab", ["a", "x", "b"]) == 3
    assert composed("aab", ["a", "aab"]) == 2
    assert composed("ab", ["a", "c"]) == 0
