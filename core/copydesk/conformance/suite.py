"""The suite: which tests a plugin has, and what the outcome of one is."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from copydesk.conformance import checks
from copydesk.conformance.cases import Case
from copydesk.conformance.checks import CaseCheck, PluginCheck, named
from copydesk.conformance.golden import FIELDS
from copydesk.conformance.places import nearest
from copydesk.conformance.trial.subject import Fault, NotTried, Subject, Trial
from copydesk.errors import UsageError

Status = Literal["passed", "failed", "known", "not tried"]


@dataclass(frozen=True)
class Result:
    """What came of one test."""

    status: Status
    """``known`` for a failure that case.toml declares."""
    faults: Sequence[Fault] = ()
    reason: str | None = None
    """Why it was not tried."""


@dataclass(frozen=True)
class PluginTest:
    """One check of a plugin as a whole."""

    subject: Subject
    check: PluginCheck

    @property
    def name(self) -> str:
        """The check's name."""
        return named(self.check)

    @property
    def case(self) -> Case | None:
        """None: it belongs to no case."""
        return None

    def run(self) -> Result:
        """Try it."""
        return _result(list(self.check(self.subject)))


@dataclass(frozen=True)
class CaseTest:
    """One check of a case; of the golden, one field of it."""

    trial: Trial
    check: CaseCheck
    field: str | None = None

    @property
    def name(self) -> str:
        """The field's or the check's name, as ``--field`` and ``known_failures`` take it."""
        return self.field or named(self.check)

    @property
    def subject(self) -> Subject:
        """The plugin whose case it is."""
        return self.trial.subject

    @property
    def case(self) -> Case:
        """The case."""
        return self.trial.case

    def run(self) -> Result:
        """Try it; a failure that is declared is known, a declared one that passes is a failure."""
        try:
            found = [
                f for f in self.check(self.trial) if self.field is None or f.field == self.field
            ]
        except NotTried as reason:
            return Result("not tried", reason=str(reason))
        if self.name not in self.case.facts.known_failures:
            return _result(found)
        if found:
            return Result("known", found)
        why = f"known_failures in case.toml lists {self.name}, which passes: take it off the list"
        return Result("failed", [Fault(why)])


Test = PluginTest | CaseTest


def plugin_tests(subject: Subject) -> Iterator[PluginTest]:
    """Give the tests of a plugin as a whole; of one that is left out, those of loading alone."""
    for check in checks.PLUGIN if subject.plugin.works else checks.LOADING:
        yield PluginTest(subject, check)


def case_tests(subject: Subject, case: Case) -> Iterator[CaseTest]:
    """
    Give the tests of one case.

    Raises:
        UsageError: if its known failures name what is neither a field nor a check.
    """
    for name in case.facts.known_failures:
        must_be_a_test(name, f"{case.folder}/case.toml: known_failures: ")
    trial = subject.trial(case)
    for check in (*checks.ANY_CASE, *(() if case.golden is None else checks.ARTICLE_CASE)):
        if check is checks.equals_golden:
            yield from (CaseTest(trial, check, field) for field in case.golden or ())
        else:
            yield CaseTest(trial, check)


def must_be_a_test(name: str, where: str = "") -> None:
    """
    Make sure that a name is a golden's field or a check.

    Raises:
        UsageError: if it is neither; it names the nearest that is.
    """
    known = (*FIELDS, *map(named, checks.CHECKS))
    if name not in known:
        raise UsageError(f"{where}{name!r} is neither a field nor a check{nearest(name, known)}")


def _result(faults: list[Fault]) -> Result:
    return Result("failed" if faults else "passed", faults)
