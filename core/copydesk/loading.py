"""Loading of plugins: each alone, so that a broken one leaves out nobody but itself."""

import importlib.util
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from difflib import get_close_matches
from functools import partial
from importlib.machinery import SourceFileLoader
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path
from types import CodeType
from typing import Any

import pluggy
from pydantic import BaseModel, ConfigDict, ValidationError

from copydesk import hookspecs
from copydesk.errors import PluginError, SettingsError
from copydesk.generic import Generic
from copydesk.layout import Layout, TextLayout
from copydesk.outlet import Outlet
from copydesk.plugins import BUNDLED, CORE, Plugin, Plugins, call, kept_apart
from copydesk.schema.stamp import is_time_zone
from copydesk.settings import Settings, wrong

_LAYOUTS = "has layouts that are no tuple of layouts; of one it is (Layout(…),), with the comma"
_HOST = re.compile(r"(?!www\.)[a-z0-9-]+(?:\.[a-z0-9-]+)+")


def load(settings: Settings, *, strict: bool = True) -> Plugins:
    """
    Load every plugin that is installed or named by a path, each alone.

    Args:
        settings: What plugins.toml says.
        strict: False notes wrong options as their plugin's problem and lets required ones be missing,
            so that commands which explain plugins are stopped by none.

    Raises:
        SettingsError: if options do not validate, or a required plugin is missing, broken or off.
    """
    found: dict[str, Plugin] = {}
    for plugin, fetch in _discovered(settings):
        if plugin.name in found:
            plugin.problem = (
                f"the name {plugin.name} is taken by {found[plugin.name].origin}; rename this one, "
                "or take its path out of plugins.toml if both are the same"
            )
            found[f"{plugin.name}@{plugin.origin}"] = plugin
            continue
        found[plugin.name] = plugin
        plugin.enabled = settings.of(plugin.name).enabled
        if plugin.enabled:
            with kept_apart(plugin, settings_too=not strict):
                _fill(plugin, fetch, settings)
    plugins = _ordered(found.values(), settings)
    _warn_of_unknown(plugins, settings)
    if strict:
        _must_have_required(plugins, settings)
    core = Plugin(CORE, None, BUNDLED, outlets=(Generic(),))
    return Plugins((*plugins, core))


def _discovered(settings: Settings) -> Iterator[tuple[Plugin, Callable[[], Any]]]:
    points = sorted(
        entry_points(group=hookspecs.GROUP),
        key=lambda p: (_origin(p) != BUNDLED, p.name, _origin(p)),
    )
    for point in points:
        version = point.dist.version if point.dist else None
        yield Plugin(point.name, version, _origin(point)), point.load
    for name, section in settings.plugins.items():
        if section.path and settings.file:
            file = settings.file.parent / section.path
            yield Plugin(name, None, str(file)), partial(_module_at, name, file)


def _origin(point: EntryPoint) -> str:
    return str(point.dist.name) if point.dist else point.value


class _Source(SourceFileLoader):
    """Compiles a file each time: what is kept of it is told from an edit by size and second alone."""

    def get_code(self, fullname: str) -> CodeType:  # noqa: ARG002  # as importlib has it
        return self.source_to_code(self.get_data(self.path), self.path)


def _module_at(name: str, file: Path) -> Any:  # noqa: ANN401  # a module
    called = f"copydesk_path_{name}"
    spec = importlib.util.spec_from_file_location(called, file, loader=_Source(called, str(file)))
    if spec is None or spec.loader is None or file.suffix != ".py" or not file.is_file():
        raise PluginError(name, None, f"{file} is no Python file")
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def _fill(plugin: Plugin, fetch: Callable[[], Any], settings: Settings) -> None:
    plugin.module = fetch()
    plugin.hooks = _hooks(plugin)
    plugin.options = _options(plugin, settings)
    if "register_outlets" in plugin.hooks:
        plugin.outlets = tuple(_checked(o, plugin) for o in call(plugin, "register_outlets"))


def _hooks(plugin: Plugin) -> dict[str, Callable[..., Any]]:
    """Check a module's hooks against the specs, in a manager of its own."""
    manager = pluggy.PluginManager(hookspecs.GROUP)
    manager.add_hookspecs(hookspecs)
    manager.register(plugin.module, plugin.name)
    specified = [
        name for name, value in vars(hookspecs).items() if hasattr(value, f"{hookspecs.GROUP}_spec")
    ]
    hooks = {}
    for caller in manager.get_hookcallers(plugin.module) or []:
        if caller.name not in specified:
            near = get_close_matches(caller.name, specified, n=1, cutoff=0)
            raise PluginError(
                plugin.name, plugin.version, f"{caller.name} is no hook; did you mean {near[0]}?"
            )
        hooks[caller.name] = caller.get_hookimpls()[0].function
    if not hooks:
        raise PluginError(
            plugin.name,
            plugin.version,
            f"it implements no hook; mark one of {', '.join(specified)} with @hookimpl",
        )
    return hooks


def _options(plugin: Plugin, settings: Settings) -> BaseModel | None:
    given, file = settings.of(plugin.name).options, str(settings.file)
    key = f"plugins.{plugin.name}.options"
    if "plugin_options" not in plugin.hooks:
        if given:
            raise SettingsError(file, key, f"plugin {plugin.name} has no options")
        return None
    model: type[BaseModel] = call(plugin, "plugin_options")
    strict: type[BaseModel] = type(
        model.__name__,
        (model,),
        {"model_config": ConfigDict(extra="forbid"), "__module__": model.__module__},
    )
    try:
        strict.model_validate(given)
        return model.model_validate(given)
    except ValidationError as error:
        raise wrong(file, key, error, strict) from error


def _checked(outlet: object, plugin: Plugin) -> Outlet:
    if not isinstance(outlet, Outlet):
        raise PluginError(
            plugin.name,
            plugin.version,
            f"register_outlets gave {outlet!r}, which is no Outlet instance",
        )
    if fault := _fault_of(outlet):
        raise PluginError(plugin.name, plugin.version, f"outlet {type(outlet).__name__} {fault}")
    return outlet


def _fault_of(outlet: Outlet) -> str | None:
    """Find what in an outlet's plain facts cannot be meant."""
    name = getattr(outlet, "name", None)
    if not isinstance(name, str) or not re.fullmatch(r"[a-z][a-z0-9_-]*", name):
        return f"has the name {name!r}; it needs lower-case letters"
    hosts: object = outlet.hosts
    if not isinstance(hosts, tuple | list) or not all(_HOST.fullmatch(str(h)) for h in hosts):
        return f"has the hosts {hosts!r}; they are names such as rt.com, in a tuple"
    if outlet.time_zone is not None and not is_time_zone(outlet.time_zone):
        return f"has the time_zone {outlet.time_zone!r}, which is no IANA name such as Europe/Kyiv"
    return None if _are_layouts(outlet.layouts) else _LAYOUTS


def _are_layouts(layouts: object) -> bool:
    """Tell a tuple from the one layout that ``layouts = (Layout(…))`` is."""
    return isinstance(layouts, tuple | list) and all(
        isinstance(layout, Layout | TextLayout) for layout in layouts
    )


def _ordered(plugins: Iterable[Plugin], settings: Settings) -> list[Plugin]:
    """By the order in plugins.toml, then third-party before bundled, then name."""
    places = {name: number for number, name in enumerate(settings.order)}
    return sorted(plugins, key=lambda p: (places.get(p.name, len(places)), p.is_bundled, p.name))


def _warn_of_unknown(plugins: Iterable[Plugin], settings: Settings) -> None:
    known = [plugin.name for plugin in plugins]
    for name in (*settings.plugins, *settings.order):
        if name not in known and not settings.of(name).required:
            near = get_close_matches(name, known, n=1)
            hint = f"; did you mean {near[0]!r}?" if near else ""
            raise SettingsError(
                str(settings.file),
                f"plugins.{name}" if name in settings.plugins else "order",
                f"no plugin {name!r} is installed{hint}",
            )


def _must_have_required(plugins: Iterable[Plugin], settings: Settings) -> None:
    by_name = {plugin.name: plugin for plugin in plugins}
    for name, section in settings.plugins.items():
        plugin = by_name.get(name)
        if section.required and not (plugin and plugin.works):
            state = "is not installed" if plugin is None else plugin.problem or "is switched off"
            raise SettingsError(
                str(settings.file),
                f"plugins.{name}.required",
                f"the plugin is required but {state}",
            )
