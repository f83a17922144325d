"""The article's lead picture: what the page names as its own, with what readers see of it above the text."""

from collections.abc import Iterator, Sequence
from itertools import islice, takewhile

from selectolax.lexbor import LexborNode

from copydesk.extract.body.builder import same_file
from copydesk.extract.body.pieces import Picture
from copydesk.extract.context import Context
from copydesk.extract.found import Found, Trace
from copydesk.extract.images import picture_of, stated_picture
from copydesk.extract.labels import label_of
from copydesk.extract.people.byline_words import start
from copydesk.extract.phrases import furniture_in
from copydesk.extract.seen import is_aside
from copydesk.extract.vicinity import nodes_after, nodes_before, vicinity
from copydesk.extract.words import holds_little
from copydesk.schema import Block, Image, ImageRef

Images = tuple[Found[Image], ...]

_AFTER, _BEFORE, _MOST = 600, 150, 40
_FRAMES, _SMALL = 3, 30
_SHOWN = frozenset({"figure", "img", "amp-img"})
_CAPTIONS = "figcaption, .wp-caption-text, [class*=caption i]"
_OTHERS = ("author", "avatar", "byline", "profile", "related", "teaser", "promo", "newsletter", "logo")  # fmt: skip


def with_lead(
    context: Context, images: Images, body: Sequence[Block], first: LexborNode | None
) -> Images:
    """
    Mark the lead picture, adding it where the text does not show it.

    Args:
        context: the page.
        images: the text's pictures.
        body: the text; a picture that it begins with leads.
        first: the element of its first block, above which the lead stands.
    """
    stated = stated_picture(context.page)
    for number, found in enumerate(images):
        if _is_first(found.value, body) or _is_same(found.value.url, stated):
            lead = Found(found.value.model_copy(update={"lead": True}), found.trace)
            return (*images[:number], lead, *images[number + 1 :])
    lead_picture = _shown(context, stated, first) or stated
    if lead_picture is None or lead_picture.url is None:
        return images
    return (_made(context, lead_picture, len(images)), *images)


def _is_first(image: Image, body: Sequence[Block]) -> bool:
    is_first = bool(body) and isinstance(body[0], ImageRef) and body[0].image == image.id
    return is_first and not any(
        "logo" in said.casefold() for said in (image.url, image.alt) if said
    )


def _is_same(url: str | None, stated: Picture | None) -> bool:
    return bool(url and stated and stated.url and same_file(url, stated.url))


def _made(context: Context, picture: Picture, known: int) -> Found[Image]:
    image = Image(
        id=f"i{known + 1}",
        url=picture.url,
        alt=picture.alt,
        caption=picture.caption,
        credit=picture.credit,
        lead=True,
    )
    where = context.paths.of(picture.node) if picture.node is not None else ""
    return Found(image, picture.trace or Trace("generic", where, picture.url or ""))


def _shown(context: Context, stated: Picture | None, first: LexborNode | None) -> Picture | None:
    """Find the picture at the headline that is the stated one, else that above the text with a caption."""
    captioned: Picture | None = None
    for node, is_below in _around(context, first):
        frame = _frame(node)
        picture = picture_of(frame, context.page)
        if picture is None or is_aside(frame) or _is_others(frame):
            continue
        if _is_same(picture.url, stated):
            return picture
        if is_below and captioned is None and _is_captioned(picture):
            captioned = picture
    return captioned


def _around(context: Context, first: LexborNode | None) -> Iterator[tuple[LexborNode, bool]]:
    """Give the pictures from the headline to the text, then those right above the headline."""
    heading = vicinity(context).heading
    if heading is None or first is None:
        return
    below = takewhile(lambda node: node.mem_id != first.mem_id, nodes_after(heading))
    after = (node for node in islice(below, _AFTER) if node.tag in _SHOWN)
    before = (node for node in islice(nodes_before(heading), _BEFORE) if node.tag in _SHOWN)
    yield from ((node, True) for node in islice(after, _MOST))
    yield from ((node, False) for node in islice(before, _MOST))


def _frame(node: LexborNode) -> LexborNode:
    """Give the small element around an image that has its caption too, else the image."""
    here = node
    for _ in range(_FRAMES):
        if here.tag == "figure" or here.css_first(_CAPTIONS) is not None:
            return here
        outer = here.parent
        if outer is None or not holds_little(outer, _SMALL) or len(outer.css("img")) > 1:
            break
        here = outer
    return node


def _is_captioned(picture: Picture) -> bool:
    words = picture.caption or picture.credit
    return bool(words and not start("by").match(words) and furniture_in(words) is None)


def _is_others(frame: LexborNode) -> bool:
    """Tell an author's portrait, a logo, a teaser's picture and one that stands aside."""
    here: LexborNode | None = frame
    for _ in range(_FRAMES):
        if here is None or here.tag in {"article", "main", "body"}:
            break
        if here.tag == "aside" or any(word in label_of(here).casefold() for word in _OTHERS):
            return True
        here = here.parent
    return False
