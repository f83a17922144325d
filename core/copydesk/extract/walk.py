"""One walk over markup: text, links, pictures and structure become pieces in reading order."""

from collections.abc import Container
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from selectolax.lexbor import LexborNode

from copydesk.extract.images import picture_of
from copydesk.extract.pieces import Kind, Mark, Piece
from copydesk.extract.words import line_of
from copydesk.page import Page
from copydesk.schema import Cell, clean_line, clean_text
from copydesk.schema.letters import bare

SKIPPED = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "math",
        "head",
        "title",
        "meta",
        "link",
        "button",
        "select",
        "textarea",
        "input",
        "datalist",
        "dialog",
        "object",
        "map",
        "canvas",
        "audio",
        "progress",
        "meter",
        "option",
        "-comment",
        "-doctype",
    ]
)
BLOCKS = frozenset(
    [
        "html",
        "body",
        "p",
        "div",
        "section",
        "article",
        "main",
        "header",
        "footer",
        "aside",
        "nav",
        "address",
        "details",
        "summary",
        "center",
        "fieldset",
        "form",
        "figure",
        "figcaption",
        "dl",
        "dt",
        "dd",
        "li",
        "tr",
        "td",
        "th",
        "tbody",
        "thead",
        "tfoot",
        "table",
        "caption",
        "hgroup",
        "search",
        "legend",
        "marquee",
        "frameset",
    ]
)
_HEADINGS = {f"h{n}": n for n in range(1, 7)}
_MARKS = {"a": "link", "b": "strong", "strong": "strong", "i": "emphasis", "em": "emphasis"}
_EMBEDS = frozenset({"iframe", "video", "embed", "amp-iframe", "amp-youtube", "amp-twitter"})
_POSTS = (
    "twitter-tweet",
    "twitter-video",
    "instagram-media",
    "tiktok-embed",
    "telegram-post",
    "fb-post",
)
_LONG_CELL, _DEEPEST = 300, 24


@dataclass(slots=True)
class Box:
    """An open element: its number is its place in reading order, its parent's number is lower."""

    node: LexborNode
    parent: int


@dataclass(slots=True)
class _Frame:
    """A quotation, list or item that is being filled."""

    node: LexborNode
    piece: Piece


@dataclass(slots=True)
class Walk:
    """The pieces under a node, and the elements that hold them."""

    page: Page
    skip: Container[int] = frozenset()
    """``mem_id`` of the nodes that are passed over with all they hold."""

    pieces: list[Piece] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)
    _frames: list[_Frame] = field(default_factory=list)
    _open: list[int] = field(default_factory=list)
    _marks: list[tuple[LexborNode, Mark]] = field(default_factory=list)
    _closed: list[Mark] = field(default_factory=list)
    _buffer: list[str] = field(default_factory=list)
    _length: int = 0
    _gap: bool = False
    _level: int = 0
    _pictures: list[Piece] = field(default_factory=list)

    def run(self, root: LexborNode) -> "Walk":
        """Walk the subtree of ``root`` once, iteratively: depth costs no stack."""
        self._push(root)
        node = root.first_child
        while node is not None:
            if self._enter(node):
                if (child := node.first_child) is not None:
                    node = child
                    continue
                self._leave(node)
            while (after := node.next) is None:
                parent = node.parent
                if parent is None or parent.mem_id == root.mem_id:
                    self._flush()
                    return self
                node = parent
                self._leave(node)
            node = after
        self._flush()
        return self

    def _enter(self, node: LexborNode) -> bool:
        """Take a node in; True where its children are to be walked."""
        if node.is_text_node:
            self._write(node.text_content or "")
            return False
        tag = node.tag or ""
        if tag in SKIPPED or node.mem_id in self.skip:
            return False
        if tag == "br":
            self._break()
            return False
        if tag in _MARKS:
            self._marks.append((node, Mark(self._length, 0, _MARKS[tag], self._href(node, tag))))  # type: ignore[arg-type]
            return True
        return self._enter_block(node, tag)

    def _enter_block(self, node: LexborNode, tag: str) -> bool:  # noqa: PLR0911  # one kind each
        if tag in {"img", "amp-img"}:
            return self._image(node)
        if tag in _EMBEDS:
            return self._embed(node)
        if tag in _HEADINGS:
            self._flush()
            self._level = _HEADINGS[tag]
            self._push(node)
        elif tag in BLOCKS or "-" in tag:
            return self._enter_container(node, tag)
        elif tag in {"blockquote", "ul", "ol", "menu"}:
            return self._enter_group(node, tag)
        elif tag in {"pre", "listing", "xmp"}:
            return self._code(node)
        elif tag == "hr":
            self._flush()
            self._add(Piece("divider", node))
            return False
        return True

    def _enter_container(self, node: LexborNode, tag: str) -> bool:
        self._flush()
        if (tag == "figure" or _is_captioned(node)) and self._figure(node):
            return False
        if tag == "figcaption":
            return False
        if tag == "table" and (rows := _data_rows(node)):
            self._add(Piece("table", node, rows=rows))
            return False
        if tag == "li" and self._frames and self._frames[-1].piece.kind == "list":
            self._open_frame(node, "item")
        self._push(node)
        return True

    def _enter_group(self, node: LexborNode, tag: str) -> bool:
        self._flush()
        if tag == "blockquote" and any(
            mark in (node.attributes.get("class") or "") for mark in _POSTS
        ):
            return self._post(node)
        self._open_frame(node, "quote" if tag == "blockquote" else "list", ordered=tag == "ol")
        self._push(node)
        return True

    def _leave(self, node: LexborNode) -> None:
        tag = node.tag or ""
        if tag in _MARKS:
            self._close_mark(node)
        if self._open and self.boxes[self._open[-1]].node.mem_id == node.mem_id:
            self._flush()
            self._open.pop()
            if tag in _HEADINGS:
                self._level = 0
        if self._frames and self._frames[-1].node.mem_id == node.mem_id:
            self._close_frame()

    def _push(self, node: LexborNode) -> None:
        self.boxes.append(Box(node, self._open[-1] if self._open else -1))
        self._open.append(len(self.boxes) - 1)

    # -- running text

    def _write(self, text: str) -> None:
        if not text.isascii():
            text = bare(text)
        words = text.split()
        if not words:
            self._gap = self._gap or bool(text)
            return
        if (
            (self._gap or text[0].isspace())
            and self._length
            and not self._buffer[-1].endswith("\n")
        ):
            self._append(" ")
        self._append(" ".join(words))
        self._gap = text[-1].isspace()

    def _append(self, text: str) -> None:
        self._buffer.append(text)
        self._length += len(text)

    def _break(self) -> None:
        """A line break; two of them part paragraphs, as many sites write them."""
        if self._buffer and self._buffer[-1].endswith("\n"):
            self._flush()
        elif self._buffer:
            self._append("\n")
        self._gap = False

    def _close_mark(self, node: LexborNode) -> None:
        if self._marks and self._marks[-1][0].mem_id == node.mem_id:
            _, mark = self._marks.pop()
            mark.end = self._length
            if mark.end > mark.start:
                self._closed.append(mark)

    def _flush(self) -> None:
        """End the running paragraph or heading; marks still open go on in the next one."""
        text = "".join(self._buffer)
        going_on = [(node, Mark(0, 0, mark.kind, mark.href)) for node, mark in self._marks]
        if bare_text := text.strip():
            for _, mark in self._marks:
                mark.end = self._length
                self._closed.append(mark)
            kind: Kind = "heading" if self._level else "paragraph"
            place = self.boxes[self._open[-1]].node
            self._add(
                Piece(kind, place, text=bare_text, marks=self._closed, level=self._level or 2)
            )
        self._marks, self._closed, self._buffer = going_on, [], []
        self._length, self._gap = 0, False
        waiting, self._pictures = self._pictures, []
        for piece in waiting:
            self._add(piece)

    # -- structure

    def _add(self, piece: Piece) -> None:
        piece.box = self._open[-1]
        (self._frames[-1].piece.children if self._frames else self.pieces).append(piece)

    def _open_frame(self, node: LexborNode, kind: Kind, *, ordered: bool = False) -> None:
        """Begin a quotation, list or item; deeper than blocks may nest, its parts go to the outer one."""
        if len(self._frames) < _DEEPEST:
            self._frames.append(_Frame(node, Piece(kind, node, ordered=ordered)))

    def _close_frame(self) -> None:
        frame = self._frames.pop()
        if frame.piece.children:
            if frame.piece.kind == "quote":
                _take_attribution(frame.piece)
            self._add(frame.piece)

    # -- things in the text

    def _image(self, node: LexborNode) -> bool:
        classes = node.attributes.get("class") or ""
        if "emoji" in classes or "smiley" in classes:
            self._write(node.attributes.get("alt") or "")
        elif picture := picture_of(node, self.page):
            self._pictures.append(Piece("image", node, picture=picture))
            if not self._buffer:
                self._flush()
        return False

    def _figure(self, node: LexborNode) -> bool:
        """Take a figure that is a picture; one that holds a table, a quotation or text is walked."""
        if node.css_first("table, blockquote, pre, iframe, video, p + p") is not None:
            return False
        if picture := picture_of(node, self.page):
            self._add(Piece("image", node, picture=picture))
            return True
        return node.css_first("img") is not None

    def _embed(self, node: LexborNode) -> bool:
        attributes = node.attributes
        source = node.css_first("source[src]")
        address = (
            attributes.get("src")
            or attributes.get("data-src")
            or (source.attributes["src"] if source else "")
        )
        url = self.page.join(address or "")
        if url:
            self._flush()
            self._add(Piece("embed", node, href=url, provider=_host(url)))
        return False

    def _post(self, node: LexborNode) -> bool:
        links = [
            u for a in node.css("a[href]") if (u := self.page.join(a.attributes["href"] or ""))
        ]
        url = links[-1] if links else self.page.join(node.attributes.get("cite") or "")
        words = clean_text(node.text(separator=" ")) or ""
        self._add(Piece("embed", node, text=words, href=url, provider=_host(url) if url else None))
        return False

    def _code(self, node: LexborNode) -> bool:
        self._flush()
        lines = [" ".join(line.split("\t")).rstrip() for line in node.text().splitlines()]
        if text := bare("\n".join(lines)).strip("\n"):
            self._add(Piece("code", node, text=text))
        return False

    def _href(self, node: LexborNode, tag: str) -> str | None:
        return self.page.join(node.attributes.get("href") or "") if tag == "a" else None


def _is_captioned(node: LexborNode) -> bool:
    """Tell WordPress's older frame of a picture and its caption."""
    return "wp-caption" in (node.attributes.get("class") or "").split()


def _host(url: str) -> str | None:
    return (urlsplit(url).hostname or "").removeprefix("www.") or None


def _take_attribution(quote: Piece) -> None:
    last = quote.children[-1]
    cited = quote.node.css_first("cite, footer")
    words = line_of(cited) if cited is not None else None
    if words and len(quote.children) > 1 and clean_line(last.text) == words:
        quote.children.pop()
        quote.attribution = clean_line(words.lstrip("—–- ")) or None


def _data_rows(table: LexborNode) -> tuple[tuple[Cell, ...], ...]:
    """Read the rows of a table of data; empty for one that lays out a page."""
    if table.css_first("table table, p + p, h1, h2, article") is not None:
        return ()
    rows = tuple(tuple(_cell(c) for c in row.css("td, th")) for row in table.css("tr"))
    full = tuple(row for row in rows if any(cell.text for cell in row))
    wide = max((len(row) for row in full), default=0)
    long = any(len(cell.text) > _LONG_CELL for row in full for cell in row)
    return full if wide > 1 and len(full) > 1 and not long else ()


def _cell(node: LexborNode) -> Cell:
    return Cell(text=line_of(node) or "", header=node.tag == "th")
