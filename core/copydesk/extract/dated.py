"""When a page was published and changed: stated, seen near the headline, or in the address."""

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from copydesk.extract.context import Context
from copydesk.extract.dates.tongue import primary, regional
from copydesk.extract.found import Found, Trace
from copydesk.extract.language import language_of
from copydesk.extract.printed import framed, labelled, marked, near
from copydesk.extract.stated import ld_trace, stated
from copydesk.extract.words import weight
from copydesk.page import Page
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
    "published", "published_at", "published_time", "published_date", "publishedtime", "publishdate",
    "publishtime", "article:publish_date", "og:published_time", "bytedance:published_time",
    "release_date", "og:release_date", "date", "publication-date", "rnews:datepublished", "prism.publicationdate",
    "shareaholic:article_published_time", "article_date", "article-date", "iso-8601-publish-date", "displaydate", "pdate",
)  # fmt: skip
_MODIFIED_META = (
    "article:modified_time", "og:article:modified_time", "og:updated_time",
    "article:modified:time", "datemodified", "dcterms.modified", "dc.date.modified",
    "last-modified", "last-modified-date", "article:modified", "modified-date", "lastupdate",
    "revision_date", "updated_time", "updated", "updated_at", "article:updated_time",
    "og:modified_time", "date.modified", "bytedance:updated_time",
)  # fmt: skip
# What describes a page that calls itself no article.
_PAGES = ("WebPage", "MedicalWebPage", "ItemPage", "Recipe", "HowTo", "Review", "CreativeWork")
_TITLE_DATE = re.compile(r"[|\u2013\u2014-]\s*([^|\u2013\u2014-]*\d{4})\s*$")
_ADDRESS_DATE = re.compile(
    r"/((?:19|20)\d\d)[/-]?(0[1-9]|1[0-2])(?:[/-]?(0[1-9]|[12]\d|3[01]))?(?=[/_.+-]|$)"
)
_ADDRESS_NAME = re.compile(r"/((?:19|20)\d\d)/([a-z]{3,9})/(0?[1-9]|[12]\d|3[01])/")
_PUBLISHED = ("datePublished", "dateCreated", "uploadDate")
_MODIFIED = ("dateModified",)
_TOP_LEVEL, _BESIDE, _PLAIN, _MORE = 2, 30, 60, 12
_BY_DEFAULT = frozenset({None, "en"})
"""What themes state whatever a site is written in."""
_ISO = re.compile(r"(?:19|20)\d\d-\d\d-\d\d(?:$|[T ])")  # in every language the same
_LINES, _LINE = 12, 150
_MINUTE, _DAY, _MONTH = len("2022-01-07T16:24"), len("2022-01-07"), len("2022-01")


def published(context: Context) -> Found[Stamp] | None:
    """
    When the page says it was published: linked data, meta, microdata, visible, address.

    Where a page tells no other date than that of its last change, that is the nearest to it. A
    stated time that is not before the page's last change is the site's latest build: an earlier
    date by the headline is trusted more.
    """
    told = _first_stamp(context, "/published", _stated(context, _PUBLISHED, _PUBLISHED_META))
    if told and _is_build(context, told):
        seen = _first_stamp(context, "/published", near(context, changes=False, behind=True))
        told = seen if seen and _is_earlier(seen, told) else told
    told = told or _first_stamp(context, "/published", _in_order(context))
    return told and _with_time(context, told)


def modified(context: Context) -> Found[Stamp] | None:
    """When the page says it was changed: linked data, meta, microdata, "Updated" by the headline."""
    told = _changed(context) or _first_stamp(context, "/modified", near(context, changes=True))
    return told or _marked_change(context)


def _marked_change(context: Context) -> Found[Stamp] | None:
    """Give what an element marked as a change states, if it is later; themes mark the only date so, too."""
    if not any("updat" in name or "modif" in name for name in context.page.classes):
        return None
    seen = _first_stamp(context, "/modified", marked(context, changes=True))
    first = published(context) if seen else None
    if seen is None or first is None:
        return None
    known = min(len(seen.value.value), len(first.value.value), _MINUTE)
    return seen if seen.value.value[:known] > first.value.value[:known] else None


def _changed(context: Context) -> Found[Stamp] | None:
    return _first_stamp(context, "/modified", _stated(context, _MODIFIED, _MODIFIED_META))


def _with_time(context: Context, told: Found[Stamp]) -> Found[Stamp]:
    """Give the moment that is printed by the headline where all that is known is the day that it is of."""
    if len(told.value.value) != _DAY:
        return told
    language = _language(context)
    for trace in near(context, changes=False):
        stamp = context.stamp(trace.raw, "/published", language=language)
        if stamp and stamp.value.startswith(f"{told.value.value}T"):
            return Found(stamp, trace)
    return told


def _stated(context: Context, properties: Iterable[str], names: Iterable[str]) -> Iterator[Trace]:
    page = context.page
    yield from stated(page, properties, names)
    for item in page.linked_data.nodes(*_PAGES):
        for value in (v for name in properties for v in item.values(name)):
            if value.text and item.pointer.count("/") <= _TOP_LEVEL:
                yield ld_trace(value, value.text)


def _is_build(context: Context, told: Found[Stamp]) -> bool:
    """Tell a time not before the last change; news that states so was just not changed."""
    article = context.page.linked_data.article
    if article and any(name.endswith("NewsArticle") for name in article.types):
        return False
    changed = _changed(context)
    return changed is not None and told.value.earliest >= changed.value.earliest


def _is_earlier(seen: Found[Stamp], told: Found[Stamp]) -> bool:
    """Tell an earlier day, by more than zones may part them, from a line that says little else."""
    days = [stamp.value[:_DAY] for stamp in (seen.value, told.value)]
    if len(seen.trace.raw) > len(seen.value.raw) + _BESIDE or len(days[0]) != len(days[1]):
        return False
    first, last = map(date.fromisoformat, days)
    return last - first > timedelta(days=1)


def _in_order(context: Context) -> Iterator[Trace]:
    """Give what a page without a stated date tells, the surest first; parts of sentences come last."""
    yield from filter(_is_plain, near(context, changes=False, behind=True))
    yield from _in_title_and_address(context.page)
    yield from filter(_is_plain, near(context, changes=False))
    yield from marked(context, changes=False)
    yield from framed(context)
    called, plain, changed = labelled(context)
    yield from called
    yield from _lone(context, plain)
    yield from near(context, changes=False)
    yield from near(context, changes=True)
    yield from marked(context, changes=True)
    yield from changed


def _is_plain(trace: Trace) -> bool:
    return weight(trace.raw) <= _PLAIN


def _lone(context: Context, plain: list[Trace]) -> list[Trace]:
    """Give the first of the lines that are dates alone, where no two tell different days."""
    stamps = [(context.stamp(trace.raw, "/published"), trace) for trace in plain]
    days = [
        (stamp.value, trace)
        for stamp, trace in stamps
        if stamp and len(stamp.value) >= _DAY and len(trace.raw) <= len(stamp.raw) + _MORE
    ]
    return [days[0][1]] if len({value for value, _ in days}) == 1 else []


def _in_title_and_address(page: Page) -> Iterator[Trace]:
    if found := _TITLE_DATE.search(page.title or ""):
        yield Trace("css", "title", found[1].strip())
    address = page.url or page.canonical_url or ""
    if found := _ADDRESS_DATE.search(address) or _ADDRESS_NAME.search(address):
        yield Trace("url", "url", "-".join(part for part in found.groups() if part))


def _first_stamp(context: Context, pointer: str, traces: Iterable[Trace]) -> Found[Stamp] | None:
    """Give the first date with a day, else the first with a month."""
    rough: Found[Stamp] | None = None
    for trace in traces:
        told = _has_digit(trace.raw)
        language = context.language if _ISO.match(trace.raw) else _language(context)
        stamp = context.stamp(trace.raw, pointer, language=language) if told else None
        if stamp and len(stamp.value) >= _DAY:
            return Found(stamp, trace)
        if stamp and rough is None and len(stamp.value) >= _MONTH:
            rough = Found(stamp, trace)
    return rough


def _language(context: Context) -> str | None:
    """Give the language that dates are read by: the stated one, but English only for English texts."""
    if context.spoken is None:
        stated = regional(context.language, context.page.meta.get("og:locale"))
        is_open = primary(stated) in _BY_DEFAULT
        told = language_of(_sample(context.page), primary(stated)) if is_open else None
        context.spoken = (stated if told in {None, primary(stated)} else told) or ""
    return context.spoken or None


def _sample(page: Page) -> str:
    """Give the page's title and the beginnings of its paragraphs."""
    lines = (node.text()[:_LINE] for node in page.paragraphs[:_LINES])
    return "\n".join((page.title or "", *lines))


def _has_digit(raw: str) -> bool:
    return any(c.isdecimal() for c in raw)
