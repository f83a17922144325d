"""Plugins for the eye: the list, one explained, and a line for each that is broken."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from difflib import get_close_matches

from pydantic import BaseModel
from rich.table import Table
from rich.text import Text

from copydesk import loading, settings
from copydesk.cli import terminal
from copydesk.cli.stdout import kept_stdout
from copydesk.errors import UsageError
from copydesk.layout import When
from copydesk.methods import METHODS
from copydesk.outlet import AnyLayout, Outlet
from copydesk.plugins import Plugin, Plugins
from copydesk.printable import escaped
from copydesk.settings import Settings


def tell_broken(found: Plugins) -> None:
    """Say on standard error which plugins are left out, and why."""
    console = terminal.stderr()
    for plugin in found.broken:
        name = " ".join(filter(None, (plugin.name, plugin.version)))
        text = f"copydesk: plugin {name} is left out: {plugin.problem}"
        console.print(terminal.line(text, "yellow"), soft_wrap=True)


def listing(config: str | None) -> None:
    """Print all plugins, and required ones that are missing."""
    with kept_stdout():
        said = settings.load(config)
        found = loading.load(said, strict=False)
    table = Table(box=None, pad_edge=False, header_style="bold")
    for column in ("plugin", "version", "from", "outlets", "state"):
        table.add_column(column, overflow="fold")
    for plugin in found.all:
        table.add_row(
            terminal.line(plugin.name, "" if plugin.works else "dim"),
            terminal.line(plugin.version or ""),
            terminal.line(plugin.origin),
            terminal.line(", ".join(outlet.name for outlet in plugin.outlets)),
            _state(plugin),
        )
    for name in _missing(found, said):
        table.add_row(terminal.line(name), "", "", "", Text("required, not installed", "red"))
    terminal.tables().print(table)


def explain(name: str, config: str | None) -> None:
    """
    Print all that is known about one plugin, found by its name or an outlet's.

    Raises:
        UsageError: if there is none; names one like it.
    """
    with kept_stdout():
        said = settings.load(config)
        plugin = _named(name, loading.load(said, strict=False))
    console = terminal.tables()
    console.print(_about(plugin))
    for outlet in plugin.outlets:
        console.print(Text(f"\noutlet {outlet.name}", "bold"))
        console.print(_rows(_outlet(outlet)))
        for layout in outlet.layouts:
            console.print()
            console.print(terminal.line(f"{type(layout).__name__} {layout.name}", "bold"))
            console.print(_rows(_layout(layout)))


def _named(name: str, found: Plugins) -> Plugin:
    by_name = {outlet.name: plugin for plugin in found.all for outlet in plugin.outlets}
    by_name |= {plugin.name: plugin for plugin in found.all}
    if name in by_name:
        return by_name[name]
    near = get_close_matches(name, by_name, n=1)
    hint = f"did you mean {near[0]}?" if near else f"there are {', '.join(sorted(by_name))}"
    raise UsageError(f"no plugin {escaped(name)} is installed; {hint}")


def _missing(found: Plugins, said: Settings) -> list[str]:
    known = {plugin.name for plugin in found.all}
    return [name for name, own in said.plugins.items() if own.required and name not in known]


def _state(plugin: Plugin) -> Text:
    if plugin.problem:
        return terminal.line(f"left out: {plugin.problem}", "red")
    return Text("works", "green") if plugin.enabled else Text("switched off", "yellow")


def _about(plugin: Plugin) -> Table:
    rows = {
        "version": plugin.version or "",
        "from": plugin.origin,
        "file": str(getattr(plugin.module, "__file__", None) or ""),
        "hooks": ", ".join(plugin.hooks),
        **dict(_options(plugin.options)),
    }
    table = _rows(rows.items(), head=("plugin", terminal.line(plugin.name, "bold")))
    table.add_row("state", _state(plugin))
    return table


def _options(options: BaseModel | None) -> Iterator[tuple[str, str]]:
    for name, field in type(options).model_fields.items() if options else ():
        default = field.get_default(call_default_factory=True)
        value = getattr(options, name)
        now = f", now {value!r}" if value != default else ""
        yield f"option {name}", f"{default!r}{now}  {field.description or ''}".rstrip()


def _outlet(outlet: Outlet) -> Iterator[tuple[str, str]]:
    own = [name for name in METHODS if callable(getattr(outlet, name, None))]
    language = outlet.language if isinstance(outlet.language, str) else ""
    yield "hosts", ", ".join(outlet.hosts)
    yield "time zone", outlet.time_zone or ""
    yield "language", language
    yield "id", outlet.id_pattern or ""
    yield "methods", ", ".join(own)
    if not outlet.layouts:
        yield "layouts", "none: linked data, meta tags and the generic reader say all"


def _layout(layout: AnyLayout) -> Iterator[tuple[str, str]]:
    for field in fields(layout):
        value = getattr(layout, field.name)
        if value and field.name != "name" and not field.name.startswith("_"):
            yield field.name, _rule(value)


def _rule(value: object) -> str:
    """Print a rule as its author wrote it."""
    if isinstance(value, tuple):
        return "\n".join(map(_rule, value))
    if isinstance(value, When):
        known = {"zone": value.zone, "language": value.language, "calendar": value.calendar}
        return _with([value.source, *value.formats], known)
    if is_dataclass(value):
        return _with([], {field.name: getattr(value, field.name) for field in fields(value)})
    return str(value)


def _with(words: list[str], known: Mapping[str, object]) -> str:
    said = [f"{name}={_rule(value)}" for name, value in known.items() if value]
    return "  ".join([*words, *said])


def _rows(rows: Iterable[tuple[str, str]], head: tuple[str, Text] | None = None) -> Table:
    table = Table.grid(padding=(0, 2))
    table.add_column(style="cyan", no_wrap=True)
    table.add_column(overflow="fold")
    if head:
        table.add_row(*head)
    for name, value in rows:
        if value:
            table.add_row(escaped(name), Text(escaped(value, keep="\n")))
    return table
