"""The address of a saved page: told by what is beside, around or in it, never made up."""

import gzip
import io
import json
import zipfile
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from tests.archives import read

from copydesk import Desk, Page
from copydesk.errors import UsageError
from copydesk.readers import Readers, listed, walk
from copydesk.readers.files import page_of

URL = "https://harbour.example/news/1?a=b"
NAMED = b'<html><head><link rel="alternate" href="https://harbour.example/feed"></head><p>copy'


def known(content: bytes, path: str = "/saved/a.html") -> tuple[str | None, str, datetime | None]:
    page = page_of(content, Path(path))
    return page.url, page.address_from, page.fetched


def only(path: Path) -> Page:
    (page,) = read(path)
    assert isinstance(page, Page)
    return page


@pytest.mark.parametrize(
    ("note", "fetched"),
    [
        (f"<!-- saved from url=(0034){URL} -->", None),
        (
            (
                f"<!--\n Page saved with SingleFile \n url: {URL} \n saved date: "
                "Fri Mar 01 2024 10:00:00 GMT+0100 (Central European Standard Time)\n-->"
            ),
            datetime(2024, 3, 1, 10, tzinfo=timezone(timedelta(hours=1))),
        ),
        (f"<!-- Page saved with SingleFile url: {URL} saved date: whenever -->", None),
        (
            (
                "<!-- Mirrored from harbour.example/news/1?a=b by HTTrack Website Copier/3.x "
                "[XR&CO'2014], Fri, 01 Mar 2024 10:00:00 GMT -->"
            ),
            datetime(2024, 3, 1, 10, tzinfo=UTC),
        ),
    ],
)
@pytest.mark.parametrize("before", ["<!DOCTYPE html>\n", ""])
def test_note(note: str, fetched: datetime | None, before: str) -> None:
    """The note of the program that saved the page gives its address, and the day where it says."""
    assert known(before.encode() + note.encode() + NAMED) == (URL, "comment", fetched)


def test_note_of_a_mirror_without_scheme() -> None:
    """HTTrack leaves out the scheme: it is that by which the page names the host, else http."""
    note = b"<!-- Mirrored from a.example/1 by HTTrack Website Copier/3, Fri, 01 Mar 2024 10:00:00 GMT -->"
    assert known(note)[0] == "http://a.example/1"
    assert known(note + b"<a href='https://a.example/2'>")[0] == "https://a.example/1"


def test_scrapbook() -> None:
    """WebScrapBook notes the address on the root element."""
    root = f'<!DOCTYPE html><html data-scrapbook-source="{URL}" data-scrapbook-create="20240301100000123">'
    assert known(root.encode()) == (URL, "comment", datetime(2024, 3, 1, 10, tzinfo=UTC))


@pytest.mark.parametrize(
    "words",
    [
        f"<!-- Page saved with SingleFile url: {URL} -->",
        f"<!-- saved from url=(0034){URL} -->",
        "<!-- Mirrored from a.example/1 by HTTrack Website Copier/3, Fri, 01 Mar 2024 10:00:00 GMT -->",
    ],
)
def test_note_in_the_text(words: str) -> None:
    """What stands further on in the page is the page's own word, and no note."""
    assert known(b"<html><head></head><body>" + words.encode())[0] is None


@pytest.mark.parametrize(
    ("path", "url"),
    [
        ("harbour.example/news/1.html", "/news/1.html"),
        ("harbour.example/index.html", "/"),
        ("harbour.example/news/index.htm", "/news/"),
        ("harbour.example/news/1", "/news/1"),
        ("harbour.example/news/1.php.html", "/news/1.php"),
        ("harbour.example/news/1.aspx.html", "/news/1.aspx"),
        ("harbour.example/news.php?id=1&b=c.html", "/news.php?id=1&b=c"),
        ("harbour.example/news.php?id=1", "/news.php?id=1"),
        ("harbour.example/news.php@id=1.html", "/news.php?id=1"),
        ("harbour.example/index.html?p=1", "/?p=1"),
        ("harbour.example/@author/1.html", "/@author/1.html"),
        ("harbour.example/news/1.html.gz", "/news/1.html"),
        ("harbour.example/two words/é%20.html", "/two%20words/%C3%A9%20.html"),
        ("Harbour.Example/1.html", "/1.html"),
        ("mirrors/2024/harbour.example/1.html", "/1.html"),
        ("other.example/harbour.example/1.html", "/1.html"),
    ],
)
def test_mirror(path: str, url: str) -> None:
    """In a mirror the folders under the host's are the path; what wget changed is undone."""
    content = gzip.compress(NAMED) if path.endswith(".gz") else NAMED
    told = known(content, f"/home/{path}")
    assert told == (f"https://harbour.example{url}", "path", None)


def test_mirror_scheme_and_port() -> None:
    """The scheme is that by which the page names its host; a port may stand behind the host."""
    page = b"<a href='http://harbour.example:8080/2'>"
    assert known(page, "/harbour.example+8080/1.html")[0] == "http://harbour.example:8080/1.html"


@pytest.mark.parametrize(
    ("content", "path"),
    [
        (b"<p>copy", "/home/harbour.example/1.html"),
        (b"<a href='https://harbour.example.org/2'>", "/home/harbour.example/1.html"),
        (NAMED, "/home/my.project/1.html"),
        (NAMED, "/home/v1.2/1.html"),
        (NAMED, "/home/harbour.example"),
    ],
)
def test_no_mirror(content: bytes, path: str) -> None:
    """A folder that only looks like a host, or a page that names another, gives no address."""
    assert known(content, path) == (None, "given", None)


def test_mirror_around(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The host may be a folder around the one that was named."""
    folder = tmp_path / "harbour.example" / "news"
    folder.mkdir(parents=True)
    (folder / "1.html").write_bytes(NAMED)
    monkeypatch.chdir(folder)
    assert only(Path("1.html")).url == "https://harbour.example/news/1.html"
    assert only(Path()).url == "https://harbour.example/news/1.html"


def test_mirror_in_an_archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In an archive its own folders tell, and not where the archive is."""
    (tmp_path / "harbour.example").mkdir()
    monkeypatch.chdir(tmp_path / "harbour.example")
    with zipfile.ZipFile("a.zip", "w") as archive:
        archive.writestr("harbour.example/1.html", NAMED)
        archive.writestr("2.html", NAMED)
    urls = [page.url for page in read(Path("a.zip"))]
    assert urls == ["https://harbour.example/1.html", None]


def test_base() -> None:
    """A base is the address where the canonical link says the same; alone it is the whole site's."""
    base = f'<html><head><base target=_top href="{URL}">'
    canonical = f'<link rel="canonical" href="{URL}">'
    assert known(f"{base}{canonical}".encode())[:2] == (URL, "base")
    assert known(base.encode())[0] is None
    assert known(canonical.encode())[0] is None


@pytest.mark.parametrize(
    ("ending", "content"),
    [
        ("url", URL),
        ("url", f"[InternetShortcut]\r\nURL={URL}\r\n"),
        ("json", json.dumps({"url": URL, "more": 1})),
        ("json", json.dumps({"url": URL, "fetched": "soon"})),
    ],
)
def test_sidecar(tmp_path: Path, ending: str, content: str) -> None:
    """A sidecar tells the address before all else, and is no input of its own."""
    (tmp_path / "a.html").write_bytes(b"<!-- saved from url=(0013)https://b.example/ --><p>copy")
    (tmp_path / f"a.html.{ending}").write_text(content)
    page = only(tmp_path)
    assert (page.url, page.address_from) == (URL, "sidecar")


def test_sidecar_with_a_moment(tmp_path: Path) -> None:
    """A sidecar may say when the page was fetched."""
    (tmp_path / "a.html").write_bytes(b"<p>copy")
    said = {"url": URL, "fetched": "2024-03-01T10:00:00Z"}
    (tmp_path / "a.html.json").write_text(json.dumps(said))
    assert only(tmp_path).fetched == datetime(2024, 3, 1, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    "content", [b"", b"junk", b"{", b"[" * 100_000, b"[]", b'{"url": 7}', b'{"url": "/a"}', b"\xff"]
)
def test_useless_sidecar(tmp_path: Path, content: bytes) -> None:
    """A sidecar that says nothing is as if there were none."""
    (tmp_path / "a.html").write_bytes(b"<p>copy")
    (tmp_path / "a.html.json").write_bytes(content)
    assert only(tmp_path).url is None


def test_sidecar_that_is_a_link(tmp_path: Path) -> None:
    """A link to a file elsewhere is no sidecar that is read."""
    (tmp_path / "outside").write_text(URL)
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.html").write_bytes(b"<p>copy")
    (folder / "a.html.url").symlink_to("../outside")
    assert only(folder).url is None


def test_no_sidecar(tmp_path: Path) -> None:
    """A file of such a name without its page is an input like others."""
    for name in ("a.json", "b.url", "a.html.json", "2024", "2024.json"):
        (tmp_path / name).touch()
    assert len(list(walk(str(tmp_path)))) == 5


@pytest.mark.parametrize(
    ("written", "paths"),
    [
        (b"a.html\nb c.html\r\n\n\xff.html", ["a.html", "b c.html", "\udcff.html"]),
        (b"a.html\0b\nc.html\0\0d", ["a.html", "b\nc.html", "d"]),
        (b"", []),
        (b"\n\n", []),
        (b"a\0" * 40_000 + b"b", ["a"] * 40_000 + ["b"]),
    ],
)
def test_list(written: bytes, paths: list[str]) -> None:
    """A list has a path a line, or NUL behind each; empty ones are none."""
    assert list(listed(io.BytesIO(written))) == paths


@pytest.mark.parametrize("written", [b"a" * 2**17, b"a\0" + b"b" * 2**18])
def test_no_list(written: bytes) -> None:
    """What has names longer than any path is no list of paths."""
    with pytest.raises(UsageError, match="64 KiB"):
        list(listed(io.BytesIO(written)))


def test_listed_links(tmp_path: Path) -> None:
    """Every path of a list was named: links among them are followed, missing ones are failures."""
    (tmp_path / "a.html").write_bytes(b"<p>copy")
    (tmp_path / "b.html").symlink_to("a.html")
    paths = [str(tmp_path / "b.html"), str(tmp_path / "c.html")]
    linked, lost = Readers(Desk(outlets=()).plugins, None).pages(paths)
    assert isinstance(linked, Page)
    assert "leads to nothing" in getattr(lost, "reason", "")
