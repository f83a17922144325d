"""Rows of JSON Lines and Parquet: each is a page or says what is wrong with it."""

import gzip
import io
import json
import sys
import zipfile
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from tests.archives import failed, page_bytes, read

from copydesk import Desk, Failure, Page
from copydesk.readers import Filter, Readers
from copydesk.readers.regular import MAX_BYTES
from copydesk.streams import Ref

URL = "https://harbour.example/1"
COPY = page_bytes("Копия").decode()
ROW = {"url": URL, "html": COPY, "fetched": "2024-03-01T10:00:00+02:00"}


def lines(*rows: object) -> bytes:
    return b"".join(json.dumps(row).encode() + b"\n" for row in rows)


def told(found: Page | Failure) -> str:
    return found.code if isinstance(found, Failure) else found.content.decode()


@pytest.mark.parametrize("name", ["a.jsonl", "a.NDJSON", "a.jsonl.gz"])
def test_json_lines(tmp_path: Path, name: str) -> None:
    """A line is a page with its address and moment; empty lines are none."""
    file = tmp_path / name
    content = b"\xef\xbb\xbf" + lines(ROW) + b"\r\n \n" + lines({"html": COPY}).rstrip()
    file.write_bytes(gzip.compress(content) if name.endswith("gz") else content)
    first, second = read(file)
    assert isinstance(first, Page)
    assert isinstance(second, Page)
    assert (first.url, first.address_from, first.text) == (URL, "column", COPY)
    assert first.fetched == datetime(2024, 3, 1, 10, tzinfo=timezone(timedelta(hours=2)))
    assert (first.source, second.source) == (f"{file}:1", f"{file}:4")
    assert (second.url, second.fetched) == (None, None)


def test_places(tmp_path: Path) -> None:
    """Lines are given by place, without their bytes."""
    file = tmp_path / "a.jsonl"
    file.write_bytes(lines(ROW, ROW))
    found = list(Readers(Desk(outlets=()).plugins, []).refs([str(file)]))
    assert [ref.place for ref in found if isinstance(ref, Ref)] == ["0:1", f"{len(lines(ROW))}:2"]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"{", "it is no JSON"),
        (b"\xff\xfe", "it is no JSON"),
        (b"[" * 100_000, "it is no JSON"),
        (b"9" * 5_000, "it is no JSON"),
        (b"[1]", "it is a JSON list, no object"),
        (b"null", "it is a JSON NoneType, no object"),
        (b"{}", "its html is missing, no string"),
        (b'{"html": 7}', "its html is 7, no string"),
        (b'{"html": null}', "its html is missing, no string"),
        (b'{"html": "<p>", "url": ["x"]}', "its url is ['x'], no string"),
        (b'{"html": "<p>", "fetched": "3 March"}', "its fetched is '3 March', no ISO 8601 moment"),
        (b'{"html": "<p>", "fetched": 1.5}', "its fetched is 1.5, no ISO 8601 moment"),
    ],
)
def test_bad_line(tmp_path: Path, line: bytes, reason: str) -> None:
    """A line that holds no page is a bad record with its number; the rest goes on."""
    file = tmp_path / "a.jsonl"
    file.write_bytes(lines(ROW) + line + b"\n" + lines(ROW))
    first, bad, last = read(file)
    assert isinstance(bad, Failure)
    assert (bad.code, bad.source) == ("bad_record", f"{file}:2")
    assert bad.reason.startswith(reason)
    assert told(first) == told(last) == COPY


@pytest.mark.parametrize("name", ["a.jsonl", "a.jsonl.gz"])
def test_long_line(tmp_path: Path, name: str) -> None:
    """A line beyond the limit is too large, and the next is found."""
    content = lines({"html": "x" * (MAX_BYTES + 2**20)}, ROW)
    file = tmp_path / name
    file.write_bytes(gzip.compress(content, 1) if name.endswith("gz") else content)
    assert [told(page) for page in read(file)] == ["too_large", COPY]


@pytest.mark.parametrize("name", ["a.jsonl", "a.jsonl.gz"])
@pytest.mark.parametrize("content", [b"", b"\n\n \n"])
def test_empty(tmp_path: Path, name: str, content: bytes) -> None:
    """A file without a line is a failure."""
    file = tmp_path / name
    file.write_bytes(gzip.compress(content) if name.endswith("gz") else content)
    assert failed(file).reason == "it holds no page"


def test_cut_gzip(tmp_path: Path) -> None:
    """Gzip that is cut gives the whole lines and one failure."""
    file = tmp_path / "a.jsonl.gz"
    file.write_bytes(gzip.compress(lines(ROW, ROW))[:-9])
    *_, last = read(file)
    assert isinstance(last, Failure)
    assert "ends too early" in last.reason


def test_lone_surrogate(tmp_path: Path) -> None:
    """Half a character in a string is no fault of the page's other words."""
    file = tmp_path / "a.jsonl"
    file.write_bytes(b'{"html": "<p>one \\ud800 two"}\n')
    (page,) = read(file)
    assert isinstance(page, Page)
    assert page.content == b"<p>one ? two"


def test_hosts(tmp_path: Path) -> None:
    """Rows of other hosts are passed over and counted; damage is told."""
    file = tmp_path / "a.jsonl"
    file.write_bytes(lines(ROW, {"url": "https://other.example/", "html": COPY}) + b"{\n")
    chosen = Filter(hosts=("harbour.example",))
    assert [told(page) for page in read(file, chosen)] == [COPY, "bad_record"]
    readers = Readers(Desk(outlets=()).plugins, [], chosen)
    assert len(list(readers.refs([str(file)]))) == 2
    assert readers.passed == {"host": 1}


@pytest.mark.parametrize("place", ["x", "-1:2", None, 10**9])
def test_place_that_is_none(tmp_path: Path, place: str | int | None) -> None:
    """A place of a file that was changed is a failure, not a raise."""
    (tmp_path / "a.jsonl").write_bytes(lines(ROW))
    found = Readers(Desk(outlets=()).plugins, []).load(Ref(tmp_path / "a.jsonl", place))
    assert isinstance(found, Failure)


def test_in_an_archive(tmp_path: Path) -> None:
    """Lines are read out of archives too."""
    file = tmp_path / "a.zip"
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("in.jsonl", lines(ROW, {}))
    assert [page.source for page in read(file)] == [f"{file}!in.jsonl:1", f"{file}!in.jsonl:2"]


def table(**columns: list[Any]) -> bytes:
    arrow = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    file = io.BytesIO()
    parquet.write_table(arrow.table(columns), file)
    return file.getvalue()


def test_parquet(tmp_path: Path) -> None:
    """A row is a page; strings, bytes and moments are taken as they are, other columns left."""
    file = tmp_path / "a.parquet"
    moment = datetime(2024, 3, 1, 10)  # noqa: DTZ001  # as tables have it
    file.write_bytes(
        table(html=[COPY, COPY], url=[URL, None], fetched=[moment, None], more=[[1], [2]])
    )
    first, second = read(file)
    assert isinstance(first, Page)
    assert (first.url, first.text, first.address_from) == (URL, COPY, "column")
    assert first.fetched == datetime(2024, 3, 1, 10, tzinfo=UTC)
    assert second.source == f"{file}:2"
    file.write_bytes(table(html=[COPY.encode("koi8-r")], fetched=["2024-03-01"]))
    (page,) = read(file)
    assert isinstance(page, Page)
    assert page.content == COPY.encode("koi8-r")


def test_parquet_bad_rows(tmp_path: Path) -> None:
    """A row without a page is a bad record; the rest goes on."""
    file = tmp_path / "a.parquet"
    file.write_bytes(table(html=[COPY, None, COPY, "x" * (MAX_BYTES + 1)]))
    assert [told(page) for page in read(file)] == [COPY, "bad_record", COPY, "too_large"]


@pytest.mark.parametrize("cut", [0, 3, 100, -8, -200])
def test_parquet_cut(tmp_path: Path, cut: int) -> None:
    """A file that is cut is one failure."""
    file = tmp_path / "a.parquet"
    file.write_bytes(table(html=[COPY] * 9)[:cut])
    assert failed(file).code == "bad_record"


def test_parquet_broken(tmp_path: Path) -> None:
    """A file that is broken within ends in a failure."""
    file = tmp_path / "a.parquet"
    content = bytearray(table(html=[f"{COPY}{n}" for n in range(99)]))
    content[10:200] = bytes(190)
    file.write_bytes(content)
    *_, last = read(file)
    assert isinstance(last, Failure)


def test_parquet_columns(tmp_path: Path) -> None:
    """A file without the column says which it has."""
    file = tmp_path / "a.parquet"
    file.write_bytes(table(text=[COPY]))
    assert failed(file).reason.endswith("it has no column html, but text")


def test_parquet_extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the extra the failure says how to install it."""
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    (tmp_path / "a.parquet").write_bytes(b"PAR1")
    assert "pip install 'copydesk[parquet]'" in failed(tmp_path / "a.parquet").reason


def test_cells_that_python_has_not(tmp_path: Path) -> None:
    """A moment beyond all years, and bytes in a column of words, cost their row alone."""
    arrow = pytest.importorskip("pyarrow")
    moments = arrow.array([2**62, 0], type=arrow.timestamp("us"))
    (tmp_path / "a.parquet").write_bytes(table(html=[COPY, COPY], fetched=moments))
    assert [told(page) for page in read(tmp_path / "a.parquet")] == ["bad_record", COPY]
    words = arrow.array([b"<p>\xff", b"<p>x"]).view(arrow.string())
    (tmp_path / "b.parquet").write_bytes(table(html=words))
    assert [p.content for p in read(tmp_path / "b.parquet") if isinstance(p, Page)] == [
        b"<p>\xff",
        b"<p>x",
    ]
