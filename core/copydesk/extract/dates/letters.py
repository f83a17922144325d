"""Letters of a date made comparable, each still knowing where on the page it stood."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Self

# Look-alikes that no Unicode normal form unites: Arabic and Persian yeh and kaf, dotless i,
# the many hyphens, minus and apostrophe, the Arabic comma, and marks without a shape.
_SAME = str.maketrans(
    {
        **dict.fromkeys("يى", "ی"),
        "ك": "ک",
        "\u0131": "i",
        **dict.fromkeys("\u2010\u2011\u2212", "-"),
        **dict.fromkeys("\u2019\u02bc\u02bb\u05f3", "'"),
        "،": ",",
        **dict.fromkeys("\u200c\u200d\u200e\u200f\u0640"),
    }
)


@dataclass(frozen=True, slots=True)
class Folded:
    """A line in lower case without accents and with ASCII digits, beside what was printed."""

    printed: str
    text: str
    origin: Sequence[int]
    """For each character of ``text`` the index in ``printed`` that it comes from."""

    def as_printed(self, start: int, end: int) -> str:
        """Give the words on the page behind a part of ``text``, a marked last one whole."""
        while end < len(self.text) and self.text[end] == " " and not self._printed(end).isspace():
            end += 1
        return self.printed[self.origin[start] : self.origin[end - 1] + 1].strip()

    def _printed(self, place: int) -> str:
        return self.printed[self.origin[place]]

    def rewritten(self, pattern: re.Pattern[str], mark: str) -> Self:
        """Put ``mark``, which may refer to groups, for what matches, padded to its length."""
        text = pattern.sub(lambda m: m.expand(mark).ljust(len(m[0])), self.text)
        return self if text == self.text else replace(self, text=text)


def fold(line: str) -> Folded:
    """Fold a line; what it drops or expands is accounted for in ``origin``."""
    if line.isascii():
        return Folded(line, line.lower(), range(len(line)))
    letters = [fold_letter(letter) for letter in line]
    origin = [place for place, letter in enumerate(letters) for _ in letter]
    return Folded(line, "".join(letters), origin)


@lru_cache(maxsize=4096)
def fold_letter(letter: str) -> str:
    """Give the plain form of one character: a digit as ASCII, a letter without its marks."""
    if (digit := unicodedata.decimal(letter, None)) is not None:
        return str(digit)
    # Vowel signs of Indic scripts and Thai have combining class 0 and stay.
    parts = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", letter).casefold())
    bare = "".join(part for part in parts if not unicodedata.combining(part))
    return unicodedata.normalize("NFC", bare).translate(_SAME)
