"""Lines that may name an author, and how surely: "By" before the name, a mark, a date beside it."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain
from typing import NamedTuple

from copydesk.extract.people.byline_words import start, words
from copydesk.extract.people.east_asian import SIGNED
from copydesk.extract.people.names import is_agency
from copydesk.extract.people.standing import (
    Marks,
    is_button,
    is_dated,
    is_in_sentence,
    is_near,
)
from copydesk.extract.seen import is_of_picture
from copydesk.extract.vicinity import Line

INTRODUCED, LABELLED, WITHIN, DATED = 4, 3, 2, 1
"""How sure a byline is: "By Ann Lee", marked as the author's, somewhere in what is marked so, or
only beside the date."""

_ENDS = frozenset("?!:…")
_ROUND = " .,،:：|·•—–-"
_JOINT = re.compile(r"[\s,;&+]+")
_SHORT_JOINTS = frozenset({"&", "y", "e", "й", "і", "و"})
_BORDER = re.compile(r"[\W_]+")
# A line that a name may stand in begins with a letter.
_FIRST_WORD = re.compile(r"[\s\"'«»„“(]*([^\W_]+)")
_UNPARTED = "\u0e00"  # scripts from Thai on may part no words
_LONGEST, _LONGEST_LEAD = 100, 40
_MOST_SPACES = 12  # in a line that no by-word introduces
_AT_ONCE = 5  # lines
_MOST_LEAD, _MOST_WORDS = 6, 3  # of what stands alone before a name, listed or not


class Byline(NamedTuple):
    """A line, how sure it is, and its number."""

    line: Line
    sure: int
    place: int
    goes_on: bool = False
    """Whether it is joined to the name before: "and Bob Ray" behind a link."""


def bylines(lines: Sequence[Line], *, labelled: bool) -> Iterator[Byline]:
    """Give the lines that may name an author; "By" may stand alone in the line before."""
    by = other = introduced = joined = False
    before, marks, joints = "", Marks(), words("and")
    for place, line in enumerate(lines):
        folded = _lead(line.text)
        if folded in joints or _JOINT.fullmatch(line.text):
            by = joined = by or introduced
        elif folded and (_is_for_others(folded) or _is_for_others(f"{before} {folded}")):
            by, other = False, True
        elif folded and _leads(folded, line.text):
            by, other = True, False
        elif line.text[0].isalpha() or not _BORDER.fullmatch(line.text):
            joined = joined or (introduced and _goes_on(line.text))
            sure = _sure(lines, place, None if labelled else marks, by=by or joined)
            sure = 0 if other else sure
            if sure:
                yield Byline(line, sure, place, joined)
            other, introduced = False, sure == INTRODUCED
            by = joined = introduced and _joins(line.text.casefold().rsplit(" ", maxsplit=1)[-1])
        before = folded


def _goes_on(text: str) -> bool:
    """Tell "and Bob Ray" and ", Bob Ray and", but not ", Bay Herald"."""
    first, _, rest = text.partition(" ")
    if is_agency(rest.strip("()")):  # "with AFP" tells what the text was made with
        return False
    return bool(rest) and (_joins(first.casefold()) or _joins(rest.casefold().split()[-1]))


def _joins(word: str) -> bool:
    return word in words("and") or word in _SHORT_JOINTS


def _lead(text: str) -> str:
    """Give a line that may stand alone before a name, in small letters; "" for a longer one."""
    is_short = len(text) <= _LONGEST_LEAD and text.count(" ") < _MOST_LEAD
    return text.casefold().strip(_ROUND) if is_short else ""


def _introduces(text: str, first: str) -> bool:
    """Tell "By Ann Lee" and "Text: Ann Lee", but not "Text size"."""
    if not text.isascii() and SIGNED.match(text):
        return True
    if first and first not in _leading():
        return False
    if texts := start("texts").match(text):
        return texts[0].rstrip()[-1] in ":："
    return bool(start("by").match(text) or start("short_by").match(text))


def _first(text: str) -> str:
    """Give the first word, which spares most lines the long patterns; "" where words are not parted."""
    first = _FIRST_WORD.match(text) if text[0] < _UNPARTED else None
    return first[1].casefold() if first else ""


@cache
def _leading() -> frozenset[str]:
    return _first_words("by", "short_by", "texts")


@cache
def _first_words(*kinds: str) -> frozenset[str]:
    found = map(_FIRST_WORD.match, chain.from_iterable(map(words, kinds)))
    return frozenset(match[1] for match in found if match)


def _is_for_others(folded: str) -> bool:
    """Tell "Reviewed by", "Hero image by" and "Tested by", after which no author's name comes."""
    others = words("others")
    if folded in others:
        return True
    printed = folded.split(" ")
    if not 1 < len(printed) <= _MOST_WORDS:
        return False
    last_two = f"{printed[-2]} {printed[-1]}"
    is_by = printed[-1] == "by" and printed[-2].endswith("ed")
    return last_two in others or (is_by and not {folded, last_two} & words("by"))


def _leads(folded: str, text: str) -> bool:
    """Tell "By", "Autor:" and "Ein Kommentar von", after which the name comes."""
    if folded in words("texts"):
        return text[-1] in ":："
    if folded in words("by") or folded in words("short_by"):
        return True
    printed = folded.split()
    return 1 < len(printed) <= _MOST_WORDS and printed[-1] in _last_words()


@cache
def _last_words() -> frozenset[str]:
    return frozenset({"by", *words("short_by")} - {"di", "af"})  # those end other phrases too


def _sure(lines: Sequence[Line], place: int, marks: Marks | None, *, by: bool) -> int:
    """Weigh a line; without marks all lines are marked."""
    node, text = lines[place]
    first = _first(text)
    if len(text) > _LONGEST or _is_others(text, first):
        return 0
    if by or _introduces(text, first):
        return 0 if text[-1] == "," and text.count(" ") > _MOST_WORDS else INTRODUCED
    if not text[0].isalpha() or text[-1] in _ENDS or text.count(" ") > _MOST_SPACES:
        return 0
    if is_button(node):
        return 0
    return _stands(lines, place, marks) if marks else LABELLED


def _is_others(text: str, first: str) -> bool:
    return (not first or first in _first_words("others")) and bool(start("others").match(text))


def _stands(lines: Sequence[Line], place: int, marks: Marks) -> int:
    if is_in_sentence(lines, place):
        return 0
    levels = marks.levels(lines[place].node)
    if levels is None:
        return DATED if is_dated(lines, place) or _is_wire(lines[place], place) else 0
    return LABELLED if is_near(levels) else WITHIN


def _is_wire(line: Line, place: int) -> bool:
    """Tell an agency, or one and its city, right by the headline: "AFP, MANILA"."""
    agency, _, city = line.text.strip("()").partition(",")
    is_plain = place < _AT_ONCE and line.node.tag != "a"
    is_wire = is_plain and is_agency(agency) and city.count(" ") <= _MOST_WORDS
    return is_wire and not is_of_picture(line.node)
