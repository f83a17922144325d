"""WordPress and other blogs."""

from collections.abc import Iterable

from copydesk import Comments, Images, Layout, Outlet, TextLayout, hookimpl

_NOISE = (
    ".sharedaddy", ".sd-sharing", ".sd-like", ".jp-relatedposts", ".jetpack-likes-widget-wrapper",
    "#ez-toc-container", ".code-block", ".adsbygoogle", ".shariff", ".a2a_kit", ".addtoany_share_save_container",
    ".addtoany_content", ".post-views", "#comments", ".comments-area", "nav", "form",
)  # fmt: skip


class Blog(Outlet):
    """A family of sites: a claim is weak, the site's own plugin wins."""

    name = "blog"
    is_family = True
    layouts = (
        Layout(
            "wordpress",
            detect=".hentry .entry-content, .type-post .entry-content, body.single-post .entry-content",
            headline=(".hentry h1.entry-title", "h1.entry-title"),
            authors=("ld:author", "meta:author", ".byline .author .fn", ".author.vcard a", "a[rel=author]"),
            sections="a[rel='category tag']",
            topics=(".tags-links a", ".entry-tags a", "a[rel=tag]:not([rel~=category])"),
            images=Images(".post-thumbnail"),
            body=".entry-content",
            drop=_NOISE,
            comments=Comments(
                "li.comment, li.pingback", text=".comment-content", author=".comment-author .fn", published="time @datetime"
            ),
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
