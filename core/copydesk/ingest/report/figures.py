"""The figures of a run: its counts, and of the rest enough for a report, however long it is."""

import heapq
import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from time import monotonic
from typing import Any

from copydesk.ingest.facts import Facts
from copydesk.ingest.tally import Tally

SLOWEST, EXAMPLES = 20, 3
"""So many of the slowest pages, and of each reason for which a page is no article."""

_MONTH = re.compile(r"[0-9]{4}(?:-[0-9]{2})?")


@dataclass(slots=True)
class Figures:
    """Grows with the number of outlets, months and languages, not with that of pages."""

    tally: Tally = field(default_factory=Tally)
    """The counts."""
    passed: Counter[str] = field(default_factory=Counter)
    """Pages of archives that were not asked for, by the reason."""
    languages: Counter[str] = field(default_factory=Counter)
    """Articles by language."""
    months: Counter[str] = field(default_factory=Counter)
    """Articles by the month, or year, in which they were published."""
    fields: Counter[str] = field(default_factory=Counter)
    """Articles that have a field."""
    examples: dict[tuple[str, str], list[Facts]] = field(default_factory=lambda: defaultdict(list))
    """Some of what is no article, by kind and code."""
    busy: float = 0.0
    """Seconds of all workers on pages."""
    known: int = 0
    """Outcomes that an earlier run had written."""
    began: float = field(default_factory=monotonic)
    _slowest: list[tuple[float, str]] = field(default_factory=list)

    def recall(self, facts: Facts) -> None:
        """Count what an earlier run wrote."""
        self.tally.add(facts)
        self.note(facts)
        self.known += 1

    def note(self, facts: Facts) -> None:
        """Look at what has been counted."""
        self.busy += facts.seconds
        self._note_time(facts)
        if facts.kind == "article":
            self.languages[facts.language or "unknown"] += 1
            self.months[_month_of(facts.published or "")] += 1
            self.fields.update(facts.filled)
        elif len(some := self.examples[facts.kind, facts.code or ""]) < EXAMPLES:
            some.append(facts)

    def _note_time(self, facts: Facts) -> None:
        page = facts.seconds, facts.source or facts.url or "page"
        if len(self._slowest) < SLOWEST:
            heapq.heappush(self._slowest, page)
        elif page > self._slowest[0]:
            heapq.heapreplace(self._slowest, page)

    @property
    def slowest(self) -> list[tuple[float, str]]:
        """Seconds and labels of the pages that took longest."""
        return sorted(self._slowest, key=lambda page: (-page[0], page[1]))

    @property
    def seconds(self) -> float:
        """Since the run began."""
        return monotonic() - self.began

    @property
    def speed(self) -> float:
        """Pages a second in this run."""
        return (self.tally.written - self.known) / max(self.seconds, 0.001)

    def as_json(self, *, is_whole: bool) -> dict[str, Any]:
        """Give all of them as plain values, the largest counts first."""
        tally = self.tally
        return {
            "is_whole": is_whole,
            "reconciles": tally.reconciles,
            "read": tally.read,
            "articles": tally.articles,
            "rejections": tally.rejections.total(),
            "failures": tally.failures.total(),
            "unfinished": tally.unfinished,
            "repeated": tally.repeated,
            "resumed_after": self.known,
            "seconds": round(self.seconds, 3),
            "pages_per_second": round(self.speed, 1),
            "articles_by_outlet": ordered(tally.outlets),
            "rejections_by_code": ordered(tally.rejections),
            "failures_by_code": ordered(tally.failures),
            "warnings_by_code": ordered(tally.warnings),
            "passed_over": ordered(self.passed),
            "languages": ordered(self.languages),
            "fields": ordered(self.fields),
            "published": dict(sorted(self.months.items())),
            "examples": [_told(f) for _, some in sorted(self.examples.items()) for f in some],
            "slowest": [{"source": page, "seconds": time} for time, page in self.slowest],
        }


def _told(facts: Facts) -> dict[str, str | None]:
    """Say of a page that is no article what it is, why, and where it stands."""
    names = ("kind", "code", "source", "url", "reason")
    return {name: getattr(facts, name) for name in names}


def _month_of(published: str) -> str:
    month = _MONTH.match(published)
    return month.group() if month else "unknown"


def ordered(counts: Counter[str]) -> dict[str, int]:
    """Order counts, the largest first, equal ones by name."""
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))
