"""Videos, sounds, posts and charts of other sites: by element, by class, by what a script makes of an attribute."""

import re
from collections.abc import Mapping
from typing import Final
from urllib.parse import urlsplit

from selectolax.lexbor import LexborNode

from copydesk.extract.body.hiding import Attributes
from copydesk.extract.body.pieces import Compound, Piece
from copydesk.page import Page
from copydesk.schema import clean_text

_YOUTUBE, _VIMEO = "https://www.youtube.com/watch?v={}", "https://vimeo.com/{}"

NUMBERED: Final[Mapping[str, tuple[str, str]]] = {
    "amp-dailymotion": ("data-videoid", "https://www.dailymotion.com/video/{}"),
    "amp-facebook": ("data-href", "{}"),
    "amp-instagram": ("data-shortcode", "https://www.instagram.com/p/{}/"),
    "amp-reddit": ("data-src", "{}"),
    "amp-tiktok": ("data-src", "{}"),
    "amp-twitter": ("data-tweetid", "https://twitter.com/i/web/status/{}"),
    "amp-vimeo": ("data-videoid", _VIMEO),
    "amp-youtube": ("data-videoid", _YOUTUBE),
    "lite-vimeo": ("videoid", _VIMEO),
    "lite-youtube": ("videoid", _YOUTUBE),
}
"""Elements of scripts: the attribute that says what they show, and the address it stands for."""

BOXES: Final[Mapping[str, tuple[str, str]]] = {
    "fb-post": ("data-href", "{}"),
    "fb-video": ("data-href", "{}"),
    "flourish-embed": ("data-src", "https://flo.uri.sh/{}/embed"),
    "infogram-embed": ("data-id", "https://infogram.com/{}"),
    "youtube-player": ("data-id", _YOUTUBE),
}
"""The same by class."""

_PARTS: Final = ("embed", "fb-", "youtube-")
"""What is in all these classes, and in few others."""

_POSTS: Final = (
    "twitter-tweet", "twitter-video", "instagram-media", "tiktok-embed", "telegram-post", "fb-post",
    "reddit-embed-bq", "reddit-card", "bluesky-embed", "mastodon-embed", "text-post-media", "imgur-embed-pub",
)  # fmt: skip
"""Classes of quotations that are posts embedded from elsewhere."""

_TITLED = ("reddit", "mastodon", "imgur")
"""Posts whose first link leads to them; that of the others is the last, on their date."""

_PERMALINKS = ("data-instgrm-permalink", "data-text-post-permalink", "cite")
_SOURCES = ("src", "data-src", "data-lazy-src", "data", "data-url")
_ADDRESS = re.compile(r"\s*(https?://[^\s<>\"]+)\s*")
_GIST = re.compile(r"(https://gist\.github\.com/[\w-]+/\w+)\.js")
_NO_EMBED = re.compile(
    r"//(?:[\w-]+\.)*(?:doubleclick|googlesyndication|googletagmanager|googleadservices|amazon-adsystem|adnxs|taboola|outbrain|criteo|recaptcha)\."
    r"|google\.com/recaptcha|facebook\.com/(?:plugins/(?:like|share|page|follow)|tr\b)|platform\.twitter\.com/widgets",
    re.IGNORECASE,
)
"""Addresses of advertising, counting and buttons."""


def embed(node: LexborNode, tag: str, page: Page) -> Piece | None:
    """Make a piece of an element that shows something of another site; None where nothing says what."""
    if tag == "script":
        return _of_script(node, page)
    if tag == "audio" and not _is_shown(node):
        return None
    attribute, template = NUMBERED.get(tag, ("", ""))
    if said := node.attributes.get(attribute):
        return _piece(node, page, template.format(said))
    inner = node.css_first("source[src]")
    said_here = [node.attributes.get(name) for name in _SOURCES]
    addresses = [*said_here, inner.attributes.get("src") if inner is not None else None]
    pieces = (_piece(node, page, address) for address in addresses if address)
    return next(filter(None, pieces), None)


def box(node: LexborNode, attributes: Attributes, page: Page) -> Piece | None:
    """Make a piece of an element that a script fills, or that has but the address of what it embeds."""
    classes = attributes.get("class") or ""
    for name in classes.split() if any(part in classes for part in _PARTS) else ():
        attribute, template = BOXES.get(name, ("", ""))
        if said := attributes.get(attribute):
            return _piece(node, page, template.format(said))
        if name == "wp-block-embed" and (alone := _ADDRESS.fullmatch(node.text())):
            return _piece(node, page, alone[1])
    return None


def is_post(classes: str) -> bool:
    """Tell a quotation that is a post of a network."""
    return any(name in classes for name in _POSTS)


def post(node: LexborNode, page: Page) -> Piece:
    """Make a piece of a post that is embedded as a quotation, with the link that leads to it."""
    attributes = node.attributes
    links = [a.attributes.get("href") or "" for a in node.css("a[href]")]
    if not any(name in (attributes.get("class") or "") for name in _TITLED):
        links.reverse()
    stated = [said for name in _PERMALINKS if (said := attributes.get(name))]
    url = next((u for address in (*stated, *links) if (u := page.join(address))), None)
    words = clean_text(node.text(separator=" ")) or ""
    return Compound("embed", node, text=words, href=url, provider=_host(url) if url else None)


def _of_script(node: LexborNode, page: Page) -> Piece | None:
    """Read a script that puts a post or code where it stands: Telegram's, GitHub's."""
    attributes = node.attributes
    if post_of := attributes.get("data-telegram-post"):
        return _piece(node, page, f"https://t.me/{post_of}")
    gist = _GIST.match(attributes.get("src") or "")
    return _piece(node, page, gist[1]) if gist else None


def _is_shown(node: LexborNode) -> bool:
    """Tell a sound that belongs to the text from a player that reads the text out."""
    around = node.parent
    is_in_figure = around is not None and around.tag == "figure"
    return is_in_figure or "wp-audio" in (node.attributes.get("class") or "")


def _piece(node: LexborNode, page: Page, address: str) -> Piece | None:
    url = page.join(address)
    if url is None or _NO_EMBED.search(url):
        return None
    return Compound("embed", node, href=url, provider=_host(url))


def _host(url: str) -> str | None:
    return (urlsplit(url).hostname or "").removeprefix("www.") or None
