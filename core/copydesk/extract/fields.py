"""The single fields of an unknown page: linked data, then meta tags, then what a reader sees."""

import re
from collections.abc import Iterator

from copydesk.extract.context import Context
from copydesk.extract.dated import modified, published
from copydesk.extract.found import Found, Trace
from copydesk.extract.headline import headline
from copydesk.extract.kinds import kind, sections
from copydesk.extract.language import language_of
from copydesk.extract.people.bylines import authors
from copydesk.extract.people.house import House
from copydesk.extract.stated import instead_marked_up, ld_trace, meta_words
from copydesk.extract.summary import summary
from copydesk.extract.topics import topics
from copydesk.extract.words import unescaped
from copydesk.page import Page
from copydesk.schema import Party, clean_line

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

_FREE = {"true", "1", "yes", "http://schema.org/true", "https://schema.org/true"}
_TABS = re.compile(r"\s+[|–—·•»:-]\s+|\s*[|»]\s*")
_LONGEST_TITLE = 500
_TIERS = {"free": "free", "metered": "metered", "locked": "paywalled"}
# A script's name, as in zh-Hant-TW, is not told.
_LANGUAGE = re.compile(r"([A-Za-z]{2,3})(?:[-_][A-Za-z]{4})?([-_][A-Za-z]{2})?(?![A-Za-z])")


def language(context: Context, text: str) -> Found[str] | None:
    """The text's language: what the markup says, unless the text itself says otherwise."""
    page = context.page
    by_page = None if page.is_text else _LANGUAGE.match(page.html_lang or "")
    tag = _tag(f"{by_page[1]}{by_page[2] or ''}") if by_page else None
    primary = tag.split("-")[0] if tag else None
    told = language_of(text, primary)
    if tag and told in {None, primary}:
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


def access(context: Context) -> Found[str] | None:
    """Whether the linked data, microdata or meta says that readers must pay."""
    page = context.page
    if trace := next(_free(page), None):
        return Found("free" if trace.raw.lower() in _FREE else "paywalled", trace)
    for trace in meta_words(page, ("article:content_tier", "og:article:content_tier")):
        if tier := _TIERS.get(trace.raw.lower()):
            return Found(tier, trace)
    return None


def _free(page: Page) -> Iterator[Trace]:
    """Give what is said of the article, else of its page; a true or a false has no words of its own."""
    article = page.linked_data.article
    for item in (*((article,) if article else ()), *page.linked_data.nodes("WebPage")):
        for value in item.values("isAccessibleForFree"):
            yield ld_trace(value, str(value.value).strip())
    yield from instead_marked_up(page, ("isAccessibleForFree",))


def publisher(context: Context) -> Found[Party] | None:
    """The site as it names itself; a person's, where linked data says so or calls its author so."""
    page, article = context.page, context.page.linked_data.article
    stated = [*(article.values("publisher") if article else ())]
    traces = [ld_trace(value, value.text) for value in stated if value.text]
    for trace in (*meta_words(page, ("og:site_name",)), *traces):
        name = clean_line(unescaped(trace.raw[:200]))
        if name and "://" not in name:
            is_person = name in _people(page)
            return Found(Party(name=name, kind="person" if is_person else "organization"), trace)
    return _by_tab(page)


def _by_tab(page: Page) -> Found[Party] | None:
    """Give the end of the tab's title where the page's host goes by it: "A ferry | Port Herald"."""
    house = House.of(page)
    for part in _TABS.split((page.title or "")[:_LONGEST_TITLE])[:0:-1]:
        if house.host and (name := clean_line(part)) and house.is_named(name):
            return Found(Party(name=name, kind=house.kind), Trace("css", "title", name))
    return None


def _people(page: Page) -> set[str | None]:
    """Name whom linked data calls a person and nothing else; sites are called both by some makers."""
    people = (item for item in page.linked_data.nodes("Person") if item.types == ("Person",))
    named = (item.values("name") for item in people)
    return {value.text for values in named for value in values}


def _tag(stated: str) -> str:
    primary, _, region = stated.replace("_", "-").partition("-")
    return f"{primary.lower()}-{region.upper()}" if region else primary.lower()
