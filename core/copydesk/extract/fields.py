"""The single fields of an unknown page: linked data, then meta tags, then what a reader sees."""

import re
from collections.abc import Iterable, Iterator

from selectolax.lexbor import LexborNode

from copydesk.extract.context import Context
from copydesk.extract.found import Found, Method, Trace
from copydesk.extract.headline import headline
from copydesk.extract.language import language_of
from copydesk.extract.names import parties
from copydesk.extract.vicinity import around
from copydesk.extract.words import line_of
from copydesk.page import Page
from copydesk.page.linked_data import Value
from copydesk.schema import Party, Stamp, clean_line, clean_text

__all__ = [
    "access",
    "authors",
    "headline",
    "kind",
    "language",
    "modified",
    "published",
    "publisher",
    "sections",
    "summary",
    "topics",
]

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
_AUTHOR_META = (
    "author",
    "article:author",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "dcterms.creator",
    "byl",
    "article:author_name",
)
_SUMMARY_META = (
    "og:description",
    "description",
    "twitter:description",
    "dc.description",
    "sailthru.description",
)
_TOPIC_META = ("article:tag", "og:article:tag", "news_keywords", "parsely-tags", "keywords")
_SECTION_META = ("article:section", "og:article:section", "parsely-section")
_PUBLISHED_CSS = (
    "time[itemprop=datePublished]", "[itemprop=datePublished]", "time.published", "time.entry-date",
    "abbr.published", "article header time", "header time", "article time",
)  # fmt: skip
_LOOSE_CSS = (
    "time[datetime]", "[class*=publish i]", "[class*=post-date i]", "[class*=entry-date i]",
    "[class*=date i]", "[class*=time i]",
)  # fmt: skip
_AUTHOR_CSS = (
    "[itemprop=author] [itemprop=name]", "[itemprop=author]", "a[rel~=author]", "[rel~=author]",
    ".author.vcard .fn", ".byline a", ".byline", "[class*=byline i]", "[class*=author-name i]",
    "[class*=author__name i]", "[class*=authorname i]", "a[href*='/author/' i]", "a[href*='/authors/' i]",
    "a[href*='author=' i]", ".author a", ".author", ".post-author", "[class*=author i] a", "[class*=author i]",
    "address", "a[href*='/contributors/' i]", "a[href*='/people/' i]", "a[href*='/users/' i]",
)  # fmt: skip
_DATED = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)|(?<!\d)\d{1,2}[./]\d{1,2}[./]\d{2}(?!\d)")
_BYLINE = re.compile(
    r"^(?:by|written by|posted by|author|von|par|por|di|door|автор)\b[:\s]+\S", re.IGNORECASE
)
_ASIDE = re.compile(
    r"(?:^|[\s_-])(?:comments?|related|recommend\w*|sidebar|footer|popular|latest|widget-area)(?:$|[\s_-])",
    re.IGNORECASE,
)
_ADDRESS_DATE = re.compile(
    r"/((?:19|20)\d\d)[/-]?(0[1-9]|1[0-2])(?:[/-]?(0[1-9]|[12]\d|3[01]))?(?=[/_.-]|$)"
)
_TIME_ATTRIBUTES = ("datetime", "content", "data-datetime", "data-timestamp", "title")
_KINDS = {
    "NewsArticle": "news",
    "ReportageNewsArticle": "news",
    "OpinionNewsArticle": "opinion",
    "AnalysisNewsArticle": "analysis",
    "BackgroundNewsArticle": "analysis",
    "ReviewNewsArticle": "review",
    "LiveBlogPosting": "liveblog",
    "BlogPosting": "blog",
}
_MANY, _SOME, _CLIMB = 3, 10, 15


def published(context: Context) -> Found[Stamp] | None:
    """When the page says it was published: linked data, meta, microdata, visible, address."""
    return _first_stamp(context, "/published", _published_words(context))


def modified(context: Context) -> Found[Stamp] | None:
    """When the page says it was changed: linked data, meta, microdata; never a guess."""
    return _first_stamp(
        context, "/modified", _stated(context.page, ("dateModified",), _MODIFIED_META)
    )


def authors(context: Context) -> tuple[Found[Party], ...]:
    """Who wrote it, from linked data, else meta, else the visible byline."""
    page = context.page
    for source in (_ld_authors(page), _meta_authors(page), _visible_authors(context)):
        found = _without_twins(source)
        if found:
            return found
    return ()


def summary(context: Context) -> Found[str] | None:
    """The description that the page gives of itself."""
    found = _stated(context.page, ("description", "alternativeHeadline"), ())
    meta = _meta_words(context.page, _SUMMARY_META)
    for trace in (*meta, *found):
        if text := clean_text(_unfinished(trace.raw)):
            return Found(" ".join(text.split("\n")), trace)
    return None


def topics(context: Context) -> tuple[Found[str], ...]:
    """The outlet's tags: links marked as tags, else linked data, else meta."""
    links = context.page.tree.css("a[rel~=tag], [class*=tags i] a, [class*=topics i] a")
    visible = [_seen(context, node) for node in links]
    listed = _split(_stated(context.page, ("keywords",), _TOPIC_META))
    return _lines(visible) or _lines(listed)


def sections(context: Context) -> tuple[Found[str], ...]:
    """The sections that hold the page, from linked data or meta."""
    return _lines(_stated(context.page, ("articleSection",), _SECTION_META))[:_MANY]


def language(context: Context, text: str) -> Found[str] | None:
    """The text's language: what the markup says, unless the text itself says otherwise."""
    page, told = context.page, language_of(text)
    stated = (
        None
        if page.is_text
        else re.match(r"[A-Za-z]{2,3}(?:[-_][A-Za-z]{2})?(?![A-Za-z])", page.html_lang or "")
    )
    tag = _tag(stated[0]) if stated else None
    if tag and (told is None or tag.split("-")[0] == told):
        return Found(tag, _language_trace(page, page.html_lang or tag))
    if told:
        return Found(told, Trace("generic", "text", told))
    return None


def _language_trace(page: Page, stated: str) -> Trace:
    """Say which of its places ``Page.html_lang`` comes from."""
    root = page.tree.css_first("html[lang]")
    if root is not None and root.attributes.get("lang"):
        return Trace("css", "html @lang", stated)
    is_header = page.meta.get("content-language") is not None
    return Trace("meta", "content-language" if is_header else "og:locale", stated)


def kind(context: Context) -> Found[str] | None:
    """What kind of text the linked data says it is."""
    article = context.page.linked_data.article
    for name in article.types if article else ():
        if article and name in _KINDS:
            return Found(
                _KINDS[name], Trace("ld", f"{article.block}:{article.pointer}/@type", name)
            )
    return None


def access(context: Context) -> Found[str] | None:
    """Whether the linked data or meta says that readers must pay."""
    page = context.page
    article = page.linked_data.article
    for value in article.values("isAccessibleForFree") if article else ():
        is_free = str(value.value).strip().lower() in {
            "true",
            "1",
            "yes",
            "http://schema.org/true",
            "https://schema.org/true",
        }
        return Found("free" if is_free else "paywalled", _ld_trace(value, str(value.value)))
    for name in ("article:content_tier", "og:article:content_tier"):
        tier = {"free": "free", "metered": "metered", "locked": "paywalled"}.get(
            (page.meta.get(name) or "").lower()
        )
        if tier:
            return Found(tier, Trace("meta", name, page.meta.get(name) or ""))
    return None


def publisher(context: Context) -> Found[Party] | None:
    """The site as it names itself."""
    page = context.page
    name = page.meta.get("og:site_name")
    if name and (clean := clean_line(name)):
        return Found(
            Party(name=clean[:200].strip(), kind="organization"),
            Trace("meta", "og:site_name", name),
        )
    article = page.linked_data.article
    for value in article.values("publisher") if article else ():
        if value.text and (clean := clean_line(value.text)) and "://" not in clean:
            return Found(
                Party(name=clean[:200].strip(), kind="organization"), _ld_trace(value, value.text)
            )
    return None


def _published_words(context: Context) -> Iterator[Trace]:
    page = context.page
    yield from _stated(page, ("datePublished", "dateCreated", "uploadDate"), _PUBLISHED_META)
    yield from _dated(context, _PUBLISHED_CSS)
    yield from _near_headline(context, _DATED)
    yield from _dated(context, _LOOSE_CSS)
    if found := _ADDRESS_DATE.search(page.url or page.canonical_url or ""):
        yield Trace("url", "url", "-".join(part for part in found.groups() if part))


def _dated(context: Context, selectors: Iterable[str]) -> Iterator[Trace]:
    for css in selectors:
        for node in context.page.tree.css(css)[:_SOME]:
            if not _is_aside(node):
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


def _stated(page: Page, properties: Iterable[str], names: Iterable[str]) -> Iterator[Trace]:
    """Give what linked data, meta tags and microdata state, in this order of trust."""
    article = page.linked_data.article
    for name in properties:
        for value in article.values(name) if article else ():
            if value.text:
                yield _ld_trace(value, value.text)
    yield from _meta_words(page, names)
    item = page.microdata.article
    for name in properties:
        for found in item.values(name) if item else ():
            if found.text:
                yield Trace("microdata", name, found.text)


def _meta_words(page: Page, names: Iterable[str]) -> Iterator[Trace]:
    for name in names:
        for value in page.meta.all(name):
            yield Trace("meta", name, value)


def _ld_trace(value: Value, raw: str) -> Trace:
    return Trace("ld", f"{value.block}:{value.pointer}", raw)


def _ld_authors(page: Page) -> Iterator[Found[Party]]:
    article = page.linked_data.article
    for value in article.values("author") if article else ():
        if value.text:
            is_organization = isinstance(value.value, dict) and "Organization" in str(
                value.value.get("@type")
            )
            yield from _read(
                value.text,
                _ld_trace(value, value.text),
                "organization" if is_organization else None,
            )


def _meta_authors(page: Page) -> Iterator[Found[Party]]:
    for trace in _meta_words(page, _AUTHOR_META):
        yield from _read(trace.raw, trace)


def _visible_authors(context: Context) -> Iterator[Found[Party]]:
    for css in _AUTHOR_CSS:
        nodes = [node for node in context.page.tree.css(css)[:_SOME] if not _is_aside(node)]
        found = [party for node in nodes for party in _seen_parties(context, node)]
        names = {party.value.name for party in found}
        if found:
            # Many names of one kind are a list of other texts' authors; the first is this text's.
            yield from found if len(names) <= _MANY else found[:1]
            return
    for trace in _near_headline(context, _BYLINE):
        yield from _read(trace.raw, trace)
        return


def _near_headline(context: Context, pattern: re.Pattern[str]) -> Iterator[Trace]:
    """Give the lines around the headline that a pattern knows."""
    heading = context.page.tree.css_first("h1")
    for node, text in around(heading) if heading is not None else ():
        if pattern.search(text):
            yield Trace("generic", context.paths.of(node), text)


def _is_aside(node: LexborNode) -> bool:
    """Tell whether a node belongs to comments, related texts or the page's frame."""
    here: LexborNode | None = node
    for _ in range(_CLIMB):
        if here is None or here.tag in {"body", "article", "main"}:
            return False
        label = f"{here.attributes.get('class') or ''} {here.attributes.get('id') or ''}"
        if here.tag in {"aside", "footer", "nav"} or _ASIDE.search(label):
            return True
        here = here.parent
    return False


def _seen_parties(context: Context, node: LexborNode) -> Iterator[Found[Party]]:
    trace = _seen(context, node)
    if trace.raw and len(trace.raw) < 200:  # noqa: PLR2004  # a byline is a line
        yield from _read(trace.raw, trace)


def _read(raw: str, trace: Trace, kind: str | None = None) -> Iterator[Found[Party]]:
    for party in parties(raw):
        yield Found(party.model_copy(update={"kind": kind}) if kind else party, trace)


def _without_twins(found: Iterable[Found[Party]]) -> tuple[Found[Party], ...]:
    once: dict[str, Found[Party]] = {}
    for party in found:
        once.setdefault(party.value.name.casefold(), party)
    return tuple(once.values())[:50]


def _seen(context: Context, node: LexborNode) -> Trace:
    method: Method = "generic"
    return Trace(method, context.paths.of(node), line_of(node) or "")


def _split(traces: Iterable[Trace]) -> Iterator[Trace]:
    for trace in traces:
        for part in re.split(r"[,;،、]", trace.raw):
            yield Trace(trace.method, trace.selector, part.strip())


def _lines(traces: Iterable[Trace]) -> tuple[Found[str], ...]:
    once: dict[str, Found[str]] = {}
    for trace in traces:
        text = clean_line(trace.raw)
        if text and len(text) <= 100:  # noqa: PLR2004  # a tag is a word or a few
            once.setdefault(text.casefold(), Found(text, trace))
    return tuple(once.values())


def _unfinished(text: str) -> str:
    return re.sub(r"\s*\[(?:…|\.\.\.|&hellip;)\]\s*$", "", text)


def _tag(stated: str) -> str:
    primary, _, region = stated.replace("_", "-").partition("-")
    return f"{primary.lower()}-{region.upper()}" if region else primary.lower()
