"""The checks are checked: for each there is a bad plugin that fails it and no other."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests import bad
from tests.harbour import Harbour

from copydesk.conformance.checks import CHECKS, CaseCheck, PluginCheck, damage, named
from copydesk.conformance.suite import Test, case_tests, plugin_tests
from copydesk.conformance.trial import strangers, subject
from copydesk.conformance.trial.subject import Subject
from copydesk.page import Page

FEW = ("index.html", "letter.txt", "other-cms.html")


def failing(subject: Subject) -> dict[str, str]:
    """The checks that fail, each with the first fault."""
    tests: list[Test] = [*plugin_tests(subject)]
    for case in subject.cases:
        tests += case_tests(subject, case)
    found = [(named(test.check), test.run()) for test in tests]
    return {name: result.faults[0].why for name, result in found if result.status == "failed"}


@pytest.fixture(autouse=True)
def not_so_much(monkeypatch: pytest.MonkeyPatch) -> None:
    """A quarter of a megabyte shows as much here, and sooner."""
    monkeypatch.setattr(damage, "MUCH_MARKUP", 2**18)


def test_good(tmp_path: Path) -> None:
    """The good outlet, of which the bad plugins are made, fails none."""
    assert failing(bad.Bench(tmp_path).given(Harbour())) == {}


def test_good_module(tmp_path: Path) -> None:
    """Nor does it in a module, so that it can be loaded in another interpreter."""
    assert failing(bad.Bench(tmp_path).module()) == {}


@pytest.fixture
def few_strangers(monkeypatch: pytest.MonkeyPatch) -> None:
    """A list, a text and an article of nobody's stand for all that the good outlet is tried on."""

    def few() -> Iterator[tuple[str, Page]]:
        return (found for found in all_of_them() if found[1].source in FEW)

    all_of_them = strangers.shipped
    monkeypatch.setattr(subject, "shipped", few)


@pytest.mark.usefixtures("few_strangers")
@pytest.mark.parametrize("check", CHECKS, ids=named)
def test_fails_that_check_alone(check: CaseCheck | PluginCheck, tmp_path: Path) -> None:
    """A check finds the fault that it is for, and every other check lets it pass."""
    made = getattr(bad, named(check))
    assert failing(made(bad.Bench(tmp_path))).keys() == {named(check)}
