"""Where a page prints dates: by its headline, in elements marked as dates, in lines that say so."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from selectolax.lexbor import LexborNode

from copydesk.extract.context import Context
from copydesk.extract.dates.words import publication, publication_within
from copydesk.extract.found import Trace
from copydesk.extract.moments import moments
from copydesk.extract.people.byline_words import start, within
from copydesk.extract.seen import is_aside, side_of
from copydesk.extract.vicinity import Line, vicinity
from copydesk.extract.words import line_of
from copydesk.schema import clean_line

# One query for all, told apart by ``_rank``. Both spellings, since an ``i`` flag costs the engine
# several times as much.
_MARKS = (
    "[itemprop=datePublished], time, [data-timestamp],"
    " [class*=ublish], [class*=date], [class*=Date], [class*=time]"
)
_PLAIN = r"(?<!\d)\d{4}(?!\d)|(?<!\d)\d{1,2}([./-])\d{1,2}\1\d{2}(?!\d)"
_DATED_IN_ASCII = re.compile(_PLAIN)
_DATED = re.compile(
    rf"{_PLAIN}|(?:民[國国]|平成|令和)\s?[\d元]|(?<!\d)\d{{1,2}} ?[\u0e01-\u0e4e.]{{3,12}} ?[4-9]\d(?![\d:.])"
)
_PERIOD = re.compile(r"\d\s*[-\u2013\u2014]\s*\d{1,2}(?![\d:.])[\s.]*[^\W\d_]{3}")  # 16-19 March
_OPENING = re.compile(r"this (?:article|story|post|piece|column) was ", re.IGNORECASE)
_TIME_ATTRIBUTES = ("datetime", "content", "data-datetime", "data-timestamp", "title")
_SILENT = frozenset({"script", "style", "noscript", "template", "svg", "title", "option"})
_OTHER = frozenset({"figure", "form", "blockquote", "table", "pre", "nav", "select"})
_INLINE = frozenset({"a", "b", "em", "font", "i", "span", "strong", "time"})
_SOME, _LABEL, _BETWEEN, _LONGEST, _LONGEST_LINE, _CLIMB = 10, 60, 3, 150, 80, 2
_DAY = len("2022-01-07")
_MOST_RAW, _DAY_ALONE, _MOST, _HIGH = 300, 50, 500, 40


def near(context: Context, *, changes: bool, behind: bool = False) -> Iterator[Trace]:
    """Give the dates by the headline, or only behind it: those of changes, which say so, or the others."""
    lines = vicinity(context).after if behind else vicinity(context)
    for node, text in _dated_lines(lines, changes=changes):
        if not is_aside(node):
            yield from _with_times(context, node, text, changes=changes)


def framed(context: Context) -> Iterator[Trace]:
    """Give the dates behind the headline that stand in a box beside the text."""
    for node, text in _dated_lines(vicinity(context).after, changes=False):
        if side_of(node) == "frame":
            yield from _with_times(context, node, text, changes=False)


def marked(context: Context, *, changes: bool) -> Iterator[Trace]:
    """Give what elements marked as dates state: those of changes, or the others."""
    ranked: dict[int, list[LexborNode]] = {}
    for node in context.page.tree.css(_MARKS)[:_MOST]:
        ranked.setdefault(_rank(node), []).append(node)
    for rank in sorted(ranked):
        for node in ranked[rank][:_SOME]:
            if _is_change(node) == changes and _is_own(node):
                yield from _moments(context, node)


def labelled(context: Context) -> tuple[list[Trace], list[Trace], list[Trace]]:
    """
    Look through the whole page for short lines with a date.

    Returns:
        Those called days of publication, blocks without a word on it, and those of a change.
    """
    told: tuple[list[Trace], list[Trace], list[Trace]] = ([], [], [])
    body = context.page.tree.body
    dated = islice(_dated_in(body), _MOST) if body is not None else ()
    for node, text, before in dated:
        kind = _kind(text, before)
        side = "other" if _is_within_other(node) else side_of(node)
        is_open = side is None if kind == 1 else side != "other"
        if is_open and (kind != 1 or (len(text) <= _DAY_ALONE and _is_block(node, text))):
            told[kind].append(Trace("generic", context.paths.of(node), text))
    return told


def _moments(context: Context, node: LexborNode) -> Iterator[Trace]:
    """Give what an element's attributes and its line state."""
    where, said = context.paths.of(node), node.attributes
    for name in _TIME_ATTRIBUTES:
        if value := said.get(name):
            yield Trace("generic", f"{where} @{name}", value)
    for name, value in moments(node, changes=_is_change(node)):
        yield Trace("generic", f"{where} @{name}", value)
    text = line_of(node)
    if text and len(text) <= _LONGEST:
        yield Trace("generic", where, text)


def is_other_day(text: str) -> bool:
    """Tell an event's days and the day of the visit, which mastheads have."""
    return bool(_PERIOD.search(text) or start("today").match(text))


def _dated_lines(lines: Iterable[Line], *, changes: bool) -> Iterator[Line]:
    is_change = False
    for line in lines:
        if _dated(line.text):
            for part in _parted(line):
                is_change = is_change or _says_changed(part.text)
                if is_change == changes and not is_other_day(line.text):
                    yield part
                is_change = False
        elif (says := _says_changed(line.text)) or len(line.text) > _BETWEEN:
            is_change = says  # "Last updated | on | March 7"


def _dated(text: str) -> bool:
    return (_DATED_IN_ASCII if text.isascii() else _DATED).search(text) is not None


def _parted(line: Line) -> tuple[Line, ...]:
    """Part "5 March | Updated: 7 March" before the second label, where a date stands on both sides."""
    if sum(1 for _ in _DATED.finditer(line.text)) < 2:  # noqa: PLR2004  # as said
        return (line,)
    for label in (within("changed"), publication_within()):
        for found in label.finditer(line.text):
            first, rest = line.text[: found.start()], line.text[found.start() :]
            if _dated(first) and _dated(rest):
                return Line(line.node, first), Line(line.node, rest)
    return (line,)


def _with_times(context: Context, node: LexborNode, text: str, *, changes: bool) -> Iterator[Trace]:
    """A ``time`` element states more than it shows, and so may any other, of the same day."""
    for here in filter(None, (node, node.parent)):
        if said := here.attributes.get("datetime"):
            yield Trace("generic", f"{context.paths.of(here)} @datetime", said)
        for name, value in moments(here, changes=changes):
            if _is_same_day(context, value, text):
                yield Trace("generic", f"{context.paths.of(here)} @{name}", value)
    yield Trace("generic", context.paths.of(node), text)


def _is_same_day(context: Context, value: str, text: str) -> bool:
    stamps = [context.stamp(raw, "/published") for raw in (value, text)]
    days = {stamp.value[:_DAY] for stamp in stamps if stamp}
    return None not in stamps and len(days) == 1


def _dated_in(body: LexborNode) -> Iterator[tuple[LexborNode, str, str]]:
    """Give the short lines with a date, each with the one before; what scripts hold is none."""
    before = ""
    for node in body.traverse(include_text=True, skip_empty=True):
        raw = node.text_content or ""
        if _BETWEEN < len(raw) < _MOST_RAW and _may_be_dated(raw) and _dated(raw):
            line, parent = clean_line(raw), node.parent
            if line is None or parent is None or parent.tag in _SILENT:
                continue
            if len(line) <= _LONGEST_LINE and not is_other_day(line):
                yield parent, line, clean_line(before) or ""
        if raw and not raw.isspace():
            before = raw[:_MOST_RAW]


def _may_be_dated(raw: str) -> bool:
    """Spare most texts the search: in ASCII digits a year of our time begins so."""
    return "20" in raw or "19" in raw or not raw.isascii()


def _is_block(node: LexborNode, text: str) -> bool:
    """Tell a line that stands alone from one within a sentence."""
    here: LexborNode | None = node
    while here is not None and here.tag in _INLINE:
        here = here.parent
    return here is not None and len((here.text() or "").strip()) <= len(text) + _BETWEEN


def _is_within_other(node: LexborNode) -> bool:
    """Tell a caption, a quotation, a form or a table: their dates are not of the text."""
    return any(here.tag in _OTHER for here in _upward(node))


def _kind(text: str, before: str) -> int:
    """Tell publication 0 and change 2 by the words in a line or before it, else 1."""
    for words in (
        _OPENING.sub("", text),
        before if len(before) <= _LABEL and not _dated(before) else "",
    ):
        if publication().match(words):
            return 0
        if _says_changed(words):
            return 2
    return 1


def _rank(node: LexborNode) -> int:
    said = node.attrs
    label = said.get("class") or ""
    if said.get("itemprop") == "datePublished":
        return 0
    if node.tag == "time":
        return 1 if _is_in_article(node) else 2
    if "ublish" in label:
        return 3
    return 4 if "date" in label or "Date" in label else 5


def _is_in_article(node: LexborNode) -> bool:
    return any(here.tag == "article" for here in _upward(node))


def _upward(node: LexborNode) -> Iterator[LexborNode]:
    here: LexborNode | None = node
    for _ in range(_HIGH):
        if here is None:
            return
        yield here
        here = here.parent


def _is_called_published(node: LexborNode) -> bool:
    """Tell an element that says so, or that such a label stands before."""
    here: LexborNode | None = node
    for _ in range(_CLIMB):
        if here is None or publication().match(_start(here)):
            return here is not None
        if label := _before(here):
            return publication().match(label) is not None
        here = here.parent
    return False


def _before(node: LexborNode) -> str:
    """Give the words beside a node that stand before it."""
    before = node.prev
    while before is not None and not _start(before):
        before = before.prev
    return _start(before) if before is not None else ""


def _start(node: LexborNode) -> str:
    return (node.text() or "")[:_LABEL].strip()


def _is_own(node: LexborNode) -> bool:
    side = side_of(node)
    return side is None or (side == "frame" and _is_called_published(node))


def _is_change(node: LexborNode) -> bool:
    said = node.attrs
    label = f"{said.get('class')} {said.get('itemprop')}".lower()
    is_called = ("updat" in label or "modif" in label) and "publish" not in label
    return is_called or _says_changed(_start(node)) or _says_changed(_before(node))


def _says_changed(text: str) -> bool:
    return len(text) <= _LABEL and bool(start("changed").match(text))
