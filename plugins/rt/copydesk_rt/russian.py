"""RT's Russian edition, russian.rt.com."""

from dataclasses import replace

from copydesk import Images, Layout, When

from .shared import BOXES, Edition, named, without_text

_ARTICLE = Layout(
    "2023",
    detect=".article__text_article-page p",
    mark=named("RT на русском", "russian.rt.com"),
    headline="h1.article__heading_article-page",
    summary=".article__summary_article-page",
    authors=".article__author",
    published=(
        "meta:mediator_published_time",
        "meta:published_time_telegram",
        When("time.date @datetime", "%Y-%m-%d %H:%M"),
        When("time.date", "%d %B %Y, %H:%M"),
    ),
    sections="meta:mediator_theme",
    topics="a.tags-trends__link",
    images=Images(
        ".article__cover_article-page",
        caption=".article__cover-description",
        credit=".article__cover-copyright",
    ),
    body=".article__text_article-page",
    drop=(*BOXES, ".error-on-page", ".follows-channel", ".crosslinks__link"),
)
# A short item has its one paragraph where others have the summary.  Without anything after the
# empty text the page is cut off.
_SHORT = replace(
    _ARTICLE,
    name="2023-short",
    detect=(
        ".article__text_article-page ~ *, .article_article-page:has(.article__text_article-page) ~ *"
    ),
    summary=(),
    body=".article__summary_article-page",
)


class Russian(Edition):
    """The Russian edition; printed times are Moscow's."""

    name = "rt-ru"
    hosts = ("russian.rt.com",)
    time_zone = "Europe/Moscow"
    language = "ru"
    layouts = (_ARTICLE, _SHORT, without_text("russian.rt.com"))
