"""RT's English edition: rt.com as of 2016, 2019 and 2022, and saved text."""

import re
from dataclasses import replace

from copydesk import Images, Layout, Page, When

from .shared import BOXES, Edition, named, without_text
from .text import text_layout

PRESENT = Layout(
    "2022",
    detect=".article .article__text:not(.article__text_article-page)",
    mark=named("RT International", "www.rt.com"),
    headline="h1.article__heading",
    summary=".article__summary",
    published=(
        "meta:published_time_telegram",
        "ld:datePublished",
        When(".date_article-header", "%d %b, %Y %H:%M"),
    ),
    sections=".breadcrumbs a.breadcrumbs__links:not(:first-child)",
    topics=".article__tags-trends a.tags-trends__link",
    images=Images(
        ".article__cover .media", caption="[data-role=title]", credit="[data-role=copyright]"
    ),
    body=".article__text",
    drop=(
        *BOXES,
        ".article__invitation", ".article__google-news", ".article__author-text",
        ".blog-autor__summary_article",
        r"text:^READ MORE:",
        r"text:^(?:Like this story\? Share it|Think your friends would be interested\?)",
        r"text:^The statements, views and opinions expressed in this column are solely",
    ),
)  # fmt: skip
_2019 = replace(PRESENT, name="2019", detect=".article div.article__date")
_2016 = replace(
    PRESENT,
    name="2016",
    detect=".article time.date_article-header",
    published=When(".article__date time", "Published time: %d %b, %Y %H:%M"),
    modified=When(".article__date time ~ time", "Edited time: %d %b, %Y %H:%M"),
    topics=(),
    images=Images(".article__cover .media", credit=".media__title_arcticle"),
)

_AUTHOR = re.compile(r"(?:By )?(?P<names>.+?)(?:,| (?:is|are) |\.?$)")


class English(Edition):
    """The English edition; printed times are UTC."""

    name = "rt"
    hosts = ("rt.com", "swentr.site", "rurtnews.com")
    time_zone = "UTC"
    language = "en"
    layouts = (
        _2016,
        _2019,
        PRESENT,
        without_text("www.rt.com", folders=("in-vision", "in-motion")),
        text_layout("Published", drop=(r"^See also\s",)),
    )

    def kind(self, page: Page) -> str | None:
        """Take the section's word for an opinion; the linked data calls all of it news."""
        return "opinion" if page.tree.css_first(".breadcrumbs a[href*='/op-ed']") else None

    def authors(self, page: Page) -> list[str] | None:
        """Read an opinion's author, "By NAME, who is …"."""
        css = ".article__author-text em strong, .blog-autor__summary_article"
        note = None if page.is_text else page.tree.css_first(css)
        words = page.soup(note).get_text(" ", strip=True) if note else ""
        found = _AUTHOR.match(words)
        return [found["names"]] if found else None
