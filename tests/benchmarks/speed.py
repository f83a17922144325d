"""
Pages a second, beside the bare parse and other extractors, in turns in one process.

    python tests/benchmarks/speed.py                     # on pages made here
    python tests/benchmarks/speed.py FOLDER --rounds 5   # on every .html and .htm below FOLDER
    python tests/benchmarks/speed.py --json

In each round everyone reads all pages, one after the other; the best round counts. It is processor
time, with that of throwing away what was made. Trafilatura and resiliparse take part where they are
installed.
"""

import gc
import json
import statistics
import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import click

sys.path.insert(0, str(Path(__file__).parents[2]))  # where `tests` is, if this is run by its name
from tests.benchmarks import pages
from tests.benchmarks.contenders import CONTENDERS, Work, installed
from tests.benchmarks.setting import setting, told

_MARKUP = {".html", ".htm"}


@dataclass
class Result:
    """What one contender took for each page in its best round, and what came of the pages."""

    name: str
    seconds: list[float] = field(default_factory=list)
    outcomes: Counter[str] = field(default_factory=Counter)

    @property
    def total(self) -> float:
        return sum(self.seconds)

    def better(self, seconds: list[float], outcomes: Counter[str]) -> None:
        """Keep a round if it is the best so far."""
        if not self.seconds or sum(seconds) < self.total:
            self.seconds, self.outcomes = seconds, outcomes

    def data(self, parse: float, copydesk: float) -> dict[str, Any]:
        """Give all that is printed of it, seconds a round of the bare parse and copydesk known."""
        return {
            "name": self.name,
            "version": CONTENDERS[self.name].version,
            "pages_per_second": len(self.seconds) / self.total,
            "mean_ms": 1000 * statistics.mean(self.seconds),
            "median_ms": 1000 * statistics.median(self.seconds),
            "slowest_ms": 1000 * max(self.seconds),
            "times_parse": self.total / parse,
            "times_copydesk": self.total / copydesk,
            "outcomes": dict(self.outcomes.most_common()),
        }


def below(folder: Path) -> list[bytes]:
    """Read the pages below a folder, in the order of their names."""
    files = sorted(file for file in folder.rglob("*") if file.suffix.lower() in _MARKUP)
    return [file.read_bytes() for file in files]


def timed(work: Work, content: bytes) -> tuple[float, str]:
    """Give the processor's seconds for a page, and what came of it."""
    start = time.process_time()
    try:
        outcome = work(content)
    except Exception as error:  # noqa: BLE001  # whatever it raises, the page counts as read
        outcome = type(error).__name__
    return time.process_time() - start, outcome


def measured(works: dict[str, Work], contents: list[bytes], rounds: int) -> list[Result]:
    """Let everyone read all pages in turns."""
    results = {name: Result(name) for name in works}
    for _ in range(rounds):
        for name, work in works.items():
            gc.collect()  # so that nobody pays for what another left behind
            rows = [timed(work, content) for content in contents]
            results[name].better([row[0] for row in rows], Counter(row[1] for row in rows))
    return list(results.values())


def table(rows: list[dict[str, Any]]) -> str:
    head = (
        f"{'':12} {'version':>9} {'pages/s':>9} {'mean ms':>8} {'median':>7} {'slowest':>8}"
        f" {'x parse':>8} {'x copydesk':>10}  outcomes"
    )
    lines = (
        f"{row['name']:12} {row['version']:>9} {row['pages_per_second']:9.1f} {row['mean_ms']:8.2f}"
        f" {row['median_ms']:7.2f} {row['slowest_ms']:8.2f} {row['times_parse']:8.1f}"
        f" {row['times_copydesk']:10.2f}  {_counts(row['outcomes'])}"
        for row in rows
    )
    return "\n".join((head, *lines))


def _counts(outcomes: dict[str, int]) -> str:
    return ", ".join(f"{number} {name}" for name, number in outcomes.items())


def report(contents: list[bytes], rounds: int) -> dict[str, Any]:
    """Measure, and give all that is known of the run."""
    works, missing = installed()
    results = measured(works, contents, rounds)
    totals = {result.name: result.total for result in results}
    return {
        "setting": setting(),
        "pages": len(contents),
        "bytes": sum(map(len, contents)),
        "rounds": rounds,
        "results": [result.data(totals["parse"], totals["copydesk"]) for result in results],
        "missing": missing,
    }


@click.command()
@click.argument(
    "folder", required=False, type=click.Path(exists=True, file_okay=False, path_type=Path)
)
@click.option("--rounds", default=5, show_default=True, type=click.IntRange(min=1))
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def main(folder: Path | None, rounds: int, as_json: bool) -> None:
    """Tell how many pages a second are read, of FOLDER or of pages made here."""
    contents = below(folder) if folder else pages.some()
    if not contents:
        raise click.UsageError(f"no .html and no .htm below {folder}")
    made = report(contents, rounds)
    if as_json:
        click.echo(json.dumps(made, indent=2))
        return
    size = made["bytes"] / made["pages"] / 1000
    click.echo(f"{told(made['setting'])}")
    click.echo(f"{made['pages']} pages of {size:.0f} KB in the mean, best of {rounds} rounds\n")
    click.echo(table(made["results"]))
    for name, why in made["missing"].items():
        click.echo(f"{name:12} left out: {why}")


if __name__ == "__main__":
    main()
