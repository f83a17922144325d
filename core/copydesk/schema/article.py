"""The article: what every outlet's page becomes."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, JsonValue, model_validator
from pydantic_core import from_json, to_json

from copydesk.schema.base import ArticleId, Line, Model, Pointer, Sha256, Text, WebAddress
from copydesk.schema.blocks import Block, ImageRef, children_of, lines_of
from copydesk.schema.identity import article_id, hash_of_lines
from copydesk.schema.parts import (
    Comment,
    Evidence,
    Image,
    Party,
    Related,
    Source,
    Syndication,
    Warning,  # noqa: A004  # the schema's own
)
from copydesk.schema.stamp import Stamp

SCHEMA_VERSION: Literal["1.0"] = "1.0"

_DEEPEST = 32
"""Blocks within blocks; JSON readers stop at about 200 levels, of which a list takes three."""


def _must_survive_json(extras: dict[str, JsonValue]) -> dict[str, JsonValue]:
    # An infinity, a lone surrogate or 200 levels would be lost by the output or break its reader.
    try:
        survived = bool(from_json(to_json([extras], inf_nan_mode="null")) == [extras])
    except ValueError:
        survived = False
    if not survived:
        raise ValueError(
            "must come back from JSON as it is: finite numbers, valid Unicode, few levels"
        )
    return extras


OutletName = Annotated[str, Field(title="outlet name", pattern="^[a-z][a-z0-9_-]*$")]
Language = Annotated[str, Field(title="BCP 47 tag", pattern="^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]
Extras = Annotated[dict[Line, JsonValue], AfterValidator(_must_survive_json)]


class Article(Model):
    """
    One news article, validated and frozen.

    Missing is None or empty, never ``""`` or ``"Unknown"``; nothing is invented.
    """

    schema_version: Literal["1.0"] = SCHEMA_VERSION
    """Version of this schema; a new field is a new minor version."""

    id: ArticleId = Field(default_factory=str)
    """16 hexadecimal digits, the same at every ingest: from the outlet's own id, else the
    normalised address, else the bytes, else the text.  Filled where it is not given."""

    outlet: OutletName
    """Whose copy this is, by its plugin's name for it; a site that took it over is a link of
    ``syndication``."""

    url: WebAddress | None = None
    """The page's address; None for a saved page whose address nobody told."""

    canonical_url: WebAddress | None = None
    """The address that the page claims to be."""

    source: Source | None = None
    """The input it was read from; part of no hash."""

    publisher: Party | None = None
    """The site that served the page, as it names itself."""

    kind: Literal[
        "news",
        "opinion",
        "analysis",
        "interview",
        "liveblog",
        "feature",
        "review",
        "press_release",
        "blog",
        "unknown",
    ] = "unknown"
    """What kind of text the page says it is."""

    access: Literal["free", "metered", "paywalled", "unknown"] = "unknown"
    """Who may read it, as the page says."""

    completeness: Literal["full", "partial", "unknown"] = "unknown"
    """Whether the whole text is here; ``partial`` for a cut page or the part before a paywall."""

    language: Language | None = None
    """BCP 47 tag of the text, None where it cannot be told."""

    headline: Annotated[Line, Field(max_length=1000)]
    """The headline as printed, without the site's name."""

    summary: Text | None = None
    """The dek or standfirst as printed; not a paragraph of the body."""

    dateline: Line | None = None
    """Place and agency before the first words, as printed (``Tehran, IRNA``)."""

    byline: Line | None = None
    """The line that names the authors, as printed (``By Ann Lee in Kyiv``)."""

    authors: Annotated[tuple[Party, ...], Field(max_length=50)] = ()
    """Who wrote it, in printed order; empty where the page names nobody."""

    published: Stamp | None = None
    """When it was first published."""

    modified: Stamp | None = None
    """When it was last changed, where the page says so."""

    sections: tuple[Line, ...] = ()
    """The outlet's sections that hold it, outermost first, as printed."""

    topics: tuple[Line, ...] = ()
    """The outlet's tags, as printed, in page order."""

    body: tuple[Block, ...] = ()
    """The text as typed blocks in reading order; never empty where the desk made the article."""

    images: tuple[Image, ...] = ()
    """The article's pictures in page order, at most one of them lead."""

    comments: tuple[Comment, ...] = ()
    """Readers' comments: a flat list in page order, threaded by ``parent``."""

    syndication: tuple[Syndication, ...] = ()
    """The way the text took, nearest to this page first."""

    related: tuple[Related, ...] = ()
    """Links to other articles."""

    warnings: tuple[Warning, ...] = ()
    """What a reader should know about this reading."""

    content_hash: Sha256 = Field(default_factory=str)
    """SHA-256 of the headline and the body's text alone.  Filled where it is not given, refused
    where it is another."""

    provenance: dict[Pointer, tuple[Evidence, ...]] = Field(default_factory=dict)
    """JSON Pointer of a field or a part → what it came from, best first.  Children inherit the
    nearest ancestor's.  Written by the engine, never by hand."""

    extras: Extras = Field(default_factory=dict)
    """What plugins add of their own, by plugin name: anything that JSON can say."""

    def __hash__(self) -> int:
        """Articles that are equal are one in a set: equal ones have one id and one text."""
        return hash((self.id, self.content_hash))

    @property
    def text(self) -> str:
        """The body's text: every text block in order, one a line, no newline within one."""
        return "\n".join(self._lines())

    def _lines(self) -> Iterator[str]:
        return (line for block in self.body for line in lines_of(block))

    def to_markdown(self) -> str:
        """Print the article as CommonMark with tables: headline, summary, body, in this order."""
        from copydesk.schema.markdown import to_markdown  # noqa: PLC0415  # it imports Article

        return to_markdown(self)

    @model_validator(mode="after")
    def _parts_fit_together(self) -> Self:
        blocks, images = _all_blocks(self.body), [image.id for image in self.images]
        _must_be_unique("block", [block.id for block in blocks])
        _must_be_unique("image", images)
        _must_be_unique("comment", [comment.id for comment in self.comments])
        if lost := {block.image for block in blocks if isinstance(block, ImageRef)} - {*images}:
            raise ValueError(f"the body shows images that are not in images: {_some(lost)}")
        if sum(image.lead for image in self.images) > 1:
            raise ValueError("at most one image is the lead")
        _must_answer_earlier(self.comments)
        return self

    @model_validator(mode="after")
    def _identify(self) -> Self:
        content = hash_of_lines(self.headline, self._lines())
        if self.content_hash not in {"", content}:
            raise ValueError(f"content_hash is not that of headline and body, which is {content}")
        self._fill("content_hash", content)
        if not self.id:
            digest = self.source.sha256 if self.source else content
            self._fill("id", article_id(outlet=self.outlet, url=self.url, sha256=digest))
        return self

    def _fill(self, field: str, value: str) -> None:
        self.__dict__[field] = value  # the model is frozen for everybody else
        self.model_fields_set.add(field)


def _all_blocks(body: Sequence[Block]) -> list[Block]:
    found: list[Block] = []
    level = list(body)
    for _ in range(_DEEPEST):
        found += level
        level = [inner for block in level for inner in children_of(block)]
    if level:
        raise ValueError(f"blocks hold each other more than {_DEEPEST} levels deep")
    return found


def _must_be_unique(what: str, ids: Sequence[str]) -> None:
    if len(set(ids)) < len(ids):  # their counts take five times the memory
        twice = [name for name, times in Counter(ids).items() if times > 1]
        raise ValueError(f"every {what} has an id of its own; given twice: {_some(twice)}")


def _must_answer_earlier(comments: Iterable[Comment]) -> None:
    seen: set[str] = set()
    for comment in comments:
        if comment.parent and comment.parent not in seen:
            raise ValueError(
                f"comment {comment.id} answers {comment.parent}, which is not before it"
            )
        seen.add(comment.id)


def _some(names: Iterable[str]) -> str:
    return ", ".join(sorted(names)[:5])
