"""A run that is killed at any moment is gone on with: nothing lost, nothing twice, the same bytes."""

import json
import os
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path
from random import Random

import pytest
from click.testing import CliRunner, Result
from tests import troubled

from copydesk.cli import copydesk

COMMAND = [str(Path(sys.executable).parent / "copydesk"), "ingest", "pages", "--workers", "2"]
ENDED = ("-o", "out.jsonl", "--rejects", "rejects.jsonl")
PAGES = 240
MOMENTS = Random(6).sample(range(20, PAGES - 20), 20)  # noqa: S311  # the same every time
KILLS = [(moment, ("jsonl", "db")[n % 2]) for n, moment in enumerate(MOMENTS)]
FAST = 3


@pytest.fixture(scope="module")
def origin(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """
    Pages, some of which are none, and a plugin that is slow.

    A whole run has been written by them, and one that was killed.
    """
    folder = tmp_path_factory.mktemp("origin")
    troubled.settings(folder / "settings")
    (folder / "pages").mkdir()
    for number in range(PAGES):
        text = troubled.page("slow", f"Roof {number}") if number % 10 else "nothing"
        (folder / "pages" / f"{number:03}.html").write_text(text)
    for kind in ("jsonl", "db"):
        words = ("-o", f"whole.{kind}", "--rejects", "whole-rejects", "--force", "--workers", "0")
        done = started(folder, *words)
        done.communicate(timeout=120)
        assert done.returncode == 0
    killed(folder, 150, *ENDED)
    return folder


@pytest.fixture(autouse=True)
def folder(origin: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of it to work in."""
    shutil.copytree(origin, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COPYDESK_CONFIG", "settings/copydesk.toml")
    return tmp_path


def run(*words: str) -> Result:
    """Run a command in this process, which edits the pages too unless workers are named."""
    alone = {"ingest": {"workers": 0}}
    done = CliRunner().invoke(copydesk, ["ingest", "pages", *words], default_map=alone)
    sys.modules.pop("copydesk_path_harbour", None)
    return done


def started(folder: Path, *words: str) -> subprocess.Popen[bytes]:
    """Start it as users do."""
    environment = {**os.environ, "COPYDESK_CONFIG": "settings/copydesk.toml"}
    return subprocess.Popen(  # noqa: S603
        [*COMMAND, *words],
        cwd=folder,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )


def killed(folder: Path, outcomes: int, *words: str, number: int = signal.SIGKILL) -> str:
    """Kill a run when so many outcomes are written."""
    running = started(folder, *words)
    until(folder / words[words.index("-o") + 1], outcomes, running)
    running.send_signal(number)
    _, said = running.communicate(timeout=60)
    assert running.returncode == (-signal.SIGKILL if number == signal.SIGKILL else 130)
    return said.decode()


def until(target: Path, outcomes: int, running: subprocess.Popen[bytes]) -> None:
    """Wait for outcomes, by the number of lines or rows."""
    for _ in range(3_000):
        if written(target) >= outcomes or running.poll() is not None:
            return
        time.sleep(0.01)
    pytest.fail("nothing was written")


def written(target: Path) -> int:
    if not target.exists():
        return 0
    if target.suffix == ".jsonl":
        return target.read_bytes().count(b"\n")
    try:
        with closing(sqlite3.connect(f"file:{target}?mode=ro", uri=True)) as base:
            return int(base.execute("SELECT count(*) FROM outcomes").fetchone()[0])
    except sqlite3.OperationalError:  # its tables are being made
        return 0


def contents(target: Path) -> list[str] | bytes:
    if target.suffix == ".jsonl":
        return target.read_bytes()
    with closing(sqlite3.connect(target)) as base:
        return [line for line in base.iterdump() if "INSERT" in line]


@pytest.mark.parametrize(
    ("moment", "kind"),
    [*KILLS[:FAST], *(pytest.param(*kill, marks=pytest.mark.slow) for kill in KILLS[FAST:])],
)
def test_killed_and_resumed(folder: Path, kind: str, moment: int) -> None:
    """Killed twice and gone on with, a run gives the bytes of one that nobody ended; once more, too."""
    words = ("-o", f"new.{kind}", "--rejects", "rejects", "--resume")
    killed(folder, moment // 2, *words)
    killed(folder, moment, *words)
    done = run(*words, "--workers", "2")
    assert done.exit_code == 0
    assert f"{PAGES} pages read = 216 articles + 24 rejections + 0 failures" in done.stderr
    assert contents(folder / f"new.{kind}") == contents(folder / f"whole.{kind}")
    assert Path("rejects").read_bytes() == Path("whole-rejects").read_bytes()
    assert run(*words).exit_code == 0
    assert contents(folder / f"new.{kind}") == contents(folder / f"whole.{kind}")


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_interrupted_and_resumed(folder: Path, number: int) -> None:
    """Ctrl-C and SIGTERM end a run soon, keep all that is written, and say how to go on."""
    said = killed(folder, 50, "-o", "new.jsonl", "--rejects", "new", number=number)
    assert "the same command with --resume goes on where it ended" in said
    counts = re.search(r"pages read = (\d+) articles \+ (\d+) rejections \+ 0 failures", said)
    assert counts
    assert int(counts[1]) == written(folder / "new.jsonl")
    done = run("-o", "new.jsonl", "--rejects", "new", "--resume")
    assert f"{PAGES} pages read = 216 articles + 24 rejections" in done.stderr
    assert f"{int(counts[1]) + int(counts[2])} of them before" in done.stderr
    assert Path("new.jsonl").read_bytes() == Path("whole.jsonl").read_bytes()


def test_unordered(folder: Path) -> None:
    """A run without order is gone on with as well: the same lines, each once."""
    words = ("-o", "new.jsonl", "--unordered", "--resume")
    killed(folder, 100, *words)
    assert run(*words, "--workers", "2").exit_code == 0
    lines = Path("new.jsonl").read_bytes().splitlines()
    assert sorted(lines) == sorted(Path("whole.jsonl").read_bytes().splitlines())


def test_at_most_a_hundred_are_done_again(folder: Path) -> None:
    """What a killed run had written a second ago is not read again."""
    lines = written(folder / "out.jsonl")
    assert run(*ENDED, "--resume", "--summary", "s.json").exit_code == 0
    assert json.loads(Path("s.json").read_text())["resumed_after"] >= lines - 100


def test_ended_run_is_not_replaced(folder: Path) -> None:
    """Whoever forgets --resume loses nothing; --force begins anew."""
    before = Path("out.jsonl").read_bytes()
    done = run(*ENDED)
    assert done.exit_code == 2
    assert "a run to out.jsonl that can be gone on with; give --resume to do so" in done.stderr
    assert Path("out.jsonl").read_bytes() == before
    assert run(*ENDED, "--force").exit_code == 0
    assert Path("out.jsonl").read_bytes() == Path("whole.jsonl").read_bytes()


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--shard", "1/2"], "is the journal of a run with other shard; repeat its command"),
        (["--rejects", "other.jsonl"], "of a run with other output"),
        (["--host", "a.example"], "of a run with other filters"),
    ],
)
def test_other_command(words: list[str], message: str) -> None:
    """A run is gone on with by the same command alone."""
    done = run(*ENDED, *words, "--resume")
    assert done.exit_code == 2
    assert message in done.stderr


def test_other_input(folder: Path) -> None:
    """Where another input stands in the place of one that is done, the run is not gone on with."""
    (folder / "pages" / "000.html").unlink()
    done = run(*ENDED, "--resume")
    assert done.exit_code == 2
    assert "the input is not what it was when the run began: pages/001.html stands" in done.stderr


def test_shorter_output() -> None:
    """Where an output lost its end, as when the power failed, the run goes on further back."""
    os.truncate("rejects.jsonl", 0)
    assert run(*ENDED, "--resume").exit_code == 0
    assert Path("out.jsonl").read_bytes() == Path("whole.jsonl").read_bytes()
    assert Path("rejects.jsonl").read_bytes() == Path("whole-rejects").read_bytes()


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--resume"], "a run to - cannot be resumed; name a file"),
        (["-o", "whole.jsonl", "--resume"], "whole.jsonl is there without a journal"),
        (["-o", "a.jsonl", "--update"], "only an SQLite database can be updated"),
        (["-o", "a.jsonl", "--shard", "3/2"], "'3/2' is no I/N, such as 1/8 to 8/8"),
    ],
)
def test_wrong_use(words: list[str], message: str) -> None:
    """What cannot be gone on with is wrong use."""
    done = run(*words)
    assert done.exit_code == 2
    assert message in done.stderr


def test_nothing_to_resume(folder: Path) -> None:
    """--resume begins a run that never began, so that a job has one command for both."""
    assert run("-o", "out/", "--resume").exit_code == 0
    assert len([*(folder / "out").iterdir()]) == 216


def test_torn_journal() -> None:
    """Half a line at a journal's end, as a full disk leaves it, counts for nothing."""
    with Path("out.jsonl.journal").open("ab") as file:
        file.write(b'[299,"ab')
    assert run(*ENDED, "--resume").exit_code == 0
    assert Path("out.jsonl").read_bytes() == Path("whole.jsonl").read_bytes()


def test_ended_while_it_began() -> None:
    """A run that was ended before it noted anything begins anew."""
    first = Path("out.jsonl.journal").read_bytes().splitlines(keepends=True)[0]
    Path("out.jsonl.journal").write_bytes(first)
    assert run(*ENDED, "--resume").exit_code == 0
    assert Path("out.jsonl").read_bytes() == Path("whole.jsonl").read_bytes()
