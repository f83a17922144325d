"""A page's layout without its text, as a fixture that may be published."""

from collections.abc import Iterable

import webencodings

from copydesk.conformance.synthesis.filler import Filler
from copydesk.conformance.synthesis.known_words import (
    known_phrases,
    known_words,
    marked_values,
    markers,
)
from copydesk.conformance.synthesis.markup import Markup
from copydesk.conformance.synthesis.rewriting import Rewriter, words_of
from copydesk.page import Page
from copydesk.plugins import Plugins

_CODECS = {
    "utf-16le": "utf-16-le",
    "utf-16be": "utf-16-be",
    "utf-32le": "utf-32-le",
    "utf-32be": "utf-32-be",
}


def synthesise(page: Page, plugins: Plugins, keep: Iterable[str] = ()) -> bytes:
    """
    Replace a page's prose, names and pictures by invented filler of the same script and length.

    Tags, classes and attributes stay, as do digits, dates, punctuation, hosts, small words by
    which a language is known, and words that a rule of the framework or a plugin looks for. A word
    has one filler wherever it stands, so that a headline and its copies agree.

    Args:
        page: The page.
        plugins: Whose rules tell which words stay.
        keep: Words or phrases that stay, too.

    Returns:
        The new page in the encoding of the old one; the same for the same page and plugins.

    Raises:
        Refused: if the page cannot be decoded or parsed.
    """
    own = {word for phrase in keep for word in words_of(phrase)}
    filler = Filler(known_words() | markers(page, plugins) | own, words_of(page.text))
    rewriter = Rewriter(filler, known_phrases() | marked_values(plugins))
    text = rewriter.text(page.text) if page.is_text else Markup(rewriter).rewritten(page.text)
    return _mark(page) + _encoded(text, page)


def _encoded(text: str, page: Page) -> bytes:
    errors = "replace" if page.is_text else "xmlcharrefreplace"
    if page.charset in _CODECS:
        return text.encode(_CODECS[page.charset], errors)
    codec = webencodings.lookup(page.charset).codec_info
    return bytes(codec.encode(text, errors)[0])


def _mark(page: Page) -> bytes:
    """Give the byte order mark that the page begins with."""
    mark = "\ufeff".encode(_CODECS.get(page.charset, page.charset), "ignore")
    return mark if mark and page.content.startswith(mark) else b""
