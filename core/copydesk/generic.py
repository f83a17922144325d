"""The core's own outlet: whatever nobody else claims."""

from copydesk.layout import Comments, Layout
from copydesk.outlet import Claim, Outlet
from copydesk.page import Page

# Markup that many outlets share; all else on their pages is the generic reader's.
_COMMENTS = (
    Layout(
        "comments",
        detect=":is(li, div, article).comment :is(.comment-content, .comment-text, .comment-body)",
        comments=Comments(
            ":is(li, div, article).comment",
            text=".comment-content, .comment-text, .comment-body:not(:has(.comment-content, .comment-text))",
            author=".fn, .comment-author-name, .comment__author, .comment-author:not(:has(.fn, .comment-author-name))",
            published=("time @datetime", ".comment-date, .comment-time, .comment-meta"),
        ),
        drop=(
            ".comment-author",
            ".comment-meta",
            ".comment-metadata",
            ".comment-header",
            ".comment-date",
            ".comment-actions",
            ".comment-footer",
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
