"""What docs/reliability.md promises is held by the tests that it names."""

import ast
import re
from pathlib import Path

import pytest

TESTS = Path(__file__).parent
PAGE = (TESTS.parent / "docs" / "reliability.md").read_text(encoding="utf-8")
NAMED = sorted(set(re.findall(r"`(test_\w+\.py)::(test_\w+)`", PAGE)))


def test_every_promise_has_one() -> None:
    """No row of a table goes without a test."""
    rows = [row for row in PAGE.splitlines() if row.startswith("| ") and "---" not in row]
    promises = [row for row in rows if not row.startswith("| promise |")]
    assert len(promises) > 30
    assert [row for row in promises if "::test_" not in row] == []


@pytest.mark.parametrize(("file", "name"), NAMED)
def test_it_is_there(file: str, name: str) -> None:
    """The test that holds a promise is in the file that is named, and says what it guards."""
    tree = ast.parse((TESTS / file).read_text(encoding="utf-8"))
    found = {node.name: node for node in tree.body if isinstance(node, ast.FunctionDef)}
    assert name in found
    assert ast.get_docstring(found[name])
