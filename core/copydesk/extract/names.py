"""Printed bylines made into clean parties."""

import json
import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Literal

from copydesk.extract.dates.words import is_month
from copydesk.schema import Party, clean_line

_LONGEST_BYLINE, _LONGEST_NAME, _MOST = 2_000, 200, 50
_PERSON, _LONGEST_PERSON = 2, 4  # words
_LONGEST_PIECE = 7  # words; more are a sentence
_ADDRESS = re.compile(
    r"[^\s@<>()]{1,64}@[^\s@<>()]{1,255}|https?://\S+|www\.\S+|(?<!\w)@\w+"
    r"|(?<![\w.-])(?:[\w-]{1,63}\.){1,4}(?:com|org|net|info|ru|ua|ir|de|fr|uk|eu)\b\S*",
    re.IGNORECASE,
)
_BORDER = re.compile(r"\s*[\n;|•·、；]\s*|\s+[\u2013\u2014/-]+\s+")
_COMMA = re.compile(r"\s*[,،，]\s*")
_PARENTHESIS = re.compile(r"[(\[]([^()\[\]]*)[)\]]?")
_EDGES = " \t\"'“”„«»‹›:：,*–—-_~"
_FROM_DIGIT = re.compile(r"\s\d.*")
_SLASH = re.compile(r"\s*/\s*")
_TURNED = re.compile(r"\s*[^\W\d_]+,\s*[^\W\d_]+(?:\s[^\W\d_]\.)*\s*")
_ON = {"on", "am", "le", "el", "il"}
_JOINT = re.compile(r"['\u2019-]")


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
    names = {name.casefold(): name for name in _names(text[:_LONGEST_BYLINE])}
    found = [Party(name=name, kind=_kind(name), role=role) for name in names.values()]
    named = [party for party in found if not _is_aside(party)]
    return tuple((named or found)[:_MOST])


def _is_aside(party: Party) -> bool:
    """Tell a lone word or a phrase beside real names: a place, a nickname, half a sentence."""
    return party.kind == "unknown" and (" " not in party.name or party.name[0].islower())


def _kind(name: str) -> Literal["person", "organization", "unknown"]:
    if is_agency(name) or any(map(_says_organization, re.split(r"[\s-]+", name))):
        return "organization"
    words = [word for word in name.split() if word.casefold() not in _words("particles")]
    if _PERSON <= len(words) <= _LONGEST_PERSON and all(map(_is_name, words)):
        return "person"
    return "unknown"


def is_agency(name: str) -> bool:
    """Tell an agency; Mina and Ani are names where MINA and ANI are none."""
    one_case = name.isupper() or name.islower()
    return name in _words("agencies") or (one_case and name.casefold() in _folded_agencies())


def _says_organization(word: str) -> bool:
    if word >= "\u3000":  # no spaces: 新华社编辑部
        return any(word.endswith(end) for end in _words("organizations") if end[0] >= "\u3000")
    return word.casefold().strip(_EDGES + ".") in _words("organizations")


def _is_name(word: str) -> bool:
    letters = [c for c in word if unicodedata.category(c)[0] in "LM"]
    joined = _JOINT.split(word, maxsplit=1)[0] in _words("particles")  # el-Sisi, d'Arc
    return bool(letters) and (joined or not word[0].islower()) and len(letters) >= len(word) - 2


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
    for chunk in _BORDER.split(text):
        halves = _SLASH.split(chunk)
        whole = all(" " in half or is_agency(half) for half in halves)
        if not _start("others").match(chunk):
            yield from halves if whole else [chunk]


def _agency_or_nothing(parenthesis: re.Match[str]) -> str:
    return f";{parenthesis[1]};" if is_agency(parenthesis[1].strip()) else " "


def _comma_parts(chunk: str) -> list[str]:
    """Split at commas that part names: not before "Jr.", not within "Lee, Ann"."""
    parts: list[str] = []
    for part in _COMMA.split(chunk):
        if parts and part.casefold() in _words("joined"):
            parts[-1] += f", {part}"
        else:
            parts.append(part)
    turned = _TURNED.fullmatch(chunk) and not any(map(is_agency, parts))
    return [chunk] if turned else parts


def _without_rest(name: str) -> str:
    """Take off places, dates and job titles."""
    line = _without_by((clean_line(name) or "").strip(_EDGES))
    for cut in (_after("places"), _from_stamp(), _FROM_DIGIT):
        line = cut.sub("", f" {line}").strip()
    return _without_job(_without_date_words(line))


def _bare(name: str) -> str | None:
    """Trim a name; None where none is left, or too much for one."""
    line = _end_without_dot((clean_line(name) or "").strip(_EDGES))
    too_long = len(line) > _LONGEST_NAME or len(line.split()) > _LONGEST_PIECE
    nobody = line.casefold() in _words("nobody") or not any(map(str.isalpha, line))
    return None if too_long or nobody else line


def _end_without_dot(line: str) -> str:
    """Take off a full stop, but not that of "Jr." or an initial."""
    return line if len(line.rsplit(" ", maxsplit=1)[-1]) <= len("Jr.") else line.rstrip(".")


def _without_by(line: str) -> str:
    """Take off by-words; a short one such as "di" only where it cannot begin the name."""
    while match := _start("by").match(line):
        line = line[match.end() :]
    if (match := _start("short_by").match(line)) and len(line.split()) > _PERSON:
        line = line[match.end() :]
    return line


def _without_date_words(line: str) -> str:
    words = line.split()
    while len(words) > _PERSON and (is_month(words[-1]) or words[-1] in _ON):
        words.pop()
    return " ".join(words)


def _without_job(line: str) -> str:
    """Give the longest run of words outside a job title; a title alone names nobody."""
    words = line.split()
    if not any(word.casefold() in _words("jobs") for word in words):
        return line
    title = _words("jobs") | _words("modifiers")
    runs = " ".join("|" if word.casefold() in title else word for word in words).split("|")
    longest = max(runs, key=len).strip()
    return longest if _kind(longest) != "unknown" else ""


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(_data()[kind].split("|"))


@cache
def _folded_agencies() -> frozenset[str]:
    return frozenset(agency.casefold() for agency in _words("agencies"))


@cache
def _data() -> dict[str, str]:
    data: dict[str, str] = json.loads(files(__package__).joinpath("names.json").read_text("utf-8"))
    return data


@cache
def _alternation(kind: str) -> str:
    return "|".join(re.escape(word) for word in sorted(_words(kind), key=len, reverse=True))


@cache
def _start(kind: str) -> re.Pattern[str]:
    return re.compile(rf"\s*(?:{_alternation(kind)})(?![\w-])\s*[:：]?\s*", re.IGNORECASE)


@cache
def _between() -> re.Pattern[str]:
    long, short = _lower_or_upper("and"), _lower_or_upper("short_and")
    return re.compile(rf"(?<!\S)(?:{long}(?!\S)|{short}(?=\s+\S+\s+\S))|&")


@cache
def _from_stamp() -> re.Pattern[str]:
    return re.compile(rf"\s(?:{_alternation('stamps')})\b.*", re.IGNORECASE)


@cache
def _after(kind: str) -> re.Pattern[str]:
    return re.compile(rf"\s{_lower_or_upper(kind)}(?:\s.*|$)")


@cache
def _office_of() -> re.Pattern[str]:
    offices = _alternation("organizations")
    return re.compile(rf"\b(?:{offices})\s(?:of|for|de|du|für)\s", re.IGNORECASE)


def _lower_or_upper(kind: str) -> str:
    """Match words all small or all large: Dan and Con are names, dan and con are not."""
    words = _alternation(kind)
    return f"(?:{words}|{words.upper()})"
