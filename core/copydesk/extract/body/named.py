"""What the classes of an element say that it is: furniture, an offer, a caption, or words that nobody sees."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal

from copydesk.extract.labels import with_hyphens

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

# English captions are told by what is around them; these are the trade's words in other languages.
_CAPTIONS = re.compile(
    r"(?:^|[\s_-])(?:bild-?(?:unterschrift|unterzeile|texte?)|didascalia|epigrafe|foto-?(?:bijschrift|onderschrift|text|unterschrift)|kepalairas"
    r"|kuvateksti|legend[ae]|leyenda|pie-?(?:de-?)?foto|popisek)(?:$|[\s_-])",
)
_OFFERS = re.compile(
    r"pay-?wall|pay-?gate|reg-?wall|login|premium|subscri|prenum|piano|barrier|(?:^|[\s_-])abo(?:$|[\s_-]|nn)",
)


Said = Literal["furniture", "unseen", "offer", "caption"]
"""What classes may say; most say nothing of all this."""


@lru_cache(maxsize=8_192)
def said_by(label: str) -> frozenset[Said]:
    """Tell what classes, or an id, say of their element."""
    return frozenset[Said]().union(*map(_said_by_one, label.split()))


@lru_cache(maxsize=16_384)
def _said_by_one(name: str) -> frozenset[Said]:
    return frozenset(_each_said_by(with_hyphens(name).lower()))


def _each_said_by(name: str) -> Iterator[Said]:
    """Look at the ends of a name and of its parts: ``post-related_articles``, ``site-footer``."""
    if _UNSEEN.fullmatch(name):
        yield from ("unseen", "furniture")
    elif not name.startswith(_MODIFIERS) and any(map(_ends_so, name.split("_"))):
        yield "furniture"
    if _OFFERS.search(name):
        yield "offer"
    if _CAPTIONS.search(name):
        yield "caption"


def _ends_so(part: str) -> bool:
    words = [word for word in part.removesuffix("styled").split("-") if word]
    if words[-1:] and words[-1] in _BOXES and not _BOXED.isdisjoint(words[-2:-1]):
        words.pop()
    last = words[-_MOST_WORDS:]
    return any("".join(last[start:]) in _NAMES for start in range(len(last))) or any(
        word.startswith("disqus") for word in words
    )
