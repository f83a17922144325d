"""WordPress and other blogs."""

from collections.abc import Iterable

from copydesk import Comments, Images, Layout, Outlet, TextLayout, hookimpl

# What plugins of WordPress put into the text itself.
_NOISE = (
    ".sharedaddy", ".sd-sharing", ".sd-like", ".jp-relatedposts", ".jetpack-likes-widget-wrapper",
    "#ez-toc-container", ".code-block", ".adsbygoogle", ".shariff", ".a2a_kit", ".post-views",
    ".addtoany_share_save_container", ".addtoany_content", ".breadcrumb", ".breadcrumbs",
    ".rank-math-breadcrumb", ".read-time", "generic:furniture",
    r"text:^(?:Advertisement|Anzeige|Share this:?|Related|Like this:?)$",
    r"text:^The post .+ appeared first on .+\.$",
)  # fmt: skip
_COMMENTS = Comments(
    ".comment[id^=comment-]",
    text=".comment-content, .wp-block-comment-content",
    author=".comment-author .fn, .wp-block-comment-author-name",
    published="time @datetime",
)
_STATED = ("meta:article:published_time", "ld:datePublished")


class Blog(Outlet):
    """A family of sites: a claim is weak, the site's own plugin wins."""

    name = "blog"
    is_family = True
    layouts = (
        Layout(
            "blocks",
            # The post's own title is an h1; lists of posts have it as h2.
            detect="h1.wp-block-post-title",
            headline="h1.wp-block-post-title",
            summary=".wp-block-post-excerpt__excerpt",
            authors=("ld:author", ".wp-block-post-author-name a", ".wp-block-post-author-name"),
            published=(*_STATED, ".wp-block-post-date time @datetime"),
            sections=".taxonomy-category:not(.wp-block-query *) a",
            topics=".taxonomy-post_tag:not(.wp-block-query *) a",
            images=Images(".wp-block-post-featured-image"),
            body=".wp-block-post-content",
            drop=_NOISE,
            comments=_COMMENTS,
        ),
        Layout(
            "hentry",
            detect="body:not(.archive, .blog, .home, .search) :is(.hentry, .type-post) .entry-content:not(a *)",
            scope=":is(.hentry, .type-post)",
            headline="h1.entry-title",
            authors=(
                "ld:author",
                ".post-author .meta-text a",
                ".byline .author",
                ".author.vcard a",
            ),
            published=(*_STATED, ".entry-date @datetime", ".post-date .meta-text"),
            modified=("ld:dateModified", "time.updated:not(.published) @datetime"),
            sections="a[rel~=category]",
            topics="a[rel=tag]",
            images=Images(".featured-media, .post-thumbnail"),
            body=".entry-content:not(a *)",
            drop=_NOISE,
            comments=_COMMENTS,
        ),
        TextLayout(
            "text",
            detect=r"^Home » .+ » |^This site uses Akismet to reduce spam\.",
            headline=r"\A(?:Home » [^\n]+\n+)?([^\n]+)$",
            sections=r"\AHome » ([^\n]+) » [^»\n]+$",
            drop=(r"^\W*$",),
            end=r"^(?:Leave a (?:Comment|Reply)|This site uses Akismet to reduce spam\..*)$",
        ),
    )


@hookimpl
def register_outlets() -> Iterable[Outlet]:
    """Hand over the blogs."""
    return [Blog()]
