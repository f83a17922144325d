"""One fetched or saved document, read lazily and never changed."""

import hashlib
import re
from collections.abc import Iterable, Mapping
from datetime import datetime
from functools import cached_property
from urllib.parse import urljoin, urlsplit

from bs4 import BeautifulSoup, Tag
from selectolax.lexbor import LexborHTMLParser, LexborNode

from copydesk.page.charset import decode
from copydesk.page.limits import Limits
from copydesk.page.linked_data import LinkedData
from copydesk.page.media import TEXT, media_type, refuse_binary
from copydesk.page.meta import Meta
from copydesk.page.microdata import Microdata
from copydesk.schema import Warning, clean_line, clean_text  # noqa: A004  # the schema's own

_LIMITS = Limits()
_LONGEST_ADDRESS = 4_096
_BREAK = re.compile(r"\r\n?|[\n\x85\u2028\u2029]")
_SENTENCE_END = re.compile(r"[.!?…。！？؟।:;]?[\"'”’»)\]]*\s*$")
_PROSE_WORDS = 8


class Page:
    """
    A document's bytes and what was known when they were saved.

    Everything else is computed when it is first asked for, once. ``text``, ``tree`` and what is
    made of them may raise ``Refused``; nothing else raises for what is on the page.
    """

    def __init__(  # noqa: PLR0913  # each says one thing about the document
        self,
        content: bytes,
        url: str | None = None,
        *,
        source: str | None = None,
        media_type: str | None = None,
        charset: str | None = None,
        fetched: datetime | None = None,
        status: int | None = None,
        headers: Mapping[str, str] | Iterable[tuple[str, str]] = (),
    ) -> None:
        """
        Take a document as it is; only the bytes are needed.

        Args:
            content: The exact bytes.
            url: Its address; one that is not absolute http or https is None with a warning.
            source: Printable label of the input, for people: path, ``archive!member``, ``warc@offset``.
            media_type: As the server or the file's name says; sniffed where missing.
            charset: As somebody who knows says.
            fetched: When it was fetched, with a zone.
            status: HTTP status that it came with.
            headers: HTTP headers that it came with.
        """
        self.content, self.source, self.fetched, self.status = content, source, fetched, status
        self.headers = tuple(headers.items() if isinstance(headers, Mapping) else headers)
        self.url = web_address(url)
        self.warnings: tuple[Warning, ...] = ()
        if url and not self.url:
            detail = clean_text(f"{url[:200]} is no absolute http or https address") or "no address"
            self.warnings = (Warning(code="bad_address", pointer="/url", detail=detail),)
        self._media_type, self._charset = media_type, charset

    def __repr__(self) -> str:
        return f"<Page {self.source or self.url or self.sha256[:12]}: {len(self.content)} bytes>"

    @cached_property
    def sha256(self) -> str:
        """SHA-256 of the bytes, hexadecimal."""
        return hashlib.sha256(self.content).hexdigest()

    @cached_property
    def media_type(self) -> str:
        """``text/html`` or ``text/plain``."""
        return media_type(self._media_type or self._header("content-type"), self.content)

    @property
    def is_text(self) -> bool:
        """Whether it is plain text: it has ``lines`` then, and its ``tree`` is empty."""
        return self.media_type == TEXT

    @property
    def text(self) -> str:
        """The decoded document."""
        return self._decoded[0]

    @property
    def charset(self) -> str:
        """Name of the encoding that it was decoded by."""
        return self._decoded[1]

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The lines, without their ends; line n of evidence is ``lines[n - 1]``."""
        return tuple(_BREAK.split(self.text))

    @cached_property
    def tree(self) -> LexborHTMLParser:
        """The parsed document; never to be changed. Parsed once, after the limits are checked."""
        if self.is_text:
            return LexborHTMLParser("")
        text = self.text
        _LIMITS.check_markup(text.encode("utf-8", "replace") if self.charset != "utf-8" else self.content)
        return LexborHTMLParser(text)

    @cached_property
    def linked_data(self) -> LinkedData:
        """The JSON-LD."""
        return LinkedData(self.tree, (self.url, self.canonical_url))

    @cached_property
    def microdata(self) -> Microdata:
        """The microdata."""
        return Microdata(self.tree)

    @cached_property
    def meta(self) -> Meta:
        """The meta tags, OpenGraph included."""
        return Meta(self.tree)

    @cached_property
    def title(self) -> str | None:
        """The words of ``<title>``."""
        node = self.tree.css_first("title")
        return clean_line(node.text()) if node is not None else None

    @cached_property
    def html_lang(self) -> str | None:
        """The language that the markup states."""
        node = self.tree.css_first("html[lang]")
        lang = node.attributes.get("lang") if node is not None else None
        return clean_line(
            lang or self.meta.get("content-language") or self.meta.get("og:locale") or ""
        )

    @cached_property
    def canonical_url(self) -> str | None:
        """The address that the page claims: ``link[rel=canonical]``, else ``og:url``."""
        node = self.tree.css_first("link[rel~=canonical][href]")
        href = node.attributes.get("href") if node is not None else None
        return self._joined(href or "", self.url) or self._joined(
            self.meta.get("og:url") or "", self.url
        )

    @cached_property
    def truncated(self) -> bool:
        """Whether the document ends before its markup does, or within a sentence."""
        if self.is_text:
            last = self.lines[-1].strip()
            found = _SENTENCE_END.search(last)
            return len(last.split()) >= _PROSE_WORDS and not (found and found[0].strip())
        tail = self.text[-20_000:].lower()
        is_open = re.search(r"<(?:html|body)[\s>]", self.text[:200_000], re.IGNORECASE)
        return bool(is_open) and "</html" not in tail and "</body" not in tail

    def join(self, href: str) -> str | None:
        """Make an address absolute; None for what is not http or https, or no address at all."""
        return self._joined(href, self._base)

    def soup(self, node: LexborNode) -> Tag:
        """Give BeautifulSoup of one node and all below it, for what selectors cannot say."""
        soup = BeautifulSoup(node.html or "", "html.parser")
        return next((part for part in soup.children if isinstance(part, Tag)), soup)

    @cached_property
    def _decoded(self) -> tuple[str, str]:
        _LIMITS.check_size(self.content)
        refuse_binary(self.content)
        header = self._charset or self._header("content-type")
        return decode(self.content, header=header, is_markup=not self.is_text)

    @cached_property
    def _base(self) -> str | None:
        node = self.tree.css_first("base[href]")
        href = node.attributes.get("href") if node is not None else None
        known = self.url or self.canonical_url
        return self._joined(href or "", known) or known

    def _joined(self, href: str, base: str | None) -> str | None:
        if not href or len(href) > _LONGEST_ADDRESS:
            return None
        try:
            return web_address(urljoin(base or "", "".join(href.split("\n")).strip()))
        except ValueError:
            return None

    def _header(self, name: str) -> str | None:
        return next((value for key, value in self.headers if key.lower() == name), None)


def web_address(url: str | None) -> str | None:
    """Give an absolute http or https address as printed, spaces escaped; None for all else."""
    clean = clean_line(url or "")
    if clean is None or not clean.lower().startswith(("http://", "https://")):
        return None
    escaped = clean.replace(" ", "%20")
    try:
        parts = urlsplit(escaped)
        has_host = bool(parts.hostname) and (parts.port is None or parts.port >= 0)
    except ValueError:
        return None
    return escaped if has_host else None
