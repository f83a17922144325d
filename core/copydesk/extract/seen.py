"""What a reader sees of a page: an element's line, and what is aside."""

import re
from functools import lru_cache
from typing import Literal

from selectolax.lexbor import LexborNode

from copydesk.extract.context import Context
from copydesk.extract.found import Trace
from copydesk.extract.labels import label_of
from copydesk.extract.words import holds_little, line_of

_ASIDE = re.compile(
    r"(?:^|[\s_-])(?:comments?|related|recommend\w*|popular|promo|latest|widget-area|wp-block-query)(?:$|[\s_-])",
    re.IGNORECASE,
)
_FRAME = re.compile(
    r"(?:^|[\s_]|\w-)(?:sidebar|(?<!post.)(?<!entry.)(?<!article.)footer|side-?col(?:umn)?|col(?:umn)?-?side|right-?(?:rail|col(?:umn)?)|rail-?right)(?:$|[\s_-])",
    re.IGNORECASE,
)
_PICTURES = re.compile(
    r"photo|foto|image|picture|caption|figure|legend|gallery|slide", re.IGNORECASE
)
_STEPS, _SMALL = 3, 16
_ARTICLES = ("Article", "BlogPosting")
_CLIMB = 15


def seen(context: Context, node: LexborNode) -> Trace:
    """Give an element's words and where they stand."""
    return Trace("generic", context.paths.of(node), line_of(node) or "")


def is_aside(node: LexborNode) -> bool:
    """Tell whether a node belongs to comments, related texts or the page's frame."""
    return side_of(node) is not None


def side_of(node: LexborNode) -> Literal["frame", "other"] | None:
    """Tell the page's frame, where an article may put lines of its own, from what is of other texts."""
    here: LexborNode | None = node
    framed = False
    for _ in range(_CLIMB):
        if here is None or here.tag in {"body", "main"}:
            break
        if here.tag == "article" or (here.attributes.get("itemtype") or "").endswith(_ARTICLES):
            return None  # its footer or aside is the article's own
        label = label_of(here)
        if here.tag == "nav" or _is_masthead(here) or (_says_aside(label) and _is_apart(here)):
            return "other"
        is_frame = here.tag in {"aside", "footer"} or _says_frame(label)
        framed = framed or (is_frame and _is_apart(here))
        here = here.parent
    return "frame" if framed else None


def is_of_picture(node: LexborNode) -> bool:
    """Tell a picture's caption or credit, by its class or by the picture that stands beside it."""
    here: LexborNode | None = node
    for _ in range(_STEPS):
        if here is None:
            break
        if _PICTURES.search(label_of(here)):
            return True
        if here.css_first("img, picture, video") is not None:
            return holds_little(here, _SMALL)
        here = here.parent
    return False


@lru_cache(maxsize=4_096)
def _says_aside(label: str) -> bool:
    return _ASIDE.search(label) is not None


@lru_cache(maxsize=4_096)
def _says_frame(label: str) -> bool:
    return _FRAME.search(label) is not None


def _is_apart(node: LexborNode) -> bool:
    """Tell an element without the headline; classes of the whole page speak of its sidebar too."""
    return node.css_first("h1") is None


def _is_masthead(node: LexborNode) -> bool:
    """Tell the site's header, which leads elsewhere, from an article's, which has the headline."""
    is_header = node.tag == "header" and node.css_first("h1") is None
    return is_header and node.css_first("nav, [class~=nav], [class~=menu]") is not None
