"""The text of an article as linked data states it, for pages whose markup shows but its beginning."""

import re

from copydesk.extract.found import Found, Trace
from copydesk.extract.words import unescaped
from copydesk.page import Page
from copydesk.page.linked_data import Value
from copydesk.schema import Block, Paragraph, clean_text, lines_of

_ENDS = re.compile(r"</(?:p|div|h[1-6]|li)>|<br\s*/?>", re.IGNORECASE)
_LONG, _FULLER = 600, 2


def fuller(page: Page, shown: tuple[Found[Block], ...]) -> tuple[Found[Block], ...]:
    """Give the stated text's paragraphs where they hold at least twice as much as what is shown."""
    value = stated(page)
    if value is None:
        return shown
    seen = sum(len(line) for found in shown for line in lines_of(found.value))
    least = max(_LONG, _FULLER * seen)
    if len(value.text or "") < least:  # less its markup it is still shorter
        return shown
    paragraphs = _paragraphs(value)
    return paragraphs if sum(len(found.trace.raw) for found in paragraphs) >= least else shown


def stated(page: Page) -> Value | None:
    """Give the text of the article as linked data has it, markup and all."""
    article = page.linked_data.article
    values = article.values("articleBody") if article else ()
    return next((value for value in values if value.text), None)


def _paragraphs(value: Value) -> tuple[Found[Block], ...]:
    text = _ENDS.sub("\n", value.text or "")
    lines = [line for raw in text.split("\n") if (line := clean_text(unescaped(raw)))]
    return tuple(
        Found(Paragraph(id=f"b{number}", text=line), Trace("ld", value.selector, line))
        for number, line in enumerate(lines, 1)
    )
