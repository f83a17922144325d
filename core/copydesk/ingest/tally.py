"""The counts of a run, and the proof that none is missing."""

from collections import Counter
from dataclasses import dataclass, field

from copydesk.ingest.facts import Facts, facts_of
from copydesk.outcome import Outcome


@dataclass(slots=True)
class Tally:
    """Counts of a run: pages where the readers hand them over, outcomes where they are written."""

    read: int = 0
    """Pages, and inputs that held none, that the readers gave."""

    outlets: Counter[str] = field(default_factory=Counter)
    """Articles by outlet."""

    rejections: Counter[str] = field(default_factory=Counter)
    """Rejections by code."""

    failures: Counter[str] = field(default_factory=Counter)
    """Failures by code."""

    warnings: Counter[str] = field(default_factory=Counter)
    """Warnings of articles by code."""

    repeated: int = 0
    """Articles whose id another page of the run gave before."""

    _ids: set[int] = field(default_factory=set)

    @property
    def articles(self) -> int:
        """Articles written."""
        return self.outlets.total()

    @property
    def written(self) -> int:
        """Outcomes written."""
        return self.articles + self.rejections.total() + self.failures.total()

    @property
    def unfinished(self) -> int:
        """Pages read that have no outcome; less than none where one has two."""
        return self.read - self.written

    @property
    def reconciles(self) -> bool:
        """Whether every page read has an outcome, and exactly one."""
        return self.unfinished == 0

    def add(self, outcome: Outcome | Facts) -> None:
        """Count what was written."""
        facts = outcome if isinstance(outcome, Facts) else facts_of(outcome)
        self.warnings.update(facts.warnings)
        if facts.kind == "article":
            self.outlets[facts.outlet or ""] += 1
            self._note_id(int(facts.id or "0", 16))
        elif facts.kind == "failure":
            self.failures[facts.code or ""] += 1
        else:
            self.rejections[facts.code or ""] += 1

    def _note_id(self, number: int) -> None:
        self.repeated += number in self._ids
        self._ids.add(number)

    def exit_code(self, *, strict: bool) -> int:
        """Give 3 if the counts do not reconcile, 1 for a failure (``strict``: or rejection), else 0."""
        if not self.reconciles:
            return 3
        return int(bool(self.failures) or (strict and bool(self.rejections)))
