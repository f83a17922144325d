"""UAWire, English news about Ukraine."""

from collections.abc import Iterable

from copydesk import Comments, Layout, Outlet, TextLayout, When, hookimpl


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
            headline="article.content-item > header h1",
            published=(
                "meta:article:published_time",
                "ld:datePublished",
                # Orchard prints dates as the server's culture has them, here taken to be US English.
                When("article.content-item > header .published", "%A, %B %d, %Y %I:%M:%S %p", "%m/%d/%Y %I:%M:%S %p"),
            ),
            topics="article.content-item p.tags a",
            body="article.content-item",
            comments=Comments("ul.comments > li", text=".text", author=".who", published="time @datetime"),
            drop=("article.content-item > header", "p.tags", ".comments", "h2.comment-count"),
        ),
        TextLayout(
            "text",
            # Only a shape: news (somebody said so), then an indented list of names, then "Comments".
            detect=r"(?s)\A(?=.*\b(?:said|stated|announced|reported|according to|told)\b).*[.!?][\"”]?\s*\n"
            r"[^\S\n]+[A-Z][^,\n]*(?:, [A-Z][^,\n]*)+\n\s*\nComments\s*\Z",
            topics=r"^[^\S\n]+([A-Z][^,\n]*(?:, [A-Z][^,\n]*)+)\n\s*\nComments\s*\Z",
            end=r"^Comments\s*\Z",
        ),
    )


@hookimpl
def register_outlets() -> Iterable[Outlet]:
    """Hand over UAWire."""
    return [Uawire()]
