"""plugins.toml: found, read and checked; what is wrong is named by file and key."""

import os
import sys
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from copydesk.errors import SettingsError

FILE_NAME = "plugins.toml"
VARIABLE = "COPYDESK_CONFIG"


class PluginSettings(BaseModel):
    """One section ``[plugins.NAME]``."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", strict=True, use_attribute_docstrings=True
    )

    enabled: bool = True
    """False leaves the plugin unloaded."""

    required: bool = False
    """True refuses to run without the plugin: it is missing, broken or switched off."""

    path: str | None = None
    """A single-file plugin outside any package, relative to the settings file; only in a file that
    ``--config`` or ``COPYDESK_CONFIG`` names."""

    options: dict[str, Any] = Field(default_factory=dict)
    """The plugin's own options, checked by its model."""


class _File(BaseModel):
    model_config = ConfigDict(
        frozen=True, extra="forbid", strict=True, use_attribute_docstrings=True
    )

    order: list[str] = Field(default_factory=list)
    """Names of plugins; of equal claims the one named first wins, refinements run in this order."""

    plugins: dict[str, PluginSettings] = Field(default_factory=dict)
    """A section for each plugin that needs one."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What plugins.toml says, and which file said it."""

    file: Path | None = None
    order: tuple[str, ...] = ()
    plugins: Mapping[str, PluginSettings] = field(default_factory=dict)

    def of(self, name: str) -> PluginSettings:
        """Give a plugin's section, or the defaults."""
        return self.plugins.get(name) or PluginSettings()


def load(config: str | os.PathLike[str] | None = None) -> Settings:
    """
    Read the first settings file found; files are not merged.

    Looked for in ``config``, ``COPYDESK_CONFIG``, the working directory, the user's configuration
    directory. Using one from the working directory is said on stderr.

    Raises:
        SettingsError: if a file that was named is missing, if a file is no TOML, or has a key or
            value that is wrong, or names code without being named itself.
    """
    named = config or os.environ.get(VARIABLE)
    if named:
        return read(Path(named), may_bring_code=True)
    here = Path(FILE_NAME)
    if here.is_file():
        sys.stderr.write(f"copydesk: using {here.resolve()}\n")
        return read(here, may_bring_code=False)
    of_user = user_directory() / FILE_NAME
    return read(of_user, may_bring_code=False) if of_user.is_file() else Settings()


def user_directory() -> Path:
    """Where a user's own plugins.toml stands: ``$XDG_CONFIG_HOME/copydesk`` or its default."""
    if sys.platform == "win32":
        return Path(os.environ.get("APPDATA", Path.home())) / "copydesk"
    return Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config") / "copydesk"


def read(file: Path, *, may_bring_code: bool) -> Settings:
    """Read and check one file; see ``load`` for what is raised."""
    if not file.is_file():
        raise SettingsError(str(file), None, "cannot be read: no regular file is there")
    try:
        data = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(str(file), None, f"cannot be read: {error}") from error
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(str(file), None, f"is no TOML: {error}") from error
    try:
        checked = _File.model_validate(data)
    except ValidationError as error:
        raise wrong(str(file), "", error, _File) from error
    for name, section in checked.plugins.items():
        if section.path and not may_bring_code:
            key = f"plugins.{name}.path"
            raise SettingsError(
                str(file),
                key,
                f"code is loaded only from a file named by --config or {VARIABLE}; name this one so",
            )
    return Settings(file.resolve(), tuple(checked.order), checked.plugins)


def wrong(file: str, prefix: str, error: ValidationError, model: type[BaseModel]) -> SettingsError:
    """Name the first wrong key of a validation, and the right key that is nearest to it."""
    first = error.errors()[0]
    place = [str(part) for part in first["loc"]]
    key = ".".join(filter(None, [prefix, *place]))
    if first["type"] != "extra_forbidden":
        return SettingsError(file, key, f"{first['msg']}, not {first['input']!r}")
    known = list(_model_at(model, place[:-1]).model_fields)
    near = get_close_matches(place[-1], known, n=1, cutoff=0.5)
    return SettingsError(
        file, key, f"is no key; there are {', '.join(known)}", near[0] if near else None
    )


def _model_at(model: type[BaseModel], place: list[str]) -> type[BaseModel]:
    return PluginSettings if len(place) > 1 and model is _File else model
