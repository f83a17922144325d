"""Pages out of Parquet files, batch by batch."""

import importlib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

from copydesk.outcome import Failure
from copydesk.page import Page
from copydesk.readers.failures import failed, failure_of
from copydesk.readers.filter import Filter
from copydesk.readers.labels import label
from copydesk.readers.regular import Regular
from copydesk.readers.rows import COLUMNS, page_of_row

_BATCH = 16


class Parquet:
    """Reads what is called ``.parquet``; needs pyarrow."""

    names = (".parquet",)
    """Endings of names."""

    def __init__(self, regular: Regular, chosen: Filter, passed: Counter[str]) -> None:
        """Rows of hosts that ``chosen`` does not want are counted in ``passed``."""
        self._regular, self._chosen, self._passed = regular, chosen, passed

    def accepts(self, path: Path) -> bool:
        """Accept what is called so."""
        return path.name.lower().endswith(self.names)

    def read(self, path: Path) -> Iterator[Page | Failure]:
        """Give a page for each row, a ``bad_record`` in place of one that holds none."""
        source = label(path)
        try:
            with self._regular.open(path) as file:
                yield from self.within(file, source)
        except OSError as error:
            yield failure_of(source, error)

    def within(self, file: BinaryIO, source: str) -> Iterator[Page | Failure]:
        """Give the pages of an open file of that label."""
        try:
            rows = _rows(file)
        except ImportError:
            yield failed(source, "Parquet is read by pyarrow; pip install 'copydesk[parquet]'")
            return
        number = 0
        try:
            for number, row in enumerate(rows, 1):
                page = page_of_row(row, f"{source}:{number}")
                if self._is_wanted(page):
                    yield page
        except (ValueError, OSError, KeyError, RuntimeError, MemoryError) as error:
            where = f"after row {number:,} " if number else ""
            yield failed(source, f"{where}it is no Parquet that can be read: {error}", "bad_record")

    def _is_wanted(self, page: Page | Failure) -> bool:
        """Count what is not wanted; what is damaged is told to everybody."""
        why = self._chosen.unwanted(page.url) if isinstance(page, Page) else None
        if why:
            self._passed[why] += 1
        return why is None


def _rows(file: BinaryIO) -> Iterator[dict[str, Any]]:
    parquet = importlib.import_module("pyarrow.parquet")
    return _read(parquet, file)


def _read(parquet: Any, file: BinaryIO) -> Iterator[dict[str, Any]]:  # noqa: ANN401  # has no types
    """Give the rows; the file is never read whole."""
    with parquet.ParquetFile(file, pre_buffer=False) as opened:
        names = opened.schema_arrow.names
        if "html" not in names:
            raise ValueError(f"it has no column html, but {', '.join(map(str, names))[:200]}")
        columns = [name for name in COLUMNS if name in names]
        for batch in opened.iter_batches(batch_size=_BATCH, columns=columns):
            for number in range(batch.num_rows):
                yield {name: _value(batch.column(name)[number]) for name in columns}


def _value(cell: Any) -> object:  # noqa: ANN401  # as above
    """Give a cell's value; one that Python has not, as bytes or words, for its row alone to fail."""
    try:
        return cell.as_py()
    except (ValueError, OverflowError):
        is_text = hasattr(cell, "as_buffer")
        return cell.as_buffer().to_pybytes() if is_text else f"{cell.type} {cell.value}"
