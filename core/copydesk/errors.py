"""
Everything that copydesk raises on purpose, grouped by how the caller recovers.

::

    CopydeskError
    ├── Refused          one page cannot be read: make it a Failure, go on with the next page
    ├── PluginError      one plugin is broken: leave it out, report it, go on with the others
    ├── LayoutError      an outlet's layout is wrong: its author corrects the field named
    ├── SettingsError    plugins.toml is wrong: its owner corrects the key named
    └── UsageError       the command was used wrongly or its output is unusable: exit code 2

All of them survive pickling, since pages are read in other processes.
"""

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from copydesk.outcome import FailureCode

__all__ = [
    "CopydeskError",
    "LayoutError",
    "PluginError",
    "Refused",
    "SettingsError",
    "UsageError",
]


class CopydeskError(Exception):
    """Any error that copydesk raises on purpose."""


class Refused(CopydeskError):  # noqa: N818  # what is the case, as the house wants it
    """A page that cannot be read; becomes a ``Failure`` of the same code, stage and reason."""

    def __init__(
        self, code: "FailureCode", stage: Literal["decode", "limits", "parse"], reason: str
    ) -> None:
        """``reason`` says what was found, how much of it, and what the limit is."""
        super().__init__(code, stage, reason)
        self.code, self.stage, self.reason = code, stage, reason

    def __str__(self) -> str:
        return f"{self.code}: {self.reason}"


class PluginError(CopydeskError):
    """A plugin that does not import, does not keep the contract, or raises."""

    def __init__(self, plugin: str, version: str | None, reason: str) -> None:
        """``version`` is None for a plugin that is a single file."""
        super().__init__(plugin, version, reason)
        self.plugin, self.version, self.reason = plugin, version, reason

    def __str__(self) -> str:
        return f"plugin {' '.join(filter(None, (self.plugin, self.version)))}: {self.reason}"


class LayoutError(CopydeskError):
    """A selector, regular expression or date format of a layout that cannot work."""

    def __init__(self, outlet: str, layout: str | None, field: str | None, why: str) -> None:
        """``layout`` is None where the outlet itself is wrong, ``field`` where no field is."""
        super().__init__(outlet, layout, field, why)
        self.outlet, self.layout, self.field, self.why = outlet, layout, field, why

    def __str__(self) -> str:
        place = " / ".join(filter(None, (self.outlet, self.layout, self.field)))
        return f"{place}: {self.why}"


class SettingsError(CopydeskError):
    """A key or a value of plugins.toml that is wrong."""

    def __init__(self, file: str, key: str | None, why: str, nearest: str | None = None) -> None:
        """``key`` is None where the file as a whole is; ``nearest`` is a right key like it."""
        super().__init__(file, key, why, nearest)
        self.file, self.key, self.why, self.nearest = file, key, why, nearest

    def __str__(self) -> str:
        place = f"{self.file}: {self.key}" if self.key else self.file
        hint = f"; did you mean {self.nearest!r}?" if self.nearest else ""
        return f"{place}: {self.why}{hint}"


class UsageError(CopydeskError):
    """A command that was used wrongly, or an output that cannot be written."""
