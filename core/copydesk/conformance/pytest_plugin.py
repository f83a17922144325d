"""The pytest plugin: every ``cases/*/case.toml`` becomes tests, so that nobody writes test code."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from copydesk.conformance.collection import CaseFile

_NAME, _FOLDER = "case.toml", "cases"


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> "CaseFile | None":
    """Collect a case; looks at the name alone."""
    if file_path.name != _NAME or file_path.parent.parent.name != _FOLDER:
        return None
    # Here, since every pytest run of every project in the environment loads this module.
    from copydesk.conformance.collection import CaseFile  # noqa: PLC0415

    return CaseFile.from_parent(parent, path=file_path)
