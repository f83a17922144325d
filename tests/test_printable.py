"""Text that a terminal prints as it is."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.printable import escaped


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Talks go on – «да»", "Talks go on – «да»"),
        ("a\x1b[31mred", r"a\x1b[31mred"),
        ("two\nlines\ttab", r"two\x0alines\x09tab"),
        ("\x9b31m\x85", r"\u009b31m\u0085"),
        ("abc\u202egnp.exe", r"abc\u202egnp.exe"),
        ("zero\u200bwidth\ufeff\u00ad", r"zero\u200bwidth\ufeff\u00ad"),
        ("\U000e0041", r"\U000e0041"),
        ("\udcff\udc80", r"\xff\x80"),
        ("می\u200cشود 👩\u200d🚀", "می\u200cشود 👩\u200d🚀"),
    ],
)
def test_escaped(text: str, shown: str) -> None:
    """Control, bidi and invisible characters are seen as escapes; joiners of words stay."""
    assert escaped(text) == shown


def test_keep() -> None:
    """A caller that prints running text keeps its line breaks and direction marks."""
    assert escaped("a\nb\u200f\x07", keep="\n\u200f") == "a\nb\u200f\\x07"


@given(st.text(st.characters(codec=None)))
def test_nothing_hidden_is_left(text: str) -> None:
    """Whatever goes in, no control, bidi, surrogate or line-breaking character comes out."""
    shown = escaped(text)
    hidden = {c for c in shown if unicodedata.category(c) in {"Cc", "Cf", "Cs", "Zl", "Zp"}}
    assert hidden <= {"\u200c", "\u200d"}
    assert len(shown.splitlines()) <= 1
