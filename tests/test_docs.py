"""Every code block of README and docs works as pasted."""

import contextlib
import json
import os
import pty
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LANGUAGES = {"python", "bash", "toml", "json", "html", "text"}


def blocks(page: Path) -> Iterator[tuple[str, str]]:
    for found in BLOCK.finditer(page.read_text(encoding="utf-8")):
        yield found[1], found[2]


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder as a reader has it: the seeds, and nothing that an earlier page left."""
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("COPYDESK_CONFIG", raising=False)
    return tmp_path


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_blocks_say_what_they_are(page: Path) -> None:
    """A block without a known language would be tested by nobody."""
    assert {language for language, _ in blocks(page)} <= LANGUAGES


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_data_blocks_parse(page: Path) -> None:
    """TOML and JSON in the docs are TOML and JSON."""
    for language, text in blocks(page):
        if language == "toml":
            tomllib.loads(text)
        elif language == "json":
            json.loads(text)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_python_blocks_run(page: Path, desk: Path) -> None:
    """The blocks of a page run one after the other, as a reader would paste them."""
    names: dict[str, object] = {"__name__": "docs"}
    for number, (language, text) in enumerate(blocks(page), 1):
        if language == "python":
            exec(compile(text, f"{page.name}, block {number}", "exec"), names)  # noqa: S102


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_bash_blocks_run(page: Path, desk: Path) -> None:
    """
    Commands run as pasted, at a terminal where every question is answered with yes.

    Those that install are run by CI in a fresh environment.
    """
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    script = "\n".join(text for language, text in blocks(page) if language == "bash")
    lines = [line for line in script.splitlines() if "pip install" not in line]
    file = desk / "page.sh"
    file.write_text("\n".join(lines), encoding="utf-8")
    code, printed = at_a_terminal(["bash", "-euo", "pipefail", str(file)], desk, path)
    assert code == 0, printed


def at_a_terminal(command: list[str], folder: Path, path: str) -> tuple[int, str]:
    """Run a command as a person would who says yes to everything."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(  # noqa: S603
        command, cwd=folder, env={**os.environ, "PATH": path}, stdin=theirs, stdout=theirs,
        stderr=theirs,
    )  # fmt: skip
    os.close(theirs)
    printed = b""
    with contextlib.suppress(OSError):  # Linux's end of a terminal
        while piece := os.read(ours, 65_536):
            printed += piece
            if piece.rstrip().endswith(b"[y/n]:"):
                os.write(ours, b"y\n")
    os.close(ours)
    return process.wait(), printed.decode("utf-8", "replace")


def test_the_output_in_readme_is_real(monkeypatch: pytest.MonkeyPatch) -> None:
    """What README shows of ``copydesk show`` is what it prints, in a terminal of 96 columns."""
    monkeypatch.chdir(ROOT)
    command = [sys.executable, "-m", "copydesk", "show", "seeds/003_4e753271d8aab4f7.txt"]
    run = subprocess.run(  # noqa: S603
        command, env={**os.environ, "COLUMNS": "96"}, capture_output=True, text=True, check=True
    )
    printed = "\n".join(line.rstrip() for line in run.stdout.splitlines())
    shown = next(text for _, text in blocks(ROOT / "README.md") if text.startswith("Stoltenberg"))
    assert printed.startswith(shown.removesuffix("\n…\n"))


def test_links_lead_somewhere() -> None:
    """Every relative link of README and docs names a file that is there."""
    for page in PAGES:
        for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.name} links to {target}"
