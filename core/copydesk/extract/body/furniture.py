"""What stands around an article: elements that are hidden, or named or made as furniture."""

import re
from collections.abc import Sequence

from selectolax.lexbor import LexborNode

from copydesk.extract.body.hiding import Attributes, hides, measured, waits
from copydesk.extract.body.named import Said, said_by
from copydesk.extract.signs import sign_in
from copydesk.outcome import RejectionCode

_COMMENTS = re.compile(
    r"(?:^|[\s_-])(?:comments?(?:-(?:area|list|section))?|disqus\w*|comentari(?:i|os)|commentaires|commenti"
    r"|komentar(?:e|ze)|kommentare?r?|kommentit|reacties)(?:$|[\s_])",
    re.IGNORECASE,
)
_LONGEST_CAPTION = 400
_OFFERED = frozenset[RejectionCode]({"paywall", "login"})
_SHORT_OFFER, _SOON = 1_500, 350
"""How long an offer to subscribe is at most, and how soon it says what it is."""

_ASIDE = frozenset({"nav", "footer", "aside"})
_ASIDE_ROLES = frozenset({"navigation", "search", "dialog", "alertdialog", "contentinfo"})
_HIDDEN_FROM_SOME = frozenset({"figure", "img", "p", "div"})
"""What is hidden from those who listen is shown to others; only such elements may be of the text."""

_NEVER_FURNITURE = frozenset(
    {"html", "body", "main", "article", "h1", "h2", "h3", "p", "blockquote"}
)
_SPOKEN = frozenset({"h2", "h3", "p"})
_NOTHING = frozenset[Said]()
_NAMED = frozenset[Said]({"furniture"})
_MUCH, _MANY, _LONG = 0.5, 10, 60


class Furniture:
    """
    Tells of an element whether it holds no part of an article.

    It goes by state, tag and class; what holds much of the text is no furniture whatever it is called.
    """

    def __init__(self, root: LexborNode, paragraphs: Sequence[LexborNode] | None = None) -> None:
        """Measure the paragraphs under ``root``, if they are not given."""
        found = root.css("p") if paragraphs is None else paragraphs
        self._count, self.paragraphs = len(found), measured(found)
        """Those of some length, each with its letters."""
        # Short ones are as good as none.
        self._weights = {p.mem_id: n for p, n in self.paragraphs if n > _LONG}
        self._total = sum(self._weights.values()) + self._count - len(self._weights)

    def __call__(self, node: LexborNode, tag: str, attributes: Attributes) -> bool:
        """Tell it of one element, its tag and its attributes."""
        if not attributes and tag not in _ASIDE:
            return False
        may_be_aside = tag in _ASIDE or "role" in attributes or "aria-hidden" in attributes
        if may_be_aside and self._is_aside(node, tag, attributes):
            return True
        if hides(attributes) and not waits(node, self._count, self.paragraphs):
            return True
        if attributes.get("itemprop") == "comment":
            return True
        said = said_by(classes) if (classes := attributes.get("class")) else _NOTHING
        if tag in _NEVER_FURNITURE:
            is_unseen = tag in _SPOKEN and "unseen" in said
            return is_unseen or (tag == "p" and "caption" in said and _is_short(node))
        if (name := attributes.get("id")) and "furniture" in said_by(name):
            said |= _NAMED
        return bool(said) and self._is_as_said(node, attributes, said)

    def _is_as_said(self, node: LexborNode, attributes: Attributes, said: frozenset[Said]) -> bool:
        """Believe what an element is called by what it holds."""
        if "furniture" in said:
            label = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"
            if _COMMENTS.search(label) and node.css_first("h1, article") is None:
                return True  # a thread may be longer than the text
            if not self._holds_most(node):
                return True
        if "offer" in said and _is_offer(node):
            return True
        return "caption" in said and _is_short(node) and node.css_first("img") is None

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
        if len(paragraphs) * _MANY < self._count:
            return False
        inside = sum(self._weights.get(p.mem_id, 1) for p in paragraphs)
        return inside > _MUCH * self._total


def _is_short(node: LexborNode) -> bool:
    """Tell the words under a picture where no figure holds both."""
    return len(node.text()) <= _LONGEST_CAPTION


def _is_offer(node: LexborNode) -> bool:
    """Tell a box that asks readers to subscribe from the text that they would pay for."""
    if node.css_first("h1, article") is not None:
        return False
    said = node.text(separator=" ")
    words = " ".join(said.split()) if len(said) < _SHORT_OFFER * 10 else said
    return len(words) <= _SHORT_OFFER and sign_in(words[:_SOON], _OFFERED) is not None
