"""Running text, addresses and e-mail with their words replaced, all else as it was."""

import re
from collections.abc import Iterable
from unicodedata import normalize
from urllib.parse import quote, unquote

from copydesk.conformance.synthesis.filler import HAN, Filler
from copydesk.conformance.synthesis.known_words import WORD

_PIXEL = "data:image/gif;base64,R0lGODlhAQABAAAAACw="
_UNITS = "年月日時时点點分秒號号"
_UNSEEN = re.compile("[\xad\u200b]")
_HOST = re.compile(
    r"(?:[a-z][a-z0-9+.-]*:)?//[^/?#\s]*|www\.[^/?#\s]*|[a-z]+:(?=[^/])", re.IGNORECASE
)
_ADDRESS_WORDS = frozenset(
    [
        "amp",
        "archive",
        "archives",
        "article",
        "articles",
        "asp",
        "aspx",
        "author",
        "authors",
        "avif",
        "blog",
        "category",
        "content",
        "embed",
        "feed",
        "file",
        "files",
        "gif",
        "htm",
        "html",
        "image",
        "images",
        "img",
        "index",
        "jpeg",
        "jpg",
        "json",
        "media",
        "news",
        "page",
        "php",
        "photo",
        "photos",
        "png",
        "post",
        "posts",
        "print",
        "rss",
        "search",
        "section",
        "static",
        "status",
        "story",
        "svg",
        "tag",
        "tags",
        "thumbnail",
        "topic",
        "topics",
        "upload",
        "uploads",
        "video",
        "videos",
        "watch",
        "webp",
        "wp",
        "xml",
    ]
)
"""What addresses have in common everywhere, and what says nothing of what a page is about."""


class Rewriter:
    """Replaces words; digits, punctuation, white space and entities stay."""

    def __init__(self, filler: Filler, phrases: Iterable[str] = ()) -> None:
        """``phrases`` stay wherever they stand."""
        self._filler = filler
        known = "|".join(map(re.escape, sorted(phrases, key=len, reverse=True))) or r"(?!)"
        self._known = re.compile(known)
        self._token = re.compile(
            rf"(?P<kept>&(?:amp;)*\#?\w{{1,31}};|(?<=\d)\s?[{_UNITS}]|{known})"
            r"|(?P<data>data:[\w/+.;=-]{0,60},[^\s\"'<>)]*)"
            r"|(?P<mail>(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+)"
            r"|(?P<address>(?:https?:)?//[^\s\"'<>]+|www\.[^\s\"'<>]+)"
            r"|(?P<phone>\+\d[\d ().-]{7,20}\d(?![\d:]))"
            rf"|(?P<word>{WORD})",
            re.IGNORECASE,
        )
        self._part = re.compile(
            rf"(?P<kept>&(?:amp;)*\#?\w{{1,31}};|(?<=[?&;])[\w.\[\]-]+(?==)|https?://[^/?#&\s]*|{known})"
            rf"|(?P<coded>(?:%[0-9A-Fa-f]{{2}})+)|(?P<word>{WORD})"
        )

    def text(self, text: str) -> str:
        """Replace the words of running text; dates stay, since their words are known."""
        return self._token.sub(self._replaced, text)

    def address(self, address: str) -> str:
        """Replace the words of an address: scheme, host, digits, query keys and fragment stay."""
        if address.startswith("#"):
            return address
        if address.lower().startswith("data:"):
            return _PIXEL
        head = found[0] if (found := _HOST.match(address)) else ""
        if head.lower() in {"javascript:", "vbscript:"}:
            return f"{head};"
        # A phrase may begin in the host, which stays, and end in the path.
        phrases = (found.span() for found in self._known.finditer(address))
        known = {at for span in ((0, len(head)), *phrases) for at in range(*span)}
        path, mark, fragment = address.partition("#")

        def part(found: re.Match[str]) -> str:
            return found[0] if known.issuperset(range(*found.span())) else self._in_address(found)

        return self._part.sub(part, path) + mark + fragment

    def addresses(self, value: str) -> str:
        """Replace the words of addresses parted by spaces, as ``srcset`` has them."""
        return re.sub(r"\S+", lambda found: self.address(found[0]), value)

    def _replaced(self, found: re.Match[str]) -> str:
        match found.lastgroup:
            case "word":
                return self._word(found)
            case "address":
                return self.address(found[0])
            case "mail":
                name = found[0].partition("@")[0]
                return f"{self.text(name)}@mail.example"
            case "phone":
                return re.sub(r"(?<=\d)\d", "5", found[0])
            case "data":
                return _PIXEL
        return found[0]

    def _in_address(self, found: re.Match[str]) -> str:
        if found["coded"]:
            return self._coded(found["coded"])
        is_kept = found["kept"] or found[0].casefold() in _ADDRESS_WORDS
        return found[0] if is_kept else self._word(found)

    def _coded(self, coded: str) -> str:
        """Replace words that are percent-encoded UTF-8; any other bytes stay."""
        text = unquote(coded, errors="replace")
        if text.isascii() or "\ufffd" in text:
            return coded
        made = quote(self.text(text), safe="")
        return made.lower() if coded.islower() else made

    def _word(self, found: re.Match[str]) -> str:
        word = normalize("NFC", _UNSEEN.sub("", found["word"]))
        if len(word) == 1 and not re.match(f"[{HAN}]", word):
            return found[0]
        if len(word) <= 2 and _beside_digit(found):  # noqa: PLR2004  # 14Z, 2nd, 1240w, 5pm
            return found[0]
        return self._filler.of(word)


def _beside_digit(found: re.Match[str]) -> bool:
    around = (
        found.string[found.start() - 1 : found.start()],
        found.string[found.end() : found.end() + 1],
    )
    return any(char.isdigit() for char in around)


def words_of(text: str) -> set[str]:
    """Give the words of a text, case-folded."""
    return {normalize("NFC", _UNSEEN.sub("", word)).casefold() for word in re.findall(WORD, text)}
