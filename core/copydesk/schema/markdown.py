"""An article as CommonMark with tables."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping

from copydesk.schema.article import Article
from copydesk.schema.blocks import (
    Block,
    Cell,
    Code,
    Divider,
    Embed,
    Heading,
    ImageRef,
    List,
    Paragraph,
    Quote,
    Span,
    Table,
)
from copydesk.schema.parts import Image

Images = Mapping[str, Image]

_SPECIAL = re.compile(r"[\\`*_\[\]<>]|&(?=#?\w+;)")
_SPECIAL_IN_LINK = re.compile(r"[\\<>]|&(?=#?\w+;)")
# What would make a line a heading, list item, rule, fence or table: a backslash goes before it.
_AT_START = re.compile(
    r"^(?:(\d{1,9})(?=[.)](?:\s|$))|(?=[-+=~#:|](?!\w)))", re.ASCII | re.MULTILINE
)
_CLOSING_MARKS = re.compile(r" (#+)$")
_FENCE = re.compile(r"`{3,}")
_MARKS = {"emphasis": "*", "strong": "**"}


def to_markdown(article: Article) -> str:
    """Print headline, summary and body; every other field stays in the JSON."""
    images = {image.id: image for image in article.images}
    parts = [_heading(1, _inline(article.headline))]
    if article.summary:
        parts.append(f"**{_inline(_one_line(article.summary))}**")
    return "\n\n".join([*parts, *_blocks(article.body, images)]) + "\n"


def _blocks(blocks: Iterable[Block], images: Images) -> list[str]:
    return [text for block in blocks if (text := _block(block, images))]


def _block(block: Block, images: Images) -> str:  # noqa: PLR0911  # one kind a line
    match block:
        case Paragraph():
            return _inline(block.text, block.spans)
        case Heading():
            return _heading(max(block.level, 2), _inline(_one_line(block.text), block.spans))
        case Quote():
            return _quote(block, images)
        case List():
            items = (_blocks(item, images) for item in block.items)
            return "\n".join(_item(n if block.ordered else 0, i) for n, i in enumerate(items, 1))
        case Table():
            return _table(block)
        case ImageRef():
            return _image(images[block.image])
        case Embed():
            return _embed(block)
        case Code():
            return _code(block)
        case Divider():
            return "***"  # dashes after the dash of a list item would be one rule


def _heading(level: int, text: str) -> str:
    return "#" * level + " " + _CLOSING_MARKS.sub(r" \\\1", text)


def _quote(quote: Quote, images: Images) -> str:
    parts = _blocks(quote.blocks, images)
    if quote.attribution:
        parts.append(f"— {_inline(quote.attribution)}")
    lines = "\n\n".join(parts).split("\n")
    return "\n".join(f"> {line}" if line else ">" for line in lines)


def _item(number: int, blocks: list[str]) -> str:
    mark = f"{number}. " if number else "- "
    first, *rest = "\n\n".join(blocks).split("\n")
    return "\n".join([mark + first, *(" " * len(mark) + line if line else "" for line in rest)])


def _table(table: Table) -> str:
    width = max(len(row) for row in table.rows)
    # The first row must be a header in Markdown: one without words where the table has none.
    rows = table.rows if all(cell.header for cell in table.rows[0]) else ((), *table.rows)
    lines = [_row(row, width) for row in rows]
    return "\n".join([lines[0], "|" + " --- |" * width, *lines[1:]])


def _row(row: tuple[Cell, ...], width: int) -> str:
    cells = [_inline(_one_line(cell.text)).replace("|", "\\|") for cell in row]
    return f"| {' | '.join(cells + [''] * (width - len(cells)))} |"


def _image(image: Image) -> str:
    said = " / ".join(part for part in (image.caption or image.alt, image.credit) if part)
    words = _inline(_one_line(said))
    return f"![{words}]({_target(image.url)})" if image.url else words


def _embed(embed: Embed) -> str:
    link = f"[{_inline(embed.url)}]({_target(embed.url)})" if embed.url else ""
    return "\n\n".join(part for part in (_inline(embed.text or ""), link) if part)


def _code(code: Code) -> str:
    fence = "`" * (1 + max((len(run) for run in _FENCE.findall(code.text)), default=2))
    language = (code.language or "").replace("`", "")
    return f"{fence}{language}\n{code.text}\n{fence}"


def _inline(text: str, spans: Iterable[Span] = ()) -> str:
    """Escape the text and put the marks of its spans around their runs."""
    marks: dict[int, list[str]] = {}
    for span in _printable(text, spans):
        mark = _MARKS.get(span.kind)
        marks.setdefault(span.start, []).append(mark or "[")
        marks.setdefault(span.end, []).insert(0, mark or f"]({_target(span.href or '')})")
    cuts = sorted({0, *marks, len(text)})
    runs = (
        "".join(marks.get(start, ())) + _SPECIAL.sub(r"\\\g<0>", text[start:end])
        for start, end in zip(cuts, [*cuts[1:], len(text)], strict=True)
    )
    escaped = re.sub(r"!(?=\[)", r"\\!", "".join(runs))
    return _AT_START.sub(r"\1\\", escaped).replace("\n", "\\\n")


def _printable(text: str, spans: Iterable[Span]) -> Iterator[Span]:
    """Give the spans that CommonMark can print: within each other, one of a kind at a time."""
    around: list[Span] = []
    ends: set[int] = set()
    for span in sorted(spans, key=lambda s: (s.start, -s.end)):
        while around and around[-1].end <= span.start:
            around.pop()
        crosses = bool(around) and span.end > around[-1].end
        if crosses or span.kind in {s.kind for s in around} or not _has_borders(text, span, ends):
            continue
        around.append(span)
        ends.add(span.end)
        yield span


def _has_borders(text: str, span: Span, ends: set[int]) -> bool:
    if span.kind == "link":
        return span.href is not None
    run = text[span.start : span.end]
    outside = text[max(span.start - 1, 0) : span.start] + text[span.end : span.end + 1]
    return run == run.strip() and span.start not in ends and all(map(_is_border, outside))


def _is_border(char: str) -> bool:
    """Tell whether an asterisk beside this character is surely one of emphasis."""
    return char.isspace() or unicodedata.category(char).startswith("P")


def _target(url: str) -> str:
    return "<" + _SPECIAL_IN_LINK.sub(r"\\\g<0>", url) + ">"


def _one_line(text: str) -> str:
    return text.replace("\n", " ")
