"""JSON Lines: one outcome a line, UTF-8, a line to every reader."""

import os
from pathlib import Path
from typing import BinaryIO, Protocol

from pydantic import BaseModel

from copydesk.errors import UsageError
from copydesk.outcome import Outcome
from copydesk.schema import Article
from copydesk.sinks.target import must_be_free, unusable

STDOUT = "-"
_SUFFIXES = (".jsonl", ".ndjson")
# JSON allows them within a string; str.splitlines and JavaScript end a line at them.
_BREAKS = tuple((char, f"\\u{ord(char):04x}") for char in "\x85\u2028\u2029")


def line_of(model: BaseModel) -> bytes:
    """Print a model as one line of JSON, line feed included."""
    line = model.model_dump_json()
    for char, escape in _BREAKS:
        line = line.replace(char, escape)
    return f"{line}\n".encode()


class _Lines(Protocol):
    def write(self, line: bytes, /) -> object: ...
    def close(self) -> None: ...


class JsonLines:
    """Writes articles, or with ``rejects`` what is none, one JSON object a line."""

    def __init__(self, stdout: BinaryIO | None = None, *, rejects: bool = False) -> None:
        """``stdout`` is where the target ``-`` goes; it is flushed, not closed."""
        self._stdout, self._rejects = stdout, rejects
        self._lines: _Lines | None = None
        self._file: _File | None = None

    def accepts(self, target: str) -> bool:
        """Accept ``-``, ``*.jsonl`` and ``*.ndjson``."""
        return target == STDOUT or target.lower().endswith(_SUFFIXES)

    def open(self, target: str, *, force: bool) -> None:
        """
        Make the file; without ``force`` there must be none of its name.

        Raises:
            UsageError: if there is one, or it cannot be made.
        """
        if target == STDOUT and self._stdout:
            self._lines = _Stream(self._stdout)
        elif target == STDOUT:
            raise UsageError("rejections cannot go to standard output; name a file")
        else:
            must_be_free(Path(target), force=force)
            way = os.O_CREAT | (os.O_TRUNC if force else os.O_EXCL)
            self._file = _File(Path(target), way)
            self._lines = self._file

    def write(self, outcome: Outcome) -> None:
        """Write an article; with ``rejects``, a rejection or a failure. The other kind is no matter."""
        is_article = isinstance(outcome, Article)
        if is_article != self._rejects:
            self.write_line(line_of(outcome), is_article=is_article)

    def write_line(self, line: bytes, *, is_article: bool) -> None:
        """Write what ``line_of`` made of an outcome, if it is of the kind that is kept here."""
        if self._lines and is_article != self._rejects:
            self._lines.write(line)

    def reopen(self, target: str) -> None:
        """
        Make ready to go on with a file.

        Raises:
            UsageError: if it is not there, or cannot be written.
        """
        self._file = _File(Path(target), os.O_APPEND)
        self._lines = self._file

    def mark(self) -> int:
        """Give the file's size."""
        return self._file.size if self._file else 0

    def keep(self) -> None:
        """Do nothing: the system has every line already."""

    def reaches(self, mark: int) -> bool:
        """Tell whether the file is as long."""
        return self.mark() >= mark

    def rewind(self, mark: int) -> None:
        """Cut the file off."""
        if self._file:
            self._file.cut(mark)

    def close(self) -> None:
        """Close the file."""
        if self._lines:
            self._lines.close()


class _Stream:
    """Standard output: a line goes out as soon as it is whole."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def write(self, line: bytes) -> None:
        self._stream.write(line)
        self._stream.flush()

    def close(self) -> None:
        """Nothing is left to do: every line went out when it was written, or failed then."""


class _File:
    """A file that never ends in half a line: what could not be written whole is cut off again."""

    def __init__(self, path: Path, way: int) -> None:
        self._path = path
        try:
            self._number = os.open(path, os.O_WRONLY | way | getattr(os, "O_BINARY", 0), 0o666)
            self.size = os.fstat(self._number).st_size
        except OSError as error:
            raise unusable(path, error) from error

    def write(self, line: bytes) -> None:
        try:
            rest = memoryview(line)
            while rest:  # the system may take a part only, as on a disk that is nearly full
                rest = rest[os.write(self._number, rest) :]
        except OSError as error:
            self.cut(self.size)
            raise unusable(self._path, error) from error
        self.size += len(line)

    def cut(self, size: int) -> None:
        os.ftruncate(self._number, size)
        os.lseek(self._number, size, os.SEEK_SET)
        self.size = size

    def close(self) -> None:
        os.close(self._number)
