"""The schema and JSON: round trip, versions, the frozen JSON Schema file."""

import json
import pickle
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from pydantic import ValidationError
from tests.strategies import articles

from copydesk import schema
from copydesk.schema import SCHEMA_VERSION, Article, json_schema, upgrade
from copydesk.schema.upgrade import STEPS

GOLDEN = Path(__file__).parent / "golden"
CURRENT = (GOLDEN / f"article-{SCHEMA_VERSION}.json").read_bytes()


@given(articles())
def test_round_trip(article: Article) -> None:
    """An article that was written as JSON and read again is the same article."""
    line = article.model_dump_json()
    again = Article.model_validate_json(line)
    assert again == article
    assert again.model_dump_json() == line


@settings(max_examples=20)
@given(articles())
def test_round_trip_of_python_values(article: Article) -> None:
    """An article's dump as Python values validates to the same article."""
    assert Article.model_validate(article.model_dump()) == article


@settings(max_examples=20)
@given(articles())
def test_one_line(article: Article) -> None:
    """An article is one line of JSON in valid UTF-8."""
    assert len(article.model_dump_json().encode("utf-8").split(b"\n")) == 1


@settings(max_examples=20)
@given(articles())
def test_pickle(article: Article) -> None:
    """Articles cross process borders unchanged."""
    assert pickle.loads(pickle.dumps(article)) == article  # noqa: S301  # our own bytes


def test_golden_is_read() -> None:
    """The golden document of this version reads, and is written again value for value."""
    assert json.loads(upgrade(CURRENT).model_dump_json()) == json.loads(CURRENT)


def test_golden_has_every_field_filled() -> None:
    """The golden document leaves out no field of any model, so that none goes untested."""
    seen = _filled(json.loads(CURRENT))
    models = [model for model in vars(schema).values() if isinstance(model, type)]
    fields = {name for model in models for name in getattr(model, "model_fields", ())}
    assert fields - seen == set()


def _filled(value: object) -> set[str]:
    if isinstance(value, list):
        return {name for part in value for name in _filled(part)}
    if not isinstance(value, dict):
        return set()
    here = {key for key, part in value.items() if part not in (None, "", [], {})}
    return here.union(*map(_filled, value.values()))


@pytest.mark.parametrize("path", sorted(GOLDEN.glob("article-*.json")), ids=lambda p: p.stem)
def test_every_version_is_read(path: Path) -> None:
    """A document of any version ever written reads as an article of today."""
    assert upgrade(path.read_bytes()).schema_version == SCHEMA_VERSION


def test_chain_without_gaps() -> None:
    """Every version that has a golden document has a step, and all steps lead to this version."""
    kept = {path.stem.removeprefix("article-") for path in GOLDEN.glob("article-*.json")}
    assert kept == {*STEPS, SCHEMA_VERSION}
    for version in STEPS:
        here = version
        for _ in STEPS:
            here = STEPS[here][0] if here in STEPS else here
        assert here == SCHEMA_VERSION


def test_upgrade_takes_a_step(monkeypatch: pytest.MonkeyPatch) -> None:
    """An older document passes each step in turn; what a step returns gets its version."""

    def rename(document: dict[str, Any]) -> dict[str, Any]:
        return {"headline": document["title"], "outlet": "rt"}

    monkeypatch.setitem(STEPS, "0.9", ("1.0", rename))
    assert upgrade({"schema_version": "0.9", "title": "Old"}).headline == "Old"


@pytest.mark.parametrize(
    "document",
    [
        {"schema_version": "99.0", "outlet": "rt", "headline": "From the future"},
        {"outlet": "rt", "headline": "No version"},
        {"schema_version": ["1.0"]},
        "[]",
        "null",
        "{",
        b"\xff",
        "[" * 10_000,
    ],
    ids=str,
)
def test_upgrade_refuses(document: str | bytes | dict[str, Any]) -> None:
    """What is no article of a known version is a ValueError, whatever it is."""
    with pytest.raises(ValueError, match=r"schema_version is|at line 1 column"):
        upgrade(document)


def test_newer_version_is_named() -> None:
    """The refusal says which version was found and what to do."""
    with pytest.raises(ValueError, match=r"'99\.0'.*up to 1\.0.*install a later copydesk"):
        upgrade('{"schema_version": "99.0"}')


def test_other_version_is_no_article_of_this_one() -> None:
    """A version that this schema is not never validates as it."""
    with pytest.raises(ValidationError, match="schema_version"):
        Article.model_validate({"schema_version": "1.1", "outlet": "rt", "headline": "Later"})


def test_schema_file_is_current() -> None:
    """The JSON Schema file in the wheel is the one of this code (else: python docs/generate.py)."""
    shipped = Path(schema.__file__).parent / f"article-{SCHEMA_VERSION}.schema.json"
    assert json.loads(shipped.read_text(encoding="utf-8")) == json_schema()


def test_schema_names_itself() -> None:
    """The JSON Schema has its dialect, its own name and a description of every property."""
    made = json_schema()
    assert made["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert made["$id"] == "urn:copydesk:article:1.0"
    objects = [made, *made["$defs"].values()]
    properties = [p for part in objects for p in part.get("properties", {}).values()]
    assert len(properties) > 80
    assert all(p.get("description") for p in properties)
    assert all(part["additionalProperties"] is False for part in objects if "properties" in part)


def test_schema_agrees_with_golden() -> None:
    """The golden document has exactly the properties that the JSON Schema says it must have."""
    assert set(json_schema()["required"]) == set(json.loads(CURRENT))
