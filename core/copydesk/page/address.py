"""Web addresses as pages and people write them."""

import re
from typing import Final
from urllib.parse import quote, urljoin, urlsplit

from copydesk.schema.letters import is_clean_address

_LONGEST: Final = 4_096
_SCHEME: Final = re.compile(r"https?://", re.IGNORECASE)
_BREAKS: Final = str.maketrans("", "", "\t\n\r")
_OUTSIDE: Final = "".join(map(chr, range(33)))
_ASCII: Final = "".join(map(chr, range(33, 127)))
_NO_HOST: Final = re.compile(r"[\s\"<>\\^`{|}%]")
_ORIGIN: Final = r"https?://[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?"
_PATH: Final = r"/(?![/.])(?:[!-\"$-.0-:<->@-~]|/(?!\.))*(?:\?[!-\"$-~]+)?(?:#[!-~]+)?"
_SITE: Final = re.compile(rf"(?P<origin>{_ORIGIN})(?:/|\Z)")
_USUAL: Final = re.compile(rf"{_ORIGIN}(?:{_PATH})?")
_USUAL_PATH: Final = re.compile(_PATH)
"""Addresses as most pages write them; joining and parsing would leave them as they are."""


def web_address(text: str | None, base: str | None = None) -> str | None:
    """
    Make an address absolute, and otherwise leave it as printed.

    White space around it and line breaks in it are taken out, white space within is escaped.

    Args:
        text: What stands on the page, or what somebody gave.
        base: What a relative address is relative to.

    Returns:
        An absolute http or https address with a host, None for anything else.
    """
    if text and (usual := _usual(text, base)):
        return usual
    clean = (text or "").strip(_OUTSIDE + "\xa0\ufeff").translate(_BREAKS)
    if not clean or len(clean) > _LONGEST:
        return None
    try:
        joined = urljoin(base, clean) if base else clean
        address = joined if is_clean_address(joined) else _escaped(joined)
        parts = urlsplit(address)
        is_usable = bool(parts.hostname) and parts.port != 0  # an impossible port raises
    except ValueError:
        return None
    usable = is_usable and _SCHEME.match(address) and not _NO_HOST.search(parts.hostname or "")
    return address if usable else None


def _usual(text: str, base: str | None) -> str | None:
    """Make a usual address absolute; None for one that has to be looked at closely."""
    if len(text) > _LONGEST:
        return None
    if _USUAL.fullmatch(text):
        return text
    known = _SITE.match(base) if base and _USUAL_PATH.fullmatch(text) else None
    return known["origin"] + text if known else None


def _escaped(address: str) -> str:
    """Escape what the schema takes in no address: white space, controls, marks of direction."""
    kept = "".join(c if is_clean_address(c) else quote(c, errors="replace") for c in address)
    return kept if is_clean_address(kept) else quote(kept, safe=_ASCII, errors="replace")
