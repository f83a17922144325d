"""Whether text was read by the right table of characters."""

import re
from typing import Final

GARBAGE: Final = re.compile("[\ufffd\x80-\x84\x86-\x9f\ue000-\uf8ff]")
"""Characters that stand for none."""

# Runs of accented letters, capitals inside a word, half-width kana, two scripts in one word, signs
# or boxes between letters.
_ODD: Final = re.compile(
    GARBAGE.pattern + "|[\xc0-\u024f]{4,}"
    "|(?<=[\u0430-\u045f])[\u0400-\u042f]{2,}|[\uff61-\uff9f]{2,}"
    "|(?<=[A-Za-z\xc0-\xff])[\u0370-\u0e7f]|[\u0370-\u0e7f](?=[A-Za-z\xc0-\xff])"
    "|(?<=[A-Za-z])[\xa1-\xac\xae-\xb6\xb8-\xbf](?=[A-Za-z])"
    r"|(?<=\w)[\u2500-\u259f]|[\u2500-\u259f](?=\w)"
    "|(?<=[a-z])[\u3400-\u9fff\uac00-\ud7a3](?=[a-z])"
)
_IDEOGRAPH: Final = re.compile("[\u3400-\u9fff]")
_KANA: Final = re.compile("[\u3041-\u30fa]")
_ARABIC: Final = re.compile("[\u060c-\u06d3]")
_CYRILLIC: Final = re.compile("[\u0400-\u045f]")
_CYRILLIC_CAPITAL: Final = re.compile("[\u0400-\u042f]")

# The common characters come first in the national tables: those from this lead byte on are rare.
_RARE_FROM: Final = {
    "big5": ("big5", 0xC9),
    "euc-jp": ("euc_jp", 0xD0),
    "euc-kr": ("euc_kr", 0xA1),
    "gb18030": ("gb2312", 0xD8),
    "gbk": ("gb2312", 0xD8),
    "shift_jis": ("shift_jis", 0x99),
}
_JAPANESE: Final = {"euc-jp", "iso-2022-jp", "shift_jis"}
_LATIN: Final = re.compile(r"windows-125[0247]|iso-8859-(?:[1-4]|9|1\d)|macintosh")
_MOST_ACCENTED, _MOST_RARE, _MOST_CAPITALS, _MOST_KANA, _MOST_OTHERS = 0.4, 0.3, 0.7, 0.2, 0.3


def oddity(text: str, charset: str) -> float:
    """
    Tell how much of a text looks as if it was read by the wrong table.

    Args:
        text: Pieces of the text that are not ASCII.
        charset: WHATWG's name of the encoding that it was read by.

    Returns:
        A share of the characters beyond ASCII, from 0; right text has hardly any, 1 is hopeless.
    """
    foreign = len(text) - len(text.encode("ascii", "ignore"))
    if not foreign:
        return 0.0
    odd = sum(len(found[0]) for found in _ODD.finditer(text)) / foreign
    return max(
        odd,
        _latin(text, foreign, charset),
        _arabic(text, foreign, charset),
        _chinese(text, charset),
        _cyrillic(text),
    )


def _latin(text: str, foreign: int, charset: str) -> float:
    """Languages of Latin letters accent few of them."""
    letters = sum(map(str.isalpha, text))
    share = foreign / max(letters, foreign)
    return share if _LATIN.fullmatch(charset) and share > _MOST_ACCENTED else 0.0


def _arabic(text: str, foreign: int, charset: str) -> float:
    """Arabic text holds Arabic letters in the main, though its table has French ones too."""
    others = 1 - len(_ARABIC.findall(text)) / foreign
    return others if charset == "windows-1256" and others > _MOST_OTHERS else 0.0


def _chinese(text: str, charset: str) -> float:
    """Chinese characters are common ones in the main, and kana are Japanese."""
    if charset not in _RARE_FROM:
        return 0.0
    kana = len(_KANA.findall(text)) / len(text)
    if charset not in _JAPANESE and kana > _MOST_KANA:
        return 1.0
    signs = _IDEOGRAPH.findall(text)
    rare = sum(_is_rare(sign, *_RARE_FROM[charset]) for sign in signs) / max(len(signs), 1)
    return rare if rare > _MOST_RARE and len(signs) > len(text) / 10 else 0.0


def _is_rare(sign: str, table: str, lead: int) -> bool:
    inside = sign.encode(table, "ignore")
    return not inside or inside[0] >= lead


def _cyrillic(text: str) -> float:
    """Letters that are nearly all capitals are small ones of another table."""
    capitals = len(_CYRILLIC_CAPITAL.findall(text)) / max(len(_CYRILLIC.findall(text)), 1)
    return capitals if capitals > _MOST_CAPITALS else 0.0
