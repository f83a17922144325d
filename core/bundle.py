"""Build hook: takes the bundled plugins, as their own pyproject files name them, into copydesk."""

import tomllib
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface
from hatchling.metadata.plugin.interface import MetadataHookInterface

GROUP = "copydesk"
PYTEST = {"copydesk": "copydesk.conformance.pytest_plugin"}


def entry_points(root: str) -> dict[str, str]:
    """Collect plugin name → module from every plugins/*/pyproject.toml, in order of folder."""
    found: dict[str, str] = {}
    for path in sorted(Path(root, "plugins").glob("*/pyproject.toml")):
        project = tomllib.loads(path.read_text(encoding="utf-8"))["project"]
        for name, module in project["entry-points"][GROUP].items():
            if found.setdefault(name, module) != module:
                msg = f"{path}: the plugin name {name!r} is taken by {found[name]}"
                raise ValueError(msg)
    return found


class Metadata(MetadataHookInterface):
    """Adds the entry points to the distribution's metadata."""

    def update(self, metadata: dict[str, Any]) -> None:
        """Put the group in; nothing else of the metadata is touched."""
        metadata["entry-points"] = {GROUP: entry_points(self.root), "pytest11": PYTEST}


class Modules(BuildHookInterface[Any]):
    """Puts the plugins' modules into the wheel, or their folders on an editable install's path."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Take the modules alone: cases and the plugins' pyproject files stay out of the wheel."""
        found = [module(self.root, name) for name in entry_points(self.root).values()]
        if version == "editable":
            folders = [str(path.parent.relative_to(self.root)) for path in found]
            self.build_config.target_config["dev-mode-dirs"] = ["core", *folders]
        elif self.target_name == "wheel":
            build_data["force_include"].update({str(path): path.name for path in found})


def module(root: str, name: str) -> Path:
    """Find a plugin's module: a file, or a folder where one file would be too long."""
    plugins = Path(root, "plugins")
    return next(path for end in (".py", "") for path in plugins.glob(f"*/{name}{end}"))


def get_metadata_hook() -> type[MetadataHookInterface]:
    """Tell hatchling which of the two classes is the metadata hook."""
    return Metadata


def get_build_hook() -> type[BuildHookInterface[Any]]:
    """Tell hatchling which of the two classes is the build hook."""
    return Modules
