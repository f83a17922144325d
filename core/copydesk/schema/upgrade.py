"""Old documents made new: one step from each version to the next, none left out."""

from collections.abc import Callable
from typing import Any

from pydantic_core import from_json

from copydesk.schema.article import SCHEMA_VERSION, Article

Document = dict[str, Any]

STEPS: dict[str, tuple[str, Callable[[Document], Document]]] = {}
"""Version → the next one and the function that makes its document."""


def upgrade(document: str | bytes | Document) -> Article:
    """
    Read an article of this schema version or any earlier one.

    Raises:
        ValueError: if the document's version is missing or later than this library's, or if it
            does not validate.
    """
    data = document if isinstance(document, dict) else from_json(document)
    while (version := _version_of(data)) != SCHEMA_VERSION:
        if version not in STEPS:
            raise ValueError(
                f"schema_version is {version!r}; this copydesk reads up to {SCHEMA_VERSION}: "
                "install a later copydesk, or look whether this is an article at all"
            )
        later, step = STEPS[version]
        data = {**step(data), "schema_version": later}
    return Article.model_validate(data)


def _version_of(data: object) -> str:
    return str(data.get("schema_version")) if isinstance(data, dict) else type(data).__name__
