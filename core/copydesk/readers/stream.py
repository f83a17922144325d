"""Bytes read forward, with what is needed to find the borders of records and lines in them."""

import re
from typing import Protocol

_PIECE = 2**15
LONGEST_HEAD = 2**16
"""Bytes of a header that are read, its end included."""

_BLANKS = re.compile(rb"[\r\n]+")
_BLANK = re.compile(rb"\r?\n\r?\n")


class Damaged(Exception):  # noqa: N818  # what is the case, as the house wants it
    """A record that does not say what follows; its message says why."""


class Endless(Damaged):
    """A record whose header does not end within the longest that is read."""


class Corrupt(Damaged):
    """Gzip data that cannot be decompressed: where its record ends is not known."""


class Source(Protocol):
    """Gives bytes piece by piece, none at its end."""

    def pull(self) -> bytes:
        """Give the next piece."""
        ...

    def pass_over(self, number: int) -> int:
        """Leave out so many bytes, or some of them; tell how many."""
        ...


class Stream:
    """Bytes read forward, with what is needed to find the borders in them."""

    def __init__(self, source: Source) -> None:
        """Begin at the source's next byte."""
        self._source, self._held, self._at = source, b"", 0
        self.passed = 0

    def peek(self, number: int) -> bytes:
        """Give the next bytes, fewer at the end, and stay before them."""
        if len(self._held) - self._at < number:
            pieces = [self._held[self._at :]]
            missing = number - len(pieces[0])
            while missing > 0 and (piece := self._source.pull()):
                pieces.append(piece)
                missing -= len(piece)
            self._held, self._at = b"".join(pieces), 0
        return self._held[self._at : self._at + number]

    def take(self, number: int) -> bytes:
        """Give the next bytes, fewer at the end."""
        taken = self.peek(number)
        self._pass(len(taken))
        return taken

    def skip(self, number: int) -> int:
        """Leave out the next bytes, fewer at the end; tell how many."""
        skipped = self._pass(min(number, len(self._held) - self._at))
        if skipped < number:
            over = self._source.pass_over(number - skipped)
            self.passed += over
            skipped += over
        while skipped < number and self.peek(1):
            skipped += self._pass(min(number - skipped, len(self._held) - self._at))
        return skipped

    def skip_blank(self) -> bool:
        """Pass over empty lines; tell whether anything follows."""
        while (held := self.peek(1)) and held in b"\r\n":
            found = _BLANKS.match(self._held, self._at)
            self._pass(found.end() - self._at if found else 1)
        return bool(held)

    def head(self, most: int = LONGEST_HEAD) -> bytes | None:
        """Give the lines up to the next empty one and pass both; None if there is none in reach."""
        most = min(most, LONGEST_HEAD)
        while not (found := _BLANK.search(self._held, self._at, self._at + most)):
            size = len(self._held) - self._at
            if size >= most or len(self.peek(size + 1)) == size:
                return None
        return self.take(found.end() - self._at)[: found.start() - found.end()]

    def line(self, most: int) -> bytes:
        """Give the next line with its end, none at the end; of a longer one the first bytes."""
        while (end := self._held.find(b"\n", self._at, self._at + most)) < 0:
            size = len(self._held) - self._at
            if size >= most:
                return self._long_line(most)
            if len(self.peek(min(2 * size + 1, most))) == size:
                return self.take(size)
        return self.take(end + 1 - self._at)

    def _long_line(self, most: int) -> bytes:
        taken = self.take(most)
        while not taken.endswith(b"\n") and (held := self.peek(_PIECE)):
            end = held.find(b"\n")
            self._pass(end + 1 if end >= 0 else len(held))
            if end >= 0:
                break
        return taken

    def seek(self, sought: re.Pattern[bytes], longest: int) -> bool:
        """Go on to the next match, of at most ``longest`` bytes; tell whether there is one."""
        while held := self.peek(_PIECE):
            if found := sought.search(held):
                self._pass(found.start())
                return True
            self._pass(len(held) - longest if len(held) == _PIECE else len(held))
        return False

    def _pass(self, number: int) -> int:
        self._at += number
        self.passed += number
        return number
