"""What kind of bytes these are: markup, plain text, or neither."""

import re

from copydesk.errors import Refused

HTML, TEXT = "text/html", "text/plain"

_MAGIC = (
    (b"%PDF-", "a PDF"), (b"\x89PNG\r\n", "a PNG picture"), (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF87a", "a GIF picture"), (b"GIF89a", "a GIF picture"), (b"PK\x03\x04", "a ZIP archive"),
    (b"\x1f\x8b", "gzip data"), (b"\x7fELF", "a program"), (b"MZ\x90", "a program"), (b"RIFF", "a media file"),
    (b"OggS", "a media file"), (b"ID3", "a media file"), (b"BZh", "bzip2 data"), (b"\xfd7zXZ", "xz data"),
    (b"(\xb5/\xfd", "zstd data"), (b"SQLite format 3\x00", "an SQLite database"), (b"7z\xbc\xaf", "a 7z archive"),
    (b"\xd0\xcf\x11\xe0", "an old office document"), (b"wOF2", "a font"), (b"\x00\x01\x00\x00", "a font"),
)  # fmt: skip
_CONTROLS = bytes({*range(9), 11, *range(14, 27), *range(28, 32)})
_MARKUP = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|title|meta|link|script|style|div|span|p|a|h[1-6]|article|section|main|"
    rb"header|footer|nav|ul|ol|li|table|tr|td|br|hr|img|b|i|em|strong|form|iframe|font|center|blockquote)(?=[\s/>])",
    re.IGNORECASE,
)
_SAMPLE = 65_536
_TOO_MANY = 0.1


def media_type(stated: str | None, content: bytes) -> str:
    """Give ``text/plain`` or ``text/html``: as stated, else markup where any of its tags is seen."""
    bare = (stated or "").partition(";")[0].strip().lower()
    if bare == TEXT:
        return TEXT
    if "html" in bare or bare.endswith("xml"):
        return HTML
    sample = content[:_SAMPLE].replace(b"\x00", b"")
    return HTML if _MARKUP.search(sample) else TEXT


def refuse_binary(content: bytes) -> None:
    """
    Let text pass.

    Raises:
        Refused: ``binary``, if the first bytes name a format that is no text, or too many of them
            are controls that no text has.
    """
    for magic, what in _MAGIC:
        if content.startswith(magic):
            raise Refused("binary", "decode", f"this is {what}, no page of text")
    sample = content[:_SAMPLE]
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    zeros = (sample[::2].count(0), sample[1::2].count(0))
    is_wide = max(zeros) > len(sample) * 0.2 > 2 * min(zeros)  # UTF-16: one byte of two
    if controls > len(sample) * _TOO_MANY and not is_wide:
        raise Refused(
            "binary",
            "decode",
            f"{controls} of the first {len(sample)} bytes are controls; this is no text",
        )
