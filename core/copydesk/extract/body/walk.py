"""One walk over markup: text, links, pictures and structure become pieces in reading order."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, field

from selectolax.lexbor import LexborNode

from copydesk.extract.body import inserts, tags
from copydesk.extract.body.pieces import Kind, Piece
from copydesk.extract.body.running import Running
from copydesk.page import Page

_DEEPEST = 24
_CAPTIONED = frozenset({"wp-caption", "gallery-item", "tr-caption-container"})
_NOTHING, _MARK, _BOX, _HEADING, _FRAME = 0, 1, 2, 4, 8
"""What ends with an element."""


@dataclass(slots=True)
class Box:
    """An open element: its number is its place in reading order, its parent's number is lower."""

    node: LexborNode
    parent: int


@dataclass(slots=True)
class Walk:
    """The pieces under a node, and the elements that hold them."""

    page: Page
    skip: Collection[int] = frozenset()
    """``mem_id`` of the nodes that are passed over with all they hold."""

    is_furniture: Callable[[LexborNode, str], bool] | None = None
    """Tells of a node and its tag whether it is passed over as well."""

    pieces: list[Piece] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)
    _frames: list[Piece] = field(default_factory=list)
    """Quotations, lists and items that are being filled."""
    _open: list[int] = field(default_factory=list)
    _running: Running = field(default_factory=Running)
    _level: int = 0
    _pictures: list[Piece] = field(default_factory=list)

    def run(self, root: LexborNode) -> "Walk":
        """Walk the subtree of ``root`` once, iteratively: depth costs no stack."""
        self._push(root)
        entered: list[tuple[LexborNode, int]] = []
        ending: int | None
        node, write = root.first_child, self._running.write
        while node is not None or entered:
            if node is None:
                outer, ending = entered.pop()
                self._leave(ending)
                node = outer.next
            elif (tag := node.tag) == "-text":
                write(node.text_content or "")
                node = node.next
            elif (ending := self._enter(node, tag or "")) is None:
                node = node.next
            else:
                entered.append((node, ending))
                node = node.first_child
        self._flush()
        return self

    def _enter(self, node: LexborNode, tag: str) -> int | None:
        """Take an element in; None where its children are not walked, else what its end ends."""
        if tag in tags.SKIPPED or (self.skip and node.mem_id in self.skip):
            return None
        if self.is_furniture is not None and self.is_furniture(node, tag):
            return None
        if tag in tags.MARKS:
            href = node.attrs.get("href") if tag == "a" else None
            return _MARK if self._running.open(tags.MARKS[tag], href) else _NOTHING
        if tag in tags.BLOCKS or "-" in tag:
            return self._enter_block(node, tag)
        return self._enter_other(node, tag) if tag in tags.OTHERS else _NOTHING

    def _enter_other(self, node: LexborNode, tag: str) -> int | None:
        if tag == "br":
            self._break()
        elif tag in tags.HEADINGS:
            return self._enter_heading(node, tag)
        elif tag in tags.GROUPS:
            return self._enter_group(node, tag)
        elif tag in tags.PICTURES:
            self._image(node)
        elif tag in tags.EMBEDS:
            self._insert(inserts.embed(node, self.page))
        elif tag in tags.PREFORMATTED:
            self._insert(inserts.code(node))
        elif tag == "hr":
            self._insert(Piece("divider", node))
        return None

    def _enter_block(self, node: LexborNode, tag: str) -> int | None:
        self._flush()
        if tag == "figcaption" or ((tag == "figure" or _is_captioned(node)) and self._figure(node)):
            return None
        if tag == "table" and (table := inserts.table(node)):
            self._insert(table)
            return None
        self._push(node)
        if tag == "li" and self._frames and self._frames[-1].kind == "list":
            return _BOX | self._open_frame(node, "item")
        return _BOX

    def _enter_heading(self, node: LexborNode, tag: str) -> int:
        self._flush()
        self._level = tags.HEADINGS[tag]
        self._push(node)
        return _BOX | _HEADING

    def _enter_group(self, node: LexborNode, tag: str) -> int | None:
        self._flush()
        classes = node.attrs.get("class") or ""
        if tag == "blockquote" and any(name in classes for name in tags.POSTS):
            self._insert(inserts.post(node, self.page))
            return None
        self._push(node)
        if tag != "blockquote" and "gallery" in classes:  # its items are pictures
            return _BOX
        kind: Kind = "quote" if tag == "blockquote" else "list"
        return _BOX | self._open_frame(node, kind, ordered=tag == "ol")

    def _leave(self, ending: int) -> None:
        if ending & _MARK:
            self._running.close()
        if ending & _BOX:
            self._flush()
            self._open.pop()
        if ending & _HEADING:
            self._level = 0
        if ending & _FRAME:
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
        if self._running.is_empty and not self._pictures:
            return
        text, marks = self._running.end()
        if text:
            kind: Kind = "heading" if self._level else "paragraph"
            node = self.boxes[self._open[-1]].node
            self._add(Piece(kind, node, text=text, marks=marks, level=self._level or 2))
        waiting, self._pictures = self._pictures, []
        for piece in waiting:
            self._add(piece)

    def _insert(self, piece: Piece | None) -> None:
        """Put a thing between paragraphs; its children are not walked."""
        if piece is not None:
            self._flush()
            self._add(piece)

    def _add(self, piece: Piece) -> None:
        piece.box = self._open[-1]
        (self._frames[-1].children if self._frames else self.pieces).append(piece)

    def _open_frame(self, node: LexborNode, kind: Kind, *, ordered: bool = False) -> int:
        """Begin a quotation, list or item; too deep for the schema, its parts go to the outer one."""
        if len(self._frames) >= _DEEPEST:
            return _NOTHING
        self._frames.append(Piece(kind, node, ordered=ordered))
        return _FRAME

    def _close_frame(self) -> None:
        piece = self._frames.pop()
        if piece.children:
            if piece.kind == "quote":
                inserts.take_attribution(piece)
            self._add(piece)

    def _image(self, node: LexborNode) -> None:
        classes = node.attrs.get("class") or ""
        if "emoji" in classes or "smiley" in classes:
            self._running.write(node.attrs.get("alt") or "")
        else:
            self._pictures.append(Piece("image", node))
            if self._running.is_empty:
                self._flush()

    def _figure(self, node: LexborNode) -> bool:
        """Take a figure that is a picture; one that holds a table, a quotation or text is walked."""
        others = node.css("table, blockquote, pre, iframe, video, p + p, figure figure")
        if any(other.mem_id != node.mem_id for other in others):
            return False
        if node.css_first("img, amp-img") is None:
            return False
        self._add(Piece("image", node))
        return True


def _is_captioned(node: LexborNode) -> bool:
    """Tell WordPress's and Blogger's older frames of a picture and its caption."""
    classes = node.attrs.get("class") or ""
    return "-" in classes and not _CAPTIONED.isdisjoint(classes.split())
