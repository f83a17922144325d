"""Whether a document was cut off before its end."""

import re
from typing import Final

from selectolax.lexbor import LexborHTMLParser

_ROOT: Final = re.compile(rb"<(?:html|body)[\s>]")
_END: Final = re.compile(rb"</(?:html|body)")
_HIDING: Final = ((b"<!--", b"-->"), (b"<script", b"</script"), (b"<style", b"</style"))
_TAG: Final = re.compile(rb"<(?:[a-z/!]|\Z)")
_FINISHED: Final = re.compile(r"[.!?…。！？؟।۔։;:\"'”’»›)\]}」』）】]\s*\Z")
_LETTERS: Final = re.compile(r"[^\W\d_]")
_UNSPACED: Final = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
_PROSE_WORDS, _PROSE_SIGNS, _TRIED, _TAIL = 8, 24, 20, 2_048


def is_cut_markup(markup: bytes) -> bool:
    """
    Tell markup, in UTF-8, that was cut off.

    That is markup whose ``<html>`` or ``<body>`` is opened and never closed, or that ends within a
    tag, a comment, a script or a style sheet before they are closed.
    """
    lower = markup.lower()
    closing = _last_end(lower)
    hidden = max(_left_open(lower, *pair) for pair in _HIDING)
    if closing >= 0 and not 0 <= hidden < closing:
        return False
    return hidden >= 0 or _ends_in_tag(lower) or _ROOT.search(lower) is not None


def is_closed(markup: bytes, tree: LexborHTMLParser) -> bool:
    """Tell most whole pages by the end tag in their last bytes, which the last node would hold if it were none."""
    if _last_end(markup[-_TAIL:].lower()) < 0 or tree.root is None:
        return False
    last = tree.root
    while (child := last.last_child) is not None:
        last = child
    words = last.comment_content or last.text_content or ""
    return _END.search(words[-_TAIL:].lower().encode()) is None


def is_cut_text(last_line: str) -> bool:
    """Tell text that was cut off: its last line is long prose that ends in no stop or quote."""
    words = sum(1 for word in last_line.split() if _LETTERS.search(word))
    is_prose = words >= _PROSE_WORDS or len(_UNSPACED.findall(last_line)) >= _PROSE_SIGNS
    return is_prose and not _FINISHED.search(last_line)


def _last_end(markup: bytes) -> int:
    """Give where the last ``</body`` or ``</html`` stands, -1 for none; those in scripts are none."""
    ends = [found.start() for found in _END.finditer(markup)]
    outside = (
        end
        for end in reversed(ends[-_TRIED:])
        if not any(_is_inside(markup, end, *pair) for pair in _HIDING)
    )
    return next(outside, -1)


def _is_inside(markup: bytes, place: int, opening: bytes, closing: bytes) -> bool:
    """Whether the next ``closing`` after a place comes before the next ``opening``."""
    end = markup.find(closing, place)
    return end >= 0 and markup.find(opening, place, end) < 0


def _left_open(markup: bytes, opening: bytes, closing: bytes) -> int:
    """Give where the last ``opening`` stands that nothing closes, -1 if all are closed."""
    start = markup.rfind(opening)
    return start if start >= 0 and markup.find(closing, start) < 0 else -1


def _ends_in_tag(markup: bytes) -> bool:
    start = markup.rfind(b"<")
    return start > markup.rfind(b">") and _TAG.match(markup, start) is not None
