"""The byline that a reader sees by the headline."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from selectolax.lexbor import LexborNode

from copydesk.extract.context import Context
from copydesk.extract.dates.words import is_date_word, is_small_word
from copydesk.extract.found import Found, Trace
from copydesk.extract.people.byline_words import start, words
from copydesk.extract.people.introduced import (
    DATED,
    INTRODUCED,
    LABELLED,
    WITHIN,
    Byline,
    bylines,
)
from copydesk.extract.people.names import is_agency, parties
from copydesk.extract.seen import is_aside
from copydesk.extract.vicinity import Line, vicinity
from copydesk.schema import Party

_NEAR, _NEXT = 6, 2  # lines that names go on in, by the headline and further down
_AT_ONCE = 3  # lines that the headline's own byline comes in
_FAR = 9  # lines after the headline; what names anybody before is believed first
_MOST_WORDS = 3  # of a name that stands by a date, or that is none of a person
_LONGEST_NAME = 30  # of a first name
_BY = 2  # words before a nickname
_WORDS = re.compile(r"\d+|[^\W\d_]+")

Signers = list[tuple[Party, Line]]
"""Parties and the lines that name them."""


def signed(context: Context, *, below: bool = False) -> tuple[int, tuple[Found[Party], ...]]:
    """
    Read the byline by the headline.

    Args:
        context: the page.
        below: look only after the headline, as is enough where the page states its authors.

    Returns:
        How sure it is, 0 for none, and whom it names.
    """
    around = vicinity(context)
    sure, named = signers(around.after[: _FAR if below else None])
    if sure < LABELLED and not below:
        above = signers([line for line in around.before if not is_aside(line.node)])
        is_logo = above[0] == DATED and any(p.kind == "organization" for p, _ in above[1])
        sure, named = (sure, named) if is_logo else max((sure, named), above, key=_sureness)
    return sure, tuple(found_at(context, named))


def _sureness(read: tuple[int, Signers]) -> int:
    return read[0]


def signers(lines: Sequence[Line], *, labelled: bool = False) -> tuple[int, Signers]:
    """
    Read whom lines name, and how surely.

    Args:
        lines: short texts in reading order.
        labelled: the lines are all from elements that are marked as the author's.
    """
    found: list[Byline] = []
    until: int | None = None
    for byline in bylines(list(_joined(lines)), labelled=labelled):
        if until is not None and byline.place > until:
            break
        found.append(byline)
        if byline.sure == INTRODUCED and _signers(byline) and not _is_apart(byline):
            until = byline.place + _NEAR
    sure, named = _surest(found, _FAR)
    return (sure, named) if named else _surest(found)


def _joined(lines: Sequence[Line]) -> Iterator[Line]:
    """Give the lines, first and last name as one where the markup parts them."""
    last: Line | None = None
    for line in lines:
        if last is not None and _is_first_name(last, line):
            line = Line(line.node, f"{last.text} {line.text}")  # noqa: PLW2901
        elif last is not None:
            yield last
        last = line
    if last is not None:
        yield last


def _is_first_name(first: Line, last: Line) -> bool:
    if len(first.text) > _LONGEST_NAME or not _are_siblings(first, last):
        return False
    labels = [(line.node.attributes.get("class") or "").casefold() for line in (first, last)]
    is_named = all("name" in label for label in labels) and labels[0] != labels[1]
    return is_named and all(line.text.replace(" ", "").isalpha() for line in (first, last))


def _are_siblings(first: Line, last: Line) -> bool:
    one, other = first.node.parent, last.node.parent
    return one is not None and other is not None and one.mem_id == other.mem_id


def found_at(context: Context, named: Signers) -> Iterator[Found[Party]]:
    """Say where the parties stand, and where a link that is one's name leads."""
    for party, line in named:
        href = line.node.attributes.get("href") if line.node.tag == "a" else None
        if href and party.name == line.text and (url := context.page.join(href)):
            party = party.model_copy(update={"url": url})  # noqa: PLW2901
        yield Found(party, Trace("generic", context.paths.of(line.node), line.text))


def _surest(bylines: Sequence[Byline], far: int | None = None) -> tuple[int, Signers]:
    """Read the surest line before line ``far`` that names anybody, and those that go on its names."""
    for sure in (INTRODUCED, LABELLED, WITHIN, DATED):
        alike = [byline for byline in bylines if byline.sure == sure]
        for number, first in enumerate(alike):
            if far is not None and first.place >= far:
                break
            if (named := _signers(first)) and not _is_apart(first):
                return sure, [*named, *_more(first, alike[number + 1 :])]
    return 0, []


def _is_apart(byline: Byline) -> bool:
    """Tell another text's; what is introduced right at the headline is not, wherever it stands."""
    is_at_headline = byline.sure == INTRODUCED and byline.place < _AT_ONCE
    return not is_at_headline and is_aside(byline.line.node)


def _more(first: Byline, rest: Sequence[Byline]) -> Iterator[tuple[Party, Line]]:
    """Names that go on the byline: near to it, in an element of the same looks."""
    last = first
    for byline in rest:
        if byline.place - last.place > (_NEAR if byline.place < _FAR else _NEXT):
            return
        is_alike = byline.goes_on or _looks(byline.line.node) == _looks(first.line.node)
        if is_alike and (named := _signers(byline)):
            last = byline
            yield from named


def _looks(node: LexborNode) -> tuple[str | None, str | None]:
    return node.tag, node.attributes.get("class")


def _signers(byline: Byline) -> list[tuple[Party, Line]]:
    line = byline.line
    return [(party, line) for party in parties(line.text) if _may_sign(party, byline)]


def _may_sign(party: Party, byline: Byline) -> bool:
    """Doubt what is no person's name, the more the less the page says that it is an author."""
    if party.kind == "organization":
        return byline.sure > DATED or is_agency(party.name)
    printed = party.name.split()
    if any(word.casefold() in words("furniture") for word in printed):
        return False
    if not party.name.isascii() and any(word in party.name for word in _unspaced_furniture()):
        return False
    if byline.sure == DATED:
        return party.kind == "person" and len(printed) <= _MOST_WORDS
    if byline.sure == WITHIN:
        return party.kind == "person"
    return party.kind == "person" or _is_nickname(party.name, byline.line.text)


@cache
def _unspaced_furniture() -> frozenset[str]:
    """Words of scripts that part no words."""
    return frozenset(word for word in words("furniture") if "\u3000" < word < "\uac00")


def _is_nickname(name: str, text: str) -> bool:
    """Tell one or two words that are, but for a by-word and the day, all that a line says."""
    printed = name.split()
    before, _, after = text.partition(name)
    is_whole = len(before.split()) + len(after.split()) <= _BY or (
        len(before.split()) <= _BY and _is_day(after)
    )
    is_name = len(printed) == 1 or (len(printed) < _MOST_WORDS and not name[0].islower())
    is_name = is_name and name not in words("particles")
    return is_whole and is_name and not start("short_by").match(text)


def _is_day(text: str) -> bool:
    """Tell the words and numbers of a date: "on Tue, 10/12/2010 - 09:14"."""
    said = _WORDS.findall(text.casefold())
    return any(map(is_date_word, said)) and all(
        word.isdigit() or is_date_word(word) or is_small_word(word) for word in said
    )
