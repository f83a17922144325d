"""Who wrote a page's text: what linked data, meta tags and the visible byline say together."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from urllib.parse import urlsplit

from copydesk.extract.context import Context
from copydesk.extract.found import Found, Trace
from copydesk.extract.people.byline_words import start
from copydesk.extract.people.house import House
from copydesk.extract.people.introduced import INTRODUCED
from copydesk.extract.people.marked import marked
from copydesk.extract.people.names import is_agency, parties
from copydesk.extract.people.opening import opening
from copydesk.extract.people.signed import signed
from copydesk.extract.people.signoff import signoff
from copydesk.extract.stated import ld_trace, meta_words
from copydesk.page import Page
from copydesk.page.json_text import JsonValue
from copydesk.page.linked_data import Value
from copydesk.schema import Party, clean_line

_AUTHOR_META = (
    "author", "article:author", "parsely-author", "sailthru.author", "byl", "article:author_name",
    "article:byline", "articleauthor", "cxenseparse:author", "dc.creator", "dcterms.creator",
    "og:article:author", "content_author", "dtk:author", "vr:author", "authors", "citation_author", "citation_authors", "creator",
    "article.author", "dc.author", "byline", "og:author", "rnews:author", "article_author", "article-author", "author_name",
    "author-name", "mrf:authors", "dable:author", "shareaholic:article_author_name",
)  # fmt: skip
_LABELLED = {"twitter:label1": "twitter:data1", "twitter:label2": "twitter:data2"}
_LOGIN = re.compile(r"/(?:admin|administrator|webmaster|undefined)/?(?:#.*)?$", re.IGNORECASE)
_TITLES = frozenset({"dr", "prof", "mr", "mrs", "ms", "mag", "dipl", "ing", "sir", "dame", "phd"})
_MOST, _LONGEST = 50, 200

Named = tuple[Found[Party], ...]


def authors(context: Context) -> Named:
    """
    Who wrote it: people before organizations, and of people those that most sources name.

    The sources are linked data, meta tags and the byline by the headline. What a reader is told
    ("By Ann Lee") is believed over a name that stands in the head alone, which may be a login's; a
    name that is only near the headline is not. Where none names anybody, other elements marked as
    the author's do. A page without authors has none; a site that signs its own texts is an
    organization.
    """
    page, house = context.page, House.of(context.page)
    metas = (_once(_meta_authors(page, name, house)) for name in (*_AUTHOR_META, *_labelled(page)))
    stated = [named for named in (_once(_ld_authors(page, house)), *metas) if named]
    sure, read = signed(context, below=any(map(_are_persons, stated)))
    sources = [*stated, _once(read)]
    people = _told(sure, [_people(source, house) for source in sources])
    if not people and (sure < INTRODUCED or not read):
        people = _people(_add(sources, marked(context)), house)
        people = people or _people(_add(sources, signoff(context) or opening(context)), house)
    if not people:
        return _organizations(sources, page, house)
    return tuple(_with_page(found, sources) for found in _with_agencies(people, sources, house))


def _add(sources: list[Named], found: Named) -> Named:
    sources.append(_once(found))
    return sources[-1]


def _told(sure: int, sources: Sequence[Named]) -> Named:
    """Choose between what the page states and what it prints, which comes last."""
    persons = [source for source in sources if _are_persons(source)]
    named = [source for source in persons or sources if source]
    *_, printed = sources
    if sure == INTRODUCED and printed in named and not any(map(_alike(printed), named[:-1])):
        return printed
    return _most_named(named) if named else ()


def _are_persons(source: Named) -> bool:
    return bool(source) and all(found.value.kind == "person" for found in source)


def _alike(printed: Named) -> Callable[[Named], bool]:
    """Tell sources that have a name of the byline's, whole or a part of it."""
    keys = [_key(found.value.name) for found in printed]
    return lambda source: any(
        mine in other or other in mine
        for other in keys
        for mine in [_key(found.value.name) for found in source]
    )


def _most_named(sources: Sequence[Named]) -> Named:
    """Give the names of the source that others agree with most, completed by one that has them all."""
    if len(sources) == 1:
        return sources[0]
    keys = [{_key(found.value.name) for found in source} for source in sources]
    support = [sum(not mine.isdisjoint(other) for other in keys) for mine in keys]
    best = support.index(max(support))
    fuller = [n for n, mine in enumerate(keys) if mine > keys[best]]
    return sources[max([best, *fuller], key=lambda n: len(keys[n]))]


def _people(source: Named, house: House) -> Named:
    """Leave out organizations and the site's own name; nicknames count where nobody has a name."""
    named = [
        f for f in source if f.value.kind != "organization" and not house.is_named(f.value.name)
    ]
    persons = [found for found in named if found.value.kind == "person"]
    return tuple(persons or named)


def _with_agencies(people: Named, sources: Sequence[Named], house: House) -> Named:
    """Add the agencies that the people's own source names beside them."""
    for source in sources:
        if people and people[0] in source:
            return tuple(f for f in source if f in people or _is_guest(f, house))
    return people


def _with_page(author: Found[Party], sources: Sequence[Named]) -> Found[Party]:
    """Add the page about an author that another source links to."""
    key = _key(author.value.name)
    urls = (f.value.url for named in sources for f in named if _key(f.value.name) == key)
    return author if author.value.url else _led(author, next(filter(None, urls), None))


def _is_guest(found: Found[Party], house: House) -> bool:
    is_sure = is_agency(found.value.name) or found.trace.method != "generic"
    return found.value.kind == "organization" and is_sure and not house.is_named(found.value.name)


def _organizations(sources: Sequence[Named], page: Page, house: House) -> Named:
    """Give the first source's; an agency that any source names comes before the site."""
    named = [source for source in sources if source]
    agencies = (s for s in named if any(is_agency(found.value.name) for found in s))
    found = next(agencies, next(iter(named), ()))
    return tuple(_of_the_house(f, house) for f in found) or _host(page, house)


def _of_the_house(found: Found[Party], house: House) -> Found[Party]:
    """The site's own name is a person's only where the site is."""
    if found.value.kind == "organization" or not house.is_called(found.value.name):
        return found
    return Found(found.value.model_copy(update={"kind": house.kind}), found.trace)


def _host(page: Page, house: House) -> Named:
    """An author that is but the page's host is the site."""
    for trace in meta_words(page, _AUTHOR_META):
        if house.is_host(trace.raw):
            return (Found(Party(name=trace.raw, kind="organization", role="author"), trace),)
    return ()


def _ld_authors(page: Page, house: House) -> Iterator[Found[Party]]:
    article = page.linked_data.article
    stated = (article.values("author") or article.values("creator")) if article else ()
    for value in stated:
        data = value.value if isinstance(value.value, dict) else {}
        if not any(_LOGIN.search(str(data.get(key))) for key in ("@id", "url")):
            is_whole = "Organization" in str(data.get("@type"))  # Lee & Ray is one
            named = [
                found
                for trace in _ld_names(value, data)
                for found in _read(trace, house, is_organization=is_whole)
            ]
            url = page.join(said) if isinstance(said := data.get("url"), str) else None
            yield from (_led(found, url if len(named) == 1 else None) for found in named)


def _led(found: Found[Party], url: str | None) -> Found[Party]:
    """Note the page about a party; a site's first page is about the site."""
    if url is None or urlsplit(url).path in {"", "/"}:
        return found
    return Found(found.value.model_copy(update={"url": url}), found.trace)


def _ld_names(value: Value, data: Mapping[str, JsonValue]) -> Iterator[Trace]:
    """Give the words of an author, each of several names, or the name that is stated in parts."""
    names = data.get("name")
    if isinstance(names, list):
        where = f"{value.selector}/name"
        yield from (
            Trace("ld", f"{where}/{n}", w) for n, w in enumerate(names) if isinstance(w, str)
        )
    elif isinstance(family := data.get("familyName"), str) and not names:
        yield ld_trace(value, f"{data.get('givenName') or ''} {family}".strip())
    elif value.text:
        yield ld_trace(value, value.text)


def _meta_authors(page: Page, name: str, house: House) -> Iterator[Found[Party]]:
    for trace in meta_words(page, (name,)):
        if not house.is_host(trace.raw):
            yield from _read(trace, house)


def _labelled(page: Page) -> Iterator[str]:
    """Give the names of Twitter's meta tags whose label beside them says that an author follows."""
    for label, data in _LABELLED.items():
        if start("by").fullmatch(page.meta.get(label) or ""):
            yield data


def _read(trace: Trace, house: House, *, is_organization: bool = False) -> Iterator[Found[Party]]:
    name = clean_line(trace.raw) or ""
    named = parties(trace.raw)
    # "Human in the Loop" is a site, not Human who is in one.
    is_cut = house.is_called(name) and [party.name for party in named] != [name]
    if named and not (is_organization or is_cut):
        yield from (Found(party, trace) for party in named)
    elif named or house.is_called(name):
        yield Found(Party(name=name[:_LONGEST].strip(), kind="organization", role="author"), trace)


def _once(found: Iterable[Found[Party]]) -> Named:
    once: dict[str, Found[Party]] = {}
    for party in found:
        once.setdefault(_key(party.value.name), party)
    return tuple(once.values())[:_MOST]


def _key(name: str) -> str:
    """What two spellings of a name have in common: no case, accents, points or titles."""
    plain = "".join(
        c for c in unicodedata.normalize("NFKD", name.casefold()) if c.isalnum() or c in " -"
    )
    kept = [word for word in plain.replace("-", " ").split() if word not in _TITLES]
    return " ".join(kept) or name.casefold()
