"""Where a saved page came from, as the program that saved it noted in the page."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from copydesk.schema.parts import AddressFrom

_LOOKED_AT = 2**16
_SEARCHED = 2**20
# Programs write it before the head; further on it would be the page's own word.
_START = (
    rb"(?:\xef\xbb\xbf)?\s*(?:<!doctype[^>]{0,500}>\s*)?(?:<html(?:\s[^>]{0,2000})?>\s*)?<!--\s*"
)
_BROWSER = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<!doctype[^>]{0,500}>\s*)?"
    rb"<!--\s*saved from url=\(\d{1,6}\)(https?://[^\s<>]{1,4000})\s*-->",
    re.IGNORECASE,
)
_SINGLE_FILE = re.compile(
    _START + rb"Page saved with SingleFile\s+url:\s*(https?://[^\s<>]{1,4000})"
    rb"(?:\s+saved date:\s*\w{3} (\w{3}) (\d\d) (\d{4}) ([\d:]{8}) GMT([+-]\d{4}))?",
    re.IGNORECASE,
)
_HTTRACK = re.compile(
    _START + rb"Mirrored from (([^\s<>/]{1,260})[^\s<>]{0,4000}) by HTTrack Website Copier"
    rb"[^<>]{0,80}, (\w{3}, \d\d \w{3} \d{4} [\d:]{8} GMT)\s*-->",
    re.IGNORECASE,
)
_SCRAPBOOK = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<!doctype[^>]{0,500}>\s*)?<html\s(?=[^>]{0,4000}?"
    rb"data-scrapbook-source=\"(https?://[^\"\s<>]{1,4000})\")"
    rb"(?:[^>]{0,4000}?data-scrapbook-create=\"(\d{14}))?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Address:
    """The address of a page, and how it is known."""

    url: str
    told_by: "AddressFrom"
    fetched: datetime | None = None
    """When the page was saved, where the same note says so."""


def given(url: str | None) -> Address | None:
    """Take what the user says."""
    return Address(url, "given") if url else None


def noted(content: bytes) -> Address | None:
    """Read the note of a browser, of SingleFile, HTTrack or WebScrapBook."""
    return next(_notes(content), None)


def scheme_of(content: bytes, host: str) -> str | None:
    """Tell the scheme by which a page names that host, ``https`` first; None if it does not."""
    start, name = content[:_SEARCHED].lower(), host.lower().encode("ascii", "replace")
    named = re.compile(rb"(https?):(?:\\?/){2}" + re.escape(name) + rb"(?![\w.-])")
    schemes = {found[1].decode() for found in named.finditer(start)}
    return max(schemes, default=None)


def _notes(content: bytes) -> Iterator[Address]:
    start = content[:_LOOKED_AT]
    if found := _BROWSER.match(start):
        yield Address(_text(found[1]), "comment")
    if found := _SINGLE_FILE.match(start):
        yield Address(_text(found[1]), "comment", _of_javascript(found.groups()[1:]))
    if found := _HTTRACK.match(start):
        scheme = scheme_of(content, _text(found[2])) or "http"
        yield Address(f"{scheme}://{_text(found[1])}", "comment", _of_mail(_text(found[3])))
    if found := _SCRAPBOOK.match(start):
        yield Address(_text(found[1]), "comment", _of_digits(found[2]))


def _of_javascript(parts: tuple[bytes | None, ...]) -> datetime | None:
    month, day, year, time, zone = (_text(part or b"") for part in parts)
    return _of_mail(f"{day} {month} {year} {time} {zone}")


def _of_mail(stated: str) -> datetime | None:
    try:
        moment = parsedate_to_datetime(stated)
    except (ValueError, TypeError, OverflowError):
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _of_digits(stated: bytes | None) -> datetime | None:
    try:
        return datetime.strptime(_text(stated or b""), "%Y%m%d%H%M%S").replace(tzinfo=UTC)
    except ValueError:
        return None


def _text(found: bytes) -> str:
    return found.decode("ascii", "ignore")
