"""The benchmark of runs runs; how fast anything is is nobody's promise here."""

import gzip
import json
import subprocess
import sys
from pathlib import Path

import pytest
from tests.benchmarks.warcs import warc

BENCHMARK = Path(__file__).parent / "benchmarks" / "ingest.py"


@pytest.mark.slow
def test_runs_are_measured() -> None:
    """With no, one and two workers, and for each number of pages the memory."""
    words = ["--pages", "4", "--rounds", "1", "--memory", "3", "--json"]
    done = subprocess.run(  # noqa: S603
        [sys.executable, str(BENCHMARK), *words], capture_output=True, text=True, check=True
    )
    found = json.loads(done.stdout)
    assert [row["workers"] for row in found["speed"]] == [0, 1, 2]
    assert [row["pages"] for row in found["memory"]] == [3]
    assert all(row["pages_per_second"] > 0 for row in found["speed"])


def test_archives_are_read(tmp_path: Path) -> None:
    """Every page of a file is read, by copydesk and by whoever else is there."""
    warc(tmp_path / "pages.warc.gz", 3)
    command = [sys.executable, str(BENCHMARK.with_name("archives.py")), "--rounds", "1", "--json"]
    done = subprocess.run(  # noqa: S603
        [*command, str(tmp_path / "pages.warc.gz")], capture_output=True, text=True, check=True
    )
    row = json.loads(done.stdout)[0]
    assert (row["name"], row["pages"], row["articles"]) == ("copydesk", 3, 3)


def test_archives_are_always_the_same(tmp_path: Path) -> None:
    """As many records as were asked for, each of another page."""
    files = tmp_path / "a.warc.gz", tmp_path / "b.warc.gz"
    assert len({warc(file, 30, small=True) for file in files}) == 1
    one, two = (gzip.decompress(file.read_bytes()) for file in files)
    assert one == two
    assert one.count(b"WARC/1.0") == 30
    assert b" 29</h1>" in one
