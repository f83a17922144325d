"""Hostile files: compressed, archived, cut, encrypted, lying, and such as are no files at all."""

import gzip
import io
import json
import lzma
import os
import random
import socket
import struct
import tarfile
import zipfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from tests.archives import record, response
from tests.hostile import Case, page, tells

SIZE = 2**24
LARGE = b" " * (SIZE + 1)
NOISE = random.Random(6).randbytes(9_000)  # noqa: S311  # the same every time
Pages = tuple[tuple[str, bytes], ...]


def cases() -> Iterator[Case]:
    """Give them all."""
    every = (_PLAIN, _ZIPS, _TARS, _WARCS, _MHTML, _ROWS)
    for made in every:
        for name, (content, outcomes) in made.items():
            yield Case(name, content, outcomes, check=tells)
    for name, (put, outcomes) in _SPECIAL.items():
        yield Case(name, put, outcomes, check=tells, is_put=True)


def _numbered(number: int) -> bytes:
    return page().replace(b"<h1>", b"<h1>%d: " % number)


def _members(*names: str) -> Pages:
    return tuple((name, page()) for name in names)


def _bomb(size: int = 50) -> bytes:
    file = io.BytesIO()
    with gzip.open(file, "wb", compresslevel=1) as stream:
        for _ in range(size):
            stream.write(bytes(2**20))
    return file.getvalue()


def _broken_sum() -> bytes:
    content = bytearray(gzip.compress(page()))
    content[-6] ^= 0xFF
    return bytes(content)


_Files = dict[str, tuple[Callable[[], bytes], tuple[str, ...]]]

_PLAIN: _Files = {
    "gzip/cut.html.gz": (lambda: gzip.compress(page())[:-20], ("unreadable",)),
    "gzip/head.html.gz": (lambda: gzip.compress(page())[:8], ("unreadable",)),
    "gzip/sum.html.gz": (_broken_sum, ("unreadable",)),
    "gzip/junk-behind.html.gz": (lambda: gzip.compress(page()) + b"junk", ("unreadable",)),
    "gzip/zeros-behind.html.gz": (lambda: gzip.compress(page()) + bytes(512), ("article",)),
    "gzip/bomb.html.gz": (_bomb, ("too_large",)),
    "gzip/bomb.html": (_bomb, ("too_large",)),
    "gzip/members.html.gz": (
        lambda: gzip.compress(page()) + gzip.compress(b" ") * 5_000, ("article",),
    ),
    "gzip/empty.html.gz": (lambda: gzip.compress(b""), ("empty",)),
    "gzip/name.html.gz": (page, ("article",)),
    "size/most.html": (lambda: page() + b" " * (SIZE - len(page())), ("article",)),
    "size/one-more.html": (lambda: page() + b" " * (SIZE + 1 - len(page())), ("too_large",)),
    "size/one-more.txt": (lambda: LARGE, ("too_large",)),
}  # fmt: skip


def _zip(members: Iterable[tuple[str, bytes]], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        for name, content in members:
            archive.writestr(zipfile.ZipInfo(name), content, method)
    return file.getvalue()


def _zip_entry(at: int, form: str, value: int, mode: int | None = None) -> bytes:
    """Give an archive of two pages, the directory's entry of the first with another value."""
    content = bytearray(_zip(_members("a.html", "b.html")))
    entry = content.index(b"PK\x01\x02")
    struct.pack_into(form, content, entry + at, value)
    if mode is not None:
        content[entry + 5] = 3  # made on a Unix
    return bytes(content)


def _overlapping() -> bytes:
    content = _zip(_members("a.html", "b.html"))
    start = content.index(b"PK\x01\x02")
    entry = content[start : content.index(b"PK\x01\x02", start + 1)]
    end = bytearray(content[content.index(b"PK\x05\x06") :])
    struct.pack_into("<HHL", end, 8, 22, 22, len(content) - start - len(end) + 20 * len(entry))
    return content[: -len(end)] + entry * 20 + bytes(end)


def _nested(depth: int) -> bytes:
    content = _zip(_members("in.html"))
    for level in range(depth - 1):
        content = _zip((("a.html", page()), (f"{level}.zip", content)))
    return content


def _zip_twice() -> bytes:
    return _zip(_members("a.html", "b.html")).replace(b"b.html", b"a.html")


def _zip_end(**changes: int) -> bytes:
    content = bytearray(_zip(_members("a.html")))
    end = content.index(b"PK\x05\x06")
    for name, value in changes.items():
        struct.pack_into("<L", content, end + {"size": 12, "start": 16}[name], value)
    return bytes(content)


_ONE_LOST = ("unreadable", "article")
_ZIPS: _Files = {
    "zip/names.zip": (
        lambda: _zip(
            _members("/etc/passwd", "../../up.html", "C:\\a.html", "a\x1b[31m\n.html", "n" * 60_000)
        ),
        ("article",) * 5,
    ),
    "zip/same-names.zip": (_zip_twice, ("article",) * 2),
    "zip/bomb.zip": (
        lambda: _zip((("a.html", bytes(50 * 2**20)), *_members("b.html"))),
        ("too_large", "article"),
    ),
    "zip/bomb-within.zip": (
        lambda: _zip((("a.html.gz", _bomb()), *_members("b.html"))),
        ("too_large", "article"),
    ),
    "zip/lies.zip": (lambda: _zip_entry(24, "<L", 100), _ONE_LOST),
    "zip/lies-more.zip": (lambda: _zip_entry(24, "<L", 16_000_000), _ONE_LOST),
    "zip/sum.zip": (lambda: _zip_entry(16, "<L", 1), _ONE_LOST),
    "zip/encrypted.zip": (lambda: _zip_entry(8, "<H", 1), _ONE_LOST),
    "zip/method.zip": (lambda: _zip_entry(10, "<H", 99), _ONE_LOST),
    "zip/link.zip": (lambda: _zip_entry(38, "<L", 0o120777 << 16, mode=1), _ONE_LOST),
    "zip/device.zip": (lambda: _zip_entry(38, "<L", 0o020666 << 16, mode=1), _ONE_LOST),
    "zip/offset.zip": (lambda: _zip_entry(42, "<L", 0x7FFFFFFF), _ONE_LOST),
    "zip/overlapping.zip": (
        _overlapping,
        ("unreadable", "article", *("unreadable",) * 20),
    ),
    "zip/cut.zip": (lambda: _zip(_members("a.html"))[:-30], ("unreadable",)),
    "zip/end-missing.zip": (
        lambda: _zip(_members("a.html")).partition(b"PK\x05\x06")[0],
        ("unreadable",),
    ),
    "zip/directory-large.zip": (lambda: _zip_end(size=0xFFFFFFF0), ("unreadable",)),
    "zip/directory-elsewhere.zip": (lambda: _zip_end(start=0xFFFFFFF0), ("unreadable",)),
    "zip/empty.zip": (lambda: _zip(()), ("unreadable",)),
    "zip/nothing.zip": (lambda: b"", ("unreadable",)),
    "zip/page.zip": (page, ("unreadable",)),
    "zip/two-deep.zip": (lambda: _nested(2), ("article", "article")),
    "zip/three-deep.zip": (lambda: _nested(3), ("article", "article", "unreadable")),
    "zip/ten-deep.zip": (lambda: _nested(10), ("article", "article", "unreadable")),
    "zip/mixed.zip": (
        lambda: _zip(
            (
                ("a.png", b"\x89PNG\r\n\x1a\n\0"),
                ("b.html", b""),
                ("c.html.gz", gzip.compress(page())[:40]),
                ("d.tar", b"junk" * 200),
                *_members("e.html"),
            )
        ),
        ("binary", "empty", "unreadable", "bad_record", "article"),
    ),
    "zip/two-thousand.zip": (
        lambda: _zip(((f"{n}.html", b"") for n in range(2_000)), zipfile.ZIP_STORED),
        ("empty",) * 2_000,
    ),
}


def _tar(members: Iterable[tuple[str, bytes]], **first: object) -> bytes:
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w") as tar:
        for name, content in members:
            info = tarfile.TarInfo(name)
            info.size = len(content)
            for key, value in first.items():
                setattr(info, key, value)
            first = {}
            tar.addfile(info, io.BytesIO(content))
    return file.getvalue()


def _tar_kind(type_: bytes) -> bytes:
    return _tar((("a.html", b""), ("b.html", page())), type=type_, linkname="/etc/passwd")


def _tar_at(at: int, value: bytes, *, summed: bool = True) -> bytes:
    content = bytearray(_tar(_members("a.html", "b.html")))
    content[at : at + len(value)] = value
    if summed:
        content[148:156] = b" " * 8
        content[148:156] = b"%06o\0 " % sum(content[:512])
    return bytes(content)


def _large_note() -> bytes:
    name = tarfile.TarInfo("././@LongLink")
    name.type, name.size = b"L", 2**20
    return name.tobuf(tarfile.USTAR_FORMAT) + b"a" * 2**20 + _tar(_members("a.html"))


_TARS: _Files = {
    "tar/names.tar": (
        lambda: _tar(_members("/etc/passwd", "../up.html", "a\x1b[31m\n.html", "n" * 5_000)),
        ("article",) * 4,
    ),
    "tar/link.tar": (lambda: _tar_kind(tarfile.SYMTYPE), _ONE_LOST),
    "tar/hard-link.tar": (lambda: _tar_kind(tarfile.LNKTYPE), _ONE_LOST),
    "tar/device.tar": (lambda: _tar_kind(tarfile.CHRTYPE), _ONE_LOST),
    "tar/block-device.tar": (lambda: _tar_kind(tarfile.BLKTYPE), _ONE_LOST),
    "tar/pipe.tar": (lambda: _tar_kind(tarfile.FIFOTYPE), _ONE_LOST),
    "tar/sparse.tar": (lambda: _tar_kind(tarfile.GNUTYPE_SPARSE), _ONE_LOST),
    "tar/sum.tar": (lambda: _tar_at(0, b"x", summed=False), ("bad_record", "article")),
    "tar/size.tar": (lambda: _tar_at(124, b"\x80" + b"\xff" * 11), ("too_large",)),
    "tar/size-negative.tar": (lambda: _tar_at(124, b"\xff" * 12), ("too_large|bad_record",)),
    "tar/size-beyond.tar": (lambda: _tar_at(124, b"00077777777\0"), ("unreadable",)),
    "tar/size-word.tar": (lambda: _tar_at(124, b"eleven bytes"), ("bad_record", "article")),
    "tar/large-note.tar": (_large_note, ("bad_record", "article")),
    "tar/large-member.tar": (
        lambda: _tar((("a.html", LARGE), *_members("b.html"))), ("too_large", "article"),
    ),
    "tar/cut.tar": (lambda: _tar(_members("a.html", "b.html"))[:2_500], ("article", "unreadable")),
    "tar/cut.tar.gz": (
        lambda: gzip.compress(_tar((("a.html", page()), ("b.html", NOISE))))[:-5_000],
        ("article", "bad_record", "bad_record"),
    ),
    "tar/junk.tar.gz": (lambda: b"junk" * 1_000, ("unreadable|bad_record",)),
    "tar/junk.tar.xz": (lambda: lzma.compress(b"junk" * 1_000)[:-9], ("bad_record",) * 2),
    "tar/cut.tar.bz2": (lambda: b"BZh91AY&SY", ("bad_record|unreadable",)),
    "tar/zeros.tar.gz": (lambda: _bomb(20), ("unreadable",)),
    "tar/zeros.tar": (lambda: bytes(2**20), ("unreadable",)),
    "tar/nothing.tar": (lambda: b"", ("unreadable",)),
    "tar/page.tar": (lambda: page() * 2, ("bad_record",)),
    "tar/bomb-within.tar": (
        lambda: _tar((("a.html.gz", _bomb()), *_members("b.html"))), ("too_large", "article"),
    ),
    "tar/three-deep.tgz": (
        lambda: gzip.compress(_tar((("a.zip", _nested(2)), *_members("b.html")))),
        ("article", "unreadable", "article"),
    ),
}  # fmt: skip


def _three(make: Callable[[bytes, str], bytes], *, packed: bool = False) -> bytes:
    """Give a WARC of three records, the second as it is made of a page and an address."""
    url = "https://harbour.example/{}".format
    records = [
        record(response(_numbered(1)), url(1)),
        make(_numbered(2), url(2)),
        record(response(_numbered(3)), url(3)),
    ]
    return b"".join(gzip.compress(r) if packed else r for r in records)


def _second(*headers: str, **more: object) -> Callable[[], bytes]:
    body = more.pop("body", None)
    return lambda: _three(
        lambda page, url: record(response(body or page, *headers, **more), url)  # type: ignore[arg-type]
    )


def _record(*headers: str, **more: object) -> Callable[[], bytes]:
    return lambda: _three(lambda page, url: record(response(page), url, *headers, **more))  # type: ignore[arg-type]


def _packed_second(change: Callable[[bytes], bytes]) -> Callable[[], bytes]:
    def made() -> bytes:
        one, two, three = (
            gzip.compress(record(response(_numbered(n)), f"https://harbour.example/{n}"))
            for n in (1, 2, 3)
        )
        return one + change(two) + three

    return made


_ENDLESS = b"WARC/1.0\r\nWARC-Type: response\r\nX: " + b"a" * 2**20 + b"\r\n\r\n"
_LOST = ("article", "bad_record", "article")
_TWO = ("article", "article")


def _among(code: str) -> tuple[str, str, str]:
    return ("article", code, "article")


_WARCS: _Files = {
    **{
        f"warc/length-{length or 'none'}.warc": (_record(length=length), _LOST)
        for length in (0, 100, 2_000, 10**9, 10**30, "-5", "ten", "1e3", "")
    },
    "warc/length-packed.warc.gz": (
        lambda: _three(lambda p, url: record(response(p), url, length=100), packed=True), _LOST
    ),
    "warc/length-one-member.warc.gz": (lambda: gzip.compress(_record(length=100)()), _LOST),
    "warc/member-cut.warc.gz": (_packed_second(lambda two: two[:60]), _LOST),
    "warc/member-head.warc.gz": (_packed_second(lambda two: two[:10]), _LOST),
    "warc/member-flipped.warc.gz": (
        _packed_second(lambda two: two[:100] + bytes([two[100] ^ 0xFF]) + two[101:]), _LOST
    ),
    "warc/file-cut.warc.gz": (lambda: _packed_second(bytes)()[:-40], ("article",) * 2 + ("bad_record",)),
    "warc/endless-header.warc": (lambda: _three(lambda *_: _ENDLESS), _LOST),
    "warc/many-headers.warc": (_record(*(f"X-{n}: a" for n in range(20_000))), _LOST),
    "warc/junk.warc": (lambda: _three(lambda *_: b"lost\r\n" * 5_000), _LOST),
    "warc/zeros.warc": (lambda: _three(lambda *_: bytes(10_000)), _LOST),
    "warc/no-http.warc": (lambda: _three(record), _LOST),
    "warc/revisit.warc": (_record(kind="revisit"), _among("revisit")),
    "warc/request.warc": (_record(kind="request"), _TWO),
    "warc/metadata.warc": (_record(kind="metadata", content_type="text/plain"), _TWO),
    "warc/unknown-kind.warc": (_record(kind="\x1b[31m"), _TWO),
    "warc/dns.warc": (
        lambda: _three(lambda _, __: record(b"a", "dns:a", content_type="text/dns")), _TWO
    ),
    "warc/no-pages.warc": (
        lambda: record(b"a: b", kind="warcinfo", content_type="application/warc-fields"),
        ("unreadable",),
    ),
    "warc/404.warc": (_second(status="404 Not Found"), _among("error_page")),
    "warc/403.warc": (_second(status="403 Forbidden"), _among("blocked")),
    "warc/503.warc": (_second(status="503 Busy"), _among("error_page")),
    "warc/status-none.warc": (_second(status="2000000 OK"), _LOST),
    "warc/picture.warc": (_second(mime="image/png"), _TWO),
    "warc/punycode.warc": (_second(mime="text/html; charset=punycode"), ("article",) * 3),
    "warc/label-long.warc": (
        _second(mime="text/html; charset=" + "a" * 10_000), ("article",) * 3
    ),
    "warc/gzip-bomb.warc": (_second("Content-Encoding: gzip", body=_bomb()), _among("too_large")),
    "warc/gzip-cut.warc": (
        _second("Content-Encoding: gzip", body=gzip.compress(page())[:-30]), _among("unreadable")
    ),
    "warc/deflate-junk.warc": (
        _second("Content-Encoding: deflate", body=b"junk"), _among("unreadable")
    ),
    "warc/coding-unknown.warc": (_second("Content-Encoding: rot13"), _among("unreadable")),
    "warc/codings-many.warc": (
        _second("Content-Encoding: " + "gzip, " * 5_000 + "gzip", body=_bomb(1)),
        _among("unreadable"),
    ),
    "warc/chunks-wrong.warc": (
        _second("Transfer-Encoding: chunked", body=b"ffffffff\r\n" + page()), ("article",) * 3
    ),
    "warc/chunks-none.warc": (_second("Transfer-Encoding: chunked"), ("article",) * 3),
    "warc/large.warc": (_second(body=LARGE), _among("too_large")),
    "warc/uri-script.warc": (
        lambda: _three(lambda p, _: record(response(p), "javascript:alert(1)")), _TWO
    ),
    **{
        f"warc/date-{date}.warc": (
            lambda date=date: _record()().replace(b"2024-05-01T10:00:00Z", date.encode()),  # type: ignore[misc]
            ("article",) * 3,
        )
        for date in ("0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "2022-13-45T25:61:61Z", "")
    },
    "warc/nothing.warc": (lambda: b"", ("unreadable",)),
    "warc/page.warc": (page, ("bad_record",)),
    "warc/page.warc.gz": (lambda: gzip.compress(page()), ("bad_record",)),
    "warc/lines.warc": (lambda: b"\r\n" * 100_000, ("unreadable",)),
    "warc/gzip-heads.warc.gz": (lambda: b"\x1f\x8b\x08\x1f" * 5_000, ("bad_record",)),
}  # fmt: skip

_HEAD = "From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: {}\r\n\r\n"
_RELATED = 'multipart/related; boundary="B"'


def _mhtml(*parts: tuple[str, bytes], kind: str = _RELATED, end: bytes = b"\r\n--B--\r\n") -> bytes:
    body = b"".join(b"\r\n--B\r\n" + head.encode() + b"\r\n\r\n" + part for head, part in parts)
    return _HEAD.format(kind).encode() + body + end


_PART = "Content-Type: text/html\r\nContent-Location: https://harbour.example/m"
_MHTML: _Files = {
    "mhtml/whole.mhtml": (lambda: _mhtml((_PART, page())), ("article",)),
    "mhtml/no-boundary.mhtml": (lambda: _mhtml((_PART, page()), kind="multipart/related"), ("unreadable",)),
    "mhtml/no-html.mhtml": (lambda: _mhtml(("Content-Type: image/gif", b"GIF89a")), ("unreadable",)),
    "mhtml/no-parts.mhtml": (_mhtml, ("unreadable",)),
    "mhtml/base64.mhtml": (
        lambda: _mhtml((f"{_PART}\r\nContent-Transfer-Encoding: base64", b"abcde")), ("unreadable",)
    ),
    "mhtml/coding.mhtml": (
        lambda: _mhtml((f"{_PART}\r\nContent-Transfer-Encoding: x-uuencode", page())), ("article",)
    ),
    "mhtml/cut.mhtml": (lambda: _mhtml((_PART, page()), end=b""), ("article",)),
    "mhtml/parts-20000.mhtml": (
        lambda: _mhtml((_PART, page()), *[("Content-Type: a/b", b"x")] * 20_000), ("article",)
    ),
    "mhtml/html-after-20000.mhtml": (
        lambda: _mhtml(*[("Content-Type: a/b", b"x")] * 20_000, (_PART, page())),
        ("unreadable|article",),
    ),
    "mhtml/endless-header.mhtml": (
        lambda: b"MIME-Version: 1.0\r\nX: " + b"a" * 2**21, ("not_article|unreadable",)
    ),
    "mhtml/many-headers.mhtml": (
        lambda: b"X: a\r\n" * 200_000 + _mhtml((_PART, page())), ("not_article|article|unreadable",)
    ),
    "mhtml/charset.mhtml": (
        lambda: _mhtml((_PART.replace("html", "html; charset=punycode", 1), page())), ("article",)
    ),
    "mhtml/location.mhtml": (
        lambda: _mhtml((_PART.replace("https://harbour.example", "javascript:"), page())),
        ("article",),
    ),
    "mhtml/odd-parameter.mhtml": (
        lambda: _mhtml((_PART, page()), kind="multipart/related; boundary*0*=''"), ("unreadable",)
    ),
    "mhtml/within.mhtml": (
        lambda: _mhtml(('Content-Type: multipart/alternative; boundary="C"', b"--C--")),
        ("unreadable",),
    ),
    "mhtml/date.mhtml": (
        lambda: b"Date: Fri, 31 Dec 9999 23:59:59 -2359\r\n" + _mhtml((_PART, page())),
        ("article",),
    ),
    "mhtml/page.mhtml": (page, ("article",)),
    "mhtml/nothing.mhtml": (lambda: b"", ("empty",)),
}  # fmt: skip


def _row(**columns: object) -> bytes:
    return json.dumps({"html": page().decode(), **columns}).encode()


_BAD_ROWS = {
    "null": b"null",
    "list": b"[]",
    "number": b"42",
    "words": b"no JSON",
    "cut": _row()[:-20],
    "html-42": b'{"html": 42}',
    "html-missing": b'{"url": "https://harbour.example/"}',
    "url-42": _row(url=42),
    "url-list": _row(url=["https://harbour.example/"]),
    "fetched": _row(fetched="2022-13-45"),
    "fetched-42": _row(fetched=42),
    "deep": b"[" * 200_000,
    "deep-object": b'{"a":' * 200_000,
    "digits": b'{"html": %s}' % (b"9" * 10_000),
    "latin-1": b'{"html": "caf\xe9"}',
    "nul": b"\0",
}
_ROWS: _Files = {
    **{
        f"rows/{name}.jsonl": (
            lambda row=row: b"\n".join((_row(), row, _row())),  # type: ignore[misc]
            ("article", "bad_record", "article"),
        )
        for name, row in _BAD_ROWS.items()
    },
    "rows/long-line.jsonl": (
        lambda: b"\n".join((_row(), b'{"html": "%s"}' % (b"a" * 17 * 2**20), _row())),
        ("article", "too_large", "article"),
    ),
    "rows/html-large.jsonl": (
        lambda: b"\n".join((_row(), _row(html="\u20ac" * (SIZE // 3 + 9)), _row())),
        ("article", "too_large", "article"),
    ),
    "rows/html-wide.jsonl": (
        lambda: json.dumps({"html": "\u20ac" * 6_000_000}, ensure_ascii=False).encode(),
        ("too_large",),
    ),
    "rows/fetched-9999.jsonl": (
        lambda: _row(fetched="9999-12-31T23:59:59-23:59"),
        ("article",),
    ),
    "rows/fetched-1.jsonl": (lambda: _row(fetched="0001-01-01T00:00:00+23:59"), ("article",)),
    "rows/url-script.jsonl": (lambda: _row(url="javascript:alert(1)"), ("article",)),
    "rows/url-nul.jsonl": (lambda: _row(url="https://harbour.example/\0\ud800"), ("article",)),
    "rows/surrogates.jsonl": (lambda: b'{"html": "\\ud800"}', ("not_article",)),
    "rows/not-a-number.jsonl": (lambda: _row()[:-1] + b', "a": NaN}', ("article",)),
    "rows/mark.jsonl": (lambda: b"\xef\xbb\xbf" + _row(), ("article",)),
    "rows/blank-lines.jsonl": (lambda: b"\n \r\n\n" * 1_000 + _row() + b"\n" * 1_000, ("article",)),
    "rows/returns.jsonl": (lambda: _row() + b"\r\n" + _row() + b"\r\n", ("article",) * 2),
    "rows/nothing.jsonl": (lambda: b"", ("unreadable",)),
    "rows/utf-16.jsonl": (lambda: _row().decode().encode("utf-16"), ("bad_record",)),
    "rows/cut.jsonl.gz": (
        lambda: gzip.compress(_row() + b"\n" + NOISE.hex().encode())[:-5_000],
        ("article", "unreadable"),
    ),
    "rows/bomb.jsonl.gz": (_bomb, ("too_large",)),
    "rows/nothing.parquet": (lambda: b"", ("bad_record",)),
    "rows/junk.parquet": (lambda: b"PAR1" + b"junk" * 100 + b"PAR1", ("bad_record",)),
    "rows/page.parquet": (page, ("bad_record",)),
    "rows/footer.parquet": (
        lambda: b"PAR1" + b"\x15\x04" * 50 + struct.pack("<L", 2**31 - 1) + b"PAR1",
        ("bad_record",),
    ),
}


def _fifo(path: Path) -> None:
    os.mkfifo(path)


def _socket(path: Path) -> None:
    here = Path.cwd()
    os.chdir(path.parent)  # the name of a socket may be 108 bytes long
    with socket.socket(socket.AF_UNIX) as one:
        one.bind(path.name)
    os.chdir(here)


def _link(target: str) -> Callable[[Path], None]:
    return lambda path: path.symlink_to(target)


def _sparse(path: Path) -> None:
    path.touch()
    os.truncate(path, 2**40)


def _page_at(path: Path) -> None:
    path.write_bytes(page())


def _forbidden(path: Path) -> None:
    _page_at(path)
    path.chmod(0)


def _beside(sidecar: bytes, ending: str = ".json") -> Callable[[Path], None]:
    def put(path: Path) -> None:
        _page_at(path)
        path.with_name(path.name + ending).write_bytes(sidecar)

    return put


def _beside_pipe(path: Path) -> None:
    _page_at(path)
    os.mkfifo(f"{path}.url")


def _folder(path: Path) -> None:
    path.mkdir()
    _page_at(path / "a.html")


def _deep(path: Path) -> None:
    for _ in range(100):
        path.mkdir()
        path /= "d"
    _page_at(path)


_LINKED = ("unreadable",)
_SPECIAL: dict[str, tuple[Callable[[Path], None], tuple[str, ...]]] = {
    "special/pipe.html": (_fifo, ("unreadable",)),
    "special/pipe.warc.gz": (_fifo, ("unreadable",)),
    "special/socket": (_socket, ("unreadable",)),
    "special/link-loop": (_link("link-loop"), _LINKED),
    "special/link-up": (_link(".."), _LINKED),
    "special/link-nowhere.html": (_link("nowhere"), _LINKED),
    "special/link-passwd.html": (_link("/etc/passwd"), _LINKED),
    "special/link-zero.html": (_link("/dev/zero"), _LINKED),
    "special/link-root": (_link("/"), _LINKED),
    "special/sparse.html": (_sparse, ("too_large",)),
    "special/sparse.mhtml": (_sparse, ("too_large",)),
    "special/forbidden.html": (_forbidden, ("unreadable|article",)),
    "special/folder.zip": (_folder, ("article",)),
    "special/folder.warc.gz": (_folder, ("article",)),
    "special/deep": (_deep, ("article",)),
    "names/\udcff\udcfe.html": (_page_at, ("article",)),
    "names/new\nline.html": (_page_at, ("article",)),
    "names/escape\x1b[31m.html": (_page_at, ("article",)),
    "names/turned\u202elmth.html": (_page_at, ("article",)),
    "names/" + "n" * 250 + ".html": (_page_at, ("article",)),
    "names/-": (_page_at, ("article",)),
    "names/--force": (_page_at, ("article",)),
    "names/ space .html": (_page_at, ("article",)),
    "names/=cmd|calc.html": (_page_at, ("article",)),
    "names/<script>.html": (_page_at, ("article",)),
    "names/a.zip!b.html": (_page_at, ("article",)),
    "names/a%00b.html": (_page_at, ("article",)),
    "names/.hidden": (_page_at, ("article",)),
    "names/con.html.": (_page_at, ("article",)),
    "sidecars/deep.html": (_beside(b"[" * 60_000), ("article",)),
    "sidecars/url.html": (_beside(b'{"url": 42, "fetched": []}'), ("article",)),
    "sidecars/script.html": (_beside(b"URL=javascript:alert(1)", ".url"), ("article",)),
    "sidecars/large.html": (_beside(b" " * 2**20), ("article",)),
    "sidecars/pipe.html": (_beside_pipe, ("article",)),
}
