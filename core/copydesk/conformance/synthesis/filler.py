"""Filler: invented words of the same script, length and shape, always the same for the same word."""

import hashlib
import re
import unicodedata
from collections.abc import Collection, Iterable
from functools import cache, lru_cache

from copydesk.extract.dates.letters import fold_letter

HAN = "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""Characters that stand for words without spaces between them, as a class of regular expressions."""

# Letters are exchanged within a group alone, so that a word keeps its syllables; letters in none
# (é, ї, چ, ß) tell one language from another and stay where they are.
_GROUPS = {
    "LATIN": ("aeiou", "bcdfghjklmnpqrstvwxz"),
    "CYRILLIC": ("аеиоу", "бвгджзклмнпрстфхцчш"),
    "GREEK": ("αεηιου", "βγδζθκλμνπρστφχ"),
    "ARABIC": ("بتثجحخدذرزسشصضطظعغفقلمن",),
    "HEBREW": ("בגדזחטכלמנסעפצקרשת",),
}
# Of these every letter is exchanged. All encodings of a script have these characters.
_WHOLE = {
    "CJK": "山水木火土金石田川空雨雪花草林竹米魚馬牛羊犬鳥虫糸衣舟弓刀皿缶瓜豆麻麦黄青赤白黒井玉丘寺門戸角谷里舌耳目足手口",
    "HIRAGANA": "あいうえおかきくけこさしすせそたちつてとなにぬねのまみむめもらりるれろ",
    "KATAKANA": "アイウエオカキクケコサシスセソタチツテトナニヌネノマミムメモラリルレロ",
    "HANGUL": "가나다라마바사아자차카타파하거너더러머버서어저고노도로모보소오조구누두루무부수우주",
}
_PATIENCE, _THOROUGH = 60, 20
_BLOCK = 64
_PART = re.compile(r"A+(?!a)|A?a+")


class Filler:
    """Gives every word its filler; words that it must keep stay."""

    def __init__(self, kept: Collection[str], avoid: Iterable[str] = ()) -> None:
        """
        Invent for one page.

        Args:
            kept: Words that stay, whatever their case and accents.
            avoid: Words that no filler may be, case-folded: those of the page.
        """
        self._kept = frozenset(map(_folded, kept))
        self._taken = {*kept, *avoid}
        self._made: dict[str, str] = {}

    def keeps(self, word: str) -> bool:
        """Tell whether a word stays as it is."""
        return _folded(word) in self._kept

    def of(self, word: str) -> str:
        """Give a word's filler in its own case; a word that is kept, or a part of it, stays."""
        return word if self.keeps(word) else "".join(map(self._of_part, parts_of(word)))

    def _of_part(self, word: str) -> str:
        if self.keeps(word):
            return word
        lower = word.lower()
        key = lower if len(lower) == len(word) else word
        if key not in self._made:
            self._made[key] = self._invented(key)
            self._taken.add(self._made[key].casefold())
        pairs = zip(word, self._made[key], strict=True)
        return "".join(new.upper() if old.isupper() else new for old, new in pairs)

    def _invented(self, word: str) -> str:
        made = word
        for number in range(_PATIENCE):
            made = _variant(word, number)
            if made != word and made.casefold() not in self._taken:
                break
        return made


def _folded(word: str) -> str:
    """Unite the forms of a word as the reader of dates does: Arabic and Persian yeh, accents, case."""
    return "".join(map(fold_letter, word))


@lru_cache(maxsize=10_000)
def parts_of(word: str) -> tuple[str, ...]:
    """Part a word that was glued together where its case changes: ``REUTERSBridge``, ``YouTube``."""
    shape = "".join("A" if char.isupper() else "a" for char in word)
    return tuple(word[part.start() : part.end()] for part in _PART.finditer(shape))


def _variant(word: str, number: int) -> str:
    """Give one of a word's fillers; later ones exchange letters that would rather stay, too."""
    noise = hashlib.shake_256(f"{number}:{word}".encode()).digest(len(word))
    pools = [_pool(letter, number >= _THOROUGH) for letter in word]
    return "".join(pool[n % len(pool)] for pool, n in zip(pools, noise, strict=True))


@cache
def _pool(letter: str, is_thorough: bool) -> str:
    """Give the letters that may stand for a letter."""
    if not letter.isalpha():
        return letter
    script = unicodedata.name(letter, "").partition(" ")[0]
    if script in _WHOLE:
        return _WHOLE[script]
    if script not in _GROUPS:
        return _neighbours(letter)
    groups = _GROUPS[script]
    return next(
        (group for group in groups if letter in group), groups[-1] if is_thorough else letter
    )


def _neighbours(letter: str) -> str:
    """Give the letters of the same kind that stand near a letter in Unicode."""
    start = ord(letter) // _BLOCK * _BLOCK
    near = map(chr, range(start, start + _BLOCK))
    return "".join(other for other in near if _kind(other) == _kind(letter))


def _kind(letter: str) -> tuple[str, str, bool]:
    name = unicodedata.name(letter, "").partition(" ")[0]
    is_plain = unicodedata.normalize("NFC", letter) == letter and len(letter.upper()) == 1
    return name, unicodedata.category(letter), is_plain
