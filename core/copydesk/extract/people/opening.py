"""Names that open a Chinese or Korean text, or sign a Korean one, where no byline names anybody."""

import re
from collections.abc import Iterator
from itertools import chain, islice

from selectolax.lexbor import LexborNode

from copydesk.extract.context import Context
from copydesk.extract.dates.tongue import primary
from copydesk.extract.found import Found
from copydesk.extract.people.byline_words import words as words_of
from copydesk.extract.people.east_asian import HAN_OR_HANGUL, NAME
from copydesk.extract.people.names import parties
from copydesk.extract.people.signed import Signers, found_at
from copydesk.extract.seen import is_aside
from copydesk.extract.vicinity import Line
from copydesk.page import Page
from copydesk.schema import Party, clean_line

_LANGUAGES = frozenset({"zh", "ko"})
_SAID = ("记者", "記者", "기자", "특파원")
# As in （记者王小明、李华）, 〔記者王小明／台北報導〕 and （港口社記者王小明台北1日電）.
_CHINESE = re.compile(
    r"[^()（）〔〕【】\[\]]{0,24}[(（〔【\[][^()（）〔〕【】\[\]/／]{0,8}?(?:记者|記者)\s*"
    r"(?P<names>[^()（）〔〕【】\[\]/／]{2,40})(?:[/／][^()（）〔〕【】\[\]]{0,24})?[)）〕】\]]"
)
# As in (서울=한결통신) 김철수 이영희 기자 =, before the text.
_KOREAN = re.compile(
    r"[(\[【][^()\[\]【】]{2,30}[)\]】]\s?(?P<names>[가-힣]{2,4}(?:[·,\s]{1,2}[가-힣]{2,4}){0,3})\s?"
    r"(?:선임|인턴|수습|전문|객원)?\s?(?:기자|특파원)\s?="
)
# "[목포 = 김철수 기자]", "김철수 기자 kim@harbour.example", as a line of its own.
_SIGNED = re.compile(
    r"[\[(【<▲/]?\s?(?:[가-힣/]{1,12}\s?=\s?)?(?P<names>[가-힣]{2,4}(?:[·,]\s?[가-힣]{2,4}){0,3})\s?"
    r"(?:선임|인턴|수습|전문|객원)?\s?(?:기자|특파원)\s?[\])】>]?(?:\s?[(<]?[\w.+-]+@[\w.-]+[)>]?)?"
)
_BETWEEN = re.compile(r"[、，,·\s]+|(?:通讯员|通訊員|实习生|見習記者|见习记者|记者|記者)")
# A name, the place and the day of a telegram are one word.
_TELEGRAM = re.compile(r"(?P<name>..(?=..\d)|...(?=..+\d)).{2,8}\d{1,2}日[电電]")
_SHORTEST, _LEAST, _START, _LONGEST, _MOST = 4, 30, 90, 5_000, 20_000


def opening(context: Context) -> tuple[Found[Party], ...]:
    """Whom the text's beginning names as its reporters, else whom a line of its own does."""
    if not _may_name(context.page):
        return ()
    lines = list(_texts(context))
    named = map(_named, chain((n for n in lines if len(n.text) > _LEAST), reversed(lines)))
    return tuple(found_at(context, next(filter(None, named), [])))


def _may_name(page: Page) -> bool:
    """Tell a page that is titled in Chinese or Korean, or says so, and names reporters at all."""
    is_east_asian = HAN_OR_HANGUL.search(page.title or "") or primary(page.html_lang) in _LANGUAGES
    return bool(is_east_asian) and any(said in page.text for said in _SAID)


def _texts(context: Context) -> Iterator[Line]:
    body = context.page.tree.body
    nodes = body.traverse(include_text=True) if body is not None else iter(())
    for node in islice(nodes, _MOST):
        raw = node.text_content if node.is_text_node else None
        if raw and _SHORTEST < len(raw) < _LONGEST and node.parent is not None:
            yield Line(node.parent, clean_line(raw[:_START]) or "")


def _named(line: Line) -> Signers:
    is_short = len(line.text) <= _LEAST
    found = (
        _SIGNED.fullmatch(line.text)
        if is_short or "@" in line.text
        else _CHINESE.match(line.text) or _KOREAN.match(line.text)
    )
    if found is None or _is_other(line.node):
        return []
    furniture = words_of("furniture")
    telegram = _TELEGRAM.fullmatch(found["names"])
    words = [telegram["name"]] if telegram else _BETWEEN.split(found["names"])
    names = [word for word in words if NAME.fullmatch(word) and word not in furniture]
    return [(party, line) for name in names for party in parties(name) if party.kind == "person"]


def _is_other(node: LexborNode) -> bool:
    """Tell a caption, a link and what is aside: they tell of other texts."""
    return node.tag in {"a", "figcaption", "li", "script", "style", "title"} or is_aside(node)
