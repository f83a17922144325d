"""A case as a person reviews it: every field beside the words of the page that it came from."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from pydantic import JsonValue

from copydesk.conformance.authoring.sheet import Sheet
from copydesk.conformance.authoring.values import Said, said
from copydesk.conformance.cases import Case
from copydesk.conformance.golden import DERIVED, FIELDS, OUTCOME, golden_of, read_back
from copydesk.conformance.trial.confined import offline
from copydesk.desk import Desk
from copydesk.errors import Refused
from copydesk.outcome import Outcome
from copydesk.schema import Article, Evidence


@dataclass(frozen=True)
class Part:
    """One value of a field: what the case records, and where the plugin finds it."""

    recorded: Said | None
    """None where the plugin reads more than is recorded."""
    read: Said | None
    """What the plugin reads now, where that is something else."""
    evidence: Evidence | None
    place: range | None
    """On the sheet; None for what is not on the face of the page."""
    is_same: bool
    also: tuple[range, ...] = ()
    """Where on the sheet else the value's words stand: a picture's caption and credit."""


@dataclass(frozen=True)
class Entry:
    """One field with its values."""

    field: str
    parts: tuple[Part, ...]

    @property
    def is_asked(self) -> bool:
        """Whether a person must say yes to it: not to what follows from other fields."""
        return self.field not in DERIVED and any(part.recorded for part in self.parts)


@dataclass(frozen=True)
class Review:
    """A case, its page on a sheet, and all that there is to say yes to."""

    case: Case
    outcome: Outcome
    """What becomes of the page now."""

    @classmethod
    def of(cls, case: Case, desk: Desk) -> "Review":
        """Read the case's page again, offline."""
        with offline():
            return cls(case, desk.edit(case.page()))

    @cached_property
    def sheet(self) -> Sheet:
        """The page as it is reviewed."""
        return Sheet.of(self.case.page())

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """The fields that are recorded, or are read now, in the schema's order."""
        return (
            tuple(self._article_entries()) if self.case.golden is not None else (self._verdict(),)
        )

    @property
    def absent(self) -> tuple[str, ...]:
        """The fields that are neither recorded nor read now."""
        known = {entry.field for entry in self.entries}
        is_article = self.case.golden is not None
        return tuple(f for f in FIELDS if f not in known | DERIVED | {"warnings"} and is_article)

    @property
    def problem(self) -> str | None:
        """Why the page cannot be shown, or what else it becomes now; None where all is well."""
        expected, outcome = self.case.expected, self.outcome
        try:
            _ = self.case.page().text
        except Refused as error:
            return str(error)
        now = None if isinstance(outcome, Article) else f"a {outcome.type}: {outcome.code}"
        then = None if expected is None else f"a {expected.kind}: {expected.code}"
        if now == then:
            return None
        return f"{self.case.file.name} says that the page becomes {then or 'an article'}; it becomes {now or 'an article'} now"

    def _article_entries(self) -> Iterator[Entry]:
        golden = self.case.golden or {}
        now = golden_of(self.outcome) if isinstance(self.outcome, Article) else {}
        for field in FIELDS:
            is_known = field in golden or field in now
            if is_known and not (field in DERIVED and golden.get(field) in {None, now.get(field)}):
                parts = tuple(self._parts(field, golden.get(field), now.get(field)))
                yield Entry(field, parts)

    def _parts(self, field: str, recorded: JsonValue, now: JsonValue) -> Iterator[Part]:
        recorded, is_many = _plainly(field, recorded), isinstance(recorded or now, list)
        olds, news = (value if isinstance(value, list) else [value] for value in (recorded, now))
        for number in range(max(len(olds), len(news))):
            old, new = (values[number] if number < len(values) else None for values in (olds, news))
            if old is None and new is None:
                continue
            evidence = self._evidence(f"/{field}/{number}" if is_many else f"/{field}")
            place = self.sheet.find(evidence) if evidence else None
            read = None if old == new else _said(new)
            yield Part(_said(old), read, evidence, place, old == new, tuple(self._captions(new)))

    def _captions(self, value: JsonValue) -> Iterator[range]:
        for name in ("caption", "credit"):
            words = value.get(name) if isinstance(value, dict) else None
            if isinstance(words, str) and (place := self.sheet.search(words)):
                yield place

    def _verdict(self) -> Entry:
        expected, now = self.case.expected, self.outcome
        recorded = Said(f"{expected.kind}: {expected.code}") if expected else None
        read = Said("an article" if isinstance(now, Article) else f"{now.type}: {now.code}")
        is_same = recorded == read
        return Entry(
            OUTCOME.partition(".")[0],
            (Part(recorded, None if is_same else read, None, None, is_same),),
        )

    def _evidence(self, pointer: str) -> Evidence | None:
        known = self.outcome.provenance if isinstance(self.outcome, Article) else {}
        while pointer:
            if found := known.get(pointer):
                return found[0]
            pointer = pointer.rpartition("/")[0]
        return None


def _said(value: JsonValue) -> Said | None:
    return None if value is None else said(value)


def _plainly(field: str, recorded: JsonValue) -> JsonValue:
    """Leave out defaults that a golden spells out; what the schema refuses stays as it is."""
    try:
        return recorded if recorded is None else read_back(field, recorded)
    except ValueError:
        return recorded
