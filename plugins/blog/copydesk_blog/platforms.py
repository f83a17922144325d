"""Blogging platforms and content management systems other than WordPress."""

from copydesk import Comments, Images, Layout, When

from .shared import NOISE, STATED

_POST = ":is(.date-outer, .post-outer-container, .post-outer, .post)"
_WRITTEN_BY = (
    'meta[name="twitter:label1"][content="Written by"] ~ meta[name="twitter:data1"] @content'
)
# Types of nodes that people name in many ways; a page of products or a landing page is none.
_WRITINGS = ("article", "blog", "news", "post", "story", "press-release")
_NODE = f".node--view-mode-full:is({', '.join(f'[class*=type-{name}]' for name in _WRITINGS)})"
_NODE_7 = f"body:is({', '.join(f'[class*=node-type-{name}]' for name in _WRITINGS)})"
_SUBMITTED = ".node .submitted:not(.comment *)"
# Drupal's own formats, which many sites keep whatever their language, and the German one.
_DRUPAL_DATES = ("%m/%d/%Y - %H:%M", "%d.%m.%Y - %H:%M")

PLATFORMS = (
    Layout(
        "lists",
        # Blogger shows many posts whole on one page.
        detect=(
            f".widget.Blog .blog-posts:has({_POST} ~ {_POST}),"
            " .portable-archive .post-preview ~ .post-preview,"
            " body:is(.path-taxonomy, .page-taxonomy) :is(.node--view-mode-teaser, .node-teaser)"
        ),
        body=(),
    ),
    Layout(
        "blogger",
        detect=".widget.Blog :is(.post-body.entry-content, .post-content[itemprop=articleBody])",
        scope=".widget.Blog",
        headline=":is(.post-title, .post h2.title)",
        summary=(),
        byline=".byline-author",
        authors=(".post-author .fn", ".byline-author", "ld:author"),
        published=(
            "abbr.published @title",
            "time.published @datetime",
            ".publishdate",
            ".date-header",
        ),
        sections=(),
        topics=(".post-labels a[rel=tag]", ".post-footer a.label"),
        # The linked data names Blogger.
        publisher=("meta:og:site_name", "html .widget.Header :is(h1, h2)", None),
        body=":is(.post-body.entry-content, .post-content[itemprop=articleBody])",
        drop=(*NOISE, ".byline-author", ".post-share-buttons", ".jump-link"),
        comments=Comments(
            "#comments li.comment",
            text=".comment-content",
            author=".comment-header .user",
            published=".comment-header .datetime",
        ),
    ),
    Layout(
        "ghost",
        # WordPress calls pages of a template of their own so too, beside .single.
        detect="body.post-template:not(.single) :is(.gh-content, .post-full-content, .post-content)",
        headline="h1:is(.gh-article-title, .article-title, .post-full-title, .post-title)",
        summary=(
            ":is(.gh-article-excerpt, .article-excerpt, .post-full-custom-excerpt, .post-excerpt)",
            None,
        ),
        authors=(
            ":is(.gh-article-author-name, .article-byline .author-name, .author-names) a",
            "ld:author",
            _WRITTEN_BY,
        ),
        published=(*STATED, "time:is([class*=meta-date], .post-date) @datetime"),
        sections=(),
        topics="meta:article:tag",
        images=Images(
            "figure:is(.gh-article-image, .article-image, .post-full-image,"
            " .single-post-img-container)",
            caption="figcaption",
        ),
        paywall=".gh-post-upgrade-cta",
        body=":is(.gh-content, .post-full-content, .post-content)",
        drop=(
            *NOISE, ".gh-post-upgrade-cta", ".kg-bookmark-card", ".kg-button-card",
            ".kg-cta-card", ".kg-signup-card", ".kg-file-card", ".kg-audio-card",
            ".kg-callout-emoji", ".subscribe-form",
        ),
    ),
    Layout(
        "substack",
        detect=".newsletter-post .available-content .body",
        scope=".newsletter-post",
        headline="h1.post-title",
        summary=(".subtitle", None),
        authors=("ld:author", "meta:author", ".byline-wrapper a"),
        published=(*STATED, ".byline-wrapper", ".post-date"),
        sections=(),
        topics=(),
        publisher="html .main-menu h1",
        paywall=".paywall",
        body=".available-content .body",
        drop=(
            *NOISE, ".subscription-widget-wrap", ".subscription-widget-wrap-editor",
            ".subscribe-widget", ".button-wrapper", ".captioned-button-wrap", ".paywall",
            ".post-footer", "[class*=header-anchor-]:not(h1, h2, h3, h4, h5, h6)",
            "[class*=post-ufi]", ".image-link-expand", ".embedded-post-wrap", ".digest-post-embed",
            ".install-substack-app-embed", ".poll-embed", ".community-chat", ".directMessage",
            ".footnote-anchor", ".footnote-number", ".show-all-toggle",
        ),
        comments=Comments(
            ".comment-list .comment",
            text=".comment-body",
            author="span a[href*='/profile/']",
            published="a[href*='/comment/'] @title",
        ),
    ),
    Layout(
        "medium",
        detect="article section .pw-post-title",
        scope="article",
        headline=".pw-post-title",
        summary=(".pw-subtitle-paragraph", None),
        authors=("ld:author", "meta:author"),
        published=STATED,
        sections=(),
        topics="html a[href*='/tag/'][href*='post_page']",
        # The wall has random classes too, but leads to the ways to sign up.
        paywall="section a[href*='/m/connect/']",
        body="section",
        end=r"^Create an account to read the full story\.$",
        drop=(
            *NOISE, ".pw-post-title", ".pw-subtitle-paragraph", ".pw-post-byline-header",
            ".speechify-ignore",
            r"text:^Get .+ stories in your inbox$",
            r"text:^Join Medium for free to get updates from this writer\.$",
            r"text:^Remember me for faster sign in$",
        ),
    ),
    Layout(
        "drupal",
        # A page of several bodies is built of parts in a way of its own.
        detect=f"{_NODE}:not(:has(.paragraph, .field--name-field-body, .node .field--name-body))"
        " .field--name-body",
        headline=(
            "h1 .field--name-title",
            "h1.page-title",
            "h1.title",
            ".node--view-mode-full .field--name-title",
        ),
        summary=(":is(.field--name-field-subtitle, .field--name-field-summary)", None),
        authors=(
            f"{_NODE} .field--name-field-author .field__item",
            f"{_NODE} .field--name-field-author",
            "ld:author",
            f"{_NODE} .node__submitted .username",
        ),
        published=(
            *STATED,
            f"{_NODE} > footer time @datetime",
            f"{_NODE} .node__submitted time @datetime",
            When(f"{_NODE} .node__submitted", *_DRUPAL_DATES),
        ),
        topics=f"{_NODE} .field--name-field-tags a",
        publisher=("meta:og:site_name", ".site-branding__name"),
        images=Images(f"{_NODE} :is(.field--name-field-image, .field--name-field-media-image)"),
        body=f"{_NODE} .field--name-body",
        drop=(*NOISE, ".field--name-body .block", ".contextual-links"),
        comments=Comments(
            "article.comment",
            text=".field--name-comment-body",
            author=".comment__author .username",
            published=When(".comment__time", *_DRUPAL_DATES),
        ),
    ),
    Layout(
        "drupal7",
        detect=f"{_NODE_7} .node:not(.node-teaser) .field-name-body",
        headline=("h1.title", "h1.page-title", "h1#page-title"),
        summary=(),
        authors=(".field-name-field-author .field-item", "ld:author", f"{_SUBMITTED} .username"),
        published=(
            *STATED,
            f"{_SUBMITTED} [property~='dc:created'] @content",
            When(_SUBMITTED, *_DRUPAL_DATES),
            _SUBMITTED,
        ),
        topics=".node:not(.node-teaser) .field-name-field-tags a",
        publisher=("meta:og:site_name", "#site-name"),
        images=Images(".node:not(.node-teaser) .field-name-field-image"),
        body=".node:not(.node-teaser) .field-name-body .field-item",
        drop=(*NOISE, ".field-name-body .block"),
        comments=Comments(
            "#comments .comment",
            text=".field-name-comment-body",
            author=".submitted .username",
            published=When(".submitted", *_DRUPAL_DATES),
        ),
    ),
    Layout(
        "joomla",
        detect=".item-page [itemprop=articleBody], .item-page > :is(h2, dl.article-info)",
        headline=(
            ".item-page [itemprop=headline]",
            ".item-page .page-header :is(h1, h2)",
            ".item-page > h2",
        ),
        summary=(),
        authors=(".createdby [itemprop=name]", ".createdby", "meta:author"),
        published=("dd.published time @datetime", "dd.published", "dd.create"),
        modified=("dd.modified time @datetime", "dd.modified"),
        sections=":is(dd.parent-category-name, dd.category-name) a",
        topics=".item-page .tags a",
        publisher=("meta:og:site_name", ".site-title"),
        images=Images(".item-page .item-image", caption="figcaption"),
        # Up to Joomla 2.5 the text stands right in the page's element.
        body=".item-page:not(:has([itemprop=articleBody])), .item-page [itemprop=articleBody]",
        drop=(
            *NOISE, ".article-info", ".page-header", ".item-page > h2", ".actions", ".icons",
            ".item-image", ".tags", ".pagenav", ".pager", ".pagination", ".content_rating",
            ".content_vote", ".moduletable", ".article-index",
        ),
    ),
    Layout(
        "k2",
        detect=".itemView .itemBody",
        # The word for featured stands within the heading.
        headline=(".itemTitle:not(:has(*))", "meta:og:title", ".itemTitle"),
        summary=(),
        authors=".itemAuthor",
        published=".itemDateCreated",
        modified=".itemDateModified",
        sections=".itemCategory a",
        topics=".itemTags a",
        publisher=("meta:og:site_name", ".site-title"),
        images=Images(".itemImageBlock", ".itemImageCaption", ".itemImageCredits"),
        body=".itemBody",
        drop=(*NOISE, ".itemImageBlock", ".itemContentFooter", ".itemExtraFields"),
        comments=Comments(
            ".itemCommentsList > li",
            text="p",
            author=".commentAuthorName a",
            published=".commentDate",
        ),
    ),
    Layout(
        "typepad",
        # Elsewhere .entry-header is a header around the heading.
        detect=(
            "body:not(:has(.entry ~ .entry))"
            " :is(h1, h2, h3).entry-header ~ .entry-content .entry-body"
        ),
        headline=".entry-header",
        summary=(),
        authors=".entry-footer .post-footers",
        published=(".entry-footer .post-footers", ".date-header"),
        sections=".entry-footer .post-footers a:not([href*='profile.typepad.com'])",
        publisher=("meta:og:site_name", "#banner-header"),
        body=".entry-content",
        drop=NOISE,
        comments=Comments(
            ".comments .comment",
            text=".comment-content",
            author=".comment-footer a",
            published=".comment-footer",
        ),
    ),
)  # fmt: skip
