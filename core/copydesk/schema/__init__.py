"""The article schema: needs pydantic and the standard library, nothing else of copydesk."""

from copydesk.schema.article import SCHEMA_VERSION, Article
from copydesk.schema.blocks import (
    Block,
    Cell,
    Code,
    Divider,
    Embed,
    Heading,
    ImageRef,
    List,
    Paragraph,
    Quote,
    Span,
    Table,
    lines_of,
)
from copydesk.schema.identity import article_id, content_hash, normal_address
from copydesk.schema.json_schema import json_schema
from copydesk.schema.letters import clean_line, clean_text
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
from copydesk.schema.upgrade import upgrade

__all__ = [
    "SCHEMA_VERSION",
    "Article",
    "Block",
    "Cell",
    "Code",
    "Comment",
    "Divider",
    "Embed",
    "Evidence",
    "Heading",
    "Image",
    "ImageRef",
    "List",
    "Paragraph",
    "Party",
    "Quote",
    "Related",
    "Source",
    "Span",
    "Stamp",
    "Syndication",
    "Table",
    "Warning",
    "article_id",
    "clean_line",
    "clean_text",
    "content_hash",
    "json_schema",
    "lines_of",
    "normal_address",
    "upgrade",
]
