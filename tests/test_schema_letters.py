"""Cleaning of text, by the promises of docs/reliability.md."""

import re
import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.strategies import raw_text

from copydesk.schema import clean_line, clean_text
from copydesk.schema.letters import bare

HIDDEN = re.compile(
    "[\ud800-\udfff\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u200b\u2060\ufeff\U000e0001-\U000e007f]"
)
BIDI = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
any_text = raw_text | st.text(st.characters(), max_size=20)  # surrogates as well


@pytest.mark.parametrize(
    ("raw", "line"),
    [
        ("Talks go on", "Talks go on"),
        ("  Talks\n\t go\u00a0\u3000on \r", "Talks go on"),
        ("Cafe\u0301", "Café"),
        ("می\u200cگوید", "می\u200cگوید"),
        ("क्\u200dष", "क्\u200dष"),
        ("👩\u200d🔬 says", "👩\u200d🔬 says"),
        ("葛\U000e0100城", "葛\U000e0100城"),
        ("Ta\u200bl\xadks\ufeff", "Talks"),
        ("\u202eevil\u202c \u2067name\u2069\u200f", "evil name"),
        ("\x1b[31mred\x07\x9b", "[31mred"),
        ("a\x00b\ud800c\U000e0041d", "abcd"),
        ("one\x0btwo\x0cthree\x85four\u2028five\u2029six", "one two three four five six"),
        ("“curly” – ‘quotes’…", "“curly” – ‘quotes’…"),  # not made straight
    ],
    ids=ascii,
)
def test_clean_line(raw: str, line: str) -> None:
    """One line in NFC: space single, joiners and variants kept, controls and bidi marks out."""
    assert clean_line(raw) == line


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("One\r\n\r\n\r\ntwo\rthree\x0cfour\u2029five", "One\ntwo\nthree\nfour\nfive"),
        ("One  \n\t two\tcell\n", "One\ntwo\tcell"),
        ("سلام \u200f(NATO)\u200f", "سلام \u200f(NATO)\u200f"),
        ("a\u00a0\u2009b\x00", "a b"),
    ],
    ids=ascii,
)
def test_clean_text(raw: str, text: str) -> None:
    """Text keeps line breaks, tabs and bidi marks, and no empty line."""
    assert clean_text(raw) == text


@pytest.mark.parametrize(
    "raw", ["", " \n\t", "\u200b\ufeff", "\u200c", "\u00a0\u200f\n\u200d"], ids=ascii
)
def test_nothing_to_see(raw: str) -> None:
    """What shows nothing is None, spacers of right-to-left pages included."""
    assert clean_line(raw) is None
    assert clean_text(raw) is None


@given(any_text)
def test_idempotent(raw: str) -> None:
    """What is clean stays as it is."""
    for clean in (clean_line, clean_text, bare):
        once = clean(raw)
        assert once is None or clean(once) == once


@given(any_text)
def test_clean(raw: str) -> None:
    """Nothing that the promises name is left; a line has no break and no bidi mark."""
    line, text = clean_line(raw) or "", clean_text(raw) or ""
    assert not HIDDEN.search(line + text + bare(raw))
    assert unicodedata.is_normalized("NFC", line)
    assert unicodedata.is_normalized("NFC", text)
    assert not BIDI.search(line)
    assert len(line.splitlines()) <= 1
    assert text.splitlines() == [part for part in text.split("\n") if part]


@given(st.text("abc دیé漢.,", max_size=20))
def test_words_stay(raw: str) -> None:
    """Plain words lose nothing but space."""
    kept = unicodedata.normalize("NFC", "".join(raw.split()))
    assert (clean_line(raw) or "").replace(" ", "") == kept


@pytest.mark.parametrize("piece", ["\t", " \n", "\n\t", "\u200f", "a\u0301", "\r"], ids=ascii)
def test_linear(piece: str) -> None:
    """A megabyte of one thing costs no more than reading it."""
    start = time.process_time()
    clean_text(piece * 500_000)
    clean_line(piece * 500_000)
    assert time.process_time() - start < 5
