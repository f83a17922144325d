"""The base of every part of the schema, and the kinds of string that parts are made of."""

import re
from collections.abc import Callable, Mapping
from typing import Annotated, Any, Final, Self
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from copydesk.schema.letters import bare, clean_line, clean_text, is_clean_address

_new, _put = object.__new__, object.__setattr__  # the models are frozen for everybody else
_GIVEN: Final[dict[frozenset[str], set[str]]] = {}
"""For each set of fields that lean models were given, the one that they all remember."""


class Model(BaseModel):
    """A frozen part of the schema: unknown keys are errors, field docstrings are descriptions."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        use_attribute_docstrings=True,
        json_schema_serialization_defaults_required=True,  # every line of output has every key
    )

    @classmethod
    def __pydantic_init_subclass__(cls, **_: object) -> None:
        """Give the class a table of its fields' names that all lean instances share (PEP 412)."""
        # It is fixed by the first instances: pydantic's have a dict each, and would leave it empty.
        cls._lean(dict.fromkeys(cls.model_fields), set())

    def lean(self) -> Self:
        """
        Give the same in a quarter of the memory, for articles of 100,000 parts.

        A model of pydantic's has a dict of its own and a set of the fields that it was given; nothing
        is validated anew.
        """
        given = self.__pydantic_fields_set__
        return self._lean(self.__dict__, _GIVEN.setdefault(frozenset(given), given))

    @classmethod
    def _lean(cls, values: Mapping[str, Any], given: set[str]) -> Self:
        """Make an instance of valid values that shares their names, and the set of those given."""
        made = _new(cls)
        for name, value in values.items():
            _put(made, name, value)
        _put(made, "__pydantic_fields_set__", given)
        _put(made, "__pydantic_extra__", None)
        _put(made, "__pydantic_private__", None)
        return made


def _unchanged_by(clean: Callable[[str], str | None], rule: str) -> AfterValidator:
    def check(value: str) -> str:
        if clean(value) != value:
            raise ValueError(f"must be {rule}; copydesk.schema.{clean.__name__}() makes it so")
        return value

    return AfterValidator(check)


_USUAL_ADDRESS = re.compile(r"https?://[a-z0-9][a-z0-9.-]*(?:[/?#][!-~]*)?")


def _must_be_web_address(value: str) -> str:
    if _USUAL_ADDRESS.fullmatch(value):
        return value
    parts = urlsplit(value)
    if parts.scheme not in {"http", "https"} or not parts.hostname or not is_clean_address(value):
        raise ValueError("must be an absolute http or https URL without white space")
    _ = parts.port  # raises for one that is no number up to 65535
    return value


Line = Annotated[
    str,
    Field(title="line", min_length=1),
    _unchanged_by(clean_line, "one trimmed line in NFC without control characters"),
]
"""One trimmed, non-empty line: NFC, no control, bidi or zero-width character but joiners."""

Text = Annotated[
    str,
    Field(title="text", min_length=1),
    _unchanged_by(clean_text, "trimmed text in NFC without empty lines or control characters"),
]
"""Trimmed, non-empty text: as a line, with newlines, tabs and bidi marks allowed."""

Verbatim = Annotated[str, Field(title="verbatim text"), AfterValidator(bare)]
"""Text with its white space; what never belongs in text is taken out, not refused."""

WebAddress = Annotated[str, Field(title="web address"), AfterValidator(_must_be_web_address)]
"""An absolute http or https URL, kept as printed (pydantic's own type rewrites it)."""

Pointer = Annotated[str, Field(title="JSON Pointer", pattern="^(/([^~/]|~[01])*)+$")]
"""A JSON Pointer (RFC 6901) into the article; never the empty one."""

Sha256 = Annotated[str, Field(title="SHA-256", pattern="^[0-9a-f]{64}$")]
"""A SHA-256 digest in lower-case hexadecimal."""

ArticleId = Annotated[str, Field(title="article id", pattern="^[0-9a-f]{16}$")]
"""What ``article_id`` makes."""
