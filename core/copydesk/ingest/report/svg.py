"""Small plots, drawn as SVG within a page: no script, no font, nothing from elsewhere."""

from collections import Counter
from collections.abc import Mapping
from html import escape

from copydesk.printable import escaped

_MOST, _YEARS = 25, 20
_YEAR = len("2022")
_WIDTH, _LABEL, _ROW = 640, 200, 20
_HEIGHT = 120


def text(value: object) -> str:
    """Make anything that a page brought along harmless in HTML, and visible."""
    return escape(escaped(str(value)))


def bars(counts: Mapping[str, int], whole: int = 0) -> str:
    """
    Draw a bar for each count, and how much it is.

    Args:
        counts: The largest first; of very many the first are drawn and the others summed up.
        whole: What 100 % is; without it the largest count, and no percentage is told.
    """
    shown = dict([*counts.items()][:_MOST])
    if rest := sum(counts.values()) - sum(shown.values()):
        shown[f"{len(counts) - _MOST} others"] = rest
    most = whole or max(shown.values(), default=1)
    rows = "".join(
        _bar(number * _ROW, name, count, most, is_share=bool(whole))
        for number, (name, count) in enumerate(shown.items())
    )
    return _svg(_ROW * len(shown), rows)


def _bar(top: int, name: str, count: int, most: int, *, is_share: bool) -> str:
    width = max(1, round((_WIDTH - _LABEL - 120) * count / max(most, 1)))
    share = f" · {100 * count / most:.0f} %" if is_share and most else ""
    return (
        f'<text x="{_LABEL - 8}" y="{top + 14}" text-anchor="end">{text(name[:28])}</text>'
        f'<rect x="{_LABEL}" y="{top + 3}" width="{width}" height="{_ROW - 6}"/>'
        f'<text x="{_LABEL + width + 6}" y="{top + 14}">{count:,}{share}</text>'
    )


def months(counts: Mapping[str, int]) -> str:
    """
    Draw a column for each month from the first to the last, whether it has any or not.

    Args:
        counts: By ``2022-01``, or ``2022`` for what tells no month; in order. Where they span more
            than twenty years, a column is a year.
    """
    if not counts:
        return ""
    shown = [*_unbroken(counts).items()]
    most, step = max(count for _, count in shown), min(40.0, _WIDTH / len(shown))
    columns = "".join(_column(i * step, step, *one, most) for i, one in enumerate(shown) if one[1])
    ends = (
        f'<text x="0" y="{_HEIGHT + 16}">{text(shown[0][0])}</text>'
        f'<text x="{_WIDTH}" y="{_HEIGHT + 16}" text-anchor="end">{text(shown[-1][0])}, '
        f"at most {most:,}</text>"
    )
    return _svg(_HEIGHT + 22, columns + ends)


def _unbroken(counts: Mapping[str, int]) -> dict[str, int]:
    """Put nothing where there is nothing, so that a place on the axis is a time."""
    first, *_, last = [*counts, *counts]
    years = [f"{year:04}" for year in range(int(first[:_YEAR]), int(last[:_YEAR]) + 1)]
    if len(years) > _YEARS:
        by_year = Counter[str]()
        for name, count in counts.items():
            by_year[name[:_YEAR]] += count
        return {year: by_year[year] for year in years}
    every = {f"{year}-{month:02}" for year in years for month in range(1, 13)}
    inside = {month for month in every if first < month < last}
    return {name: counts.get(name, 0) for name in sorted({*counts, *inside})}


def _column(left: float, step: float, name: str, count: int, most: int) -> str:
    height = max(1, round(_HEIGHT * count / most))
    return (
        f'<rect x="{left:.1f}" y="{_HEIGHT - height}" width="{max(step - 1, 0.5):.1f}" '
        f'height="{height}"><title>{text(name)}: {count:,}</title></rect>'
    )


def _svg(height: int, inner: str) -> str:
    return (
        f'<svg viewBox="0 0 {_WIDTH} {height}" width="{_WIDTH}" height="{height}" '
        f'role="img">{inner}</svg>'
    )
