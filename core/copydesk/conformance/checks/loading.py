"""Checks of a plugin as a piece of software, before it sees a page."""

import os
import subprocess
import sys
from collections.abc import Iterator
from importlib.metadata import entry_points

from copydesk.conformance.subject import Fault, Subject
from copydesk.hookspecs import GROUP
from copydesk.plugins import Plugin

_SECONDS = 60
# copydesk is loaded first: a warning of something that it needs is not the plugin's fault.
_IMPORT = """
import importlib, importlib.util, sys, warnings
import copydesk.desk
warnings.simplefilter("error")
kind, name = sys.argv[1:]
if kind == "file":
    spec = importlib.util.spec_from_file_location("copydesk_plugin", name)
    spec.loader.exec_module(importlib.util.module_from_spec(spec))
else:
    importlib.import_module(name)
"""


def imports_cleanly(subject: Subject) -> Iterator[Fault]:
    """
    A module that raises, warns or prints when it is imported in a fresh interpreter.

    Warnings are errors there; standard output belongs to copydesk alone.
    """
    if not (target := _target(subject.plugin)):
        return
    try:
        done = _imported(*target)
    except subprocess.TimeoutExpired:
        yield Fault(f"importing {target[1]} takes more than {_SECONDS} s")
        return
    if done.returncode:
        last = (done.stderr.strip().splitlines() or ["it ended without a word"])[-1]
        yield Fault(f"importing {target[1]} ends with exit code {done.returncode}: {last}")
    if done.stdout:
        yield Fault(f"importing {target[1]} prints to standard output", got=done.stdout[:200])


def hooks_fit(subject: Subject) -> Iterator[Fault]:
    """
    A plugin that is left out: hooks or arguments that no spec has, outlets that are none, layouts.

    The same reason is shown by ``copydesk plugins``.
    """
    if subject.plugin.problem:
        yield Fault(f"the plugin is left out: {subject.plugin.problem}")


def _imported(kind: str, name: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603  # our own interpreter and code
        [sys.executable, "-c", _IMPORT, kind, name],
        capture_output=True,
        text=True,
        errors="replace",
        timeout=_SECONDS,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        check=False,
    )


def _target(plugin: Plugin) -> tuple[str, str] | None:
    """Say what to import: an installed module, a file, or nothing for an outlet given as it is."""
    points = entry_points(group=GROUP, name=plugin.name)
    if points:
        return ("module", next(iter(points)).module)
    return ("file", plugin.origin) if plugin.origin.endswith(".py") else None
