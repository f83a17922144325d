"""From bytes to text: mark, valid UTF-8, header, meta, detector, in this order of trust."""

import codecs
import re
from collections.abc import Iterator
from typing import Final, NamedTuple

import webencodings

from copydesk.errors import Refused
from copydesk.page.plausible import GARBAGE, oddity
from copydesk.page.twice import may_be_twice, once

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32le"),
    (codecs.BOM_UTF32_BE, "utf-32be"),
    (codecs.BOM_UTF16_LE, "utf-16le"),
    (codecs.BOM_UTF16_BE, "utf-16be"),
)
# The first that decodes without an error is taken: WHATWG's decoders read more than Python's
# codecs of the same name.
_CODECS: Final = {
    "big5": ("big5hkscs", "cp950"),
    "euc-jp": ("euc_jp", "euc_jis_2004"),
    "euc-kr": ("cp949",),
    "gbk": ("gb18030",),
    "iso-2022-jp": ("iso2022_jp", "iso2022_jp_ext"),
    "iso-8859-8-i": ("iso8859-8",),
    "macintosh": ("mac-roman",),
    "shift_jis": ("cp932",),
    "utf-32be": ("utf-32-be",),
    "utf-32le": ("utf-32-le",),
    "windows-874": ("cp874",),
    "x-mac-cyrillic": ("mac-cyrillic",),
}
_WINDOWS_1252: Final = "".join(bytes([n]).decode("cp1252", "ignore") or chr(n) for n in range(256))
"""The code page with its five undefined bytes as C1 controls, as the standard has them."""

_UNDETECTED: Final = "windows-1256"
"""What chardet knows from version 6 on; Arabic read by another table is odd."""

# What detectors call encodings that the standard knows by other labels.
_DETECTED: Final = {"cp932": "shift_jis", "cp949": "euc-kr", "big5hkscs": "big5", "uhc": "euc-kr"}

_HIDDEN_OR_META: Final = re.compile(
    rb"<!--.*?(?:-->|\Z)|<(script|style)\b.*?(?:</\1|\Z)|<meta[\s/]([^>]*)",
    re.DOTALL | re.IGNORECASE,
)
_XML: Final = re.compile(rb"""\s*<\?xml\b[^>]*?\bencoding\s*=\s*["']([^"'>]{1,40})["']""")
_CHARSET: Final = re.compile(
    r"""(?:^|[\s;"'/])charset\s*+=\s*+["']?\s*+([^\s"';>/]{1,40})""", re.IGNORECASE
)
_CONTENT_TYPE: Final = re.compile(
    r"""\bhttp-equiv\s*+=\s*+["']?\s*+content-type\b""", re.IGNORECASE
)
_PIECE: Final = re.compile(rb"[^<>\r\n]++")
# As UTF-16 a Kangxi radical, Glagolitic letters and marks of direction.
_OF_BYTES: Final = re.compile(rb"</|[,.] ")
_META_WITHIN, _SAMPLE, _MUCH = 65_536, 32_768, 200

_NO_TEXT: Final = re.compile("[\x00-\x08\x0e-\x1f]|" + GARBAGE.pattern)
_ODD_SHARE, _NOISE_SHARE, _GARBAGE_SHARE, _FEW = 0.1, 0.25, 0.1, 20
_NO_CHARSET: Final = "this is no language in {}, which fits best; state the right charset"
_DEFAULT: Final = "windows-1252"


class Decoded(NamedTuple):
    """A page's text, and how it was read."""

    text: str
    """The text, without a byte order mark."""

    charset: str
    """WHATWG's name of the encoding, or ``utf-32le`` or ``utf-32be``."""

    damaged: int = 0
    """How many bytes or groups of bytes were replaced by U+FFFD."""

    is_exact: bool = False
    """Whether the page's bytes are the text in UTF-8, to the last."""


def decode(content: bytes, *, header: str | None = None, is_markup: bool = True) -> Decoded:
    """
    Decode a page.

    Args:
        content: The page's bytes.
        header: A charset label, or a Content-Type that may hold one.
        is_markup: Whether a ``<meta>`` may name the charset.

    Raises:
        Refused: ``undecodable``, if what comes out is mostly no text.
    """
    sure = _marked(content) or _unmarked(content) or _as_utf8(content)
    if sure:
        return _checked(sure) if sure.damaged else sure
    names = _declared(content, header, is_markup=is_markup)
    return _nearly_utf8(content, likely="utf-8" in names) or _checked(_best(content, names))


def known(label: str | None) -> str | None:
    """
    Look a label up in WHATWG's table, and nowhere else.

    Returns:
        The encoding's name; None for no label, an unknown one, or one that stands for no text.
    """
    if not label or not label.isascii():
        return None
    found = webencodings.lookup(label.strip())
    if found is None or found.name == "replacement":
        return None
    return _DEFAULT if found.name == "x-user-defined" else str(found.name)


def is_wide(content: bytes) -> bool:
    """Whether this is UTF-16 or UTF-32, with or without a byte order mark."""
    marked = content.startswith(tuple(mark for mark, _ in _MARKS[1:]))
    return marked or _by_zeros(content[:_SAMPLE]) is not None


def _marked(content: bytes) -> Decoded | None:
    for mark, name in _MARKS:
        if content.startswith(mark):
            return _decoded(content[len(mark) :], name)
    return None


def _unmarked(content: bytes) -> Decoded | None:
    """Decode what valid UTF-8 would hide: UTF-16 and UTF-32 by their zeros, ISO-2022-JP."""
    if name := _by_zeros(content[:_SAMPLE]):
        return _decoded(content, name)
    if content.isascii() and b"\x1b$" in content:
        read = _decoded(content, "iso-2022-jp")
        return None if read.damaged else read
    return None


def _by_zeros(sample: bytes) -> str | None:
    """
    Tell UTF-16 and UTF-32 by where zeros stand: ASCII, of which all pages have some, has one.

    Some pages of single bytes have a zero here and there.
    """
    if 0 not in sample or len(_OF_BYTES.findall(sample)) >= sample.count(0):
        return None
    zeros = [sample[place::4].count(0) for place in range(4)]
    least = len(sample) // 4
    if min(zeros[2:]) >= least > max(zeros[:2]):
        return "utf-32le"
    if min(zeros[:2]) >= least > max(zeros[2:]):
        return "utf-32be"
    little, big = _by_pairs(sample, "utf-16le"), _by_pairs(sample, "utf-16be")
    return (big if big[0] > little[0] else little)[1]


def _by_pairs(sample: bytes, name: str) -> tuple[int, str | None]:
    """Score a sample as UTF-16: ASCII speaks for it, what is no text against it."""
    text = sample[: len(sample) // 2 * 2].decode(name, "replace")
    plain = len(text.encode("ascii", "ignore"))
    odd = sum(1 for _ in _NO_TEXT.finditer(text))
    is_text = plain > odd and odd * _FEW <= len(text)
    return plain - 10 * odd, name if is_text else None


def _as_utf8(content: bytes) -> Decoded | None:
    """Decode valid UTF-8; a last character that is cut off is let go."""
    try:
        text = content.decode("utf-8")
        is_twice = "\x80" in text and may_be_twice(content)  # the first is told much faster
        return Decoded(once(text) if is_twice else text, "utf-8", is_exact=not is_twice)
    except UnicodeDecodeError as error:
        if error.reason == "unexpected end of data" and error.start:
            return Decoded(content[: error.start].decode("utf-8"), "utf-8")
        return None


def _nearly_utf8(content: bytes, *, likely: bool) -> Decoded | None:
    """Decode UTF-8 of which few bytes are bad: text of other encodings is hardly ever that."""
    read = _decoded(content, "utf-8")
    foreign = len(read.text) - len(read.text.encode("ascii", "ignore"))
    return read if foreign - read.damaged >= read.damaged * (2 if likely else 5) else None


def _declared(content: bytes, header: str | None, *, is_markup: bool) -> list[str]:
    """Give the encodings that the page is said to be in, the most trusted first."""
    in_header = _CHARSET.search(header or "")
    stated = known(in_header[1] if in_header else header)
    # An encoding of two-byte units that shows no zeros is none.
    names = [stated] if stated and not stated.startswith("utf-16") else []
    if is_markup and (name := known(_in_markup(content[:_META_WITHIN]))):
        # Bytes that a page can state its UTF-16 in are none.
        names.append("utf-8" if name.startswith("utf-16") else name)
    return names


def _in_markup(start: bytes) -> str | None:
    if xml := _XML.match(start):
        return xml[1].decode("latin-1")
    for found in _HIDDEN_OR_META.finditer(start):
        attributes = (found[2] or b"").decode("latin-1")
        label = _CHARSET.search(attributes)
        is_content = label and re.search(r"\bcontent\s*=", attributes[: label.start() + 1])
        if label and (not is_content or _CONTENT_TYPE.search(attributes)):
            return label[1]
    return None


def _best(content: bytes, names: list[str]) -> Decoded:
    """Decode by the first encoding that gives plausible text, else by that which is least odd."""
    sample = _telling(content)
    shares: dict[str, float] = {}
    for name in _candidates(sample, names):
        shares.setdefault(name, oddity(_decoded(sample, name).text, name))
        if shares[name] <= (_ODD_SHARE if name in names else _ODD_SHARE / 2):
            return _decoded(content, name)
    best = min(shares, key=lambda name: shares[name])
    is_much = len(sample) > max(_MUCH, len(content) * _GARBAGE_SHARE)
    if is_much and shares[best] > _NOISE_SHARE:
        raise Refused("undecodable", "decode", _NO_CHARSET.format(best))
    return _decoded(content, best)


def _candidates(sample: bytes, names: list[str]) -> Iterator[str]:
    yield from (name for name in names if name != "utf-8")
    yield from _detected(sample)
    yield from (_DEFAULT, _UNDETECTED)


def _detected(sample: bytes) -> Iterator[str]:
    import chardet  # noqa: PLC0415  # its models take longer to load than most pages to read

    for guess in chardet.detect_all(sample, ignore_threshold=True)[:8]:
        label = (guess["encoding"] or "").lower()
        name = known(_DETECTED.get(label, label))
        if name and name != "utf-8":
            yield name


def _telling(content: bytes) -> bytes:
    """Give the pieces of text that are not ASCII: the others tell nothing."""
    pieces: list[bytes] = []
    room = _SAMPLE
    for found in _PIECE.finditer(content):
        piece = found[0]
        if not piece.isascii():
            pieces.append(piece if len(piece) <= room else _cut(piece, room))
            room -= len(piece)
            if room <= 0:
                break
    return b"\n".join(pieces)


def _cut(piece: bytes, room: int) -> bytes:
    """Cut where no character of several bytes is split: before the first, and at a space."""
    first = re.search(rb"[\x80-\xff]", piece)
    part = piece[max(0, first.start() - 100 if first else 0) :][:room]
    return part.rpartition(b" ")[0] or part


def _decoded(content: bytes, name: str) -> Decoded:
    if name == _DEFAULT:
        return Decoded(codecs.charmap_decode(content, "strict", _WINDOWS_1252)[0], name)
    tables = _CODECS.get(name, (name,))
    for table in tables:
        try:
            return Decoded(content.decode(table), name)
        except UnicodeDecodeError:
            continue
    text = content.decode(tables[0], "replace")
    return Decoded(text, name, text.count("\ufffd"))


def _checked(read: Decoded) -> Decoded:
    garbage = sum(1 for _ in GARBAGE.finditer(read.text))
    if garbage > max(_FEW, len(read.text) * _GARBAGE_SHARE):
        raise Refused("undecodable", "decode", _NO_CHARSET.format(read.charset))
    return read
