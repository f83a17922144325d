"""How deep a page's elements can nest, found from its bytes before anything is parsed."""

from re import Match

from copydesk.page.markup import TOKEN, count_starts, raw_end
from copydesk.page.open_elements import OpenElements
from copydesk.page.tree_rules import (
    BREAKOUT,
    END,
    FOREIGN,
    INTEGRATION,
    MATH_INTEGRATION,
    ODD,
    ODD_ENDS,
    ODD_IN_FOREIGN,
    RAW,
    SAME,
    SCOPE_IN_FOREIGN,
    START,
    SUSPENDED,
    end_other,
    start_other,
)

AROUND = 4
"""Levels beside those followed: html, body, and a column in the group that it implies."""
# Start tags that do more than open an element.
_PECULIAR = ODD.keys() | RAW | FOREIGN


class Nesting:
    """
    A page's tags followed to its end, or until it is too deep or takes too many steps.

    Where the markup becomes too odd to follow, every start tag after it counts as one more level.
    """

    def __init__(self, data: bytes, *, depth: int, steps: int, long: int = 0) -> None:
        """Follow ``data``, UTF-8, up to that depth and so many steps; note tags that are ``long``."""
        self.data, self._most, self._long = data, (depth, steps), long
        self.open = OpenElements()
        self.foreign: list[bytes] = []
        self.suspended = False
        self.depth = AROUND
        """The deepest level there can be."""
        self.long_tags: list[int] = []
        """Where start tags of more than ``long`` bytes stand, if it was given."""
        self.lost: int | None = None
        """Where the markup became too odd to follow, if it did."""
        position: int | None = 0
        while position is not None:
            position = self._stretch(position)

    @property
    def steps(self) -> int:
        """How many open elements a parser may have to look at, summed over all tags."""
        return self.open.steps

    def _stretch(self, position: int) -> int | None:
        """Follow tags up to a place that has to be skipped; say where they go on."""
        deepest, steps = self._most
        for token in TOKEN.finditer(self.data, position):
            resume = self._tag(token) if token[2] else self._after_cdata(token)
            if self.depth > deepest or self.open.steps > steps:
                break
            if resume is not None:
                return resume
        return None

    def _after_cdata(self, token: Match[bytes]) -> int | None:
        if not token[5]:
            return None
        ending = b"]]>" if self.foreign else b">"
        found = self.data.find(ending, token.end())
        return len(self.data) if found < 0 else found + len(ending)

    def _tag(self, token: Match[bytes]) -> int | None:
        is_end, name = token.group(1, 2)
        name = name.lower()
        name = SAME.get(name, name)
        self.open.steps += len(self.open.stack)
        if is_end:
            return self._foreign_end(token, name) if self.foreign else self._end(token, name)
        if self._long and token.end() - token.start() > self._long:
            self.long_tags.append(token.start())
        if self.foreign:
            return self._foreign_start(token, name)
        if name in _PECULIAR:
            return self._peculiar(token, name)
        START.get(name, start_other)(self.open, name)
        self._measure()
        return None

    def _peculiar(self, token: Match[bytes], name: bytes) -> int | None:
        if name in ODD and (not ODD[name] or self.open.held.get(ODD[name])):
            return self._lose(token)
        START.get(name, start_other)(self.open, name)
        if name in RAW:
            return self._after_raw(token, name)
        if name in FOREIGN:
            self._open_foreign(token, name)
        return None

    def _after_raw(self, token: Match[bytes], name: bytes) -> int:
        end = TOKEN.match(self.data, raw_end(self.data, name, token.end()))
        return end.end() if end else len(self.data)

    def _measure(self, more: int = AROUND) -> None:
        depth = len(self.open.stack) + self.open.format_count + len(self.foreign) + more
        if depth > self.depth:  # noqa: PLR1730  # max() costs three times as much here
            self.depth = depth

    def _end(self, token: Match[bytes], name: bytes) -> int | None:
        if self.suspended and self.open.held.get(SUSPENDED + name):
            if not self.open.is_sure():
                return self._lose(token)
            if self.open.stack[-1].startswith(SUSPENDED):
                return self._resume_foreign(token, name)
        END.get(name, end_other)(self.open, name)
        return None

    def _open_foreign(self, token: Match[bytes], name: bytes) -> None:
        if not token[4].endswith(b"/"):
            self.foreign.append(name)
            self._measure()

    def _foreign_start(self, token: Match[bytes], name: bytes) -> int | None:
        if name in ODD_IN_FOREIGN:
            return self._lose(token)
        if name in BREAKOUT:
            while self.foreign and not self._holds_html():
                self.foreign.pop()
        elif not self._holds_html():
            self._open_foreign(token, name)
            return None
        if self.foreign and self.foreign[0] == b"math":
            return self._lose(token)
        self._suspend_foreign()
        return self._tag(token)

    def _holds_html(self) -> bool:
        return self.foreign[-1] in (MATH_INTEGRATION if self.foreign[0] == b"math" else INTEGRATION)

    def _suspend_foreign(self) -> None:
        self.suspended = True
        for name in self.foreign:
            self.open.push(SUSPENDED + name)
        self.foreign.clear()

    def _resume_foreign(self, token: Match[bytes], name: bytes) -> int | None:
        base = len(self.open.stack)
        while base and self.open.stack[base - 1].startswith(SUSPENDED):
            base -= 1
        if self.open.highest_format() > base:
            return self._lose(token)
        while len(self.open.stack) > base:
            self.foreign.insert(0, self.open.pop().removeprefix(SUSPENDED))
        return self._foreign_end(token, name)

    def _foreign_end(self, token: Match[bytes], name: bytes) -> int | None:
        for height in range(len(self.foreign) - 1, -1, -1):
            if self.foreign[height] == name:
                del self.foreign[height:]
                return None
        self.open.steps += 25 * len(self.foreign)
        if name in ODD_ENDS or self.open.held.get(SUSPENDED + name):
            return self._lose(token)
        if not self.open.holds(name):
            return None
        if not (self.open.is_sure() and SCOPE_IN_FOREIGN.isdisjoint(self.foreign)):
            return self._lose(token)
        return self._end_around(token, name)

    def _end_around(self, token: Match[bytes], name: bytes) -> int | None:
        """Close an element around the SVG or MathML that is open, and that with it."""
        before = len(self.open)
        END.get(name, end_other)(self.open, name)
        if not self.open.is_sure():
            return self._lose(token)
        if len(self.open) < before:
            self.foreign.clear()
        return None

    def _lose(self, token: Match[bytes]) -> int:
        """Give up: whatever follows may nest, and each table adds a section and a row."""
        self.lost = token.start()
        rest = count_starts(self.data, self.lost)
        self._measure(AROUND + rest.total() + 2 * rest[b"<ta"])
        return len(self.data)
