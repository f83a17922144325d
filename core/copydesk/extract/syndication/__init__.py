"""The way that a text took from other outlets to its page, as bylines, marks and credits tell it."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from selectolax.lexbor import LexborNode

from copydesk.extract.context import Context
from copydesk.extract.found import Found, Trace
from copydesk.extract.people.house import House
from copydesk.extract.people.names import is_agency
from copydesk.extract.seen import is_aside, is_of_picture
from copydesk.extract.syndication.agencies import is_own, key
from copydesk.extract.syndication.credits import (
    Credit,
    beside,
    closing,
    labelled,
    may_credit,
    opening,
)
from copydesk.extract.syndication.stated import stated
from copydesk.extract.vicinity import Line, vicinity
from copydesk.extract.words import holds_little, line_of
from copydesk.schema import Block, Paragraph, Party, Syndication, clean_line, clean_text

__all__ = ["SEARCHED", "syndication"]

SEARCHED = 2
"""So many blocks at the beginning of a body may have credits, and so many at its end."""

_NEAR, _SMALL, _MOST = 9, 60, 1_200
_INLINE = frozenset({"a", "abbr", "b", "cite", "em", "font", "i", "small", "span", "strong", "u"})
_SUREST = ("supplied_by", "republished_from", "translated_from", "based_on", "quotes")
_OUTWARDS = ("republished_by", "republished_from", *_SUREST)


def syndication(
    context: Context,
    body: Sequence[Found[Block]],
    authors: Sequence[Found[Party]] = (),
    *,
    below: Sequence[Line] = (),
    outlet: str = "",
) -> tuple[Found[Syndication], ...]:
    """
    Read what a text and its page say of where the text is from.

    Args:
        context: the page.
        body: the text's first blocks and its last, at most ``SEARCHED`` each.
        authors: whom the page names as such; agencies among them have supplied the text.
        below: the lines below the text.
        outlet: whose copy it is, which supplies nothing to itself.

    Returns:
        One step for each party, from the page outwards; the site itself is none.
    """
    is_text = context.page.is_text
    house = House(frozenset()) if is_text else House.of(context.page)
    lines = [] if is_text else [*vicinity(context).after[:_NEAR], *below]
    found = [*_of_authors(authors), *_in_text(body, house)]
    if not is_text:
        found += [*stated(context.page), *_around(context, lines, house)]
    return _once(step for step in found if not _is_own(step.value, house, outlet))


def _of_authors(authors: Iterable[Found[Party]]) -> Iterator[Found[Syndication]]:
    for author in authors:
        if is_agency(name := author.value.name):
            yield from _step(Credit("supplied_by", name, author.trace.raw or name), author.trace)


def _in_text(body: Sequence[Found[Block]], house: House) -> Iterator[Found[Syndication]]:
    said = [
        b.value.text[:_MOST] + b.value.text[_MOST:][-_MOST:]
        for b in body
        if isinstance(b.value, Paragraph)
    ]
    if not may_credit("\n".join(said)):
        for block in body[-SEARCHED:]:
            yield from _steps(block, labelled, house)
        return
    for block in body[:SEARCHED]:
        yield from _steps(block, opening, house)
    for block in body[-SEARCHED:]:
        yield from _steps(block, closing, house)


def _steps(
    block: Found[Block], read: Callable[[str, House], Iterator[Credit]], house: House
) -> Iterator[Found[Syndication]]:
    """Make steps of a paragraph's credits, with the address that a party's name links to."""
    paragraph = block.value
    if isinstance(paragraph, Paragraph):
        links = [span for span in paragraph.spans if span.kind == "link"]
        for credit in read(paragraph.text, house):
            here = (link.href for link in links if link.start <= credit.at < link.end)
            yield from _step(credit, block.trace, next(here, None))


def _around(context: Context, lines: Sequence[Line], house: House) -> Iterator[Found[Syndication]]:
    """Read the lines at the headline, and those below the text."""
    known: set[int] = set()
    for line in lines if may_credit("\n".join(line.text for line in lines)) else ():
        node = _whole(line) if may_credit(line.text) else None
        if node is not None and node.mem_id not in known and node.tag != "a":
            known.add(node.mem_id)
            yield from _beside(context, node, house)


def _beside(context: Context, node: LexborNode, house: House) -> Iterator[Found[Syndication]]:
    text = line_of(node) or ""
    for credit in beside(text, house):
        url = _link(context, node, credit)
        # An agency's name that leads somewhere is one of the site's subjects.
        is_subject = url is not None and credit.relation == "supplied_by"
        if not (is_subject or is_aside(node) or is_of_picture(node)):
            yield from _step(credit, Trace("generic", context.paths.of(node), text), url)


def _whole(line: Line) -> LexborNode:
    """Give the element whose line a text is a part of: a link, a name in italics."""
    node = line.node
    while node.tag in _INLINE and node.parent is not None and holds_little(node.parent, _SMALL):
        node = node.parent
    return node


def _link(context: Context, node: LexborNode, credit: Credit) -> str | None:
    named = (a for a in node.css("a[href]") if credit.party in (line_of(a) or ""))
    link = next(named, None)
    return context.page.join(link.attributes.get("href") or "") if link is not None else None


def _step(credit: Credit, trace: Trace, url: str | None = None) -> Iterator[Found[Syndication]]:
    name, words = clean_line(credit.party), clean_text(credit.words)
    if name and words:
        party = Party(name=name, kind="organization")
        step = Syndication(relation=credit.relation, party=party, url=url, text=words)
        yield Found(step, trace)


def _is_own(step: Syndication, house: House, outlet: str) -> bool:
    if step.party is None:
        return False
    # An outlet's own copy may be on any site, which then credits the outlet as its source.
    given = "" if step.relation == "republished_from" else outlet
    return is_own(step.party.name, house, given)


def _once(steps: Iterable[Found[Syndication]]) -> tuple[Found[Syndication], ...]:
    once: dict[str, Found[Syndication]] = {}
    for found in sorted(steps, key=lambda found: _SUREST.index(found.value.relation)):
        step = found.value
        once.setdefault(key(step.party.name) if step.party else step.url or "", found)
    return tuple(sorted(once.values(), key=lambda found: _OUTWARDS.index(found.value.relation)))
