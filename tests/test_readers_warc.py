"""WARC: every response is a page or says why not, and damage costs its own record only."""

import gzip
import random
import time
import zipfile
import zlib
from bisect import bisect_right
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.archives import page_bytes, read, record, response

from copydesk import Desk, Failure, Page
from copydesk.errors import UsageError
from copydesk.readers import Filter, Readers
from copydesk.readers.regular import MAX_BYTES
from copydesk.streams import Ref

NONE = Desk(outlets=()).plugins
HTML = Filter()
Way = Callable[[list[bytes]], bytes]


def plain(records: list[bytes]) -> bytes:
    return b"".join(records)


def members(records: list[bytes]) -> bytes:
    return b"".join(gzip.compress(record) for record in records)


def one_member(records: list[bytes]) -> bytes:
    return gzip.compress(b"".join(records))


WAYS = pytest.mark.parametrize("way", [plain, members, one_member])


@pytest.fixture(params=["zlib", "isal.isal_zlib"], autouse=True)
def inflater(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """All that is promised holds with and without the extra."""
    module = pytest.importorskip(request.param)
    monkeypatch.setattr("copydesk.readers.sources.inflater", module)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "a.warc"


def shown(found: Page | Failure) -> str:
    return found.code if isinstance(found, Failure) else str(found.url).rpartition("/")[2]


def three(**second: int | str) -> list[bytes]:
    """Three records, the second not as it should be."""
    blocks = [response(page_bytes(f"Copy {number}. " * 40)) for number in range(3)]
    url = "https://harbour.example/"
    return [
        record(blocks[0], f"{url}0"),
        record(blocks[1], f"{url}1", **second),  # type: ignore[arg-type]
        record(blocks[2], f"{url}2"),
    ]


@WAYS
def test_responses(file: Path, way: Way) -> None:
    """A response is a page with its address, status, headers, day and bytes."""
    body = page_bytes("") + "Копия".encode("koi8-r")
    block = response(body, "X-A: b", status="404 Not Found", mime="text/html; charset=koi8-r")
    file.write_bytes(way([record(block)]))
    (page,) = read(file)
    assert isinstance(page, Page)
    assert (page.url, page.status, page.content) == ("https://harbour.example/1", 404, body)
    assert page.address_from == "header"
    assert page.headers == (("Content-Type", "text/html; charset=koi8-r"), ("X-A", "b"))
    assert page.fetched == datetime(2024, 5, 1, 10, tzinfo=UTC)
    assert (page.charset, page.source) == ("koi8-r", f"{file}@0")


@WAYS
def test_order_and_places(file: Path, way: Way) -> None:
    """Records come in the file's order, each under a name of its own."""
    file.write_bytes(way(three()))
    pages = read(file)
    assert [shown(page) for page in pages] == ["0", "1", "2"]
    assert len({page.source for page in pages}) == 3


@pytest.mark.parametrize("way", [plain, members])
def test_refs_have_no_bytes(file: Path, way: Way) -> None:
    """Records that can be read by their offsets are given as places."""
    file.write_bytes(way(three()))
    found = list(Readers(NONE, []).refs([str(file)]))
    assert all(isinstance(ref, Ref) and isinstance(ref.place, int) for ref in found)


@pytest.mark.parametrize("way", [plain, members])
def test_told_by_its_bytes(tmp_path: Path, way: Way) -> None:
    """A WARC under any name is read as one."""
    (tmp_path / "crawl.bin").write_bytes(way(three()))
    assert len(read(tmp_path / "crawl.bin")) == 3


def test_page_is_no_warc(tmp_path: Path) -> None:
    """A name that says what kind of page a file is holds: its bytes are not looked at for more."""
    (tmp_path / "a.html").write_bytes(plain(three()))
    (page,) = read(tmp_path / "a.html")
    assert isinstance(page, Page)


@pytest.mark.parametrize("kind", ["request", "metadata", "warcinfo", "conversion"])
def test_no_page(file: Path, kind: str) -> None:
    """Records that hold no page are no inputs; a file of them alone is a failure."""
    other = record(b"GET / HTTP/1.1\r\n\r\n", kind=kind)
    dns = record(b"1.2.3.4", "dns:harbour.example", content_type="text/dns")
    file.write_bytes(plain([other, dns, *three()]))
    assert [shown(page) for page in read(file)] == ["0", "1", "2"]
    file.write_bytes(plain([other, dns]))
    (failure,) = read(file)
    assert isinstance(failure, Failure)
    assert (failure.code, failure.reason) == ("unreadable", "it holds no page")


def test_revisit(file: Path) -> None:
    """A revisit is a failure that names the record to read; one of a picture is passed over."""
    first = "WARC-Refers-To-Target-URI: https://harbour.example/first"
    html = record(response(b""), "https://harbour.example/2", first, kind="revisit")
    picture = record(response(b"", mime="image/png"), kind="revisit")
    file.write_bytes(plain([html, picture]))
    (failure,) = read(file)
    assert isinstance(failure, Failure)
    assert failure.url == "https://harbour.example/2"
    assert failure.code == "revisit"
    assert "revisit" in failure.reason
    assert "https://harbour.example/first" in failure.reason


def test_resource(file: Path) -> None:
    """A resource record is a page of the record's own media type."""
    file.write_bytes(record(page_bytes("copy"), kind="resource", content_type="text/html"))
    (page,) = read(file)
    assert isinstance(page, Page)
    assert (page.content, page.status, page.media_type) == (page_bytes("copy"), None, "text/html")


@pytest.mark.parametrize(
    ("chosen", "given", "passed"),
    [
        (HTML, ["page", "gone", "other"], {"mime": 1}),
        (Filter(media_types=()), ["page", "style.css", "gone", "other"], {}),
        (Filter(media_types=("text/*",)), ["page", "style.css", "gone", "other"], {}),
        (Filter(statuses=("2xx",)), ["page", "other"], {"mime": 1, "status": 1}),
        (Filter(statuses=("410",)), ["gone"], {"mime": 1, "status": 2}),
        (Filter(hosts=("Harbour.example",)), ["page", "gone"], {"mime": 1, "host": 1}),
        (Filter(hosts=("our.example",)), [], {"host": 4}),
    ],
)
def test_filter(file: Path, chosen: Filter, given: list[str], passed: dict[str, int]) -> None:
    """What is not wanted is passed over by what its heads say, and counted by the reason."""
    www = "https://www.harbour.example/"
    records = [
        record(response(page_bytes("copy")), f"{www}page"),
        record(response(b"p {}", mime="text/css"), f"{www}style.css"),
        record(response(page_bytes("gone"), status="410 Gone"), f"{www}gone"),
        record(response(page_bytes("copy")), "https://bluecart.example/other"),
    ]
    file.write_bytes(members(records))
    assert [shown(page) for page in read(file, chosen)] == given
    readers = Readers(NONE, [], chosen)
    assert len(list(readers.refs([str(file)]))) == len(given)
    assert readers.passed == passed


@WAYS
@pytest.mark.parametrize("length", [0, 300, 1_500, 10**7, "-5", "ten", "²", ""])
def test_wrong_length(file: Path, way: Way, length: int | str) -> None:
    """A Content-Length that is too small, too large or none is one bad record; the next is found."""
    file.write_bytes(way(three(length=length)))
    pages = read(file)
    assert [shown(page) for page in pages] == ["0", "bad_record", "2"]
    assert isinstance(pages[1], Failure)
    assert "Content-Length" in pages[1].reason


def test_corrupt_member(file: Path) -> None:
    """A gzip member with a wrong bit is one bad record; the next is found."""
    one, two, three_ = (bytearray(gzip.compress(r)) for r in three())
    two[len(two) // 2] ^= 0xFF
    file.write_bytes(bytes(one + two + three_))
    assert [shown(page) for page in read(file)] == ["0", "bad_record", "2"]


@pytest.mark.parametrize("cut", [15, 60, -4])
def test_cut_member_within(file: Path, cut: int) -> None:
    """A gzip member that is cut where the next begins costs itself alone."""
    one, two, three_ = (gzip.compress(r) for r in three())
    file.write_bytes(one + two[:cut] + three_)
    assert [shown(page) for page in read(file)] == ["0", "bad_record", "2"]


@WAYS
def test_cut_file(file: Path, way: Way) -> None:
    """A file that ends within its last record gives the others and one bad record."""
    whole = way(three())
    file.write_bytes(whole[:-14])
    pages = read(file)
    assert [shown(page) for page in pages][-1] == "bad_record"
    assert len(pages) == 3


@pytest.mark.parametrize("way", [plain, members])
def test_junk_between(file: Path, way: Way) -> None:
    """Bytes between records that belong to none are one bad record."""
    one, *rest = three()
    file.write_bytes(way([one]) + b"lost\r\n" * 1_000 + way(rest))
    assert [shown(page) for page in read(file)] == ["0", "bad_record", "1", "2"]


def test_missing_separator(file: Path) -> None:
    """Fewer or more empty lines between records are no damage; nor is line feed alone."""
    first, second, third = three()
    file.write_bytes(first[:-2] + second + b"\r\n\r\n" + third[:-4])
    assert [shown(page) for page in read(file)] == ["0", "1", "2"]


def test_header_without_end(file: Path) -> None:
    """A header of a megabyte is a bad record and is not held in memory."""
    one, _, last = three()
    endless = b"WARC/1.0\r\nWARC-Type: response\r\nX: " + b"a" * 2**20 + b"\r\n\r\n"
    file.write_bytes(one + endless + last)
    assert [shown(page) for page in read(file)] == ["0", "bad_record", "2"]


@pytest.mark.parametrize("way", [plain, members])
def test_too_large(file: Path, way: Way) -> None:
    """A payload beyond the limit is too large, by its length alone; the next follows."""
    large = record(response(bytes(MAX_BYTES + 1)), "https://harbour.example/1")
    one, _, last = three()
    file.write_bytes(way([one, large, last]))
    assert [shown(page) for page in read(file)] == ["0", "too_large", "2"]


def test_no_http(file: Path) -> None:
    """A response whose block is no HTTP is a bad record."""
    file.write_bytes(plain([record(b"<html>no head</html>"), *three()]))
    assert [shown(page) for page in read(file)] == ["bad_record", "0", "1", "2"]


@pytest.mark.parametrize("content", [b"", b"\r\n\r\n"])
def test_empty(file: Path, content: bytes) -> None:
    """An empty file is a failure."""
    file.write_bytes(content)
    (failure,) = read(file)
    assert isinstance(failure, Failure)
    assert failure.reason == "it holds no page"


def test_no_warc(file: Path) -> None:
    """A page under a WARC's name is a failure, not silence."""
    file.write_bytes(page_bytes("copy"))
    assert [shown(page) for page in read(file)] == ["bad_record"]


@pytest.mark.parametrize(
    "piece",
    [
        b"WARC/1.0\r\nContent-Length: 9999999\r\n\r\n",
        b"WARC/1.0\r\nA:",
        b"\x1f\x8b\x08\x1f",
        b"\x1f\x8b\x08\0\0\0\0\0\0\xff\0\xff\xff\0\0WARC/1.0\r\nA: b\r\nContent-Length: 0\r\n\r\n",
        b"\r\n" * 20,
    ],
)
def test_damage_is_linear(file: Path, piece: bytes) -> None:
    """Records within records, each unending or too long, cost no square of the file's size."""
    spent = []
    for number in (1_000, 8_000):
        file.write_bytes(piece * number)
        start = time.process_time()
        for _ in Readers(NONE, []).refs([str(file)]):
            pass
        spent.append(time.process_time() - start)
    assert spent[1] < 24 * spent[0] + 2


@pytest.mark.parametrize("length", [90, 10**9])
def test_damage_in_one_member(file: Path, monkeypatch: pytest.MonkeyPatch, length: int) -> None:
    """Beyond what may be read again, what is lost behind damage is told."""
    monkeypatch.setattr("copydesk.readers.warc.scan._READ_AGAIN", 10_000)
    file.write_bytes(one_member(three(length=length)))
    pages = read(file)
    assert [shown(page) for page in pages] == ["0", "bad_record", "2"]
    monkeypatch.setattr("copydesk.readers.warc.scan._READ_AGAIN", 0)
    *_, told = [page for page in read(file) if isinstance(page, Failure)]
    assert "passed over" in told.reason


def test_place_without_record(file: Path) -> None:
    """A place where no record begins (the file was changed) is a bad record, not a raise."""
    file.write_bytes(plain(three()))
    found = Readers(NONE, []).load(Ref(file, 7))
    assert isinstance(found, Failure)
    assert found.code == "bad_record"


@given(st.randoms(use_true_random=False), st.sampled_from([plain, members, one_member]))
def test_any_damage_ends(
    tmp_path_factory: pytest.TempPathFactory, rng: random.Random, way: Way
) -> None:
    """Whatever bytes are changed, the scan ends, both ways agree, and records beside them keep their pages."""
    file = tmp_path_factory.mktemp("warc") / "a.warc"
    records = three()
    whole, spared = bytearray(way(records)), {"0", "1", "2"}
    ends = [len(way(records[:number])) for number in (1, 2, 3)]
    for _ in range(rng.randrange(1, 6)):
        place = rng.randrange(len(whole))
        whole[place] = rng.randrange(256)
        spared.discard(str(bisect_right(ends, place)))
    file.write_bytes(bytes(whole))
    found = {shown(page) for page in read(file)}
    assert spared <= found or (way is one_member and "bad_record" in found)


@pytest.mark.parametrize(
    ("headers", "coded"),
    [
        (["Transfer-Encoding: chunked"], b"5\r\n<p>on\r\n6;x=y\r\ne</p>\n\r\n0\r\n\r\n"),
        (["Transfer-Encoding: chunked"], b"<p>one</p>\n"),
        (["Content-Encoding: gzip"], gzip.compress(b"<p>one</p>\n", mtime=0)),
        (["Content-Encoding: gzip"], b"<p>one</p>\n"),
        (["Content-Encoding: deflate"], zlib.compress(b"<p>one</p>\n")),
        (["Content-Encoding: deflate"], zlib.compress(b"<p>one</p>\n")[2:-4]),
        (["Content-Encoding: identity"], b"<p>one</p>\n"),
    ],
)
def test_coded_body(file: Path, headers: list[str], coded: bytes) -> None:
    """Chunks and compression are undone; a body that was saved decoded is left."""
    file.write_bytes(record(response(coded, *headers)))
    (page,) = read(file)
    assert isinstance(page, Page)
    assert page.content == b"<p>one</p>\n"


@pytest.mark.parametrize("coding", ["br", "zstd"])
def test_extra_codings(file: Path, coding: str) -> None:
    """Brotli and Zstandard are undone where the extra is installed, never beyond the limit."""
    for size, expected in ((1_000, 1_000), (MAX_BYTES + 1, "too_large")):
        if coding == "br":
            coded = pytest.importorskip("brotli").compress(bytes(size))
        else:
            coded = pytest.importorskip("zstandard").compress(bytes(size))
        file.write_bytes(record(response(coded, f"Content-Encoding: {coding}")))
        (page,) = read(file)
        assert (len(page.content) if isinstance(page, Page) else page.code) == expected


@pytest.mark.parametrize("coding", ["br", "zstd"])
def test_missing_extra(file: Path, coding: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the extra the failure says how to install it."""
    monkeypatch.setitem(
        __import__("sys").modules, "brotli" if coding == "br" else "zstandard", None
    )
    file.write_bytes(record(response(b"coded", f"Content-Encoding: {coding}")))
    (failure,) = read(file)
    assert isinstance(failure, Failure)
    assert "pip install 'copydesk[warc]'" in failure.reason


@pytest.mark.parametrize(
    ("headers", "coded", "code"),
    [
        ("Content-Encoding: gzip", gzip.compress(bytes(MAX_BYTES + 1), mtime=0), "too_large"),
        ("Content-Encoding: deflate", zlib.compress(bytes(50 * 2**20)), "too_large"),
        ("Content-Encoding: gzip", gzip.compress(b"<p>one</p>", mtime=0)[:-9], "unreadable"),
        ("Content-Encoding: gzip", b"\x1f\x8b\x08 junk", "unreadable"),
        ("Content-Encoding: deflate", b"junk", "unreadable"),
        ("Content-Encoding: gzip, br", b"junk", "unreadable"),
        ("Content-Encoding: rot13", b"junk", "unreadable"),
    ],
)
def test_bad_body(file: Path, headers: str, coded: bytes, code: str) -> None:
    """A bomb, a broken or an unknown coding is a failure with the record's name."""
    file.write_bytes(record(response(coded, headers)))
    (failure,) = read(file)
    assert isinstance(failure, Failure)
    assert (failure.code, failure.source) == (code, f"{file}@0")


@pytest.mark.parametrize("way", [plain, members])
def test_in_an_archive(tmp_path: Path, way: Way) -> None:
    """A WARC in an archive is read, each record under both names."""
    file = tmp_path / "a.zip"
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("b/in.warc.gz", way(three(length=300)))
    pages = read(file)
    assert [shown(page) for page in pages] == ["0", "bad_record", "2"]
    assert {(page.source or "").partition("@")[0] for page in pages} == {f"{file}!b/in.warc.gz"}


@pytest.mark.parametrize(
    "wrong",
    [{"statuses": ("abc",)}, {"statuses": ("2x",)}, {"statuses": ("700",)}]
    + [{"hosts": (host,)} for host in ("", "https://harbour.example", "a.example:80", "a b")],
)
def test_filter_that_cannot_match(wrong: dict[str, tuple[str, ...]]) -> None:
    """A host or status that none can be is an error of use, before anything is read."""
    with pytest.raises(UsageError, match="write"):
        Filter(**wrong)


def test_host_borders() -> None:
    """A host covers its subdomains and no other name that ends alike."""
    chosen = Filter(hosts=("rt.example",))
    hosts = ("rt.example", "www.rt.example", "RT.example.", "smart.example", "rt.example.org")
    assert [chosen.unwanted(f"https://{host}/") for host in hosts] == [None] * 3 + ["host"] * 2
    assert chosen.unwanted(None) == chosen.unwanted("https://[/") == "host"


def test_folded_header(file: Path) -> None:
    """A header that goes on in the next line is one, and letters beyond ASCII are kept."""
    block = response(page_bytes("copy"), "X-A: one\r\n  two", "X-B: é")
    file.write_bytes(plain([record(block)]))
    (page,) = read(file)
    assert isinstance(page, Page)
    assert page.headers[1:] == (("X-A", "one two"), ("X-B", "é"))
