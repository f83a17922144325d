"""A fresh interpreter for a job of the suite: told what to do in JSON, it answers in JSON."""

import json
import os
import secrets
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any

from copydesk import loading
from copydesk.desk import Desk
from copydesk.hookspecs import GROUP
from copydesk.plugins import CORE, Plugin
from copydesk.settings import PluginSettings, Settings

_NOWHERE = Path("plugins.toml")


@dataclass(frozen=True)
class Done:
    """How a job ended."""

    answer: dict[str, Any] | None
    """None where it did not come so far."""
    code: int | None
    """The interpreter's exit code; None for one that took too long."""
    printed: str = ""
    """What was printed to standard output besides the answer."""
    last: str = "it ended without a word"
    """The last line on standard error."""
    seconds: float = 0
    """How long it might take."""

    @property
    def end(self) -> str:
        """Say how it ended."""
        if self.code is None:
            return f"takes more than {self.seconds:g} s"
        return f"ends with exit code {self.code}: {self.last}"


def run(
    job: str,
    work: Mapping[str, object],
    *,
    seconds: float,
    variables: Mapping[str, str] | None = None,
    folder: str | None = None,
) -> Done:
    """
    Let a fresh interpreter do one job.

    Args:
        job: A module of this package; it calls ``do``.
        work: What it is given.
        seconds: How long it may take.
        variables: Of the environment, besides those of this process.
        folder: Its working directory.
    """
    mark = secrets.token_hex(16)
    paths = [os.path.abspath(path) for path in sys.path if path]  # noqa: PTH100  # links stay
    try:
        done = subprocess.run(  # noqa: S603  # our own interpreter and code
            [sys.executable, "-P", "-m", f"{__package__}.{job}"],
            input=json.dumps({"mark": mark, **work}),
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            timeout=seconds,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(paths), **(variables or {})},
            cwd=folder,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return Done(None, None, seconds=seconds)
    printed, _, rest = done.stdout.partition(mark)
    answer, _, more = rest.partition("\n")
    lines = done.stderr.strip().splitlines() or [Done.last]
    return Done(json.loads(answer) if rest else None, done.returncode, printed + more, lines[-1])


def do(job: Callable[[dict[str, Any]], dict[str, Any]]) -> None:
    """Do a job in the fresh interpreter: what is to be done is read, what came of it is printed."""
    work = json.loads(sys.stdin.buffer.read())
    answer = json.dumps(job(work))
    sys.stdout.write(f"{work['mark']}{answer}\n")
    sys.stdout.flush()


def target(plugin: Plugin) -> tuple[str, str] | None:
    """Say what to import: an installed module, a file, or nothing for an outlet given as it is."""
    points = entry_points(group=GROUP, name=plugin.name)
    if points and plugin.origin != "given":
        return ("module", next(iter(points)).module)
    return ("file", plugin.origin) if plugin.origin.endswith(".py") else None


def settings_of(desk: Desk, *, alone: Plugin | None = None) -> dict[str, Any]:
    """Describe a desk's plugins so that ``desk_of`` loads them again; ``alone`` switches off all others."""
    found = {p.name: p for p in reversed(desk.plugins.all) if p.name != CORE and target(p)}
    if alone:
        found = {**found, alone.name: alone}
    return {
        name: {
            "enabled": plugin.enabled and (alone is None or plugin is alone),
            "path": plugin.origin if plugin.origin.endswith(".py") else None,
            "options": plugin.options.model_dump(mode="json") if plugin.options else {},
        }
        for name, plugin in reversed(found.items())
    }


def desk_of(described: Mapping[str, Any]) -> Desk:
    """Load the plugins that ``settings_of`` described."""
    sections = {name: PluginSettings(**section) for name, section in described.items()}
    desk = Desk(outlets=())
    desk.plugins = loading.load(Settings(_NOWHERE, tuple(sections), sections), strict=False)
    return desk
