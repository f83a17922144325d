"""The stack of open elements of an HTML parser, over-estimated."""

from collections.abc import Set as AbstractSet
from typing import Literal

Names = AbstractSet[bytes]

# After eight rounds the adoption agency leaves a formatting element open (HTML 13.2.6.4.7).
_ROUNDS = 8
# Of more than three formatting elements alike a parser forgets the first, which then ends like any
# other element (13.2.4.3).
_ALIKE = 3

# What one look here, and one formatting element that a parser opens again, cost in a parser's
# steps.
_LOOK, _REBUILD = 25, 500


class OpenElements:
    """
    What a parser may have open, an upper bound of it at any moment.

    An element is taken out only where every parser closes it.  The first ``sure`` of ``stack`` are
    open for certain, so that closing one of them closes all above it; of the others only the one
    that is named is taken out.  Formatting elements (``<b>``, ``<a>``, …) stand apart, each with
    the height of the stack at which it was opened, since a parser opens them again after a
    block has closed over them.
    """

    def __init__(self) -> None:
        """Start with nothing open."""
        self.stack: list[bytes] = []
        self.sure = 0
        self.held: dict[bytes, int] = {}
        """How many of each name stand on the stack."""
        self.formats: dict[bytes, list[int]] = {}
        self.format_count = 0
        self.stranded = 0
        """How many formatting elements may be opened again, at most."""
        self.worn: set[bytes] = set()
        self.form: Literal["none", "one", "odd"] = "none"
        """Whether a form may be opened; ``odd`` once one was left open or nested."""
        self.steps = 0
        """How many elements a parser has to look at one by one, or more."""

    def __len__(self) -> int:
        return len(self.stack) + self.format_count

    def holds(self, name: bytes) -> bool:
        """Whether an element of that name may be open."""
        return bool(self.held.get(name)) or name in self.formats

    def is_sure(self) -> bool:
        """Whether all that stands here is open for certain, formatting elements apart."""
        return self.sure == len(self.stack)

    def push(self, name: bytes, *, sure: bool = True) -> None:
        """Open an element; ``sure`` unless a parser might ignore the tag."""
        if sure and self.sure == len(self.stack):
            self.sure += 1
        self.stack.append(name)
        self.held[name] = self.held.get(name, 0) + 1

    def pop(self) -> bytes:
        """Close the current element and give its name."""
        name = self.stack[-1]
        self._close(len(self.stack) - 1, frozenset())
        return name

    def leave(self, name: bytes, stops: Names) -> None:
        """Close the topmost element of that name, unless one of ``stops`` stands above it."""
        if not self.held.get(name):
            return
        if self.stack[-1] == name and self.sure == len(self.stack):
            self._close_current(name)
        else:
            self.leave_any({name}, stops)

    def leave_any(self, names: Names, stops: Names) -> None:
        """Close the topmost of ``names``, unless one of ``stops`` stands above it."""
        index = self.top_of(names, stops)
        if index < 0:
            return
        if self.stack[index] in names:
            self._close(index, names)
        elif index >= self.sure:
            self.doubt(names)

    def leave_all(self, names: Names, stops: Names) -> None:
        """Close each of ``names`` down to the topmost of ``stops``."""
        bottom = self.top_of(stops) + 1
        found = [i for i in range(bottom, len(self.stack)) if self.stack[i] in names]
        for index in reversed(found):
            self._close(index, names)

    def leave_current(self, names: Names) -> None:
        """Close the current element if it is one of ``names``, and no formatting may be in it."""
        if self.stack and self.stack[-1] in names and not self.formats:
            self._close(len(self.stack) - 1, names)
        elif self.sure and self.stack[self.sure - 1] in names:
            self.sure -= 1

    def top_of(self, names: Names, others: Names = frozenset()) -> int:
        """Give the index of the topmost of ``names`` and ``others``, -1 where none is open."""
        for index in range(len(self.stack) - 1, -1, -1):
            if self.stack[index] in names or self.stack[index] in others:
                self.steps += _LOOK * (len(self.stack) - index)
                return index
        self.steps += _LOOK * len(self.stack)
        return -1

    def doubt(self, names: Names) -> None:
        """Be sure no longer of the topmost of ``names`` that was sure, nor of all above it."""
        self.steps += _LOOK * self.sure
        for index in range(self.sure - 1, -1, -1):
            if self.stack[index] in names:
                self.sure = index
                return

    def doubt_above(self, height: int) -> None:
        """Be sure no longer of what stands above ``height``."""
        self.sure = min(self.sure, height)

    def open_format(self, name: bytes) -> None:
        """Open a formatting element."""
        heights = self.formats.setdefault(name, [])
        if len(heights) >= _ALIKE:
            self.worn.add(name)
        heights.append(len(self.stack))
        self.format_count += 1

    def highest_format(self) -> int:
        """Give the height at which the formatting element last opened stands, 0 without one."""
        return max((heights[-1] for heights in self.formats.values()), default=0)

    def close_format(self, name: bytes, stops: Names, special: Names) -> None:
        """Close the last formatting element of that name, if every parser does."""
        heights = self.formats.get(name)
        if not heights:
            return
        self.doubt_above(heights[0])
        above = self.stack[heights[-1] :]
        if len(above) < _ROUNDS and (special if name in self.worn else stops).isdisjoint(above):
            heights.pop()
            self.format_count -= 1
            self.stranded = min(self.stranded, self.format_count)
            if not heights:
                del self.formats[name]
                self.worn.discard(name)

    def _close_current(self, name: bytes) -> None:
        self.stack.pop()
        self.sure -= 1
        self.held[name] -= 1
        if self.formats:
            self._strand(self.sure)

    def _close(self, index: int, names: Names) -> None:
        end = len(self.stack) if index < self.sure else index + 1
        for name in self.stack[index:end]:
            self.held[name] -= 1
        del self.stack[index:end]
        if index < self.sure:
            self.sure = index
        else:
            self.doubt(names)
        self._strand(index)

    def _strand(self, height: int) -> None:
        """
        Note that the formatting elements opened above ``height`` were closed over.

        A parser opens them again with the next text, and after that whenever another element is
        closed over them: where they stand by then cannot be told from the tags.
        """
        for heights in self.formats.values():
            for place in range(len(heights) - 1, -1, -1):
                if heights[place] <= height:
                    break
                heights[place] = height
                self.stranded += 1
        self.stranded = min(self.stranded, self.format_count)
        self.steps += _REBUILD * self.stranded
