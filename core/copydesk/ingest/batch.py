"""One pure function over a batch of pages: what every pool and every cluster calls."""

from collections.abc import Sequence

from copydesk.desk import Desk
from copydesk.outcome import Failure, Outcome
from copydesk.page import Page
from copydesk.plugins import why
from copydesk.schema import clean_text

Input = Page | Failure
"""What a reader gives: a page, or why there is none."""


def edit_batch(desk: Desk, batch: Sequence[Input]) -> list[Outcome]:
    """
    Give the outcome of every page of a batch, in order.

    Needs nothing but its arguments and changes nothing, so that any process may run it.
    """
    return [page if isinstance(page, Failure) else _edited(desk, page) for page in batch]


def _edited(desk: Desk, page: Page) -> Outcome:
    try:
        return desk.edit(page)
    except Exception as error:  # noqa: BLE001  # a fault of ours may not cost the other pages
        return Failure(
            source=clean_text(page.source or ""),
            url=page.url,
            code="crashed",
            stage="run",
            reason=clean_text(f"copydesk itself is at fault: {why(error)}") or "crashed",
        )
