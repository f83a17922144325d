"""A run: every page has one outcome, whatever breaks, and the counts prove it."""

import signal
from collections.abc import Sequence
from pathlib import Path

import pytest
from tests.harbour import PAGE, URL, Harbour

from copydesk import Article, Desk, Failure, Page, Rejection, ingest
from copydesk.errors import UsageError
from copydesk.ingest import Result, Tally, edit_batch, run
from copydesk.ingest.interrupt import stoppable
from copydesk.outcome import Outcome
from copydesk.schema import Warning  # noqa: A004  # the schema's own
from copydesk.sinks import JsonLines

ARTICLE = Article(outlet="harbour", url=URL, headline="Roof")
REJECTION = Rejection(code="index", reason="links")
FAILURE = Failure(code="binary", stage="decode", reason="a picture")


class Memory:
    """A sink that keeps outcomes, and does what a test tells it to while it writes."""

    def __init__(
        self,
        *,
        trouble: BaseException | None = None,
        signals: int = 0,
        number: signal.Signals = signal.SIGINT,
    ) -> None:
        self.outcomes: list[Outcome] = []
        self._trouble, self._signals, self._number = trouble, signals, number

    def accepts(self, target: str) -> bool:
        return bool(target)

    def open(self, target: str, *, force: bool) -> None: ...

    def write(self, outcome: Outcome) -> None:
        for _ in range(self._signals):
            signal.raise_signal(self._number)
        if self._trouble:
            raise self._trouble
        self.outcomes.append(outcome)

    def close(self) -> None: ...


@pytest.fixture
def desk() -> Desk:
    return Desk(outlets=[Harbour()])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An article twice, a page that is none, a picture, and a link."""
    for name in ("a.html", "b.html"):
        (tmp_path / name).write_text(PAGE)
    (tmp_path / "c.html").touch()
    (tmp_path / "d.html").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    (tmp_path / "e").symlink_to("a.html")
    return tmp_path


def test_every_page_has_an_outcome(desk: Desk, folder: Path) -> None:
    """Articles, rejections and failures come in the order read, and add up to the pages read."""
    sink, seen = Memory(), list[Result]()
    tally = run([str(folder)], sink, desk, progress=seen.append)
    kinds = [getattr(outcome, "type", "article") for outcome in sink.outcomes]
    assert kinds == ["article", "article", "rejection", "failure", "failure"]
    assert sink.outcomes == [result.outcome for result in seen]
    assert (tally.read, tally.outlets) == (5, {"harbour": 2})
    assert (tally.rejections, tally.failures) == ({"empty": 1}, {"binary": 1, "unreadable": 1})
    assert tally.reconciles


def test_same_article_twice(desk: Desk, folder: Path) -> None:
    """Pages whose articles have one id are both counted, and the second is counted as repeated."""
    saved = f"<!-- saved from url=(0034){URL} -->{PAGE}"
    for name in ("a.html", "b.html"):
        (folder / name).write_text(saved)
    assert run([str(folder)], Memory(), desk).repeated == 1


def test_rejects(desk: Desk, folder: Path, tmp_path: Path) -> None:
    """What is no article goes to the file of rejects as well."""
    rejects = JsonLines(rejects=True)
    rejects.open(str(tmp_path / "rejects.jsonl"), force=False)
    skip = {str(folder / "rejects.jsonl")}
    tally = run([str(folder)], Memory(), desk, rejects=rejects, skip=skip)
    rejects.close()
    lines = (tmp_path / "rejects.jsonl").read_text().splitlines()
    assert len(lines) == tally.rejections.total() + tally.failures.total() == 3


def test_edit_batch(desk: Desk) -> None:
    """One outcome for each of a batch, in its order; a reader's failure passes through."""
    batch: list[ingest.Input] = [Page(b""), FAILURE, Page(PAGE.encode(), URL)]
    first, second, third = edit_batch(desk, batch)
    assert isinstance(first, Rejection)
    assert second is FAILURE
    assert isinstance(third, Article)


def test_fault_of_our_own(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Should the desk itself break, the page is a failure and the others go on."""
    pages = [Page(b"1", URL, source="one"), Page(b"2", source="two")]

    def broken(page: Page) -> Outcome:
        raise ZeroDivisionError("division by zero")

    monkeypatch.setattr(desk, "edit", broken)
    first, second = edit_batch(desk, pages)
    assert isinstance(first, Failure)
    assert (first.source, first.url, first.code, first.stage) == ("one", URL, "crashed", "run")
    assert first.reason.startswith(
        "copydesk itself is at fault: ZeroDivisionError: division by zero (test_ingest.py, line "
    )
    assert isinstance(second, Failure)


@pytest.mark.parametrize("times", [0, 2])
def test_lost_and_doubled(
    desk: Desk, folder: Path, monkeypatch: pytest.MonkeyPatch, times: int
) -> None:
    """A page that is lost or counted twice on the way is found out: exit code 3."""

    def careless(desk: Desk, batch: Sequence[ingest.Input]) -> list[Outcome]:
        return edit_batch(desk, batch) * times

    monkeypatch.setattr("copydesk.ingest.alone.edit_batch", careless)
    tally = run([str(folder)], Memory(), desk)
    assert not tally.reconciles
    assert tally.exit_code(strict=False) == 3


@pytest.mark.parametrize(
    ("given", "code", "strict"),
    [
        ([], 0, 0),
        ([ARTICLE], 0, 0),
        ([ARTICLE, REJECTION], 0, 1),
        ([ARTICLE, FAILURE], 1, 1),
        ([REJECTION, FAILURE], 1, 1),
    ],
)
def test_exit_code(given: list[Outcome], code: int, strict: int) -> None:
    """A failure is 1, with strict a rejection too."""
    tally = Tally()
    for outcome in given:
        tally.read += 1
        tally.add(outcome)
    assert tally.exit_code(strict=False) == code
    assert tally.exit_code(strict=True) == strict


def test_warnings() -> None:
    """Warnings of articles are counted by code."""
    twice = (Warning(code="truncated", detail="cut"),) * 2
    tally = Tally()
    tally.add(ARTICLE.model_copy(update={"warnings": twice}))
    assert tally.warnings == {"truncated": 2}


@pytest.mark.parametrize("trouble", [ValueError("no room"), SystemExit("no room")])
def test_sink_that_raises(desk: Desk, folder: Path, trouble: BaseException) -> None:
    """An output that cannot be written ends the run with an error that says why."""
    with pytest.raises(UsageError, match=r"the output cannot be written: .*no room"):
        run([str(folder)], Memory(trouble=trouble), desk)


def test_nobody_reads(desk: Desk, folder: Path) -> None:
    """A broken pipe is none of them: it is told apart."""
    with pytest.raises(BrokenPipeError):
        run([str(folder)], Memory(trouble=BrokenPipeError()), desk)


def test_interrupted_while_writing(desk: Desk, folder: Path) -> None:
    """Ctrl-C during a write ends the run when the outcome is whole and counted."""
    sink, tally = Memory(signals=1), Tally()
    with pytest.raises(KeyboardInterrupt):
        run([str(folder)], sink, desk, tally=tally)
    assert len(sink.outcomes) == tally.read == tally.articles == 1


def test_interrupted_twice(desk: Desk, folder: Path) -> None:
    """A second Ctrl-C does not wait for a write that hangs."""
    sink, before = Memory(signals=2), signal.getsignal(signal.SIGINT)
    with pytest.raises(KeyboardInterrupt):
        run([str(folder)], sink, desk)
    assert sink.outcomes == []
    assert signal.getsignal(signal.SIGINT) is before


def test_terminated_while_writing(desk: Desk, folder: Path) -> None:
    """SIGTERM ends a run as Ctrl-C does."""
    sink, tally = Memory(signals=1, number=signal.SIGTERM), Tally()
    with stoppable(), pytest.raises(KeyboardInterrupt):
        run([str(folder)], sink, desk, tally=tally)
    assert len(sink.outcomes) == tally.read == tally.articles == 1
    assert signal.getsignal(signal.SIGTERM) is signal.SIG_DFL


def test_public_names() -> None:
    """What is exported is there, and nothing else is given."""
    assert all(getattr(ingest, name) for name in ingest.__all__)
    with pytest.raises(AttributeError, match="has no attribute 'no'"):
        _ = ingest.no
