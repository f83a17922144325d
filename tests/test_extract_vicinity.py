"""The lines around the headline are read in the order of nearness, and no further than they go."""

from copydesk import Page
from copydesk.extract.context import Context
from copydesk.extract.vicinity import Vicinity, lines_in, vicinity


def near(html: str, title: str | None = None) -> Vicinity:
    head = f"<title>{title}</title>" if title else ""
    return vicinity(Context(Page(f"{head}{html}".encode(), media_type="text/html")))


def lines(html: str) -> list[str]:
    return [text for _, text in near(html)]


def test_after_then_before() -> None:
    """What follows the headline comes first, then what stands before it, nearest first."""
    html = "<body><p>far</p><div><p>near</p></div><h1>Title</h1><p>By <b>Ann</b></p><div>March 5</div></body>"
    assert lines(html) == ["By", "Ann", "March 5", "near", "far"]
    assert [text for _, text in near(html).before] == ["far", "near"]


def test_scripts_menus_and_pictures_are_passed_over() -> None:
    """What shows nothing, belongs to the frame or has a byline and a date of its own is no line."""
    html = "<h1>Title</h1><script>var x</script><nav>Menu</nav><figure>Photo</figure><p>Text</p>"
    assert lines(f"<body>{html}</body>") == ["Text"]


def test_long_pages_cost_no_more() -> None:
    """Thirty lines after the headline are the vicinity; the rest is text."""
    assert len(lines("<body><h1>Title</h1>" + "<p>line</p>" * 10_000 + "</body>")) == 30


def test_lines_of_scripts_that_part_no_words_are_long_sooner() -> None:
    """Seventy signs of Chinese are a paragraph and no line by the headline."""
    long = f"<p>{'港口的灯塔重新点亮，' * 7}</p>" * 3
    assert lines(f"<h1>港口的灯塔</h1><p>王小明</p>{long}<p>2024年3月5日</p>") == ["王小明"]


def test_the_text_ends_it() -> None:
    """After some long lines, which are the text's, nothing is near."""
    long = f"<p>{'word ' * 40}</p>" * 3
    html = f"<h1>Title</h1><p>Ann Lee</p>{long}<p>March 5, 2024</p>"
    assert lines(html) == ["Ann Lee"]


def test_the_heading_that_the_title_names() -> None:
    """Of several headings the site's own is not the text's; without any h1 an h2 may be."""
    html = "<h1>Harbour Post</h1><p>Menu</p><h1>Ferry returns to Gull Island</h1><p>Ann Lee</p>"
    assert lines(html)[0] == "Menu"
    title = "Ferry returns to Gull Island | News"
    assert [text for _, text in near(html, title).after] == ["Ann Lee"]
    assert [text for _, text in near(html.replace("h1", "h2"), title).after] == ["Ann Lee"]


def test_no_heading_no_vicinity() -> None:
    """A page without a heading has nothing around it."""
    assert lines("<p>Ann Lee</p>") == []


def test_lines_within_an_element() -> None:
    """The short texts of an element stand with the elements that they are in."""
    tree = Page(b"<div class=x><b>Ann Lee</b> <i>Oslo</i></div>", media_type="text/html").tree
    node = tree.css_first("div")
    assert node is not None
    assert [(line.node.tag, line.text) for line in lines_in(node)] == [
        ("b", "Ann Lee"),
        ("i", "Oslo"),
    ]
