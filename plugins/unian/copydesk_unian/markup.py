"""UNIAN's marked-up pages: of 2014, since 2019, and long reads."""

from copydesk import Images, Layout, When

from .labels import CLOCKS, FOOTER, LABELS, TAIL

_MARK = 'meta[property="og:image"][content*="//images.unian.net/"]'
_TEXTS = tuple(f"text:{words}" for words in (*LABELS, FOOTER))
_NOISE = (
    ".read-also", ".read-also-slider", ".nts-video-wrapper", ".nts-video-label", ".nts-ad",
    ".bnr-block__bnr", ".owl-carousel", ".owl-photo", ".anchor", ".social-btn-bottom", ".social-likes",
    ".article-shares", "img[src*='gnews.svg']", "img[data-src*='gnews.svg']", *_TEXTS,
)  # fmt: skip
_STATED = ("ld:datePublished", "meta:article:published_time")
_SECTIONS = (".breadcrumbs li a span", ".article__info-item.gray-marker")
_CAPTION = ".subscribe_photo_text"

# What these rules do not find, the generic reader must not: lists of other news have times and
# authors too, and meta keywords are made by a machine.
LAYOUTS = (
    Layout(
        "2019",
        # The lite pages have it as well.
        detect=".article:has([class*=article__]) .article-text",
        mark=_MARK,
        headline=".article h1",
        summary=".article__like-h2",
        authors=(".article__author-name", "ld:author", None),
        published=(*_STATED, When(".article__info-item.time", *CLOCKS), None),
        sections=_SECTIONS,
        topics=(".article__tags .article__tag", None),
        images=(
            Images(".article figure.photo_block", caption=_CAPTION),
            Images(".article-text .owl-photo__item"),
        ),
        body=".article-text",
        drop=(".article__author--bottom", *_NOISE),
        end=TAIL,
    ),
    Layout(
        "publication",
        detect=".publication:has([class*=publication__]) .publication-text",
        mark=_MARK,
        headline=".publication h1",
        authors=(".publication__left-info .publication__author a", "ld:author", None),
        published=(*_STATED, When(".publication__left-info .time", *CLOCKS), None),
        sections=_SECTIONS,
        topics=(".publication__tags .publication__tag", None),
        images=(
            Images("figure.publication__main-image", caption=_CAPTION),
            Images(".publication-text figure.photo_block", caption=_CAPTION),
        ),
        body=".publication-text",
        drop=(".publication-bottom", ".publication__gn", *_NOISE),
        end=TAIL,
    ),
    Layout(
        "2014",
        detect=".central_article .article_body",
        mark=_MARK,
        headline=".central_article h1",
        summary=".article_body > h2:first-child",
        authors=(".author[itemprop=author] [itemprop=name]", None),
        published=(When(".central_article .date", "%d.%m.%Y | %H:%M"), None),
        sections='.breadcrumb [typeof="v:Breadcrumb"] a[property="v:title"]',
        topics=(),
        images=Images(".central_article .photo_block", caption=_CAPTION),
        body=".article_body",
        drop=(".read_also", ".article_bottom", _CAPTION, *_TEXTS),
    ),
)
