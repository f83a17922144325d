"""What a page may hold at most, counted on its bytes before anything is parsed."""

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from selectolax.lexbor import LexborHTMLParser

from copydesk.errors import Refused
from copydesk.page.markup import FORMATS, ROOT, attributes_at, count_starts, crowded, may_be_crowded
from copydesk.page.nesting import AROUND, Nesting

if TYPE_CHECKING:
    from copydesk.outcome import FailureCode

# What a search for crowded tags may cost at worst, in bytes looked at, before it is left to the
# walk over the tags, which is slower on most pages and linear on all.
_SEARCH = 2 * 10**9


@dataclass(frozen=True)
class Limits:
    """What a page may hold at most; more, and a parser's time or memory has no bound."""

    size: int = 16 * 2**20
    """Bytes of the page, compression undone."""

    depth: int = 2_000
    """Elements around one another."""

    tags: int = 2_000_000
    """Start tags: each makes an element of about 200 bytes."""

    attributes: int = 1_000
    """Attributes of one tag."""

    links: int = 100_000
    """``<a>`` tags."""

    steps: int = 500_000_000
    """Open elements that a parser looks at, over all tags: a second's work."""

    def check_size(self, content: bytes) -> None:
        """
        Refuse a page that is too large.

        Raises:
            Refused: ``too_large``.
        """
        self._check("too_large", "bytes", len(content), self.size)

    def check_markup(self, markup: bytes) -> bool:
        """
        Refuse a page that would keep a parser busy without end; ``markup`` is UTF-8.

        Returns:
            Whether the depth is known to be within the limit; if not, ``check_tree`` finds it.

        Raises:
            Refused: ``too_large``, ``too_many_links``, ``too_many_attributes``, ``too_deep``.
        """
        starts = count_starts(markup)
        self._check("too_many_links", "links", starts[b"<a"], self.links)
        self._check("too_large", "tags", starts.total(), self.tags)
        if starts[b"<ht"] + starts[b"<bo"] > 2:  # noqa: PLR2004  # one of each
            self._check_root(markup)
        shallow = starts.total() + 2 * starts[b"<ta"] + AROUND <= self.depth
        suspect = self._is_suspect(markup, starts)
        if not suspect and not shallow and self._is_light(starts, markup.count(b"</")):
            return False
        if suspect or not shallow:
            self._check_nesting(markup, long=2 * self.attributes if suspect else 0)
        return True

    def check_tree(self, tree: LexborHTMLParser) -> None:
        """
        Refuse a page whose elements nest too deep.

        Raises:
            Refused: ``too_deep``.
        """
        depths: dict[int, int] = {}
        for node in tree.root.traverse() if tree.root is not None else ():
            outer = node.parent
            around = depths.get(outer.mem_id, 0) if outer is not None else 0
            depths[node.mem_id] = around + 1
        deepest = max(depths.values(), default=0)
        self._check("too_deep", "elements around one another", deepest, self.depth)

    def _is_suspect(self, markup: bytes, starts: Counter[bytes]) -> bool:
        """Tell markup that may hold a crowded tag, or is so much that all its tags are to be followed."""
        if starts.total() * len(markup) <= _SEARCH:
            return crowded(self.attributes).search(markup) is not None
        is_light = self._is_light(starts, markup.count(b"</"))
        return not is_light or may_be_crowded(markup, self.attributes, starts.total(), _SEARCH // 4)

    def _is_light(self, starts: Counter[bytes], ends: int) -> bool:
        """
        Tell markup that a parser is soon done with, however it nests: its tree can be looked at.

        Each element that ends lets formats that were left open begin anew in the next, and a tag has
        all open elements looked at up to eight times (HTML, section 13.2.6.4.7).
        """
        tags = starts.total()
        formats = sum(starts[name] for name in FORMATS)
        is_quick = 8 * (tags + ends) * tags <= self.steps
        return tags <= 2 * self.depth and is_quick and 4 * formats * tags <= self.tags

    def _check(self, code: "FailureCode", what: str, number: int, most: int) -> None:
        if number > most:
            raise Refused(code, "limits", f"{number:,} {what}; at most {most:,} are read")

    def _check_root(self, markup: bytes) -> None:
        """Count the attributes of all ``<html>`` and ``<body>`` tags, which add up."""
        number = sum(attributes_at(markup, tag.start()) for tag in ROOT.finditer(markup))
        what = "attributes of <html> and <body>"
        self._check("too_many_attributes", what, number, self.attributes)

    def _check_nesting(self, markup: bytes, long: int) -> None:
        nesting = Nesting(markup, depth=self.depth, steps=self.steps, long=long)
        self._check_depth(nesting)
        tags = list(nesting.long_tags)
        if long and nesting.lost is not None:
            odd = crowded(self.attributes).search(markup, nesting.lost)
            tags += [odd.start()] if odd else []
        for tag in tags:
            what = f"attributes of the tag at byte {tag:,}"
            self._check("too_many_attributes", what, attributes_at(markup, tag), self.attributes)

    def _check_depth(self, nesting: Nesting) -> None:
        self._check("too_deep", "or more elements around one another", nesting.depth, self.depth)
        what = "or more looks at elements left open"
        self._check("too_deep", what, nesting.steps, self.steps)
