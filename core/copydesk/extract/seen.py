"""What a reader sees of a page: an element's line, the lines around the headline, and what is aside."""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from copydesk.extract.context import Context
from copydesk.extract.found import Trace
from copydesk.extract.vicinity import around
from copydesk.extract.words import line_of

_ASIDE = re.compile(
    r"(?:^|[\s_-])(?:comments?|related|recommend\w*|sidebar|footer|popular|latest|widget-area)(?:$|[\s_-])",
    re.IGNORECASE,
)
_CLIMB = 15


def seen(context: Context, node: LexborNode) -> Trace:
    """Give an element's words and where they stand."""
    return Trace("generic", context.paths.of(node), line_of(node) or "")


def near_headline(context: Context, pattern: re.Pattern[str]) -> Iterator[Trace]:
    """Give the lines around the headline that a pattern knows."""
    heading = context.page.tree.css_first("h1")
    for node, text in around(heading) if heading is not None else ():
        if pattern.search(text):
            yield Trace("generic", context.paths.of(node), text)


def is_aside(node: LexborNode) -> bool:
    """Tell whether a node belongs to comments, related texts or the page's frame."""
    here: LexborNode | None = node
    for _ in range(_CLIMB):
        if here is None or here.tag in {"body", "article", "main"}:
            return False
        label = f"{here.attributes.get('class') or ''} {here.attributes.get('id') or ''}"
        if here.tag in {"aside", "footer", "nav"} or _ASIDE.search(label):
            return True
        here = here.parent
    return False
