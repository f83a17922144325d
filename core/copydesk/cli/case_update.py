"""``copydesk case update``: one field of a case, read again."""

from pathlib import Path

import click

from copydesk.cli import terminal
from copydesk.cli.case_review import at_terminal
from copydesk.cli.plugins_view import tell_broken
from copydesk.cli.stdout import kept_stdout
from copydesk.conformance import places
from copydesk.conformance.authoring import shelf
from copydesk.conformance.authoring.change import Change, change_of
from copydesk.conformance.report import short
from copydesk.desk import Desk

_STYLES = {"-": "red", "+": "green"}


def run(  # noqa: PLR0913  # one for each option
    slug: str,
    field: str,
    plugin: str | None,
    cases: str | None,
    config: str | None,
    *,
    is_sure: bool,
) -> int:
    """
    Show how a field differs and write it; gives the exit code.

    Raises:
        UsageError: if there is no such case or field, or the file cannot be written.
    """
    with kept_stdout():
        desk = Desk(config)
        owner = places.plugin_named(plugin, desk) if plugin else None
        (case,) = shelf.find(slug, owner, Path(cases) if cases else None, desk)
        change = change_of(case, field, desk)
    tell_broken(desk.plugins)
    console = terminal.stdout()
    if change.is_none:
        console.print(terminal.line(f"{field} is read as recorded; nothing to write"))
        _tell_others(change)
        return 0
    for line in change.lines:
        console.print(terminal.line(line, _STYLES.get(line[0], "dim")), soft_wrap=True)
    if not (is_sure or (at_terminal() and click.confirm(f"write {field}?", default=None))):
        hint = "" if at_terminal() else "; --yes writes without asking"
        console.print(terminal.line(f"nothing was written{hint}"))
        return 1
    change.write()
    console.print(
        terminal.line(
            f"written {short(case.file)}; the case is a draft until copydesk case review {slug}"
        ),
        soft_wrap=True,
    )
    _tell_others(change)
    return 0


def _tell_others(change: Change) -> None:
    if change.others:
        text = f"read otherwise than recorded, too: {', '.join(change.others)}"
        terminal.stdout().print(terminal.line(text), soft_wrap=True)
