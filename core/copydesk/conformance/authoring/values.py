"""Recorded values in words, for a person who compares them with a page."""

import json
from collections.abc import Iterator
from dataclasses import dataclass

from pydantic import JsonValue

_FIRST = ("text", "name", "value", "caption", "alt", "url", "relation", "code")
_HIDDEN = frozenset({"id"})


@dataclass(frozen=True)
class Said:
    """A value: the words that stand on the page, and what is known of them besides."""

    text: str
    details: str = ""


def said(value: JsonValue) -> Said:
    """Say a value of the schema in words, whatever of it is recorded."""
    if not isinstance(value, dict):
        return Said(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False))
    if isinstance(value.get("type"), str):
        return Said("\n".join(_lines(value)), " · ".join(_of_block(value)))
    first = next((name for name in _FIRST if value.get(name)), None)
    words = str(value[first]) if first else ""
    rest = (
        f"{name} {_short(part)}" for name, part in value.items() if name not in {first, *_HIDDEN}
    )
    return Said(words, " · ".join(rest))


def _lines(block: dict[str, JsonValue]) -> Iterator[str]:
    """Give a block's lines of text, with marks for what they are."""
    match block:
        case {"type": "list", "items": list(items)}:
            for item in items:
                yield from (f"• {line}" for line in _inner(item))
        case {"type": "quote", "blocks": inner}:
            yield from (f"│ {line}" for line in _inner(inner))
        case {"type": "table", "rows": list(rows)}:
            for row in rows:
                yield " | ".join(_cell(cell) for cell in (row if isinstance(row, list) else []))
        case {"type": "image", "image": image}:
            yield f"[picture {image}]"
        case {"type": "divider"}:
            yield "* * *"
        case _:
            yield from (str(block[name]) for name in ("text", "url") if block.get(name))


def _inner(blocks: JsonValue) -> Iterator[str]:
    for block in blocks if isinstance(blocks, list) else []:
        if isinstance(block, dict):
            yield from _lines(block)


def _cell(cell: JsonValue) -> str:
    return str(cell.get("text") or "") if isinstance(cell, dict) else str(cell)


def _of_block(block: dict[str, JsonValue]) -> Iterator[str]:
    """Give a block's type, and what else a reader of it would see: links and emphasis."""
    level = f" {block['level']}" if "level" in block else ""
    yield f"{block['type']}{level}"
    if block.get("attribution"):
        yield f"said by {_short(block['attribution'])}"
    text, spans = block.get("text"), block.get("spans")
    if isinstance(text, str) and isinstance(spans, list):
        yield from (_span(text, span) for span in spans if isinstance(span, dict))


def _span(text: str, span: dict[str, JsonValue]) -> str:
    start, end = (span.get(name) for name in ("start", "end"))
    words = text[start:end] if isinstance(start, int) and isinstance(end, int) else "?"
    href = f" → {span['href']}" if span.get("href") else ""
    return f"{span.get('kind')} “{words}”{href}"


def _short(value: JsonValue) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
