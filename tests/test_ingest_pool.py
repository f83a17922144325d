"""The pool: one page may hang, crash or eat all memory, and costs nobody else's outcome."""

import os
import pickle
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests import troubled

from copydesk import Desk, Failure, Page, ingest
from copydesk.errors import UsageError
from copydesk.ingest import Pool, Result, Setup
from copydesk.ingest.guard import Child
from copydesk.readers import Found, Readers
from copydesk.streams import Ref


@pytest.fixture
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Settings of a plugin that makes trouble."""
    monkeypatch.setenv("TROUBLE", str(tmp_path))
    monkeypatch.delenv("COPYDESK_CONFIG", raising=False)
    return troubled.settings(tmp_path / "settings")


def edited(
    config: Path,
    *pages: str | Found,
    workers: int = 1,
    timeout: float = 20.0,
    ordered: bool = True,
) -> list[Result]:
    """The outcomes of pages, which go by their bytes."""
    founds = [
        Page(page.encode(), source=f"page {number}") if isinstance(page, str) else page
        for number, page in enumerate(pages)
    ]
    pool = Pool(Setup(str(config), timeout=timeout), workers, ordered=ordered)
    given = list(pool.results(enumerate(founds)))
    if ordered:
        assert [number for number, _ in given] == [*range(len(pages))]
    return [result for _, result in given]


def codes(results: list[Result]) -> list[str]:
    return [result.facts.code or result.facts.kind for result in results]


@pytest.mark.parametrize(
    ("trouble", "code", "reason"),
    [
        ("hang", "timeout", "it took more than 1.5 s, so its worker was ended"),
        ("sleep", "timeout", "it took more than 1.5 s"),
        ("exit", "crashed", "it ended its worker twice, the second time by exit code 3"),
        ("fault", "crashed", "the second time by signal SIGSEGV"),
        ("memory", "memory", "more memory than there is"),
    ],
)
def test_troubles(config: Path, trouble: str, code: str, reason: str) -> None:
    """A page that ends its worker is a failure that says how; all others have their outcomes."""
    good, bad = troubled.page(), troubled.page(trouble)
    before, middle, after, last = edited(config, good, bad, good, good, timeout=1.5)
    assert codes([before, middle, after, last]) == ["article", code, "article", "article"]
    failure = middle.outcome
    assert isinstance(failure, Failure)
    assert reason in failure.reason
    assert failure.source == "page 1"


def test_crash_that_passes(config: Path) -> None:
    """A page is tried once more, alone: what passed then is no failure."""
    results = edited(config, *[troubled.page()] * 3, troubled.page("once"), troubled.page())
    assert codes(results) == ["article"] * 5


def test_same_as_without(config: Path) -> None:
    """What workers give is what the desk itself gives, to the byte, failures of readers included."""
    seeds = Path(__file__).parent.parent / "seeds"
    paths = [str(seeds), str(seeds / "none.txt")]
    desk = Desk(str(config))
    readers = Readers(desk.plugins, paths)
    founds = list(enumerate(readers.refs(paths)))
    alone = list(ingest.Alone(desk, readers).results(founds))
    pool = Pool(Setup(str(config), named=paths), 2)
    assert [(n, r.line) for n, r in pool.results(founds)] == [(n, r.line) for n, r in alone]
    assert all(isinstance(found, Ref) for _, found in founds[:5])


def test_outcomes_survive_the_way(config: Path) -> None:
    """An article, a rejection and a failure are the same objects after the way through a pipe."""
    article, rejection, failure = edited(config, troubled.page(), "", "\x89PNG\r\n\x1a\n\0\0\0")
    assert [type(r.outcome).__name__ for r in (article, rejection, failure)] == [
        "Article", "Rejection", "Failure",
    ]  # fmt: skip
    for result in (article, rejection, failure):
        again = Result.of(result.outcome, result.facts.seconds)
        assert (again.line, again.facts) == (result.line, result.facts)


def test_three_kills_from_one_host(config: Path) -> None:
    """After three pages that ended workers the rest of a host is skipped, and no other host."""
    bad = [Page(troubled.page("exit").encode(), f"https://www.bad.example/{n}") for n in range(3)]
    good = [
        Page(troubled.page().encode(), f"https://{host}.example/9")
        for host in ("www.bad", "harbour")
    ]
    results = edited(config, *bad[:2], *good, bad[2], *good)
    assert codes(results) == [
        "crashed", "crashed", "article", "article", "crashed", "skipped", "article",
    ]  # fmt: skip
    assert "3 pages of www.bad.example ended their workers" in (results[5].facts.reason or "")


def test_prints_of_plugins(config: Path) -> None:
    """What a plugin writes below Python to standard output is no message of its worker."""
    assert codes(edited(config, troubled.page("print"), troubled.page())) == ["article"] * 2


def test_unordered(config: Path) -> None:
    """Without order a slow page lets the others go first, and every page still comes once."""
    pages = [troubled.page("sleep"), *[troubled.page()] * 60]
    results = edited(config, *pages, workers=2, timeout=3, ordered=False)
    assert sorted(codes(results)) == ["article"] * 60 + ["timeout"]
    assert codes(results)[0] == "article"


def test_read_ahead_is_bounded(config: Path) -> None:
    """However slow the sink, the readers are never far ahead of it."""
    read = [0]

    def founds() -> Iterator[tuple[int, Found]]:
        for number in range(1_000):
            read[0] += 1
            yield number, Page(b"", source=str(number))

    results = Pool(Setup(str(config)), 1).results(founds())
    for written, _ in enumerate(results):
        assert read[0] - written <= 65
    assert read[0] == 1_000


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[Child]:
    """The children that were started."""
    found = list[Child]()
    born = Child.__init__

    def counted(child: Child) -> None:
        found.append(child)
        born(child)

    monkeypatch.setattr(Child, "__init__", counted)
    return found


def test_workers_are_replaced(
    config: Path, started: list[Child], monkeypatch: pytest.MonkeyPatch
) -> None:
    """After so many pages a worker starts fresh."""
    monkeypatch.setattr("copydesk.ingest.crew.PAGES", 20)
    assert codes(edited(config, *[troubled.page()] * 40)) == ["article"] * 40
    assert len(started) == 2


def test_large_workers_are_replaced(
    config: Path, started: list[Child], monkeypatch: pytest.MonkeyPatch
) -> None:
    """So does one that has become large."""
    monkeypatch.setattr("copydesk.ingest.pool.RESIDENT", 1)
    assert codes(edited(config, *[troubled.page()] * 20)) == ["article"] * 20
    assert len(started) == 2


def test_no_worker_is_left(config: Path) -> None:
    """Whoever stops taking outcomes ends all workers, whatever they are at."""
    pages = [(n, Page(troubled.page("sleep" if n else "").encode())) for n in range(40)]
    results = Pool(Setup(str(config)), 2).results(pages)
    next(results)
    children = children_of(os.getpid())
    assert children
    results.close()  # type: ignore[attr-defined]
    assert not children & children_of(os.getpid())


def children_of(process: int) -> set[str]:
    """Numbers of the processes below one."""
    return {*Path(f"/proc/{process}/task/{process}/children").read_text().split()}


def test_worker_without_its_command(config: Path) -> None:
    """A worker whose command was killed, so that its pipes are closed, ends by itself."""
    orphan = Child()
    orphan.tell(pickle.dumps(Setup(str(config))), 60)
    orphan._in.close()
    orphan._out.close()
    assert orphan._process.wait(timeout=30) == 0


def test_broken_workers(config: Path) -> None:
    """Workers that end before they can work end the run with an error, not an endless row of them."""
    (config.parent / "harbour.py").write_text("import os\nos._exit(9)\n")
    with pytest.raises(UsageError, match=r"end before they can work \(exit code 9\)"):
        edited(config, troubled.page())


def test_settings_are_told_once(config: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """What is wrong with plugins the command tells, not each of its workers."""
    with config.open("a") as file:
        file.write('[plugins.gone]\npath = "gone.py"\n')
    edited(config, troubled.page())
    assert capfd.readouterr().err == ""


def test_dead_worker_is_replaced_in_a_second(config: Path) -> None:
    """A worker that is killed from outside costs a second, and no page."""
    pages = [(n, Page(troubled.page("slow").encode(), source=str(n))) for n in range(60)]
    results = Pool(Setup(str(config)), 1).results(pages)
    first = [next(results)]
    for child in children_of(os.getpid()):
        os.kill(int(child), signal.SIGKILL)
    start = time.monotonic()
    rest = list(results)
    assert codes([result for _, result in [*first, *rest]]) == ["article"] * 60
    assert time.monotonic() - start < 20
