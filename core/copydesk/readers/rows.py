"""What rows of JSON Lines and Parquet files have in common: the columns ``url, html, fetched``."""

from collections.abc import Mapping
from datetime import UTC, datetime

from copydesk.outcome import Failure
from copydesk.page import Page
from copydesk.readers.failures import failed
from copydesk.readers.regular import MAX_BYTES

COLUMNS = ("url", "html", "fetched")
"""What is read of a row; only ``html`` is needed."""

_SHOWN = 80


def page_of_row(row: Mapping[str, object], source: str) -> Page | Failure:
    """
    Make a page of a row; a ``bad_record`` that says what is wrong with it.

    ``html`` is a string or bytes; ``fetched`` a moment or its ISO 8601 form, in UTC where it has
    no zone.
    """
    html, url = row.get("html"), row.get("url")
    if url is not None and not isinstance(url, str):
        return _bad(source, f"its url is {_shown(url)}, no string")
    if not isinstance(html, str | bytes):
        return _bad(source, f"its html is {_shown(html)}, no string", url)
    content = html if isinstance(html, bytes) else html.encode("utf-8", "replace")
    if len(content) > MAX_BYTES:
        return _bad(source, f"its html has {len(content):,} bytes; the limit is {MAX_BYTES:,}", url)
    try:
        fetched = _moment(row.get("fetched"))
    except ValueError:
        return _bad(source, f"its fetched is {_shown(row['fetched'])}, no ISO 8601 moment", url)
    charset = "utf-8" if isinstance(html, str) else None
    return Page(
        content, url, source=source, charset=charset, fetched=fetched, address_from="column"
    )


def _moment(stated: object) -> datetime | None:
    if stated is None:
        return None
    moment = datetime.fromisoformat(stated) if isinstance(stated, str) else stated
    if not isinstance(moment, datetime):
        raise ValueError  # noqa: TRY004  # one kind of wrong value like the others
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _shown(value: object) -> str:
    return "missing" if value is None else repr(value)[:_SHOWN]


def _bad(source: str, reason: str, url: str | None = None) -> Failure:
    return failed(source, reason, "too_large" if "the limit" in reason else "bad_record", url)
