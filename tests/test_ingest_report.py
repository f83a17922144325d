"""The report and the summary of a run: the same figures, and nothing of a page gets loose in them."""

import json
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from tests.harbour import PAGE

from copydesk.cli import copydesk
from copydesk.cli.summary import _lines
from copydesk.ingest.facts import Facts
from copydesk.ingest.report import Figures, page_of
from copydesk.ingest.report.figures import EXAMPLES, SLOWEST
from copydesk.ingest.report.svg import bars, months

HOSTILE = "</title><script>alert(1)</script>\x1b[31m\u202e\"'&"


def figures(*facts: Facts) -> Figures:
    found = Figures()
    for one in facts:
        found.tally.read += 1
        found.recall(one)
    return found


def an_article(number: int = 0, **others: Any) -> Facts:  # noqa: ANN401  # any of the facts
    facts = Facts("article", outlet="harbour", id=f"{number:x}", language="en", source=str(number))
    return facts._replace(**others)


class Tags(HTMLParser):
    """Collects the tags of a page, and complains of one that is not closed."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open, self.seen = list[str](), set[str]()
        self.feed(page)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.add(tag)
        if tag != "meta":
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.add(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_hostile_words_are_words() -> None:
    """Whatever pages, hosts and files are called, the report has no tag and no script of theirs."""
    values: dict[str, Any] = {
        "source": HOSTILE,
        "outlet": HOSTILE,
        "language": HOSTILE,
        "published": HOSTILE,
    }
    found = figures(
        an_article(**values, warnings=(HOSTILE,), filled=(HOSTILE,)),
        Facts("failure", HOSTILE, HOSTILE, source=HOSTILE),
    )
    page = page_of(found, command=HOSTILE, is_whole=True)
    assert "script" not in Tags(page).seen
    assert not {*page} & {*"\x1b\u202e"}
    assert "&lt;script&gt;alert(1)" in page
    assert "http" not in page


def test_everything_is_there() -> None:
    """Counts, plots, slowest pages and examples of the run."""
    found = figures(
        an_article(1, published="2022-01-07", seconds=0.25, filled=("headline", "authors")),
        an_article(2, published="2023-02", filled=("headline",), warnings=("truncated",)),
        an_article(3),
        Facts("rejection", "index", "links", source="b.html"),
        Facts("failure", "timeout", "too slow", source="c.html", seconds=20.0),
    )
    page = page_of(found, command="copydesk ingest pages", is_whole=True)
    for words in (
        "<b>5</b>pages read", "<b>3</b>articles", "headline", ">2 · 67 %<", "failure: timeout",
        "2022-01: 1", "1 without a date", "truncated", "<td>20.000</td><td>c.html</td>",
        "<td>rejection: index</td><td>b.html</td><td>links</td>",
        "Every page that was read has one outcome.",
    ):  # fmt: skip
        assert words in page, words
    assert Tags(page).seen >= {"svg", "table"}


@pytest.mark.parametrize(
    ("read", "is_whole", "words"), [(1, True, "do not reconcile"), (1, False, "was ended before")]
)
def test_what_is_wrong_is_said(read: int, is_whole: bool, words: str) -> None:
    """A run that was ended, or lost a page, says so."""
    found = Figures()
    found.tally.read = read
    assert words in page_of(found, command="", is_whole=is_whole)


def test_bounded() -> None:
    """A million pages leave a report of the size of that of some."""
    facts = (Facts("failure", "timeout", "slow", source=str(n), seconds=n) for n in range(200))
    found = figures(*facts)
    assert [seconds for seconds, _ in found.slowest] == [*range(199, 199 - SLOWEST, -1)]
    assert [len(some) for some in found.examples.values()] == [EXAMPLES]


def test_many_bars() -> None:
    """Of very many counts the largest are drawn, the rest is summed up."""
    plot = bars({str(number): 1_000 - number for number in range(100)})
    assert plot.count("<rect") == 26
    assert "75 others" in plot


@pytest.mark.parametrize(
    ("counts", "columns", "drawn"),
    [
        ({"2021-11": 1, "2022-02": 3}, ["2021-11", "2022-02"], 4),
        ({"2021": 2, "2021-02": 1, "2022": 1}, ["2021", "2021-02", "2022"], 14),
        ({"1903-05": 1, "2021-11": 2, "2021-12": 1}, ["1903", "2021"], 119),
        ({"2022-02": 3}, ["2022-02"], 1),
    ],
)
def test_a_place_among_the_months_is_a_time(
    counts: dict[str, int], columns: list[str], drawn: int
) -> None:
    """A month without articles has its room; a span of more than twenty years is told by years."""
    plot = months(counts)
    assert re.findall(r"<title>([\d-]+):", plot) == columns
    lefts = [float(left) for left in re.findall(r'<rect x="([\d.]+)"', plot)]
    step = min(40.0, 640 / drawn)
    assert lefts[-1] == pytest.approx((drawn - 1) * step, abs=0.1)


def test_no_months() -> None:
    """Without a date there is no plot."""
    assert months({}) == ""


def test_summary_and_report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """--summary and --report are written, and neither is read as a page by the next run."""
    monkeypatch.chdir(tmp_path)
    Path("a.html").write_text(PAGE)
    Path("b.html").touch()
    words = ["ingest", ".", "-o", "o.jsonl", "--summary", "s.json", "--report", "r.html", "--force"]
    words += ["--workers", "0"]
    for _ in range(2):
        assert CliRunner().invoke(copydesk, words).exit_code == 0
    summary = json.loads(Path("s.json").read_text())
    assert summary["is_whole"]
    assert summary["reconciles"]
    assert (summary["read"], summary["articles"], summary["rejections"]) == (2, 1, 1)
    assert summary["rejections_by_code"] == {"empty": 1}
    assert summary["fields"]["headline"] == 1
    assert "copydesk ingest . -o o.jsonl" in Path("r.html").read_text()


def test_log_json(tmp_path: Path) -> None:
    """With --log-json every line of standard error is an event with its time, the summary the last."""
    (tmp_path / "a.html").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    done = CliRunner().invoke(copydesk, ["ingest", str(tmp_path), "--log-json", "--workers", "0"])
    events = [json.loads(line) for line in done.stderr.splitlines()]
    assert done.exit_code == 1
    assert [event["event"] for event in events if event["event"] != "note"] == [
        "failure", "progress", "summary",
    ]  # fmt: skip
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\dT[\d:.]+\+00:00", event["time"]) for event in events)
    assert events[-1]["failures_by_code"] == {"binary": 1}


def test_the_terminal_and_the_json_tell_what_the_report_draws() -> None:
    """Fields, languages, years and the slowest pages in a line each; examples of what is no article."""
    found = figures(
        an_article(1, published="2022-01-07", filled=("body", "authors"), seconds=0.5),
        an_article(2, published="2022-03", filled=("body",), language="fa"),
        Facts("failure", "timeout", "too slow", source="c.html", seconds=20.0),
    )
    assert [" ".join(line.split()) for line in _lines(found)] == [
        "fields body 100 %, authors 50 %",
        "languages en 1, fa 1",
        "published 2022 2",
        "slowest c.html 20.00 s, 1 0.50 s, 2 0.00 s",
    ]
    assert found.as_json(is_whole=True)["examples"] == [
        {
            "kind": "failure",
            "code": "timeout",
            "source": "c.html",
            "url": None,
            "reason": "too slow",
        }
    ]
