"""The smaller parts of an article: who, which picture, from whom, and how we know."""

from datetime import UTC, datetime
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, AwareDatetime, Field, NonNegativeInt, model_validator

from copydesk.schema.base import ArticleId, Line, Model, Pointer, Sha256, Text, Verbatim, WebAddress
from copydesk.schema.blocks import ImageId
from copydesk.schema.letters import bare
from copydesk.schema.stamp import Stamp

CommentId = Annotated[str, Field(title="comment id", pattern="^c[0-9]+$")]


def _in_utc(moment: datetime) -> datetime:
    try:
        return moment.astimezone(UTC)
    except OverflowError as error:  # no ValueError, which pydantic would report
        raise ValueError(f"{moment} is outside the years 1 to 9999 in UTC") from error


class Party(Model):
    """A person or an organization."""

    name: Annotated[Line, Field(max_length=200)]
    """The bare name: no "By", e-mail address, job title, site name or date word."""

    kind: Literal["person", "organization", "unknown"] = "unknown"
    """What it is; an agency is an organization, never a person."""

    role: Line | None = None
    """What the party did, in lower-case English: ``author``, ``photographer``, ``translator``, …;
    None outside a list of authors."""

    url: WebAddress | None = None
    """A page about the party that the article links to."""


class Image(Model):
    """A picture of the article, or the caption that is left of one in a text rendering."""

    id: ImageId
    """``i1``, ``i2``, … in page order."""

    url: WebAddress | None = None
    """Absolute address of the largest variant named; None where only the caption is on the page."""

    alt: Line | None = None
    """The alternative text, where it is neither the caption nor the credit."""

    caption: Text | None = None
    """The caption without the credit."""

    credit: Line | None = None
    """Who made or supplied the picture, as printed."""

    lead: bool = False
    """Whether it is the article's lead image; at most one is."""


class Comment(Model):
    """A reader's comment."""

    id: CommentId
    """``c1``, ``c2``, … in page order."""

    parent: CommentId | None = None
    """The ``id`` of the earlier comment that this one answers; None at the top."""

    author: Line | None = None
    """The name the reader goes by."""

    text: Text
    """The words, a line break for each paragraph."""

    published: Stamp | None = None
    """When it was written."""

    likes: NonNegativeInt | None = None
    """How many readers liked it, None where the page shows no count."""


class Syndication(Model):
    """One step of the way that a text took from another outlet to this page."""

    relation: Literal[
        "republished_by", "republished_from", "translated_from", "supplied_by", "based_on", "quotes"
    ]
    """``republished_by``: the page's frame names another site than the outlet;
    ``republished_from``: the page credits it as its source; ``quotes``: the outlet says it quotes
    this one."""

    party: Party | None = None
    """The other outlet or agency; None where the page gives only an address."""

    url: WebAddress | None = None
    """The other text, where the page gives its address; digits of other scripts made ASCII."""

    text: Text
    """The words on the page that say so."""


class Related(Model):
    """A link to another article."""

    relation: Literal["duplicate_of", "same_story"]
    """``duplicate_of``: the same text; ``same_story``: another text about the same event."""

    id: ArticleId | None = None
    """The other article's ``id``, where it is known."""

    url: WebAddress | None = None
    """The other article's address, where it is known."""

    @model_validator(mode="after")
    def _must_lead_somewhere(self) -> Self:
        if not (self.id or self.url):
            raise ValueError("a related article has an id or a url")
        return self


AddressFrom = Literal[
    "given", "header", "column", "comment", "sidecar", "path", "base", "canonical"
]


class Source(Model):
    """The input that an article was read from; in no hash and in no golden file."""

    name: Text
    """Printable label of the input: a path, ``archive!member``, ``warc@offset``, an address."""

    sha256: Sha256
    """SHA-256 of the page's bytes, hexadecimal."""

    fetched: Annotated[AwareDatetime, AfterValidator(_in_utc)] | None = None
    """When the page was fetched, in UTC; None where nobody said."""

    address_from: AddressFrom | None = None
    """Where ``Article.url`` comes from: given with the page, the header of its record in a WARC or
    MHTML file, the column of its row, the comment of the program that saved it, a sidecar file,
    its path in a mirror, its ``<base>``, or the page's own claim; None without an address."""


class Warning(Model):  # noqa: A001  # the field's term; nobody imports it unqualified beside the built-in
    """Something that a reader of this article should know."""

    code: Annotated[str, Field(title="code", pattern="^[a-z][a-z_]*$")]
    """``truncated``, ``impossible_date``, ``ambiguous_claim``, ``plugin_error``, …"""

    pointer: Pointer | None = None
    """JSON Pointer of the field concerned, None for the page as a whole."""

    detail: Text
    """What was found, where, in words."""


class Evidence(Model):
    """Where a value came from: enough to find it again on the saved page."""

    plugin: Line
    """Name of the plugin whose outlet read the page."""

    layout: Line | None = None
    """Name of the layout, None where no layout took part."""

    method: Literal["css", "text", "ld", "meta", "microdata", "url", "feed", "generic", "python"]
    """Which kind of source said so."""

    selector: Verbatim
    """What replays it: CSS of one node (`` @attr`` for an attribute), ``L13`` or ``L3:/regex/`` for
    text, block number and JSON Pointer (``0:/headline``) for linked data, the name for meta, the
    method's name for python."""

    raw: Verbatim
    """What stood there, white space folded."""

    def of(self, selector: str, raw: str) -> "Evidence":
        """
        Give evidence of the same plugin, layout and method for something else.

        What both share was validated with this one; the rest is validated here as pydantic does it.

        Raises:
            ValidationError: if one of the two is no text.
        """
        if type(selector) is not str or type(raw) is not str:
            shared = self.model_dump(exclude_unset=True)
            return Evidence.model_validate(shared | {"selector": selector, "raw": raw}).lean()
        values = self.__dict__ | {"selector": bare(selector), "raw": bare(raw)}
        return self._lean(values, self.__pydantic_fields_set__)
