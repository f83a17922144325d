"""Readers: whatever is named or stands in a folder gives a page or a reason, and nothing hangs."""

import gzip
import io
import os
import socket
import sys
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk import Desk, Failure, Page
from copydesk.plugins import Plugin, Plugins
from copydesk.readers import Files, Readers, count, label, missing, walk
from copydesk.readers.files import media_type_of, page_of
from copydesk.readers.regular import MAX_BYTES
from copydesk.schema import clean_text
from copydesk.streams import Ref

TEXT = b"New roof for the market\n\nThe covered market gets a new roof.\n"
NONE = Desk(outlets=()).plugins


def read(*paths: Path | str, plugins: Plugins = NONE, skip: set[str] | None = None) -> list[object]:
    named = [str(path) for path in paths]
    return list(Readers(plugins, named).pages(named, skip or set()))


def only(*paths: Path | str, plugins: Plugins = NONE) -> Page | Failure:
    (found,) = read(*paths, plugins=plugins)
    assert isinstance(found, Page | Failure)
    return found


def failure(path: Path | str) -> Failure:
    found = only(path)
    assert isinstance(found, Failure)
    return found


def page(path: Path | str) -> Page:
    found = only(path)
    assert isinstance(found, Page)
    return found


def test_file(tmp_path: Path) -> None:
    """A file is one page: its bytes, its name as label, its kind by its name."""
    file = tmp_path / "a.txt"
    file.write_bytes(TEXT)
    found = page(file)
    assert (found.content, found.source, found.is_text) == (TEXT, str(file), True)
    assert (found.url, found.fetched) == (None, None)


@pytest.mark.parametrize(
    ("name", "media_type"),
    [
        ("a.txt", "text/plain"),
        ("a.TXT.GZ", "text/plain"),
        ("a.html", "text/html"),
        ("a.htm.gz", "text/html"),
        ("a.xhtml", "text/html"),
        ("a.php", None),
        ("a", None),
        (".gz", None),
    ],
)
def test_media_type(name: str, media_type: str | None) -> None:
    """The name tells the kind, without the ending of gzip; for any other name the bytes tell."""
    assert media_type_of(name) == media_type


@pytest.mark.parametrize("name", ["a.txt.gz", "a.txt"])
def test_gzip(tmp_path: Path, name: str) -> None:
    """Gzip is told by its bytes, whatever the name; several members are one page."""
    file = tmp_path / name
    file.write_bytes(gzip.compress(TEXT) + gzip.compress(b"More.\n"))
    assert page(file).content == TEXT + b"More.\n"


def test_name_alone_is_no_gzip(tmp_path: Path) -> None:
    """A file that is called gzip and is none is read as it is."""
    file = tmp_path / "a.txt.gz"
    file.write_bytes(TEXT)
    assert page(file).content == TEXT


@pytest.mark.parametrize("cut", [8, 20, -3])
def test_broken_gzip(tmp_path: Path, cut: int) -> None:
    """Gzip that is cut anywhere is a failure that says so, never half a page."""
    file = tmp_path / "a.html.gz"
    file.write_bytes(gzip.compress(TEXT)[:cut])
    found = failure(file)
    assert (found.code, found.stage) == ("unreadable", "read")
    assert "gzip" in found.reason


def test_gzip_within_gzip(tmp_path: Path) -> None:
    """Compression is undone once; what is compressed twice is binary, and no page."""
    (tmp_path / "a.html.gz").write_bytes(gzip.compress(gzip.compress(TEXT)))
    outcome = Desk(outlets=()).edit(page(tmp_path / "a.html.gz"))
    assert isinstance(outcome, Failure)
    assert outcome.code == "binary"


def test_gzip_bomb(tmp_path: Path) -> None:
    """Decompression ends at the limit: 50 MB from 50 kB are too large."""
    file = tmp_path / "a.html.gz"
    with gzip.open(file, "wb", compresslevel=1) as stream:
        for _ in range(50):
            stream.write(bytes(2**20))
    found = failure(file)
    assert (found.code, found.stage) == ("too_large", "limits")


def test_size_is_looked_at_before_reading(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """50 MB are refused by what the system says, without being read."""
    file = tmp_path / "a.html"
    file.touch()
    os.truncate(file, 50 * 2**20)
    monkeypatch.setattr("copydesk.readers.files._content", lambda _: pytest.fail("it was read"))
    found = failure(file)
    assert (found.code, found.stage) == ("too_large", "limits")
    assert found.reason == "it has 52,428,800 bytes; the limit is 16,777,216"


def test_just_fits(tmp_path: Path) -> None:
    """A file of exactly the limit is read, one byte more is not."""
    file = tmp_path / "a.html"
    file.touch()
    os.truncate(file, MAX_BYTES)
    assert len(page(file).content) == MAX_BYTES
    os.truncate(file, MAX_BYTES + 1)
    assert failure(file).code == "too_large"


@pytest.mark.parametrize(
    ("before", "url"),
    [
        (b"<!DOCTYPE html>\n", "https://harbour.example/news/1?a=b"),
        (
            b"\xef\xbb\xbf<!doctype html PUBLIC '-//W3C//DTD'>\r\n",
            "https://harbour.example/news/1?a=b",
        ),
        (b"", "https://harbour.example/news/1?a=b"),
        (b"<html><body><p>", None),
    ],
)
def test_saved_from(before: bytes, url: str | None) -> None:
    """A browser's comment before the first tag gives the address; anywhere else it is the page's."""
    comment = b"<!-- saved from url=(0034)https://harbour.example/news/1?a=b -->"
    assert page_of(before + comment + b"<html>", Path("a.html")).url == url


def test_folder(tmp_path: Path) -> None:
    """Files come depth first in the order of names, hidden ones and folders within included."""
    for name in ("b.txt", "a/2.txt", "a/1.txt", "a.txt", ".hidden"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(TEXT)
    names = [getattr(found, "source", "") for found in read(tmp_path)]
    order = [".hidden", "a/1.txt", "a/2.txt", "a.txt", "b.txt"]
    assert names == [f"{tmp_path}/{name}" for name in order]
    assert count([str(tmp_path), str(tmp_path / "b.txt"), "-"]) == 7


def test_very_deep_folder(tmp_path: Path) -> None:
    """A thousand folders within each other are no recursion."""
    folders = [Path(f"{tmp_path}/keep" + "/d" * depth) for depth in range(1_200)]
    for folder in folders:
        folder.mkdir()
    file = folders[-1] / "a.txt"
    file.write_bytes(TEXT)
    assert page(tmp_path).content == TEXT
    file.unlink()
    for folder in reversed(folders):  # what clears up after tests would recurse
        folder.rmdir()


@pytest.mark.parametrize(
    ("kind", "reason"),
    [
        ("fifo", "it is a pipe; only regular files are read"),
        ("socket", "it is a socket; only regular files are read"),
        ("link", "it is a link, which is not followed inside a folder; name it to read it"),
        ("up", "it is a link, which is not followed inside a folder; name it to read it"),
        ("dangling", "it is a link that leads to nothing, or in a circle"),
        ("loop", "it is a link that leads to nothing, or in a circle"),
    ],
)
def test_no_regular_file_in_a_folder(tmp_path: Path, kind: str, reason: str) -> None:
    """What is no regular file is a failure that says what it is; no link is followed."""
    outside = tmp_path / "outside.txt"
    outside.write_bytes(TEXT)
    folder = tmp_path / "folder"
    folder.mkdir()
    with special(folder / kind, outside):
        found = failure(folder)
    assert (found.code, found.stage, found.reason) == ("unreadable", "read", reason)
    assert found.source == str(folder / kind)


@pytest.mark.parametrize(
    ("kind", "reason"),
    [
        ("fifo", "it is a pipe; only regular files are read"),
        ("dangling", "it leads to nothing, or was taken away while it was read"),
        ("loop", "it is a link that leads in a circle, or was made one while the folder was read"),
        ("device", "it is a device; only regular files are read"),
    ],
)
def test_no_regular_file_named(tmp_path: Path, kind: str, reason: str) -> None:
    """Named by the user, the same are failures too; a pipe without a writer does not hang."""
    with special(tmp_path / kind, Path("/dev/zero")):
        assert failure(tmp_path / kind).reason == reason


class special:  # noqa: N801  # reads as a phrase
    def __init__(self, path: Path, target: Path) -> None:
        self._path, self._target = path, target
        self._socket = socket.socket(socket.AF_UNIX)

    def __enter__(self) -> None:
        match self._path.name:
            case "fifo":
                os.mkfifo(self._path)
            case "socket":
                here = Path.cwd()
                os.chdir(self._path.parent)  # the name of a socket may be 108 bytes long
                self._socket.bind("socket")
                os.chdir(here)
            case "dangling":
                self._path.symlink_to("nowhere")
            case "loop":
                self._path.symlink_to("loop")
            case "up":
                self._path.symlink_to("..")
            case _:
                self._path.symlink_to(self._target)

    def __exit__(self, *_: object) -> None:
        self._socket.close()


def test_named_link_is_followed(tmp_path: Path) -> None:
    """A link that the user names is read, to a file or to a folder, under the name given."""
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "a.txt").write_bytes(TEXT)
    (tmp_path / "file").symlink_to("real/a.txt")
    (tmp_path / "folder").symlink_to("real")
    assert page(tmp_path / "file").source == str(tmp_path / "file")
    assert page(tmp_path / "folder").source == str(tmp_path / "folder" / "a.txt")


def test_member_that_becomes_a_link(tmp_path: Path) -> None:
    """A file that is a link by the time it is opened is not followed."""
    (tmp_path / "a.txt").symlink_to("/etc/passwd")
    (found,) = Files().read(tmp_path / "a.txt")
    assert isinstance(found, Failure)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_may_not_be_read(tmp_path: Path) -> None:
    """A file and a folder that may not be read are failures."""
    (tmp_path / "a.txt").touch(0o000)
    (tmp_path / "b").mkdir(0o000)
    assert [getattr(found, "reason", "") for found in read(tmp_path)] == ["Permission denied"] * 2


@pytest.mark.parametrize("function", ["open", "listdir", "lstat"])
def test_system_refuses(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, function: str) -> None:
    """Whatever the system refuses, the input is a failure with the system's reason."""
    (tmp_path / "a.txt").write_bytes(TEXT)
    files = Readers(NONE, [])
    pages = files.pages([str(tmp_path)])
    with monkeypatch.context() as patch:
        patch.setattr(os, function, refuse)
        (found,) = list(pages)
    assert isinstance(found, Failure)
    assert (found.code, found.reason) == ("unreadable", "Permission denied")


def refuse(*_: object, **__: object) -> None:
    raise PermissionError(13, "Permission denied")


def test_empty_folder(tmp_path: Path) -> None:
    """A folder without a file is a failure: every path that is named gives an outcome."""
    (tmp_path / "empty").mkdir()
    assert failure(tmp_path).reason == "the folder holds no file"


def test_own_output_is_no_input(tmp_path: Path) -> None:
    """The run's own output is left out of a folder, by its real path."""
    (tmp_path / "out").mkdir()
    for name in ("a.txt", "out.jsonl", "out/x.md"):
        (tmp_path / name).write_bytes(TEXT)
    link = tmp_path.parent / f"{tmp_path.name}-link"
    link.symlink_to(tmp_path)
    skip = {os.path.realpath(tmp_path / "out.jsonl"), os.path.realpath(tmp_path / "out")}
    for way in (str(link), f"{link}/"):
        assert [str(path) for path in walk(way, skip)] == [f"{link}/a.txt"]


def test_missing(tmp_path: Path) -> None:
    """Only what names nothing is missing: a dangling link is something, and so is stdin."""
    (tmp_path / "dangling").symlink_to("nowhere")
    (tmp_path / "file").touch()
    names = [f"{tmp_path}/{name}" for name in ("dangling", "file", "none", "file/none", "nul\0")]
    assert missing(["-", *names]) == names[2:]


def test_stdin(monkeypatch: pytest.MonkeyPatch) -> None:
    """Standard input is one page, gzip or not, of whatever kind its bytes are."""
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(gzip.compress(TEXT))))
    found = page("-")
    assert (found.content, found.source, found.is_text) == (TEXT, "stdin", True)


def test_stdin_ends_at_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of an endless standard input no more than the limit is taken."""
    with Path("/dev/zero").open("rb") as endless:
        monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=endless))
        assert failure("-").code == "too_large"


def test_closed_stdin(monkeypatch: pytest.MonkeyPatch) -> None:
    """A closed standard input is a failure."""
    monkeypatch.setattr(sys, "stdin", None)
    found = failure("-")
    assert (found.code, found.reason) == ("unreadable", "standard input is closed")


def test_file_called_dash(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """``./-`` is a file of that name."""
    monkeypatch.chdir(tmp_path)
    Path("-").write_bytes(TEXT)
    assert page("./-").content == TEXT


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        (b"plain name.txt", "plain name.txt"),
        (b"two\nlines.txt", r"two\x0alines.txt"),
        (b"bad\xff\xfe.txt", r"bad\xff\xfe.txt"),
        ("turned\u202egnp.txt".encode(), r"turned\u202egnp.txt"),
        (b"  sp  ace ", r"\x20\x20sp \x20ace\x20"),
        ("می\u200cشود.txt".encode(), "می\u200cشود.txt"),
        ("\u200d".encode(), r"\u200d"),
    ],
)
def test_label(tmp_path: Path, name: bytes, shown: str) -> None:
    """Any name is a printable label, and the file is read."""
    (tmp_path / os.fsdecode(name)).write_bytes(TEXT)
    assert page(tmp_path).content == TEXT
    assert label(os.fsdecode(name)) == shown


@given(st.binary(min_size=1).filter(lambda name: b"\0" not in name))
def test_label_is_clean(name: bytes) -> None:
    """Every label is one clean, non-empty line, fit for an outcome's ``source``."""
    shown = label(os.fsdecode(name))
    assert shown
    assert clean_text(shown) == shown
    assert len(shown.splitlines()) == 1


class Pages:
    """A plugin's reader of ``*.pages``; what it gives is told by the file."""

    def accepts(self, path: Path) -> bool:
        if path.name == "accept":
            raise ValueError("no idea")
        return path.suffix == ".pages"

    def read(self, path: Path) -> Iterator[Page | Failure]:
        for word in path.read_text().split():
            if word == "exit":
                raise SystemExit(9)
            yield word if word == "junk" else Page(word.encode(), source=word)  # type: ignore[misc]


def with_reader() -> Plugins:
    def register_readers() -> list[Pages]:
        return [Pages()]

    plugin = Plugin("pager", "1", "elsewhere", hooks={"register_readers": register_readers})
    return Plugins((plugin,))


@pytest.mark.parametrize(
    ("text", "given"),
    [
        ("one two", ["one", "two"]),
        ("one exit", ["one", "plugin_error: SystemExit: 9"]),
        (
            "junk",
            ["plugin_error: TypeError: the reader gave str, neither a Page nor a Failure"],
        ),
        ("", ["unreadable: it holds no page"]),
    ],
)
def test_reader_of_a_plugin(tmp_path: Path, text: str, given: list[str]) -> None:
    """A plugin's reader comes first; what it raises costs its input only, and is a failure."""
    (tmp_path / "a.pages").write_text(text)
    (tmp_path / "b.txt").write_bytes(TEXT)
    *pages, last = read(tmp_path, plugins=with_reader())
    said = [f"{p.code}: {p.reason}" if isinstance(p, Failure) else p.source for p in pages]  # type: ignore[attr-defined]
    # Where in the plugin's file it arose is told behind.
    assert [words.partition(" (test_readers.py, line ")[0] for words in said] == given
    assert isinstance(last, Page)


def test_reader_that_cannot_tell(tmp_path: Path) -> None:
    """A reader that raises when it is asked is at fault for that input."""
    (tmp_path / "accept").write_bytes(TEXT)
    found = only(tmp_path / "accept", plugins=with_reader())
    assert isinstance(found, Failure)
    assert (found.code, found.plugin) == ("plugin_error", "pager")


def test_refs(tmp_path: Path) -> None:
    """A place stands for each page in the order of the pages, and is read into the same page."""
    (tmp_path / "a.txt").write_bytes(TEXT)
    (tmp_path / "b.html").touch()
    os.truncate(tmp_path / "b.html", MAX_BYTES + 1)
    (tmp_path / "c").symlink_to("a.txt")
    readers = Readers(NONE, [str(tmp_path)])
    first, second, third = readers.refs([str(tmp_path)])
    assert first == Ref(tmp_path / "a.txt", None, len(TEXT))
    assert isinstance(second, Ref)
    loaded = readers.load(first)
    assert isinstance(loaded, Page)
    assert (loaded.content, loaded.source) == (TEXT, str(tmp_path / "a.txt"))
    assert [readers.load(second), third] == read(tmp_path)[1:]


def test_refs_of_a_plain_reader(tmp_path: Path) -> None:
    """A reader that only reads gives its pages; a place in its file is a failure, not a raise."""
    (tmp_path / "a.pages").write_text("one exit")
    readers = Readers(with_reader(), [])
    one, failed = readers.refs([str(tmp_path / "a.pages")])
    assert isinstance(one, Page)
    assert isinstance(failed, Failure)
    lost = readers.load(Ref(tmp_path / "a.pages"))
    assert isinstance(lost, Failure)
    assert (lost.code, lost.plugin) == ("plugin_error", "pager")


def test_place_of_what_is_gone(tmp_path: Path) -> None:
    """A file that is taken away before its page is read is a failure."""
    lost = Readers(NONE, []).load(Ref(tmp_path / "a.txt"))
    assert isinstance(lost, Failure)
    assert "taken away" in lost.reason
