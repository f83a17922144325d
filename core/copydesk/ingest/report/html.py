"""The report of a run: one static page that needs nothing else and runs nothing."""

from collections import Counter
from collections.abc import Iterable, Sequence

from copydesk.ingest.facts import Facts
from copydesk.ingest.report.figures import Figures, ordered
from copydesk.ingest.report.svg import bars, months, text

_STYLE = """
:root { color-scheme: light dark; --ink: #1c2530; --paper: #fff; --soft: #6b7683; --bar: #3b76b0; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e4e8ec; --paper: #14191f; --soft: #97a2ae; --bar: #6ea8dc; }
}
body { max-width: 46rem; margin: 2rem auto; padding: 0 1rem; color: var(--ink);
  background: var(--paper); font: 15px/1.5 system-ui, sans-serif; }
h1 { font-size: 1.5rem; margin-bottom: .2rem; }
h2 { font-size: 1.05rem; margin: 2rem 0 .5rem; }
p, td { overflow-wrap: anywhere; }
.soft { color: var(--soft); }
.sum { display: flex; flex-wrap: wrap; gap: .5rem 2rem; padding: 0; list-style: none; }
.sum b { display: block; font-size: 1.5rem; }
svg { max-width: 100%; height: auto; }
svg text { font: 12px system-ui, sans-serif; fill: var(--ink); }
svg rect { fill: var(--bar); }
table { border-collapse: collapse; width: 100%; }
td, th { padding: .25rem .75rem .25rem 0; text-align: left; vertical-align: top; }
tr { border-bottom: 1px solid color-mix(in srgb, var(--soft) 30%, transparent); }
"""


def page_of(figures: Figures, *, command: str, is_whole: bool) -> str:
    """Print the whole page; ``command`` says what was run."""
    parts = (
        _head(figures, command, is_whole=is_whole),
        _plot("Outcomes", bars(_outcomes(figures), figures.tally.written)),
        _plot("Articles by outlet", bars(ordered(figures.tally.outlets))),
        _plot("Fields that articles have", bars(ordered(figures.fields), figures.tally.articles)),
        _plot("Languages", bars(ordered(figures.languages))),
        _plot("Published", months(_dated(figures.months)), _undated(figures)),
        _plot("Warnings", bars(ordered(figures.tally.warnings))),
        _plot("Pages of archives that were not asked for", bars(ordered(figures.passed))),
        _table("Slowest pages", ("seconds", "page"), _slowest(figures)),
        _table("No articles, with examples", ("what", "page", "why"), _examples(figures)),
    )
    return (
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width">'
        f"<title>copydesk ingest</title><style>{_STYLE}</style></head>\n<body>\n"
        + "\n".join(filter(None, parts))
        + "\n</body></html>\n"
    )


def _head(figures: Figures, command: str, *, is_whole: bool) -> str:
    tally = figures.tally
    sums = {
        "pages read": tally.read,
        "articles": tally.articles,
        "rejections": tally.rejections.total(),
        "failures": tally.failures.total(),
        "pages a second": round(figures.speed),
    }
    items = "".join(f"<li><b>{number:,}</b>{what}</li>" for what, number in sums.items())
    return (
        f'<h1>copydesk ingest</h1>\n<p class="soft"><code>{text(command)}</code></p>\n'
        f'<ul class="sum">{items}</ul>\n<p>{_verdict(figures, is_whole=is_whole)}</p>'
    )


def _verdict(figures: Figures, *, is_whole: bool) -> str:
    tally = figures.tally
    if not is_whole:
        return "The run was ended before all pages were read."
    if not tally.reconciles:
        return "The counts do not reconcile: a page was lost or counted twice. Report this."
    articles = "article" if tally.repeated == 1 else "articles"
    again = f" {tally.repeated:,} {articles} came again by another page." if tally.repeated else ""
    return f"Every page that was read has one outcome.{again}"


def _outcomes(figures: Figures) -> dict[str, int]:
    tally = figures.tally
    counts = Counter({"article": tally.articles})
    counts.update({f"rejection: {code}": n for code, n in tally.rejections.items()})
    counts.update({f"failure: {code}": n for code, n in tally.failures.items()})
    return {name: count for name, count in ordered(counts).items() if count}


def _dated(counts: Counter[str]) -> dict[str, int]:
    return {month: counts[month] for month in sorted(counts) if month != "unknown"}


def _undated(figures: Figures) -> str:
    number = figures.months["unknown"]
    return f'<p class="soft">{number:,} without a date</p>' if number else ""


def _slowest(figures: Figures) -> Iterable[Sequence[object]]:
    return [(f"{seconds:.3f}", page) for seconds, page in figures.slowest]


def _examples(figures: Figures) -> Iterable[Sequence[object]]:
    for (kind, code), some in sorted(figures.examples.items()):
        for facts in some:
            yield f"{kind}: {code}", _page(facts), facts.reason or ""


def _page(facts: Facts) -> str:
    return facts.source or facts.url or "page"


def _plot(title: str, plot: str, note: str = "") -> str:
    is_empty = "<rect" not in plot and not note
    return "" if is_empty else f"<h2>{title}</h2>\n{plot}{note}"


def _table(title: str, names: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    body = "".join(f"<tr>{''.join(f'<td>{text(v)}</td>' for v in row)}</tr>\n" for row in rows)
    if not body:
        return ""
    head = "".join(f"<th>{name}</th>" for name in names)
    return f"<h2>{title}</h2>\n<table><tr>{head}</tr>\n{body}</table>"
