"""Running text in the making: words, single spaces, line breaks, and the links and emphasis in it."""

from typing import Literal

from copydesk.extract.body.pieces import Mark
from copydesk.schema.letters import bare

_MOST_OPEN = 16
"""So many marks may be open at once; nobody can see more, and each costs anew in every paragraph."""


class Running:
    """The text of one paragraph after the other; marks left open go on in the next."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._parts: list[str] = []
        self._length = 0
        self._gap = False
        self._open: list[Mark] = []
        self._closed: list[Mark] = []

    @property
    def is_empty(self) -> bool:
        """Whether no words have come since the last end."""
        return not self._parts

    @property
    def is_broken(self) -> bool:
        """Whether the text ends with a line break."""
        return bool(self._parts) and self._parts[-1].endswith("\n")

    def write(self, text: str) -> None:
        """Add text; white space folds to one space, none at the start or beside a break."""
        words = " ".join(text.split())
        if not (words.isascii() or words.isprintable()):
            text = bare(text)
            words = " ".join(text.split())
        if not words:
            self._gap = self._gap or bool(text)
            return
        if (self._gap or text[0].isspace()) and self._length and not self.is_broken:
            words = f" {words}"
        self._add(words)
        self._gap = text[-1].isspace()

    def break_line(self) -> None:
        """Add a line break, if there is a line to break."""
        if self._parts:
            self._add("\n")
        self._gap = False

    def open(self, kind: Literal["link", "emphasis", "strong"], href: str | None) -> bool:
        """Begin a mark; False where too many are open."""
        if len(self._open) >= _MOST_OPEN:
            return False
        self._open.append(Mark(self._length, 0, kind, href))
        return True

    def close(self) -> None:
        """End the mark that was begun last."""
        self._close(self._open.pop())

    def end(self) -> tuple[str, list[Mark]]:
        """Give the text so far, trimmed, and its marks; start anew."""
        for mark in self._open:
            self._close(mark)
        text, marks = "".join(self._parts).strip(), self._closed
        self._open = [Mark(0, 0, mark.kind, mark.href) for mark in self._open]
        self._parts, self._closed, self._length, self._gap = [], [], 0, False
        return text, marks

    def _add(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)

    def _close(self, mark: Mark) -> None:
        mark.end = self._length
        if mark.end > mark.start:
            self._closed.append(mark)
