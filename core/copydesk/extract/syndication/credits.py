"""Credits in one line or paragraph: whose words it says these are."""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from copydesk.extract.dates.words import is_date_word
from copydesk.extract.people.byline_words import start
from copydesk.extract.people.house import House
from copydesk.extract.syndication import formulas
from copydesk.extract.syndication.agencies import agencies_of, may_name

Relation = Literal["republished_from", "supplied_by", "translated_from", "based_on", "quotes"]

_LONGEST_LINE, _LONGEST = 200, 1_200
_LONGEST_NAME, _MOST_WORDS = 60, 7
_SENTENCE = re.compile(r"[.!?:。]\s")
_EDGES = " \t.,:;\"'“”„«»‹›()[]"
_RIGHTS = re.compile(
    r"^copyright|right|recht|droit|diritt|derecho|direito|прав|حقوق", re.IGNORECASE
)
_LAST_WORD = re.compile(r"[^=\s　]+$")


class Credit(NamedTuple):
    """One credit."""

    relation: Relation
    party: str
    words: str
    """What the page says."""
    at: int = 0
    """Where in the text the party's name begins."""


def opening(text: str, house: House) -> Iterator[Credit]:
    """Read how a text begins: an agency's mark, or whom its first sentences quote."""
    beginning = text[:_LONGEST]
    if may_name(beginning):
        wires = (wire.search(beginning) for wire in formulas.WIRES)
        yield from _supplied(next(filter(None, wires), None), house)
        for found in formulas.QUOTES.finditer(beginning):
            yield Credit("quotes", _agency_in(found), found[0].strip())


def closing(text: str, house: House) -> Iterator[Credit]:
    """Read a text's last paragraphs: its signature, a notice of rights or of where it is from."""
    cut = max(0, len(text) - _LONGEST)
    end = text[cut:]
    if may_name(end):
        yield from _supplied(formulas.ENDING.search(end), house)
    yield from labelled(end, house)
    yield from (credit._replace(at=credit.at + cut) for credit in beside(end, house))


def labelled(text: str, house: House) -> Iterator[Credit]:
    """Read a paragraph that is nothing but a source with its label, or a notice of somebody's rights."""
    text = text.strip() if len(text) <= _LONGEST else ""
    for whole in (formulas.SOURCE.fullmatch(text), _of_rights(text)):
        if whole and _is_party(whole["party"]) and not agencies_of(whole["party"], house):
            yield Credit("republished_from", whole["party"].strip(), text)


def beside(text: str, house: House) -> Iterator[Credit]:
    """Read a line at the headline or below the text, where others than agencies may be anybody's."""
    if len(text) <= _LONGEST and may_name(text):
        yield from _of_agencies(text, house)
    folded = text.casefold() if len(text) <= _LONGEST else ""
    if any(stem in folded for stem in formulas.STEMS):
        for found in formulas.ELSEWHERE.finditer(text):
            yield from _elsewhere(found)


def _of_rights(text: str) -> re.Match[str] | None:
    """Match a notice that begins with the sign: a text under anybody's copyright says so in words."""
    return formulas.RIGHTS.fullmatch(text) if text[:1] in "©(" else None


def may_credit(text: str) -> bool:
    """Tell lines without any credit of ``beside``, which most are, from those that may have one."""
    folded = text.casefold()
    return may_name(text) or any(stem in folded for stem in formulas.STEMS)


def _of_agencies(text: str, house: House) -> Iterator[Credit]:
    """Read a credit whose agencies are all that is named, and a notice that one is made use of."""
    for notice in formulas.FEED.finditer(text):
        yield Credit("supplied_by", _agency_in(notice), notice[0].strip())
    if len(text) > _LONGEST_LINE:
        return
    source, rights = formulas.SOURCE.fullmatch(text), formulas.RIGHTS.match(text)
    named = agencies_of((source or rights or {"party": text})["party"], house)
    relation: Relation = "republished_from" if source else "supplied_by"
    yield from (Credit(relation, name, text) for name in named)
    if not named and (partly := formulas.PARTLY.search(text)):
        yield Credit("based_on", _agency_in(partly), text)


def _supplied(found: re.Match[str] | None, house: House) -> Iterator[Credit]:
    """Read the agencies in the brackets of a mark, where its place may come before."""
    if found is None:
        return
    words = found[0].strip()
    if (marked := found.groupdict().get("agencies")) is None:
        yield Credit("supplied_by", _agency_in(found), words)
        return
    last = _LAST_WORD.search(marked)
    named = agencies_of(marked, house) or (agencies_of(last[0], house) if last else [])
    yield from (Credit("supplied_by", name, words) for name in named)


def _elsewhere(found: re.Match[str]) -> Iterator[Credit]:
    """Read where this text was published before; a sentence may say it of another."""
    before = _SENTENCE.split(found.string[: found.start()])[-1].strip()
    if before and (len(before) > _LONGEST_LINE or not formulas.THIS.match(before)):
        return
    cut = formulas.AFTER_NAME.search(found["party"])
    party = (found["party"][: cut.start()] if cut else found["party"]).strip(_EDGES)
    party = party.removeprefix("the ").strip()
    if _is_party(party):
        at = found.string.index(party, found.start("party"))
        words = found.string[found.start() : at + len(party)]
        yield Credit("republished_from", party, words, at)


def _is_party(party: str) -> bool:
    """Tell an outlet's name from a date, from "our May issue" and from a sentence."""
    words = party.split()
    if not 1 < len(party) <= _LONGEST_NAME or len(words) > _MOST_WORDS:
        return False
    is_plain = party.islower() and party.isascii() and "." not in party
    return not (
        is_plain or _RIGHTS.search(party) or _is_date(words) or start("by").fullmatch(party)
    )


def _is_date(words: list[str]) -> bool:
    """Tell "March 2019" and "21st of June" from the Mail on Sunday."""
    said = [is_date_word(word) or word.isdigit() for word in words]
    return all(said) or (any(said) and any(word[0].isdigit() for word in words))


def _agency_in(found: re.Match[str]) -> str:
    return next(name for name in found.groupdict().values() if name)
