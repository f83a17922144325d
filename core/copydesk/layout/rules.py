"""The parts of a layout that need more words than a selector: dates, pictures, comments, credits."""

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from copydesk.extract.dates import CALENDARS, compile_format

if TYPE_CHECKING:
    from types import FrameType

RELATIONS = (
    "republished_by",
    "republished_from",
    "translated_from",
    "supplied_by",
    "based_on",
    "quotes",
)


class When:
    """A date: where it stands, how it is printed, and what the page leaves unsaid."""

    def __init__(
        self,
        source: str,
        *formats: str,
        zone: str | None = None,
        language: str | None = None,
        calendar: str | None = None,
    ) -> None:
        """
        State one date rule.

        Args:
            source: A rule as for every field.
            formats: As for ``strptime``, tried in order; none means any date that can be read.
            zone: IANA zone of dates that state none; the outlet's ``time_zone`` by default.
            language: BCP 47 tag of the month names; any language's by default.
            calendar: ``gregorian``, ``jalali`` or ``buddhist``; told from the date by default.
        """
        self.source, self.formats = source, formats
        self.zone, self.language, self.calendar = zone, language, calendar

    def check(self) -> None:
        """
        Find what cannot work; a layout does so when it is made.

        Raises:
            ValueError: if a format has an unknown directive, or the calendar does not exist.
        """
        for fmt in self.formats:
            compile_format(fmt)
        if self.calendar is not None and self.calendar not in CALENDARS:
            raise ValueError(f"{self.calendar!r} is no calendar; there are {', '.join(CALENDARS)}")


@dataclass(frozen=True, slots=True)
class Images:
    """
    Pictures outside the body; the first of the first rule is the lead image.

    In a layout of marked-up pages ``css`` matches a figure, an ``img`` or a link around one that
    leads to the picture's file, ``caption`` and ``credit`` are selectors below it. In a text layout
    it is a regular expression with the named groups ``caption`` and ``credit``.
    """

    css: str
    caption: str | None = None
    credit: str | None = None


@dataclass(frozen=True, slots=True)
class Comments:
    """
    Readers' comments.

    In a layout of marked-up pages ``css`` matches one comment, the others are selectors below it;
    a comment inside another answers it, or ``parent`` names the attribute with the other's id. In
    a text layout ``css`` is a regular expression that matches a comment's list mark, indentation
    included, and ``likes`` one whose group is the number.
    """

    css: str
    text: str | None = None
    author: str | tuple[str, ...] | None = None
    published: str | When | tuple[str | When, ...] | None = None
    likes: str | None = None
    parent: str | None = None

    @property
    def authors(self) -> tuple[str, ...]:
        """The rules for the author, in the order in which they are tried."""
        rules = self.author if isinstance(self.author, tuple) else (self.author,)
        return tuple(filter(None, rules))


@dataclass(frozen=True, slots=True)
class Credit:
    """
    A step of syndication that the page states in words.

    The named group ``party`` of ``pattern`` (in a text layout: of ``source``) is the other outlet,
    ``url`` its address; ``party`` names it where the words do not.
    """

    relation: str
    source: str
    pattern: str | None = None
    party: str | None = None

    def check(self) -> None:
        """
        Find what cannot work; a layout does so when it is made.

        Raises:
            ValueError: if the schema does not know the relation.
        """
        if self.relation not in RELATIONS:
            raise ValueError(f"{self.relation!r} is no relation; there are {', '.join(RELATIONS)}")


def outlet_in_the_making() -> str:
    """Name the outlet whose class statement is running, for errors: a layout is made before it."""
    frame: FrameType | None = sys._getframe(1)  # noqa: SLF001  # the one way to see a class body
    while frame is not None:
        name = frame.f_locals.get("name") if "__qualname__" in frame.f_locals else None
        if isinstance(name, str):
            return name
        frame = frame.f_back
    return ""
