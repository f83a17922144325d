"""What layouts of WordPress and other blogs have in common."""

from copydesk import Comments

# A feed's last line, which stands where somebody has made a post of it.
APPEARED_FIRST = (
    r"^((?:The post|Der Beitrag|L.article|La entrada|Запис|Сообщение) .+"
    r" (?:appeared first on|erschien zuerst auf|est apparu en premier sur|se publicó primero en"
    r"|спершу з.явився на|появились сначала на) (?P<party>.+)\.)$"
)

# What plugins of WordPress, and WordPress itself, put into the text.
NOISE = (
    # sharing and likes
    ".sharedaddy", ".sd-sharing", ".sd-like", ".jetpack-likes-widget-wrapper", ".shariff",
    ".a2a_kit", ".addtoany_share_save_container", ".addtoany_content",
    # related posts and other ways out of the text
    ".jp-relatedposts", ".wp-block-query", ".wp-block-latest-posts", ".page-links", ".page-link",
    ".more-link", ".edit-link", ".breadcrumb", ".breadcrumbs", "#breadcrumbs",
    ".yoast-breadcrumbs", ".rank-math-breadcrumb", "#ez-toc-container", "#toc_container",
    ".wp-block-rank-math-toc-block", ".wp-block-yoast-seo-table-of-contents",
    # advertisements; Ad Inserter numbers its blocks, a blog on programming does not
    ".code-block[class*='code-block-']:not(:has(pre))", ".adsbygoogle",
    # counters, boxes and forms
    ".post-views", ".read-time", ".rt-reading-time", ".author-box", ".screen-reader-text",
    ".wp-block-jetpack-subscriptions", ".jetpack_subscription_widget", ".mc4wp-form",
    # in a comment that has no element for its words alone
    ".comment-body > :is(.comment-author, .comment-meta, .reply)",
    "generic:furniture",
    (
        r"text:(?i)^(?:advertisement|anzeige|werbung|publicité|publicidad|pubblicità|advertentie"
        r"|реклама|table of contents|inhaltsverzeichnis|[\d,.]+ (?:views|shares)"
        r"|(?:share this(?: post| article| on)?|teilen mit|partager|comparte esto|condividi|delen"
        r"|поділитися|поделиться ссылкой|like this|gefällt mir|j’aime ça|me gusta esto|mi piace"
        r"|сподобалося|понравилось это|(?:like )?loading|wird geladen|chargement|cargando|related"
        r"|ähnliche beiträge|articles similaires|relacionado|correlati|gerelateerd|пов’язано"
        r"|похожее)\s?[:.…]*)$"
    ),
    (
        r"text:(?i)^(?:(?:read (?:more|also|next)|also read|see also|related|lesen sie auch"
        r"|(?:à )?lire aussi|le[ae] también|leggi anche|lees ook|читайте (?:также|також))\s?:.*"
        r"|read more)$"
    ),
    (
        r"text:(?i)^(?:last updated.{0,60}|discover more from .{1,80}|this slideshow requires"
        r" javascript\.|subscribe to get the latest posts sent to your email\.)$"
    ),
    f"text:{APPEARED_FIRST}",
)  # fmt: skip

COMMENTS = Comments(
    # Themes before 2013 put the id on an article within the item; pingbacks have no .comment.
    ":is(li, div).comment:is([id^=comment-], [id^=li-comment-])",
    text=".comment-content, .wp-block-comment-content, .comment-body:not(:has(.comment-content))",
    author=".comment-author .fn, .wp-block-comment-author-name",
    published=("time @datetime", ".comment-meta a"),
)

STATED = ("meta:article:published_time", "ld:datePublished", "meta:parsely-pub-date")
STATED_CHANGE = ("meta:article:modified_time", "ld:dateModified")

# Only who wrote a text comes with a second label; alone it is the time that reading takes.
LABELLED_AUTHOR = 'html:has(meta[name="twitter:label2"]) meta[name="twitter:data1"] @content'

# All links of a breadcrumb but the first, which leads home.
CRUMBS = (
    "html :is(#breadcrumbs, .breadcrumbs, .yoast-breadcrumbs) :is(a, span) ~ span > a, "
    "html .rank-math-breadcrumb a ~ a"
)
