"""What stands around an article: elements that are hidden, or named or made as furniture."""

import re
from collections.abc import Callable
from functools import lru_cache

from selectolax.lexbor import LexborNode

from copydesk.extract.labels import label_of

_NAMES = frozenset({
    "adsbygoogle", "advert", "advertisement", "adverts", "authorbio", "authorbox", "authorcard",
    "authorinfo", "breadcrumb", "breadcrumbs", "byline", "comment", "commentarea",
    "commentform", "commentlist", "comments", "commentsarea", "commentsection", "commentsform",
    "commentslist", "commentssection", "consent", "cookie", "cookies", "crumbs", "disqus",
    "footer", "gdpr", "jprelatedposts", "menu", "modal", "mostpopular", "mostread", "nav",
    "navbar", "newsletter", "newsletters", "outbrain", "pager", "pagination", "popup",
    "printonly", "promo", "readalso", "readmore", "readnext", "recommend", "recommendations",
    "recommended", "related", "relatedarticle", "relatedarticles", "relatedcontent",
    "relatednews", "relatedpost", "relatedposts", "relatedstories", "respond",
    "screenreadertext", "share", "sharebar", "sharebutton", "sharebuttons", "sharedaddy",
    "sharelinks", "sharetools", "sharing", "sidebar", "signup", "sitefooter", "siteheader",
    "social", "socialicons", "sociallinks", "socialmedia", "socialshare", "sponsored", "sronly",
    "subscribe", "taboola", "taglist", "trending", "visuallyhidden",
})  # fmt: skip
"""In lower case, without hyphens."""

_MODIFIERS = ("has-", "no-", "with-", "without-", "is-", "js-")
"""What such a name begins with speaks of what an element holds or does, not of what it is."""

_HIDDEN = "[hidden],[style*=display i],[style*=visibility i]"
_HIDING = re.compile(r"(?:^|[;\s])(?:display:none|visibility:hidden)(?:$|[;!\s])", re.IGNORECASE)
_STYLE_NOISE = re.compile(r"/\*.*?\*/|\s+")
_STREAMED = re.compile(r"S:[0-9a-f]+")
_COMMENTS = re.compile(
    r"(?:^|[\s_-])(?:comments?(?:-(?:area|list|section))?|disqus\w*)(?:$|[\s_])", re.IGNORECASE
)
_ASIDE = (
    '[aria-hidden="true"]:not(figure):not(img):not(p):not(div),'
    "nav,footer:not(blockquote > footer),aside,[role=navigation],[role=search],[role=dialog],[role=alertdialog],[role=contentinfo]"
)
_NEVER_FURNITURE = frozenset(
    {"html", "body", "main", "article", "h1", "h2", "h3", "p", "blockquote"}
)
_MOST, _MUCH, _MANY, _LONG, _FEW = 0.4, 0.5, 10, 60, 3


def names_furniture(label: str) -> bool:
    """Tell whether the classes or the id of an element say that it is no part of an article."""
    return any(map(_is_furniture, label.split()))


@lru_cache(maxsize=16_384)
def _is_furniture(name: str) -> bool:
    """Look at the ends of a name and of its parts: ``post-related_articles``, ``site-footer``."""
    name = name.lower()
    return not name.startswith(_MODIFIERS) and any(map(_ends_so, name.split("_")))


def _ends_so(part: str) -> bool:
    words = part.split("-")
    return any("".join(words[start:]) in _NAMES for start in range(len(words))) or any(
        word.startswith("disqus") for word in words
    )


def hidden(root: LexborNode) -> set[int]:
    """Collect the elements that no reader sees; text that a script is to show is seen."""
    return {node.mem_id for node in root.css(_HIDDEN) if _hides(node) and not _waits(node, root)}


def _waits(node: LexborNode, root: LexborNode) -> bool:
    """Tell hidden text that is all the text there is from text that stands beside the article."""
    if _STREAMED.fullmatch(node.attributes.get("id") or ""):
        return True  # React streams parts of a page so, and shows them when they have come
    inside = {paragraph.mem_id for paragraph in node.css("p")}
    if not inside:
        return False
    every = root.css("p")
    beside = [p for p in every if p.mem_id not in inside and len(p.text()) > _LONG]
    return len(inside) > len(every) * _MOST and len(beside) < _FEW


def _hides(node: LexborNode) -> bool:
    attributes = node.attributes
    style = _STYLE_NOISE.sub("", attributes.get("style") or "")
    return "hidden" in attributes or _HIDING.search(style) is not None


def telling_furniture(root: LexborNode) -> Callable[[LexborNode, str], bool]:
    """
    Give what tells of an element whether it holds no part of an article.

    It goes by state, tag and class; what holds much of the text is no furniture whatever it is called.
    """
    letters = _letters(root)
    aside = {node.mem_id for node in root.css(_ASIDE) if not _holds_most(node, letters)}
    known = hidden(root) | aside

    def is_furniture(node: LexborNode, tag: str) -> bool:
        if node.mem_id in known or tag in _NEVER_FURNITURE:
            return node.mem_id in known
        label = label_of(node)
        if not names_furniture(label):
            return False
        if _COMMENTS.search(label) and node.css_first("h1, article") is None:
            return True  # a thread may be longer than the text
        return not _holds_most(node, letters)

    return is_furniture


def _letters(root: LexborNode) -> dict[int, int]:
    """Count the letters of every paragraph; short ones are as good as none."""
    every = ((p.mem_id, len(p.text())) for p in root.css("p"))
    return {name: length if length > _LONG else 1 for name, length in every}


def _holds_most(node: LexborNode, letters: dict[int, int]) -> bool:
    """An element around much of the text may carry any class; it is no furniture then."""
    paragraphs = node.css("p")
    if len(paragraphs) * _MANY < len(letters):
        return False
    inside = sum(letters.get(p.mem_id, 0) for p in paragraphs)
    return inside > _MUCH * sum(letters.values())
