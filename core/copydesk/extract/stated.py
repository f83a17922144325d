"""What a page states of itself outside its text: linked data, meta tags, microdata."""

from collections.abc import Iterable, Iterator

from copydesk.extract.found import Trace
from copydesk.page import Page
from copydesk.page.linked_data import Value


def stated(page: Page, properties: Iterable[str], names: Iterable[str]) -> Iterator[Trace]:
    """Give what linked data, meta tags and microdata state, in this order of trust."""
    yield from linked(page, properties)
    yield from meta_words(page, names)
    yield from marked_up(page, properties)


def linked(page: Page, properties: Iterable[str]) -> Iterator[Trace]:
    """Give what the linked data of the article says, property by property."""
    article = page.linked_data.article
    for name in properties:
        for value in article.values(name) if article else ():
            if value.text:
                yield ld_trace(value, value.text)


def marked_up(page: Page, properties: Iterable[str]) -> Iterator[Trace]:
    """Give what the microdata of the article says; they take a walk through the page, once."""
    item = page.microdata.article
    for name in properties:
        for found in item.values(name) if item else ():
            if found.text:
                yield Trace("microdata", name, found.text)


def instead_marked_up(page: Page, properties: Iterable[str]) -> Iterator[Trace]:
    """Give what the microdata of a page says whose linked data knows no article."""
    if page.linked_data.article is None:
        yield from marked_up(page, properties)


def meta_words(page: Page, names: Iterable[str]) -> Iterator[Trace]:
    """Give the contents of meta tags, name by name."""
    for name in names:
        for value in page.meta.all(name):
            yield Trace("meta", name, value)


def ld_trace(value: Value, raw: str) -> Trace:
    """Say where in the linked data a value stands."""
    return Trace("ld", f"{value.block}:{value.pointer}", raw)
