"""Pages of a shape that makes careless code slow or big, as large as wanted."""

from collections.abc import Callable
from random import Random

from tests.benchmarks.pages import news, sized
from tests.benchmarks.press import Amounts
from tests.benchmarks.tongues import TONGUES, Writer

_AROUND = Amounts()


def siblings(number: int) -> bytes:
    """Make an article of so many paragraphs in one element, some of them no ``<p>``."""
    writer = _writer()
    kinds = ("p", "p", "p", "div", "span")
    names = (kinds[at % len(kinds)] for at in range(number))
    return news(0, _AROUND, inner="".join(f"<{n}>{writer.words(3, 12)}.</{n}>" for n in names))


def nested(depth: int) -> bytes:
    """Make an article with a sentence at each of so many depths."""
    writer = _writer()
    opened = "".join(f"<div><p>{writer.words(8, 16)}.</p>" for _ in range(depth))
    return news(0, _AROUND, inner=opened + "</div>" * depth)


def tables(number: int) -> bytes:
    """Make an article with so many tables of two rows and two columns."""
    writer = _writer()
    row = "<tr><td>{}</td><td>{}</td></tr>"
    cells = (
        "".join(row.format(writer.words(1, 3), writer.words(1, 3)) for _ in range(2))
        for _ in range(number)
    )
    return news(0, _AROUND, inner="".join(f"<table>{each}</table>" for each in cells))


def _writer() -> Writer:
    return Writer(TONGUES[0], Random(0))  # noqa: S311  # the same every time is the point


SHAPES: dict[str, tuple[Callable[[int], bytes], tuple[int, ...]]] = {
    "markup": (sized, (1_000_000, 4_000_000, 16_000_000)),
    "siblings": (siblings, (25_000, 100_000)),
    "nested": (nested, (475, 1_900)),
    "tables": (tables, (5_000, 20_000)),
}
"""What makes a page of each shape, and how large: bytes, or how many of what it is full of."""
