"""RT's Arabic edition, arabic.rt.com."""

from copydesk import Credit, Images, Layout

from .shared import BOXES, Edition, named, without_text

_SOURCE = r"(?:^|\s)(المصدر\s*:\s*(?P<party>[^+:]{2,40}?))\s*(?:\+[^:]{2,40})?$"
_SECOND = r"(?:^|\s)المصدر\s*:[^+:]{2,40}(\+\s*(?P<party>[^+:]{2,40}))$"


class Arabic(Edition):
    """The Arabic edition."""

    name = "rt-ar"
    hosts = ("arabic.rt.com",)
    language = "ar"
    layouts = (
        Layout(
            "2022",
            detect="div.js-mediator-article:not(.article__text_article-page)",
            mark=named("RT Arabic", "arabic.rt.com"),
            summary="p.intro",
            authors="meta:mediator_author",
            published=("meta:publish-date", "meta:published_time_telegram"),
            sections=("meta:category", ".time-public a"),
            topics=".news-tags a",
            images=Images(".photo", caption=".caption", credit=".copyright"),
            body="div.js-mediator-article",
            syndication=tuple(
                Credit("republished_from", "div.js-mediator-article p", pattern=pattern)
                for pattern in (_SOURCE, _SECOND)
            ),
            drop=(*BOXES, "p.intro", r"text:^المصدر\s*:"),
        ),
        without_text("arabic.rt.com"),
    )
