"""The parts of a layout that need more words than a selector: dates, pictures, comments, credits."""

from dataclasses import dataclass

from copydesk.extract.dates import CALENDARS, compile_format

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

        Raises:
            ValueError: if a format has an unknown directive, or the calendar is not one of those.
        """
        for fmt in formats:
            compile_format(fmt)
        if calendar is not None and calendar not in CALENDARS:
            raise ValueError(f"{calendar!r} is no calendar; there are {', '.join(CALENDARS)}")
        self.source, self.formats = source, formats
        self.zone, self.language, self.calendar = zone, language, calendar


@dataclass(frozen=True, slots=True)
class Images:
    """
    Pictures outside the body; the first of the first rule is the lead image.

    In a layout of marked-up pages ``css`` matches a figure or an ``img``, ``caption`` and
    ``credit`` are selectors below it. In a text layout it is a regular expression with the named
    groups ``caption`` and ``credit``.
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
    author: str | None = None
    published: str | When | None = None
    likes: str | None = None
    parent: str | None = None


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

    def __post_init__(self) -> None:
        """Refuse a relation that the schema does not know."""
        if self.relation not in RELATIONS:
            raise ValueError(f"{self.relation!r} is no relation; there are {', '.join(RELATIONS)}")
