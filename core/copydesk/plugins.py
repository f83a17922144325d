"""Plugins as they were found, and calls of their hooks: what one raises is nobody else's fault."""

import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stdout
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pluggy
from pydantic import BaseModel

from copydesk.errors import PluginError, SettingsError
from copydesk.outlet import Outlet

_CORE = Path(__file__).parent
BUNDLED = "copydesk"
CORE = "copydesk"


@dataclass(slots=True)
class Plugin:
    """One plugin as it was found: loaded, switched off, or broken and why."""

    name: str
    version: str | None
    """Of its distribution; None for a single file."""
    origin: str
    """The distribution's name, or the file."""
    enabled: bool = True
    problem: str | None = None
    """Why it is left out; None for one that works."""
    module: Any = None
    options: BaseModel | None = None
    outlets: tuple[Outlet, ...] = ()
    hooks: dict[str, Callable[..., Any]] = field(default_factory=dict)
    """The hooks that it implements, by name; call them by ``call``."""

    @property
    def is_bundled(self) -> bool:
        """Whether it comes with copydesk."""
        return self.origin == BUNDLED

    @property
    def works(self) -> bool:
        """Whether it is loaded."""
        return self.enabled and self.problem is None


@dataclass(frozen=True, slots=True)
class Plugins:
    """All plugins found, in the order in which ties are decided."""

    all: tuple[Plugin, ...]

    @property
    def working(self) -> tuple[Plugin, ...]:
        """Those that are loaded."""
        return tuple(plugin for plugin in self.all if plugin.works)

    @property
    def broken(self) -> tuple[Plugin, ...]:
        """Those that are left out though nobody switched them off."""
        return tuple(plugin for plugin in self.all if plugin.problem)

    def outlets(self) -> Iterator[tuple[Plugin, Outlet]]:
        """Give every outlet with its plugin."""
        for plugin in self.working:
            for outlet in plugin.outlets:
                yield plugin, outlet

    def objects(self, hook: str) -> Iterator[Any]:
        """Give what all plugins register by one hook; one that raises is noted as broken."""
        for plugin in self.working:
            found: list[Any] = []
            if hook in plugin.hooks:
                with kept_apart(plugin):
                    found = list(call(plugin, hook))
            yield from found


@contextmanager
def kept_apart(plugin: Plugin, *, settings_too: bool = False) -> Iterator[None]:
    """
    Note what a plugin raises in the block, SystemExit included, instead of letting it out.

    Wrong settings are let out unless ``settings_too``; what it prints goes to standard error.
    """
    passing = (KeyboardInterrupt,) if settings_too else (KeyboardInterrupt, SettingsError)
    try:
        with redirect_stdout(sys.stderr):
            yield
    except passing:
        raise
    except BaseException as error:  # noqa: BLE001  # SystemExit too is the plugin's fault
        plugin.problem = why(error)


def why(error: BaseException) -> str:
    """Say in one line what a plugin raised."""
    if isinstance(error, PluginError):
        return error.reason
    try:
        words = " ".join(str(error).split()) or "no message"
    except Exception:  # noqa: BLE001  # an exception may be as broken as what raised it
        words = "it cannot be printed"
    return f"{type(error).__name__}: {words}{_where(error)}"


def _where(error: BaseException) -> str:
    """Say on which line of a plugin's own file an error arose; nothing for the core's own lines."""
    frames = [
        f
        for f in traceback.extract_tb(error.__traceback__)
        if _CORE not in Path(f.filename).parents
    ]
    own = [
        f for f in frames if "site-packages" not in f.filename and not f.filename.startswith("<")
    ]
    return f" ({Path(own[-1].filename).name}, line {own[-1].lineno})" if own else ""


def call(plugin: Plugin, hook: str, **arguments: object) -> Any:  # noqa: ANN401  # each hook has its own type
    """Call one hook of one plugin with those of the arguments that its implementation takes."""
    function = plugin.hooks[hook]
    known = {**arguments, "options": plugin.options}
    names = pluggy._hooks.varnames(function)[0]  # noqa: SLF001  # pluggy's own rule for what a hook takes
    return function(**{name: known[name] for name in names})
