"""What a page states of itself outside its text: linked data, meta tags, microdata."""

from collections.abc import Iterable, Iterator

from copydesk.extract.found import Trace
from copydesk.page import Page
from copydesk.page.linked_data import Value


def stated(page: Page, properties: Iterable[str], names: Iterable[str]) -> Iterator[Trace]:
    """Give what linked data, meta tags and microdata state, in this order of trust."""
    article = page.linked_data.article
    for name in properties:
        for value in article.values(name) if article else ():
            if value.text:
                yield ld_trace(value, value.text)
    yield from meta_words(page, names)
    item = page.microdata.article
    for name in properties:
        for found in item.values(name) if item else ():
            if found.text:
                yield Trace("microdata", name, found.text)


def meta_words(page: Page, names: Iterable[str]) -> Iterator[Trace]:
    """Give the contents of meta tags, name by name."""
    for name in names:
        for value in page.meta.all(name):
            yield Trace("meta", name, value)


def ld_trace(value: Value, raw: str) -> Trace:
    """Say where in the linked data a value stands."""
    return Trace("ld", f"{value.block}:{value.pointer}", raw)
