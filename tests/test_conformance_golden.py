"""Goldens hold what a person can review, and are read back as the schema reads."""

import json
from pathlib import Path

import pytest
from tests.harbour import URL, case_in

from copydesk.conformance.golden import golden_of, plain, read_back, write_draft
from copydesk.outcome import Rejection
from copydesk.schema import Article, Heading, Paragraph, Party, Stamp

ARTICLE = Article(
    outlet="harbour",
    url=URL,
    headline="New roof",
    authors=(Party(name="Ann Lee"),),
    published=Stamp(value="2021-10-12", raw="12.10.21"),
    body=(Heading(id="b1", text="Slates"), Paragraph(id="b2", text="A quarry reopened.")),
)


def test_defaults_are_left_out() -> None:
    """A golden has no provenance, source, schema_version, nor at any depth what is a default."""
    golden = golden_of(ARTICLE)
    assert list(golden) == [
        "id", "outlet", "url", "headline", "authors", "published", "body", "content_hash",
    ]  # fmt: skip
    assert golden["authors"] == [{"name": "Ann Lee"}]
    assert golden["published"] == {"value": "2021-10-12", "raw": "12.10.21"}


def test_types_of_blocks_stay() -> None:
    """The type of a block is its default and stays all the same: without it nothing is read back."""
    assert golden_of(ARTICLE)["body"] == [
        {"type": "heading", "id": "b1", "text": "Slates"},
        {"type": "paragraph", "id": "b2", "text": "A quarry reopened."},
    ]


@pytest.mark.parametrize("field", list(golden_of(ARTICLE)))
def test_reading_back(field: str) -> None:
    """What is recorded of a field is read back as the same."""
    recorded = golden_of(ARTICLE)[field]
    assert read_back(field, recorded) == recorded


def test_written_out_defaults() -> None:
    """A default that somebody has written out makes no difference."""
    assert read_back("authors", [{"name": "Ann Lee", "kind": "unknown", "url": None}]) == [
        {"name": "Ann Lee"}
    ]


def test_refused_value() -> None:
    """A recorded value that the schema refuses is an error, not a difference."""
    with pytest.raises(ValueError, match="one trimmed line"):
        read_back("headline", " two  spaces")


def test_plain_of_numbers() -> None:
    """Numbers, booleans and None are JSON as they are."""
    assert plain((1, True, None, "a")) == [1, True, None, "a"]


def test_drafts(tmp_path: Path) -> None:
    """A draft of an article replaces that of a rejection and the other way round."""
    rejection = Rejection(code="index", reason="links")
    assert write_draft(tmp_path, rejection).name == "outcome.json"
    assert write_draft(tmp_path, ARTICLE).name == "article.json"
    assert [file.name for file in tmp_path.iterdir()] == ["article.json"]
    file = write_draft(tmp_path, rejection)
    assert json.loads(file.read_text()) == {"kind": "rejection", "code": "index"}
    assert [file.name for file in tmp_path.iterdir()] == ["outcome.json"]


def test_drafts_can_be_reviewed(tmp_path: Path) -> None:
    """Letters of every script stand as they are, one value a line, with a newline at the end."""
    text = case_in(tmp_path).file.read_text(encoding="utf-8")
    assert text.startswith('{\n  "id": "')
    assert text.endswith("}\n")
    article = ARTICLE.model_copy(update={"headline": "Новий дах"})
    assert "Новий дах" in write_draft(tmp_path, article).read_text(encoding="utf-8")
