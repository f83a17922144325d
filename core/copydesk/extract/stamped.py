"""Lines of a page's date and time, which say nothing else."""

import re
from functools import cache

from copydesk.extract.dates.words import is_date_word, is_small_word, publication
from copydesk.extract.people.byline_words import start, words

_LONGEST = 120
_WORDS = re.compile(r"[^\W\d_]+")
# What an editor writes under a text, "Last updated on March 5, 2024", has no time of the day.
_CLOCK = re.compile(r"(?<![\d.])\d{1,2}[:.h]\d\d(?![.\d])")
_DAY = re.compile(r"(?<!\d)(?:(?:19|20)\d\d|\d{1,2}[./-]\d{1,2}[./-]\d{2})(?!\d)")
_NUMBERED = re.compile(r"\S*\d\S*")
_ZONES = frozenset(
    {"cest", "cet", "est", "edt", "pst", "pdt", "gmt", "utc", "ist", "bst", "et", "pt"}
)


def is_stamp(line: str) -> bool:
    """Tell "Published on 5 March 2024 at 10:15", in any language, from a sentence that has a date."""
    if len(line) > _LONGEST or not _CLOCK.search(line):
        return False
    said = line.lstrip(" (|•·–—-*")
    if not (_DAY.search(said) or any(begins.match(said) for begins in _labels())):
        return False
    plain = _WORDS.findall(_NUMBERED.sub(" ", said.casefold()))
    return all(word in _known() or is_date_word(word) or is_small_word(word) for word in plain)


@cache
def _labels() -> tuple[re.Pattern[str], ...]:
    return publication(), start("changed"), start("stamps")


@cache
def _known() -> frozenset[str]:
    """The words of the labels, each alone."""
    labels = " ".join(words("changed") | words("stamps"))
    return frozenset(_WORDS.findall(labels.casefold())) | _ZONES
