"""Page builders and premium themes of WordPress."""

from dataclasses import replace

from copydesk import Credit, Images, Layout

from .shared import COMMENTS, LABELLED_AUTHOR, NOISE, STATED, STATED_CHANGE

# WordPress' body_class() marks the page of one post; lists, static pages and shops lack it.
_SINGLE = "body.single-post:not(:has(.post-password-form))"
# Lists of other posts on these pages have bylines, times and tags too, so rules end in None: the
# generic reader is not to look further.
_STATED_AUTHOR = (LABELLED_AUTHOR, "meta:author")
_STATED_TOPICS = ("ld:keywords", "meta:article:tag", None)

_TAGDIV_NOISE = (*NOISE, ".td-a-rec", ".td_block_wrap:not(.tdb_single_content)")
_TAGDIV_COMMENTS = replace(COMMENTS, author="footer cite", published="footer time")

# Without a template for posts, the document itself; headers may be such documents too.
_ELEMENTOR_BODY = (
    ":is(.elementor-widget-theme-post-content, "
    "body:not(:has(.elementor-widget-theme-post-content)) [data-elementor-type=wp-post])"
)
_NOT_LISTED = ":not(.e-loop-item *)"
_ELEMENTOR_NOISE = tuple(
    f".elementor-widget-{kind}"
    for kind in (
        "author-box", "breadcrumbs", "button", "form", "post-info", "post-navigation", "posts",
        "share-buttons", "table-of-contents",
    )
)  # fmt: skip

_AVADA_BODY = ":is(.post:has(.fusion-post-title) > .post-content, .fusion-content-tb)"
_DIVI_BODY = ":is(.et_pb_post_content, .et_pb_post .entry-content)"
_DIVI_META = ":is(.et_pb_title_meta_container, .et_post_meta_wrapper > .post-meta)"

_POPULAR = (
    "article:is(.single-entry, .ast-article-single, :has(> .inside-article, .inner-post-entry))"
)

BUILDERS: tuple[Layout, ...] = (
    Layout(
        "tagdiv-cloud",
        detect=f"{_SINGLE} .tdb_single_content",
        headline=".tdb-title-text",
        summary=".tdb_single_subtitle",
        authors=("ld:author", ".tdb_single_author .tdb-author-name", *_STATED_AUTHOR, None),
        published=(*STATED, ".tdb_single_date time @datetime", None),
        sections=(".tdb_single_categories a", "ld:articleSection"),
        topics=(".tdb_single_tags a", *_STATED_TOPICS),
        images=Images(".tdb_single_featured_image"),
        body=".tdb_single_content",
        drop=_TAGDIV_NOISE,
        comments=_TAGDIV_COMMENTS,
    ),
    Layout(
        "tagdiv-newspaper",
        detect=f"{_SINGLE} article.post .td-post-content",
        scope="article.post",
        headline="h1.entry-title",
        summary=".td-post-sub-title",
        authors=("ld:author", ".td-post-author-name a", *_STATED_AUTHOR, None),
        published=(*STATED, ".td-post-date time @datetime", None),
        sections=(".td-category a", "ld:articleSection"),
        topics=(".td-tags a", *_STATED_TOPICS),
        syndication=(
            Credit(
                "republished_from",
                ".td-post-source-via .td-post-small-box",
                r"^(?!(?i:via)\b)\S+\s+(?P<party>.+)$",
            ),
        ),
        images=Images(".td-post-featured-image"),
        body=".td-post-content",
        drop=(*_TAGDIV_NOISE, ".td-post-featured-image"),
        comments=_TAGDIV_COMMENTS,
    ),
    Layout(
        "genesis",
        detect=f"{_SINGLE} main.content > .entry > .entry-header:has(h1) ~ .entry-content",
        scope="main.content",
        headline="h1.entry-title",
        authors=(
            "ld:author", ".entry-header .entry-author-name", *_STATED_AUTHOR,
            ".author-box [itemprop=name]", None,
        ),
        published=(*STATED, ".entry-header .entry-time @datetime", None),
        modified=(*STATED_CHANGE, ".entry-modified-time @datetime"),
        sections=(".entry-categories a", "ld:articleSection"),
        topics=(".entry-tags a", *_STATED_TOPICS),
        body=".entry-content",
        drop=NOISE,
        comments=replace(COMMENTS, author=".comment-author [itemprop=name]"),
    ),
    Layout(
        "elementor",
        detect=f"{_SINGLE} {_ELEMENTOR_BODY}",
        headline=("h1.elementor-heading-title:not(.elementor-location-header *)", "h1.entry-title"),
        summary=".elementor-widget-theme-post-excerpt",
        authors=(
            "ld:author", f".elementor-post-info__item--type-author{_NOT_LISTED}",
            *_STATED_AUTHOR, ".elementor-author-box__name", None,
        ),
        published=(*STATED, f".elementor-post-info__item--type-date{_NOT_LISTED}", None),
        # The list of terms does not say which are categories but by WordPress' own addresses.
        sections=(
            "ld:articleSection",
            f".elementor-post-info__terms-list a:not([href*='/tag/']){_NOT_LISTED}",
        ),
        topics=(
            "a[rel=tag]", f".elementor-post-info__terms-list a[href*='/tag/']{_NOT_LISTED}",
            *_STATED_TOPICS,
        ),
        images=Images(".elementor-widget-theme-post-featured-image"),
        body=_ELEMENTOR_BODY,
        drop=(*NOISE, *_ELEMENTOR_NOISE),
        comments=COMMENTS,
    ),
    Layout(
        "divi",
        detect=f"{_SINGLE} {_DIVI_BODY}",
        headline="h1.entry-title",
        authors=("ld:author", f"{_DIVI_META} .author a", *_STATED_AUTHOR, None),
        published=(*STATED, f"{_DIVI_META} .published", None),
        sections=(f"{_DIVI_META} a[rel~=category]", "ld:articleSection"),
        # The theme prints no tags.
        topics=_STATED_TOPICS,
        images=Images(".et_pb_title_featured_container, .et_post_meta_wrapper > img"),
        body=_DIVI_BODY,
        drop=(
            *NOISE, ".et_pb_post_title", ".et_pb_blog_grid_wrapper", ".et_social_inline",
            ".reply-container",
        ),
        comments=replace(COMMENTS, author=".comment_postinfo .fn", published=".comment_date"),
    ),
    Layout(
        "jnews",
        detect=f"{_SINGLE}:has(h1.jeg_post_title) .entry-content > .content-inner",
        headline="h1.jeg_post_title",
        summary=".jeg_post_subtitle",
        authors=("ld:author", ".jeg_meta_author a", *_STATED_AUTHOR, None),
        published=(*STATED, ".entry-header .jeg_meta_date a", None),
        sections=(".jeg_meta_category a", "ld:articleSection"),
        topics=(".jeg_post_tags a", *_STATED_TOPICS),
        images=Images(".jeg_featured"),
        body=".entry-content > .content-inner",
        drop=(
            *NOISE, ".jeg_ad", ".jeg_post_tags", ".jeg_share_button",
            ".jnews_inline_related_post_wrapper",
        ),
        comments=COMMENTS,
    ),
    Layout(
        "newspack",
        detect=f"{_SINGLE} main:has(.entry-subhead) .entry-content",
        # The header stands outside of the article's own element.
        scope="main",
        headline="h1.entry-title",
        summary=".newspack-post-subtitle",
        authors=("ld:author", ".entry-subhead .author a", *_STATED_AUTHOR, None),
        published=(*STATED, ".entry-subhead .published @datetime", None),
        modified=(*STATED_CHANGE, ".entry-subhead .updated @datetime"),
        sections=(".entry-header .cat-links a", "ld:articleSection"),
        topics=(".tags-links a", *_STATED_TOPICS),
        images=Images(".post-thumbnail"),
        body=".entry-content",
        drop=(*NOISE, ".wp-block-newspack-blocks-homepage-articles", ".newspack-popup-container"),
        comments=COMMENTS,
    ),
    Layout(
        "avada",
        detect=f"{_SINGLE} {_AVADA_BODY}",
        headline=(".fusion-post-title", "h1.fusion-title-heading"),
        authors=(
            "ld:author", ".fusion-meta-info .vcard:not(.rich-snippet-hidden) a", *_STATED_AUTHOR,
            None,
        ),
        # The printed date has no class of its own; before it stands the time of change, hidden.
        published=(*STATED, ".fusion-meta-info .updated + span", ".fusion-tb-published-date", None),
        modified=(*STATED_CHANGE, ".fusion-meta-info .updated"),
        sections=(".fusion-meta-info a[rel~=category]", "ld:articleSection"),
        topics=(".meta-tags a", *_STATED_TOPICS),
        images=Images(".post-slideshow li"),
        body=_AVADA_BODY,
        drop=(*NOISE, ".fusion-button"),
    ),
    Layout(
        # GeneratePress, Kadence, Astra and Soledad: as WordPress' own, but for some parts.
        "popular-themes",
        detect=f"{_SINGLE} {_POPULAR} .entry-content",
        scope=_POPULAR,
        headline="h1.entry-title",
        authors=(
            "ld:author", ":is(.byline, .posted-by) .author-name", ":is(.byline, .posted-by) a",
            ".posted-by .fn", *_STATED_AUTHOR, None,
        ),
        published=(
            *STATED, "time.entry-date.published @datetime", ".posted-on .published", None,
        ),
        modified=(*STATED_CHANGE, ".entry-meta time.updated @datetime"),
        sections=("a[rel~=category]", "ld:articleSection"),
        # Kadence prints a number sign before the tag.
        topics=(".tag-link @title", "a[rel=tag]", *_STATED_TOPICS),
        images=Images(".featured-image, .post-image, .post-thumbnail, .post-thumb-img-content"),
        body=".entry-content",
        drop=(*NOISE, ".post-tags"),
        comments=COMMENTS,
    ),
)  # fmt: skip
