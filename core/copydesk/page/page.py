"""One fetched or saved document, read lazily and never changed."""

import hashlib
import re
from collections.abc import Iterable, Mapping
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from selectolax.lexbor import (
    LexborDocumentOptions,
    LexborHTMLParser,
    LexborNode,
    SelectolaxError,
)

from copydesk.errors import Refused
from copydesk.page.address import web_address
from copydesk.page.charset import Decoded, decode
from copydesk.page.ending import is_closed, is_cut_markup, is_cut_text
from copydesk.page.limits import Limits
from copydesk.page.linked_data import LinkedData
from copydesk.page.media import TEXT, media_type, refuse_binary
from copydesk.page.meta import Meta
from copydesk.page.microdata import Microdata
from copydesk.page.open_links import close_links
from copydesk.schema import Warning, clean_line, clean_text  # noqa: A004  # the schema's own

if TYPE_CHECKING:
    from bs4 import Tag

    from copydesk.schema.parts import AddressFrom

_LONGEST_TITLE, _SHOWN = 1_000, 200
_LAST_YEAR = 9_999
_HOLD_NODES = ("_parsed", "_addresses", "paragraphs", "microdata")
# The engine tells attributes sooner than tags.
_ADDRESSES = '[href]:is(base, link[rel~="canonical" i])'
_BREAK = re.compile(r"\r\n?|[\n\x85\u2028\u2029]")


class Page:
    """
    A document's bytes and what was known when they were saved.

    Everything else is computed when it is first asked for, once, or anew after ``forget``. ``text``,
    ``tree`` and what is made of them may raise ``Refused``; nothing else raises for what is on the
    page.
    """

    limits: ClassVar[Limits] = Limits()
    """What a page may hold at most, for all pages of a run."""

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
        address_from: "AddressFrom" = "given",
    ) -> None:
        """
        Take a document as it is; only the bytes are needed.

        Args:
            content: The exact bytes.
            url: Its address; one that is not absolute http or https is None with a warning.
            source: Printable label of the input: path, ``archive!member``, ``warc@offset``.
            media_type: As the server or the file's name says; sniffed where missing.
            charset: As somebody who knows says.
            fetched: When it was fetched, with a zone; at the ends of all time it is None with a
                warning, since no day can be counted from there.
            status: HTTP status that it came with.
            headers: HTTP headers that it came with.
            address_from: Who told the address.
        """
        if not isinstance(content, bytes):
            raise TypeError(f"content is the page's bytes, not {type(content).__name__}; encode it")
        self.content, self.source, self.status = content, source, status
        self.fetched = fetched if fetched and 1 < fetched.year < _LAST_YEAR else None
        self.headers = tuple(headers.items() if isinstance(headers, Mapping) else headers)
        self.url, self.address_from = web_address(url), address_from
        self._given_url, self._media_type, self._charset = url, media_type, charset
        self._given_fetched = fetched

    def anew(self) -> "Page":
        """Give the same document unread, whatever somebody did to this one's tree."""
        return Page(
            self.content,
            self._given_url,
            source=self.source,
            media_type=self._media_type,
            charset=self._charset,
            fetched=self._given_fetched,
            status=self.status,
            headers=self.headers,
            address_from=self.address_from,
        )

    def __repr__(self) -> str:
        name = self.source or self.url or self.sha256[:12]
        return f"<Page {name}: {len(self.content):,} bytes>"

    @cached_property
    def sha256(self) -> str:
        """SHA-256 of the bytes, hexadecimal."""
        return hashlib.sha256(self.content).hexdigest()

    @cached_property
    def warnings(self) -> tuple[Warning, ...]:
        """``bad_address`` for a ``url`` that is none, ``impossible_date``, ``bad_characters``."""
        found = []
        if self._given_url and not self.url:
            given = clean_text(self._given_url[:_SHOWN]) or "what was given"
            detail = f"{given} is no absolute http or https address"
            found.append(Warning(code="bad_address", pointer="/url", detail=detail))
        if self._given_fetched and not self.fetched:
            detail = f"{self._given_fetched} is no moment of fetching"
            found.append(Warning(code="impossible_date", pointer="/source/fetched", detail=detail))
        read = self._read
        if isinstance(read, Decoded) and read.damaged:
            detail = f"{read.damaged:,} bytes or groups of bytes are no {read.charset}"
            found.append(Warning(code="bad_characters", detail=detail))
        return tuple(found)

    @cached_property
    def media_type(self) -> str:
        """As stated, if that is HTML, XML or plain text; else ``text/html`` or ``text/plain``."""
        return media_type(self._media_type or self._header("content-type"), self.content)

    @property
    def is_text(self) -> bool:
        """Whether it is plain text: it has ``lines`` then, and its ``tree`` is empty."""
        return self.media_type == TEXT

    @property
    def text(self) -> str:
        """The decoded document."""
        return self._decoded.text or self._markup.decode("utf-8")

    def forget_text(self) -> None:
        """Let go of the text of markup that was parsed; whoever asks for it has it decoded anew."""
        if not self.is_text and "_markup" in self.__dict__:
            self.__dict__["_read"] = self._decoded._replace(text="")

    def forget(self) -> None:
        """Let go of the tree as well; nodes that somebody holds keep a tree of their own."""
        for name in _HOLD_NODES:
            self.__dict__.pop(name, None)
        self.forget_text()

    @property
    def charset(self) -> str:
        """WHATWG's name of the encoding that it was decoded by, ``windows-1251``."""
        return self._decoded.charset

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The lines, without their ends; line n of evidence is ``lines[n - 1]``."""
        return tuple(_BREAK.split(self.text))

    @property
    def tree(self) -> LexborHTMLParser:
        """The parsed document; never to be changed. Parsed once, after the limits are checked."""
        if isinstance(self._parsed, Refused):
            raise Refused(*self._parsed.args)
        return self._parsed

    @cached_property
    def classes(self) -> frozenset[str]:
        """The classes of all its elements, in lower case."""
        printed = {node.attrs["class"] or "" for node in self.tree.css("[class]")}
        return frozenset(" ".join(printed).lower().split())

    @cached_property
    def ids(self) -> frozenset[str]:
        """The ids of all its elements, in lower case."""
        return frozenset((node.id or "").lower() for node in self.tree.css("[id]"))

    @cached_property
    def paragraphs(self) -> tuple[LexborNode, ...]:
        """All ``<p>``."""
        return tuple(self.tree.css("p"))

    def forget_paragraphs(self) -> None:
        """Let go of them, of which a page may have 100,000."""
        self.__dict__.pop("paragraphs", None)

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
        """The words of ``<title>``, the first thousand characters; a picture's title is none."""
        node = self.tree.css_first("title:not(svg title)")
        words = clean_line(node.text()) if node is not None else None
        return clean_line(words[:_LONGEST_TITLE]) if words else None

    @cached_property
    def html_lang(self) -> str | None:
        """The language that the markup states."""
        root = self.tree.css_first("html[lang]")
        lang = root.attributes.get("lang") if root is not None else None
        return clean_line(
            lang or self.meta.get("content-language") or self.meta.get("og:locale") or ""
        )

    @cached_property
    def canonical_url(self) -> str | None:
        """The address that the page claims: ``link[rel=canonical]``, else ``og:url``."""
        base = web_address(self._base_href, self.url) or self.url
        hrefs = [link.attributes.get("href") for link in self.canonical_links]
        told = (web_address(href, base) for href in (*hrefs, self.meta.get("og:url")))
        return next(filter(None, told), None)

    @property
    def canonical_links(self) -> tuple[LexborNode, ...]:
        """All ``link[rel=canonical]`` with an address."""
        return tuple(node for node in self._addresses if node.tag == "link")

    @cached_property
    def truncated(self) -> bool:
        """Whether the document ends before its markup does, or within a sentence."""
        if self.is_text:
            return is_cut_text(self.lines[-1])
        return not is_closed(self._markup, self.tree) and is_cut_markup(self._markup)

    def join(self, href: str) -> str | None:
        """Make an address absolute; None for what is not http or https, or no address at all."""
        return web_address(href, self._base)

    def soup(self, node: LexborNode) -> "Tag":
        """Give BeautifulSoup of one node and all below it, for what selectors cannot say."""
        from bs4 import BeautifulSoup, Tag  # noqa: PLC0415  # slow to load, and few pages need it

        soup = BeautifulSoup(node.html or "", "html.parser")
        return next((part for part in soup.children if isinstance(part, Tag)), soup)

    @cached_property
    def _read(self) -> Decoded | Refused:
        try:
            self.limits.check_size(self.content)
            refuse_binary(self.content)
            header = self._charset or self._charset_stated
            return decode(self.content, header=header, is_markup=not self.is_text)
        except Refused as refusal:
            return refusal

    @property
    def _charset_stated(self) -> str | None:
        stated = (self._header("content-type"), self._media_type)
        return next((s for s in stated if s and "charset" in s.lower()), None)

    @property
    def _decoded(self) -> Decoded:
        if isinstance(self._read, Refused):
            raise Refused(*self._read.args)
        return self._read

    @cached_property
    def _markup(self) -> bytes:
        """The text in UTF-8, as the parser takes it."""
        read = self._decoded
        return self.content if read.is_exact else read.text.encode("utf-8", "replace")

    @cached_property
    def _parsed(self) -> LexborHTMLParser | Refused:
        if self.is_text:
            return LexborHTMLParser("")
        try:
            is_shallow = self.limits.check_markup(self._markup)
            # Events copy the chosen <option> anew for every option: without end for a long list.
            tree = LexborHTMLParser(self._markup, options=LexborDocumentOptions.WO_EVENTS)
            if not is_shallow:
                self.limits.check_tree(tree)
            close_links(tree, self._markup)
            return tree  # noqa: TRY300  # in line with what it took
        except Refused as refusal:
            return refusal
        except SelectolaxError as problem:
            return Refused("unreadable", "parse", f"the parser gave up: {problem}")

    @cached_property
    def _base(self) -> str | None:
        known = self.url or self.canonical_url
        return web_address(self._base_href, known) or known

    @property
    def _base_href(self) -> str | None:
        base = next((node for node in self._addresses if node.tag == "base"), None)
        return base.attributes.get("href") if base is not None else None

    @cached_property
    def _addresses(self) -> tuple[LexborNode, ...]:
        """What states an address for the page: ``<base>`` and ``link[rel=canonical]``."""
        return tuple(self.tree.css(_ADDRESSES))

    def _header(self, name: str) -> str | None:
        return next((value for key, value in self.headers if key.lower() == name), None)
