"""
Links that nobody closed, which would hold all that follows.

A parser opens such a link anew in every element up to the next one (HTML, section 13.2.4.3), so that
the whole text of an article leads somewhere.
"""

from collections.abc import Iterator
from itertools import groupby

from selectolax.lexbor import LexborHTMLParser, LexborNode

_LONGEST = 300
"""Letters of a link; what people mean as one has fewer."""


def close_links(tree: LexborHTMLParser, markup: bytes) -> None:
    """Take away the links of a page that were left open and hold its text; their words stay."""
    if markup.count(b"<a ") <= markup.count(b"</a>"):
        return
    for links in _runs(tree):
        if sum(len(link.text()) for link in links) > _LONGEST:
            for link in links:
                link.unwrap()


def _runs(tree: LexborHTMLParser) -> Iterator[list[LexborNode]]:
    """Give links with the same attributes that follow each other: one, or one opened anew."""
    for _, links in groupby(tree.css("a[href]"), key=_attributes):
        yield list(links)


def _attributes(link: LexborNode) -> tuple[tuple[str, str | None], ...]:
    return tuple(link.attributes.items())
