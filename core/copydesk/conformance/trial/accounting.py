"""Text accounting: what of the text under the body's element is in the article, dropped, or lost."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from copydesk.conformance.trial.visible import pieces_of, squeezed, unseen
from copydesk.layout import Layout, TextLayout
from copydesk.page import Page
from copydesk.schema import Article, lines_of
from copydesk.schema.base import Model

_TAKEN, _DROPPED = 1, 2
_LEAST = 10
"""Fewer characters of a field, such as a name's, may stand anywhere."""


@dataclass(frozen=True)
class Account:
    """The text under the body's element, white space aside, counted in characters."""

    taken: int
    """In a block, or in another field of the article."""
    dropped: int
    """Under a drop rule."""
    lost: tuple[str, ...]
    """Neither: the pieces, in page order."""

    @property
    def share(self) -> float:
        """The part that is taken or dropped, from 0 to 1; 1 where there is no text at all."""
        known = self.taken + self.dropped
        return known / ((known + sum(map(len, self.lost))) or 1)


def account(layout: Layout | TextLayout, page: Page, article: Article) -> Account | None:
    """Account for a page that a layout has read; None where the layout declares no body."""
    if isinstance(layout, TextLayout):
        return _of_lines(layout, page, article)
    root = layout.body_element(page)
    if root is None:
        return None
    hidden = unseen(root)
    dropped = {node.mem_id for nodes in layout.dropped(page).values() for node in nodes}
    shown, kept = (list(pieces_of(root, skip)) for skip in (hidden, hidden | dropped))
    cut = [words for found in layout.cut(page).values() for words in found]
    return _settled(kept, cut, sum(map(len, shown)) - sum(map(len, kept)), article)


def _of_lines(layout: TextLayout, page: Page, article: Article) -> Account:
    lines = dict(enumerate(page.lines, 1))
    dropped = [lines[number] for found in layout.dropped(page).values() for number in found]
    shown = [squeezed(lines[number]) for number in layout.body_lines(page)]
    return _settled(shown, dropped, 0, article)


def _settled(kept: Sequence[str], cut: Iterable[str], dropped: int, article: Article) -> Account:
    sheet = _Sheet("".join(kept))
    for line in (line for block in article.body for line in lines_of(block)):
        sheet.strike(squeezed(line), _TAKEN)
    for words in cut:
        sheet.strike(squeezed(words), _DROPPED)
    known = {squeezed(words) for words in _words_of(article)}
    for words in sorted((w for w in known if len(w) >= _LEAST), key=len, reverse=True):
        while sheet.strike(words, _TAKEN):
            pass
    small = "\0".join(known)
    lost = [rest for rest in sheet.rests(kept) if rest not in small]
    dropped += sheet.marks.count(_DROPPED)
    taken = sum(map(len, kept)) - sheet.marks.count(_DROPPED) - sum(map(len, lost))
    return Account(taken, dropped, tuple(lost))


class _Sheet:
    """The text, and a mark on every character that is accounted for."""

    def __init__(self, text: str) -> None:
        self.text, self.marks = text, bytearray(len(text))

    def strike(self, words: str, mark: int) -> bool:
        """Mark the first place of the words that is still free; False where there is none."""
        at = self.text.find(words) if words else -1
        while at >= 0 and self.marks[at]:
            at = self.text.find(words, at + 1)
        if at >= 0:
            self.marks[at : at + len(words)] = bytes([mark]) * len(words)
        return at >= 0

    def rests(self, pieces: Iterable[str]) -> Iterator[str]:
        """Give of every piece what is not marked, where it has a letter or a digit."""
        start = 0
        for piece in pieces:
            marks = self.marks[start : start + len(piece)]
            start += len(piece)
            rest = "".join(c for c, mark in zip(piece, marks, strict=True) if not mark)
            if any(map(str.isalnum, rest)):
                yield rest


def _words_of(article: Article) -> Iterator[str]:
    """Give every string of an article, and the raw words of its evidence."""
    yield from (evidence.raw for found in article.provenance.values() for evidence in found)
    pending: list[object] = [article.model_copy(update={"provenance": {}})]
    while pending:
        match pending.pop():
            case str() as words:
                yield words
            case tuple() as parts:
                pending += parts
            case Model() as part:
                pending += [getattr(part, name) for name in type(part).model_fields]
