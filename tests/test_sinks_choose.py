"""Which sink writes a target."""

import io

import pytest

from copydesk.errors import UsageError
from copydesk.outcome import Outcome
from copydesk.plugins import Plugin, Plugins
from copydesk.sinks import JsonLines, Markdown, Sqlite, choose


class Lines:
    """A plugin's sink that wants what the core would take."""

    def accepts(self, target: str) -> bool:
        return target.endswith((".jsonl", ".csv"))

    def open(self, target: str, *, force: bool) -> None: ...

    def write(self, outcome: Outcome) -> None: ...

    def close(self) -> None: ...


def with_sink(*, broken: bool = False) -> Plugins:
    def register_sinks() -> list[Lines]:
        if broken:
            raise SystemExit("not today")
        return [Lines()]

    return Plugins((Plugin("liner", "1", "elsewhere", hooks={"register_sinks": register_sinks}),))


@pytest.mark.parametrize(
    ("target", "kind"),
    [("-", JsonLines), ("a.jsonl", JsonLines), ("a.db", Sqlite), ("new/", Markdown)],
)
def test_core(target: str, kind: type) -> None:
    """The name of the target tells which of the core's own sinks writes it."""
    assert isinstance(choose(target, Plugins(()), io.BytesIO()), kind)


@pytest.mark.parametrize(
    ("target", "kind"), [("a.csv", Lines), ("a.jsonl", Lines), ("-", JsonLines)]
)
def test_plugin_first(target: str, kind: type) -> None:
    """A plugin's sink comes before the core's own."""
    assert isinstance(choose(target, with_sink(), io.BytesIO()), kind)


def test_broken_plugin() -> None:
    """A plugin that breaks when it is asked for sinks leaves out itself only."""
    plugins = with_sink(broken=True)
    assert isinstance(choose("a.jsonl", plugins, io.BytesIO()), JsonLines)
    (broken,) = plugins.broken
    assert (broken.problem or "").startswith("SystemExit: not today (test_sinks_choose.py, line ")


def test_nobody() -> None:
    """A name that no sink accepts is wrong use, and the known ones are named."""
    with pytest.raises(UsageError, match=r"a\.csv: no sink writes such a name; there are - for"):
        choose("a.csv", Plugins(()), io.BytesIO())
