"""News agencies as credits name them: alone, with the desk's initials, several in a row."""

import re
from functools import cache
from itertools import chain

from copydesk.extract.people.byline_words import agencies, start
from copydesk.extract.people.house import House
from copydesk.extract.people.names import is_agency

_LONGEST, _LONG_WORD = 80, 5
_UNPARTED = "\u0e00"  # scripts from Thai on may part no words
_EDGES = " \t()[]{}（）［］【】〔〕/<>.。–—-:：,，*"
_BETWEEN = re.compile(
    r"\s*[/,;|·•&+、，＝=]\s*|\s+(?:and|und|et|y|e|i|и|та|og|och|en|ve|és|με|[-–—])\s+"
)
_ENDINGS = "[ауі]|ом"
_DECLINED = re.compile(rf"(?:{_ENDINGS})$")
_WORD = re.compile(r"\w+")
_INITIALS = re.compile(r"[a-z]{1,4}\.?|[A-Z]{1,3}")
_SITE = re.compile(r"[\w-]+(?:\.[\w-]+)+")


def agencies_of(text: str, house: House) -> list[str]:
    """
    Read a credit that names agencies and nobody else: "dpa", "By The Associated Press", "rwe/dpa".

    Returns:
        Their names as printed. None where other words are in it but the site's own name and the
        initials of who edited it.
    """
    if len(text) > _LONGEST:
        return []
    line = start("by").sub("", text.strip(_EDGES), count=1)
    parts = [part.strip(_EDGES) for part in _BETWEEN.split(line)]
    named = [part for part in parts if is_agency(part)]
    others = (part for part in parts if part and part not in named)
    return named if named and all(_may_stand_by(part, house) for part in others) else []


def may_name(text: str) -> bool:
    """Tell a text that names no agency, which most do, from one that may."""
    words = _WORD.findall(text)
    if text.isascii() or not _first_words().isdisjoint(words):
        return not _first_words().isdisjoint(words)
    stems = (_DECLINED.sub("", word) for word in words)
    return not _first_words().isdisjoint(stems) or any(name in text for name in _unparted())


def is_own(name: str, house: House, outlet: str) -> bool:
    """Tell the site's or the outlet's own name, and an agency's on a page of its own."""
    names = _all_names().get(name.casefold(), (name,))
    return any(house.is_named(n) or n.casefold() == outlet for n in names)


def key(name: str) -> str:
    """Give what all names of an agency have in common, and any other name itself."""
    return _all_names().get(name.casefold(), (name,))[0].casefold()


@cache
def pattern(group: str) -> str:
    """
    Match any agency within a sentence, where its case tells it from other words.

    Names may be declined in Cyrillic, and stand beside other letters in scripts that part no words.
    """
    names = sorted(chain.from_iterable(agencies()), key=len, reverse=True)
    listed = "|".join(re.escape(name) for name in names if name < _UNPARTED)
    unparted = "|".join(map(re.escape, sorted(_unparted(), key=len, reverse=True)))
    return rf"(?:(?<![\w-])(?P<{group}>(?-i:{listed}))(?:{_ENDINGS})?(?![\w-])|(?P<{group}_>{unparted}))"


def _may_stand_by(part: str, house: House) -> bool:
    return bool(
        _INITIALS.fullmatch(part)
        or house.is_named(part)
        or (_SITE.fullmatch(part) and part.casefold() in house.host)
    )


@cache
def _all_names() -> dict[str, tuple[str, ...]]:
    return {name.casefold(): names for names in agencies() for name in names}


@cache
def _first_words() -> frozenset[str]:
    """Give the words that agencies' names begin with, after an article; of "reuters" in small letters too."""
    bare = (
        name.removeprefix("The ").removeprefix("La ") for name in chain.from_iterable(agencies())
    )
    found = [_WORD.findall(name) for name in bare]
    first = {words[0] for words in found if words}
    long = {words[0] for words in found if len(words) == 1 and len(words[0]) >= _LONG_WORD}
    return frozenset(first | {w.upper() for w in first} | {w.lower() for w in long})


@cache
def _unparted() -> frozenset[str]:
    return frozenset(name for name in _all_names() if name >= _UNPARTED)
