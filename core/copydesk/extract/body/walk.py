"""One walk over markup: text, links, pictures and structure become pieces in reading order."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from typing import Final

from selectolax.lexbor import LexborNode

from copydesk.extract.body import elements, embeds, inserts, tags
from copydesk.extract.body.hiding import Attributes
from copydesk.extract.body.pieces import Compound, Kind, Piece
from copydesk.extract.body.running import Running
from copydesk.page import Page

Label = tuple[str, str, str]
"""Tag, classes and id of an element."""

_DEEPEST, _ARTICLE, _LINE = 24, 6, 150
_INLINE, _SKIPPED, _MARKED, _BLOCK, _OTHER = range(5)
_ROLES: Final = {
    **dict.fromkeys(tags.SKIPPED, _SKIPPED),
    **dict.fromkeys(tags.MARKS, _MARKED),
    **dict.fromkeys(tags.BLOCKS, _BLOCK),
    **dict.fromkeys(tags.OTHERS, _OTHER),
}
_ASKED = "h2, h3, h4, h5, h6, p"
_NOTHING, _MARK, _BOX, _HEADING, _FRAME = 0, 1, 2, 4, 8
"""What ends with an element."""


@dataclass(slots=True)
class Walk:
    """The pieces under a node, and the elements that hold them."""

    page: Page
    skip: Collection[int] = frozenset()
    """``mem_id`` of the nodes that are passed over with all they hold."""

    is_furniture: Callable[[LexborNode, str, Attributes], bool] | None = None
    """Tells of a node, its tag and attributes whether it is passed over as well."""

    pieces: list[Piece] = field(default_factory=list)
    boxes: list[LexborNode] = field(default_factory=list)
    """The elements that were entered and part paragraphs, in reading order."""
    parents: list[int] = field(default_factory=list)
    """For each of them the number of the one around it; -1 for the first."""
    labels: list[Label] = field(default_factory=list)
    """What each of them is called."""
    _known: dict[Label, Label] = field(default_factory=dict)
    """Each once: a page may have 100,000 elements that are called alike."""
    _frames: list[Compound] = field(default_factory=list)
    """Quotations, lists and items that are being filled."""
    _parts: list[list[Piece]] = field(default_factory=list)
    """What stands in each of them so far."""
    _open: list[int] = field(default_factory=list)
    _running: Running = field(default_factory=Running)
    _level: int = 0
    _pictures: list[Piece] = field(default_factory=list)

    def run(self, root: LexborNode) -> "Walk":
        """Walk the subtree of ``root`` once, iteratively: depth costs no stack."""
        self._push(root, root.tag or "", root.attributes)
        entered: list[tuple[LexborNode, int]] = []
        node, running = root.first_child, self._running
        while True:
            while node is None:
                if not entered:
                    self._flush()
                    return self
                outer, ending = entered.pop()
                if ending:
                    self._leave(ending)
                node = outer.next
            tag = node.tag or ""
            if tag == "-text":
                text = node.text_content or " "
                if text.isspace():
                    running.gap = True
                else:
                    running.write(text)
            elif (role := _ROLES.get(tag, _INLINE)) != _SKIPPED:
                inside = self._enter(node, tag, role)
                if inside is not None:
                    entered.append((node, inside))
                    node = node.first_child
                    continue
            node = node.next

    def _enter(self, node: LexborNode, tag: str, role: int) -> int | None:
        """Take an element in; None where its children are not walked, else what its end ends."""
        if self.skip and node.mem_id in self.skip:
            return None
        attributes = node.attributes
        if self.is_furniture is not None and self.is_furniture(node, tag, attributes):
            return None
        if role == _INLINE and "-" not in tag:
            return self._enter_inline(node, tag, attributes)
        if role == _MARKED:
            return self._enter_mark(node, tag, attributes)
        if role == _OTHER:
            return self._enter_other(node, tag, attributes)
        return self._enter_block(node, tag, attributes)

    def _enter_inline(self, node: LexborNode, tag: str, attributes: Attributes) -> int | None:
        if tag == "sup" and elements.is_note(node):
            return None
        if attributes and elements.is_break(node, attributes):
            self._break()
        return _NOTHING

    def _enter_mark(self, node: LexborNode, tag: str, attributes: Attributes) -> int | None:
        if tag == "a" and elements.is_place(attributes):
            return _NOTHING
        href = attributes.get("href") if tag == "a" else None
        if href and href[0] == "#" and elements.is_sign(node):
            return None
        return _MARK if self._running.open(tags.MARKS[tag], href) else _NOTHING

    def _enter_other(self, node: LexborNode, tag: str, attributes: Attributes) -> int | None:
        if tag == "br":
            self._break()
        elif tag in tags.HEADINGS:
            return self._enter_heading(node, tag, attributes)
        elif tag in tags.GROUPS:
            return self._enter_group(node, tag, attributes)
        elif tag in tags.PICTURES:
            self._image(node, attributes.get("class") or "")
        elif tag in tags.EMBEDS:
            self._insert(embeds.embed(node, tag, self.page))
        elif tag in tags.PREFORMATTED:
            self._insert(inserts.code(node))
        elif tag == "hr":
            self._insert(Piece("divider", node))
        elif self._unfolds(node, attributes):
            return _NOTHING
        return None

    def _unfolds(self, node: LexborNode, attributes: Attributes) -> bool:
        """Tell a button that is the heading of what it unfolds."""
        if self._level and elements.is_alone(node):
            return True
        return "aria-expanded" in attributes and bool(self._level or node.css_first(_ASKED))

    def _enter_block(self, node: LexborNode, tag: str, attributes: Attributes) -> int | None:
        if attributes.get("role") == "heading":
            return self._enter_heading(node, elements.level_of(attributes), attributes)
        self._flush()
        is_figure = tag == "figure" or elements.is_captioned(attributes.get("class") or "")
        if tag == "figcaption" or (is_figure and self._figure(node)):
            return None
        if tag == "table" and (table := inserts.table(node)):
            self._insert(table)
            return None
        if "class" in attributes and (embedded := embeds.box(node, attributes, self.page)):
            self._insert(embedded)
            return None
        self._push(node, tag, attributes)
        if tag == "li" and self._frames and self._frames[-1].kind == "list":
            return _BOX | self._open_frame(node, "item")
        return _BOX

    def _enter_heading(self, node: LexborNode, tag: str, attributes: Attributes) -> int:
        self._flush()
        self._level = tags.HEADINGS[tag]
        self._push(node, tag, attributes)
        return _BOX | _HEADING

    def _enter_group(self, node: LexborNode, tag: str, attributes: Attributes) -> int | None:
        self._flush()
        classes = attributes.get("class") or ""
        if tag == "blockquote" and embeds.is_post(classes):
            self._insert(embeds.post(node, self.page))
            return None
        self._push(node, tag, attributes)
        if tag != "blockquote" and "gallery" in classes:  # its items are pictures
            return _BOX
        kind: Kind = "quote" if tag == "blockquote" else "list"
        return _BOX | self._open_frame(node, kind, ordered=tag == "ol")

    def _leave(self, ending: int) -> None:
        if ending == _MARK:
            self._running.close()
            return
        if ending & _BOX:
            self._flush()
            self._open.pop()
        if ending & _HEADING:
            self._level = 0
        if ending & _FRAME:
            self._close_frame()

    def _push(self, node: LexborNode, tag: str, attributes: Attributes) -> None:
        self.boxes.append(node)
        self.parents.append(self._open[-1] if self._open else -1)
        label = tag, attributes.get("class") or "", attributes.get("id") or ""
        self.labels.append(self._known.setdefault(label, label))
        self._open.append(len(self.boxes) - 1)

    def _break(self) -> None:
        """A line break; two of them part paragraphs, as many sites write them."""
        if self._running.is_broken:
            self._flush()
        else:
            self._running.break_line()

    def _flush(self) -> None:
        """End the running paragraph or heading; the pictures met in it follow it."""
        running = self._running
        if not running.parts and not self._pictures:
            return
        text, marks = running.end()
        if text:
            box = self._open[-1]
            is_heading = self._level or (len(text) <= _LINE and _is_crosshead(self.labels[box]))
            kind: Kind = "heading" if is_heading else "paragraph"
            self._add(Piece(kind, self.boxes[box], box, text, marks, self._level or 2))
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
        self._holder.append(piece)

    @property
    def _holder(self) -> list[Piece]:
        """Where pieces go: into the innermost frame, else among those of the walk."""
        return self._parts[-1] if self._parts else self.pieces

    def _open_frame(self, node: LexborNode, kind: Kind, *, ordered: bool = False) -> int:
        """Begin a quotation, list or item; too deep for the schema, its parts go to the outer one."""
        if len(self._frames) >= _DEEPEST:
            return _NOTHING
        self._frames.append(Compound(kind, node, ordered=ordered))
        self._parts.append([])
        return _FRAME

    def _close_frame(self) -> None:
        piece = self._frames.pop()
        piece.children = self._parts.pop()
        if piece.kind == "list" and any(map(_is_page, piece.children)):
            inner = [part for item in piece.children for part in item.children]
            self._holder.extend(inner)
        elif piece.children:
            if piece.kind == "quote":
                inserts.take_attribution(piece)
            elif piece.kind == "list":
                inserts.take_numbers(piece)
            self._add(piece)

    def _image(self, node: LexborNode, classes: str) -> None:
        if "emoji" in classes or "smiley" in classes:
            self._running.write(node.attrs.get("alt") or "")
        else:
            self._pictures.append(Piece("image", node))
            if not self._running.parts:
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


def _is_crosshead(label: Label) -> bool:
    return label[0] in {"p", "div"} and label[1] != "" and elements.names_crosshead(label[1])


def _is_page(item: Piece) -> bool:
    """Tell an item that holds an article from an entry of a list: some sites lay out pages by lists."""
    paragraphs = sum(part.kind == "paragraph" for part in item.children)
    is_titled = any(part.kind == "heading" and part.level == 1 for part in item.children)
    return is_titled or paragraphs >= _ARTICLE
