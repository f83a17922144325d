"""The lines around the headline are read in the order of nearness, and no further than they go."""

from copydesk import Page
from copydesk.extract.vicinity import around


def lines(html: str) -> list[str]:
    heading = Page(html.encode(), media_type="text/html").tree.css_first("h1")
    assert heading is not None
    return [text for _, text in around(heading)]


def test_after_then_before() -> None:
    """What follows the headline comes first, then what stands before it, nearest first."""
    html = "<body><p>far</p><div><p>near</p></div><h1>Title</h1><p>By <b>Ann</b></p><div>March 5</div></body>"
    assert lines(html) == ["By", "Ann", "March 5", "near", "far"]


def test_scripts_and_menus_are_passed_over() -> None:
    """What shows nothing, or belongs to the frame, is no line."""
    html = "<body><h1>Title</h1><script>var x</script><nav>Menu</nav><p>Text</p></body>"
    assert lines(html) == ["Text"]


def test_long_pages_cost_no_more() -> None:
    """Forty lines after the headline are the vicinity; the rest is text."""
    assert len(lines("<body><h1>Title</h1>" + "<p>line</p>" * 10_000 + "</body>")) == 40
