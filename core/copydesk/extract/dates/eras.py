"""Years that are counted from the beginning of an emperor's reign or of a republic, or cut short, written whole."""

import re
from collections.abc import Iterator

from copydesk.extract.dates.letters import Folded

_BEFORE = {
    **dict.fromkeys(("民國", "民国"), 1911),
    "明治": 1867,
    "大正": 1911,
    "昭和": 1925,
    "平成": 1988,
    "令和": 2018,
}
"""The Gregorian year before an era's first."""

_YEAR = re.compile(
    rf"(?P<era>{'|'.join(_BEFORE)})\s?(?P<count>元|\d{{1,3}})\s?(?=年)"
    # Thai prints the last two digits of a Buddhist year behind a month: "4 พ.ค. 67".
    r"|(?:(?<=[\u0e01-\u0e2e]\.)|(?<=คม)|(?<=ยน)|(?<=ธ์))\s?(?P<short>[4-9]\d)(?!\d|[:.]\d)"
)


def without_eras(line: Folded) -> Folded:
    """Put the Gregorian year for one of an era, 2024 for 令和6 and 民國113, and the whole one for a short Thai one."""
    if line.printed.isascii() or _YEAR.search(line.text) is None:
        return line
    pieces = list(_pieces(line))
    text = "".join(text for text, _ in pieces)
    return Folded(line.printed, text, [place for _, origin in pieces for place in origin])


def _pieces(line: Folded) -> Iterator[tuple[str, list[int]]]:
    """Give the parts of a line, each with where its letters stood."""
    end = 0
    for era in _YEAR.finditer(line.text):
        start = era.start()
        yield line.text[end:start], list(line.origin[end:start])
        year = f" 25{era['short']}" if era["short"] else _gregorian(era["era"], era["count"])
        yield year, [line.origin[start]] * len(year)
        end = era.end()
    yield line.text[end:], list(line.origin[end:])


def _gregorian(era: str, count: str) -> str:
    return f"{_BEFORE[era] + (1 if count == '元' else int(count)):04}"
