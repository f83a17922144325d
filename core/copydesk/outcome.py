"""What becomes of a page that does not become an article."""

from typing import Annotated, Literal

from pydantic import Field

from copydesk.schema import Article, Warning  # noqa: A004  # the schema's own
from copydesk.schema.base import Line, Model, Text, WebAddress

RejectionCode = Literal[
    "empty",
    "not_article",
    "index",
    "gallery",
    "video",
    "search",
    "login",
    "error_page",
    "blocked",
    "challenge",
    "consent",
    "paywall",
]

FailureCode = Literal[
    "unreadable",
    "binary",
    "undecodable",
    "too_large",
    "too_deep",
    "too_many_attributes",
    "too_many_links",
    "plugin_error",
    "timeout",
    "memory",
    "crashed",
    "skipped",
    "revisit",
    "bad_record",
]


class _NoArticle(Model):
    source: Text | None = None
    """Printable label of the input."""

    url: WebAddress | None = None
    """The page's address, None where nobody told."""

    reason: Text
    """What was found, where, and what to do about it, in words."""

    warnings: tuple[Warning, ...] = ()
    """What went wrong on the way: the faults of plugins that the page was handed on from."""


class Rejection(_NoArticle):
    """A verdict: the page was read and is no article."""

    type: Literal["rejection"] = "rejection"
    """Always ``rejection``."""

    code: RejectionCode
    """What the page is instead."""

    outlet: Line | None = None
    """The outlet whose page it is."""


class Failure(_NoArticle):
    """No verdict: an input that could not be read, or a run that broke."""

    type: Literal["failure"] = "failure"
    """Always ``failure``."""

    code: FailureCode
    """What went wrong."""

    stage: Literal["read", "decode", "limits", "parse", "claim", "edit", "refine", "judge", "run"]
    """The step of a page's way at which it went wrong."""

    plugin: Line | None = None
    """The plugin at fault, None where none is."""


Outcome = Annotated[Article | Rejection | Failure, Field(union_mode="smart")]
"""Exactly one for every page read."""
