"""An outlet: whose pages these are, and how they are laid out."""

from dataclasses import dataclass
from functools import lru_cache
from typing import ClassVar
from urllib.parse import urlsplit

from copydesk.layout import Layout, TextLayout
from copydesk.page import Page

AnyLayout = Layout | TextLayout

HOST, HINT, MARK, SHAPE, FAMILY = 0.9, 0.8, 0.7, 0.5, 0.3


@dataclass(frozen=True, slots=True)
class Claim:
    """That a page is an outlet's, how surely, and why."""

    confidence: float
    """0 to 1: host from .9, a mark that names the outlet from .7, a layout's shape up to .5, a
    CMS family up to .3."""

    reasons: tuple[str, ...]
    """What on the page or in its address says so, in words."""


class Outlet:
    """
    An outlet whose pages are to become articles; subclass it and hand it over.

    Everything but ``name`` has a default: an outlet whose pages carry good linked data states its
    name and hosts and nothing more. What selectors cannot say, a method says that is named after
    the schema's field and takes the page: ``def authors(self, page): …``. It returns a string, a
    list of strings, or the schema's own parts; None leaves the field to the layout and to the
    generic reader.
    """

    name: ClassVar[str]
    """Lower-case letters, digits, ``-`` and ``_``; ``Article.outlet``."""

    hosts: ClassVar[tuple[str, ...]] = ()
    """Lower-case host names without ``www.``; each covers its subdomains."""

    time_zone: ClassVar[str | None] = None
    """IANA zone of printed dates that state none; without it their zone stays unknown."""

    language: ClassVar[str | None] = None
    """BCP 47 tag for month names, where the page does not say its language."""

    id_pattern: ClassVar[str | None] = None
    """Regular expression with one group: the outlet's own id in the path of an address."""

    layouts: ClassVar[tuple[AnyLayout, ...]] = ()
    """Layouts in the order in which they are tried; what is on the page decides."""

    is_family: ClassVar[bool] = False
    """Whether this is a kind of site (a CMS) and no single outlet: its claims are weak."""

    def claim(self, page: Page) -> Claim | None:
        """
        Say whether a page is this outlet's; None where nothing says so.

        The page's own canonical address is only a hint, which a layout must confirm; one of another
        host is enough to say that a shape alone is nobody's.
        """
        layout = self.layout_of(page)
        by_host = host_claim(self.hosts, page.url)
        if by_host:
            return Claim(by_host.confidence, (*by_host.reasons, *_says(layout)))
        if self.is_family:
            return Claim(FAMILY, _says(layout)) if layout else None
        stated = None if page.url or page.is_text else page.canonical_url
        hinted = host_claim(self.hosts, stated)
        if layout and hinted:
            surely = HINT + hinted.confidence - HOST
            return Claim(surely, ("the canonical address is the outlet's", *_says(layout)))
        if layout and layout.is_marked(page):
            return Claim(MARK, (f"a mark of layout {layout.name} names the outlet",))
        is_elsewhere = bool(self.hosts and (page.url or stated))
        return Claim(SHAPE, _says(layout)) if layout and not is_elsewhere else None

    def layout_of(self, page: Page) -> AnyLayout | None:
        """Choose the layout by what is on the page; None where none fits."""
        return next((layout for layout in self.layouts if layout.detects(page)), None)


def host_claim(hosts: tuple[str, ...], url: str | None) -> Claim | None:
    """Match an address against hosts on label borders; a longer match is a surer one."""
    host = _host(url)
    matching = [h for h in hosts if host == h or host.endswith(f".{h}")]
    if not matching:
        return None
    longest = max(matching, key=len)
    return Claim(
        min(HOST + longest.count(".") / 100 + len(longest) / 10_000, 0.99),
        (f"host {host} is {longest}'s",),
    )


@lru_cache(maxsize=16)  # all outlets ask for the host of one page
def _host(url: str | None) -> str:
    try:
        return (urlsplit(url or "").hostname or "").rstrip(".")
    except ValueError:
        return ""


def _says(layout: AnyLayout | None) -> tuple[str, ...]:
    return (f"layout {layout.name} fits",) if layout else ()
