"""Printed bylines made into clean parties."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import chain
from typing import Literal

from copydesk.extract.dates.words import is_date_word
from copydesk.extract.people import east_asian
from copydesk.extract.people.byline_words import alternation, start, words
from copydesk.schema import Party, clean_line

_LONGEST_BYLINE, _LONGEST_NAME, _MOST = 2_000, 200, 50
_PERSON, _LONGEST_PERSON = 2, 4  # words
_LONGEST_PIECE = 7  # words; more are a sentence
_ADDRESS = re.compile(
    r"[^\s@<>()]{1,64}@[^\s@<>()]{1,255}|https?://\S+|www\.\S+|(?<!\w)@\w+"
    r"|(?<![\w.-])(?:[\w-]{1,63}\.){1,4}(?:com|org|net|info|ru|ua|ir|de|fr|uk|eu)\b\S*",
    re.IGNORECASE,
)
_BORDER = re.compile(r"\s*[\n;|•·、；／｜丨]\s*|\s+[\u2013\u2014/-]+\s+")
_COLON = re.compile("[:：・]")
_ROLE = re.compile(r"([^\W\d_][^:：・\d]{1,24}?)\s?[:：・]\s*(?=\S)")
_FROM_PLACE = re.compile(r"(,[^,;|\n]{1,60}?)\s+[\u2013\u2014]\s+[^,;|\n\u2013\u2014]{2,40}$")
_COMMA = re.compile(r"\s*[,،，]\s*")
_PARENTHESIS = re.compile(r"[(\[（]([^()\[\]（）]*)[)\]）]?")
_WITHIN_NAME = re.compile(r"(?<=\w )\([^\W\d_]+\) ")
_EDGES = " \t\"'“”„«»‹›:：,*–—-_~・/＝=【】〔〕［］"
_FROM_DIGIT = re.compile(r"\s\d.*")
_SLASH = re.compile(r"\s*/\s*")
_TURNED = re.compile(r"\s*[^\W\d_]+,\s*[^\W\d_]+(?:\s[^\W\d_]\.)*\s*")
_LOGINS = {"admin", "administrator", "webmaster", "админ", "developer"}
_GIVEN = {"Al", "Ben", "Van"}  # which are particles within a name
_ON = {"on", "am", "le", "el", "il", "For", "From", "At", "Of"}
_JOINT = re.compile(r"['\u2019-]")
_UNPARTED = "\u0e00"  # scripts from Thai on may part no words
_KEY = re.compile(r"\S+\.\S+\.\S+")  # page.head.author: a template's variable


def parties(text: str, *, role: str = "author") -> tuple[Party, ...]:
    """
    Read a printed byline: "By Ann Lee and Bob Ray in Kyiv", "Автор: Иван Петров".

    Args:
        text: the byline, or a list of names.
        role: what each party did.

    Returns:
        The parties in their order, each once, names bare and as printed; none for an address, a
        number or "admin". At most 50 of at most 200 characters.
    """
    return _parties(text[:_LONGEST_BYLINE], role)


@lru_cache(maxsize=256)  # a page says its byline in linked data, meta and print
def _parties(text: str, role: str) -> tuple[Party, ...]:
    names = {name.casefold(): name for name in _names(text)}
    found = [Party(name=name, kind=_kind(name), role=role) for name in names.values()]
    # Beside real names, other words are a place, a nickname or half a sentence.
    named = [party for party in found if party.kind != "unknown"]
    return tuple((named or found)[:_MOST])


def _kind(name: str) -> Literal["person", "organization", "unknown"]:
    if is_agency(name) or any(map(_says_organization, re.split(r"[\s-]+", name))):
        return "organization"
    if name.startswith(("The ", "THE ")):
        return "organization"
    if _one_script(name):
        return "person"
    first, *rest = name.split() or [""]
    bare = [word for word in rest[:-1] if word.casefold() not in words("particles")]
    bare += filter(_may_end, rest[-1:])
    if first in _GIVEN or first.casefold() not in words("particles"):
        bare.insert(0, first)
    if _PERSON <= len(bare) <= _LONGEST_PERSON and all(map(_is_name, bare)):
        return "person"
    return "unknown"


def _may_end(word: str) -> bool:
    """Leave out a particle and an initial, but not one that is a surname: Mahua Das."""
    is_particle = word.casefold() in words("particles")
    return not is_particle or (word[0].isupper() and len(word) > 1)


def _one_script(name: str) -> bool:
    """Tell a Chinese, Japanese or Korean name, which is written without spaces."""
    return bool(east_asian.NAME.fullmatch(name))


def is_agency(name: str) -> bool:
    """Tell an agency; Mina and Ani are names where MINA and ANI are none."""
    one_case = name.isupper() or name.islower()
    return name in words("agencies") or (one_case and name.casefold() in _folded_agencies())


def _says_organization(word: str) -> bool:
    if word >= _UNPARTED:  # no spaces: 新华社编辑部
        return word.endswith(_unparted_organizations()) or word.startswith(
            _unparted_organizations()
        )
    return word.casefold().strip(_EDGES + ".") in words("organizations")


def _is_name(word: str) -> bool:
    letters = [c for c in word if unicodedata.category(c)[0] in "LM"]
    joined = _JOINT.split(word, maxsplit=1)[0] in words("particles")  # el-Sisi, d'Arc
    is_large = word[0] == word[0].title()  # Georgian's letters are small, and large ones rare
    return bool(letters) and (joined or is_large) and len(letters) >= len(word) - 2


def _names(text: str) -> Iterator[str]:
    """Give the names of a byline, most of them bare."""
    marked = _PARENTHESIS.sub(_agency_or_nothing, _ADDRESS.sub(";", text))
    for chunk in _chunks(marked):
        for part in _comma_parts(_without_by(chunk)):
            whole = _office_of().search(part)  # "Center for Drug Evaluation and Research"
            names = [part] if whole else map(_without_rest, _between().split(part))
            yield from filter(None, map(_bare, names))


def _chunks(text: str) -> Iterator[str]:
    """Split at sure borders, and at a slash that whole names or agencies stand beside."""
    here = _FROM_PLACE.sub(r"\1", text)  # Ann Lee, the Post — Gull Bay
    for chunk in chain.from_iterable(map(_each_role, _BORDER.split(here))):
        halves = _SLASH.split(chunk)
        whole = all(" " in half or is_agency(half) for half in halves)
        if not start("others").match(chunk):
            yield from map(_without_role, halves if whole else [chunk])


def _each_role(chunk: str) -> list[str]:
    return _before_role().split(chunk) if _COLON.search(chunk) else [chunk]


def _without_role(chunk: str) -> str:
    """Take off what somebody did or where, before a colon; nobody is left of a photographer or an editor."""
    said = _ROLE.match(chunk) if _COLON.search(chunk) else None
    if said is None or (said[0].rstrip()[-1] == "・" and said[1] not in words("roles")):
        return chunk
    if said[1].casefold() in words("roles"):
        return ""
    rest = _without_rest(chunk[said.end() :])
    return rest if _kind(rest) == "person" else chunk


def _agency_or_nothing(parenthesis: re.Match[str]) -> str:
    if is_agency(parenthesis[1].strip()):
        return f";{parenthesis[1]};"
    text, begin, end = parenthesis.string, *parenthesis.span()
    is_within_name = _WITHIN_NAME.match(text, begin) and text[end + 1 : end + 2].isupper()
    return parenthesis[0] if is_within_name else " "  # Ann (Lee) Ray


def _comma_parts(chunk: str) -> list[str]:
    """Split at commas that part names: not before "Jr.", not within "Lee, Ann"."""
    parts: list[str] = []
    for part in _COMMA.split(chunk):
        if parts and part.casefold() in words("joined"):
            parts[-1] += f", {part}"
        else:
            parts.append(part)
    turned = _TURNED.fullmatch(chunk) and not any(map(is_agency, parts))
    return [chunk] if turned else parts


def _without_rest(name: str) -> str:
    """Take off places, dates and job titles."""
    line = east_asian.bare(_without_by((clean_line(name) or "").strip(_EDGES)).strip(_EDGES))
    for cut in (_after("places"), _from_stamp(), _FROM_DIGIT):
        line = cut.sub("", f" {line}").strip()
    return _without_job(_without_date_words(line))


def _bare(name: str) -> str | None:
    """Trim a name; None where none is left, or too much for one."""
    line = _end_without_dot((clean_line(name) or "").strip(_EDGES))
    too_long = len(line) > _LONGEST_NAME or len(line.split()) > _LONGEST_PIECE
    return None if too_long or _is_nobody(line) else line


def _is_nobody(line: str) -> bool:
    """Tell a login's or a template's word, and what holds no word but a date's."""
    named = line.casefold().split()
    if not any(map(str.isalpha, line)) or _KEY.fullmatch(line):
        return True
    return (
        line.casefold() in words("nobody") or named[-1] in _LOGINS or all(map(is_date_word, named))
    )


def _end_without_dot(line: str) -> str:
    """Take off a full stop, but not that of "Jr." or an initial."""
    return line if len(line.rsplit(" ", maxsplit=1)[-1]) <= len("Jr.") else line.rstrip(".")


def _without_by(line: str) -> str:
    """Take off by-words; a short one such as "di" only where it cannot begin the name."""
    while match := start("by").match(line):
        line = line[match.end() :]
    if (match := start("short_by").match(line)) and len(line.split()) > _PERSON:
        line = line[match.end() :]
    return line


def _without_date_words(line: str) -> str:
    left = line.split()
    while left[1:] and (left[-1] in _ON or (left[_PERSON:] and is_date_word(left[-1]))):
        left.pop()
    return " ".join(left)


def _without_job(line: str) -> str:
    """Give the longest run of words outside a job title; a title alone names nobody."""
    printed = line.split()
    if not any(word.casefold() in words("jobs") for word in printed):
        return line
    title = words("jobs") | words("modifiers")
    runs = " ".join("|" if word.casefold() in title else word for word in printed).split("|")
    longest = max(runs, key=len).strip()
    return longest if _kind(longest) != "unknown" else ""


@cache
def _unparted_organizations() -> tuple[str, ...]:
    return tuple(word for word in words("organizations") if word[0] >= _UNPARTED)


@cache
def _folded_agencies() -> frozenset[str]:
    return frozenset(agency.casefold() for agency in words("agencies"))


@cache
def _between() -> re.Pattern[str]:
    long, short = _lower_or_upper("and"), _lower_or_upper("short_and")
    return re.compile(rf"(?<!\S)(?:{long}(?!\S)|{short}(?=\s+\S+\s+\S))|&")


@cache
def _before_role() -> re.Pattern[str]:
    """Match the space before a role with its colon: "Text: Ann Lee Photo: Bob Ray"."""
    listed = "|".join(map(alternation, ("roles", "texts", "by")))
    return re.compile(rf"\s(?=(?:{listed})\s?[:：・])", re.IGNORECASE)


@cache
def _from_stamp() -> re.Pattern[str]:
    return re.compile(rf"\s(?:{alternation('stamps')})\b.*", re.IGNORECASE)


@cache
def _after(kind: str) -> re.Pattern[str]:
    return re.compile(rf"\s{_lower_or_upper(kind)}(?:\s.*|$)")


@cache
def _office_of() -> re.Pattern[str]:
    offices = alternation("organizations")
    return re.compile(rf"\b(?:{offices})\s(?:of|for|de|du|für)\s", re.IGNORECASE)


def _lower_or_upper(kind: str) -> str:
    """Match words all small or all large: Dan and Con are names, dan and con are not."""
    listed = alternation(kind)
    return f"(?:{listed}|{listed.upper()})"
