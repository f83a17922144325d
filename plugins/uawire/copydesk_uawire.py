"""UAWire, English news about Ukraine."""

import re
from collections.abc import Iterable

from copydesk import Claim, Comments, Layout, Outlet, Page, TextLayout, When, hookimpl

_QUOTATION = re.compile(r"[“\"][^“”\"]*[”\"]")
_SPEECH = re.compile(r"\b(?:said|told|stated|announced|reported|according to)\b", re.IGNORECASE)
_WRITER = re.compile(r"\b(?:I|my|we|our|you|your)\b")
_RECORD = re.compile(
    r"^[^\w\n]*+(?:\d[\d:./ T-]{6}|(?:minutes|agenda|(?:those )?present|in attendance|attendees|apologies"
    r"|action items?|ingredients|directions|method|verdict|rating|pros|cons|price)\b)"
    r"|\b(?:adjourned|seconded)\b",
    re.IGNORECASE | re.MULTILINE,
)


class Uawire(Outlet):
    """Flat addresses, no authors; what zone its dates are in is not known."""

    name = "uawire"
    hosts = ("uawire.org",)
    language = "en"
    layouts = (
        Layout(
            "orchard",
            detect="article.content-item.blog-post > header h1",
            mark='meta[property="og:site_name"][content=UAWire], link[rel=canonical][href*="//uawire.org/"]',
            scope="article.content-item",
            headline="header h1",
            published=(
                "meta:article:published_time",
                "ld:datePublished",
                # Orchard prints dates as the server's culture has them, here taken for US English.
                When(".published", "%A, %B %d, %Y %I:%M:%S %p", "%m/%d/%Y %I:%M:%S %p"),
            ),
            topics="p.tags a",
            body="article.content-item",
            comments=Comments(
                "ul.comments > li", text=".text", author=".who", published="time @datetime"
            ),
            drop=("article.content-item > header", "p.tags", ".comments", "h2.comment-count"),
        ),
        TextLayout(
            "text",
            # Possessive runs: however many blank lines there are, each is looked at once.
            detect=r"[.!?][\"”]?(?:[^\S\n]*+\n)++[^\S\n]++[A-Z][^,\n]*+(?:, [A-Z][^,\n]*+)++"
            r"\n(?:[^\S\n]*+\n)++Comments\s*+\Z",
            topics=r"^[^\S\n]++([A-Z][^,\n]*+(?:, [A-Z][^,\n]*+)++)\n(?:[^\S\n]*+\n)++Comments\s*+\Z",
            end=r"^Comments\s*+\Z",
        ),
    )

    def claim(self, page: Page) -> Claim | None:
        """Claim a text without an address only where it reads as news does."""
        is_bare_text = page.is_text and page.url is None
        return None if is_bare_text and not _is_news(page.text) else super().claim(page)


def _is_news(text: str) -> bool:
    """Tell a text in which others speak, and the writer neither of nor to anybody."""
    told = _QUOTATION.sub("", text)
    speech = len(_SPEECH.findall(told))
    return speech > 1 and not _WRITER.search(told) and not _RECORD.search(told)


@hookimpl
def register_outlets() -> Iterable[Outlet]:
    """Hand over UAWire."""
    return [Uawire()]
