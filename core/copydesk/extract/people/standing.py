"""What stands around a line and tells that it names an author: marks of its elements, a date, a job title."""

import re
from collections.abc import Sequence
from functools import lru_cache

from selectolax.lexbor import LexborNode

from copydesk.extract.labels import with_hyphens
from copydesk.extract.people.byline_words import start, words
from copydesk.extract.vicinity import Line

_PROFILE = re.compile(
    r"/(?:authors?|autor\w*|auteurs?|staff|people|profiles?|journalists?|reporters?|writers?"
    r"|contributors?|redakt\w+|users?|members?|team|by|columnists?|byline|muhabir\w*|penulis"
    r"|yazar\w*)/[^/?#]",
    re.IGNORECASE,
)
_DATE = re.compile(
    r"(?<!\d)(?:19|20)\d\d(?!\d)|\d{1,2}[./]\d{1,2}[./]\d\d|\d\s?(?:min|Min)\b|\d\s\w+ ago"
)
_WORDS = re.compile(r"[^\W\d_]+(?:[ '\u2019.-]+[^\W\d_]+\.?){1,3}")
_PICTURED = re.compile(r"caption|source|credit|copyright|photo|image|cover", re.IGNORECASE)
_BAR = re.compile(r"\w\s*[|•·]\s*\w")
_BETWEEN = re.compile(r"[\s,/&]+")
_BORDER = re.compile(r"[\W_]+")
_NO_NAMES = frozenset(
    {"a", "button", "h1", "h2", "h3", "h4", "li", "label", "strong", "b", "summary"}
)
_NAMING = ("class", "id", "itemprop", "rel")
_TOO_WIDE = frozenset({"article", "main", "body", "html", "head"})
_NO_NAME = re.compile(
    r"author[\w-]{0,40}[-_](?:location|place|city|e?mail|twitter|social)(?:$|\s)"
    r"|author[\w-]{0,40}?(?:desc|role|position|job|occupation|credential|tagline)",
    re.IGNORECASE,
)
_OF_A_PERSON = frozenset({"affiliation", "description", "jobTitle", "worksFor"})
_LEVELS, _NEAR_LEVELS = 4, 2
_LONGEST_DATE, _FIRST, _MOST_SAID, _SENTENCE = 45, 8, 6, 3


class Marks:
    """Which elements are marked as an author's; each is looked at once."""

    def __init__(self) -> None:
        """Start with nothing looked at."""
        self._known: dict[int, bool] = {}

    def levels(self, node: LexborNode) -> int | None:
        """
        Say how many levels up an element is marked as the author's; None for no near one.

        What has the headline is the text's, and so is the article's own element. A name that microdata marks as one
        is as near as can be.
        """
        here: LexborNode | None = node
        is_name = False
        for level in range(_LEVELS):
            if here is None or here.tag in _TOO_WIDE or tells_more(here):
                return None
            is_name = is_name or here.attributes.get("itemprop") == "name"
            if self._is_marked(here):
                near = 0 if is_name else level
                return near if here.css_first("h1") is None else None
            here = here.parent
        return None

    def _is_marked(self, node: LexborNode) -> bool:
        known = self._known.get(node.mem_id)
        if known is None:
            known = self._known[node.mem_id] = _is_marked(node)
        return known


def _is_marked(node: LexborNode) -> bool:
    tag, said = node.tag, node.attributes  # one call, cheaper than four of ``attrs``
    if tag == "a" and _PROFILE.search(said.get("href") or ""):
        return True
    named = (value for name in _NAMING if (value := said.get(name)))
    return tag == "address" or any(map(_names_an_author, named))


@lru_cache(maxsize=1024)
def _names_an_author(label: str) -> bool:
    label = with_hyphens(label).lower()
    if "author" in label or "byline" in label:
        return True
    return not words("labels").isdisjoint(label.replace("-", " ").replace("_", " ").split())


def tells_more(node: LexborNode) -> bool:
    """Tell what says where an author is, how to write there or what an author does, and not the name."""
    said = node.attributes
    label = said.get("class") or ""
    return ("uthor" in label and _NO_NAME.search(label) is not None) or (
        said.get("itemprop") in _OF_A_PERSON
    )


def is_near(levels: int) -> bool:
    """Tell a mark of the line's own element, or of the one around it."""
    return levels < _NEAR_LEVELS


def is_in_sentence(lines: Sequence[Line], place: int) -> bool:
    """Tell a link that goes on the words of the element around it."""
    if not place or lines[place].node.tag != "a":
        return False
    before, around = lines[place - 1], lines[place].node.parent
    is_inside = around is not None and around.mem_id == before.node.mem_id
    return is_inside and before.text.count(" ") >= _SENTENCE


def is_dated(lines: Sequence[Line], place: int) -> bool:
    """Tell a plain line beside a date, past a dot or a bar at most, or above a job title."""
    node, text = lines[place]
    if _BAR.search(text) and _DATE.search(text):
        return True
    if place >= _FIRST or not text[0].isupper() or not _WORDS.fullmatch(text.rstrip(" |·•")):
        return False
    if node.tag in _NO_NAMES or _PICTURED.search(node.attrs.get("class") or ""):
        return False
    return _has_job(lines[place + 1 : place + 2]) or any(
        len(text) <= _LONGEST_DATE and (_DATE.search(text) or start("stamps").match(text))
        for near in (lines[place + 1 : place + 4], lines[max(0, place - 3) : place][::-1])
        for text in [line.text for line in near if not _BORDER.fullmatch(line.text)][:1]
    )


def _has_job(lines: Sequence[Line]) -> bool:
    """Tell a line that is a job title."""
    printed = [_BETWEEN.split(line.text.casefold()) for line in lines]
    return any(len(said) <= _MOST_SAID and not words("jobs").isdisjoint(said) for said in printed)


def is_button(node: LexborNode) -> bool:
    """Tell what is pressed, not read."""
    return node.tag == "button" or (node.parent is not None and node.parent.tag == "button")
