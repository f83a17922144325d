"""Goldens: what is recorded of an outcome, and how recorded values are read back."""

import json
from functools import cache
from pathlib import Path

from pydantic import BaseModel, JsonValue, TypeAdapter

from copydesk.outcome import Outcome
from copydesk.schema import Article

FIELDS = tuple(
    name for name in Article.model_fields if name not in {"schema_version", "source", "provenance"}
)
"""The fields that a golden may hold, in the schema's order."""

DERIVED = frozenset({"id", "content_hash"})
"""Fields that follow from others: a golden that leaves them out says nothing of them."""

ARTICLE, OUTCOME = "article.json", "outcome.json"


def golden_of(article: Article) -> dict[str, JsonValue]:
    """
    Reduce an article to what its golden holds, in the schema's order.

    Left out are provenance, source, schema_version, and at every depth what equals its default.
    """
    kept = {name: plain(getattr(article, name)) for name in FIELDS}
    return {name: value for name, value in kept.items() if not _is_default(article, name)}


def plain(value: object) -> JsonValue:
    """Make JSON of a value of the schema; parts keep their ``type`` and lose their defaults."""
    match value:
        case BaseModel():
            names = [
                n for n in type(value).model_fields if n == "type" or not _is_default(value, n)
            ]
            return {name: plain(getattr(value, name)) for name in names}
        case tuple() | list():
            return [plain(part) for part in value]
        case dict():
            return {key: plain(part) for key, part in value.items()}
        case _:
            return value  # type: ignore[return-value]  # strings, numbers, None: the schema has no others


def read_back(field: str, recorded: JsonValue) -> JsonValue:
    """
    Read a recorded value as the schema does, so that defaults written out make no difference.

    Raises:
        ValueError: if the schema refuses the value for this field.
    """
    return plain(_adapter(field).validate_json(json.dumps(recorded)))


def absent(field: str) -> JsonValue:
    """Give what a field holds that a golden leaves out."""
    return plain(
        Article.model_fields[field].get_default(call_default_factory=True, validated_data={})
    )


def write_draft(folder: Path, outcome: Outcome) -> Path:
    """Record what became of a case's page, for a person to compare with it; gives the file."""
    if isinstance(outcome, Article):
        name, data = ARTICLE, golden_of(outcome)
    else:
        name, data = OUTCOME, {"kind": outcome.type, "code": outcome.code}
    (folder / {ARTICLE: OUTCOME, OUTCOME: ARTICLE}[name]).unlink(missing_ok=True)
    file = folder / name
    file.write_text(json.dumps(data, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    return file


@cache
def _adapter(field: str) -> TypeAdapter[object]:
    return TypeAdapter(Article.model_fields[field].rebuild_annotation())


def _is_default(model: BaseModel, name: str) -> bool:
    field = type(model).model_fields[name]
    return not field.is_required() and getattr(model, name) == field.get_default(
        call_default_factory=True, validated_data={}
    )
