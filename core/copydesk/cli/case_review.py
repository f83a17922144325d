"""``copydesk case review``: a person compares, and only a person accepts."""

import shlex
import sys
from collections.abc import Iterator
from pathlib import Path

import click
from rich.console import Console, Group
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from copydesk.cli import terminal
from copydesk.cli.plugins_view import tell_broken
from copydesk.cli.stdout import kept_stdout
from copydesk.conformance import places
from copydesk.conformance.authoring import shelf
from copydesk.conformance.authoring.review import Entry, Part, Review
from copydesk.conformance.authoring.review_html import html_of
from copydesk.conformance.authoring.values import Said
from copydesk.conformance.authoring.writing import mark_reviewed, replace
from copydesk.conformance.cases import FILE_NAME, Case
from copydesk.conformance.report import short
from copydesk.desk import Desk
from copydesk.errors import UsageError
from copydesk.sinks.target import must_be_free

_AROUND = 60
_LONGEST = 300


def run(  # noqa: PLR0913  # one for each option
    slug: str | None,
    plugin: str | None,
    html: str | None,
    cases: str | None,
    config: str | None,
    *,
    force: bool,
) -> int:
    """
    Review one case, or every draft in turn; gives the exit code.

    Raises:
        UsageError: if there is no such case, or the HTML file cannot be written.
    """
    with kept_stdout():
        desk = Desk(config)
        owner = places.plugin_named(plugin, desk) if plugin else None
        found = shelf.find(slug, owner, Path(cases) if cases else None, desk)
        reviews = [Review.of(case, desk) for case in found if slug or not case.facts.reviewed]
    tell_broken(desk.plugins)
    if html and len(reviews) > 1:
        raise UsageError("one HTML file shows one case; name its slug")
    if not reviews:
        click.echo("there are no drafts; name a case to review it again")
    options = [("--plugin", plugin), ("--cases", cases), ("--config", config)]
    given = [word for name, value in options if value for word in (name, value)]
    accepted = [_reviewed(review, html, given, force=force) for review in reviews]
    return 0 if all(accepted) else 1


def at_terminal() -> bool:
    """Tell whether a person can read the question and answer it."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def _reviewed(review: Review, html: str | None, given: list[str], *, force: bool) -> bool:
    """Show a case and ask; True unless something was not accepted."""
    console, case = terminal.stdout(), review.case
    command = ["copydesk", "case", "review", case.slug, *given]
    console.print(
        terminal.line(f"{case.slug}  {'reviewed' if case.facts.reviewed else 'a draft'}", "bold")
    )
    if html:
        must_be_free(Path(html), force=force)
        replace(Path(html), html_of(review, command).encode())
        console.print(terminal.line(f"written {html}; open it in a browser"), soft_wrap=True)
    if review.problem:
        console.print(terminal.line(review.problem, "red"))
    if not at_terminal():
        _show(review, console, is_full=not html)
        console.print(
            terminal.line(
                f"nothing was asked: at a terminal {shlex.join(command)} asks for each field"
            ),
            soft_wrap=True,
        )
        return True
    rejected = list(_asked(review, console, is_full=not html))
    _settle(case, rejected, given, console)
    return not rejected


def _asked(review: Review, console: Console, *, is_full: bool) -> Iterator[str]:
    """Show field by field, ask for each, and give those that are not accepted."""
    for entry in review.entries:
        if is_full:
            console.print(_entry(entry, review))
        if entry.is_asked and not _yes(f"{entry.field}: is it as the page says?", console):
            yield entry.field
    if review.absent:
        console.print(terminal.line(f"nothing else: {', '.join(review.absent)}"))
        if not _yes("does the page have none of these?", console):
            yield "nothing else"


def _yes(question: str, console: Console) -> bool:
    answer = click.confirm(question, default=None)
    console.print()
    return bool(answer)


def _settle(case: Case, rejected: list[str], given: list[str], console: Console) -> None:
    """Write what the person decided, and say what is next."""
    mark_reviewed(case.folder / FILE_NAME, reviewed=not rejected)
    if not rejected:
        console.print(terminal.line(f"{short(case.folder)} is reviewed", "green"))
        return
    console.print(
        terminal.line(f"{short(case.folder)} is a draft: {', '.join(rejected)}", "yellow")
    )
    update = ["copydesk", "case", "update", case.slug, "--field", "FIELD", *given]
    for line in (
        f"where the plugin is wrong, correct it, then {shlex.join(update)}",
        f"where it is right, write what the page says into {short(case.file)}; then review it again",
    ):
        console.print(terminal.line(line), soft_wrap=True)


def _show(review: Review, console: Console, *, is_full: bool) -> None:
    for entry in review.entries if is_full else ():
        console.print(_entry(entry, review))
    if is_full and review.absent:
        console.print(terminal.line(f"nothing else: {', '.join(review.absent)}"))
        console.print()


def _entry(entry: Entry, review: Review) -> Group:
    """Print a field: the words of the page at the left, what is recorded at the right."""
    table = Table.grid(expand=True, padding=(0, 2, 1, 0))
    table.add_column(ratio=1, overflow="fold")
    table.add_column(ratio=1, overflow="fold")
    for part in entry.parts:
        table.add_row(_left(part, review), _right(part))
    return Group(Rule(terminal.line(entry.field, "bold cyan"), align="left", style="dim"), table)


def _left(part: Part, review: Review) -> Text:
    evidence = part.evidence
    if evidence is None:
        return Text("no evidence of its own", "dim")
    raw = evidence.raw[:_LONGEST] + ("…" if len(evidence.raw) > _LONGEST else "")
    words = Text()
    if part.place:
        before, within, after = review.sheet.around(part.place, _AROUND)
        words += terminal.prose(f"…{before}", "dim")
        words += terminal.prose(within, "bold")
        words += terminal.prose(f"{after}…", "dim")
    else:
        words += terminal.prose(raw)
    return (
        words + Text("\n") + terminal.line(f"{evidence.method} {_short(evidence.selector)}", "dim")
    )


def _right(part: Part) -> Text:
    words = _said(part.recorded) if part.recorded else Text("nothing is recorded", "red")
    if not part.is_same:
        words += Text("\nthe plugin reads now: ", "red")
        words += _said(part.read) if part.read else Text("nothing")
    return words


def _said(said: Said) -> Text:
    text = terminal.prose(said.text)
    return text + Text("\n") + terminal.line(said.details, "dim") if said.details else text


def _short(selector: str) -> str:
    """Cut a long selector: the last steps of a path tell most."""
    return selector if len(selector) <= _AROUND else f"…{selector[-_AROUND:]}"
