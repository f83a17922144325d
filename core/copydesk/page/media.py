"""What kind of bytes these are: markup, plain text, or neither."""

import re
from typing import Final

from copydesk.errors import Refused
from copydesk.page.charset import is_wide

HTML: Final = "text/html"
TEXT: Final = "text/plain"

_READABLE: Final = {HTML, TEXT, "application/xhtml+xml", "application/xml", "text/xml"}
_MAGIC: Final = (
    (b"%PDF-", "a PDF document"),
    (b"\x89PNG\r\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF87a", "a GIF picture"),
    (b"GIF89a", "a GIF picture"),
    (b"II*\0", "a TIFF picture"),
    (b"MM\0*", "a TIFF picture"),
    (b"PK\x03\x04", "a ZIP archive"),
    (b"PK\x05\x06", "an empty ZIP archive"),
    (b"\x1f\x8b", "gzip data"),
    (b"BZh", "bzip2 data"),
    (b"\xfd7zXZ", "xz data"),
    (b"(\xb5/\xfd", "zstd data"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"\xca\xfe\xba\xbe", "a program"),
    (b"\0asm", "a program"),
    (b"OggS", "a recording"),
    (b"ID3", "a recording"),
    (b"fLaC", "a recording"),
    (b"\x1aE\xdf\xa3", "a film"),
    (b"FLV\x01", "a film"),
    (b"SQLite format 3\0", "an SQLite database"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document"),
    (b"wOFF", "a font"),
    (b"wOF2", "a font"),
    (b"OTTO\0", "a font"),
    (b"\0\x01\0\0", "a font"),
)
_MAGIC_INSIDE: Final = re.compile(rb"....ftyp|RIFF....(?:WAVE|AVI |WEBP)", re.DOTALL)
_CONTROLS: Final = bytes({*range(9), 11, *range(14, 27), *range(28, 32)})
_MARKUP: Final = re.compile(
    rb"<!doctype\s+html|<!--|<\?xml\s|<(?:html|head|body|title|meta|link|script|style|base|div|span|p"
    rb"|a|h[1-6]|article|section|main|header|footer|nav|aside|ul|ol|li|dl|dt|dd|table|tr|td|br|hr"
    rb"|img|b|i|em|strong|form|iframe|font|center|blockquote|pre|figure)(?=[\s/>])",
    re.IGNORECASE,
)
_SAMPLE, _SNIFFED = 65_536, 2**20
_TOO_MANY: Final = 0.02


def media_type(stated: str | None, content: bytes) -> str:
    """
    Give a page's media type, lower-case and without parameters.

    What is stated holds if it is HTML, XML or plain text.  Else it is told from the bytes: HTML,
    unless nothing in them looks like a tag of HTML.
    """
    bare = (stated or "").partition(";")[0].strip().lower()
    if bare in _READABLE:
        return bare
    # The zeros of UTF-16 would hide the tags.
    return HTML if _MARKUP.search(content[:_SNIFFED].replace(b"\0", b"")) else TEXT


def refuse_binary(content: bytes) -> None:
    """
    Let text pass, in whatever encoding.

    Raises:
        Refused: ``binary``, if the first bytes name a format that is no text, or too many of them
            are controls that no text has.
    """
    what = next((what for magic, what in _MAGIC if content.startswith(magic)), None)
    if what or _MAGIC_INSIDE.match(content):
        raise Refused("binary", "decode", f"this is {what or 'a film or picture'}, no text")
    sample = content[:_SAMPLE]
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    if controls > len(sample) * _TOO_MANY and not is_wide(content):
        raise Refused(
            "binary",
            "decode",
            f"{controls:,} of the first {len(sample):,} bytes are controls; this is no text",
        )
