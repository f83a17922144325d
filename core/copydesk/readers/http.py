"""A saved HTTP response: its head, and its body with what was done to it on the wire undone."""

import importlib
import io
import re
import zlib
from dataclasses import dataclass
from typing import Any

from copydesk.errors import Refused
from copydesk.readers.regular import MAX_BYTES, must_fit

_STATUS_LINE = re.compile(rb"HTTP/\d(?:\.\d)? +(\d{3})(?!\d)")
_CHUNK = re.compile(rb"[ \t]*([0-9A-Fa-f]{1,8})[ \t]*(?:;[^\r\n]{0,200})?\r?\n")
_FOLD = re.compile(r"\r?\n[ \t]+")
_DECOMPRESSED = "its body, decompressed, has at least"


@dataclass(frozen=True, slots=True)
class Head:
    """Status and headers of a response, in their order."""

    status: int
    headers: tuple[tuple[str, str], ...]

    @classmethod
    def parse(cls, head: bytes) -> "Head | None":
        """Read the lines up to the empty one; None if this is no response."""
        found = _STATUS_LINE.match(head)
        if not found:
            return None
        return cls(int(found[1]), fields(head.partition(b"\n")[2]))

    def value(self, name: str) -> str:
        """Give the first header of a lower-case name, empty without one."""
        return next((value for key, value in self.headers if key.lower() == name), "")


def fields(lines: bytes) -> tuple[tuple[str, str], ...]:
    """Read ``Name: value`` lines; folded ones are joined, what is none is passed over."""
    text = _FOLD.sub(" ", lines.decode("utf-8", "replace"))
    parts = (line.partition(":") for line in text.split("\n"))
    return tuple((name.strip(), value.strip()) for name, colon, value in parts if colon)


def body_of(head: Head, body: bytes) -> bytes:
    """
    Undo the transfer coding and the content coding of a body.

    Archives often keep the header and the body already decoded: what does not look coded is left.

    Raises:
        Refused: ``too_large``.
        OSError: if the coded data is broken, or the coding is not known.
    """
    if "chunked" in head.value("transfer-encoding").lower():
        body = _joined(body)
    coding = head.value("content-encoding").lower().strip()
    if coding in {"", "identity", "none", "utf-8"}:
        return body
    plain = _decoded(coding, body)
    must_fit(len(plain), _DECOMPRESSED)
    return plain


def _joined(body: bytes) -> bytes:
    """Join chunks, as far as there are any; a body that is not in chunks is left as it is."""
    parts, position = [], 0
    while found := _CHUNK.match(body, position):
        size = int(found[1], 16)
        parts.append(body[found.end() : found.end() + size])
        position = found.end() + size
        if size == 0 or position >= len(body):
            return b"".join(parts)
        position += 2 if body.startswith(b"\r\n", position) else 1
    return b"".join(parts) if len(parts) > 1 else body


def _decoded(coding: str, body: bytes) -> bytes:
    try:
        if coding in {"gzip", "x-gzip"}:
            return _inflated(body, 31) if body.startswith(b"\x1f\x8b") else body
        if coding == "deflate":
            return _deflated(body)
        if coding == "br":
            return bytes(_module("brotli").Decompressor().process(body, output_buffer_limit=_MOST))
        if coding == "zstd":
            return _unzstd(body)
    except (Refused, OSError):
        raise
    except Exception as error:
        raise OSError(0, f"its {coding} data is broken: {error}") from error
    raise OSError(0, f"its body is coded by {coding}, which is not read")


_MOST = MAX_BYTES + 1


def _inflated(body: bytes, bits: int) -> bytes:
    inflate = zlib.decompressobj(bits)
    plain = inflate.decompress(body, _MOST)
    if not inflate.eof and len(plain) < _MOST:
        raise OSError(0, "its compressed body ends too early")
    return plain


def _deflated(body: bytes) -> bytes:
    """Inflate with zlib's head, as the standard wants it, or without, as some servers send it."""
    try:
        return _inflated(body, 15)
    except zlib.error:
        return _inflated(body, -15)


def _unzstd(body: bytes) -> bytes:
    reader = _module("zstandard").ZstdDecompressor(max_window_size=2**27)
    with reader.stream_reader(io.BytesIO(body), read_across_frames=True) as plain:
        return bytes(plain.read(_MOST))


def _module(name: str) -> Any:  # noqa: ANN401  # neither has types of its own
    try:
        return importlib.import_module(name)
    except ImportError as error:
        what = "Brotli" if name == "brotli" else "Zstandard"
        raise OSError(
            0, f"its body is compressed by {what}; pip install 'copydesk[warc]' reads it"
        ) from error
