"""Checks of a plugin as a piece of software, before it sees a page."""

import re
from collections.abc import Iterator
from typing import Any, get_args

from pydantic import BaseModel

from copydesk import plugins
from copydesk.conformance.trial import strangers
from copydesk.conformance.trial.fresh import Done, target
from copydesk.conformance.trial.subject import Fault, Subject
from copydesk.extract.context import Context
from copydesk.outlet import Outlet

# The standard library's own are no clients here: parsers load http.client, and who uses it is seen.
_CLIENTS = frozenset(
    {
        "aiohttp", "curl_cffi", "httplib2", "httpx", "playwright", "pycurl", "requests", "scrapy",
        "selenium", "urllib3",
    }
)  # fmt: skip
_TABLES = frozenset({"dask", "duckdb", "numpy", "pandas", "polars", "pyarrow"})
_REACHING = ("network", "processes", "writing")


def imports_cleanly(subject: Subject) -> Iterator[Fault]:
    """
    A module that raises, warns or prints when it is imported in a fresh interpreter.

    Warnings are errors there; standard output belongs to copydesk alone.
    """
    if (done := subject.loaded) is None:
        return
    _, name = target(subject.plugin) or ("", "")
    if done.code != 0 or done.answer is None:
        yield Fault(f"importing {name} {done.end}")
    if done.printed:
        yield Fault(f"importing {name} prints to standard output", got=done.printed[:200])


def hooks_fit(subject: Subject) -> Iterator[Fault]:
    """
    A plugin that is left out: hooks or arguments that no spec has, outlets that are none, layouts.

    The same reason is shown by ``copydesk plugins``.
    """
    if subject.plugin.problem:
        yield Fault(f"the plugin is left out: {subject.plugin.problem}")


def loads_lightly(subject: Subject) -> Iterator[Fault]:
    """
    A plugin that loads an HTTP client or a table library, when it is imported or while it reads.

    Every worker would pay for it, in time and memory; pages are fetched by copydesk alone.
    """
    for done in (subject.loaded, subject.elsewhere):
        loaded = {module.partition(".")[0] for module in _answer(done, "modules")}
        for name in sorted(loaded & (_CLIENTS | _TABLES)):
            kind = "an HTTP client" if name in _CLIENTS else "a table library"
            when = "loading the plugin" if done is subject.loaded else "reading its cases"
            yield Fault(f"{when} loads {name}, {kind}")


def loads_offline(subject: Subject) -> Iterator[Fault]:
    """A plugin that, when it is loaded, reaches for the network, starts a program or changes a file; each is refused."""
    attempts = _answer(subject.loaded, "attempts")
    for kind in _REACHING:
        for attempt in dict.fromkeys(attempts[kind] if attempts else ()):
            yield Fault(f"loading the plugin tried {attempt}")


def changes_no_global_state(subject: Subject) -> Iterator[Fault]:
    """
    A plugin that changes, when it is loaded, what all code of a process shares.

    Working directory, environment, locale, time zone, signal handlers, ``sys.path``, streams, limits,
    timeouts, filters of warnings, the root logger, arithmetic, the seed of random, builtins, threads,
    and the functions and classes of all loaded modules, so that nothing is patched.
    """
    for change in _answer(subject.loaded, "changes"):
        yield Fault(f"loading the plugin changes what all share: {change}")


def rules_compile(subject: Subject) -> Iterator[Fault]:
    """A rule that breaks only when it is used: ``id_pattern``, and each layout on a page that is not its own."""
    pages = (strangers.page("other-cms.html"), strangers.page("letter.txt"))
    for outlet in subject.plugin.outlets:
        yield from _pattern_faults(outlet)
        for layout in outlet.layouts:
            for page in pages:
                try:
                    _ = layout.detects(page), page.is_text or layout.read(Context(page))
                except Exception as error:  # noqa: BLE001  # whatever a rule makes of a page
                    why = f"layout {layout.name} of {outlet.name}: {plugins.why(error)}"
                    yield Fault(why)


def options_have_defaults(subject: Subject) -> Iterator[Fault]:
    """An option without a default: whoever installs the plugin could start nothing before setting it."""
    for model in _option_models(subject):
        for name, field in model.model_fields.items():
            if field.is_required():
                yield Fault(f"option {name} of {model.__name__} has no default")
        break


def options_refuse_misspelt_keys(subject: Subject) -> Iterator[Fault]:
    """
    A part of the options that takes any key, so that a misspelt one is not told.

    copydesk refuses unknown keys of the plugin's own model; a model within it must do so itself,
    by ``extra="forbid"``.
    """
    for number, model in enumerate(_option_models(subject)):
        if number and model.model_config.get("extra") != "forbid":
            yield Fault(f'{model.__name__} takes any key; give it extra="forbid"')


def _answer(done: Done | None, key: str) -> Any:  # noqa: ANN401  # JSON of several shapes
    return done.answer[key] if done and done.answer else ()


def _pattern_faults(outlet: Outlet) -> Iterator[Fault]:
    if outlet.id_pattern is None:
        return
    try:
        groups = re.compile(outlet.id_pattern).groups
    except (re.error, TypeError) as error:
        yield Fault(f"id_pattern of {outlet.name}: {error}")
        return
    if groups != 1:
        yield Fault(f"id_pattern of {outlet.name} has {groups} groups; the one is the id")


def _option_models(subject: Subject) -> Iterator[type[BaseModel]]:
    """Give the model of the options, then the models within it."""
    if "plugin_options" not in subject.plugin.hooks:
        return
    pending = [plugins.call(subject.plugin, "plugin_options")]
    seen: set[object] = set()
    while pending:
        here = pending.pop(0)
        if isinstance(here, type) and issubclass(here, BaseModel) and here not in seen:
            seen.add(here)
            yield here
            pending += [field.annotation for field in here.model_fields.values()]
        pending += get_args(here)
