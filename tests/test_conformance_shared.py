"""What all code of a process shares is looked at before and after."""

import decimal
import locale
import logging
import random
from collections.abc import Callable

import pytest

from copydesk import desk
from copydesk.conformance.trial.shared import changes, state


def test_nothing() -> None:
    """What changes nothing is told nothing of; numbers taken of random are no change."""
    before = state()
    random.random()  # noqa: S311  # no secret
    assert list(changes(before, state())) == []


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (
            lambda patch: patch.setenv("HARBOUR", "1"),
            "the environment, HARBOUR: nothing is now '1'",
        ),
        (lambda patch: patch.syspath_prepend("/no/such/place"), "sys.path"),
        (lambda patch: patch.chdir("/"), "the working directory"),
        (
            lambda patch: patch.setattr(desk.Desk, "edit", print),
            "copydesk.desk.Desk.edit is replaced",
        ),
        (lambda patch: patch.setattr(locale, "setlocale", lambda *_: "xx"), "the locale"),
        (lambda patch: patch.setattr(logging.root, "level", 3), "the root logger"),
        (
            lambda patch: patch.setattr(decimal.getcontext(), "prec", 5),
            "the arithmetic of decimals",
        ),
        (lambda _: random.seed(1), "the seed of random"),
    ],
)
def test_changes(
    monkeypatch: pytest.MonkeyPatch, change: Callable[[pytest.MonkeyPatch], object], told: str
) -> None:
    """Each change is told by the name of what changed."""
    before = state()
    with monkeypatch.context() as patch:
        change(patch)
        found = list(changes(before, state()))
    assert any(line.startswith(told) for line in found)
