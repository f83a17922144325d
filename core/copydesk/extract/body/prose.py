"""Running text told from labels, menus and numbers, in scripts with spaces and without."""

import re

# Of the full stops ASCII's, CJK's, and those of Devanagari, Urdu, Armenian, Ethiopic, Burmese and Khmer.
_STOPS = ".!?…。！？।؟۔։።။។"
SENTENCE = re.compile(rf"[{_STOPS}][\"'”’»)\]]*(?:\s|$)")
_WORDLESS = re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_END = re.compile(rf"[{_STOPS}][\"'”’»“)\]」』]*$")
_ENDS = frozenset(".!?")
_LEAST, _SPACES, _TAIL, _HEAD, _LETTERS = 40, 5, 8, 80, 2.2


def prose(text: str) -> int:
    """Weigh running text: letters in sentences; 0 for labels, lists of links and numbers."""
    return measured(text)[1]


def measured(text: str) -> tuple[float, int]:
    """Count the words of a text, about, and weigh it as ``prose`` does."""
    length = len(text)
    if is_wordless(text):
        return length / _LETTERS, length * 2 if length >= _LEAST // 2 else 0
    spaces = text.count(" ")
    return spaces + 1, length if length >= _LEAST and spaces >= _SPACES else 0


def is_wordless(text: str) -> bool:
    """Tell text with letters of a script that puts no spaces between words."""
    return not text.isascii() and _WORDLESS.search(text, 0, _HEAD) is not None


def ends_sentence(text: str) -> bool:
    """Tell text that ends as sentences do."""
    return text[-1:] in _ENDS or _END.search(text[-_TAIL:]) is not None
