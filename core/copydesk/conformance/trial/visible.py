"""What a reader sees of a page, white space aside, as the ground that every text must stand on."""

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from selectolax.lexbor import LexborNode

from copydesk.page import Page
from copydesk.schema import clean_line

_NO_TEXT = frozenset({"math", "noscript", "object", "script", "style", "svg", "template", "title"})
_HIDING = frozenset({"display:none", "visibility:hidden"})
_JOINERS = re.compile("[\u200c\u200d]")
_WINDOW = 400
"""A text may be parted by at most so many pieces of what was dropped from within it."""


@dataclass(frozen=True)
class Visible:
    """A page's text as its pieces (text nodes, or lines), each without white space."""

    pieces: tuple[str, ...]

    @classmethod
    def of(cls, page: Page, skip: Collection[int] = ()) -> "Visible":
        """See a page, but for the nodes whose ``mem_id`` is in ``skip``."""
        if page.is_text:
            return cls(tuple(filter(None, map(squeezed, page.lines))))
        body = page.tree.body
        return cls(tuple(pieces_of(body, {*skip, *unseen(body)})) if body is not None else ())

    @cached_property
    def text(self) -> str:
        """All of it."""
        return "".join(self.pieces)

    def find(self, words: str, start: int = 0) -> range | None:
        """
        Find squeezed words at or after a position of ``text``.

        They stand in one run, or in whole pieces with others between them that were dropped.
        """
        at = self.text.find(words, start)
        return range(at, at + len(words)) if at >= 0 else self._with_gaps(words, start)

    def _with_gaps(self, words: str, start: int) -> range | None:
        for first in range(bisect_left(self._starts, start), len(self.pieces)):
            if words.startswith(self.pieces[first]):
                used = composed(words, self.pieces[first : first + _WINDOW])
                if used:
                    return range(self._starts[first], self._starts[first + used])
        return None

    @cached_property
    def _starts(self) -> list[int]:
        return list(accumulate(map(len, self.pieces), initial=0))


def squeezed(text: str) -> str:
    """Clean text as the schema does and take out all that is not seen: white space, joiners."""
    return _JOINERS.sub("", "".join((clean_line(text) or "").split()))


def composed(words: str, pieces: Sequence[str]) -> int:
    """Count the pieces from the first on that are needed to make words of some of them, in order."""
    ends = {0}
    for number, piece in enumerate(pieces, 1):
        ends |= {end + len(piece) for end in ends if words.startswith(piece, end)}
        if len(words) in ends:
            return number
    return 0


def pieces_of(root: LexborNode, skip: Collection[int] = ()) -> Iterator[str]:
    """Give the squeezed text nodes under a node, in order; walked without recursion."""
    pending = [root]
    while pending:
        node = pending.pop()
        if node.is_text_node:
            text = squeezed(node.text_content or "")
        elif node.mem_id in skip or node.tag in _NO_TEXT:
            continue
        else:
            text = _emoji(node)
            pending.extend(reversed(list(children(node))))
        if text:
            yield text


def children(node: LexborNode) -> Iterator[LexborNode]:
    """Give a node's children, text included."""
    child = node.first_child
    while child is not None:
        yield child
        child = child.next


def _emoji(node: LexborNode) -> str:
    """Many sites show emoji as pictures; any other alternative text is not seen."""
    alt = squeezed(node.attributes.get("alt") or "") if node.tag == "img" else ""
    return "" if re.search(r"\w", alt) else alt


def _is_hidden(node: LexborNode) -> bool:
    if not node.is_element_node:
        return False
    style = "".join((node.attributes.get("style") or "").lower().split())
    return "hidden" in node.attributes or not _HIDING.isdisjoint(style.split(";"))


def unseen(body: LexborNode) -> frozenset[int]:
    """Give the hidden nodes; one that holds most of the page waits for a script to show it."""
    hidden = [node for node in body.css("[hidden], [style]") if _is_hidden(node)]
    most = len(body.css("p")) / 2
    return frozenset(node.mem_id for node in hidden if len(node.css("p")) <= most)
