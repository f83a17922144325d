"""Filler looks like the word that it stands for and is another."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.conformance.synthesis.filler import Filler, parts_of

ALPHABETS = (
    "abcdefghijklmnopqrstuvwxyzäéøßłñ",
    "абвгдежзийклмнопрстуфхцчшщъыьэюяіїєґ",
    "ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی",
    "αβγδεζηθικλμνξοπρστυφχψωάέή",
    "אבגדהוזחטיכלמנסעפצקרשת",
    "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ",
    "กขคงจชซดตถทนบปผพฟมยรลวสหอ",
    "山水大学新聞記者発表中国政府経済市場写真",
    "가나다라마바사아자차카타파하한국서울",
)
words = st.sampled_from(ALPHABETS).flatmap(
    lambda letters: st.text(letters, min_size=5, max_size=20)
)


def script(char: str) -> str:
    return unicodedata.name(char).partition(" ")[0]


@given(words)
def test_same_shape(word: str) -> None:
    """Filler has the word's length and script, and is never the word."""
    made = Filler(()).of(word)
    assert made != word
    assert len(made) == len(word)
    assert [script(char) for char in made] == [script(char) for char in word]


@given(words, words)
def test_same_word_same_filler(one: str, other: str) -> None:
    """A word has one filler, whatever came before it; two words have two."""
    filler = Filler(())
    first, second = filler.of(one), filler.of(other)
    assert (filler.of(one), Filler(()).of(one)) == (first, first)
    assert (first == second) == (one == other)


def test_case() -> None:
    """Case is the word's, letter by letter."""
    filler = Filler(())
    lower = filler.of("harbour")
    assert filler.of("Harbour") == lower.capitalize()
    assert filler.of("HARBOUR") == lower.upper()


def test_kept() -> None:
    """Words that are kept stay in any case and spelling that the readers unite."""
    filler = Filler({"photo", "تیر"})
    assert [filler.of(word) for word in ("Photo", "PHOTO", "تير")] == ["Photo", "PHOTO", "تير"]


def test_no_filler_is_a_word_of_the_page() -> None:
    """Filler is none of the words that are to be avoided."""
    usual = Filler(()).of("harbour")
    assert Filler((), avoid={usual}).of("harbour") not in {usual, "harbour"}


def test_telling_letters_stay() -> None:
    """Letters that one language has and others have not stay, so that the language is told as before."""
    made = Filler(()).of("переїзд")
    assert (made[4], made != "переїзд") == ("ї", True)


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("harbour", ["harbour"]),
        ("NATO", ["NATO"]),
        ("YouTube", ["You", "Tube"]),
        ("REUTERSBridge", ["REUTERS", "Bridge"]),
        ("کتاب", ["کتاب"]),
    ],
)
def test_glued_words(word: str, parts: list[str]) -> None:
    """Words glued together part where their case changes, so that each has its usual filler."""
    assert list(parts_of(word)) == parts
    assert "".join(map(Filler(()).of, parts)) == Filler(()).of(word)
