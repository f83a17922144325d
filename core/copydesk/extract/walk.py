"""One walk over markup: text, links, pictures and structure become pieces in reading order."""

from collections.abc import Callable, Container
from dataclasses import dataclass, field

from selectolax.lexbor import LexborNode

from copydesk.extract import inserts, tags
from copydesk.extract.images import picture_of
from copydesk.extract.pieces import Kind, Piece
from copydesk.extract.running import Running
from copydesk.page import Page

_DEEPEST = 24


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

    is_furniture: Callable[[LexborNode, str], bool] | None = None
    """Tells of a node and its tag whether it is passed over as well."""

    pieces: list[Piece] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)
    _frames: list[_Frame] = field(default_factory=list)
    _open: list[int] = field(default_factory=list)
    _running: Running = field(default_factory=Running)
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
            self._running.write(node.text_content or "")
            return False
        tag = node.tag or ""
        if tag in tags.SKIPPED or node.mem_id in self.skip:
            return False
        if self.is_furniture is not None and self.is_furniture(node, tag):
            return False
        if tag == "br":
            self._break()
            return False
        if tag in tags.MARKS:
            href = node.attributes.get("href") if tag == "a" else None
            self._running.open(node, tags.MARKS[tag], href)
            return True
        return self._enter_block(node, tag)

    def _enter_block(self, node: LexborNode, tag: str) -> bool:
        if tag in tags.PICTURES:
            return self._image(node)
        if tag in tags.EMBEDS:
            return self._insert(inserts.embed(node, self.page))
        if tag in tags.PREFORMATTED:
            return self._insert(inserts.code(node))
        if tag == "hr":
            return self._insert(Piece("divider", node))
        if tag in tags.HEADINGS:
            self._flush()
            self._level = tags.HEADINGS[tag]
            self._push(node)
            return True
        return self._enter_container(node, tag)

    def _enter_container(self, node: LexborNode, tag: str) -> bool:
        if tag in tags.GROUPS:
            return self._enter_group(node, tag)
        if tag not in tags.BLOCKS and "-" not in tag:  # an element within a line
            return True
        self._flush()
        if (tag == "figure" or _is_captioned(node)) and self._figure(node):
            return False
        if tag == "figcaption":
            return False
        if tag == "table" and (table := inserts.table(node)):
            return self._insert(table)
        if tag == "li" and self._frames and self._frames[-1].piece.kind == "list":
            self._open_frame(node, "item")
        self._push(node)
        return True

    def _enter_group(self, node: LexborNode, tag: str) -> bool:
        self._flush()
        classes = node.attributes.get("class") or ""
        if tag == "blockquote" and any(name in classes for name in tags.POSTS):
            return self._insert(inserts.post(node, self.page))
        self._open_frame(node, "quote" if tag == "blockquote" else "list", ordered=tag == "ol")
        self._push(node)
        return True

    def _leave(self, node: LexborNode) -> None:
        tag = node.tag or ""
        if tag in tags.MARKS:
            self._running.close(node)
        if self._open and self.boxes[self._open[-1]].node.mem_id == node.mem_id:
            self._flush()
            self._open.pop()
            if tag in tags.HEADINGS:
                self._level = 0
        if self._frames and self._frames[-1].node.mem_id == node.mem_id:
            self._close_frame()

    def _push(self, node: LexborNode) -> None:
        self.boxes.append(Box(node, self._open[-1] if self._open else -1))
        self._open.append(len(self.boxes) - 1)

    def _break(self) -> None:
        """A line break; two of them part paragraphs, as many sites write them."""
        if self._running.is_broken:
            self._flush()
        else:
            self._running.break_line()

    def _flush(self) -> None:
        """End the running paragraph or heading; the pictures met in it follow it."""
        text, marks = self._running.end()
        if text:
            kind: Kind = "heading" if self._level else "paragraph"
            node = self.boxes[self._open[-1]].node
            self._add(Piece(kind, node, text=text, marks=marks, level=self._level or 2))
        waiting, self._pictures = self._pictures, []
        for piece in waiting:
            self._add(piece)

    def _insert(self, piece: Piece | None) -> bool:
        """Put a thing between paragraphs; its children are not walked."""
        if piece is not None:
            self._flush()
            self._add(piece)
        return False

    def _add(self, piece: Piece) -> None:
        piece.box = self._open[-1]
        (self._frames[-1].piece.children if self._frames else self.pieces).append(piece)

    def _open_frame(self, node: LexborNode, kind: Kind, *, ordered: bool = False) -> None:
        """Begin a quotation, list or item; too deep for the schema, its parts go to the outer one."""
        if len(self._frames) < _DEEPEST:
            self._frames.append(_Frame(node, Piece(kind, node, ordered=ordered)))

    def _close_frame(self) -> None:
        frame = self._frames.pop()
        if frame.piece.children:
            if frame.piece.kind == "quote":
                inserts.take_attribution(frame.piece)
            self._add(frame.piece)

    def _image(self, node: LexborNode) -> bool:
        classes = node.attributes.get("class") or ""
        if "emoji" in classes or "smiley" in classes:
            self._running.write(node.attributes.get("alt") or "")
        elif picture := picture_of(node, self.page):
            self._pictures.append(Piece("image", node, picture=picture))
            if self._running.is_empty:
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


def _is_captioned(node: LexborNode) -> bool:
    """Tell WordPress's older frame of a picture and its caption."""
    return "wp-caption" in (node.attributes.get("class") or "").split()
