"""What every model of the schema keeps: documented, frozen, nothing extra, clean letters."""

import copy
import pickle
import tracemalloc
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, ValidationError

from copydesk import schema
from copydesk.schema import (
    Article,
    Cell,
    Code,
    Evidence,
    Heading,
    Image,
    List,
    Paragraph,
    Party,
    Quote,
    Related,
    Source,
    Span,
    Syndication,
    Table,
    Warning,  # noqa: A004  # the schema's own
)
from copydesk.schema.base import Model

MODELS = [
    value
    for name in schema.__all__
    if isinstance(value := getattr(schema, name), type) and issubclass(value, BaseModel)
]


def by_name(model: type[BaseModel]) -> str:
    return model.__name__


def test_every_model_is_public() -> None:
    """Each type that the JSON Schema speaks of can be imported from copydesk.schema."""
    named = {name for name in schema.json_schema()["$defs"] if name != "JsonValue"}
    assert named | {"Article"} == {model.__name__ for model in MODELS}


def test_public_names() -> None:
    """The public names are sorted, said once, and all there."""
    assert schema.__all__ == sorted(
        set(schema.__all__), key=lambda n: (not n.isupper(), n[0].islower(), n)
    )
    assert all(hasattr(schema, name) for name in schema.__all__)


@pytest.mark.parametrize("model", MODELS, ids=by_name)
def test_documented(model: type[BaseModel]) -> None:
    """Every model and every field says what it is, in whole sentences."""
    assert (model.__doc__ or "").strip().endswith(".")
    for name, field in model.model_fields.items():
        assert (field.description or "").endswith((".", "…")), f"{model.__name__}.{name}"


@pytest.mark.parametrize("model", MODELS, ids=by_name)
def test_strict(model: type[BaseModel]) -> None:
    """Every model is frozen and takes no field that it does not know."""
    assert model.model_config["frozen"]
    assert model.model_config["extra"] == "forbid"


def test_frozen() -> None:
    """A made part does not change."""
    party = Party(name="Ann Lee")
    with pytest.raises(ValidationError, match="frozen"):
        party.name = "Jo Doe"


def test_unknown_key() -> None:
    """A misspelt field is an error that names it."""
    with pytest.raises(ValidationError, match="headlin\n"):
        Article.model_validate({"outlet": "rt", "headline": "Talks", "headlin": "Talks"})


@pytest.mark.parametrize(
    "headline",
    [
        "",
        " ",
        " Talks",
        "Talks\n",
        "Talks  go",
        "Talks\tgo",
        "Cafe\u0301",
        "Ta\u200blks",
        "\u202eTalks",
        "Talks\x1b[31m",
        "Talks\x00",
        "Talks\ud800",
        "\u200d",
        "x" * 1001,
    ],
    ids=ascii,
)
def test_line_is_refused(headline: str) -> None:
    """A line that is not clean is refused, not repaired: the caller says how to clean."""
    with pytest.raises(ValidationError, match="headline"):
        Article(outlet="rt", headline=headline)


def test_refusal_says_what_to_do() -> None:
    """The message names the function that makes a string fit."""
    with pytest.raises(ValidationError, match=r"copydesk\.schema\.clean_line\(\) makes it so"):
        Article(outlet="rt", headline="Talks ")
    with pytest.raises(ValidationError, match=r"copydesk\.schema\.clean_text\(\) makes it so"):
        Article(outlet="rt", headline="Talks", summary="One\n\ntwo")


@pytest.mark.parametrize(
    "url",
    [
        "https://example.com",
        "HTTP://EXAMPLE.com:8080/A?b#c",
        "https://новости.example/سلام\u200cها",  # Persian
        "http://[::1]/",
        "https://example.com/%zz|{}",
    ],
)
def test_address_is_kept_as_printed(url: str) -> None:
    """An absolute http or https address is taken and not rewritten."""
    assert Article(outlet="rt", headline="Talks", url=url).url == url


@pytest.mark.parametrize(
    "url",
    [
        "",
        "/news/1",
        "//example.com/1",
        "example.com",
        "ftp://example.com",
        "javascript:alert(1)",
        "data:image/gif;base64,R0",
        "http://",
        "https:///path",
        "http://[::1",
        "http://a:99999/",
        "http://a:b/",
        "https://example.com/a b",
        "https://example.com/\u202egnp.exe",
        "https://example.com/\x00",
        "https://example.com/\n",
    ],
    ids=ascii,
)
def test_address_is_refused(url: str) -> None:
    """What is no absolute http or https address, or hides characters, is no address."""
    with pytest.raises(ValidationError, match="url"):
        Article(outlet="rt", headline="Talks", url=url)


def test_evidence_keeps_what_stood_there() -> None:
    """Verbatim text loses what would break the output and keeps its white space."""
    raw = "  By\tAnn\r\nLee\x00\x1b[31m\ud800 "
    evidence = Evidence(plugin="rt", method="ld", selector="0:/author", raw=raw)
    assert evidence.raw == "  By\tAnn\nLee[31m "


def test_code_keeps_its_lines() -> None:
    """Preformatted text keeps indentation and empty lines; blank it is no block."""
    assert Code(id="b1", text="if a:\r\n\n    b()\x07").text == "if a:\n\n    b()"
    with pytest.raises(ValidationError, match="white space"):
        Code(id="b1", text="\x00 \n")


def test_fetched_is_utc() -> None:
    """The fetch time is one moment in UTC, whatever offset it came with, and never naive."""
    source = {"name": "a.html", "sha256": "0" * 64}
    read = Source.model_validate(source | {"fetched": "2022-01-08T00:30:00+02:00"})
    assert read.model_dump(mode="json")["fetched"] == "2022-01-07T22:30:00Z"
    for moment in ("2022-01-08T00:30:00", "0001-01-01T00:00:00+02:00"):
        with pytest.raises(ValidationError, match="fetched"):
            Source.model_validate(source | {"fetched": moment})


PARAGRAPH = Paragraph(id="b1.1", text="Talks go on")
NO_ARABIC_DIGITS = "\u0661"  # a digit to Python's \d


@pytest.mark.parametrize(
    ("model", "fields"),
    [
        (Span, {"start": 3, "end": 3, "kind": "strong"}),
        (Span, {"start": -1, "end": 3, "kind": "strong"}),
        (Span, {"start": 0, "end": 3, "kind": "strong", "href": "https://example.com"}),
        (Paragraph, {"id": "b1", "text": ""}),
        (Paragraph, {"id": "p1", "text": "Talks"}),
        (Paragraph, {"id": f"b{NO_ARABIC_DIGITS}", "text": "Talks"}),
        (Paragraph, {"id": "b1", "text": "Talks", "spans": [Span(start=0, end=6, kind="strong")]}),
        (
            Paragraph,
            {
                "id": "b1",
                "text": "Talks go",
                "spans": [Span(start=6, end=8, kind="link"), Span(start=0, end=5, kind="link")],
            },
        ),
        (Heading, {"id": "b1", "text": "Talks", "level": 7}),
        (Quote, {"id": "b1", "blocks": []}),
        (List, {"id": "b1", "items": []}),
        (List, {"id": "b1", "items": [[]]}),
        (List, {"id": "b1", "items": [[PARAGRAPH], []]}),
        (Table, {"id": "b1", "rows": []}),
        (Table, {"id": "b1", "rows": [[]]}),
        (Cell, {"text": " "}),
        (Image, {"id": "b1"}),
        (Party, {"name": "x" * 201}),
        (Related, {"relation": "same_story"}),
        (Syndication, {"relation": "quotes", "text": ""}),
        (Warning, {"code": "Impossible date", "detail": "Talks"}),
        (Warning, {"code": "truncated", "detail": "Talks", "pointer": "headline"}),
        (Warning, {"code": "truncated", "detail": "Talks", "pointer": "/a~2"}),
    ],
)
def test_part_is_refused(model: type[BaseModel], fields: dict[str, Any]) -> None:
    """A part that says nothing, or says what cannot be, is refused."""
    with pytest.raises(ValidationError):
        model.model_validate(fields)


SPANNED = Paragraph(id="b1", text="Talks go on", spans=(Span(start=0, end=5, kind="strong"),))
EVIDENCE = Evidence(plugin="generic", method="css", selector="html>body>p", raw="Talks go on")


@pytest.mark.parametrize(
    "part",
    [PARAGRAPH, SPANNED, EVIDENCE, Cell(), Cell(text="7", header=True), Party(name="Ann Lee")],
    ids=lambda part: type(part).__name__,
)
def test_lean_is_the_same(part: Model) -> None:
    """A lean model equals the one that it was made of, frozen and printed alike, and can be copied."""
    lean = part.lean()
    sent = pickle.loads(pickle.dumps(lean))  # noqa: S301  # made here
    for other in (lean, lean.model_copy(), copy.deepcopy(lean), sent):
        assert other == part
        assert hash(other) == hash(part)
        assert other.model_dump_json() == part.model_dump_json()
        assert other.model_dump(exclude_unset=True) == part.model_dump(exclude_unset=True)
        assert other.model_fields_set == part.model_fields_set
    with pytest.raises(ValidationError):
        lean.text = "Other"  # type: ignore[attr-defined]


def test_changed_copy_of_lean_model() -> None:
    """What a copy was given is noted of it alone, though lean models share the note."""
    changed = PARAGRAPH.lean().model_copy(update={"spans": SPANNED.spans})
    assert changed.model_fields_set == {"id", "text", "spans"}
    assert PARAGRAPH.lean().model_fields_set == {"id", "text"}


@pytest.mark.parametrize(
    "make",
    [
        lambda number: Paragraph(id=f"b{number}", text="Talks go on"),
        lambda number: EVIDENCE.of(f"L{number}", "Talks go on"),
        lambda number: Cell(text=f"{number}"),
    ],
    ids=["paragraph", "evidence", "cell"],
)
def test_lean_is_small(make: Callable[[int], Model]) -> None:
    """A lean model takes at most 160 bytes beside its values; pydantic's take 480."""
    tracemalloc.start()
    try:
        before, _ = tracemalloc.get_traced_memory()
        made = [make(number).lean() for number in range(1_000)]
        after, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert (after - before) / len(made) < 160 + 64  # a number as text, and its place in the list


@given(st.text(), st.text())
def test_evidence_of_another_place(selector: str, raw: str) -> None:
    """Evidence that shares plugin and method with another is validated as any other is."""
    full = Evidence(plugin="generic", method="css", selector=selector, raw=raw)
    assert EVIDENCE.of(selector, raw) == full
    assert EVIDENCE.of(selector, raw).model_dump_json() == full.model_dump_json()


@pytest.mark.parametrize("wrong", [None, 7, ["p"], Cell()], ids=repr)
def test_evidence_of_no_text(wrong: Any) -> None:  # noqa: ANN401  # any at all
    """A plugin's selector or raw text that is no text is refused, whatever came before it."""
    for selector, raw in (("p", wrong), (wrong, "Talks")):
        with pytest.raises(ValidationError):
            EVIDENCE.of(selector, raw)
