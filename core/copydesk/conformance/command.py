"""``copydesk check``: the suite for one plugin, without pytest."""

import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import click

from copydesk.conformance import places
from copydesk.conformance.cases import Case
from copydesk.conformance.report import Way, failure, short
from copydesk.conformance.subject import Subject
from copydesk.conformance.suite import (
    Result,
    Status,
    Test,
    case_tests,
    must_be_a_test,
    nearest,
    plugin_tests,
)
from copydesk.desk import Desk
from copydesk.errors import CopydeskError, UsageError
from copydesk.plugins import CORE, Plugin


def run(
    name: str,
    cases: Path | str | None = None,
    case: str | None = None,
    field: str | None = None,
    config: Path | str | None = None,
) -> int:
    """
    Try a plugin on its cases; failures and a summary go to standard output.

    Args:
        name: The plugin's name.
        cases: Folder of cases; by default those of the checkout, then of an editable install.
        case: Name of the one case to try.
        field: Name of the one field or check to try.
        config: Path of a plugins.toml.

    Returns:
        0 if all passed, 1 if something failed or there is no case, 2 for wrong use: an unknown
        name, a case that cannot be read.
    """
    way = Way(Path(cases) if cases else None, str(config) if config else None)
    try:
        subject = _subject(name, way)
        tests = _tests(subject, case, field)
    except CopydeskError as error:
        sys.stderr.write(f"copydesk: {error}\n")
        return 2
    total = Counter(_tried(test, way) for test in tests)
    click.echo(_summary(name, subject, total))
    return 1 if total["failed"] or (subject.plugin.works and not subject.cases) else 0


def _subject(name: str, way: Way) -> Subject:
    desk = Desk(way.config)
    plugin = _plugin(name, desk)
    if not plugin.works:
        return Subject(plugin, desk)
    roots = places.find(plugin, way.cases, Path.cwd())
    own, foreign = places.sorted_out(roots, plugin, desk)
    if way.cases and not own:
        click.echo(f"{way.cases} holds no case of {name}'s outlets")
    return Subject(plugin, desk, own, foreign)


def _plugin(name: str, desk: Desk) -> Plugin:
    known = {plugin.name: plugin for plugin in desk.plugins.all if plugin.name != CORE}
    if name not in known:
        raise UsageError(f"no plugin {name!r} is installed{nearest(name, list(known))}")
    if not known[name].enabled:
        raise UsageError(f"plugin {name} is switched off in the settings; switch it on to check it")
    return known[name]


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
        raise UsageError(f"no case {slug!r}{nearest(slug, [case.slug for case in cases])}")
    return found


def _tried(test: Test, way: Way) -> Status:
    result: Result = test.run()
    if result.status == "failed":
        for fault in result.faults:
            click.echo(failure(test, fault, way) + "\n")
    return result.status


def _summary(name: str, subject: Subject, total: Counter[Status]) -> str:
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
