"""The bundled plugins prove more than the suite asks of everybody: every layout, several times."""

import re
from collections import Counter
from pathlib import Path

import pytest

from copydesk import Desk
from copydesk.conformance import cases
from copydesk.conformance.cases import Case

PLUGINS = sorted(path.parent for path in Path(__file__).parent.parent.glob("plugins/*/cases"))
AT_LEAST = 3


@pytest.fixture(scope="module")
def desk() -> Desk:
    return Desk()


def layout_of(case: Case, desk: Desk) -> str | None:
    outlet = next(o for o in desk.outlets if o.name == case.facts.outlet)
    layout = outlet.layout_of(case.page())
    return layout.name if layout else None


@pytest.mark.parametrize("plugin", PLUGINS, ids=lambda path: path.name)
def test_every_layout_has_cases(plugin: Path, desk: Desk) -> None:
    """Each layout that gives articles has three cases, one of them with a missing field."""
    found = [case for case in cases.below(plugin / "cases") if case.golden is not None]
    owner = next(p for p in desk.plugins.working if p.name == plugin.name)
    count = Counter(layout_of(case, desk) for case in found)
    layouts = [layout for outlet in owner.outlets for layout in outlet.layouts]
    proven = {layout.name for layout in layouts if getattr(layout, "body", None) != ()}
    assert {name: count[name] for name in proven if count[name] < AT_LEAST} == {}


@pytest.mark.parametrize("plugin", PLUGINS, ids=lambda path: path.name)
def test_nothing_is_taken_from_within(plugin: Path) -> None:
    """A bundled plugin stands on what is public, as a third party's must: ``copydesk`` and its schema."""
    for file in (*plugin.glob("copydesk_*.py"), *plugin.glob("copydesk_*/*.py")):
        found = re.findall(
            r"^(?:from|import) (copydesk[\w.]*)", file.read_text("utf-8"), re.MULTILINE
        )
        assert set(found) <= {"copydesk", "copydesk.schema"}, file


@pytest.mark.parametrize("plugin", PLUGINS, ids=lambda path: path.name)
def test_nothing_is_known_to_fail(plugin: Path) -> None:
    """No bundled plugin declares a failure, and every case says where its page comes from."""
    for case in cases.below(plugin / "cases"):
        assert case.facts.known_failures == [], case.folder
        assert case.facts.origin, case.folder
