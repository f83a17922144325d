"""Pictures in markup: the real address behind lazy loading, caption and credit apart."""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from copydesk.extract.found import Trace
from copydesk.extract.pieces import Picture
from copydesk.page import Page
from copydesk.schema import clean_line

# In the order in which loaders of lazy images fill them in; ``src`` is a placeholder where any is.
_ADDRESSES = ("data-src", "data-original", "data-lazy-src", "data-lazy", "data-orig-file", "src")
_SETS = ("data-srcset", "data-lazy-srcset", "srcset")
_CREDIT_PART = (
    "[class*=credit i],[class*=copyright i],[class*=source i],[class*=photographer i],"
    "[class*=author i],[itemprop=author],[itemprop=copyrightHolder],small"
)
_CREDIT = re.compile(
    r"(?:^|[\s/|.(\[–—-])\s*(?:(?:photo|foto|фото|image|picture|credit|photograph|bild|crédit|crédits"
    r"|fotografía|عکس|الصورة)\b\s*(?:credit|by|von|de|par)?\s*[:/]?\s*|©\s*|\(c\)\s*)(?P<who>[^/|()\[\]]{2,80})[)\]]?\s*$",
    re.IGNORECASE,
)
_TINY = 2


def picture_of(figure: LexborNode, page: Page) -> Picture | None:
    """Read the picture of an ``img`` or of an element around one; None for icons and ``data:``."""
    image = figure if figure.tag in {"img", "amp-img"} else figure.css_first("img, amp-img")
    if image is None or _is_tiny(image):
        return None
    url = next((u for a in _candidates(figure, image) if (u := page.join(a))), None)
    if url is None:
        return None
    caption, credit = caption_of(figure) if figure is not image else (None, None)
    alt = clean_line(image.attributes.get("alt") or "")
    return Picture(image, url, None if alt in {caption, credit} else alt, caption, credit)


def caption_of(figure: LexborNode) -> tuple[str | None, str | None]:
    """Read caption and credit of the element around a picture."""
    node = figure.css_first("figcaption, .wp-caption-text, [class*=caption i]")
    if node is None:
        return None, None
    words = clean_line(node.text(separator=" ")) or ""
    part = node.css_first(_CREDIT_PART)
    credit = clean_line(part.text(separator=" ")) if part is not None else None
    if credit and credit != words and words.endswith(credit):
        bare = words.removesuffix(credit).rstrip(" /|–—-(")
        return clean_line(bare), bare_credit(credit)
    return split_credit(words)


def stated_picture(page: Page) -> Picture | None:
    """Give the picture that meta tags or linked data name as the article's own."""
    for name in ("og:image", "og:image:url", "twitter:image"):
        if url := page.join(page.meta.get(name) or ""):
            return Picture(None, url, trace=Trace("meta", name, page.meta.get(name) or ""))
    article = page.linked_data.article
    for value in article.values("image") if article else ():
        words = value.value.get("url") if isinstance(value.value, dict) else value.text
        if isinstance(words, str) and (url := page.join(words)):
            return Picture(None, url, trace=Trace("ld", f"{value.block}:{value.pointer}", words))
    return None


def split_credit(words: str) -> tuple[str | None, str | None]:
    """Part ``A tank / photo REUTERS`` into ``A tank`` and ``REUTERS``."""
    found = _CREDIT.search(words)
    if not found:
        return words or None, None
    caption = words[: found.start()].rstrip(" /|([–—-")
    return clean_line(caption), clean_line(found["who"].rstrip("."))


def bare_credit(words: str) -> str | None:
    """Take "Photo:" and the copyright sign off a credit."""
    found = _CREDIT.search(words)
    return clean_line(found["who"]) if found else clean_line(words)


def _candidates(figure: LexborNode, image: LexborNode) -> Iterator[str]:
    attributes = image.attributes
    for name in _ADDRESSES[:-1]:
        yield attributes.get(name) or ""
    sources = figure.css("source") if figure is not image else []
    for node in (image, *sources):
        for name in _SETS:
            yield _largest(node.attributes.get(name) or "")
    yield attributes.get("src") or ""


def _largest(srcset: str) -> str:
    """Give the address of the widest candidate of a ``srcset`` (HTML, section 4.8.4.2.1)."""
    best, widest = "", -1.0
    for candidate in re.split(r"(?<=\d[wx]),|,\s+", srcset):
        address, _, size = candidate.strip().partition(" ")
        number = re.fullmatch(r"(\d+(?:\.\d+)?)[wx]", size.strip())
        width = float(number[1]) if number else 0.0
        if width > widest:
            best, widest = address, width
    return best


def _is_tiny(image: LexborNode) -> bool:
    sizes = (image.attributes.get("width"), image.attributes.get("height"))
    return any(size and size.isdecimal() and int(size) <= _TINY for size in sizes)
