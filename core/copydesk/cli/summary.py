"""The closing summary of a run: by outlet, outcome and warning, what the report draws, and the sum of all."""

from collections import Counter

from copydesk.cli import terminal
from copydesk.ingest import Tally
from copydesk.ingest.report import Figures

_MOST, _SLOWEST, _YEAR = 12, 3, len("2022")
_RESUME = "the same command with --resume goes on where it ended"


def print_summary(
    figures: Figures, *, is_whole: bool, keeps_rejects: bool, can_resume: bool
) -> None:
    """Print it to standard error."""
    console, tally = terminal.stderr(), figures.tally
    for text in (
        *_counts("articles", "by outlet", tally.outlets),
        *_counts("rejections", "by code", tally.rejections),
        *_counts("failures", "by code", tally.failures),
        *_counts("warnings", "by code", tally.warnings),
        *_counts("pages passed over", "by what was asked for", figures.passed),
        *_lines(figures),
        *_notes(tally, is_whole=is_whole, keeps_rejects=keeps_rejects),
        *([_RESUME] if can_resume else []),
        _sum(figures, is_whole=is_whole),
    ):
        console.print(terminal.line(text), soft_wrap=True)


def _counts(what: str, order: str, counts: Counter[str]) -> list[str]:
    if not counts:
        return []
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    rows = [f"  {name:<24} {number:>9,}" for name, number in ordered]
    return [f"{what} {order}", *rows]


def _lines(figures: Figures) -> list[str]:
    """Tell in a line each what the report draws."""
    articles = figures.tally.articles
    years = Counter[str]()
    for month, number in figures.months.items():
        years[month if month == "unknown" else month[:_YEAR]] += number
    told = {
        "fields": [
            f"{name} {100 * number / articles:.0f} %"
            for name, number in figures.fields.most_common()
        ],
        "languages": [
            f"{name} {number:,}" for name, number in figures.languages.most_common(_MOST)
        ],
        "published": [f"{year} {years[year]:,}" for year in sorted(years)[-_MOST:]],
        "slowest": [f"{page} {seconds:.2f} s" for seconds, page in figures.slowest[:_SLOWEST]],
    }
    return [f"{what:<10} {', '.join(parts)}" for what, parts in told.items() if parts]


def _notes(tally: Tally, *, is_whole: bool, keeps_rejects: bool) -> list[str]:
    notes = []
    if tally.repeated:
        notes.append(f"{_several(tally.repeated, 'article')} given again by another page, by id")
    if (tally.rejections or tally.failures) and not keeps_rejects:
        notes.append("--rejects FILE keeps what was no article, and why")
    if not is_whole:
        notes.append("the run was ended before all pages were read")
    elif not tally.reconciles:
        notes.append("the counts do not reconcile: a page was lost or counted twice; report this")
    return notes


def _sum(figures: Figures, *, is_whole: bool) -> str:
    tally = figures.tally
    parts = [
        _several(tally.articles, "article"),
        _several(tally.rejections.total(), "rejection"),
        _several(tally.failures.total(), "failure"),
    ]
    if not is_whole and tally.unfinished > 0:
        parts.append(f"{tally.unfinished:,} unfinished")
    sign = "=" if tally.reconciles or not is_whole else "≠"
    return f"{_several(tally.read, 'page')} read {sign} {' + '.join(parts)}, {_time(figures)}"


def _time(figures: Figures) -> str:
    again = f", {figures.known:,} of them before" if figures.known else ""
    return f"in {figures.seconds:.1f} s ({figures.speed:,.0f} pages/s){again}"


def _several(number: int, noun: str) -> str:
    return f"{number:,} {noun}" + ("" if number == 1 else "s")
