"""The core's own outlet: whatever nobody else claims."""

from copydesk.layout import Comments, Layout
from copydesk.outlet import Claim, Outlet
from copydesk.page import Page

# Markup that many outlets share; all else on their pages is the generic reader's. What systems and
# designers call a comment differs, what they call its parts hardly does.
_ITEM = (
    ":is(li, div, article):is(.comment:not([class*=comment-content], [class*=comment-text]),"
    " .comment-item, .comment_item, .commentItem, .comment-box, .comments-item, .comments__item, .comments_item, .comment-list__item, .comment-list-item,"
    " .comments-list__item, .kmt-item, .coral-comment)"
)


def _called(*names: str) -> str:
    """Match the parts of a comment that are called so: ``comment-text``, ``comments__text``, ``commentText``."""
    told = [f"{start}{name}" for name in names for start in ("comment-", "comment_", "item-", "__")]
    told += [f"comment{name.title()}" for name in names]
    return ", ".join(f"[class*={name}]" for name in told)


_FIELD = ".field--name-comment-body, .field-name-comment-body"
_WORDS = f"{_called('text', 'content', 'message')}, .kmt-text"
_NAME = f".fn, .username, .commenter-name, .kmt-author, {_called('author', 'user', 'name')}"
_COMMENTS = (
    Layout(
        "comments",
        detect=f"{_ITEM} :is({_WORDS}, {_called('body')}, {_FIELD})",
        comments=Comments(
            _ITEM,
            text=(
                f"{_FIELD}, :is({_WORDS}):not(:has({_WORDS}, {_FIELD})),"
                f" :is({_called('body')}):not(:has({_WORDS}, {_FIELD}))"
            ),
            author=f":is({_NAME}):not(.comment, [class*=avatar], :has({_NAME}))",
            published=(
                "time @datetime",
                "[class*=comment-date] @title",
                "[class*=date i], [class*=time i]",
                ".comment-meta, .comment__meta, .comment__submitted",
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


class Generic(Outlet):
    """Reads any page by the generic reader; cannot be switched off."""

    name = "generic"
    layouts = _COMMENTS

    def claim(self, page: Page) -> Claim:  # noqa: ARG002  # every page
        """Claim every page, below everybody else."""
        return Claim(0.0, ("nobody else claims it",))
