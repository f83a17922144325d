"""Words of a text, counted in scripts that part them by spaces and in those that do not."""

import re

_EASTERN = re.compile(
    r"[\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
)
_SOUTHERN = re.compile(r"[\u0e01-\u0edf\u1000-\u109f\u1780-\u17d3]")
_WORD = re.compile(r"\S*\w\S*")
_EASTERN_LETTERS, _SOUTHERN_LETTERS = 2, 5
"""Letters of a word in the mean: of Chinese and Japanese; of Thai, Lao, Khmer and Burmese."""


def count_words(text: str) -> int:
    """Count words: as spaces part them, and about, by their letters, where none do."""
    if text.isascii():
        return len(text.split())
    text, eastern = _EASTERN.subn(" ", text)
    text, southern = _SOUTHERN.subn(" ", text)
    unparted = -(-eastern // _EASTERN_LETTERS) - (-southern // _SOUTHERN_LETTERS)
    return len(_WORD.findall(text)) + unparted
