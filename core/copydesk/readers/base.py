"""The address of a page by its ``<base>``, where its canonical link says the same."""

import re

from copydesk.readers.saved import Address

_LOOKED_AT = 2**16
_VALUE = rb"[^>]{0,500}?\shref\s*=\s*[\"']?(https?://[^\s\"'<>]{1,4000})"
_BASE = re.compile(rb"<base(?=\s)" + _VALUE, re.IGNORECASE)
_CANONICAL = re.compile(
    rb"<link(?=\s[^>]{0,1000}?\brel\s*=\s*[\"']?canonical\b)" + _VALUE, re.IGNORECASE
)


def based(content: bytes) -> Address | None:
    """
    Tell the address by the page's base.

    A base alone is no address: on many sites every page has the same, and all would be one article.
    """
    start = content[:_LOOKED_AT]
    has_base = b"<base" in start or b"<BASE" in start  # a search in any case takes a while
    base = _BASE.search(start) if has_base else None
    canonical = _CANONICAL.search(start) if base else None
    if not base or not canonical or base[1] != canonical[1]:
        return None
    return Address(base[1].decode("ascii", "ignore"), "base")
