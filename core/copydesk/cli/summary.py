"""The closing summary of a run: by outlet, by outcome, by warning, and the sum of all."""

from collections import Counter

from copydesk.cli import terminal
from copydesk.ingest import Tally


def print_summary(tally: Tally, *, seconds: float, is_whole: bool, keeps_rejects: bool) -> None:
    """Print it to standard error."""
    console = terminal.stderr()
    for text in (
        *_counts("articles", "by outlet", tally.outlets),
        *_counts("rejections", "by code", tally.rejections),
        *_counts("failures", "by code", tally.failures),
        *_counts("warnings", "by code", tally.warnings),
        *_notes(tally, is_whole=is_whole, keeps_rejects=keeps_rejects),
        _sum(tally, seconds, is_whole=is_whole),
    ):
        console.print(terminal.line(text), soft_wrap=True)


def _counts(what: str, order: str, counts: Counter[str]) -> list[str]:
    if not counts:
        return []
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    rows = [f"  {name:<24} {number:>9,}" for name, number in ordered]
    return [f"{what} {order}", *rows]


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


def _sum(tally: Tally, seconds: float, *, is_whole: bool) -> str:
    parts = [
        _several(tally.articles, "article"),
        _several(tally.rejections.total(), "rejection"),
        _several(tally.failures.total(), "failure"),
    ]
    if not is_whole and tally.unfinished > 0:
        parts.append(f"{tally.unfinished:,} unfinished")
    sign = "=" if tally.reconciles or not is_whole else "≠"
    return f"{_several(tally.read, 'page')} read {sign} {' + '.join(parts)}, in {seconds:.1f} s"


def _several(number: int, noun: str) -> str:
    return f"{number:,} {noun}" + ("" if number == 1 else "s")
