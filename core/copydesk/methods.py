"""An outlet's own methods: what they return, made into typed values with their trace."""

from collections.abc import Iterable
from itertools import islice
from typing import Any

from selectolax.lexbor import LexborNode

from copydesk.extract.body.builder import Builder
from copydesk.extract.body.walk import Walk
from copydesk.extract.context import Context
from copydesk.extract.found import Found, Trace
from copydesk.extract.people.names import parties
from copydesk.outlet import Outlet
from copydesk.schema import Paragraph, Party, Stamp, clean_line, clean_text
from copydesk.schema.base import Model

METHODS = (
    "headline", "summary", "dateline", "byline", "authors", "published", "modified", "sections",
    "topics", "body", "images", "comments", "syndication", "language", "kind", "access", "publisher",
)  # fmt: skip


_MOST = 10_000
"""So many parts of a field are taken; a generator may have no end."""


def call(
    outlet: Outlet, field: str, context: Context
) -> Found[Any] | tuple[Found[Any], ...] | None:
    """
    Ask an outlet's method for a field.

    Returns:
        None where the outlet has no such method, or it leaves the field to others.

    Raises:
        TypeError: if the method returns what the field cannot be made of.
        Exception: whatever the method itself raises.
    """
    method = getattr(outlet, field, None)
    if not callable(method):
        return None
    value = method(context.page)
    return None if value is None else _typed(field, value, context)


def _typed(
    field: str, value: object, context: Context
) -> Found[Any] | tuple[Found[Any], ...] | None:
    if field == "body":
        return _body(value, context)
    if field == "authors":
        return tuple(party for item in _each(value) for party in _parties(item))
    if field in {"sections", "topics", "images", "comments", "syndication"}:
        return tuple(_found(field, item) for item in _each(value))
    if field in {"published", "modified"} and isinstance(value, str):
        stamp = context.stamp(value, f"/{field}")
        return Found(stamp, Trace("python", field, value)) if stamp else None
    if isinstance(value, str | Model):
        return _found(field, value) if value else None
    raise _wrong(field, value)


def _body(value: object, context: Context) -> tuple[Found[Any], ...]:
    if isinstance(value, LexborNode):
        return Builder(context, "python").body(Walk(context.page).run(value).pieces)
    given = [clean_text(item) if isinstance(item, str) else item for item in _each(value)]
    if wrong := [item for item in given if not isinstance(item, str | Model | None)]:
        raise _wrong("body", wrong[0])
    blocks = (
        Paragraph(id=f"b{number}", text=item) if isinstance(item, str) else item
        for number, item in enumerate(filter(None, given), 1)
    )
    return tuple(_found("body", block) for block in blocks)


def _parties(item: object) -> Iterable[Found[Party]]:
    if isinstance(item, Party):
        return [_found("authors", item)]
    if not isinstance(item, str):
        raise _wrong("authors", item)
    return [Found(party, Trace("python", "authors", item)) for party in parties(item)]


def _found(field: str, item: object) -> Found[Any]:
    if isinstance(item, str):
        return Found(clean_line(item), Trace("python", field, item))
    if isinstance(item, Stamp):
        return Found(item, Trace("python", field, item.raw))
    if isinstance(item, Model):
        raw = (
            getattr(item, "text", None) or getattr(item, "name", None) or getattr(item, "url", None)
        )
        return Found(item, Trace("python", field, str(raw or "")))
    raise _wrong(field, item)


def _each(value: object) -> Iterable[object]:
    if isinstance(value, str | Model) or not isinstance(value, Iterable):
        return [value]
    return islice(value, _MOST)


def _wrong(field: str, value: object) -> TypeError:
    return TypeError(
        f"{field}() returned {type(value).__name__}; it returns words or the schema's own parts"
    )
