"""The language of a text, told by its script and its small words."""

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from importlib.resources import files
from typing import TypeAlias

LONGEST_SAMPLE = 3_000
"""So many characters of a text are looked at."""

_WORD = re.compile(r"[^\W\d_][\w\u0300-\u036f\u0900-\u0dff\u0e31-\u0e4e\u200c']*")
# A vote is one word that no other language of the script lists among its own.
_FEWEST, _LEAST_SHARE, _CLEARLY = 1.5, 0.03, 2
_FEWEST_LETTERS = 5
_KANA = re.compile("[\u3041-\u30fa]")
# A character of these says as much as three letters of the others.
_WEIGHTS = {"han": 3, "ko": 3}
_LEAST_KANA = 0.05

_Ballots: TypeAlias = Mapping[str, list[tuple[str, float]]]


def language_of(text: str, stated: str | None = None) -> str | None:
    """
    Tell the language of a text from its first 3,000 characters.

    Args:
        text: the text.
        stated: the primary tag that its page states; only a text that is clearly in another
            language of the same script says otherwise.

    Returns:
        A BCP 47 primary tag such as ``en``; None where the text is too short or too mixed to say.
    """
    words = Counter(_WORD.findall(text[:LONGEST_SAMPLE].lower().replace("\u2019", "'")))
    script = _script(words)
    if script == "han":
        return _chinese_or_japanese(words)
    if script in _data():
        return _by_words(script, words, stated or "")
    return script


def _script(words: Mapping[str, int]) -> str | None:
    """Give the script, or its one language, that most letters belong to."""
    initials: dict[str, int] = defaultdict(int)
    for word, count in words.items():
        initials[word[0]] += count * len(word)
    letters: dict[str, int] = defaultdict(int)
    for initial, count in initials.items():
        script = _script_of(initial)
        letters[script] += count * _WEIGHTS.get(script, 1)
    best = max(letters, key=lambda script: letters[script], default="")
    return best if best and letters[best] >= _FEWEST_LETTERS else None


@lru_cache(maxsize=4096)
def _script_of(letter: str) -> str:
    blocks = _data()["blocks"]
    return blocks[max(start for start in blocks if int(start, 16) <= ord(letter))]


def _chinese_or_japanese(words: Mapping[str, int]) -> str:
    kana = sum(count * len(_KANA.findall(word)) for word, count in words.items())
    letters = sum(count * len(word) for word, count in words.items())
    return "ja" if kana > _LEAST_KANA * letters else "zh"


def _by_words(script: str, words: Mapping[str, int], stated: str) -> str | None:
    """Let each small word and telling letter vote, the more the fewer languages have it."""
    small, telling = _votes(script)
    votes: dict[str, float] = defaultdict(float)
    for word in [word for word in words if word in small or not word.isascii()]:
        ballot = small.get(word, ())
        if not word.isascii():
            ballot = [*ballot, *(vote for letter in word for vote in telling.get(letter, ()))]
        for language, weight in ballot:
            votes[language] += words[word] * weight
    best = max(votes, key=lambda language: votes[language], default="")
    if votes.get(stated, 0) * _CLEARLY > votes.get(best, 0):
        best = stated
    enough = max(_FEWEST, _LEAST_SHARE * sum(words.values()))
    return best if best and votes[best] >= enough else None


@cache
def _votes(script: str) -> tuple[_Ballots, _Ballots]:
    """Give the ballots of small words and of letters in the languages of a script."""
    tables = _data()
    letters = {code: tables["letters"].get(code, "") for code in tables[script]}
    words = {code: words.split() for code, words in tables[script].items()}
    return _ballots(words), _ballots(letters)


def _ballots(marks: Mapping[str, Iterable[str]]) -> _Ballots:
    languages: dict[str, list[str]] = defaultdict(list)
    for language, of_it in marks.items():
        for mark in of_it:
            languages[mark].append(language)
    return {mark: [(code, 1 / len(codes)) for code in codes] for mark, codes in languages.items()}


@cache
def _data() -> dict[str, dict[str, str]]:
    data = json.loads(files(__package__).joinpath("language.json").read_text("utf-8"))
    return {name: table for name, table in data.items() if isinstance(table, dict)}
