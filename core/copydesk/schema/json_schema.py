"""The schema as a JSON Schema document (draft 2020-12)."""

from typing import Any

from pydantic.json_schema import GenerateJsonSchema

from copydesk.schema.article import SCHEMA_VERSION, Article


class _NoMadeUpTitles(GenerateJsonSchema):
    """A title is what a type calls itself ("line", "web address"), never a field's name again."""

    def field_title_should_be_set(self, schema: object) -> bool:  # noqa: ARG002  # pydantic asks
        return False


def json_schema() -> dict[str, Any]:
    """Give the JSON Schema of one line of output, with ``$schema`` and ``$id``."""
    return {
        "$schema": GenerateJsonSchema.schema_dialect,
        "$id": f"urn:copydesk:article:{SCHEMA_VERSION}",
        **Article.model_json_schema(mode="serialization", schema_generator=_NoMadeUpTitles),
    }
