"""When a page was published and changed: stated, seen near the headline, or in the address."""

import re
from collections.abc import Iterable, Iterator

from selectolax.lexbor import LexborNode

from copydesk.extract.context import Context
from copydesk.extract.found import Found, Trace
from copydesk.extract.seen import is_aside, near_headline
from copydesk.extract.stated import stated
from copydesk.extract.words import line_of
from copydesk.schema import Stamp

_PUBLISHED_META = (
    "article:published_time",
    "og:article:published_time",
    "published_time_telegram",
    "mediator_published_time",
    "datepublished",
    "date.published",
    "publish-date",
    "publish_date",
    "pubdate",
    "publication_date",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dcterms.created",
    "dc.date.created",
    "dc.date",
    "dcterms.date",
    "article.published",
    "cxenseparse:recs:publishtime",
    "date",
    "last-modified-date",
)
_MODIFIED_META = (
    "article:modified_time",
    "og:updated_time",
    "datemodified",
    "dcterms.modified",
    "last-modified",
    "article:modified",
    "revision_date",
)
_PUBLISHED_CSS = (
    "time[itemprop=datePublished]", "[itemprop=datePublished]", "time.published", "time.entry-date",
    "abbr.published", "article header time", "header time", "article time",
)  # fmt: skip
_LOOSE_CSS = (
    "time[datetime]", "[class*=publish i]", "[class*=post-date i]", "[class*=entry-date i]",
    "[class*=date i]", "[class*=time i]",
)  # fmt: skip
_DATED = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)|(?<!\d)\d{1,2}[./]\d{1,2}[./]\d{2}(?!\d)")
_ADDRESS_DATE = re.compile(
    r"/((?:19|20)\d\d)[/-]?(0[1-9]|1[0-2])(?:[/-]?(0[1-9]|[12]\d|3[01]))?(?=[/_.-]|$)"
)
_TIME_ATTRIBUTES = ("datetime", "content", "data-datetime", "data-timestamp", "title")
_SOME = 10


def published(context: Context) -> Found[Stamp] | None:
    """When the page says it was published: linked data, meta, microdata, visible, address."""
    return _first_stamp(context, "/published", _published_words(context))


def modified(context: Context) -> Found[Stamp] | None:
    """When the page says it was changed: linked data, meta, microdata; never a guess."""
    return _first_stamp(
        context, "/modified", stated(context.page, ("dateModified",), _MODIFIED_META)
    )


def _published_words(context: Context) -> Iterator[Trace]:
    page = context.page
    yield from stated(page, ("datePublished", "dateCreated", "uploadDate"), _PUBLISHED_META)
    yield from _dated(context, _PUBLISHED_CSS)
    yield from near_headline(context, _DATED)
    yield from _dated(context, _LOOSE_CSS)
    if found := _ADDRESS_DATE.search(page.url or page.canonical_url or ""):
        yield Trace("url", "url", "-".join(part for part in found.groups() if part))


def _dated(context: Context, selectors: Iterable[str]) -> Iterator[Trace]:
    for css in selectors:
        for node in context.page.tree.css(css)[:_SOME]:
            if not is_aside(node):
                yield from _moments(context, node)


def _moments(context: Context, node: LexborNode) -> Iterator[Trace]:
    where = context.paths.of(node)
    for name in _TIME_ATTRIBUTES:
        if value := node.attributes.get(name):
            yield Trace("generic", f"{where} @{name}", value)
    if text := line_of(node):
        yield Trace("generic", where, text)


def _first_stamp(context: Context, pointer: str, traces: Iterable[Trace]) -> Found[Stamp] | None:
    for trace in traces:
        if any(c.isdecimal() for c in trace.raw):
            stamp = context.stamp(trace.raw, pointer)
            if stamp and len(stamp.value) >= len("2022-01"):
                return Found(stamp, trace)
    return None
