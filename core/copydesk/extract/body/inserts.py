"""Things that stand in running text and are none: tables, code, attributions."""

import re
from collections.abc import Iterator
from functools import lru_cache

from selectolax.lexbor import LexborNode

from copydesk.extract.body.pieces import Compound, Piece
from copydesk.extract.words import line_of
from copydesk.schema import Cell, clean_line
from copydesk.schema.letters import bare

_LONG_CELL, _SHORT_CELL = 300, 30
_LONGEST_NAME = 120
_DASHED = re.compile(r"[—–―]\s*[^\W\d_]")
# Of highlight.js and Prism, of Rouge and Pygments as GitHub sets them, and of SyntaxHighlighter.
_LANGUAGE = re.compile(
    r"(?:^|\s)(?:lang(?:uage)?-|highlight-(?:source|text)-|brush:\s*)([\w+#.-]+)"
)
_BREAKS, _ROWS = "br, div, li, p", frozenset({"div", "li", "p"})


def code(node: LexborNode) -> Piece | None:
    """Make a piece of preformatted text, its lines kept; None for the numbers of another's lines."""
    text = "".join(_lines(node)) if node.css_first(_BREAKS) is not None else node.text()
    text = bare("\n".join(line.rstrip() for line in text.splitlines())).strip("\n")
    return Piece("code", node, text=text) if text and not text.replace("\n", "").isdigit() else None


def _lines(node: LexborNode) -> Iterator[str]:
    """Give preformatted text whose lines may be elements of their own."""
    is_begun = False
    for part in node.traverse(include_text=True):
        if part.is_text_node:
            words = part.text_content or ""
            is_begun = bool(words) and not words.endswith("\n")
            yield words
        elif part.tag == "br" or (is_begun and part.tag in _ROWS):
            is_begun = False
            yield "\n"


def code_language(node: LexborNode) -> str | None:
    """Read the language that the markup of preformatted text names, on it, within it or around it."""
    inner = node.css_first("code")
    for here in (node, inner, node.parent, node.parent.parent if node.parent is not None else None):
        said = here.attributes if here is not None else {}
        for name in ("data-lang", "data-language"):
            if words := clean_line(said.get(name) or ""):
                return words
        if found := _LANGUAGE.search(said.get("class") or ""):
            return found[1]
    return None


def table(node: LexborNode) -> Piece | None:
    """Make a piece of a table of data; None for one that lays out a page."""
    if node.css_first("table table, p + p, h1, h2, article") is not None:
        return None
    rows = (tuple(map(_cell, row.css("td, th"))) for row in node.css("tr"))
    full = tuple(row for row in rows if any(cell.text for cell in row))
    wide = max((len(row) for row in full), default=0)
    long = any(len(cell.text) > _LONG_CELL for row in full for cell in row)
    return Compound("table", node, rows=full) if wide > 1 and len(full) > 1 and not long else None


def take_attribution(quote: Compound) -> None:
    """Move a quotation's last line to its attribution, where the markup or a dash tells it."""
    cited = quote.node.css_first("cite, footer")
    words = line_of(cited) if cited is not None else None
    last = clean_line(quote.children[-1].text) or ""
    if not words and len(last) <= _LONGEST_NAME and _DASHED.match(last):
        words = last
    if words and len(quote.children) > 1 and last == words:
        quote.children = quote.children[:-1]
        quote.attribution = clean_line(words.lstrip("—–- ")) or None


def take_numbers(listing: Compound) -> None:
    """Take the numbers off a list each item of which begins with its place: such a list is ordered."""
    if all(_is_numbered(item, place) for place, item in enumerate(listing.children, 1)):
        for item in listing.children:
            if isinstance(item, Compound):
                item.children = item.children[1:]
        listing.ordered = True


def _is_numbered(item: Piece, place: int) -> bool:
    first, *rest = item.children or (item,)
    is_number = first.kind == "paragraph" and first.text.strip(" .)#") == str(place)
    return is_number and any(piece.text or piece.children for piece in rest)


def _cell(node: LexborNode) -> Cell:
    text, is_header = line_of(node) or "", node.tag == "th"
    return (_known_cell if len(text) <= _SHORT_CELL else _new_cell)(text, is_header)


def _new_cell(text: str, header: bool) -> Cell:
    return Cell(text=text, header=header).lean()


_known_cell = lru_cache(maxsize=1_024)(_new_cell)
"""Tables say much again: the same cell stands for the same words."""
