"""Links that lead to other texts of a site: by their titles, or to go on reading."""

from collections import Counter, defaultdict
from functools import cached_property
from typing import Final
from urllib.parse import SplitResult, urlsplit

from selectolax.lexbor import LexborNode

from copydesk.extract.body.prose import is_wordless
from copydesk.page import Page

ANY_HEADING: Final = "h1, h2, h3, h4, h5, h6"
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_INLINE = frozenset({"a", "abbr", "b", "em", "font", "i", "small", "span", "strong", "time"})
_LEAST, _LEAST_WORDLESS, _LABEL = 15, 8, 20
"""Letters of a title, and of what may stand on its line."""
_MOST, _SEVERAL, _MANY = 1_000, 3, 5
"""Links looked at, titles that make a list, and calls to go on that do."""
_SCRIPTS = (".php", ".asp", ".aspx", ".cgi", ".jsp", ".pl")
"""Ends of paths of programs that show whatever page the query asks for."""

Leading = list[tuple[LexborNode, SplitResult]]
"""Links and where they lead."""


class Site:
    """A page's site, and what leads to other pages of it."""

    def __init__(self, page: Page, url: str | None) -> None:
        """Take the page and its address; without one the host is that which most of its links lead to."""
        self._page, self._here = page, urlsplit(url or "")

    @property
    def is_known(self) -> bool:
        """Whether the page has an address."""
        return bool(self._here.hostname)

    def leads(self, node: LexborNode) -> SplitResult | None:
        """Say where a link leads; None for one to another site, to this page or a place on it."""
        try:
            there = urlsplit((node.attributes.get("href") or "").strip())
        except ValueError:
            return None
        is_web = there.scheme in {"", "http", "https"} and bool(
            there.path.strip("/") or there.query
        )
        is_ours = not there.hostname or site_of(there.hostname) == self._host
        is_open = is_web and is_ours and not (there.fragment and not self._here.path)
        return there._replace(fragment="") if is_open and self._is_other(there) else None

    def _is_other(self, there: SplitResult) -> bool:
        here = self._here
        if there.path != here.path:
            return True
        is_program = here.path.endswith(_SCRIPTS) and not here.query
        return bool(there.query) and (is_program or not here.path)

    @cached_property
    def _host(self) -> str:
        if self._here.hostname:
            return site_of(self._here.hostname)
        links = self._page.tree.css("a[href^=http]")[:_MOST]
        hrefs = (node.attributes.get("href") or "" for node in links)
        hosts = Counter(href.split("/")[2] for href in hrefs if href.count("/") > 1)
        return site_of(hosts.most_common(1)[0][0]) if hosts else ""


def site_of(host: str | None) -> str:
    """Give a host without what parts a site's pages for screens of different sizes."""
    host = (host or "").lower()
    return next((host.removeprefix(p) for p in ("www.", "m.", "amp.") if host.startswith(p)), host)


def titles_within(root: LexborNode, site: Site) -> Leading:
    """Give the links that are titles: headings or, where there are none, lines of their own, or calls to go on."""
    found = ((node, site.leads(node)) for node in root.css("a[href]")[:_MOST])
    leading = [(node, there) for node, there in found if there]
    titles = [(node, there) for node, there in leading if says_enough(node)]
    headings = [(node, there) for node, there in titles if is_heading(node)]
    lines = [(node, there) for node, there in titles if is_line(node)]
    calls = _calls(leading) if site.is_known else []
    return next(filter(_are_several, (headings, lines)), calls)


def _are_several(links: Leading) -> bool:
    return len({there for _, there in links}) >= _SEVERAL


def _calls(leading: Leading) -> Leading:
    """Give the short links that say the same time and again, and lead elsewhere each time: "Read more"."""
    said = defaultdict[str, Leading](list)
    for node, there in leading:
        if not says_enough(node) and (words := node.text().strip()):
            said[words].append((node, there))
    several = (links for links in said.values() if len({there for _, there in links}) >= _MANY)
    return max(several, key=len, default=[])


def is_heading(node: LexborNode) -> bool:
    """Tell a link within a heading, or around one."""
    if node.css_first(ANY_HEADING) is not None:
        return True
    here = node.parent
    while here is not None and here.tag in _INLINE:
        here = here.parent
    return here is not None and here.tag in _HEADINGS


def says_enough(node: LexborNode) -> bool:
    """Tell a title from a name, which is what lists of products have."""
    words = node.text().strip()
    return len(words) >= (_LEAST_WORDLESS if is_wordless(words) else _LEAST)


def is_line(node: LexborNode) -> bool:
    """Tell a link that stands on a line of its own."""
    here = node
    while here.parent is not None and here.parent.tag in _INLINE:
        here = here.parent
    before, after = here.prev, here.next
    while _is_blank(before):
        before = before.prev if before is not None else None
    while _is_blank(after):
        after = after.next if after is not None else None
    return _is_border(before) and _is_border(after)


def _is_blank(node: LexborNode | None) -> bool:
    return node is not None and bool(node.is_text_node) and not (node.text_content or "").strip()


def _is_border(node: LexborNode | None) -> bool:
    """Tell what ends a line, or may stand on it beside a title: a date, a number, a label."""
    if node is None or node.tag not in {*_INLINE, "-text"}:
        return True
    words = node.text_content or "" if node.is_text_node else node.text()
    is_plain = not node.is_text_node or not any(map(str.isalpha, words))
    return is_plain and len(words.strip()) <= _LABEL
