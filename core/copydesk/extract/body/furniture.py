"""What stands around an article: elements that are hidden, or named or made as furniture."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from selectolax.lexbor import LexborNode

from copydesk.extract.labels import with_hyphens
from copydesk.extract.signs import sign_in
from copydesk.outcome import RejectionCode

Attributes = Mapping[str, str | None]
"""Of an element, by name; None for one without a value."""

_NAMES = frozenset({
    "adsbygoogle", "advert", "advertisement", "adverts", "authorbio", "authorbox", "authorcard",
    "authorinfo", "breadcrumb", "breadcrumbs", "byline", "comment", "commentarea",
    "commentform", "commentlist", "comments", "commentsarea", "commentsection", "commentsform",
    "comentarii", "comentarios", "commentaires", "commentslist", "commentssection", "commenti", "consent", "cookie", "cookies", "crumbs", "disqus",
    "feedback", "footer", "gdpr", "jprelatedposts", "komentare", "komentarze", "kommentare", "kommentarer", "kommentit", "menu", "modal", "mostpopular", "mostread", "nav",
    "navbar", "newsletter", "newsletters", "outbrain", "pager", "pagination", "popup",
    "printonly", "promo", "reacties", "readalso", "readmore", "readnext", "recommend", "recommendations",
    "recommended", "related", "relatedarticle", "relatedarticles", "relatedcontent",
    "relatednews", "relatedpost", "relatedposts", "relatedstories", "respond",
    "screenreadertext", "share", "sharebar", "sharebutton", "sharebuttons", "sharedaddy",
    "sharelinks", "sharetools", "sharing", "sidebar", "signup", "sitefooter", "siteheader",
    "social", "socialicons", "sociallinks", "socialmedia", "socialshare", "sponsored", "sronly",
    "subscribe", "taboola", "taglist", "trending", "visuallyhidden",
})  # fmt: skip
"""In lower case, without hyphens."""

_MOST_WORDS = max(map(len, _NAMES))
"""No name has more, since each has a letter."""

_BOXED = frozenset({
    "newsletter", "newsletters", "promo", "recommendations", "related", "share", "sharing", "signup", "subscribe",
})  # fmt: skip
_BOXES = frozenset({
    "area", "banner", "block", "box", "component", "container", "cta", "embed", "form", "frame", "holder", "inline",
    "inner", "island", "module", "panel", "section", "unit", "widget", "wrap", "wrapper",
})  # fmt: skip
"""What may follow those names and changes nothing: ``newsletter-box``."""

_UNSEEN = re.compile(
    r"(?:is-?|[a-z]{1,2}-)?(?:a11y(?:-?(?:hidden|only|text))?|accessib(?:le|ly|ility)-?(?:hid(?:e|den)|text)|assistive-?text|element-?invisible"
    r"|hidden-?visually|hide-?(?:accessib(?:le|ly)|visually)|off-?screen|screen-?readers?(?:-?(?:only|text))?|show-?for-?sr|speech-?only"
    r"|sr-?(?:only|hide|text)|vh|visually[-_]?hid(?:e|den)(?:-?focusable)?)",
)
"""Names of what is said to those who listen, and seen by nobody."""

_MODIFIERS = ("has-", "no-", "with-", "without-", "is-", "js-")
"""What such a name begins with speaks of what an element holds or does, not of what it is."""

_HIDDEN = "[hidden],[style*=display i],[style*=visibility i]"
_HIDING = re.compile(r"(?:^|[;\s])(?:display:none|visibility:hidden)(?:$|[;!\s])", re.IGNORECASE)
_STYLE_NOISE = re.compile(r"/\*.*?\*/|\s+")
_STREAMED = re.compile(r"S:[0-9a-f]+")
_WALLED = "paywall"
"""The class by which search engines want to be told which part of a text is to be paid for."""

_COMMENTS = re.compile(
    r"(?:^|[\s_-])(?:comments?(?:-(?:area|list|section))?|disqus\w*|comentari(?:i|os)|commentaires|commenti"
    r"|komentar(?:e|ze)|kommentare?r?|kommentit|reacties)(?:$|[\s_])",
    re.IGNORECASE,
)
# English captions are told by what is around them; these are the trade's words in other languages.
_CAPTIONS = re.compile(
    r"(?:^|[\s_-])(?:bild-?(?:unterschrift|unterzeile|texte?)|didascalia|epigrafe|foto-?(?:bijschrift|onderschrift|text|unterschrift)|kepalairas"
    r"|kuvateksti|legend[ae]|leyenda|pie-?(?:de-?)?foto|popisek)(?:$|[\s_-])",
    re.IGNORECASE,
)
_LONGEST_CAPTION = 400
_OFFERS = re.compile(
    r"pay-?wall|pay-?gate|reg-?wall|login|premium|subscri|prenum|piano|barrier|(?:^|[\s_-])abo(?:$|[\s_-]|nn)",
    re.IGNORECASE,
)
_OFFERED = frozenset[RejectionCode]({"paywall", "login"})
_SHORT_OFFER, _SOON = 1_500, 350
"""How long an offer to subscribe is at most, and how soon it says what it is."""

_ASIDE = frozenset({"nav", "footer", "aside"})
_ASIDE_ROLES = frozenset({"navigation", "search", "dialog", "alertdialog", "contentinfo"})
_UNFOLDED = frozenset({"region", "tabpanel"})
"""What readers unfold by the heading that labels it."""

_HIDDEN_FROM_SOME = frozenset({"figure", "img", "p", "div"})
"""What is hidden from those who listen is shown to others; only such elements may be of the text."""

_NEVER_FURNITURE = frozenset(
    {"html", "body", "main", "article", "h1", "h2", "h3", "p", "blockquote"}
)
_SPOKEN = frozenset({"h2", "h3", "p"})
_MOST, _MUCH, _MANY, _LONG, _FEW = 0.4, 0.5, 10, 60, 3


@lru_cache(maxsize=8_192)
def names_furniture(label: str) -> bool:
    """Tell whether the classes or the id of an element say that it is no part of an article."""
    return any(map(_is_furniture, label.split()))


@lru_cache(maxsize=8_192)
def _names_unseen(label: str) -> bool:
    return any(_UNSEEN.fullmatch(with_hyphens(name).lower()) for name in label.split())


@lru_cache(maxsize=8_192)
def _names_offer(label: str) -> bool:
    return _OFFERS.search(label) is not None


@lru_cache(maxsize=8_192)
def _names_caption(label: str) -> bool:
    return _CAPTIONS.search(with_hyphens(label)) is not None


def _is_caption(node: LexborNode, classes: str) -> bool:
    """Tell the words under a picture where no figure holds both."""
    return _names_caption(classes) and len(node.text()) <= _LONGEST_CAPTION


def _is_offer(node: LexborNode, attributes: Attributes) -> bool:
    """Tell a box that asks readers to subscribe from the text that they would pay for."""
    classes = attributes.get("class")
    if not classes or not _names_offer(classes) or node.css_first("h1, article") is not None:
        return False
    said = node.text(separator=" ")
    words = " ".join(said.split()) if len(said) < _SHORT_OFFER * 10 else said
    return len(words) <= _SHORT_OFFER and sign_in(words[:_SOON], _OFFERED) is not None


@lru_cache(maxsize=16_384)
def _is_furniture(name: str) -> bool:
    """Look at the ends of a name and of its parts: ``post-related_articles``, ``siteFooter``."""
    name = with_hyphens(name).lower()
    if _UNSEEN.fullmatch(name):
        return True
    return not name.startswith(_MODIFIERS) and any(map(_ends_so, name.split("_")))


def _ends_so(part: str) -> bool:
    words = [word for word in part.removesuffix("styled").split("-") if word]
    if words[-1:] and words[-1] in _BOXES and not _BOXED.isdisjoint(words[-2:-1]):
        words.pop()
    last = words[-_MOST_WORDS:]
    return any("".join(last[start:]) in _NAMES for start in range(len(last))) or any(
        word.startswith("disqus") for word in words
    )


def hidden(root: LexborNode) -> set[int]:
    """Collect the elements that no reader sees; text that a script is to show is seen."""
    hiding = [node for node in root.css(_HIDDEN) if _hides(node.attributes)]
    paragraphs = _measured(root) if hiding else []
    return {node.mem_id for node in hiding if not _waits(node, paragraphs)}


def _hides(attributes: Attributes) -> bool:
    if "hidden" in attributes:
        return True
    style = attributes.get("style")
    return style is not None and _HIDING.search(_STYLE_NOISE.sub("", style)) is not None


def _waits(node: LexborNode, paragraphs: Sequence[tuple[LexborNode, int]]) -> bool:
    """Tell hidden text that is most there is from text that stands beside the article."""
    if _STREAMED.fullmatch(node.attributes.get("id") or ""):
        return True  # React streams parts of a page so, and shows them when they have come
    if _is_folded(node):
        return True
    inside = {paragraph.mem_id for paragraph in node.css("p")}
    if _WALLED in (node.attributes.get("class") or "").split():
        return sum(length > _LONG and p.mem_id in inside for p, length in paragraphs) >= _FEW
    if len(inside) <= len(paragraphs) * _MOST:
        return False  # before all paragraphs are looked at: a page may hide thousands of elements
    beside = sum(length > _LONG and p.mem_id not in inside for p, length in paragraphs)
    return beside < _FEW


def _is_folded(node: LexborNode) -> bool:
    """Tell a part that a reader unfolds, or what is around it alone."""
    child = node.first_child
    return any(
        here is not None
        and here.attributes.get("role") in _UNFOLDED
        and "aria-labelledby" in here.attributes
        for here in (node, child if child is not None and child.is_element_node else None)
    )


def _measured(root: LexborNode) -> list[tuple[LexborNode, int]]:
    """Give every paragraph and its letters."""
    return [(p, len(p.text())) for p in root.css("p")]


class Furniture:
    """
    Tells of an element whether it holds no part of an article.

    It goes by state, tag and class; what holds much of the text is no furniture whatever it is called.
    """

    def __init__(self, root: LexborNode) -> None:
        """Measure the paragraphs under ``root``."""
        self.paragraphs = _measured(root)
        """Each with its letters."""
        # Short ones are as good as none.
        self._weights = {p.mem_id: n if n > _LONG else 1 for p, n in self.paragraphs}
        self._total = sum(self._weights.values())

    def __call__(self, node: LexborNode, tag: str, attributes: Attributes) -> bool:
        """Tell it of one element, its tag and its attributes."""
        may_be_aside = tag in _ASIDE or "role" in attributes or "aria-hidden" in attributes
        if may_be_aside and self._is_aside(node, tag, attributes):
            return True
        if not attributes:
            return False
        if _hides(attributes) and not _waits(node, self.paragraphs):
            return True
        if tag in _NEVER_FURNITURE:
            classes = attributes.get("class") or ""
            is_unseen = tag in _SPOKEN and _names_unseen(classes)
            return is_unseen or (tag == "p" and _is_caption(node, classes))
        if self._is_named(node, attributes) or _is_offer(node, attributes):
            return True
        return _is_caption(node, attributes.get("class") or "") and node.css_first("img") is None

    def _is_named(self, node: LexborNode, attributes: Attributes) -> bool:
        classes, name = attributes.get("class"), attributes.get("id")
        if not (classes and names_furniture(classes)) and not (name and names_furniture(name)):
            return False
        label = f"{classes or ''} {name or ''}"
        if _COMMENTS.search(label) and node.css_first("h1, article") is None:
            return True  # a thread may be longer than the text
        return not self._holds_most(node)

    def _is_aside(self, node: LexborNode, tag: str, attributes: Attributes) -> bool:
        if tag == "footer" and node.parent is not None and node.parent.tag == "blockquote":
            return False  # it names who is quoted
        if not (tag in _ASIDE or attributes.get("role") in _ASIDE_ROLES):
            is_shown = tag in _HIDDEN_FROM_SOME or attributes.get("aria-hidden") != "true"
            if is_shown:
                return False
        return not self._holds_most(node)

    def _holds_most(self, node: LexborNode) -> bool:
        """An element around much of the text may carry any class; it is no furniture then."""
        paragraphs = node.css("p")
        if len(paragraphs) * _MANY < len(self._weights):
            return False
        inside = sum(self._weights.get(p.mem_id, 0) for p in paragraphs)
        return inside > _MUCH * self._total
