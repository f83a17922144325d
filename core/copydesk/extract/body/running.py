"""Running text in the making: words, single spaces, line breaks, and the links and emphasis in it."""

from collections.abc import Sequence
from typing import Literal

from copydesk.extract.body.pieces import Mark
from copydesk.schema.letters import bare

_MOST_OPEN = 16
"""So many marks may be open at once; nobody can see more, and each costs anew in every paragraph."""

_UNPARTED = "\u0e00"
"""Scripts from Thai on may part no words."""


class Running:
    """The text of one paragraph after the other; marks left open go on in the next."""

    __slots__ = ("_beside", "_closed", "_length", "_open", "gap", "parts")

    def __init__(self) -> None:
        """Begin with nothing."""
        self.parts: list[str] = []
        """The words and breaks since the last end."""
        self.gap = False
        """Whether white space has come since the last word."""
        self._beside = False
        """Whether the link that has begun stands right behind another."""
        self._length = 0
        self._open: list[Mark] = []
        self._closed: list[Mark] = []

    @property
    def is_broken(self) -> bool:
        """Whether the text ends with a line break."""
        return bool(self.parts) and self.parts[-1].endswith("\n")

    def write(self, text: str) -> None:
        """Add text; white space folds to one space, none at the start or beside a break."""
        words = text.strip()  # most texts have nothing else to fold
        if "  " in words or not words.isprintable():
            words = " ".join(text.split())
            if not (words.isascii() or words.isprintable()):
                text = bare(text)
                words = " ".join(text.split())
        if not words:
            self.gap = self.gap or bool(text)
            return
        if self._beside:
            self._beside = False
            self.gap = self.gap or words[0].isalnum()
        parts = self.parts
        if parts and (self.gap or text[0].isspace()) and parts[-1][-1] != "\n":
            words = f" {words}"
        parts.append(words)
        self._length += len(words)
        self.gap = text[-1].isspace()

    def break_line(self) -> None:
        """Add a line break, if there is a line to break."""
        if self.parts:
            self.parts.append("\n")
            self._length += 1
        self.gap = False

    def open(self, kind: Literal["link", "emphasis", "strong"], href: str | None) -> bool:
        """Begin a mark; False where too many are open."""
        if len(self._open) >= _MOST_OPEN:
            return False
        if kind == "link" and self._follows_another(href):
            self._beside = True
        self._open.append(Mark(self._length, 0, kind, href))
        return True

    def _follows_another(self, href: str | None) -> bool:
        """Tell that a link to elsewhere has just ended: those are set apart by their style, and are no one word."""
        last = self._closed[-1] if self._closed else None
        if last is None or last.kind != "link" or last.end != self._length:
            return False
        return last.href != href and self.parts[-1][-1] < _UNPARTED

    def close(self) -> None:
        """End the mark that was begun last."""
        self._close(self._open.pop())

    def end(self) -> tuple[str, Sequence[Mark]]:
        """Give the text so far, trimmed, and its marks; start anew."""
        text = "".join(self.parts).strip()
        if self._open:
            for mark in self._open:
                self._close(mark)
            self._open = [Mark(0, 0, mark.kind, mark.href) for mark in self._open]
        marks: Sequence[Mark] = ()
        if self._closed:
            marks, self._closed = self._closed, []
        self.parts, self._length, self.gap = [], 0, False
        return text, marks

    def _close(self, mark: Mark) -> None:
        mark.end = self._length
        if mark.end > mark.start:
            self._closed.append(mark)
