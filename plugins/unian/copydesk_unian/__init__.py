"""UNIAN, the Ukrainian news agency: unian.net, unian.ua, unian.info."""

from collections.abc import Iterable

from copydesk import Claim, Outlet, Page, hookimpl

from .markup import LAYOUTS as MARKUP
from .text import LAYOUTS as TEXT


class Unian(Outlet):
    """News in Russian, Ukrainian and English; printed dates are Kyiv time."""

    name = "unian"
    hosts = ("unian.net", "unian.ua", "unian.info")
    time_zone = "Europe/Kyiv"
    id_pattern = r"(?:/|-)(\d{6,8})(?:-[^/]*)?\.html$"
    layouts = (*MARKUP, *TEXT)

    def claim(self, page: Page) -> Claim | None:
        """Claim a text by its address or by a mark; no shape of a text is UNIAN's alone."""
        layout = self.layout_of(page)
        is_bare = page.is_text and page.url is None
        return None if is_bare and not (layout and layout.is_marked(page)) else super().claim(page)


@hookimpl
def register_outlets() -> Iterable[Outlet]:
    """Hand over UNIAN."""
    return [Unian()]
