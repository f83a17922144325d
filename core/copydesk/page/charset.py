"""From bytes to text: mark, valid UTF-8, header, meta, detector, in this order of trust."""

import codecs
import re
from collections.abc import Iterator

import chardet
import webencodings

from copydesk.errors import Refused

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# WHATWG's decoders read more than Python's codecs of the same name.
_CODECS = {
    "shift_jis": "cp932", "euc-kr": "cp949", "gbk": "gb18030", "big5": "big5hkscs", "windows-874": "cp874",
    "macintosh": "mac-roman", "x-mac-cyrillic": "mac-cyrillic", "iso-8859-8-i": "iso-8859-8",
}  # fmt: skip
_HIDDEN = re.compile(
    rb"<!--.*?(?:-->|\Z)|<(script|style)\b.*?(?:</\1|\Z)", re.DOTALL | re.IGNORECASE
)
_META = re.compile(
    rb"<meta\b[^>]*?\bcharset\s*=\s*[\"']?\s*([A-Za-z0-9_.:()-]{2,40})", re.IGNORECASE
)
_LABEL = re.compile(r"charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:()-]{2,40})", re.IGNORECASE)
_META_WITHIN, _SAMPLE = 65_536, 32_768
_BAD_SHARE, _GARBAGE_SHARE = 0.01, 0.1
_DEFAULT = "windows-1252"


def decode(content: bytes, *, header: str | None = None, is_markup: bool = True) -> tuple[str, str]:
    """
    Decode a page.

    Args:
        content: The page's bytes.
        header: A charset label, or a Content-Type that may hold one.
        is_markup: Whether a ``<meta>`` may name the charset.

    Returns:
        The text and the name of the encoding used.

    Raises:
        Refused: ``undecodable``, if what comes out is mostly no text.
    """
    mark = next(((m, name) for m, name in _MARKS if content.startswith(m)), None)
    if mark:
        return content[len(mark[0]) :].decode(mark[1], "replace"), mark[1]
    if wide := _without_mark(content):
        return content.decode(wide, "replace"), wide
    if (text := _as_utf8(content)) is not None:
        return text, "utf-8"
    for name in _candidates(content, header, is_markup=is_markup):
        text = _decoded(content, name)
        if not (name == "utf-8" and text.count("\ufffd") > _BAD_SHARE * len(text)):
            return _checked(text), name
    return _checked(_decoded(content, _DEFAULT)), _DEFAULT


def known(label: str | None) -> str | None:
    """Look a label up in WHATWG's table, and nowhere else."""
    encoding = webencodings.lookup(label.strip()) if label and label.isascii() else None
    return (
        encoding.name
        if encoding and encoding.name not in {"x-user-defined", "replacement"}
        else None
    )


def _candidates(content: bytes, header: str | None, *, is_markup: bool) -> Iterator[str]:
    in_header = _LABEL.search(header or "")
    labels = [in_header[1] if in_header else header]
    if is_markup and (meta := _META.search(_HIDDEN.sub(b"", content[:_META_WITHIN]))):
        labels.append(meta[1].decode("ascii"))
    for label in labels:
        if name := known(label):
            # Bytes that a page can state its UTF-16 in are none.
            yield "utf-8" if name.startswith("utf-16") else name
    if told := known(_detected(content)):
        yield told


def _detected(content: bytes) -> str | None:
    """Ask the detector about the bytes that say something: those around the first foreign ones."""
    first = next(re.finditer(rb"[\x80-\xff]", content), None)
    start = max(0, (first.start() if first else 0) - 1_000)
    label = chardet.detect(content[start : start + _SAMPLE])["encoding"]
    return {"CP932": "shift_jis", "CP949": "euc-kr", "CP874": "windows-874"}.get(
        (label or "").upper(), label
    )


def _decoded(content: bytes, name: str) -> str:
    codec = _CODECS.get(name, name)
    try:
        return content.decode(codec, "replace") if name != _DEFAULT else _windows_1252(content)
    except LookupError:
        return content.decode("utf-8", "replace")


def _windows_1252(content: bytes) -> str:
    """The five bytes that the code page leaves open are C1 controls, as the standard says."""
    return content.decode("cp1252", "surrogateescape").translate(
        {0xDC00 + n: n for n in range(0x80, 0xA0)}
    )


def _as_utf8(content: bytes) -> str | None:
    """Decode valid UTF-8; a last character that is cut off is let go."""
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.reason == "unexpected end of data":
            return content[: error.start].decode("utf-8")
        return None


def _without_mark(content: bytes) -> str | None:
    """Tell UTF-16 without a mark: of ASCII's characters every other byte is zero."""
    sample = content[:4_096]
    half = len(sample) // 2
    if half < 8:  # noqa: PLR2004  # too little to tell
        return None
    if sample[1::2].count(0) > half * 0.6 and sample[::2].count(0) < half * 0.1:
        return "utf-16-le"
    return (
        "utf-16-be"
        if sample[::2].count(0) > half * 0.6 and sample[1::2].count(0) < half * 0.1
        else None
    )


def _checked(text: str) -> str:
    bad = text.count("\ufffd")
    if bad > 20 and bad > len(text) * _GARBAGE_SHARE:  # noqa: PLR2004  # a few bad bytes are damage
        raise Refused(
            "undecodable",
            "decode",
            f"{bad} of {len(text)} characters fit no known charset; state the right one",
        )
    return text
