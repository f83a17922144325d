"""Hosts whose pages ended too many workers: the rest of them is not tried."""

from collections import Counter
from urllib.parse import urlsplit

from copydesk.outcome import Failure
from copydesk.page import Page
from copydesk.schema import clean_text

PAGES = 3
"""So many pages that ended their workers, and the rest of a host is skipped."""


class Hosts:
    """Counts such pages by host."""

    def __init__(self) -> None:
        """Have nothing against anybody."""
        self._pages: Counter[str] = Counter()

    def blame(self, url: str | None) -> None:
        """Note that a page of that address, as far as it is known, has no outcome but its kill."""
        if host := host_of(url):
            self._pages[host] += 1

    @property
    def closed(self) -> frozenset[str]:
        """Hosts that are not tried any more."""
        return frozenset(host for host, pages in self._pages.items() if pages >= PAGES)


def host_of(url: str | None) -> str:
    """Give the host of an address in lower case; empty where there is none."""
    try:
        return urlsplit(url or "").hostname or ""
    except ValueError:
        return ""


def skipped(page: Page, host: str) -> Failure:
    """Say why a page was not tried."""
    reason = f"{PAGES} pages of {host} ended their workers in this run; the rest is not tried"
    return Failure(
        source=clean_text(page.source or ""),
        url=page.url,
        code="skipped",
        stage="run",
        reason=clean_text(reason) or "skipped",
    )
