"""The schema stands alone: pydantic, the standard library and nothing else."""

import ast
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from copydesk import schema

FOLDER = Path(schema.__file__).parent
PYDANTIC = {
    "pydantic",
    "pydantic_core",
    "annotated_types",
    "typing_extensions",
    "typing_inspection",
}
TELL = """
import sys
before = set(sys.modules)
import copydesk.schema
import json
print(json.dumps(sorted(set(sys.modules) - before)))
"""


def test_import_loads_nothing_else() -> None:
    """In a fresh interpreter the schema brings no parser, client, command line or plugin system."""
    said = subprocess.run(  # noqa: S603  # our own text
        [sys.executable, "-c", TELL],
        capture_output=True,
        check=True,
        env={"PYDANTIC_DISABLE_PLUGINS": "1"},  # others' packages may extend pydantic
    )
    loaded = json.loads(said.stdout)
    # The standard library's own, named after the platform.
    named = {name for name in loaded if not name.startswith("_sysconfigdata")}
    strangers = {name for name in named if name.split(".")[0] not in _allowed()}
    of_ours = {name for name in named if name.startswith("copydesk.")}
    assert strangers == set()
    assert {name for name in of_ours if not name.startswith("copydesk.schema")} == set()


@pytest.mark.parametrize("module", sorted(FOLDER.rglob("*.py")), ids=lambda path: path.stem)
def test_module_imports(module: Path) -> None:
    """Each module imports the standard library, pydantic and its neighbours, lazily or not."""
    for name in _imports(module):
        stands_alone = name.split(".")[0] in _allowed() - {"copydesk"}
        assert stands_alone or name.startswith("copydesk.schema."), f"{module.name}: {name}"


def _allowed() -> set[str]:
    return {*sys.stdlib_module_names, *PYDANTIC, "copydesk"}


def _imports(module: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(module.read_bytes())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module.name}: relative import"
            yield node.module or ""
