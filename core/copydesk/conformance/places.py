"""Which plugin is meant, and where its cases are: in a folder named, in the checkout, beside its module."""

import tomllib
from collections.abc import Collection, Iterable, Iterator, Sequence
from difflib import get_close_matches
from pathlib import Path

from copydesk.conformance import cases
from copydesk.conformance.cases import Case
from copydesk.desk import Desk
from copydesk.errors import UsageError
from copydesk.hookspecs import GROUP
from copydesk.plugins import CORE, Plugin
from copydesk.printable import escaped

_LEVELS = 3
"""So far above a module its project's folder may be: module, package in it, src around it."""


def find(plugin: Plugin, named: Path | None, here: Path) -> tuple[Path, ...]:
    """
    Find the folders that hold a plugin's cases; empty where there are none.

    Args:
        plugin: The plugin.
        named: The folder that ``--cases`` names.
        here: The working directory.

    Raises:
        UsageError: if the folder named holds no case.
    """
    if named:
        if not any(named.glob(f"*/{cases.FILE_NAME}")):
            raise UsageError(
                f"{named}: no case stands here; a case is {named}/SLUG/{cases.FILE_NAME}"
            )
        return (named,)
    file = getattr(plugin.module, "__file__", None)
    installed = list(Path(file).resolve().parents)[:_LEVELS] if file else []
    for place in (here, *here.parents, *installed):
        if found := [root for root in _roots_in(place) if _belongs(root, plugin)]:
            return tuple(found)
    return ()


def around(root: Path) -> tuple[Path, ...]:
    """Give the cases folders of the same checkout: all of ``plugins/*/cases``, or this one alone."""
    home = root.resolve().parent.parent
    return tuple(sorted(home.glob("*/cases"))) if home.name == "plugins" else (root,)


def sorted_out(
    roots: Iterable[Path], plugin: Plugin, desk: Desk
) -> tuple[tuple[Case, ...], tuple[Case, ...]]:
    """
    Part the cases in and around some folders into a plugin's own and those of others.

    Own is a case of one of the plugin's outlets, or one in the plugin's folder that names an
    outlet which nobody has: a misspelt name is to fail, not to be passed over.

    Raises:
        UsageError: if a case cannot be read.
    """
    roots = {root.resolve(): root for root in roots}.values()
    others = {o.name for other, o in desk.plugins.outlets() if other.name != plugin.name}
    own = [case for root in roots for case in cases.below(root) if is_own(case, plugin, others)]
    known = {case.folder.resolve() for case in own}
    nearby = {near.resolve() for root in roots for near in around(root)}
    foreign = [c for root in sorted(nearby) for c in cases.below(root) if c.folder not in known]
    return tuple(own), tuple(foreign)


def plugin_named(name: str, desk: Desk, *, broken_too: bool = False) -> Plugin:
    """
    Give a plugin that is switched on, and works unless ``broken_too``.

    Raises:
        UsageError: if there is none; it names one like it, or says what is wrong with it.
    """
    known = {plugin.name: plugin for plugin in desk.plugins.all if plugin.name != CORE}
    if name not in known:
        raise UsageError(f"no plugin {escaped(name)} is installed{nearest(name, sorted(known))}")
    plugin = known[name]
    if plugin.problem and not broken_too:
        raise UsageError(f"plugin {name} is left out: {plugin.problem}")
    if not plugin.enabled:
        raise UsageError(f"plugin {name} is switched off in the settings; switch it on")
    return plugin


def nearest(name: str, known: Sequence[str]) -> str:
    """Say which known name is like a wrong one, or what there is."""
    if near := get_close_matches(name, known, n=1):
        return f"; did you mean {near[0]}?"
    return f"; there are {', '.join(known)}" if known else "; there are none"


def plugin_of(case: Case, desk: Desk) -> Plugin:
    """
    Give the plugin that a case is of: the one with its outlet, else the one whose folder it is in.

    Raises:
        UsageError: if no plugin is; it says what to install.
    """
    name = case.facts.outlet
    for plugin, outlet in desk.plugins.outlets():
        if outlet.name == name:
            return plugin
    declared = owners(case.folder.parent)
    for plugin in desk.plugins.all:
        if plugin.name in declared:
            return plugin
    raise UsageError(
        f"{case.folder / cases.FILE_NAME}: no installed plugin has the outlet {name!r}; "
        "install the plugin (pip install -e .) or correct the name"
    )


def is_own(case: Case, plugin: Plugin, others: Collection[str]) -> bool:
    """Tell whether a case is the plugin's; ``others`` are the outlets of all other plugins."""
    name = case.facts.outlet
    if name in {outlet.name for outlet in plugin.outlets}:
        return True
    return name not in others and plugin.name in owners(case.folder.parent)


def owners(root: Path) -> frozenset[str]:
    """Give the plugins that the pyproject.toml beside a cases folder declares."""
    try:
        project = tomllib.loads((root.parent / "pyproject.toml").read_text(encoding="utf-8"))
        return frozenset(project["project"]["entry-points"][GROUP])
    except (OSError, ValueError, KeyError, TypeError):
        return frozenset()


def _roots_in(place: Path) -> Iterator[Path]:
    for root in (place / "cases", *sorted(place.glob("plugins/*/cases"))):
        if any(root.glob(f"*/{cases.FILE_NAME}")):
            yield root


def _belongs(root: Path, plugin: Plugin) -> bool:
    if declared := owners(root):
        return plugin.name in declared
    mine = {outlet.name for outlet in plugin.outlets}
    return any(case.facts.outlet in mine for case in cases.below(root))
