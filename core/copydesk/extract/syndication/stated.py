"""Where linked data and meta tags say that a text is from."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from copydesk.extract.found import Found, Trace
from copydesk.extract.people.names import is_agency
from copydesk.extract.stated import ld_trace, linked, meta_words
from copydesk.extract.syndication.credits import Relation
from copydesk.page import Page
from copydesk.schema import Party, Syndication, clean_line

_PARTIES = ("sourceOrganization", "provider")
_WORKS: tuple[tuple[str, Relation], ...] = (
    ("isBasedOn", "based_on"),
    ("isBasedOnUrl", "based_on"),
    ("translationOfWork", "translated_from"),
)
_LONGEST = 200
_META = ("syndication-source", "original-source")


def stated(page: Page) -> Iterator[Found[Syndication]]:
    """Give who is said to have provided the article, and the addresses that it is said to repeat."""
    article = page.linked_data.article
    for trace in linked(page, _PARTIES):
        if name := clean_line(trace.raw):
            relation: Relation = "supplied_by" if is_agency(name) else "republished_from"
            party = Party(name=name[:_LONGEST], kind="organization")
            yield Found(Syndication(relation=relation, party=party, text=name), trace)
    for name, relation in _WORKS:
        for value in article.values(name) if article else ():
            url = value.value.get("url") if isinstance(value.value, dict) else value.value
            yield from _elsewhere(page, relation, ld_trace(value, str(url)))
    for trace in meta_words(page, _META):
        yield from _elsewhere(page, "republished_from", trace)


def _elsewhere(page: Page, relation: Relation, trace: Trace) -> Iterator[Found[Syndication]]:
    """Take an address of another site: a text that repeats one of its own is taken from nobody."""
    url, here = page.join(trace.raw), page.url or page.canonical_url or ""
    if "://" in trace.raw and url and urlsplit(url).hostname != urlsplit(here).hostname:
        yield Found(Syndication(relation=relation, url=url, text=url), trace)
