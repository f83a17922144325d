"""Elements marked as the author's, wherever they stand on the page."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from selectolax.lexbor import LexborNode

from copydesk.extract.context import Context
from copydesk.extract.found import Found
from copydesk.extract.people.signed import Signers, found_at, signers
from copydesk.extract.people.standing import tells_more
from copydesk.extract.seen import is_aside
from copydesk.extract.vicinity import lines_in
from copydesk.schema import Party

# The surest first, each with what the element has.  All are asked for in one query, and without
# regard to case by leaving out the first letter: an ``i`` flag costs more.
_QUERY = (
    "[itemprop~=author], [rel~=author], [class*=uthor], [class*=yline], address, a[href*=author]"
)
_PAGE = re.compile(r"/authors?/|\?author=")
_MANY, _SOME, _MOST = 3, 12, 120


def marked(context: Context) -> tuple[Found[Party], ...]:
    """Whom the marked elements name: the first mark that names anybody."""
    ranked: dict[int, list[LexborNode]] = {}
    for node in context.page.tree.css(_QUERY)[:_MOST]:
        for rank in _ranks(node):
            ranked.setdefault(rank, []).append(node)
    for _, nodes in sorted(ranked.items()):
        if named := _named(nodes):
            return tuple(found_at(context, named))
    return ()


def _ranks(node: LexborNode) -> Iterator[int]:
    """Say by which marks an element is the author's, 0 the surest."""
    said = node.attributes
    label = (said.get("class") or "").casefold()
    if "author" in (said.get("itemprop") or "").split():
        yield 0
    if "author" in (said.get("rel") or "").split():
        yield 1
    if "author" in label and node.tag not in {"html", "body"}:
        yield 2
    if "byline" in label:
        yield 3
    if node.tag == "address":
        yield 4
    if node.tag == "a" and _PAGE.search(said.get("href") or ""):
        yield 5


def _named(nodes: Iterable[LexborNode]) -> Signers:
    told = ([line for line in lines_in(n) if not tells_more(line.node)] for n in _outermost(nodes))
    each = [signers(lines, labelled=True)[1] for lines in told]
    each = [named for named in each if named]
    names = {party.name for named in each for party, _ in named}
    # Many names of one kind are a list of other texts' authors; the first is this text's.
    return [signer for named in (each if len(names) <= _MANY else each[:1]) for signer in named]


def _outermost(nodes: Iterable[LexborNode]) -> Iterator[LexborNode]:
    """Give the elements that are in none of the others and not aside, of the first dozen."""
    last: LexborNode | None = None
    for node in islice(nodes, _SOME):
        if last is None or not _is_within(node, last):
            last = node
            if not is_aside(node) and node.css_first("h1") is None:
                yield node


def _is_within(node: LexborNode, outer: LexborNode) -> bool:
    here = node.parent
    while here is not None:
        if here.mem_id == outer.mem_id:
            return True
        here = here.parent
    return False
