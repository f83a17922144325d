"""The byline that a reader sees by the headline."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import chain
from typing import NamedTuple

from selectolax.lexbor import LexborNode

from copydesk.extract.context import Context
from copydesk.extract.found import Found, Trace
from copydesk.extract.people.byline_words import start, words
from copydesk.extract.people.names import parties
from copydesk.extract.seen import is_aside
from copydesk.extract.vicinity import Line, vicinity
from copydesk.schema import Party

INTRODUCED, LABELLED, WITHIN, DATED = 4, 3, 2, 1
"""How sure a byline is: "By Ann Lee", marked as the author's, somewhere in what is marked so, or
only beside the date."""

_PROFILE = re.compile(
    r"/(?:authors?|autor\w*|auteurs?|staff|people|profiles?|journalists?|reporters?|writers?"
    r"|contributors?|redakt\w+|users?|members?|team|by|columnists?|byline|muhabir\w*|penulis"
    r"|yazar\w*)/[^/?#]",
    re.IGNORECASE,
)
_DATE = re.compile(
    r"(?<!\d)(?:19|20)\d\d(?!\d)|\d{1,2}[./]\d{1,2}[./]\d\d|\d\s?(?:min|Min)\b|\d\s\w+ ago"
)
_WORDS = re.compile(r"[^\W\d_]+(?:[ '\u2019.-]+[^\W\d_]+\.?){1,3}")
_PICTURED = re.compile(r"caption|source|credit|copyright|photo|image|cover", re.IGNORECASE)
_BAR = re.compile(r"\w\s*[|•·]\s*\w")
_NO_NAMES = frozenset(
    {"a", "button", "h1", "h2", "h3", "h4", "li", "label", "strong", "b", "summary"}
)
# A line that a name may stand in: it begins with a capital or a letter without case.
_NAME = re.compile(r"[^\W\d_]")
_ENDS = frozenset("?!:…")
_JOINT = re.compile(r"[\s,;&+]+")
_BORDER = re.compile(r"[\W_]+")
_NAMING = frozenset({"class", "id", "itemprop", "rel"})
_TOO_WIDE = frozenset({"article", "main", "body"})
_LEVELS, _LONGEST, _LONGEST_DATE, _NEAR, _FIRST = 4, 100, 45, 6, 8
_MOST_SPACES = 12  # in a line that no by-word introduces
_NEXT = 2  # levels that a mark is near
_MOST_WORDS = 3  # of a name that stands by a date, or that is none of a person


Signers = list[tuple[Party, Line]]


class _Byline(NamedTuple):
    line: Line
    sure: int
    place: int


def signed(context: Context) -> tuple[int, tuple[Found[Party], ...]]:
    """
    Read the byline by the headline.

    Returns:
        How sure it is, 0 for none, and whom it names.
    """
    around = vicinity(context)
    sure, named = signers(around.after)
    if sure < LABELLED:
        sure, named = max((sure, named), signers(around.before), key=_sureness)
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
    return _surest(list(_bylines(lines, labelled=labelled)))


def found_at(context: Context, named: Signers) -> Iterator[Found[Party]]:
    """Say where the parties stand."""
    for party, line in named:
        yield Found(party, Trace("generic", context.paths.of(line.node), line.text))


def _surest(bylines: Sequence[_Byline]) -> tuple[int, Signers]:
    for sure in (INTRODUCED, LABELLED, WITHIN, DATED):
        alike = [byline for byline in bylines if byline.sure == sure]
        for number, first in enumerate(alike):
            if (named := _signers(first)) and not is_aside(first.line.node):
                return sure, [*named, *_more(first, alike[number + 1 :])]
    return 0, []


def _more(first: _Byline, rest: Sequence[_Byline]) -> Iterator[tuple[Party, Line]]:
    """Names that go on the byline: near to it, in an element of the same looks."""
    last = first
    for byline in rest:
        if byline.place - last.place > _NEAR:
            return
        if _looks(byline.line.node) == _looks(first.line.node) and (named := _signers(byline)):
            last = byline
            yield from named


def _looks(node: LexborNode) -> tuple[str | None, str | None]:
    return node.tag, node.attributes.get("class")


def _signers(byline: _Byline) -> list[tuple[Party, Line]]:
    line = byline.line
    return [(party, line) for party in parties(line.text) if _may_sign(party, byline)]


def _may_sign(party: Party, byline: _Byline) -> bool:
    """Doubt what is no person's name, the more the less the page says that it is an author."""
    if party.kind == "organization":
        return byline.sure > DATED
    printed = party.name.split()
    if any(word.casefold() in words("furniture") for word in printed):
        return False
    if byline.sure == DATED:
        return party.kind == "person" and len(printed) <= _MOST_WORDS
    if byline.sure == WITHIN:
        return party.kind == "person"
    return party.kind == "person" or _is_nickname(party.name, byline.line.text)


def _is_nickname(name: str, text: str) -> bool:
    """Tell one or two words that are, but for a by-word, all that a line says."""
    printed = name.split()
    is_whole = len(text.split()) <= len(printed) + 2
    is_name = len(printed) == 1 or (len(printed) < _MOST_WORDS and not name[0].islower())
    return is_whole and is_name and not start("short_by").match(text)


def _bylines(lines: Sequence[Line], *, labelled: bool) -> Iterator[_Byline]:
    """Give the lines that may name an author; "By" may stand alone in the line before."""
    by = other = introduced = False
    for place, line in enumerate(lines):
        folded = line.text.casefold().rstrip(" :：")
        if _JOINT.fullmatch(line.text) or folded in words("and"):
            by = by or introduced
        elif folded in words("others"):
            by, other = False, True
        elif _only_introduces(folded):
            by, other = True, False
        elif not _BORDER.fullmatch(line.text):
            sure = 0 if other else _sure(lines, place, by=by, labelled=labelled)
            by, other, introduced = False, False, sure == INTRODUCED
            if sure:
                yield _Byline(line, sure, place)


def _only_introduces(folded: str) -> bool:
    """Tell "By", "Autor:" and "Ein Kommentar von", after which the name comes."""
    if folded in words("texts"):
        return False
    if folded in words("by") or folded in words("short_by"):
        return True
    printed = folded.split()
    return 1 < len(printed) <= _MOST_WORDS and printed[-1] in _last_words()


@cache
def _last_words() -> frozenset[str]:
    return frozenset({"by", *words("short_by")} - {"di", "af"})  # those end other phrases too


def _sure(lines: Sequence[Line], place: int, *, by: bool, labelled: bool) -> int:
    node, text = lines[place]
    if len(text) > _LONGEST or _is_button(node) or start("others").match(text):
        return 0
    if by or _introduces(text):
        return INTRODUCED
    if not _NAME.match(text) or text[-1] in _ENDS or text.count(" ") > _MOST_SPACES:
        return 0
    if labelled:
        return LABELLED
    return _labelled(node) or (DATED if _is_dated(lines, place) else 0)


def _introduces(text: str) -> bool:
    """Tell "By Ann Lee" and "Text: Ann Lee", but not "Text size"."""
    if text.isascii() and _first(text) not in _first_words():
        return False
    if texts := start("texts").match(text):
        return texts[0].rstrip()[-1] in ":："
    return bool(start("by").match(text) or start("short_by").match(text))


def _first(text: str) -> str:
    return re.split(r"[\s:]", text, maxsplit=1)[0].casefold()


@cache
def _first_words() -> frozenset[str]:
    return frozenset(map(_first, chain(words("by"), words("short_by"), words("texts"))))


def _labelled(node: LexborNode) -> int:
    """Tell how near an element is that is marked as the author's; what has the headline is the text's."""
    here: LexborNode | None = node
    for level in range(_LEVELS):
        if here is None or here.tag in _TOO_WIDE:
            return 0
        said = here.attributes
        if here.tag == "address" or _names_an_author(said) or _leads_to_profile(here):
            is_text = here.css_first("h1") is not None
            return 0 if is_text else LABELLED if level < _NEXT else WITHIN
        here = here.parent
    return 0


def _leads_to_profile(node: LexborNode) -> bool:
    return node.tag == "a" and bool(_PROFILE.search(node.attributes.get("href") or ""))


def _names_an_author(said: Mapping[str, str | None]) -> bool:
    label = " ".join(value for name, value in said.items() if value and name in _NAMING).lower()
    if "author" in label or "byline" in label:
        return True
    return bool(label) and not words("labels").isdisjoint(
        label.replace("-", " ").replace("_", " ").split()
    )


def _is_dated(lines: Sequence[Line], place: int) -> bool:
    """Tell a plain line that stands beside a date, past a dot or a bar at most."""
    node, text = lines[place]
    if _BAR.search(text) and _DATE.search(text):
        return True
    if not _WORDS.fullmatch(text) or not text[0].isupper() or node.tag in _NO_NAMES:
        return False
    if place >= _FIRST or _PICTURED.search(node.attributes.get("class") or ""):
        return False
    return any(
        len(text) <= _LONGEST_DATE and (_DATE.search(text) or start("stamps").match(text))
        for near in (lines[place + 1 : place + 4], lines[max(0, place - 3) : place][::-1])
        for text in [line.text for line in near if not _BORDER.fullmatch(line.text)][:1]
    )


def _is_button(node: LexborNode) -> bool:
    return node.tag == "button" or (node.parent is not None and node.parent.tag == "button")
