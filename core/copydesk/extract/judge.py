"""The verdict on a page: whether it is an article, and if not, what it is instead."""

import re
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass

from copydesk.extract.album import is_album
from copydesk.extract.body.prose import prose
from copydesk.extract.listing import is_listing
from copydesk.extract.signs import ALL, WALLS, sign_in
from copydesk.outcome import RejectionCode
from copydesk.page import Page
from copydesk.schema import Article, Paragraph, Quote, Table
from copydesk.schema import List as ListBlock
from copydesk.schema.blocks import Block, children_of, lines_of

_LITTLE = 1_500
_LEAST_WORDS, _SEVERAL = 40, 3
_LETTERS = 6
"""Of an English word and its space; languages that join many parts into one word have fewer and longer ones."""
_PARAGRAPHS, _SEEN, _FEW_WORDS = 8, 5_000, 10
_UNSEEN = "body :is(script, style, template, noscript):not(noscript *)"
_FILLED = "the page holds scripts and next to no words; save it from a browser, where they have run"
_BROKEN_OFF = re.compile(r"(?:…|\.\.\.)\]?\s*$")
_LOG_LINE = re.compile(
    r"^\W*(?:\d{4}-\d\d-\d\d[T ]\d\d:\d\d|\d\d:\d\d:\d\d|\w{3} +\d+ \d\d:\d\d:\d\d|\d+\.\d+\.\d+\.\d+ )"
)
# One says as much as three letters of other scripts.
_DENSE, _TWICE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]"), 2
_PROSE_END = re.compile(r"[.!?…。！？؟।۔։።။។»”\"'’)]$")


@dataclass(frozen=True, slots=True)
class Verdict:
    """Why a page is no article."""

    code: RejectionCode
    reason: str


def before_reading(page: Page) -> Verdict | None:
    """Judge what needs no reading: a page without a word, or one that an error status came with."""
    words = _words_of(page)
    if not words:
        return Verdict("empty", "the page holds no words; look whether it was saved whole")
    if page.status in {401, 403, 451}:
        return Verdict(
            "blocked",
            f"the server answered {page.status}; fetch the page as a reader who may see it",
        )
    if page.status and page.status >= 400:  # noqa: PLR2004  # HTTP's own border
        return Verdict("error_page", f"the server answered {page.status}")
    return _by_signs(page, words, WALLS) if len(words) < _LITTLE else None


def without_body(page: Page) -> Verdict:
    """Say what a page is in which no running text was found."""
    words = page.text if page.is_text else _visible(page)
    # Lists and galleries have a banner that asks for consent, too.
    if verdict := _by_signs(page, words[:_SEEN], ALL if page.is_text else ALL - {"consent"}):
        return verdict
    if page.is_text:
        return Verdict("not_article", "no headline followed by sentences stands in this text")
    return (
        _of_media(page)
        or _by_signs(page, words[:_SEEN], {"consent"})
        or _bare(page)
        or Verdict("not_article", "no running text stands on this page")
    )


def _of_media(page: Page) -> Verdict | None:
    """Tell a page of pictures, of links, or around a player."""
    if page.tree.css_first(
        "video, [class*=video-player i], meta[property='og:type'][content*=video i]"
    ):
        return Verdict("video", "a player and no running text stand on this page")
    pictures = len(page.tree.css("figure img, [class*=gallery i] img, [class*=photo i] img"))
    titles = len(page.tree.css(":is(h1, h2, h3) > a[href]"))
    is_list = titles >= max(_SEVERAL, pictures / 2)
    if (pictures > 5 and not is_list) or is_album(page):  # noqa: PLR2004
        return Verdict("gallery", "pictures and no running text stand on this page")
    links = len(page.tree.css("a[href]"))
    if links > 20 or is_list:  # noqa: PLR2004  # a page of links
        return Verdict("index", f"{links} links and no running text stand on this page")
    return None


def _bare(page: Page) -> Verdict | None:
    """Tell a page that holds scripts and next to no words: a browser would have filled it."""
    body = page.tree.body
    unseen = page.tree.css(_UNSEEN)
    if body is None or not unseen:
        return None
    words = len(body.text(separator=" ").split())
    shown = words - sum(len(node.text(separator=" ").split()) for node in unseen)
    return Verdict("empty", _FILLED) if shown <= _FEW_WORDS else None


def of_article(article: Article, page: Page) -> Verdict | None:
    """Judge what was read: an article needs prose, and more than a sentence of it."""
    words = _count(line for block in article.body for line in _running(block))
    if words == 0 and (page.truncated or not article.body):
        return without_body(page)
    if page.is_text and _is_no_prose([line for b in article.body for line in _running(b)]):
        return Verdict("not_article", "the lines are records or items, not sentences")
    if verdict := _of_teasers(article, page):
        return verdict
    is_unsure = article.outlet == "generic" or _is_cut_before_its_layout(article, page)
    if not is_unsure or article.access == "paywalled":
        return None
    if words < _LEAST_WORDS:
        return without_body(page)
    said = _beginning(article)
    weight = len(said) if said.isascii() else len(said) + len(_DENSE.findall(said)) * _TWICE
    return _by_signs(page, said) if weight < _LITTLE else None


def _of_teasers(article: Article, page: Page) -> Verdict | None:
    """Tell lists of other texts by how their lines end, or by where their titles lead."""
    if _is_index(article):
        return Verdict("index", "beginnings of texts, each broken off, stand on this page")
    if is_listing(article, page):
        return _by_signs(page, article.headline, {"search"}) or Verdict(
            "index", "titles that lead to other pages, and little else, stand here"
        )
    return None


def _is_index(article: Article) -> bool:
    """Tell a list of teasers, each of which ends in an ellipsis or a link after one."""
    found = [p for block in article.body for p in _paragraphs(block)]
    broken = [p for p in found if _is_broken_off(p)]
    teasers = sum(map(_is_prose, broken)) if len(broken) >= _SEVERAL else 0
    return teasers >= _SEVERAL and teasers > sum(map(_is_prose, found)) * 0.6


def _is_prose(paragraph: Paragraph) -> bool:
    return prose(paragraph.text) > 0


def _is_broken_off(paragraph: Paragraph) -> bool:
    has_dots = "…" in paragraph.text or "..." in paragraph.text
    return has_dots and _BROKEN_OFF.search(_without_last_link(paragraph)) is not None


def _paragraphs(block: Block) -> Iterator[Paragraph]:
    if isinstance(block, Paragraph):
        yield block
    for inner in children_of(block):
        yield from _paragraphs(inner)


def _without_last_link(paragraph: Paragraph) -> str:
    last = paragraph.spans[-1] if paragraph.spans else None
    is_at_end = last is not None and last.kind == "link" and last.end == len(paragraph.text)
    return paragraph.text[: last.start] if last and is_at_end else paragraph.text


def _is_cut_before_its_layout(article: Article, page: Page) -> bool:
    """Tell whether the generic reader stood in for a layout of which the page's end took the mark."""
    found = article.provenance.get("/body/0", ())
    return page.truncated and any(evidence.method == "generic" for evidence in found)


def _running(block: Block) -> tuple[str, ...]:
    return lines_of(block) if isinstance(block, Paragraph | Quote | ListBlock | Table) else ()


def _is_no_prose(lines: list[str]) -> bool:
    sentences = sum(bool(prose(line) and _PROSE_END.search(line)) for line in lines)
    records = sum(bool(_LOG_LINE.match(line)) for line in lines)
    return sentences < len(lines) * 0.4 or records > len(lines) * 0.3


def _count(lines: Iterable[str]) -> int:
    """Count words, of text with long ones their letters, until there are enough."""
    words = 0
    for line in lines:
        spaced = len(line.split())
        is_spaced = spaced > len(line) / 12
        words += max(spaced, len(line) // _LETTERS) if is_spaced else len(line) // 2
        if words >= _LEAST_WORDS:
            break
    return words


def _beginning(article: Article) -> str:
    """Give headline and text, as far as they are little."""
    said = [article.headline]
    for block in article.body:
        said += lines_of(block)
        if sum(map(len, said)) >= _LITTLE:
            break
    return "\n".join(said)


def _by_signs(page: Page, words: str, codes: Container[RejectionCode] = ALL) -> Verdict | None:
    title = "" if page.is_text else page.title or ""
    sign = sign_in(f"{title}\n{words}", codes)
    return Verdict(sign[0], f"the page says “{sign[1]}” and holds little else") if sign else None


def _words_of(page: Page) -> str:
    """Give the words of a page that may hold few; a page of many paragraphs is past all doubt."""
    if page.is_text:
        return page.text.strip()
    many = len(page.paragraphs) > _PARAGRAPHS
    return page.text if many else _visible(page)


def _visible(page: Page) -> str:
    body = page.tree.body
    words = body.text(separator=" ").split(None, _SEEN) if body is not None else []
    return " ".join(words[:_SEEN])
