"""What an element is to a reader, where its tag alone does not say it."""

from functools import lru_cache

from selectolax.lexbor import LexborNode

from copydesk.extract.body import tags
from copydesk.extract.body.hiding import Attributes

_CAPTIONED = frozenset({"wp-caption", "gallery-item", "tr-caption-container"})
_NOTE = 4


def is_break(node: LexborNode, attributes: Attributes) -> bool:
    """Tell an empty element that is a line break by its style: ``<span class="br">``."""
    classes = attributes.get("class") or ""
    return "br" in classes and "br" in classes.split() and node.first_child is None


def level_of(attributes: Attributes) -> str:
    """Give the tag that an element stands for (WAI-ARIA, heading: of the second level unless it says)."""
    tag = f"h{attributes.get('aria-level')}"
    return tag if tag in tags.HEADINGS else "h2"


def is_place(attributes: Attributes) -> bool:
    """Tell an anchor that is led to: left open, as on old pages, it would hold the whole article."""
    return "name" in attributes and "href" not in attributes


def is_sign(link: LexborNode) -> bool:
    """Tell what leads to a place on the page and says no word of the text: a footnote's number, ``↩``, ``¶``."""
    if link.css_first("sup") is not None and is_note(link):
        return True
    words = link.text(strip=True)
    return (
        0 < len(words) <= _NOTE
        and not any(map(str.isalnum, words))
        and link.css_first("img") is None
    )


def is_alone(node: LexborNode) -> bool:
    """Tell an element that says all that the one around it says."""
    around = node.parent
    return around is not None and around.text(strip=True) == node.text(strip=True) != ""


def is_note(node: LexborNode) -> bool:
    """Tell the raised number of a footnote, which leads to it, from a power or an ordinal."""
    number = node.text().strip(" []()")
    link = node if node.tag == "a" else node.css_first("a[href^='#']")
    return link is not None and 0 < len(number) <= _NOTE and not number.isalpha()


@lru_cache(maxsize=4_096)
def names_crosshead(classes: str) -> bool:
    """Tell the trade's words for a heading within the text."""
    return tags.CROSSHEADS.search(classes) is not None


def is_captioned(classes: str) -> bool:
    """Tell WordPress's and Blogger's older frames of a picture and its caption."""
    return "-" in classes and not _CAPTIONED.isdisjoint(classes.split())
