"""Cleaning of text: NFC, no residue of markup or transport, joiners kept."""

import re
import unicodedata
from functools import cache, lru_cache

# Every character that ends a line for somebody: one output line must be one to all readers.
_BREAK = re.compile("\r\n|[\r\x0b\x0c\x1c-\x1f\x85\u2028\u2029]")
# C0 and C1 controls, soft hyphen, zero-width space, word joiner, deprecated format characters,
# byte order mark, interlinear and object-replacement marks, surrogates, tag characters and
# non-characters.  U+200C and U+200D join letters in Persian, Hindi and emoji, and the variation
# selectors of U+E01xx tell Japanese names apart: they stay.
_NEVER = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u180e\u200b\u2060-\u2065\u206a-\u206f\ufdd0-\ufdef"
    "\ufeff\ufff9-\ufffc\ufffe\uffff\ud800-\udfff\U000e0000-\U000e007f]"
)
# Of so few characters any run is put in order at once.
_TIRELESS = 1_000
_LONG = 2_000
# No letter, digit, space or ASCII thirty-one times in a row: perhaps marks, which is seldom.
_MAYBE_MARKS = re.compile(r"[^\w\s!-~]{31}")
_DIRECTIONS = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_BIDI = re.compile(f"[{_DIRECTIONS}]")
_SEEN = re.compile(rf"[^\s\u200c\u200d{_DIRECTIONS}]")
_SPACE = re.compile(r"\s+")
_SPACE_IN_LINE = re.compile(r"[^\S\n\t]+")


def clean_line(text: str) -> str | None:
    """
    Make one line: NFC, white space as single spaces, trimmed.

    Control, bidi and zero-width characters are taken out, joiners stay.

    Returns:
        The line, or None where nothing is left to see.
    """
    if _is_seen(text):
        return _folded(text)
    folded = " ".join(text.split())
    if _is_seen(folded):
        return _composed(folded) or None
    kept = unicodedata.normalize("NFC", _BIDI.sub("", bare(text)))
    return _trimmed(_SPACE.sub(" ", kept))


def clean_text(text: str) -> str | None:
    """
    Make text of one or more lines: as ``clean_line``, keeping newlines, tabs and bidi marks.

    Returns:
        The text without empty lines, or None where nothing is left to see.
    """
    if _is_seen(text):
        return _folded(text)
    kept = _SPACE_IN_LINE.sub(" ", unicodedata.normalize("NFC", bare(text)))
    lines = (line.strip() for line in kept.split("\n"))
    return _trimmed("\n".join(line for line in lines if line))


def bare(text: str) -> str:
    """Take out what never belongs in text; every line break is a newline, other space stays."""
    if not _is_seen(text):
        text = _NEVER.sub("", _BREAK.sub("\n", text))
    return _tamed(text)


def _tamed(text: str) -> str:
    """
    Cut runs of combining marks to the thirty of Unicode's stream-safe format (UAX #15).

    Putting a run in order takes the square of its length.
    """
    is_tame = len(text) <= _TIRELESS or text.isascii() or not _MAYBE_MARKS.search(text)
    return text if is_tame else _marks().sub(r"\1", text)


@cache
def _marks() -> re.Pattern[str]:
    """Build, when a long text first asks for it, the pattern of too many marks on one letter."""
    marks = "".join(c for c in map(chr, range(0x300, 0x20000)) if unicodedata.combining(c))
    return re.compile(f"([{re.escape(marks)}]{{30}})[{re.escape(marks)}]+")


def is_clean_address(text: str) -> bool:
    """Tell whether there is no white space, control or bidi character in an address."""
    return bare(text) == text and not _BIDI.search(text) and not _SPACE.search(text)


def _is_seen(text: str) -> bool:
    """Tell text of which every character is seen: no control, no break, no space but the one."""
    return _is_short_seen(text) if len(text) <= _LONG else _is_all_seen(text)


def _is_all_seen(text: str) -> bool:
    return text.isprintable() and "\ufffc" not in text  # an object's place, no control to Python


# The same text is asked for by whoever makes a part, whoever checks it and whoever notes its evidence.
_is_short_seen = lru_cache(maxsize=256)(_is_all_seen)


def _folded(text: str) -> str | None:
    """Clean a line of seen characters, whose only white space is the space."""
    if "  " in text or text[:1] == " " or text[-1:] == " ":
        text = " ".join(text.split())
    return _composed(text) or None


def _composed(text: str) -> str:
    """Put seen characters into NFC."""
    return text if text.isascii() else unicodedata.normalize("NFC", _tamed(text))


def _trimmed(text: str) -> str | None:
    text = text.strip()
    return text if _SEEN.search(text) else None
