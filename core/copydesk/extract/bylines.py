"""Who wrote a page's text: as linked data, meta tags or the visible byline say."""

import re
from collections.abc import Iterable, Iterator

from selectolax.lexbor import LexborNode

from copydesk.extract.context import Context
from copydesk.extract.found import Found, Trace
from copydesk.extract.names import parties
from copydesk.extract.seen import is_aside, near_headline, seen
from copydesk.extract.stated import ld_trace, meta_words
from copydesk.page import Page
from copydesk.schema import Party

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
_AUTHOR_CSS = (
    "[itemprop=author] [itemprop=name]", "[itemprop=author]", "a[rel~=author]", "[rel~=author]",
    ".author.vcard .fn", ".byline a", ".byline", "[class*=byline i]", "[class*=author-name i]",
    "[class*=author__name i]", "[class*=authorname i]", "a[href*='/author/' i]", "a[href*='/authors/' i]",
    "a[href*='author=' i]", ".author a", ".author", ".post-author", "[class*=author i] a", "[class*=author i]",
    "address", "a[href*='/contributors/' i]", "a[href*='/people/' i]", "a[href*='/users/' i]",
)  # fmt: skip
_BYLINE = re.compile(
    r"^(?:by|written by|posted by|author|von|par|por|di|door|автор)\b[:\s]+\S", re.IGNORECASE
)
_MANY, _SOME, _LONGEST = 3, 10, 200


def authors(context: Context) -> tuple[Found[Party], ...]:
    """Who wrote it, from linked data, else meta, else the visible byline."""
    page = context.page
    for source in (_ld_authors(page), _meta_authors(page), _visible_authors(context)):
        found = _without_twins(source)
        if found:
            return found
    return ()


def _ld_authors(page: Page) -> Iterator[Found[Party]]:
    article = page.linked_data.article
    for value in article.values("author") if article else ():
        if value.text:
            is_organization = isinstance(value.value, dict) and "Organization" in str(
                value.value.get("@type")
            )
            yield from _read(
                value.text,
                ld_trace(value, value.text),
                "organization" if is_organization else None,
            )


def _meta_authors(page: Page) -> Iterator[Found[Party]]:
    for trace in meta_words(page, _AUTHOR_META):
        yield from _read(trace.raw, trace)


def _visible_authors(context: Context) -> Iterator[Found[Party]]:
    for css in _AUTHOR_CSS:
        nodes = [node for node in context.page.tree.css(css)[:_SOME] if not is_aside(node)]
        found = [party for node in nodes for party in _seen_parties(context, node)]
        names = {party.value.name for party in found}
        if found:
            # Many names of one kind are a list of other texts' authors; the first is this text's.
            yield from found if len(names) <= _MANY else found[:1]
            return
    for trace in near_headline(context, _BYLINE):
        yield from _read(trace.raw, trace)
        return


def _seen_parties(context: Context, node: LexborNode) -> Iterator[Found[Party]]:
    trace = seen(context, node)
    if trace.raw and len(trace.raw) < _LONGEST:
        yield from _read(trace.raw, trace)


def _read(raw: str, trace: Trace, kind: str | None = None) -> Iterator[Found[Party]]:
    for party in parties(raw):
        yield Found(party.model_copy(update={"kind": kind}) if kind else party, trace)


def _without_twins(found: Iterable[Found[Party]]) -> tuple[Found[Party], ...]:
    once: dict[str, Found[Party]] = {}
    for party in found:
        once.setdefault(party.value.name.casefold(), party)
    return tuple(once.values())[:50]
