"""
Links that nobody closed, which would hold all that follows.

A parser opens such a link anew in every element up to the next one (HTML, section 13.2.4.3), so that
the whole text of an article leads somewhere.
"""

from collections.abc import Iterator
from itertools import groupby

from selectolax.lexbor import LexborHTMLParser, LexborNode

_LARGEST = 150_000
"""Bytes of a page; larger ones are made by systems, which close what they open, and take long to count through."""
_PARTS = frozenset({"p", "br", "div", "section", "article", "table", "ul", "h1", "h2", "h3"})
_LONGEST = 300
"""Letters of a link; what people mean as one has fewer."""


def close_links(tree: LexborHTMLParser, markup: bytes) -> None:
    """Take away the links of a page that were left open and hold its text; their words stay."""
    if len(markup) > _LARGEST or markup.count(b"<a ") <= markup.count(b"</a>"):
        return
    for links in _runs(tree):
        if sum(len(link.text()) for link in links) > _LONGEST:
            for link in links:
                link.unwrap()


def _runs(tree: LexborHTMLParser) -> Iterator[list[LexborNode]]:
    """Give links to one place that follow each other, as one that was opened anew; or one around blocks."""
    for _, same in groupby(tree.css("a[href]"), key=_place):
        links = list(same)
        if len(links) > 1 or any(kid.tag in _PARTS for kid in links[0].iter()):
            yield links


def _place(link: LexborNode) -> str | None:
    return link.attrs.get("href")
