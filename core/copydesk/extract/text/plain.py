"""The generic reader of text renderings: headline first, then paragraphs, then furniture."""

import re

from copydesk.extract.context import Context
from copydesk.extract.found import Found, Trace
from copydesk.extract.text.lines import Lines, blocks, paragraphs
from copydesk.schema import Block, clean_line

TAIL = re.compile(
    r"^\s*(?:leave a (?:comment|reply)|comments?|\d+ (?:comments?|thoughts? on .*)|related (?:posts|articles|stories)|"
    r"share this:?|like this:?|post navigation|read more|you may also like|this site uses akismet.*)\s*:?\s*$",
    re.IGNORECASE,
)
_LONGEST = 300


def headline(context: Context) -> Found[str] | None:
    """The first line that is no breadcrumb, date or address, if it is short enough for one."""
    for number, line in enumerate(context.page.lines, 1):
        text = clean_line(line)
        if text and not _is_frame(text):
            return Found(text, Trace("text", f"L{number}", text)) if len(text) <= _LONGEST else None
    return None


def body(context: Context, start: int = 1) -> tuple[Found[Block], ...]:
    """The paragraphs from line ``start`` up to the first line of furniture."""
    lines = context.page.lines
    stop = next(
        (n for n in range(start, len(lines) + 1) if TAIL.match(lines[n - 1].strip()[:_LONGEST])),
        len(lines) + 1,
    )
    return blocks([p for p in paragraphs(lines, start, stop) if _has_words(p)])


def _is_frame(text: str) -> bool:
    return "»" in text[:40] or "://" in text or not re.search(r"[^\W\d_]{2}", text)


def _has_words(group: Lines) -> bool:
    return bool(re.search(r"\w", group.text)) and "data:image/" not in group.text
