"""The single fields of an unknown page: linked data, then meta tags, then what a reader sees."""

import re
from collections.abc import Iterable, Iterator

from copydesk.extract.bylines import authors
from copydesk.extract.context import Context
from copydesk.extract.dated import modified, published
from copydesk.extract.found import Found, Trace
from copydesk.extract.headline import headline
from copydesk.extract.language import language_of
from copydesk.extract.seen import seen
from copydesk.extract.stated import ld_trace, meta_words, stated
from copydesk.page import Page
from copydesk.schema import Party, clean_line, clean_text

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

_SUMMARY_META = (
    "og:description",
    "description",
    "twitter:description",
    "dc.description",
    "sailthru.description",
)
_TOPIC_META = ("article:tag", "og:article:tag", "news_keywords", "parsely-tags", "keywords")
_SECTION_META = ("article:section", "og:article:section", "parsely-section")
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
_FREE = {"true", "1", "yes", "http://schema.org/true", "https://schema.org/true"}
_TIERS = {"free": "free", "metered": "metered", "locked": "paywalled"}
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z]{2})?(?![A-Za-z])")
_MANY, _LONGEST_TAG = 3, 100


def summary(context: Context) -> Found[str] | None:
    """The description that the page gives of itself."""
    found = stated(context.page, ("description", "alternativeHeadline"), ())
    meta = meta_words(context.page, _SUMMARY_META)
    for trace in (*meta, *found):
        if text := clean_text(_unfinished(trace.raw)):
            return Found(" ".join(text.split("\n")), trace)
    return None


def topics(context: Context) -> tuple[Found[str], ...]:
    """The outlet's tags: links marked as tags, else linked data, else meta."""
    links = context.page.tree.css("a[rel~=tag], [class*=tags i] a, [class*=topics i] a")
    visible = [seen(context, node) for node in links]
    listed = _split(stated(context.page, ("keywords",), _TOPIC_META))
    return _lines(visible) or _lines(listed)


def sections(context: Context) -> tuple[Found[str], ...]:
    """The sections that hold the page, from linked data or meta."""
    return _lines(stated(context.page, ("articleSection",), _SECTION_META))[:_MANY]


def language(context: Context, text: str) -> Found[str] | None:
    """The text's language: what the markup says, unless the text itself says otherwise."""
    page, told = context.page, language_of(text)
    by_page = None if page.is_text else _LANGUAGE.match(page.html_lang or "")
    tag = _tag(by_page[0]) if by_page else None
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
        words = str(value.value).strip()
        return Found("free" if words.lower() in _FREE else "paywalled", ld_trace(value, words))
    for trace in meta_words(page, ("article:content_tier", "og:article:content_tier")):
        if tier := _TIERS.get(trace.raw.lower()):
            return Found(tier, trace)
    return None


def publisher(context: Context) -> Found[Party] | None:
    """The site as it names itself."""
    for trace in (*meta_words(context.page, ("og:site_name",)), *_publishers(context.page)):
        name = clean_line(trace.raw[:200])
        if name and "://" not in name:
            return Found(Party(name=name, kind="organization"), trace)
    return None


def _publishers(page: Page) -> Iterator[Trace]:
    article = page.linked_data.article
    for value in article.values("publisher") if article else ():
        if value.text:
            yield ld_trace(value, value.text)


def _split(traces: Iterable[Trace]) -> Iterator[Trace]:
    for trace in traces:
        for part in re.split(r"[,;،、]", trace.raw):
            yield Trace(trace.method, trace.selector, part.strip())


def _lines(traces: Iterable[Trace]) -> tuple[Found[str], ...]:
    once: dict[str, Found[str]] = {}
    for trace in traces:
        text = clean_line(trace.raw)
        if text and len(text) <= _LONGEST_TAG:
            once.setdefault(text.casefold(), Found(text, trace))
    return tuple(once.values())


def _unfinished(text: str) -> str:
    return re.sub(r"\s*\[(?:…|\.\.\.|&hellip;)\]\s*$", "", text)


def _tag(stated: str) -> str:
    primary, _, region = stated.replace("_", "-").partition("-")
    return f"{primary.lower()}-{region.upper()}" if region else primary.lower()
