"""The journal: what it notes, in which order, and what it refuses."""

from pathlib import Path

import pytest

from copydesk.errors import UsageError
from copydesk.ingest import journal
from copydesk.ingest.facts import Facts
from copydesk.ingest.journal import Done, Journal, path_of
from copydesk.outcome import Outcome

FACTS = Facts("rejection", "index", "links", source="a")


class Numbers:
    """A sink of numbers that cannot go back, as a database."""

    def __init__(self) -> None:
        self.written = self.kept = 0
        self.path = Path()

    def accepts(self, target: str) -> bool:
        return bool(target)

    def open(self, target: str, *, force: bool) -> None: ...

    def reopen(self, target: str) -> None: ...

    def write(self, outcome: Outcome | None = None) -> None:
        self.written += 1

    def mark(self) -> int:
        return self.written

    def keep(self) -> None:
        assert f'{{"marks": [{self.written}]}}' in self.path.read_text().splitlines()[-1]
        self.kept = self.written

    def reaches(self, mark: int) -> bool:
        return self.kept == mark

    def rewind(self, mark: int) -> None:
        assert self.kept == mark

    def close(self) -> None: ...


def test_one_run_at_a_time(tmp_path: Path) -> None:
    """Who begins while another run writes the same output is refused, and takes nothing from it."""
    path = tmp_path / "out.jsonl.journal"
    first = Journal(path, {"paths": "1"})
    first.begin()
    first.watch([])
    before = path.read_bytes()
    second = Journal(path, {"paths": "1"})
    with pytest.raises(UsageError, match="another run is writing"):
        second.begin()
    assert second.begun()
    with pytest.raises(UsageError, match="another run is writing"):
        next(second.resume([]))
    assert path.read_bytes() == before
    first.close(is_whole=False)
    assert list(second.resume([])) == []
    second.close(is_whole=True)


@pytest.fixture
def sink(tmp_path: Path) -> Numbers:
    sink = Numbers()
    sink.path = tmp_path / "out.db.journal"
    return sink


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """A clock that stands still until it is moved."""
    now = [0.0]
    monkeypatch.setattr(journal, "monotonic", lambda: now[0])
    return now


def fresh(sink: Numbers) -> Journal:
    noted = Journal(sink.path, {"paths": "a"})
    noted.begin()
    noted.watch([sink])
    return noted


def note(noted: Journal, sink: Numbers, *numbers: int) -> None:
    for number in numbers:
        sink.write()
        noted.add(number, number + 1, FACTS)


def test_a_hundred_or_a_second(sink: Numbers, clock: list[float]) -> None:
    """Outputs keep what they have after a hundred outcomes, or a second, once it is noted."""
    noted = fresh(sink)
    note(noted, sink, *range(99))
    assert sink.kept == 0
    note(noted, sink, 99)
    assert sink.kept == 100
    clock[0] = 1.0
    note(noted, sink, 100)
    assert sink.kept == 101


@pytest.mark.parametrize("kept", [100, 200])
def test_killed_between_noting_and_keeping(sink: Numbers, kept: int, clock: list[float]) -> None:
    """Of the last two marks the one counts that the output has."""
    noted = fresh(sink)
    note(noted, sink, *range(200))
    noted.close(is_whole=False)
    sink.kept = kept
    again = Journal(sink.path, {"paths": "a"})
    assert again.begun()
    assert len([*again.resume([sink])]) == kept
    assert [again.done.get(n) for n in (0, kept - 1, kept)] == [1, kept, 0]


def test_foreign_output(sink: Numbers) -> None:
    """An output that is at none of the marks is not gone on with."""
    noted = fresh(sink)
    note(noted, sink, *range(150))
    noted.close(is_whole=False)
    sink.kept = 7
    with pytest.raises(UsageError, match="does not fit the outputs any more; give --force"):
        [*Journal(sink.path, {"paths": "a"}).resume([sink])]


def test_facts_come_back(sink: Numbers) -> None:
    """A resumed run counts what the ended one had counted."""
    noted = fresh(sink)
    note(noted, sink, 5)
    noted.commit()
    noted.close(is_whole=False)
    assert [*Journal(sink.path, {"paths": "a"}).resume([sink])] == [FACTS]


def test_another_run(sink: Numbers) -> None:
    """A journal of another run is told by what is other."""
    fresh(sink)
    with pytest.raises(UsageError, match="of a run with other paths; repeat its command"):
        Journal(sink.path, {"paths": "b"}).begun()


def test_whole_run(sink: Numbers) -> None:
    """A run that ended well leaves no journal."""
    fresh(sink).close(is_whole=True)
    assert not sink.path.exists()


def test_done_in_any_order() -> None:
    """Numbers are noted in any order; what is not noted is not done."""
    done = Done()
    done.add(3, 7)
    done.add(1, 9)
    assert [done.get(number) for number in range(6)] == [0, 9, 0, 7, 0, 0]


@pytest.mark.parametrize(
    ("target", "place"), [("a/b.jsonl", "a/b.jsonl.journal"), ("a/b/", "a/b.journal")]
)
def test_place(target: str, place: str) -> None:
    """It stands beside the output, a folder included."""
    assert path_of(target) == Path(place)
