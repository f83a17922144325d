"""``copydesk check``: the suite for plugins that are named, without pytest."""

import json
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

import click

from copydesk.conformance import places
from copydesk.conformance.cases import Case
from copydesk.conformance.report import Way, failure, record, short
from copydesk.conformance.suite import (
    Result,
    Status,
    Test,
    case_tests,
    must_be_a_test,
    plugin_tests,
)
from copydesk.conformance.trial.subject import Subject
from copydesk.desk import Desk
from copydesk.errors import CopydeskError, UsageError
from copydesk.plugins import CORE, Plugin

Teller = Callable[[Test, Result, Way], None]


def run(  # noqa: PLR0913  # the command's options
    names: Sequence[str],
    cases: Path | str | None = None,
    case: str | None = None,
    field: str | None = None,
    config: Path | str | None = None,
    *,
    every: bool = False,
    as_json: bool = False,
) -> int:
    """
    Try plugins on their cases; failures and a summary for each go to standard output.

    Args:
        names: The plugins' names.
        cases: Folder of cases; by default those of the checkout, then of an editable install.
        case: Name of the one case to try.
        field: Name of the one field or check to try.
        config: Path of a plugins.toml.
        every: Try all plugins that are installed and switched on.
        as_json: Print a JSON object for each test instead, passed ones too.

    Returns:
        0 if all passed, 1 if something failed or a plugin has no case, 2 for wrong use: an unknown
        name, a case that cannot be read.
    """
    way = Way(Path(cases) if cases else None, str(config) if config else None)
    try:
        desk = Desk(way.config)
        plugins = [
            places.plugin_named(name, desk, broken_too=True)
            for name in _names(names, desk, every=every)
        ]
        subjects = [_subject(plugin, desk, way) for plugin in plugins]
        chosen = [(subject, _tests(subject, case, field)) for subject in subjects]
    except CopydeskError as error:
        sys.stderr.write(f"copydesk: {error}\n")
        return 2
    tell = _tell_json if as_json else _tell
    return max(_all_tried(subject, tests, way, tell) for subject, tests in chosen)


def _names(names: Sequence[str], desk: Desk, *, every: bool) -> Sequence[str]:
    if every == bool(names):
        raise UsageError("name one plugin or more, or give --all for every plugin installed")
    return names or [p.name for p in desk.plugins.all if p.enabled and p.name != CORE]


def _all_tried(subject: Subject, tests: Sequence[Test], way: Way, tell: Teller) -> int:
    total: Counter[Status] = Counter()
    for test in tests:
        result = test.run()
        total[result.status] += 1
        tell(test, result, way)
    if tell is _tell:
        click.echo(_summary(subject, total))
    return int(total["failed"] > 0 or (subject.plugin.works and not subject.cases))


def _tell(test: Test, result: Result, way: Way) -> None:
    for fault in result.faults if result.status == "failed" else ():
        click.echo(failure(test, fault, way) + "\n")


def _tell_json(test: Test, result: Result, way: Way) -> None:
    click.echo(json.dumps(record(test, result, way), ensure_ascii=False))


def _subject(plugin: Plugin, desk: Desk, way: Way) -> Subject:
    if not plugin.works:
        return Subject(plugin, desk)
    roots = places.find(plugin, way.cases, Path.cwd())
    own, foreign = places.sorted_out(roots, plugin, desk)
    if way.cases and not own:
        sys.stderr.write(f"copydesk: {way.cases} holds no case of {plugin.name}'s outlets\n")
    return Subject(plugin, desk, own, foreign)


def _tests(subject: Subject, slug: str | None, field: str | None) -> list[Test]:
    """Choose the tests; of one case, those of the plugin as a whole are left out."""
    if field:
        must_be_a_test(field)
    tests: list[Test] = [] if slug else [*plugin_tests(subject)]
    for case in _chosen(subject.cases, slug):
        tests += case_tests(subject, case)
    return [test for test in tests if field in {None, test.name}]


def _chosen(cases: Sequence[Case], slug: str | None) -> list[Case]:
    found = [case for case in cases if slug in {None, case.slug}]
    if slug and not found:
        raise UsageError(f"no case {slug!r}{places.nearest(slug, [case.slug for case in cases])}")
    return found


def _summary(subject: Subject, total: Counter[Status]) -> str:
    name = subject.plugin.name
    counts = [f"{total['passed']} passed", f"{total['failed']} failed"]
    counts += [_counted(total["known"], "known failure")] if total["known"] else []
    counts += [f"{total['not tried']} not tried"] if total["not tried"] else []
    if not subject.plugin.works:
        return f"{name}: {', '.join(counts)}; the plugin does not load, so that no case was tried"
    if not subject.cases:
        return (
            f"{name}: {', '.join(counts)}; no case was found, so that only the plugin itself was "
            "tried. Put cases into ./cases, or name their folder with --cases DIR"
        )
    roots = sorted({short(case.folder.parent) for case in subject.cases})
    return (
        f"{name}: {_counted(len(subject.cases), 'case')} in {', '.join(roots)}: {', '.join(counts)}"
    )


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
