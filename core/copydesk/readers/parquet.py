"""Pages out of Parquet files, batch by batch."""

import importlib
from collections.abc import Iterator
from typing import Any, BinaryIO

from copydesk.outcome import Failure
from copydesk.page import Page
from copydesk.readers.contained import Contained
from copydesk.readers.failures import failed
from copydesk.readers.rows import COLUMNS, page_of_row

_BATCH = 16


class Parquet(Contained):
    """Reads what is called ``.parquet``; needs pyarrow."""

    names = (".parquet",)

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
                if self._is_wanted_page(page):
                    yield page
        except (ValueError, OSError, KeyError, RuntimeError, MemoryError) as error:
            where = f"after row {number:,} " if number else ""
            yield failed(source, f"{where}it is no Parquet that can be read: {error}", "bad_record")


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
