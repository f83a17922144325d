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
# Orchard prints dates as the server's culture has them, here taken for US English.
_PRINTED = ("%A, %B %d, %Y %I:%M:%S %p", "%m/%d/%Y %I:%M:%S %p")
# Possessive runs: however many blank lines there are, each is looked at once.
_NAMES = r"[^\S\n]++([A-Z][^,\n]*+(?:, [A-Z][^,\n]*+)++)\n(?:[^\S\n]*+\n)++Comments\s*+\Z"
_SHAPE = re.compile(r"[.!?][\"”]?(?:[^\S\n]*+\n)++" + _NAMES)


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
                When(".published", *_PRINTED),
                None,  # readers' comments have times too
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
            detect=r"\S",
            published=When(
                r"^[^\S\n]*+((?:[A-Z][a-z]+day, [A-Z][a-z]+ \d{1,2}, \d{4}|\d{1,2}/\d{1,2}/\d{4})"
                r" \d{1,2}:\d\d:\d\d [AP]M)[^\S\n]*$",
                *_PRINTED,
            ),
            topics=rf"^{_NAMES}",
            end=r"^Comments\s*+\Z",
        ),
    )

    def claim(self, page: Page) -> Claim | None:
        """Claim a text without an address only by its shape, and where it reads as news does."""
        is_bare_text = page.is_text and page.url is None
        is_foreign = is_bare_text and not _is_its_news("\n".join(page.lines))
        return None if is_foreign else super().claim(page)


def _is_its_news(text: str) -> bool:
    """Tell a text of its shape in which others speak, and the writer neither of nor to anybody."""
    if not _SHAPE.search(text):
        return False
    told = _QUOTATION.sub("", text)
    speech = len(_SPEECH.findall(told))
    return speech > 1 and not _WRITER.search(told) and not _RECORD.search(told)


@hookimpl
def register_outlets() -> Iterable[Outlet]:
    """Hand over UAWire."""
    return [Uawire()]
