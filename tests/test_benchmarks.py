"""The benchmarks run; how fast anything is is nobody's promise here."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.benchmarks import pages

from copydesk import Article, Desk, Page

BENCHMARKS = Path(__file__).parent / "benchmarks"


def run(script: str, *arguments: str) -> dict[str, Any]:
    """What a benchmark prints as JSON."""
    command = [sys.executable, str(BENCHMARKS / script), *arguments, "--json"]
    printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout  # noqa: S603
    found: dict[str, Any] = json.loads(printed)
    return found


def test_speed_is_measured_on_a_folder(tmp_path: Path) -> None:
    """Every page of a folder is read by the bare parse and by copydesk, and by whoever is there."""
    for number in range(2):
        (tmp_path / f"{number}.html").write_bytes(pages.news(number))
    found = run("speed.py", str(tmp_path), "--rounds", "1")
    outcomes = {row["name"]: row["outcomes"] for row in found["results"]}
    assert (outcomes["parse"], outcomes["copydesk"]) == ({"tree": 2}, {"article": 2})
    assert {*outcomes, *found["missing"]} == {"parse", "copydesk", "resiliparse", "trafilatura"}


def test_growth_is_measured_in_processes_of_their_own() -> None:
    """Each size of a shape has its time, its growth and its memory."""
    found = run("growth.py", "nested", "--scale", "0.01")
    assert [(row["size"], row["outcome"]) for row in found["rows"]] == [
        (5, "article"),
        (19, "article"),
    ]


def test_made_pages_are_articles_and_always_the_same() -> None:
    """A seed gives the same bytes, and copydesk reads them as a news page in the page's language."""
    page = pages.news(5)
    outcome = Desk(outlets=()).edit(Page(page))
    assert page == pages.news(5)
    assert isinstance(outcome, Article)
    assert outcome.language == "el"
