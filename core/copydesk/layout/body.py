"""The text of a layout's pages: the element that holds it, and what each rule leaves out of it."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import Final

from selectolax.lexbor import LexborNode

from copydesk.extract.body.furniture import Furniture
from copydesk.extract.body.hiding import hidden
from copydesk.extract.body.pieces import Piece
from copydesk.extract.body.walk import Walk
from copydesk.extract.context import Context
from copydesk.layout.sources import every
from copydesk.page import Page

Walker = Callable[[], Walk]
"""Makes a walk that passes over what is left out."""

END: Final = "end"
"""The name of the rule that ends the text; all others go by their own words."""

_FURNITURE, _TEXT = "generic:furniture", "text:"
_LEAVES = frozenset({"p", "h2", "h3", "h4", "li", "blockquote"})


def css_rules(drop: Sequence[str]) -> tuple[str, ...]:
    """Give the rules that are CSS."""
    return tuple(r for r in drop if not r.startswith(_TEXT) and r != _FURNITURE)


def text_rules(drop: Sequence[str]) -> tuple[str, ...]:
    """Give the regular expressions of rules that go by a block's words."""
    return tuple(rule.removeprefix(_TEXT) for rule in drop if rule.startswith(_TEXT))


class Body:
    """The rules of a layout that say what its text is."""

    def __init__(self, css: str | None, drop: Sequence[str], end: str | None) -> None:
        """Take the element's CSS, what is dropped and what ends the text."""
        self._css, self._drop = css, drop
        self._end = re.compile(end) if end else None
        self._rules = {f"{_TEXT}{rule}": re.compile(rule) for rule in text_rules(drop)}

    def dropped(self, page: Page) -> dict[str, list[LexborNode]]:
        """Give the nodes that each rule leaves out."""
        return {rule: every(page.tree, rule) for rule in css_rules(self._drop)}

    def element(self, context: Context) -> LexborNode | None:
        """Give the element that holds all of it; None without a rule, or where that finds nothing."""
        return _around(self._roots(context))

    def walk(self, page: Page) -> Walker:
        """Give what walks an element of the page and passes over the nodes that are left out."""
        skip = {node.mem_id for nodes in self.dropped(page).values() for node in nodes}
        body = page.tree.body
        if body is None:
            return partial(Walk, page, skip)
        if _FURNITURE in self._drop:
            return partial(Walk, page, skip, Furniture(body))
        return partial(Walk, page, skip | hidden(body))

    def read(self, context: Context, walk: Walker) -> Iterator[tuple[Piece, str | None]]:
        """Give the pieces in order, each with the name of the rule that leaves it out, if one does."""
        is_ended = False
        for piece in self._pieces(context, walk):
            words = " ".join(piece.words.split())
            is_ended = is_ended or bool(self._end and words and self._end.search(words))
            yield piece, END if is_ended else self._left_out(words)

    def _left_out(self, words: str) -> str | None:
        return next(
            (name for name, rule in self._rules.items() if words and rule.search(words)), None
        )

    def _pieces(self, context: Context, walk: Walker) -> Iterator[Piece]:
        for root in self._roots(context):
            for piece in walk().run(root).pieces:
                yield from self._parted(piece)

    def _roots(self, context: Context) -> list[LexborNode]:
        """Give the text's element; where the rule matches paragraphs, all of them."""
        roots = every(context.root, self._css)
        return roots if roots and roots[0].tag in _LEAVES else roots[:1]

    def _parted(self, piece: Piece) -> list[Piece]:
        """Part off last lines that a rule leaves out: old texts have breaks in place of paragraphs."""
        text, _, last = piece.text.rpartition("\n")
        if not text or self._left_out(last) is None:
            return [piece]
        ending = replace(piece, text=last, marks=[])
        marks = (mark for mark in piece.marks if mark.start < len(text))
        piece.marks = [replace(mark, end=min(mark.end, len(text))) for mark in marks]
        piece.text = text
        return [*self._parted(piece), ending]


def _around(nodes: Sequence[LexborNode]) -> LexborNode | None:
    """Give the innermost element that holds all of them; None for no nodes."""
    here = nodes[0] if nodes else None
    for node in nodes[1:]:
        above = {ancestor.mem_id for ancestor in _upwards(node)}
        here = next((a for a in _upwards(here) if a.mem_id in above), None)
    return here


def _upwards(node: LexborNode | None) -> Iterator[LexborNode]:
    while node is not None:
        yield node
        node = node.parent
