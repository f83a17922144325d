"""How deep a page's elements stand in one another at most: fast, and never told too low."""

from typing import Final

from copydesk.page.markup import TOKEN, raw_end
from copydesk.page.tree_rules import ODD, RAW, VOID

_CELLS: Final = frozenset({b"tbody", b"td", b"tfoot", b"th", b"thead", b"tr"})
"""Elements that only a table holds, one of each around the other."""

_PER_TABLE: Final = 4

_SAME: Final = {b"dt": b"dd"}
_ENDED_BY_NEXT: Final = frozenset({b"dd", b"li", b"option", b"p"})
"""Elements that another of their kind ends."""

_ENDS_INNER: Final = frozenset({
    b"address", b"article", b"aside", b"blockquote", b"center", b"details", b"div", b"dl",
    b"fieldset", b"figcaption", b"figure", b"footer", b"header", b"main", b"menu", b"nav", b"ol",
    b"section", b"summary", b"ul",
})  # fmt: skip
"""Elements whose end tag ends those as well (13.2.6.4.7, "generate implied end tags")."""

_DRAWN: Final = frozenset({
    b"animate", b"circle", b"clippath", b"defs", b"ellipse", b"feblend", b"fecolormatrix",
    b"fecomposite", b"feflood", b"fegaussianblur", b"femerge", b"femergenode", b"feoffset",
    b"filter", b"g", b"line", b"lineargradient", b"mask", b"path", b"pattern", b"polygon",
    b"polyline", b"radialgradient", b"rect", b"stop", b"style", b"symbol", b"text", b"tspan", b"use",
})  # fmt: skip
_LABELS: Final = frozenset({b"desc", b"title"})
"""Elements of a drawing that hold plain words."""

_IN_DRAWING: Final = _DRAWN | _LABELS | {b"svg"}
_INNER: Final = {b"svg": _DRAWN, **dict.fromkeys(_ENDS_INNER, _ENDED_BY_NEXT)}
_BREAKING: Final = frozenset({b"br", b"p"})
"""End tags that end a drawing."""


def deepest(markup: bytes) -> int | None:
    """
    Give how many elements stand around one another at most; the truth may be less, never more.

    An element ends here only by its own end tag, and only if nothing but what this ends as well
    has been begun in it: whatever a parser makes of odd markup, it ends these elements too.

    Returns:
        None where the markup is too odd to tell: MathML, HTML in a drawing, CDATA, a select.
    """
    tags = _Tags()
    position: int | None = 0
    while position is not None:
        position = tags.follow(markup, position)
    return None if tags.are_odd else tags.most * _PER_TABLE


class _Tags:
    """The tags of a page in order, and what they have begun."""

    def __init__(self) -> None:
        self.begun: list[bytes] = []
        self.most = 0
        self.are_odd = False

    def follow(self, markup: bytes, start: int) -> int | None:
        """Follow tags up to text that holds none; say where they go on."""
        for token in TOKEN.finditer(markup, start):
            slash, name = token.group(1, 2)
            if name is None:
                self.are_odd |= token[5] is not None
            elif slash:
                self.end(name.lower())
            elif (name := name.lower()) in ODD and self._is_odd(name):
                self.are_odd = True
            elif name in VOID or name in _CELLS:
                continue
            elif self.begin(_SAME.get(name, name), is_closed=token[4].endswith(b"/")):
                ending = TOKEN.match(markup, raw_end(markup, name, token.end()))
                return ending.end() if ending else None
            if self.are_odd:
                return None
        return None

    def _is_odd(self, name: bytes) -> bool:
        return not ODD[name] or ODD[name] in self.begun

    def begin(self, name: bytes, *, is_closed: bool) -> bool:
        """Begin an element; True for one whose text holds no tags."""
        begun = self.begun
        if b"svg" in begun:
            self.are_odd = begun[-1] in _LABELS or name not in _IN_DRAWING
            if is_closed:
                return False
        elif name in RAW:
            return True
        else:
            self.are_odd = name == b"math"
        if not (begun and begun[-1] == name and name in _ENDED_BY_NEXT):
            begun.append(name)
            self.most = max(self.most, len(begun))
        return False

    def end(self, name: bytes) -> None:
        """End an element that was begun last, or last but for those that end with it."""
        name = _SAME.get(name, name)
        inner = _INNER.get(name, frozenset())
        height = len(self.begun)
        while height and self.begun[height - 1] in inner:
            height -= 1
        if height and self.begun[height - 1] == name:
            del self.begun[height - 1 :]
        elif name in _BREAKING:
            self.are_odd |= b"svg" in self.begun
