r"""Letters of UTF-8 that somebody took for Latin-1 and encoded once more: ``donâ\x80\x99t``."""

import re
from typing import Final

_SIGN: Final = "â\x80".encode()
"""A quotation mark or a dash so spoilt; no page has that control character for a reason of its own."""

_SPOILT: Final = re.compile("(?:[\xc2-\xf4][\x80-\xbf]{1,3})+")


def may_be_twice(content: bytes) -> bool:
    """Look for the sign of it in the bytes of a page."""
    return _SIGN in content


def once(text: str) -> str:
    """Make what was encoded twice what it was meant to be; what is no UTF-8 so read stays."""
    return _SPOILT.sub(_meant, text)


def _meant(found: re.Match[str]) -> str:
    try:
        return found[0].encode("latin-1").decode("utf-8")
    except UnicodeDecodeError:
        return found[0]
