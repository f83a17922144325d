"""RT, the Russian state broadcaster."""

from collections.abc import Iterable

from copydesk import Credit, Images, Layout, Outlet, Page, TextLayout, When, hookimpl


class Rt(Outlet):
    """The English edition; printed times are UTC."""

    name = "rt"
    hosts = ("rt.com", "swentr.site", "rurtnews.com")
    time_zone = "UTC"
    id_pattern = r"/(\d{6})-[^/]+/?$"
    layouts = (
        Layout(
            "2022",
            detect=".article .article__text",
            mark='meta[property="og:site_name"][content="RT International"]',
            headline="h1.article__heading",
            summary=".article__summary",
            published=(
                "meta:published_time_telegram",
                "ld:datePublished",
                When(".date_article-header", "%d %b, %Y %H:%M"),
            ),
            sections=".breadcrumbs a.breadcrumbs__links:not(:first-child)",
            topics=".article__tags-trends a.tags-trends__link",
            images=Images(".article__cover .media", caption="[data-role=title]", credit="[data-role=copyright]"),
            body=".article__text",
            drop=(
                ".read-more", ".read-more-big", ".Read-more-text-only", ".read-more-text-only",
                ".article__invitation", ".article__google-news", ".article__share", ".article__short-url",
                ".article__author-text",
                r"text:^READ MORE:",
                r"text:^(?:Like this story\? Share it|Think your friends would be interested\?)",
                r"text:^The statements, views and opinions expressed in this column are solely",
            ),
        ),
        TextLayout(
            "text",
            detect=r"^(?:Published|Publicado):\n+\d{1,2} [a-z]{3} \d{4} \d{1,2}:\d{2} GMT$",
            headline=r"^([^\n]+)\n+(?:Published|Publicado):$",
            published=When(r"^(?:Published|Publicado):\n+([^\n]+ GMT)$", "%d %b %Y %H:%M %Z", language="es"),
            summary=r"^(?:Published|Publicado):\n+[^\n]+ GMT\n+([^\n]+)$",
            headings=r"^“[^”]+”$",
            syndication=(Credit("republished_by", r"\A\w+ \d{1,2}, \d{4}\n+(?P<party>[^\n]+)$"),),
            drop=(r"^See also\s",),
        ),
    )  # fmt: skip

    def kind(self, page: Page) -> str | None:
        """Take the section's word for an opinion; the linked data calls all of it news."""
        return "opinion" if page.tree.css_first(".breadcrumbs a[href*='/op-ed/']") else None

    def authors(self, page: Page) -> list[str] | None:
        """Read an opinion's author, "By NAME, who is …": the name alone is set bold."""
        note = None if page.is_text else page.tree.css_first(".article__author-text em strong")
        if note is None:
            return None
        words = page.soup(note).get_text(" ", strip=True)
        return [words.removeprefix("By ").split(",")[0]]


@hookimpl
def register_outlets() -> Iterable[Outlet]:
    """Hand over RT."""
    return [Rt()]
