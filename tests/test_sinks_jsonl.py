"""JSON Lines: one outcome a line, a line to every reader, never half a line."""

import io
import json
import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from tests.strategies import articles

from copydesk import Article, Failure, Rejection
from copydesk.errors import UsageError
from copydesk.sinks import JsonLines
from copydesk.sinks.jsonl import line_of

ARTICLE = Article(outlet="harbour", headline="Market roof – done")
REJECTION = Rejection(source="a.html", code="empty", reason="no words")
FAILURE = Failure(source="b.html", code="binary", stage="decode", reason="a picture")


def written(target: Path, *, rejects: bool = False, force: bool = False) -> list[str]:
    sink = JsonLines(rejects=rejects)
    sink.open(str(target), force=force)
    for outcome in (ARTICLE, REJECTION, FAILURE, ARTICLE):
        sink.write(outcome)
    sink.close()
    return target.read_text(encoding="utf-8").splitlines()


def test_a_pipe_is_refused(tmp_path: Path) -> None:
    """Opening a named pipe would wait for a reader that may never come."""
    os.mkfifo(tmp_path / "pipe.jsonl")
    with pytest.raises(UsageError, match="is a pipe"):
        JsonLines().open(str(tmp_path / "pipe.jsonl"), force=True)


def test_articles_only(tmp_path: Path) -> None:
    """A line is an article as its model prints it; rejections and failures are not there."""
    assert written(tmp_path / "out.jsonl") == [ARTICLE.model_dump_json()] * 2


def test_rejects_only(tmp_path: Path) -> None:
    """The file of rejects has the rest, each with its code and its input's name."""
    lines = [json.loads(line) for line in written(tmp_path / "r.jsonl", rejects=True)]
    assert [(line["type"], line["code"], line["source"]) for line in lines] == [
        ("rejection", "empty", "a.html"),
        ("failure", "binary", "b.html"),
    ]


@settings(max_examples=25)  # articles take long to make
@given(articles())
def test_one_line(article: Article) -> None:
    """Any article is one line to every reader, in UTF-8, and comes back as it was."""
    line = line_of(article)
    assert line.endswith(b"\n")
    assert len(line.decode("utf-8").splitlines()) == 1
    assert Article.model_validate_json(line) == article


def test_line_separators() -> None:
    """Those that JSON allows within a string are escaped and come back."""
    article = ARTICLE.model_copy(update={"extras": {"x": "a\u2028b\u2029c\x85d"}})
    line = line_of(article).decode()
    assert r"a\u2028b\u2029c\u0085d" in line
    assert json.loads(line)["extras"] == article.extras


def test_stdout() -> None:
    """Without a file lines go to the stream given, each as soon as it is whole; it stays open."""
    stream = io.BytesIO()
    sink = JsonLines(stream)
    sink.open("-", force=False)
    sink.write(ARTICLE)
    assert stream.getvalue() == line_of(ARTICLE)
    sink.close()
    assert not stream.closed


@pytest.mark.parametrize(
    ("name", "accepted"),
    [("-", True), ("a.jsonl", True), ("a.NDJSON", True), ("a.json", False), ("a.db", False)],
)
def test_accepts(name: str, accepted: bool) -> None:
    """Standard output and the two usual endings."""
    assert JsonLines().accepts(name) is accepted


def test_existing_is_refused(tmp_path: Path) -> None:
    """An output that exists stays as it is, a dangling link included; force replaces it."""
    target = tmp_path / "out.jsonl"
    target.write_text("mine\n" * 1000)
    with pytest.raises(UsageError, match=r"out\.jsonl is there already; give --force"):
        written(target)
    assert target.read_text().startswith("mine")
    assert len(written(target, force=True)) == 2
    (tmp_path / "link.jsonl").symlink_to("nowhere")
    with pytest.raises(UsageError, match="is there already"):
        written(tmp_path / "link.jsonl")


def test_cannot_be_made(tmp_path: Path) -> None:
    """A folder of that name, and a folder that is not there, are named."""
    (tmp_path / "a.jsonl").mkdir()
    with pytest.raises(UsageError, match=r"a\.jsonl is a folder"):
        written(tmp_path / "a.jsonl", force=True)
    with pytest.raises(UsageError, match=r"there is no folder .*none"):
        written(tmp_path / "none" / "a.jsonl")


def test_rejects_need_a_file() -> None:
    """Standard output is for articles alone."""
    with pytest.raises(UsageError, match="name a file"):
        JsonLines(rejects=True).open("-", force=False)


def test_disk_full(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What could not be written whole is cut off again, and the error names file and reason."""
    target = tmp_path / "out.jsonl"
    sink = JsonLines()
    sink.open(str(target), force=False)
    sink.write(ARTICLE)
    system, calls = os.write, iter([True, False])

    def nearly_full(number: int, data: memoryview) -> int:
        if next(calls):
            return system(number, data[:7])
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "write", nearly_full)
        with pytest.raises(UsageError, match=r"out\.jsonl cannot be written: No space left"):
            sink.write(ARTICLE)
    sink.write(ARTICLE)  # there is room again
    sink.close()
    assert target.read_bytes() == line_of(ARTICLE) * 2


def test_marks(tmp_path: Path) -> None:
    """A file that is gone on with is cut to its mark first; shorter than that it does not reach it."""
    target = tmp_path / "out.jsonl"
    sink = JsonLines()
    sink.open(str(target), force=False)
    sink.write(ARTICLE)
    mark = sink.mark()
    sink.keep()
    sink.write(ARTICLE)
    sink.close()
    again = JsonLines()
    again.reopen(str(target))
    assert again.reaches(mark)
    assert not again.reaches(10 * mark)
    again.rewind(mark)
    again.write(ARTICLE)
    again.close()
    assert target.read_bytes() == line_of(ARTICLE) * 2


def test_reopen_what_is_not_there(tmp_path: Path) -> None:
    """A file that is gone is an error that names it."""
    with pytest.raises(UsageError, match=r"gone\.jsonl cannot be written: No such file"):
        JsonLines().reopen(str(tmp_path / "gone.jsonl"))
