"""While a plugin works nothing outside is reached; every attempt is noted."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from copydesk.conformance.trial.confined import confined
from copydesk.page import Page


@pytest.mark.parametrize(
    ("attempt", "event"),
    [
        (lambda folder: (folder / "a.txt").write_text("x"), "open"),
        (lambda folder: (folder / "b").mkdir(), "os.mkdir"),
        (lambda folder: (folder / "old.txt").unlink(), "os.remove"),
        (lambda folder: (folder / "old.txt").rename(folder / "new.txt"), "os.rename"),
    ],
)
def test_writing(tmp_path: Path, attempt: Callable[[Path], object], event: str) -> None:
    """Files are neither made nor changed nor removed."""
    (tmp_path / "old.txt").write_text("old")
    with confined() as attempts, pytest.raises(PermissionError):
        attempt(tmp_path)
    assert attempts.writing[0].startswith(f"{event} {tmp_path}")
    assert [file.name for file in tmp_path.iterdir()] == ["old.txt"]


def test_programs() -> None:
    """No program is started."""
    with confined() as attempts, pytest.raises(PermissionError):
        subprocess.run([sys.executable, "-c", ""], check=False)
    assert attempts.processes[0].startswith("subprocess.Popen")


def test_reading(tmp_path: Path) -> None:
    """Others' files may be read, which is noted; one's own are nobody's business."""
    own, other = tmp_path / "own" / "a.txt", tmp_path / "other.txt"
    own.parent.mkdir()
    for file in (own, other):
        file.write_text("x")
    with confined(own.parent) as attempts:
        _ = own.read_text(), other.read_text()
    assert attempts.reading == [str(other)]


def test_libraries() -> None:
    """What copydesk itself loads on the way is no attempt."""
    with confined() as attempts:
        page = Page(b"<p>One</p>")
        page.soup(page.tree.css("p")[0])
    assert attempts.reading == attempts.writing == []


def test_afterwards(tmp_path: Path) -> None:
    """Outside the block all is as it was."""
    with confined():
        pass
    assert (tmp_path / "a.txt").write_text("x") == 1
