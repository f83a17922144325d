"""Loading one plugin alone in a fresh interpreter, to see what that does to the process."""

import importlib
import importlib.util
import sys
import warnings
from dataclasses import asdict
from typing import Any

from copydesk.conformance.trial.confined import confined
from copydesk.conformance.trial.fresh import Done, desk_of, do, run, settings_of, target
from copydesk.conformance.trial.shared import changes, state
from copydesk.desk import Desk
from copydesk.plugins import Plugin

SECONDS = 60
"""So long may it take."""
_HOOKS = ("register_readers", "register_sinks")


def loaded(plugin: Plugin, desk: Desk) -> Done | None:
    """Load a plugin there; None for an outlet that was given as it is, in no module."""
    found = target(plugin)
    work = {"target": found, "settings": settings_of(desk, alone=plugin)}
    return run("probe", work, seconds=SECONDS) if found else None


def _load(work: dict[str, Any]) -> dict[str, Any]:
    """Load it as it is, with warnings as errors, then as copydesk does, and call its hooks."""
    # Only now: a warning of something that copydesk needs is not the plugin's fault.
    warnings.simplefilter("error")
    before, known = state(), set(sys.modules)
    with confined() as attempts:
        _imported(*work["target"])
        desk = desk_of(work["settings"])
        for hook in _HOOKS:
            list(desk.plugins.objects(hook))
    return {
        "attempts": asdict(attempts),
        "changes": list(changes(before, state())),
        "modules": sorted(set(sys.modules) - known),
    }


def _imported(kind: str, name: str) -> None:
    if kind == "module":
        importlib.import_module(name)
        return
    spec = importlib.util.spec_from_file_location("copydesk_plugin", name)
    if spec is None or spec.loader is None:
        raise ImportError(f"{name} is no Python file")
    spec.loader.exec_module(importlib.util.module_from_spec(spec))


if __name__ == "__main__":
    do(_load)
