"""The house's one direction: nothing imports from a room above it."""

import ast
from pathlib import Path

import pytest

CORE = Path(__file__).parent.parent / "core" / "copydesk"

# Lowest first; rooms of one line stand beside each other.
LAYERS = [
    {"schema", "printable"},
    {"outcome", "errors"},
    {"page"},
    {"extract", "streams"},
    {"layout"},
    {"outlet"},
    {"generic", "draft", "methods", "hookspecs", "settings"},
    {"plugins", "loading", "claims", "origin", "reading"},
    {"desk"},
    {"readers", "sinks"},
    {"ingest", "conformance"},
    {"cli"},
]
FLOOR = {room: number for number, rooms in enumerate(LAYERS) for room in rooms}
FILES = sorted(
    path for path in CORE.rglob("*.py") if path.parent != CORE or not path.name.startswith("__")
)


def room_of(path: Path) -> str:
    return path.relative_to(CORE).parts[0].removesuffix(".py")


def imported(path: Path) -> set[str]:
    """Names of the rooms that a module imports from, wherever in it the import stands."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module == "copydesk":
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("copydesk."):
            found.add((node.module or "").split(".")[1])
        elif isinstance(node, ast.Import):
            found |= {a.name.split(".")[1] for a in node.names if a.name.startswith("copydesk.")}
    return found & set(FLOOR)


def test_every_room_has_its_floor() -> None:
    """A new room is put on a floor before it is used."""
    assert {room_of(path) for path in FILES} == set(FLOOR)


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(CORE)))
def test_imports_go_down(path: Path) -> None:
    """A module imports from rooms on its own floor or below."""
    floor = FLOOR[room_of(path)]
    assert {room for room in imported(path) if FLOOR[room] > floor} == set()
