"""Web addresses as pages and people write them."""

import re
from typing import Final
from urllib.parse import quote, urljoin, urlsplit

from copydesk.schema.letters import is_clean_address

_LONGEST: Final = 4_096
_SCHEME: Final = re.compile(r"https?://", re.IGNORECASE)
_BREAKS: Final = str.maketrans("", "", "\t\n\r")
_OUTSIDE: Final = "".join(map(chr, range(33)))
# White space, controls and marks of direction are in no address; the rest stays as printed.
_UNSAFE: Final = re.compile("[\x00-\x20\x7f-\xa0\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff]|\\s")
# Letters that the schema would have to rewrite, such as decomposed ones, are escaped with the rest.
_ASCII: Final = "".join(map(chr, range(33, 127)))
_NO_HOST: Final = re.compile(r"[\s\"<>\\^`{|}%]")


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
    clean = (text or "").strip(_OUTSIDE + "\xa0\ufeff").translate(_BREAKS)
    if not clean or len(clean) > _LONGEST:
        return None
    try:
        joined = urljoin(base, clean) if base else clean
        address = _UNSAFE.sub(lambda found: quote(found[0], errors="replace"), joined)
        parts = urlsplit(address)
        is_usable = bool(parts.hostname) and parts.port != 0  # an impossible port raises
    except ValueError:
        return None
    usable = is_usable and _SCHEME.match(address) and not _NO_HOST.search(parts.hostname or "")
    if not usable:
        return None
    return address if is_clean_address(address) else quote(address, safe=_ASCII)
