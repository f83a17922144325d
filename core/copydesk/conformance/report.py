"""What a plugin author reads when a check fails."""

import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from copydesk.conformance.cases import Case
from copydesk.conformance.checks import equals_golden, nothing_beyond_golden
from copydesk.conformance.suite import CaseTest, Result, Test
from copydesk.conformance.trial.subject import Fault
from copydesk.printable import escaped
from copydesk.schema import Evidence

_LABEL = 10
_LONGEST = 200


@dataclass(frozen=True)
class Way:
    """How the suite was started, to say how to start it again for one failure."""

    cases: Path | None = None
    config: str | None = None

    def command(self, test: Test) -> str:
        """Give the command that tries one test again."""
        words = ["copydesk", "check", test.subject.plugin.name]
        if test.case:
            words += ["--case", test.case.slug]
        return shlex.join([*words, "--field", test.name, *self.options()])

    def options(self) -> list[str]:
        """Give the options that say where cases and plugins are."""
        cases = ["--cases", str(self.cases)] if self.cases else []
        return [*cases, *(["--config", self.config] if self.config else [])]


def failure(test: Test, fault: Fault, way: Way) -> str:
    """Print one fault: what was expected, what came, where from, why, how to try again or accept."""
    place = [test.subject.plugin.name, test.case.slug if test.case else None, test.name]
    lines = [" / ".join(filter(None, place))]
    lines += (f"  {label:<{_LABEL}}{value}" for label, value in _lines(test, fault, way))
    return "\n".join(escaped(line) for line in lines)


def record(test: Test, result: Result, way: Way) -> dict[str, object]:
    """Give one test's result as JSON has it; ``status`` is passed, failed, known or not tried."""
    return {
        "plugin": test.subject.plugin.name,
        "outlet": test.case.facts.outlet if test.case else None,
        "case": test.case.slug if test.case else None,
        "test": test.name,
        "status": result.status,
        "reason": result.reason,
        "faults": [_fault(fault) for fault in result.faults],
        "rerun": way.command(test),
    }


def _fault(fault: Fault) -> dict[str, object]:
    evidence = fault.evidence.model_dump(mode="json") if fault.evidence else None
    return {**vars(fault), "evidence": evidence}


def short(path: Path) -> str:
    """Print a path from the working directory, where it stands below it."""
    try:
        return str(path.resolve().relative_to(Path.cwd()))
    except ValueError:
        return str(path)


def _lines(test: Test, fault: Fault, way: Way) -> Iterator[tuple[str, str]]:
    if fault.expected is not None:
        yield (
            "expected",
            _beside(
                fault.expected, short(test.case.file) if _is_golden(test) and test.case else None
            ),
        )
    if fault.got is not None:
        yield "got", _one_line(fault.got)
    if fault.evidence:
        yield "came from", _origin(fault.evidence)
    yield "why", fault.why
    yield "rerun", way.command(test)
    if test.case and (how := _acceptance(test, test.case, fault, way)):
        yield "accept", how


def _acceptance(test: Test, case: Case, fault: Fault, way: Way) -> str | None:
    """Say how to make the new value the expected one; None where none may be accepted."""
    if not (_is_golden(test) and fault.field and fault.got is not None):
        return None
    words = ["copydesk", "case", "update", case.slug, "--field", fault.field]
    words += ["--plugin", test.subject.plugin.name, *way.options()]
    return f"only if the page says so: {shlex.join(words)}"


def _is_golden(test: Test) -> bool:
    return isinstance(test, CaseTest) and test.check in {equals_golden, nothing_beyond_golden}


def _origin(evidence: Evidence) -> str:
    layout = (
        f"layout {evidence.layout}" if evidence.layout else f"plugin {evidence.plugin}, no layout"
    )
    selector = evidence.selector.replace("\n", "\\n")
    return f"{evidence.method} {selector}    raw '{_one_line(evidence.raw)}'    {layout}"


def _beside(value: str, remark: str | None) -> str:
    return _one_line(value) + (f"    {remark}" if remark else "")


def _one_line(text: str) -> str:
    line = text.replace("\n", "\\n")
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"
