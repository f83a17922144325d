"""Pictures in markup: the real address behind lazy loading, caption and credit apart."""

import re
from collections.abc import Iterable, Iterator

from selectolax.lexbor import LexborNode

from copydesk.extract.body.pieces import Picture
from copydesk.extract.found import Trace
from copydesk.extract.people.names import is_agency
from copydesk.extract.words import line_of, unescaped
from copydesk.page import Page
from copydesk.schema import clean_line

# The file as uploaded; then what loaders of lazy images fill in, ``src`` being a placeholder then.
_ORIGINAL, _ADDRESSES = (
    "data-orig-file",
    ("data-src", "data-original", "data-lazy-src", "data-lazy"),
)
_SETS = ("data-srcset", "data-lazy-srcset", "srcset")
_LAZY = {_ORIGINAL, *_ADDRESSES, *_SETS}
_CREDIT_PART = (
    "[class*=credit i],[class*=copyright i],[class*=source i],[class*=photographer i],"
    "[class*=author i],[itemprop=author],[itemprop=copyrightHolder],small"
)
_PICTURE = "(?:photo|image|picture) (?:credits?|source)|photo|foto|фото|світлина|image|picture|photograph|bild(?:rechte|nachweis|quelle)?|crédits?|credits?|fotografía|عکس|الصورة"
_BY = "credit|by|von|de|par|courtesy of"
_CREDIT = re.compile(
    rf"(?:[/|(\[–—-]\s*(?:{_PICTURE})\b(?!\s+of\b)\s*(?:(?:{_BY})\b)?\s*[:/]?\s*"  # A tank / photo X
    rf"|^(?:{_PICTURE})\s+(?=\S+$)(?-i:(?=[^\Wa-zа-яіїєґ]))"  # Photo X
    rf"|(?:^|[\s.])(?:{_PICTURE})\b\s*(?:(?:{_BY})\b\s*)?[:/]\s*"  # A tank. Photo: X
    rf"|(?:^|[\s.])(?:{_PICTURE})\s+(?:{_BY})\s+(?-i:(?=[^\Wa-z]))"  # A tank. Photo by Ann Lee
    r"|(?:©|\(c\))\s*)(?P<who>[^|()\[\]]{2,80})[)\]]?\s*$",
    re.IGNORECASE,
)
_FILE = re.compile(r"\.(?:avif|gif|heic|jpe?g|png|webp)(?:[?#]|$)", re.IGNORECASE)
# A comma, sought first, behind a size or before white space: addresses have commas of their own.
_BETWEEN = re.compile(r",(?:(?<=\d[wx],)|\s+)")
_SIZE = re.compile(r"(\d+(?:\.\d+)?)[wx]")
_STAND_IN = re.compile(r"placeholder|spacer|transparent|(?<![a-z])logo|data:", re.IGNORECASE)
_LABEL = re.compile(
    r"^(?:(?:image|photo|picture) caption|caption|(?:bild)?legende|bildunterschrift|bildtext|légende|leyenda|didascalia|подпись)\s*[:,]\s*",
    re.IGNORECASE,
)
_SOURCE = re.compile(
    r"^(?:quelle|source|fuente|fonte|bron|kilde|källa|источник)\s*:\s*", re.IGNORECASE
)
_TINY, _FRAMES, _DIGITS = 2, 3, 9


def picture_of(figure: LexborNode, page: Page) -> Picture | None:
    """
    Read the picture of an ``img`` or of an element around one; None for icons and ``data:``.

    A link around it to a picture's file leads to the largest.
    """
    image = figure if figure.tag in {"img", "amp-img"} else _image_in(figure)
    if image is None or _is_tiny(image):
        return None
    link = _link_to_file(image)
    linked = page.join(link.attributes.get("href") or "") if link is not None else None
    url = linked or next((u for a in _candidates(figure, image) if a and (u := page.join(a))), None)
    if url is None:
        return None
    url = url.partition("#")[0]  # it shows the whole picture; Joomla writes notes there
    caption, credit = caption_of(figure) if figure is not image else (None, None)
    alt = clean_line(unescaped(image.attributes.get("alt") or ""))
    is_said = alt in {caption, credit} or split_credit(alt or "")[0] is None
    node = link if linked else image
    return Picture(node, url, None if is_said else alt, caption, credit)


def caption_of(figure: LexborNode) -> tuple[str | None, str | None]:
    """Read caption and credit of the element around a picture."""
    node = figure.css_first("figcaption, .wp-caption-text, [class*=caption i]")
    if node is None:
        return None, None
    words = _LABEL.sub("", line_of(node) or "")
    part = node.css_first(_CREDIT_PART)
    credit = line_of(part) if part is not None else None
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
    """Part ``A tank / photo REUTERS`` into ``A tank`` and ``REUTERS``; an agency alone is a credit."""
    found = _CREDIT.search(words)
    if found:
        caption = words[: found.start()].rstrip(" /|([–—-")
        return clean_line(caption), clean_line(found["who"].rstrip("."))
    return (None, words) if is_agency(words) else (words or None, None)


def bare_credit(words: str) -> str | None:
    """Take "Photo:", "Source:" and the copyright sign off a credit."""
    found = _CREDIT.search(words)
    return clean_line(found["who"] if found else _SOURCE.sub("", words))


def _image_in(figure: LexborNode) -> LexborNode | None:
    """Find the image; one with nothing but a source may hold the place of that for no scripts."""
    images = figure.css("img, amp-img")
    image = next((img for img in images if not _is_stand_in(img)), images[0] if images else None)
    if image is None or figure.css_first("source") or not _LAZY.isdisjoint(image.attributes):
        return image
    return figure.css_first("noscript img") or image


def _is_stand_in(image: LexborNode) -> bool:
    """Tell what is shown until the picture has come, and a site's sign on it."""
    source = image.attributes.get("src") or ""
    return _LAZY.isdisjoint(image.attributes) and bool(_STAND_IN.search(source))


def _link_to_file(image: LexborNode) -> LexborNode | None:
    """Find the link right around an image, or around its frames, that leads to a picture's file."""
    here = image.parent
    for _ in range(_FRAMES):
        if here is None or here.tag in {"a", "figure"}:
            break
        here = here.parent
    if here is None or here.tag != "a":
        return None
    return here if _FILE.search(here.attributes.get("href") or "") else None


def _candidates(figure: LexborNode, image: LexborNode) -> Iterator[str]:
    """Give the addresses that an image names, the largest first."""
    attributes = image.attributes
    yield attributes.get(_ORIGINAL) or ""
    sources = _sources(figure, image)
    sets = [node.attributes.get(name) or "" for node in (image, *sources) for name in _SETS]
    yield from (address for _, address in sorted(_sized(sets), key=lambda sized: -sized[0]))
    for name in (*_ADDRESSES, "src"):
        yield attributes.get(name) or ""


def _sources(figure: LexborNode, image: LexborNode) -> list[LexborNode]:
    """Give the sources beside an image; those of ``picture`` are its own (HTML, section 4.8.1)."""
    if figure is not image:
        return figure.css("source")
    outer = image.parent
    return outer.css("source") if outer is not None and outer.tag == "picture" else []


def _sized(sets: Iterable[str]) -> Iterator[tuple[float, str]]:
    """Give width or density and address of each candidate (HTML, section 4.8.4.2.1)."""
    for candidate in (part for listed in sets for part in _BETWEEN.split(listed)):
        address, _, size = candidate.strip().partition(" ")
        number = _SIZE.fullmatch(size.strip())
        yield float(number[1]) if number else 0.0, address


def _is_tiny(image: LexborNode) -> bool:
    sizes = (image.attributes.get("width"), image.attributes.get("height"))
    return any(
        size and size.isdecimal() and len(size) <= _DIGITS and int(size) <= _TINY for size in sizes
    )
