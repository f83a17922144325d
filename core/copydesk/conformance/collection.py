"""What pytest collects: a case as a file, its tests as items, reported as by ``copydesk check``."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from copydesk.conformance import places
from copydesk.conformance.cases import Case, read
from copydesk.conformance.report import Way, failure
from copydesk.conformance.suite import Test, case_tests, plugin_tests
from copydesk.conformance.trial.subject import Fault, Subject
from copydesk.desk import Desk
from copydesk.errors import CopydeskError


class CaseFile(pytest.File):
    """One case; the first of a plugin's also has the tests of the plugin as a whole."""

    def collect(self) -> Iterator["CaseItem"]:
        """Give one test for each check and each field of the golden."""
        try:
            tests = list(self._tests())
        except CopydeskError as error:
            raise self.CollectError(str(error)) from error
        for test in tests:
            yield CaseItem.from_parent(self, name=test.name, test=test)

    def _tests(self) -> Iterator[Test]:
        bench = self.config.stash.setdefault(_BENCH, _Bench())
        case = read(self.path.parent)
        subject = bench.subject_of(case)
        if bench.is_new(subject):
            yield from plugin_tests(subject)
        if subject.plugin.works:
            yield from case_tests(subject, case)


class CaseItem(pytest.Item):
    """One test of a case or of its plugin."""

    def __init__(self, *, test: Test, **kwargs: Any) -> None:  # noqa: ANN401  # pytest's own
        """Take the test."""
        super().__init__(**kwargs)
        self.test = test

    def runtest(self) -> None:
        """Try it."""
        result = self.test.run()
        if result.status == "not tried":
            pytest.skip(result.reason or "")
        if result.status == "known":
            pytest.xfail("; ".join(fault.why for fault in result.faults))
        if result.status == "failed":
            raise _Faults(result.faults)

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:  # noqa: ANN401  # pytest's own
        """Print the faults as ``copydesk check`` does."""
        if not isinstance(excinfo.value, _Faults):
            return super().repr_failure(excinfo, style)
        return "\n\n".join(failure(self.test, fault, Way()) for fault in excinfo.value.faults)

    def reportinfo(self) -> tuple[Path, None, str]:
        """Say which test of which case it is."""
        return self.path, None, f"{self.path.parent.name}: {self.name}"


class _Faults(Exception):  # noqa: N818  # never leaves this file
    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__("; ".join(fault.why for fault in faults))
        self.faults = faults


class _Bench:
    """What the cases of one session share: the desk, and a subject for each plugin and folder."""

    def __init__(self) -> None:
        self._desk: Desk | None = None
        self._subjects: dict[tuple[str, Path], Subject] = {}
        self._seen: set[str] = set()

    def subject_of(self, case: Case) -> Subject:
        self._desk = self._desk or Desk()
        plugin, root = places.plugin_of(case, self._desk), case.folder.parent
        if (plugin.name, root) not in self._subjects:
            own, foreign = places.sorted_out([root], plugin, self._desk)
            self._subjects[plugin.name, root] = Subject(plugin, self._desk, own, foreign)
        return self._subjects[plugin.name, root]

    def is_new(self, subject: Subject) -> bool:
        is_new = subject.plugin.name not in self._seen
        self._seen.add(subject.plugin.name)
        return is_new


_BENCH = pytest.StashKey[_Bench]()
