"""Which pages of an archive are wanted, told by what stands beside them and not by their bytes."""

import re
from dataclasses import dataclass
from typing import Literal
from urllib.parse import urlsplit

from copydesk.errors import UsageError

Unwanted = Literal["host", "mime", "status"]
"""Why a page was passed over."""

_HTML = ("text/html", "application/xhtml+xml")
_STATUS = re.compile(r"[1-5](?:\d\d|xx)")
_HOST = re.compile(r"[^\s/:@]+")


@dataclass(frozen=True, slots=True)
class Filter:
    """Which pages are read; one that does not say what is asked for is wanted, but for its host."""

    hosts: tuple[str, ...] = ()
    """Hosts, each with its subdomains, in any case; none: all."""

    media_types: tuple[str, ...] = _HTML
    """Media types, lower-case, ``text/*`` for all of a kind; none: all."""

    statuses: tuple[str, ...] = ()
    """HTTP statuses, ``200`` or ``2xx``; none: all."""

    def __post_init__(self) -> None:
        """
        Look at what was asked for.

        Raises:
            UsageError: for a host or status that none can be.
        """
        for status in self.statuses:
            if not _STATUS.fullmatch(status):
                raise UsageError(f"{status!r} is no HTTP status; write 200, or 2xx for all of them")
        for host in self.hosts:
            if not _HOST.fullmatch(host):
                raise UsageError(f"{host!r} is no host; write example.org, without http:// or port")

    def unwanted(
        self, url: str | None, media_type: str | None = None, status: int | None = None
    ) -> Unwanted | None:
        """Tell why a page is to be passed over, None for one that is wanted."""
        if self.hosts and not self._has_host(url):
            return "host"
        if self.media_types and media_type and not self._has_media_type(media_type):
            return "mime"
        if self.statuses and status is not None and not self._has_status(status):
            return "status"
        return None

    def _has_host(self, url: str | None) -> bool:
        found = f".{_host(url)}"
        return any(found.endswith(f".{host.lower().strip('.')}") for host in self.hosts)

    def _has_media_type(self, stated: str) -> bool:
        bare = stated.partition(";")[0].strip().lower()
        return any(t in {bare, f"{bare.partition('/')[0]}/*"} for t in self.media_types) or not bare

    def _has_status(self, status: int) -> bool:
        return any(wanted in {str(status), f"{status // 100}xx"} for wanted in self.statuses)


def _host(url: str | None) -> str:
    try:
        return (urlsplit(url or "").hostname or "").rstrip(".")
    except ValueError:
        return ""
