"""Pages that show pictures under a headline of their own, each for itself and not for another page."""

import re

from selectolax.lexbor import LexborNode

from copydesk.extract.context import Context
from copydesk.extract.headline import headline
from copydesk.extract.labels import label_of
from copydesk.page import Page

_PICTURES = "body img:not(header img, footer img, nav img, aside img)"
_FILE = re.compile(r"\.(?:jpe?g|png|webp|avif|gif)(?:[?#]|$)|^(?:#|javascript:)", re.IGNORECASE)
_SIGN = re.compile(
    r"logo|icon|avatar|emoji|banner|advert|author|barcode|pixel|share|social|button|related|print|(?:^|[\s_-])ads?(?:[\s_-]|$)",
    re.IGNORECASE,
)
_FEWEST, _SURE, _CLIMB, _MOST = 4, 2, 5, 60


def is_album(page: Page) -> bool:
    """Tell a page of pictures that lead nowhere, or to the same picture larger, from a list of teasers."""
    context = Context(page)
    headline(context)
    if context.heading is None:
        return False
    kinds = [_kind(node) for node in page.tree.css(_PICTURES)[:_MOST]]
    shown, larger = kinds.count("shown"), kinds.count("larger")
    is_mostly = shown + larger > kinds.count("teaser")
    return is_mostly and (larger >= _SURE or shown + larger >= _FEWEST)


def _kind(node: LexborNode) -> str:
    """Tell a picture of the page's own, one that leads to a larger one, a teaser's and a sign."""
    if _SIGN.search(f"{label_of(node)} {node.attributes.get('src') or ''}"):
        return "sign"
    here = node.parent
    for _ in range(_CLIMB):
        if here is None or here.tag == "body":
            break
        if here.tag == "a" and (href := here.attributes.get("href")):
            return "larger" if _FILE.search(href) else "teaser"
        if _SIGN.search(label_of(here)):
            return "sign"
        here = here.parent
    return "shown"
