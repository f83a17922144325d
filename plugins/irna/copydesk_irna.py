"""IRNA, the Iranian news agency, in all its editions."""

from collections.abc import Iterable

from copydesk import Comments, Credit, Images, Layout, Outlet, TextLayout, When, hookimpl


class Irna(Outlet):
    """Dates of the Persian edition are Jalali; printed times are Tehran's."""

    name = "irna"
    hosts = ("irna.ir",)
    time_zone = "Asia/Tehran"
    id_pattern = r"/(?:news|photo|video)/(\d{8})(?:/|$)"
    layouts = (
        Layout(
            "saba",
            detect="#item .item-text",
            mark='meta[property="og:image"][content*=".irna.ir/"], meta[property="og:title"][content*=" - IRNA "]',
            headline=".item-title h1.title",
            summary=".item-summary p.summary",
            authors=(".item-author span",),
            published=(
                "meta:article:published_time",
                "ld:datePublished",
                When(".item-header .item-date span"),
            ),
            sections=".item-nav .breadcrumb li a",
            topics="section.tags li a[rel=tag]",
            comments=Comments(
                ".comments-list > li", text=".comment-body", author=".author", published=".date"
            ),
            images=Images(".item-summary figure.item-img", caption="figcaption"),
            body=".item-body .item-text",
            drop=(
                ".item-code",
                r"text:^Follow us on (?:Twitter|X) @\w+$",
                r"text:^(?:\d+\*\*\d+|/?انته[یىي]/?|انتهای پیام)[./]*$",
            ),
        ),
        TextLayout(
            "text",
            mark=r"^According to IRNA\b",
            drop=(r"^<[\w:]*image>data:", r"^\.$", r"^https?://\S+$"),
            syndication=(
                Credit("quotes", r"^(According to IRNA[^;,]*, quoted by (?P<party>[A-Z][\w ]*\w))"),
                Credit("based_on", r"^(?P<url>https?://\S+)$"),
            ),
        ),
    )


@hookimpl
def register_outlets() -> Iterable[Outlet]:
    """Hand over IRNA."""
    return [Irna()]
