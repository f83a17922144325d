"""The walk looks where nearly all long paragraphs stand, and no further."""

from copydesk import Page
from copydesk.extract.body.furniture import Furniture
from copydesk.extract.body.region import region

LONG = (
    "<p>"
    + "The ferry left the harbour before the storm came in, and nobody was hurt. " * 4
    + "</p>"
)


def chosen(body: str) -> str | None:
    root = Page(f"<html><body>{body}</body></html>".encode()).tree.body
    assert root is not None
    node = region(root, Furniture(root))
    return node.attributes.get("id") or node.tag


def test_text_alone_is_looked_at() -> None:
    """Menus and lists around an article's element cost no walk."""
    menu = "<ul><li><a href=/a>News</a></ul>"
    assert chosen(f"{menu}<article id=a><h1>Ferry</h1><div>{LONG * 4}</div></article>{menu}") == "a"


def test_heading_is_within() -> None:
    """Pictures and the summary stand beside the text, as the headline does."""
    page = f"<div id=outer><h1>Ferry</h1><img src=a.jpg><div id=inner>{LONG * 4}</div></div>"
    assert chosen(page) == "outer"


def test_comments_do_not_widen_it() -> None:
    """What stands in furniture does not count."""
    page = f"<main id=m><h1>F</h1>{LONG * 4}</main><div class=comments>{LONG * 3}</div>"
    assert chosen(page) == "m"


def test_other_long_text_widens_it() -> None:
    """An element with less than nearly all long paragraphs is not all there is to look at."""
    assert chosen(f"<article>{LONG * 4}</article><div>{LONG * 3}</div>") == "body"


def test_page_without_paragraphs_is_walked_whole() -> None:
    """Text parted by line breaks is in no paragraph."""
    assert chosen("<div>" + "Nobody was hurt.<br><br>" * 80 + "</div>") == "body"
