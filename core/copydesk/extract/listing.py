"""Pages that list other texts: parts of the page, each of which begins with a link to a page of its own."""

import re
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, takewhile
from statistics import median
from urllib.parse import SplitResult, urlsplit

from selectolax.lexbor import LexborNode

from copydesk.extract.body.prose import prose
from copydesk.extract.found import Paths
from copydesk.extract.title_links import (
    ANY_HEADING,
    Site,
    is_heading,
    says_enough,
    site_of,
    titles_within,
)
from copydesk.page import Page
from copydesk.page.linked_data import ARTICLES
from copydesk.schema import Article, Heading, List, Paragraph, Quote, Table
from copydesk.schema.blocks import lines_of

_SEVERAL, _FLAT, _NEARLY_ALL = 3, 0.6, 0.7
"""Texts of a list; how much of an article stands side by side, and how much of a list is within its parts."""
_TITLES, _BELOW, _FEW_TITLES, _ONE_BELOW, _ALL = 10, 2.2, 5, 1.2, 0.9
"""Headings of a list and lines below each, those of a list that begins with one, and how many lead on."""
_TEASER, _MOST_OWN, _CLIMB = 600, 2, 40
"""Letters of a teaser, articles that linked data states of itself, levels."""
_FIRST = 16
"""Blocks that most articles are told by."""
_BEFORE = 60
"""Letters that may stand before a title: a date, a section."""
_DATED = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)|(?<!\d)\d{1,2}([./-])\d{1,2}\1\d\d")


@dataclass(frozen=True, slots=True)
class _Prose:
    """A block of running text: where it stands, and how much it is."""

    path: str
    weight: int
    is_list: bool


def is_listing(article: Article, page: Page) -> bool:
    """
    Tell an article made of other texts' beginnings, or of several whole ones.

    Nearly all of it stands in parts that each begin with a title that leads to another page of the site. A
    page that states one article of its own, when it was published included, is no list.
    """
    if _is_flat(article):
        return not _is_stated(page)
    if not _may_be(list(_prose_of(article, _some(len(article.body))))) or _is_stated(page):
        return False
    return _Parts(
        page,
        list(_prose_of(article, range(len(article.body)))),
        article.url or article.canonical_url,
    ).are_list()


def _is_flat(article: Article) -> bool:
    """Tell headings that lead to pages of the same site, with a line or two below each."""
    headings = [block for block in article.body if isinstance(block, Heading)]
    if len(headings) < _FEW_TITLES or article.outlet != "generic":
        return False
    here = urlsplit(article.url or "")
    if sum(_leads_on(heading, here) for heading in headings) < len(headings) * _ALL:
        return False
    others = sum(bool(lines_of(block)) for block in article.body) - len(headings)
    if len(headings) < _TITLES:
        return article.body[0] is headings[0] and others <= len(headings) * _ONE_BELOW
    return others <= len(headings) * _BELOW


def _leads_on(heading: Heading, here: SplitResult) -> bool:
    """Tell a heading that is a link to another page of the site, not to a place on this one."""
    there = [urlsplit(span.href) for span in heading.spans if span.href]
    home = site_of(here.hostname)
    return any(site_of(t.hostname) == home and t.path != here.path for t in there)


def _some(count: int) -> Iterable[int]:
    """Give the numbers of the first of so many blocks, and of some of the others."""
    return chain(range(min(count, _FIRST)), range(_FIRST, count, max(1, count // _FIRST)))


def _prose_of(article: Article, numbers: Iterable[int]) -> Iterator[_Prose]:
    for number in numbers:
        block = article.body[number]
        if isinstance(block, Paragraph):
            weight = prose(block.text)
        elif isinstance(block, Quote | List | Table):
            weight = sum(map(prose, lines_of(block)))
        else:
            continue
        found = article.provenance.get(f"/body/{number}", ())
        if found and found[0].method == "generic":
            is_list = isinstance(block, List | Table)
            yield _Prose(found[0].selector, weight, is_list)


def _may_be(blocks: Sequence[_Prose]) -> bool:
    """Spare most articles the search: their paragraphs stand side by side, each in an element of its own."""
    beside, within = Counter[str](), Counter[str]()
    for block in blocks:
        beside[block.path.rpartition(">")[0]] += block.weight
        within[block.path] += 1
    whole = beside.total()
    if not whole or max(beside.values()) < whole * _FLAT:
        return whole > 0
    lists = sum(block.weight for block in blocks if block.is_list)
    return lists >= whole * _FLAT or sum(n > 1 for n in within.values()) >= _SEVERAL


def _is_stated(page: Page) -> bool:
    """Tell a page that says of itself when it was published; lists say so of many."""
    if page.meta.get("article:published_time"):
        return True
    stated = [item for item in page.linked_data.nodes(*ARTICLES) if "datePublished" in item.data]
    return 0 < len(stated) <= _MOST_OWN


class _Parts:
    """The parts of a page that begin with a title, and the running text within them."""

    def __init__(self, page: Page, blocks: Sequence[_Prose], url: str | None) -> None:
        self._page, self._blocks, self._site = page, blocks, Site(page, url)
        self._paths = Paths()

    def are_list(self) -> bool:
        """Tell parts that hold nearly all of the text, and are short or dated."""
        root = self._root
        parts = self._around(titles_within(root, self._site) if root is not None else [])
        weights = Counter[str]()
        within = _around_parts(parts)
        for block in self._blocks:
            holders = _holders(block, within, parts)
            for path in holders:
                weights[path] += block.weight // len(holders)
        covered = weights.total()
        if len(weights) < _SEVERAL or covered < sum(b.weight for b in self._blocks) * _NEARLY_ALL:
            return False
        is_short = median(weights.values()) <= _TEASER
        return is_short or sum(_is_dated(parts[path]) for path in weights) * 2 >= len(weights)

    @cached_property
    def _root(self) -> LexborNode | None:
        """The element that holds all of the text."""
        paths = [block.path.split(">") for block in self._blocks if block.weight]
        steps = takewhile(lambda alike: len(set(alike)) == 1, zip(*paths, strict=False))
        path = ">".join(step for step, *_ in steps)
        return self._page.tree.css_first(path) if path else None

    def _around(self, titles: Iterable[tuple[LexborNode, SplitResult]]) -> dict[str, LexborNode]:
        """Give, by its path, for each title the largest element that holds no other."""
        lines = [(there, list(self._upward(node))) for node, there in titles]
        owners: dict[int, SplitResult | None] = {}
        for there, line in lines:
            for node in line:
                known = owners.setdefault(node.mem_id, there)
                owners[node.mem_id] = there if known == there else None
        parts: dict[str, LexborNode] = {}
        for there, line in lines:
            own = [node for node in line if owners[node.mem_id] == there]
            if own and _begins_with(own[-1], own[0]):
                parts[self._paths.of(own[-1])] = own[-1]
        return parts

    def _upward(self, node: LexborNode) -> Iterator[LexborNode]:
        """Give a node and what holds it, within the text's element."""
        here: LexborNode | None = node
        last = self._root.mem_id if self._root is not None else 0
        for _ in range(_CLIMB):
            if here is None or here.mem_id == last:
                return
            yield here
            here = here.parent


def _upwards(path: str) -> Iterator[str]:
    """Give a path and those of all elements around it."""
    while path:
        yield path
        path = path.rpartition(">")[0]


def _around_parts(parts: Iterable[str]) -> dict[str, list[str]]:
    """Give, for the path of each element around parts, those within it."""
    within = defaultdict[str, list[str]](list)
    for part in parts:
        for path in _upwards(part):
            within[path].append(part)
    return within


def _holders(block: _Prose, within: Mapping[str, list[str]], parts: Container[str]) -> list[str]:
    """Give the parts that a block stands in, or that stand in it: a list may be a block as a whole."""
    for path in _upwards(block.path):
        if path in parts:
            return [path]
    inner = within.get(block.path, []) if block.is_list else []
    return inner if len(inner) >= _SEVERAL else []


def _begins_with(part: LexborNode, title: LexborNode) -> bool:
    """Tell a part whose first words are its title, or the heading that a link to go on belongs to."""
    heading = part.css_first(ANY_HEADING)
    named = heading if heading is not None and not says_enough(title) else title
    before = part.text().partition(named.text())[0]
    is_named = heading is None or named is heading or is_heading(title)
    return is_named and len(before.strip()) <= _BEFORE


def _is_dated(part: LexborNode) -> bool:
    return (
        part.css_first("time, [class*=date i]") is not None
        or _DATED.search(part.text()) is not None
    )
