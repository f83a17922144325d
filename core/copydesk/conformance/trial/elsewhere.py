"""Reading pages in a fresh interpreter at another place of the world."""

import json
import sys
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import TypeAdapter

from copydesk.conformance import cases
from copydesk.conformance.cases import Case
from copydesk.conformance.trial import strangers
from copydesk.conformance.trial.fresh import Done, desk_of, do, run, settings_of, target
from copydesk.conformance.trial.shared import changes, state
from copydesk.desk import Desk
from copydesk.outcome import Outcome
from copydesk.plugins import Plugin

SECONDS = 120
"""So long may all the pages take, on a machine that does much else."""


_OUTCOME: TypeAdapter[Outcome] = TypeAdapter(Outcome)


class Place(NamedTuple):
    """How another interpreter differs from this one."""

    variables: dict[str, str]
    folder: str | None = None


PLACES = {
    "another time zone": Place({"TZ": "Pacific/Kiritimati"}),
    # ASCII and nothing else: whoever opens a file without an encoding learns it here.
    "another locale": Place({"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}),
    "another hash seed": Place({"PYTHONHASHSEED": "1"}),
    "another working directory": Place({}, Path(sys.executable).anchor),
}


def read(
    plugin: Plugin, desk: Desk, chosen: Iterable[Case], places: Collection[str]
) -> Done | None:
    """
    Read the pages of cases there.

    Args:
        plugin: Whose cases these are.
        desk: Whose plugins are loaded again.
        chosen: The cases.
        places: What is different there, of ``PLACES``.

    Returns:
        None for an outlet that was given as it is, in no module, and so cannot be loaded again.
    """
    if not target(plugin):
        return None
    folders = [str(case.folder.resolve()) for case in chosen]
    variables = {k: v for name in places for k, v in PLACES[name].variables.items()}
    folder = next((PLACES[name].folder for name in places if PLACES[name].folder), None)
    work = {"settings": settings_of(desk), "cases": folders}
    return run("elsewhere", work, seconds=SECONDS, variables=variables, folder=folder)


def outcomes(answer: dict[str, Any]) -> list[Outcome]:
    """Give the outcomes in an answer, in the order of the cases."""
    return [_OUTCOME.validate_json(json.dumps(outcome)) for outcome in answer["outcomes"]]


def _read(work: dict[str, Any]) -> dict[str, Any]:
    desk, known = desk_of(work["settings"]), set(sys.modules)
    desk.edit(strangers.page("other-cms.html"))  # what copydesk itself loads on first use
    before = state()
    found = [desk.edit(cases.read(Path(folder)).page()) for folder in work["cases"]]
    return {
        "changes": list(changes(before, state())),
        "modules": sorted(set(sys.modules) - known),
        "outcomes": [outcome.model_dump(mode="json") for outcome in found],
    }


if __name__ == "__main__":
    do(_read)
