"""What a plugin reads in one field now, beside what the case records of it."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import unified_diff

from pydantic import JsonValue

from copydesk.conformance.authoring.writing import mark_reviewed, replace, with_field
from copydesk.conformance.cases import FILE_NAME, Case
from copydesk.conformance.golden import DERIVED, FIELDS, absent, golden_of, read_back
from copydesk.conformance.places import nearest
from copydesk.conformance.trial.confined import offline
from copydesk.desk import Desk
from copydesk.errors import UsageError
from copydesk.printable import escaped
from copydesk.schema import Article


@dataclass(frozen=True)
class Change:
    """One field of a case, recorded and read anew; None where there is nothing."""

    case: Case
    field: str
    old: JsonValue
    new: JsonValue
    others: Sequence[str]
    """The other fields that are read otherwise than recorded."""

    @property
    def is_none(self) -> bool:
        """Whether both mean the same."""
        return _same(self.field, self.old, self.new)

    @property
    def lines(self) -> list[str]:
        """The difference, a line of JSON each, marked ``-`` or ``+``, with the lines around."""
        one, other = (_lines(self.field, value) for value in (self.old, self.new))
        found = unified_diff(
            one, other, f"{self.case.file.name}: recorded", "read now", lineterm=""
        )
        return list(found)

    def write(self) -> None:
        """
        Record what is read now; the case is a draft again first, whatever happens next.

        Raises:
            UsageError: if a file cannot be written.
        """
        mark_reviewed(self.case.folder / FILE_NAME, reviewed=False)
        text = self.case.file.read_text(encoding="utf-8")
        replace(self.case.file, with_field(text, self.field, self.new).encode())


def change_of(case: Case, field: str, desk: Desk) -> Change:
    """
    Read a case's page again and take one field of what it becomes.

    Raises:
        UsageError: if there is no such field, or either is no article; it says what to do.
    """
    if field not in FIELDS:
        raise UsageError(f"{escaped(field)} is no field of an article{nearest(field, FIELDS)}")
    with offline():
        outcome = desk.edit(case.page())
    if not isinstance(outcome, Article) or case.golden is None:
        now = "an article" if isinstance(outcome, Article) else f"a {outcome.type}: {outcome.code}"
        raise UsageError(
            f"{case.folder} has {case.file.name}, and its page becomes {now} now: there is no field to write. "
            f"If the page says so, write {case.file.name} by hand, or remove the case and add it again"
        )
    now_read, recorded = golden_of(outcome), case.golden
    others = [
        name
        for name in FIELDS
        if name != field
        and not (name in DERIVED and name not in recorded)
        and not _same(name, recorded.get(name), now_read.get(name))
    ]
    return Change(case, field, recorded.get(field), now_read.get(field), others)


def _same(field: str, recorded: JsonValue, read: JsonValue) -> bool:
    """Tell whether two values mean the same: defaults may be written out or left out."""
    try:
        one, other = (
            absent(field) if value is None else read_back(field, value)
            for value in (recorded, read)
        )
    except ValueError:  # what is recorded is none of the schema's
        return False
    return one == other


def _lines(field: str, value: JsonValue) -> list[str]:
    return (
        []
        if value is None
        else json.dumps({field: value}, indent=2, ensure_ascii=False).splitlines()[1:-1]
    )
