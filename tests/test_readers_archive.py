"""ZIP and tar: each member is a page or says why not, and nothing is unpacked or overrun."""

import bz2
import gzip
import io
import json
import lzma
import os
import random
import stat
import struct
import tarfile
import zipfile
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.archives import failed, page_bytes, read

from copydesk import Desk, Failure, Page
from copydesk.readers import Readers
from copydesk.readers.archive import Archives, Most
from copydesk.readers.regular import MAX_BYTES, Regular
from copydesk.streams import Ref

Pack = Callable[[Iterable[tuple[str, bytes]]], bytes]
COPY = page_bytes("copy")
TARS = ["tar", "tar.gz", "tgz", "tar.bz2", "tar.xz"]


def zipped(members: Iterable[tuple[str, bytes]], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return file.getvalue()


def tarred(
    members: Iterable[tuple[str, bytes]], form: int = tarfile.PAX_FORMAT, **more: object
) -> bytes:
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w", format=form) as tar:
        for name, content in members:
            info = tarfile.TarInfo(name)
            info.size = len(content)
            for key, value in more.items():
                setattr(info, key, value)
            tar.addfile(info, io.BytesIO(content))
    return file.getvalue()


def packed(kind: str, members: Iterable[tuple[str, bytes]]) -> bytes:
    if kind == "zip":
        return zipped(members)
    content = tarred(members)
    if kind in {"tar.gz", "tgz"}:
        return gzip.compress(content)
    if kind == "tar.bz2":
        return bz2.compress(content)
    return lzma.compress(content) if kind == "tar.xz" else content


def shown(found: Page | Failure) -> str:
    return found.code if isinstance(found, Failure) else found.content.decode("latin-1")


def names(file: Path) -> list[str]:
    return [(page.source or "").removeprefix(f"{file}!") for page in read(file)]


@pytest.mark.parametrize("kind", ["zip", *TARS])
def test_members(tmp_path: Path, kind: str) -> None:
    """Members are pages in the archive's order, labelled by it, gzip undone, kinds by their names."""
    file = tmp_path / f"a.{kind}"
    members = [("b/2.html", COPY), ("a.txt", b"plain"), ("c.html.gz", gzip.compress(COPY))]
    file.write_bytes(packed(kind, members))
    two, one, three = read(file)
    assert [two.source, one.source, three.source] == [
        f"{file}!b/2.html",
        f"{file}!a.txt",
        f"{file}!c.html.gz",
    ]
    assert [shown(page) for page in (two, one, three)] == [COPY.decode(), "plain", COPY.decode()]
    assert isinstance(one, Page)
    assert one.is_text


@pytest.mark.parametrize(("kind", "by_place"), [("zip", True), ("tar", True), ("tar.gz", False)])
def test_places(tmp_path: Path, kind: str, by_place: bool) -> None:
    """Members that can be read alone are given by place."""
    file = tmp_path / f"a.{kind}"
    file.write_bytes(packed(kind, [("a.html", COPY), ("b.html", COPY)]))
    found = list(Readers(Desk(outlets=()).plugins, []).refs([str(file)]))
    assert [isinstance(one, Ref) for one in found] == [by_place, by_place]


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_BZIP2])
def test_zip_methods(tmp_path: Path, method: int) -> None:
    """Stored and bzip2 members are read as well as deflated ones."""
    file = tmp_path / "a.zip"
    file.write_bytes(zipped([("a.html", COPY)], method))
    assert [shown(page) for page in read(file)] == [COPY.decode()]


def test_zip_unknown_method(tmp_path: Path) -> None:
    """A member compressed otherwise is a failure that names the method."""
    file = tmp_path / "a.zip"
    file.write_bytes(zipped([("a.html", COPY)], zipfile.ZIP_LZMA))
    assert failed(file).reason == "it is compressed by method 14, which is not read"


@pytest.mark.parametrize("kind", ["zip", "tar"])
def test_names_are_labels(tmp_path: Path, kind: str) -> None:
    """Absolute names, ``..``, control characters and long names are labels; nothing is written."""
    file = tmp_path / f"a.{kind}"
    given = ["/etc/passwd", "../../up.html", "two\nlines", "n" * 300, "بام.html", "C:\\a.html"]
    file.write_bytes(packed(kind, [(name, COPY) for name in given]))
    assert names(file) == [*given[:2], r"two\x0alines", *given[3:]]
    assert os.listdir(tmp_path) == [file.name]  # noqa: PTH208


@pytest.mark.parametrize("form", [tarfile.USTAR_FORMAT, tarfile.GNU_FORMAT, tarfile.PAX_FORMAT])
def test_tar_formats(tmp_path: Path, form: int) -> None:
    """Names of up to 200 characters are read in all three formats."""
    file = tmp_path / "a.tar"
    name = f"{'d' * 90}/{'n' * 90}.html"
    file.write_bytes(tarred([(name, COPY), ("b.html", COPY)], form))
    assert names(file) == [name, "b.html"]


@pytest.mark.parametrize(
    ("type_", "what"),
    [
        (tarfile.SYMTYPE, "a link"),
        (tarfile.LNKTYPE, "a link"),
        (tarfile.CHRTYPE, "a device"),
        (tarfile.BLKTYPE, "a device"),
        (tarfile.FIFOTYPE, "a pipe"),
        (b"?", "no regular file"),
    ],
)
def test_tar_no_file(tmp_path: Path, type_: bytes, what: str) -> None:
    """Links, devices and pipes are failures of their own; the rest goes on."""
    file = tmp_path / "a.tar"
    odd = tarred([("odd", b"")], type=type_, linkname="/etc/passwd")
    file.write_bytes(odd + tarred([("b.html", COPY)]))
    first, second = read(file)
    assert isinstance(first, Failure)
    assert (first.source, first.reason) == (
        f"{file}!odd",
        f"it is {what}; only regular files are read",
    )
    assert isinstance(second, Page)


@pytest.mark.parametrize("kind", ["zip", "tar"])
def test_folders_are_no_members(tmp_path: Path, kind: str) -> None:
    """Folders are no inputs; an archive of nothing else holds no page."""
    file = tmp_path / f"a.{kind}"
    file.write_bytes(
        zipped([("d/", b"")]) if kind == "zip" else tarred([("d", b"")], type=tarfile.DIRTYPE)
    )
    assert failed(file).reason == "it holds no page"


@pytest.mark.parametrize(("mode", "what"), [(stat.S_IFLNK, "a link"), (stat.S_IFCHR, "a device")])
def test_zip_no_file(tmp_path: Path, mode: int, what: str) -> None:
    """A link in a ZIP archive is a failure, and not what it leads to."""
    info = zipfile.ZipInfo("odd")
    info.external_attr = (mode | 0o644) << 16
    file = tmp_path / "a.zip"
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr(info, "/etc/passwd")
        archive.writestr("b.html", COPY)
    first, second = read(file)
    assert isinstance(first, Failure)
    assert first.reason == f"it is {what}; only regular files are read"
    assert isinstance(second, Page)


def test_zip_encrypted(tmp_path: Path) -> None:
    """An encrypted member is a failure of its own; the rest goes on."""
    content = bytearray(zipped([("a.html", COPY), ("b.html", COPY)]))
    at = content.index(b"PK\x01\x02")
    content[at + 8] |= 1
    file = tmp_path / "a.zip"
    file.write_bytes(content)
    first, second = read(file)
    assert isinstance(first, Failure)
    assert first.reason == "it is encrypted; decrypt the archive first"
    assert isinstance(second, Page)


def test_zip_overlapping(tmp_path: Path) -> None:
    """Members that share bytes are failures, however many; the rest goes on."""
    content = zipped([("a.html", COPY), ("b.html", COPY)])
    start = content.index(b"PK\x01\x02")
    entry = content[start : content.index(b"PK\x01\x02", start + 1)]
    end = bytearray(content[content.index(b"PK\x05\x06") :])
    struct.pack_into("<HHL", end, 8, 102, 102, len(content) - start - len(end) + 100 * len(entry))
    file = tmp_path / "a.zip"
    file.write_bytes(content[: -len(end)] + entry * 100 + bytes(end))
    found = read(file)
    assert [page.source for page in found if isinstance(page, Page)] == [f"{file}!b.html"]
    failures = [page for page in found if isinstance(page, Failure)]
    assert len(failures) == 101
    assert {"bytes are those of another" in failure.reason for failure in failures} == {True}


@pytest.mark.parametrize("kind", ["zip", *TARS])
def test_too_large_member(tmp_path: Path, kind: str) -> None:
    """A member beyond the limit is too large by what the archive says; the rest goes on."""
    file = tmp_path / f"a.{kind}"
    file.write_bytes(packed(kind, [("a.html", bytes(MAX_BYTES + 1)), ("b.html", COPY)]))
    assert [shown(page) for page in read(file)] == ["too_large", COPY.decode()]


def test_zip_lies_about_size(tmp_path: Path) -> None:
    """A member that is larger than its directory says is broken, and is not decompressed whole."""
    content = bytearray(zipped([("a.html", bytes(50 * 2**20)), ("b.html", COPY)]))
    at = content.index(b"PK\x01\x02")
    struct.pack_into("<L", content, at + 24, 1_000)
    file = tmp_path / "a.zip"
    file.write_bytes(content)
    first, second = read(file)
    assert isinstance(first, Failure)
    assert "its data is broken" in first.reason
    assert isinstance(second, Page)


@pytest.mark.parametrize("kind", ["zip", *TARS])
@pytest.mark.parametrize(
    ("most", "words"),
    [(Most(members=3), "more members"), (Most(size=3 * len(COPY)), "more bytes")],
)
def test_limits(tmp_path: Path, kind: str, most: Most, words: str) -> None:
    """Beyond the limits of the whole the rest is one failure, archives within included."""
    file = tmp_path / f"a.{kind}"
    inner = zipped((f"{n}.html", COPY) for n in range(9))
    most = Most(**{k: getattr(most, k) for k in most.__slots__})
    extra = len(inner) if most.size < MAX_BYTES else 0
    most = Most(members=most.members, size=most.size + extra)
    file.write_bytes(packed(kind, [("a.html", COPY), ("in.zip", inner), ("c.html", COPY)]))
    *pages, last = Archives(Regular(), most).read(file)
    assert {type(page) for page in pages} == {Page}
    assert isinstance(last, Failure)
    assert last.code == "too_large"
    assert words in last.reason


@pytest.mark.parametrize("outer", ["zip", *TARS])
@pytest.mark.parametrize("inner", ["zip", "tar", "tar.gz"])
def test_nested(tmp_path: Path, outer: str, inner: str) -> None:
    """An archive in an archive is read, one in that is a failure."""
    third = packed(inner, [("deep.html", COPY)])
    second = packed(inner, [("in.html", COPY), (f"third.{inner}", third)])
    file = tmp_path / f"a.{outer}"
    file.write_bytes(packed(outer, [(f"second.{inner}", second), ("out.html", COPY)]))
    inside, deeper, outside = read(file)
    assert inside.source == f"{file}!second.{inner}!in.html"
    assert isinstance(deeper, Failure)
    assert deeper.reason == "it is an archive within 2 others, which is not read"
    assert outside.source == f"{file}!out.html"


def test_nested_empty(tmp_path: Path) -> None:
    """An archive in an archive that holds nothing is a failure."""
    file = tmp_path / "a.zip"
    file.write_bytes(zipped([("in.zip", zipped([]))]))
    assert failed(file).source == f"{file}!in.zip"


@pytest.mark.parametrize("kind", ["zip", *TARS])
@pytest.mark.parametrize("content", [b"", b"junk", COPY * 20, b"PK\x03\x04", b"\x1f\x8b"])
def test_no_archive(tmp_path: Path, kind: str, content: bytes) -> None:
    """What is called an archive and is none is one failure."""
    file = tmp_path / f"a.{kind}"
    file.write_bytes(content)
    assert failed(file).stage == "read"


@pytest.mark.parametrize("kind", ["zip", *TARS])
def test_cut(tmp_path: Path, kind: str) -> None:
    """An archive that is cut ends in a failure, never in silence or half a page."""
    whole = packed(kind, [(f"{n}.html", os.urandom(5_000)) for n in range(4)])
    file = tmp_path / f"a.{kind}"
    file.write_bytes(whole[: len(whole) // 2])
    *pages, last = read(file)
    assert isinstance(last, Failure)
    assert {len(page.content) for page in pages if isinstance(page, Page)} <= {5_000}


@pytest.mark.parametrize("kind", TARS[1:])
def test_zeros(tmp_path: Path, kind: str) -> None:
    """A compressed run of zeros ends at the limit."""
    file = tmp_path / f"a.{kind}"
    zeros = bytes(2**22)
    pack: dict[str, Callable[[bytes], bytes]] = {"tar.bz2": bz2.compress, "tar.xz": lzma.compress}
    file.write_bytes(pack[kind](zeros) if kind in pack else gzip.compress(zeros))
    (found,) = Archives(Regular(), Most(size=2**20)).read(file)
    assert isinstance(found, Failure)
    assert found.code == "too_large"


def test_broken_header(tmp_path: Path) -> None:
    """After a header with a wrong sum the next is found."""
    content = bytearray(tarred([("a.html", COPY), ("b.html", COPY), ("c.html", COPY)]))
    content[1024] ^= 0xFF
    file = tmp_path / "a.tar"
    file.write_bytes(content)
    assert [shown(page) for page in read(file)] == [COPY.decode(), "bad_record", COPY.decode()]


@pytest.mark.parametrize("size", [b"\xff" * 12, b"\x80" + b"\xff" * 11, b"77777777777\0"])
def test_impossible_size(tmp_path: Path, size: bytes) -> None:
    """A header that claims a size beyond all ends in a failure, in no time and no memory."""
    block = bytearray(tarred([("a.html", b"")])[:512])
    block[124:136] = size
    block[148:156] = b" " * 8
    block[148:156] = b"%06o\0 " % sum(block)
    file = tmp_path / "a.tar"
    file.write_bytes(bytes(block) + COPY)
    assert failed(file).code == "too_large"


def test_large_pax_header(tmp_path: Path) -> None:
    """A header of names is not read without end into memory."""
    file = tmp_path / "a.tar"
    file.write_bytes(tarred([("a.html", COPY)], pax_headers={"comment": "x" * 2**17}))
    first, second = read(file)
    assert isinstance(first, Failure)
    assert isinstance(second, Page)


def test_place_that_is_none(tmp_path: Path) -> None:
    """A place of an archive that was changed is a failure, not a raise."""
    file = tmp_path / "a.zip"
    file.write_bytes(zipped([("a.html", COPY)]))
    readers = Readers(Desk(outlets=()).plugins, [])
    spots = [json.dumps(spot) for spot in (["a.html", 3, 9, 9, 8, 1], [1])]
    places: list[str | int | None] = ["junk", 7, None, *spots]
    found = [readers.load(Ref(file, place)) for place in places]
    assert {type(one) for one in found} == {Failure}


@given(st.randoms(use_true_random=False), st.sampled_from(["zip", "tar", "tar.gz", "tar.xz"]))
def test_any_damage_ends(
    tmp_path_factory: pytest.TempPathFactory, rng: random.Random, kind: str
) -> None:
    """Whatever bytes are changed, both ways agree, and nothing is raised."""
    file = tmp_path_factory.mktemp("archive") / f"a.{kind}"
    content = bytearray(packed(kind, [(f"{n}.html", COPY) for n in range(3)]))
    for _ in range(rng.randrange(1, 6)):
        content[rng.randrange(len(content))] = rng.randrange(256)
    file.write_bytes(bytes(content))
    assert read(file)


@pytest.mark.parametrize("before", [b"", b"#!/bin/sh\n" * 9])
def test_zip64(tmp_path: Path, before: bytes) -> None:
    """ZIP64's long numbers are read, also behind a program that unpacks the archive."""
    file = tmp_path / "a.zip"
    with file.open("wb") as out:
        out.write(before)
        with zipfile.ZipFile(out, "w") as archive:
            for name in ("a.html", "b.html"):
                with archive.open(name, "w", force_zip64=True) as member:
                    member.write(COPY)
    assert [shown(page) for page in read(file)] == [COPY.decode()] * 2
    content = zipped([("a.html", COPY)])
    start, end = content.index(b"PK\x01\x02"), content.index(b"PK\x05\x06")
    entry = bytearray(content[start:end])
    sizes = entry[24:28], entry[20:24]
    entry[20:28] = b"\xff" * 8
    entry[30:32] = struct.pack("<H", 20)
    entry += struct.pack("<HH", 1, 16) + b"".join(bytes(size) + bytes(4) for size in sizes)
    at = len(before) + start + len(entry)
    long_end = b"PK\x06\x06" + bytes(36) + struct.pack("<QQ", len(entry), start)
    locator = b"PK\x06\x07" + bytes(4) + struct.pack("<QL", at, 1)
    usual_end = b"PK\x05\x06" + bytes(8) + b"\xff" * 8 + bytes(2)
    file.write_bytes(before + content[:start] + bytes(entry) + long_end + locator + usual_end)
    assert [shown(page) for page in read(file)] == [COPY.decode()]


def test_many_members(tmp_path: Path) -> None:
    """Of a directory without end no more is read than the limit."""
    file = tmp_path / "a.zip"
    content = zipped([("a.html", COPY)])
    start, end = content.index(b"PK\x01\x02"), content.index(b"PK\x05\x06")
    entries = content[start:end] * 200_000
    tail = bytearray(content[end:])
    struct.pack_into("<L", tail, 12, len(entries))
    file.write_bytes(content[:start] + entries + bytes(tail))
    found = list(Archives(Regular()).read(file))
    assert len(found) == 100_001
    last = found[-1]
    assert isinstance(last, Failure)
    assert last.code == "too_large"
