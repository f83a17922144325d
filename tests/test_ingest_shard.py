"""Shards: together they are everything, no two have anything in common, and a name says which."""

from itertools import chain
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk import Desk, ingest
from copydesk.errors import UsageError
from copydesk.ingest import Shard
from copydesk.outcome import Failure
from copydesk.sinks import Markdown


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Files in two folders, an empty folder, and a link."""
    for number in range(40):
        (tmp_path / "pages" / str(number % 2)).mkdir(parents=True, exist_ok=True)
        (tmp_path / "pages" / str(number % 2) / f"{number}.html").touch()
    (tmp_path / "empty").mkdir()
    (tmp_path / "pages" / "link").symlink_to("0")
    return tmp_path


def sources(shard: Shard | None, *paths: Path) -> list[str]:
    """Labels of what a run over a shard reads."""
    seen = list[str | None]()
    names = [str(path) for path in paths]
    ingest.run(
        names,
        Markdown(),
        Desk(outlets=[]),
        progress=lambda result: seen.append(result.facts.source),
        shard=shard,
    )
    return [source or "" for source in seen]


def test_nothing_is_lost_or_doubled(folder: Path) -> None:
    """All shards together read what one run reads; none is empty here."""
    paths = folder / "pages", folder / "empty", folder / "pages" / "0" / "0.html"
    shards = [sources(Shard(number, 3), *paths) for number in (1, 2, 3)]
    assert all(shards)
    assert sorted(chain(*shards)) == sorted(sources(None, *paths))


def test_stable(folder: Path) -> None:
    """A file stays in its shard whatever else is there."""
    before = sources(Shard(1, 4), folder / "pages")
    for number in range(40, 80):
        (folder / "pages" / "0" / f"{number}.html").touch()
    assert {*before} <= {*sources(Shard(1, 4), folder / "pages")}


@given(st.text(), st.integers(1, 50))
def test_each_name_has_one(name: str, of: int) -> None:
    """Every name is in exactly one shard."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return
    assert sum(Shard(number, of).holds(name) for number in range(1, of + 1)) == 1


@pytest.mark.parametrize("text", ["", "1", "0/3", "4/3", "-1/3", "1/3/5", "a/b", "1/0"])
def test_no_shard(text: str) -> None:
    """What is no shard is wrong use."""
    with pytest.raises(UsageError, match="is no I/N, such as 1/8 to 8/8"):
        Shard.parse(text)


def test_parse() -> None:
    """Counted from 1."""
    assert Shard.parse("8/8") == Shard(8, 8)
    assert str(Shard(2, 5)) == "2/5"


def test_failures_of_folders_are_sharded(folder: Path) -> None:
    """A link in a folder, which nobody reads, is a failure of one shard."""
    found = [s for n in (1, 2) for s in Shard(n, 2).inputs([str(folder / "pages")], ())]
    assert sum(isinstance(one, Failure) for one in found) == 1
