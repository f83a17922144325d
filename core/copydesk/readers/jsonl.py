"""Pages out of JSON Lines, one object a line."""

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from copydesk.outcome import Failure
from copydesk.page import Page
from copydesk.readers.contained import Contained
from copydesk.readers.failures import failed, failure_of
from copydesk.readers.files import GZIP
from copydesk.readers.labels import label
from copydesk.readers.regular import MAX_BYTES
from copydesk.readers.rows import page_of_row
from copydesk.readers.sources import Packed, PlainFile
from copydesk.readers.stream import Corrupt, Stream
from copydesk.streams import Ref


class PageLines(Contained):
    """Reads what is called ``.jsonl`` or ``.ndjson``, gzip or not."""

    names = (".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz")

    def within(self, file: BinaryIO, source: str) -> Iterator[Page | Failure]:
        """Give the pages of an open file of that label."""
        for _, number, line in _lines(file):
            page = _page(line, f"{source}:{number}")
            if self._is_wanted_page(page):
                yield page

    def find(self, path: Path) -> Iterator[Ref | Page | Failure]:
        """Give the places of the lines; the pages themselves out of what is compressed."""
        try:
            with self._regular.open(path) as file:
                yield from self._found(file, path)
        except OSError as error:
            yield failure_of(label(path), error)

    def load(self, ref: Ref) -> Page | Failure:
        """Read the line at an offset."""
        offset, _, number = str(ref.place).partition(":")
        source = f"{label(ref.path)}:{number}"
        if not offset.isdecimal():
            return failed(source, f"{offset!r} is no place of a line")
        try:
            with self._regular.open(ref.path) as file:
                file.seek(int(offset))
                return _page(file.readline(MAX_BYTES + 1), source)
        except OSError as error:
            return failure_of(source, error)

    def _found(self, file: BinaryIO, path: Path) -> Iterator[Ref | Page | Failure]:
        if _is_packed(file):
            yield from self.within(file, label(path))
            return
        for offset, number, line in _lines(file):
            if not self._chosen.hosts or self._is_wanted_page(_page(line, label(path))):
                yield Ref(path, f"{offset}:{number}", len(line))


def _is_packed(file: BinaryIO) -> bool:
    file.seek(0)
    start = file.read(len(GZIP))
    file.seek(0)
    return start == GZIP


def _lines(file: BinaryIO) -> Iterator[tuple[int, int, bytes]]:
    """Give offset, number and bytes of each line that is not empty, cut a byte behind the limit."""
    size = file.seek(0, os.SEEK_END)
    stream = Stream(Packed(file) if _is_packed(file) else PlainFile(file, 0, size))
    number, offset = 0, 0
    while line := _line(stream):
        number += 1
        if line.strip():
            yield offset, number, line
        offset = stream.passed


def _line(stream: Stream) -> bytes:
    try:
        return stream.line(MAX_BYTES + 1)
    except Corrupt as error:
        raise OSError(0, str(error)) from error


def _page(line: bytes, source: str) -> Page | Failure:
    if len(line) > MAX_BYTES:
        return failed(source, f"the line has more than {MAX_BYTES:,} bytes, the limit", "too_large")
    try:
        row = json.loads(line.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        return failed(source, f"it is no JSON: {error}", "bad_record")
    if not isinstance(row, dict):
        return failed(source, f"it is a JSON {type(row).__name__}, no object", "bad_record")
    return page_of_row(row, source)
