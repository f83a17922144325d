"""When a page was published and changed: stated, seen near the headline, or in the address."""

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import chain

from selectolax.lexbor import LexborNode

from copydesk.extract.context import Context
from copydesk.extract.found import Found, Trace
from copydesk.extract.people.byline_words import start
from copydesk.extract.seen import is_aside
from copydesk.extract.stated import ld_trace, stated
from copydesk.extract.vicinity import vicinity
from copydesk.extract.words import line_of
from copydesk.schema import Stamp

_PUBLISHED_META = (
    "article:published_time", "og:article:published_time", "article:published",
    "article:published:time", "published_time_telegram", "mediator_published_time",
    "datepublished", "datecreated datepublished", "date.published", "publish-date", "publish_date",
    "published-date", "w-published-date", "pubdate", "og:pubdate", "pub_date", "publication_date",
    "originalpublicationdate", "parsely-pub-date", "sailthru.date", "citation_publication_date",
    "citation_online_date", "citation_date", "dc.date.issued", "dcterms.issued", "dcterms.created",
    "dc.date.created", "dc.date", "dcterms.date", "article.published", "article.created",
    "cxenseparse:recs:publishtime", "article_date_original", "bt:pubdate", "datecreated",
    "published", "published_at", "release_date", "date",
)  # fmt: skip
_MODIFIED_META = (
    "article:modified_time", "og:article:modified_time", "og:updated_time",
    "article:modified:time", "datemodified", "dcterms.modified", "dc.date.modified",
    "last-modified", "last-modified-date", "article:modified", "modified-date", "lastupdate",
    "revision_date",
)  # fmt: skip
# What describes a page that calls itself no article.
_PAGES = ("WebPage", "MedicalWebPage", "ItemPage", "Recipe", "HowTo", "Review", "CreativeWork")
# Both spellings, since an ``i`` flag costs the engine several times as much.
_MARKS = (
    "[itemprop=datePublished]", "article time", "time", "[class*=publish]", "[class*=Publish]",
    "[class*=date]", "[class*=Date]", "[class*=time]",
)  # fmt: skip
_DATED = re.compile(r"(?<!\d)\d{4}(?!\d)|(?<!\d)\d{1,2}[./]\d{1,2}[./]\d{2}(?!\d)")
_PERIOD = re.compile(r"\d\s*[-\u2013\u2014]\s*\d{1,2}(?![\d:.])[\s.]*[^\W\d_]{3}")  # 16-19 March
_TITLE_DATE = re.compile(r"[|\u2013\u2014-]\s*([^|\u2013\u2014-]*\d{4})\s*$")
_ADDRESS_DATE = re.compile(
    r"/((?:19|20)\d\d)[/-]?(0[1-9]|1[0-2])(?:[/-]?(0[1-9]|[12]\d|3[01]))?(?=[/_.+-]|$)"
)
_ADDRESS_NAME = re.compile(r"/((?:19|20)\d\d)/([a-z]{3,9})/(0?[1-9]|[12]\d|3[01])/")
_TIME_ATTRIBUTES = ("datetime", "content", "data-datetime", "data-timestamp", "title")
_PUBLISHED = ("datePublished", "dateCreated", "uploadDate")
_MODIFIED = ("dateModified",)
_SOME, _TOP_LEVEL, _LABEL, _BETWEEN, _BESIDE, _LONGEST = 10, 2, 60, 3, 30, 150


def published(context: Context) -> Found[Stamp] | None:
    """
    When the page says it was published: linked data, meta, microdata, visible, address.

    Where a page tells no other date than that of its last change, that is the nearest to it. A
    stated time that is not before the page's last change is the site's latest build: an earlier
    date by the headline is trusted more.
    """
    told = _first_stamp(context, "/published", _stated(context, _PUBLISHED, _PUBLISHED_META))
    if told and not _is_build(context, told):
        return told
    near = _near(context, changes=False)
    if told:
        seen = _first_stamp(context, "/published", near)
        return seen if seen and _is_earlier(seen, told) else told
    return _first_stamp(context, "/published", chain(near, _elsewhere(context)))


def modified(context: Context) -> Found[Stamp] | None:
    """When the page says it was changed: linked data, meta, microdata, "Updated" by the headline."""
    told = _changed(context)
    return told or _first_stamp(context, "/modified", _near(context, changes=True))


def _changed(context: Context) -> Found[Stamp] | None:
    return _first_stamp(context, "/modified", _stated(context, _MODIFIED, _MODIFIED_META))


def _stated(context: Context, properties: Iterable[str], names: Iterable[str]) -> Iterator[Trace]:
    page = context.page
    yield from stated(page, properties, names)
    for item in page.linked_data.nodes(*_PAGES):
        for value in (v for name in properties for v in item.values(name)):
            if value.text and item.pointer.count("/") <= _TOP_LEVEL:
                yield ld_trace(value, value.text)


def _is_build(context: Context, told: Found[Stamp]) -> bool:
    changed = _changed(context)
    return changed is not None and told.value.earliest >= changed.value.earliest


def _is_earlier(seen: Found[Stamp], told: Found[Stamp]) -> bool:
    """Tell an earlier day, by more than zones may part them, from a line that says little else."""
    days = [stamp.value[: len("2022-01-07")] for stamp in (seen.value, told.value)]
    if len(seen.trace.raw) > len(seen.value.raw) + _BESIDE or len(days[0]) != len(days[1]):
        return False
    first, last = map(date.fromisoformat, days)
    return last - first > timedelta(days=1)


def _near(context: Context, *, changes: bool) -> Iterator[Trace]:
    """Give the dates by the headline: those of changes, which say so, or the others."""
    is_change = False
    for node, text in vicinity(context):
        if _DATED.search(text):
            is_change = is_change or _says_changed(text)
            if is_change == changes and not _is_other_day(text) and not is_aside(node):
                yield from _times_around(context, node)
                yield Trace("generic", context.paths.of(node), text)
            is_change = False
        elif len(text) > _BETWEEN:  # "Last updated | on | March 7"
            is_change = _says_changed(text)


def _is_other_day(text: str) -> bool:
    """Tell an event's days and the day of the visit, which mastheads have."""
    return bool(_PERIOD.search(text) or start("today").match(text))


def _says_changed(text: str) -> bool:
    return len(text) <= _LABEL and bool(start("changed").match(text))


def _times_around(context: Context, node: LexborNode) -> Iterator[Trace]:
    """A ``time`` element states more than it shows."""
    here: LexborNode | None = node
    for _ in range(2):
        if here is not None and (said := here.attributes.get("datetime")):
            yield Trace("generic", f"{context.paths.of(here)} @datetime", said)
        here = here.parent if here is not None else None


def _elsewhere(context: Context) -> Iterator[Trace]:
    page = context.page
    changes: list[LexborNode] = []
    yield from _marked(context, changes)
    if found := _TITLE_DATE.search(page.title or ""):
        yield Trace("css", "title", found[1].strip())
    address = page.url or page.canonical_url or ""
    if found := _ADDRESS_DATE.search(address) or _ADDRESS_NAME.search(address):
        yield Trace("url", "url", "-".join(part for part in found.groups() if part))
    yield from _near(context, changes=True)
    for node in changes:
        yield from _moments(context, node)


def _marked(context: Context, changes: list[LexborNode]) -> Iterator[Trace]:
    """Give what elements marked as dates state; those of changes are put aside into a list."""
    for css in _MARKS:
        for node in context.page.tree.css(css)[:_SOME]:
            if is_aside(node):
                continue
            if _is_change(node):
                changes.append(node)
            else:
                yield from _moments(context, node)


def _is_change(node: LexborNode) -> bool:
    said = node.attributes
    label = f"{said.get('class')} {said.get('itemprop')}".lower()
    return "updat" in label or "modif" in label or _says_changed(node.text()[:_LABEL].strip())


def _moments(context: Context, node: LexborNode) -> Iterator[Trace]:
    where = context.paths.of(node)
    for name in _TIME_ATTRIBUTES:
        if value := node.attributes.get(name):
            yield Trace("generic", f"{where} @{name}", value)
    text = line_of(node)
    if text and len(text) <= _LONGEST:
        yield Trace("generic", where, text)


def _first_stamp(context: Context, pointer: str, traces: Iterable[Trace]) -> Found[Stamp] | None:
    """Give the first date with a day, else the first with a month."""
    rough: Found[Stamp] | None = None
    for trace in traces:
        stamp = context.stamp(trace.raw, pointer) if _has_digit(trace.raw) else None
        if stamp and len(stamp.value) >= len("2022-01-07"):
            return Found(stamp, trace)
        if stamp and rough is None and len(stamp.value) >= len("2022-01"):
            rough = Found(stamp, trace)
    return rough


def _has_digit(raw: str) -> bool:
    return any(c.isdecimal() for c in raw)
