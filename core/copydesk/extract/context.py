"""What readers of single fields know beside the page: whose it is and when it was fetched."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from selectolax.lexbor import LexborHTMLParser, LexborNode

from copydesk.extract.dates import ImpossibleDate, read_stamp
from copydesk.extract.found import Paths
from copydesk.page import Page
from copydesk.schema import Stamp, Warning, clean_text  # noqa: A004  # the schema's own

if TYPE_CHECKING:
    from copydesk.extract.vicinity import Vicinity  # which looks for it in a context


@dataclass(slots=True)
class Context:
    """The setting of one reading of one page; warnings gather here."""

    page: Page
    zone: str | None = None
    """IANA zone of the outlet, for dates that state none."""
    language: str | None = None
    """BCP 47 tag of the page or the outlet, for month names."""
    now: datetime | None = None
    """When the page was fetched; None where nobody said."""
    scope: LexborNode | None = None
    """The element that a layout looks in; None for the whole page."""
    heading: LexborNode | None = None
    """The element of the generic headline, once that is read."""
    warnings: list[Warning] = field(default_factory=list)
    paths: Paths = field(default_factory=Paths)
    spoken: str | None = None
    """The language that printed dates are read by, once it is told; "" for an unknown one."""
    vicinity: "Vicinity | None" = None
    """The lines around that element, once they are looked for."""

    @property
    def root(self) -> LexborHTMLParser | LexborNode:
        """Where selectors look."""
        return self.page.tree if self.scope is None else self.scope

    def warn(self, code: str, pointer: str | None, detail: str) -> None:
        """Note something that a reader of the article should know."""
        self.warnings.append(Warning(code=code, pointer=pointer, detail=clean_text(detail) or code))

    def stamp(  # noqa: PLR0913  # as read_stamp
        self,
        raw: str,
        pointer: str,
        *,
        formats: tuple[str, ...] = (),
        zone: str | None = None,
        language: str | None = None,
        calendar: str | None = None,
    ) -> Stamp | None:
        """Read a date; one that is stated but impossible is None with a warning."""
        try:
            return read_stamp(
                raw,
                formats=formats,
                zone=zone or self.zone,
                language=language or self.language,
                calendar=calendar,
                now=self.now,
            )
        except ImpossibleDate as error:
            self.warn("impossible_date", pointer, str(error))
            return None
