"""What a layout reads from a page, before gaps are filled."""

from dataclasses import dataclass, field
from typing import Any

from copydesk.extract.found import Found
from copydesk.schema import Block, Comment, Image, Syndication


@dataclass(slots=True)
class Result:
    """Fields by name, each with its trace; empty where the layout has no rule or finds nothing."""

    fields: dict[str, Any] = field(default_factory=dict)
    body: tuple[Found[Block], ...] = ()
    images: tuple[Found[Image], ...] = ()
    comments: tuple[Found[Comment], ...] = ()
    syndication: tuple[Found[Syndication], ...] = ()
    is_ended: bool = False
    """Whether the mark that closes every page of this layout was seen."""
