"""Pictures that a layout has a rule for: what shows them, their captions and their credits."""

from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from copydesk.extract.body.pieces import Picture
from copydesk.extract.context import Context
from copydesk.extract.images import bare_credit, picture_of, split_credit
from copydesk.extract.words import line_of
from copydesk.layout.rules import Images
from copydesk.layout.sources import css, first


def pictures(rule: Images, context: Context) -> Iterator[Picture]:
    """Give the pictures that one rule names, in page order."""
    for node in css(rule.css).nodes(context):
        if picture := picture_of(node, context.page):
            yield _with_caption(picture, node, rule)


def _with_caption(picture: Picture, node: LexborNode, rule: Images) -> Picture:
    caption, credit = first(node, rule.caption), first(node, rule.credit)
    if credit is not None:
        picture.credit = bare_credit(line_of(credit) or "")
    if caption is not None:
        words, found = split_credit(line_of(caption) or "")
        picture.caption, picture.credit = words, picture.credit or found
    if picture.alt in {picture.caption, picture.credit}:
        picture.alt = None
    return picture
