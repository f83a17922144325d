"""Text that a terminal prints as it is: control, bidi and invisible characters as escapes."""

import re
import unicodedata

_HIDDEN = {"Cc", "Cf", "Cs", "Zl", "Zp", "Zs"}
_JOINERS = "\u200c\u200d"
_NONCHARACTERS = re.compile("[\ufdd0-\ufdef\ufffe\uffff]")
_BYTES = range(0xDC80, 0xDD00)  # what surrogateescape makes of bytes that are no UTF-8


def escaped(text: str, *, keep: str = "") -> str:
    r"""
    Show what cannot be seen, or would move the cursor or turn the text: ``\x1b``, ``\u202e``.

    Bytes that were no UTF-8 come out as ``\xff``. Joiners, which Persian and Hindi words need, and
    the characters of ``keep`` stay.
    """
    if text.isascii() and text.isprintable():
        return text
    kept = f" {_JOINERS}{keep}"
    return "".join(char if char in kept else _shown(char) for char in text)


def _shown(char: str) -> str:
    if unicodedata.category(char) not in _HIDDEN and not _NONCHARACTERS.match(char):
        return char
    code = ord(char)
    if code in _BYTES:
        return f"\\x{code - 0xDC00:02x}"
    if code < 0x80:  # noqa: PLR2004  # the last of ASCII, so that \x80 is always a byte
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"  # noqa: PLR2004  # four digits
