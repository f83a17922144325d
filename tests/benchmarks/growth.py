"""
How time and memory grow with the page, each page in a fresh process.

    python tests/benchmarks/growth.py                # every shape
    python tests/benchmarks/growth.py markup tables  # these
    python tests/benchmarks/growth.py --scale 0.1    # of a tenth of the size
    python tests/benchmarks/growth.py --json

``growth`` is by how much more time a page costs than the one above it, over how much larger it is:
1 is linear, 4 is the square where the page is four times as large. Both count beyond those of a
page that is full of nothing, since the frame around it is not what grows. ``peak`` and ``kept`` are
the memory at most during the reading and afterwards, as multiples of the page's bytes and beyond them.
"""

import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import click

sys.path.insert(0, str(Path(__file__).parents[2]))  # where `tests` is, if this is run by its name
from tests.benchmarks.contenders import CONTENDERS
from tests.benchmarks.setting import setting, told
from tests.benchmarks.shapes import SHAPES

_WEIGH = Path(__file__).with_name("weigh.py")
_LIMIT = 600
"""Seconds after which a page counts as one that never ends."""


def weighed(name: str, shape: str, size: int) -> dict[str, Any]:
    command = [sys.executable, str(_WEIGH), name, shape, str(size)]
    run = subprocess.run(  # noqa: S603  # our own script
        command, stdout=subprocess.PIPE, text=True, check=True, timeout=_LIMIT
    )
    found: dict[str, Any] = json.loads(run.stdout)
    return found


def best(name: str, shape: str, size: int, rounds: int) -> dict[str, Any]:
    return min(
        (weighed(name, shape, size) for _ in range(rounds)), key=lambda found: found["seconds"]
    )


def rows(shape: str, scale: float, rounds: int, name: str) -> Iterator[dict[str, Any]]:
    """Measure one shape in all its sizes, the smallest first."""
    frame = best(name, shape, 0, rounds)
    last: dict[str, Any] = {}
    for size in SHAPES[shape][1]:
        number = max(1, round(size * scale))
        found, parse = (best(who, shape, number, rounds) for who in (name, "parse"))
        row = {
            "shape": shape,
            "size": number,
            "bytes": found["bytes"],
            "outcome": found["outcome"],
            "seconds": found["seconds"],
            "seconds_per_mb": found["seconds"] / found["bytes"] * 1e6,
            "times_parse": found["seconds"] / parse["seconds"],
            "growth": _growth(frame, last, found),
            "peak_times_page": found["peak"] / found["bytes"],
            "kept_times_page": found["kept"] / found["bytes"],
            "parse_peak_times_page": parse["peak"] / parse["bytes"],
        }
        last = found
        yield row


def _growth(frame: dict[str, Any], last: dict[str, Any], now: dict[str, Any]) -> float | None:
    """Compare what two pages cost beyond the frame; None where the smaller one costs no more."""
    if not last or last["seconds"] <= frame["seconds"]:
        return None
    time, size = (
        (now[what] - frame[what]) / (last[what] - frame[what]) for what in ("seconds", "bytes")
    )
    return float(time / size)


HEAD = (
    f"{'shape':9} {'size':>10} {'MB':>6} {'seconds':>8} {'s/MB':>6} {'x parse':>8} {'growth':>7}"
    f" {'peak':>6} {'kept':>6} {'parse peak':>10}  outcome"
)


def line(row: dict[str, Any]) -> str:
    growth = "" if row["growth"] is None else f"{row['growth']:.2f}"
    return (
        f"{row['shape']:9} {row['size']:>10,} {row['bytes'] / 1e6:6.2f} {row['seconds']:8.3f}"
        f" {row['seconds_per_mb']:6.2f} {row['times_parse']:8.1f} {growth:>7}"
        f" {row['peak_times_page']:6.1f} {row['kept_times_page']:6.1f}"
        f" {row['parse_peak_times_page']:10.1f}  {row['outcome']}"
    )


@click.command()
@click.argument("shapes", nargs=-1, type=click.Choice(list(SHAPES)))
@click.option("--scale", default=1.0, show_default=True, help="Make every page so much larger.")
@click.option("--rounds", default=1, show_default=True, type=click.IntRange(min=1))
@click.option(
    "--reader", default="copydesk", show_default=True, type=click.Choice(list(CONTENDERS))
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def main(shapes: Sequence[str], scale: float, rounds: int, reader: str, as_json: bool) -> None:
    """Tell how time and memory grow with the page, in SHAPES or in all."""
    measured = (row for shape in shapes or SHAPES for row in rows(shape, scale, rounds, reader))
    here = setting() | {reader: CONTENDERS[reader].version}
    if as_json:
        click.echo(json.dumps({"setting": here, "rows": list(measured)}, indent=2))
        return
    click.echo(f"{told(here)}\n\n{HEAD}")
    for row in measured:
        click.echo(line(row))


if __name__ == "__main__":
    main()
