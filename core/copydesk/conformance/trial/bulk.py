"""Reading much in a fresh interpreter, by a stop-watch that counts this process's own work."""

import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from copydesk.conformance import cases
from copydesk.conformance.cases import Case
from copydesk.conformance.trial import damage
from copydesk.conformance.trial.fresh import Done, desk_of, do, run, settings_of, target
from copydesk.conformance.trial.outcomes import broken
from copydesk.desk import Desk
from copydesk.plugins import Plugin

SECONDS = 180
"""So long may it take in all, on a machine that does much else."""
SIBLINGS = 50_000


def read(plugin: Plugin, desk: Desk, chosen: Sequence[tuple[Case, int]]) -> Done | None:
    """
    Let a plugin alone read pages, each repeated to so many bytes, and claim a long list.

    Returns:
        None for an outlet that was given as it is, in no module. Else the answer has ``pages``, for
        each the ``seconds`` and what is ``broken``, and ``claims``, the seconds by outlet.
    """
    pages = [(str(case.folder.resolve()), size) for case, size in chosen]
    work = {"settings": settings_of(desk, alone=plugin), "pages": pages}
    return run("bulk", work, seconds=SECONDS) if target(plugin) else None


def _read(work: dict[str, Any]) -> dict[str, Any]:
    desk = desk_of(work["settings"])
    claims = _claims(desk)
    pages = [_timed(desk, cases.read(Path(folder)), size) for folder, size in work["pages"]]
    return {"claims": claims, "pages": pages}


def _claims(desk: Desk) -> dict[str, float]:
    found = {}
    for outlet in desk.outlets:
        page = damage.flat(SIBLINGS)
        _ = page.tree
        start = time.process_time()
        outlet.claim(page)
        found[outlet.name] = time.process_time() - start
    return found


def _timed(desk: Desk, case: Case, size: int) -> dict[str, Any]:
    page = case.page(damage.repeated(case.content, size))
    start = time.process_time()
    outcome = desk.edit(page)
    return {"seconds": time.process_time() - start, "broken": list(broken(outcome))}


if __name__ == "__main__":
    do(_read)
