"""
The words of dates, turned into marks that stand in a folded line at the same place.

A line is folded to lower case, so that capitals are free to be marks: ``A`` to ``L`` the Roman
months, ``M`` to ``X`` the Jalali ones, ``Y`` before and ``Z`` after noon; ``@`` is "at".
"""

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Any

from copydesk.extract.dates.letters import Folded, fold_letter
from copydesk.extract.dates.zones import ABBREVIATIONS

MONTH = "[A-X]"
_MARKS = {"roman": "ABCDEFGHIJKL", "jalali": "MNOPQRSTUVWX"}
_CJK = "\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3"
# Letters, and the vowel signs that Python does not count among them; CJK has no word borders.
LETTER = rf"(?:[^\W\d_{_CJK}]|[\u0900-\u0963\u0971-\u0df3\u0e01-\u0e4e\u0e81-\u0ece\u1000-\u103e\u1780-\u17d3])"


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words that a reader marks, and the pattern that finds them."""

    marks: Mapping[str, str]
    pattern: re.Pattern[str]

    def mark(self, line: Folded) -> Folded:
        """Put marks for the words of a line, each padded to the word's length."""
        return replace(line, text=self.pattern.sub(self._mark, line.text))

    def _mark(self, found: re.Match[str]) -> str:
        word = found[0]
        return self.marks[word].ljust(len(word)) if word in self.marks else word


def month_in(match: re.Match[str]) -> tuple[int | None, str | None]:
    """Give the month of a match, a mark or a number, and whose month a mark is."""
    groups = match.groupdict()
    for months, marks in _MARKS.items():
        if (name := groups.get("name")) and name in marks:
            return marks.index(name) + 1, months
    return (int(groups["month"]) if groups.get("month") else None), None


@cache
def months_and_halves(language: str | None) -> Vocabulary:
    """Mark months and halves of the day alone; other words stay, for a format to match."""
    return _vocabulary({**_halves(), **_months(language)})


@cache
def all_words(language: str | None) -> Vocabulary:
    """Mark months and halves of the day; blank weekdays and the small words inside dates."""
    words = all_forms(*_words()["weekdays"].values(), _words()["between"])
    blanks = dict.fromkeys(words, " ")
    at = dict.fromkeys(all_forms(_words()["at"]), "@")
    spoken = {word: mark for word, mark in (blanks | at).items() if word not in ABBREVIATIONS}
    return _vocabulary({**spoken, **_halves(), **_months(language)})


@cache
def publication() -> re.Pattern[str]:
    """Match the words that stand before the day of publication at the start of a line."""
    return re.compile(rf"\W*{_published()}", re.IGNORECASE)


@cache
def publication_within() -> re.Pattern[str]:
    """Find the same words within a line."""
    return re.compile(rf"(?<![\w-]){_published()}", re.IGNORECASE)


def _published() -> str:
    forms = sorted(_words()["published"].split("|"), key=len, reverse=True)
    return rf"(?:{_any(forms)})(?![^\W\d]|-)"


def is_date_word(word: str) -> bool:
    """Tell whether a word is a month's or a weekday's name in any language."""
    return "".join(map(fold_letter, word.strip(".,"))) in _day_and_month_names()


def is_small_word(word: str) -> bool:
    """Tell whether a word stands before, between or behind the parts of a date in any language."""
    return "".join(map(fold_letter, word)) in _small_words()


@cache
def _small_words() -> frozenset[str]:
    known = _words()
    forms = all_forms(*(known[kind] for kind in ("published", "between", "at", "am", "pm")))
    return frozenset(re.findall(rf"{LETTER}+", " ".join(forms)))


@cache
def _day_and_month_names() -> frozenset[str]:
    return frozenset(_months(None)) | all_forms(*_words()["weekdays"].values())


def relative_words(language: str | None) -> list[str]:
    """
    Give the words for ago, one, today, yesterday and the units from minute to year.

    Returns:
        Ten alternations, longest form first, of the language or, where it is not known, of all.
    """
    known = _words()["relative"]
    rows = [known[language]] if language in known else known.values()
    return [
        _any(sorted(all_forms(*column), key=len, reverse=True))
        for column in zip(*rows, strict=True)
    ]


def all_forms(*lists: str) -> set[str]:
    """Split lists of forms and fold them."""
    return {"".join(map(fold_letter, form)) for forms in lists for form in forms.split("|")}


@cache
def _words() -> Any:  # noqa: ANN401  # the data file, typed where it is used
    return json.loads(files(__package__).joinpath("words.json").read_text("utf-8"))


def _halves() -> dict[str, str]:
    before, after = all_forms(_words()["am"]), all_forms(_words()["pm"])
    return {**dict.fromkeys(before, "Y"), **dict.fromkeys(after, "Z")}


@cache
def _months(language: str | None) -> dict[str, str]:
    """Give each name's month; where languages differ on a name, only the page's own counts."""
    meant: dict[str, dict[str, str]] = defaultdict(dict)
    for months, languages in _words()["months"].items():
        for code, names in languages.items():
            for mark, forms in zip(_MARKS[months], names, strict=True):
                for form in all_forms(forms):
                    meant[form][code] = mark
    settled = {form: _settle(by_code, language) for form, by_code in meant.items()}
    return {form: mark for form, mark in settled.items() if mark}


def _settle(by_code: Mapping[str, str], language: str | None) -> str | None:
    marks = set(by_code.values())
    return marks.pop() if len(marks) == 1 else by_code.get(language or "")


def _vocabulary(marks: Mapping[str, str]) -> Vocabulary:
    word = re.compile(rf"{LETTER}+")
    odd = sorted((form for form in marks if not word.fullmatch(form)), key=len, reverse=True)
    return Vocabulary(
        marks,
        re.compile(
            rf"(?<!{LETTER})(?:{_any(f for f in odd if not _cjk(f))})(?!{LETTER})"
            rf"|{_any(f for f in odd if _cjk(f))}|{LETTER}+"
        ),
    )


def _cjk(form: str) -> bool:
    return bool(re.match(f"[{_CJK}]", form))


def _any(forms: Iterable[str]) -> str:
    return "|".join(map(re.escape, forms)) or r"\Z."
