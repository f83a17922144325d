"""
How fast a run is from WARC to JSON Lines, what it adds to editing, and what memory it takes.

    python tests/benchmarks/ingest.py                  # speed and start-up, memory at 1,000 and 10,000
    python tests/benchmarks/ingest.py --memory 100000  # memory at that many pages
    python tests/benchmarks/ingest.py --pages 100 --rounds 1 --memory 100 --json

``pages/s`` is by the clock, start-up included; ``cpu`` is what all processes of a run take together.
It is told by a page, from a run over all pages and one over a few, so that starting counts for
nothing; ``overhead`` is by how much it exceeds ``Desk.edit`` on the same pages in one process. ``main`` and ``worker`` are peaks of resident
memory of the command and of its largest worker.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

import click

sys.path.insert(0, str(Path(__file__).parents[2]))  # where `tests` is, if this is run by its name
from tests.benchmarks.setting import setting, told
from tests.benchmarks.warcs import warc

from copydesk import Desk, Page
from copydesk.plugins import Plugins
from copydesk.readers import Readers

_OFTEN = 0.25
_FEW = 80
"""Pages that are enough for two workers to be started."""


def run(file: Path, workers: int, *others: str) -> dict[str, float]:
    """Ingest an archive: seconds by the clock, seconds of all processors, peaks of memory in MB."""
    command = [sys.executable, "-m", "copydesk", "ingest", str(file), "--force", *others]
    command += ["-o", str(file.with_suffix(".jsonl")), "--workers", str(workers)]
    before, start = os.times(), time.perf_counter()
    process = subprocess.Popen(command, stderr=subprocess.DEVNULL, cwd=file.parent)  # noqa: S603
    peaks = _watched(process)
    seconds, after = time.perf_counter() - start, os.times()
    if process.returncode:
        raise SystemExit(f"{' '.join(command)}: exit code {process.returncode}")
    used = sum(after[2:4]) - sum(before[2:4])
    return {"seconds": seconds, "cpu": used, **peaks}


def _watched(process: subprocess.Popen[bytes]) -> dict[str, float]:
    """Look at the peaks now and then: looking often takes time that the workers want."""
    peaks = {"main": 0.0, "worker": 0.0}
    while process.returncode is None:
        peaks["main"] = max(peaks["main"], _peak(process.pid))
        for child in _children(process.pid):
            peaks["worker"] = max(peaks["worker"], _peak(child))
        with suppress(subprocess.TimeoutExpired):
            process.wait(_OFTEN)
    return peaks


def _children(process: int) -> list[int]:
    with suppress(OSError):
        text = Path(f"/proc/{process}/task/{process}/children").read_text(encoding="ascii")
        return [int(word) for word in text.split()]
    return []


def _peak(process: int) -> float:
    """Peak of resident memory in MB; 0 where nobody tells."""
    with suppress(OSError):
        for line in Path(f"/proc/{process}/status").read_text(encoding="utf-8").splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) / 1024
    return 0.0


def best(measure: Callable[[], dict[str, float]], rounds: int) -> dict[str, float]:
    """Measure several times; the least of each is what the work takes when nobody else is there."""
    found = [measure() for _ in range(rounds)]
    return {name: min(one[name] for one in found) for name in found[0]}


def edited(file: Path) -> dict[str, float]:
    """Edit the same pages by ``Desk.edit`` alone, in this process, read beforehand."""
    desk, readers = Desk(outlets=()), Readers(Plugins(()), [])
    pages = [page for page in readers.pages([str(file)]) if isinstance(page, Page)]
    desk = Desk()
    start = time.process_time()
    for page in pages:
        desk.edit(page)
    return {"cpu": time.process_time() - start}


def speed(folder: Path, number: int, rounds: int) -> list[dict[str, Any]]:
    """Measure runs without workers, with one and with two."""
    file, few, one = (folder / f"{name}.warc.gz" for name in ("pages", "few", "page"))
    some = min(number // 2, _FEW)
    size = warc(file, number)
    warc(few, some)
    warc(one, 1)
    desk = best(lambda: edited(file), rounds)["cpu"] / number
    rows = []
    for workers in (0, 1, 2):
        start = best(lambda workers=workers: run(one, workers), rounds)  # type: ignore[misc]
        found = best(lambda workers=workers: run(file, workers), rounds)  # type: ignore[misc]
        before = best(lambda workers=workers: run(few, workers), rounds)  # type: ignore[misc]
        cpu = (found["cpu"] - before["cpu"]) / (number - some)
        rows.append({
            "workers": workers,
            "pages": number,
            "bytes": size,
            "pages_per_second": number / found["seconds"],
            "start": start["seconds"],
            "cpu_per_page": cpu,
            "desk_per_page": desk,
            "overhead": cpu / desk - 1,
        })  # fmt: skip
    return rows


def memory(folder: Path, numbers: Sequence[int]) -> list[dict[str, Any]]:
    """Measure the peaks of memory of runs over ever more pages."""
    rows = []
    for number in numbers:
        file = folder / f"{number}.warc.gz"
        warc(file, number, small=True)
        rows.append({"pages": number, **run(file, 2)})
        file.unlink()
    return rows


def lines(found: dict[str, Any]) -> list[str]:
    head = "workers  pages/s  start s  cpu ms/page  desk ms/page  overhead"
    rows = [
        f"{row['workers']:>7} {row['pages_per_second']:>8.1f} {row['start']:>8.2f}"
        f" {1000 * row['cpu_per_page']:>12.2f} {1000 * row['desk_per_page']:>13.2f}"
        f" {100 * row['overhead']:>8.0f}%"
        for row in found["speed"]
    ]
    peaks = [
        f"{row['pages']:>7,} {row['main']:>8.0f} {row['worker']:>9.0f} {row['seconds']:>8.1f}"
        for row in found["memory"]
    ]
    return [head, *rows, "", "  pages  main MB  worker MB  seconds", *peaks]


@click.command()
@click.option("--pages", default=560, show_default=True, type=click.IntRange(min=4))
@click.option("--rounds", default=3, show_default=True, type=click.IntRange(min=1))
@click.option("--memory", "numbers", multiple=True, type=int, default=(1_000, 10_000))
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def main(pages: int, rounds: int, numbers: Sequence[int], as_json: bool) -> None:
    """Measure runs of copydesk ingest over archives that are made for it."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        found = {
            "setting": setting(),
            "speed": speed(folder, pages, rounds),
            "memory": memory(folder, numbers),
        }
    if as_json:
        click.echo(json.dumps(found, indent=2))
        return
    click.echo("\n".join([told(setting()), "", *lines(found)]))


if __name__ == "__main__":
    main()
