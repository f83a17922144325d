"""WordPress' own themes, and what many others share with them."""

from copydesk import Credit, Images, Layout, TextLayout

from .shared import APPEARED_FIRST, COMMENTS, CRUMBS, LABELLED_AUTHOR, NOISE, STATED, STATED_CHANGE

_HOME = "(?:Home|Startseite|Accueil|Inicio|Главная|Головна)"
_SKIP = "(?:Skip to (?:the )?content|Zum Inhalt springen|Aller au contenu(?: principal)?)"
_SINGLE = "body:not(.archive, .blog, .home, .search)"
_CATEGORIES = ".cat-links, .entry-categories, .taxonomy-category"
_ELSEWHERE = ".wp-block-query *, .wp-block-comments *"
_FROM_A_FEED = (Credit("republished_from", ".entry-content > p", pattern=APPEARED_FIRST),)

WORDPRESS = (
    Layout(
        "no-post",
        # Whole posts one after the other would pass for one text, and so would a long caption.
        detect=(
            "body.archive:is(.category, .tag, .date, .author, [class*=tax-], [class*=-archive-]), "
            "body:is(.archive, .blog):not(.single) .hentry ~ .hentry, body.home.blog, "
            "body.search:is(.search-results, .search-no-results), "
            "body.attachment, body:has(.post-password-form)"
        ),
        body=(),
    ),
    Layout(
        "blocks",
        # The post's own title is an h1; lists of posts have it as h2.
        detect=f"{_SINGLE}:has(h1.wp-block-post-title) .wp-block-post-content",
        headline="h1.wp-block-post-title",
        summary=f".wp-block-post-excerpt__excerpt:not({_ELSEWHERE})",
        authors=(
            "ld:author",
            f".wp-block-post-author-name:not({_ELSEWHERE}) a",
            f":is(.wp-block-post-author-name, .wp-block-post-author__name):not({_ELSEWHERE})",
            LABELLED_AUTHOR,
        ),
        published=(*STATED, ".wp-block-post-date:not([class*=modified]) time @datetime"),
        modified=(*STATED_CHANGE, f"[class*=post-date__modified]:not({_ELSEWHERE}) time @datetime"),
        sections=(f".taxonomy-category:not({_ELSEWHERE}) a", "ld:articleSection", CRUMBS),
        topics=f".taxonomy-post_tag:not({_ELSEWHERE}) a",
        syndication=_FROM_A_FEED,
        images=Images(f".wp-block-post-featured-image:not({_ELSEWHERE})"),
        body=".wp-block-post-content",
        drop=NOISE,
        comments=COMMENTS,
    ),
    Layout(
        "hentry",
        detect=f"{_SINGLE} :is(.hentry, .type-post) .entry-content:not(a *)",
        scope=":is(.hentry, .type-post):has(.entry-content)",
        headline="h1.entry-title",
        summary=(
            ".entry-summary:not(.entry-content *)",
            ".entry-header :is(.intro-text, .post__excerpt, .subheadline, .lead, .excerpt)",
        ),
        authors=(
            "ld:author",
            ".post-author .meta-text a",
            ".byline :is(.author, a[rel~=author])",
            ".author.vcard a",
            LABELLED_AUTHOR,
        ),
        published=(*STATED, ".entry-date @datetime", ".entry-date, .post-date .meta-text"),
        modified=(*STATED_CHANGE, "time.updated:not(.published) @datetime"),
        sections=(
            f"a[rel~=category], :is({_CATEGORIES}) a",
            "ld:articleSection",
            CRUMBS,
        ),
        topics=f"a[rel=tag]:not(:is({_CATEGORIES}) *)",
        syndication=_FROM_A_FEED,
        images=(
            Images(".featured-media, .post-thumbnail"),
            Images("html .single-featured-image-header"),
        ),
        body=".entry-content:not(a *)",
        drop=NOISE,
        comments=COMMENTS,
    ),
    TextLayout(
        "text",
        detect=rf"^{_HOME} » .+ » |\bAkismet\b.*\b[Ss]pam\b|^Proudly powered by WordPress",
        headline=rf"\A(?:{_SKIP}\n+)?(?:{_HOME} » [^\n]+\n+)?([^\n]+)$",
        authors=(
            r"^Posted on [^\n]+ by ([^\n]+)$",
            r"^(?:By|Von|Published by|View all posts by) ([^\n.]{3,60})$",
        ),
        published=r"^(?:Posted on|Veröffentlicht am) ([^\n]+?\d{4}[^\n]*?)(?: by [^\n]+)?$",
        modified=r"^(?:Last updated(?: on)?:?|Zuletzt aktualisiert:?) ([^\n]+)$",
        sections=(
            rf"\A(?:{_SKIP}\n+)?{_HOME} » ([^\n]+) » [^»\n]+$",
            r"^(?:Posted in|Filed Under:|Categor(?:y|ies):) ([^\n]+)$",
        ),
        topics=r"^(?:Tagged(?: With:)?|Tags:|Schlagwörter:) ([^\n]+)$",
        syndication=(Credit("republished_from", APPEARED_FIRST),),
        drop=(
            r"^\W*$",
            APPEARED_FIRST,
            r"(?i)^(?:\d+ min(?:utes?)? read|advertisement|anzeige|post views: [\d.,]+)$",
        ),
        end=r"^(?:Leave a (?:Comment|Reply)|Schreibe einen Kommentar|Share this:|Teilen mit:"
        r"|Like this:|Gefällt mir:|Related|Ähnliche Beiträge|\d+ (?:thoughts?|comments?) on “.*"
        r"|Post navigation|Beitragsnavigation|This site uses Akismet to reduce spam\..*"
        r"|Diese Website verwendet Akismet.*)$",
    ),
)
