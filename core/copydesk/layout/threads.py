"""Readers' comments in markup that many outlets share: data, as in any layout."""

from typing import Final

from copydesk.layout.layout import Layout
from copydesk.layout.rules import Comments

# Markup that many outlets share; all else on their pages is the generic reader's. What systems and
# designers call a comment differs, what they call its parts hardly does.
_ITEM = (
    ":is(li, div, article):is(.comment:not([class*=comment-content], [class*=comment-text]),"
    " .comment-item, .comment_item, .commentItem, .comment-box, .comments-item, .comments__item, .comments_item, .comment-list__item, .comment-list-item,"
    " .comments-list__item, .kmt-item, .coral-comment, .vf-comment, .talk-stream-comment-wrapper, .fyre-comment-article)"
)


def _called(*names: str) -> str:
    """Match the parts of a comment that are called so: ``comment-text``, ``comments__text``, ``commentText``."""
    told = [f"{start}{name}" for name in names for start in ("comment-", "comment_", "item-", "__")]
    told += [f"comment{name.title()}" for name in names]
    return ", ".join(f"[class*={name}]" for name in told)


_LISTED = ":is(ol, ul):is(.commentlist, .comment-list)"
_SERVED = (
    "#disqus_thread li.post, #dsq-comments > li, .spcv_list-item, .commento-card, .isso-comment, .gsc-comment, .gsc-reply,"
    " article.post:has(> .cooked)"
)
_FIELD = ".field--name-comment-body, .field-name-comment-body"
_WORDS = (
    f"{_called('text', 'content', 'message')}, .kmt-text, .fyre-comment, .comment > .markdown-body"
)
_NAME = f".fn, .username, .commenter-name, .kmt-author, {_called('author', 'user', 'name')}"
THREADS: Final = (
    Layout(
        "comments",
        detect=f"{_ITEM} :is({_WORDS}, {_called('body')}, {_FIELD})",
        comments=Comments(
            _ITEM,
            text=(
                f"{_FIELD}, :is({_WORDS}):not(:has({_WORDS}, {_FIELD})),"
                f" :is({_called('body')}):not(:has({_WORDS}, {_FIELD}))"
            ),
            author=(
                f":is({_NAME}):not(.comment, [class*=avatar], :has({_NAME}))",
                ":is(.comment-header, .comment-meta) :is(cite, .author, strong)",
                ":is(.comment-meta, .comment-footer) a",
            ),
            published=(
                "time @datetime",
                "[class*=comment-date] @title",
                "abbr.published @title",
                "[class*=date i], [class*=time i]",
                ".comment-meta, .comment__meta, .comment__submitted, .comment-footer",
            ),
        ),
        drop=(
            ".comment-author",
            ".comment-meta",
            ".comment-metadata",
            ".comment-header",
            ".comment-date",
            ".comment-actions",
            ".comment-footer",
            ".comment-likes",
            ".reply",
            ".comment-reply-link",
            ".says",
            ".avatar",
        ),
    ),
    # WordPress since 2005: what a theme puts around the words differs, the list does not.
    Layout(
        "commentlist",
        detect=f"{_LISTED} > li :is(cite, .fn)",
        comments=Comments(
            f"{_LISTED} > li:not(.pingback, .trackback), {_LISTED} .children > li:not(.pingback, .trackback)",
            author="cite, .fn",
            published=("time @datetime", "[class*=date i], [class*=meta i], small"),
        ),
        drop=tuple(
            f"{_LISTED} {part}"
            for part in (
                "cite",
                ".fn",
                ".says",
                "small",
                "time",
                "[class*=meta i]",
                "[class*=date i]",
                ".reply",
                ".avatar",
                "form",
            )
        ),
    ),
    # What services and programs beside the site's own system render; names are theirs alone.
    Layout(
        "services",
        detect=_SERVED,
        comments=Comments(
            _SERVED,
            text=(
                ".post-message, .dsq-comment-message, [data-spot-im-class=message-text], .commento-body, .isso-text, .text,"
                " .gsc-comment-content, .markdown.gsc-reply-content, .cooked"
            ),
            author=(
                ".post-byline .author, cite, [data-spot-im-class=message-username], .commento-name, .isso-author, .username,"
                " :is(.gsc-comment-author, .gsc-reply-author) span, .author"
            ),
            published=(
                "time @datetime",
                ":is(.time-ago, .commento-timeago) @title",
                ".post-date a @title",
            ),
            likes="[data-role=likes], .commento-score, .isso-votes, [data-spot-im-class=vote-count]",
        ),
    ),
    Layout(
        "definitions",
        detect="dl > dd.comment-body",
        comments=Comments(
            "dl > dd.comment-body",
            author=("dt.comment-author a[href]", "dt.comment-author"),
            published=".comment-timestamp",
        ),
    ),
    Layout(
        "schema-comments",
        detect="[itemtype$='/Comment'] [itemprop=text], [itemtype$='/UserComments'] [itemprop=commentText]",
        comments=Comments(
            "[itemtype$='/Comment'], [itemtype$='/UserComments']",
            text="[itemprop=text], [itemprop=commentText]",
            author="[itemprop=author] [itemprop=name], [itemprop=author], [itemprop=creator]",
            published=(
                ":is([itemprop=dateCreated], [itemprop=datePublished], [itemprop=commentTime]) @datetime",
                "[itemprop=dateCreated], [itemprop=datePublished], [itemprop=commentTime]",
                "time @datetime",
            ),
            likes="[itemprop=upvoteCount]",
        ),
    ),
)
