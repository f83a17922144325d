"""Markup as the HTML standard's tokenizer cuts it (13.2.5), without building a tree."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

# Every repeat is possessive: what has matched is never tried another way, so that a scan is linear
# in the length of the page whatever the page holds.
_SPACE: Final = rb"[ \t\n\f\r]"
_ATTRIBUTE: Final = (
    rb"[^ \t\n\f\r/>][^ \t\n\f\r/>=]*+"
    rb"(?:[ \t\n\f\r]*+=[ \t\n\f\r]*+"
    rb"""(?:"[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z)|(?!["'>])[^ \t\n\f\r>]*+|))?+"""
)
_NAME: Final = rb"[a-zA-Z][^ \t\n\f\r/>]*+"
_SPACES: Final = rb"[ \t\n\f\r/]*+"
_ATTRIBUTES: Final = rb"(?:" + _SPACES + _ATTRIBUTE + rb")"

ATTRIBUTE: Final = re.compile(_ATTRIBUTE)
"""One attribute of a tag, from the first letter of its name."""

_START: Final = re.compile(rb"<[a-zA-Z][a-zA-Z]?")
_PIECE: Final = 2**20
_WINDOW: Final = 2**16

FORMATS: Final = (
    b"<b",
    b"<bi",
    b"<co",
    b"<em",
    b"<fo",
    b"<i",
    b"<no",
    b"<s",
    b"<sm",
    b"<st",
    b"<tt",
    b"<u",
)
"""How tags begin that may go on in the next element if they were left open; ``<a`` ends its like."""

ROOT: Final = re.compile(rb"<(?:html|body)(?=[ \t\n\f\r/])", re.IGNORECASE)
"""A start tag whose attributes are added to those of the one element of that name."""

TOKEN: Final = re.compile(
    rb"<(?:(/?)(" + _NAME + rb")(" + _ATTRIBUTES + rb"*+)(" + _SPACES + rb")>?"
    rb"|!--(?:-?>|(?:[^-]++|-(?!-!?>))*+(?:--!?>|\Z))"
    rb"|(!\[CDATA\[)"
    rb"|[!?/][^>]*+>?)"
)
"""A tag (slash, name, attributes, tail), a comment, the opening of CDATA, or a declaration."""

_SCRIPT_STEP: Final = re.compile(
    rb"(<!--(?:-*+>)?+|-->)|<(/?)script(?=[ \t\n\f\r/>])", re.IGNORECASE
)


def may_be_crowded(data: bytes, most: int, starts: int, effort: int) -> bool:
    """
    Tell whether a start tag of more than ``most`` attributes stands anywhere, in scripts too.

    What looks like a tag may go on to the end of the page, whatever stands in it, so that a search
    takes the square of a hostile page's length. Here tags are looked at in windows, and those alone
    to their end that are open where a window ends.

    Args:
        data: Markup, UTF-8.
        most: Attributes that a tag may have.
        starts: How many start tags ``data`` seems to hold.
        effort: How many bytes may be looked at.

    Returns:
        True as well for a page that it would take more to know of.
    """
    effort -= 2 * starts * _WINDOW
    whole = crowded(most)
    for start in _open_starts(data, most) if effort > 0 else ():
        effort -= len(data)
        if effort < 0 or whole.match(data, start):
            return True
    return effort <= 0


def _open_starts(data: bytes, most: int) -> Iterator[int]:
    """Give the start tags that are crowded, or go on where a window ends."""
    is_open = re.compile(
        crowded(most).pattern + rb"|<" + _NAME + _ATTRIBUTES + rb"*+" + _SPACES + rb"\Z"
    )
    position = 0
    while position < len(data):
        end = position + _WINDOW
        found = is_open.search(data, position, end)
        if found:
            yield found.start()
        position = found.start() + 1 if found else end - 1  # there may be the "<" of a tag


def crowded(most: int) -> re.Pattern[bytes]:
    """Make the expression that finds a start tag of more than ``most`` attributes, anywhere."""
    return re.compile(rb"<" + _NAME + _ATTRIBUTES + rb"{%d}" % (most + 1))


def attributes_at(data: bytes, start: int) -> int:
    """Count the attributes of the start tag that stands at ``start``."""
    found = TOKEN.match(data, start)
    return sum(1 for _ in ATTRIBUTE.finditer(found[3])) if found and found[2] else 0


def count_starts(data: bytes, start: int = 0) -> Counter[bytes]:
    """
    Count what looks like a start tag, in comments, scripts and attributes too.

    Returns:
        Counts by ``<`` and the first two letters of the name, in lower case: ``<a`` is a link.
    """
    found: Counter[bytes] = Counter()
    for piece in range(start, len(data), _PIECE):
        found.update(_START.findall(data, piece, piece + _PIECE + 1))
    folded: Counter[bytes] = Counter()
    for name, number in found.items():
        folded[name.lower()] += number
    return folded


def raw_end(data: bytes, name: bytes, start: int) -> int:
    """
    Find where raw text that began at ``start`` ends: at its end tag, or with the page.

    A script ends by rules of its own (13.2.5.15 to 31): in ``<!--`` a nested ``<script`` has to end
    first.
    """
    if name == b"script":
        return _script_end(data, start)
    ending = re.compile(rb"</" + name + rb"(?=[ \t\n\f\r/>])", re.IGNORECASE)
    found = ending.search(data, start)
    return found.start() if found else len(data)


def _script_end(data: bytes, start: int) -> int:
    depth = 0  # 1 inside "<!--", 2 inside "<script" inside "<!--"
    for step in _SCRIPT_STEP.finditer(data, start):
        if step[1]:
            depth = 0 if step[1].endswith(b">") else max(depth, 1)
        elif step[2] and depth < 2:  # noqa: PLR2004  # said above
            return step.start()
        elif depth:
            depth = 1 if step[2] else 2
    return len(data)
