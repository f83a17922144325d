"""Writing of case files: whole or not at all, and nothing changed but what is to change."""

import json
import re
import tomllib
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from pydantic import JsonValue

from copydesk.conformance.golden import FIELDS
from copydesk.errors import UsageError
from copydesk.sinks.target import unusable

_REVIEWED = re.compile(
    r"^([^\S\n]*(?:reviewed|\"reviewed\"|'reviewed')[^\S\n]*=[^\S\n]*)(?:true|false)\b",
    re.MULTILINE,
)
_INDENT = re.compile(r"\{\n( +)\"")


def replace(path: Path, content: bytes) -> None:
    """
    Write a file, so that whoever reads it meanwhile sees the old one or the new one.

    Raises:
        UsageError: if it cannot be written; it names the file.
    """
    real = path.resolve()
    half = real.with_name(f".{real.name}.part")
    try:
        half.write_bytes(content)
        half.replace(real)
    except OSError as error:
        with suppress(OSError):
            half.unlink(missing_ok=True)
        raise unusable(path, error) from error


def as_toml(said: Mapping[str, object]) -> str:
    """Print names and their values as TOML, one a line."""
    return "".join(f"{name} = {_toml_value(value)}\n" for name, value in said.items())


def mark_reviewed(file: Path, *, reviewed: bool) -> None:
    """
    Say in a case.toml whether a person has reviewed the case; every other byte stays.

    Raises:
        UsageError: if the file cannot be read, written, or changed in this one place.
    """
    text = file.read_bytes().decode("utf-8")
    changed = _with_reviewed(text, "true" if reviewed else "false")
    if changed is None:
        raise UsageError(f"{file}: write reviewed = {str(reviewed).lower()} into it by hand")
    if changed != text:
        replace(file, changed.encode())


def with_field(text: str, field: str, value: JsonValue) -> str:
    """
    Give the text of an article.json with another value of one field; None takes the field out.

    The other fields keep values and order; a new field comes where the schema has it.
    """
    golden: dict[str, JsonValue] = json.loads(text)
    if field in golden:
        golden[field] = value
    else:
        golden = _inserted(golden, field, value)
    kept = {name: part for name, part in golden.items() if name != field or value is not None}
    indent = len(found[1]) if (found := _INDENT.match(text)) else 2
    return json.dumps(kept, indent=indent, ensure_ascii=False) + "\n"


def _toml_value(value: object) -> str:
    if hasattr(value, "isoformat"):
        return str(value.isoformat())
    # A JSON string, boolean or list of strings is TOML as well (TOML 1.0, basic strings).
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _inserted(golden: dict[str, JsonValue], field: str, value: JsonValue) -> dict[str, JsonValue]:
    after = set(FIELDS[FIELDS.index(field) :])
    place = next((n for n, name in enumerate(golden) if name in after), len(golden))
    items = list(golden.items())
    return dict([*items[:place], (field, value), *items[place:]])


def _with_reviewed(text: str, word: str) -> str | None:
    """Try each place that looks like the key, then the end; right is what reads as it should."""
    wanted = {**tomllib.loads(text), "reviewed": word == "true"}
    end = "\r\n" if "\r\n" in text else "\n"
    gap = end if text and not text.endswith("\n") else ""
    places = _REVIEWED.finditer(text)
    tries = [text, *(text[: m.start()] + m[1] + word + text[m.end() :] for m in places)]
    return next(
        (t for t in (*tries, f"{text}{gap}reviewed = {word}{end}") if _parsed(t) == wanted), None
    )


def _parsed(text: str) -> dict[str, Any] | None:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return None
