"""Cases: folders that hold one saved page each, what is known of it, and what it must become."""

import gzip
import json
import shutil
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from secrets import token_hex
from typing import Literal, TypeVar

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, JsonValue, ValidationError

from copydesk.conformance.authoring.writing import as_toml
from copydesk.conformance.golden import ARTICLE, FIELDS, OUTCOME, write_draft
from copydesk.desk import Desk
from copydesk.errors import UsageError
from copydesk.outcome import FailureCode, RejectionCode
from copydesk.page import Page

M = TypeVar("M", bound=BaseModel)

FILE_NAME = "case.toml"
_PAGES = {
    "page.html": "text/html",
    "page.html.gz": "text/html",
    "page.txt": "text/plain",
    "page.txt.gz": "text/plain",
}


class Facts(BaseModel):
    """What case.toml says."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", strict=True, use_attribute_docstrings=True
    )

    outlet: str
    """Whose page it is."""

    url: str | None = None
    """Its address; None where nobody told, as for most text renderings."""

    needs_url: bool = False
    """Whether only the address tells whose page it is."""

    fetched: AwareDatetime | None = None
    """When it was saved, for dates that are relative to that."""

    media_type: str | None = None
    """As the server said; by the page's file name where left out."""

    origin: str | None = None
    """Where the page comes from and who made it, in words."""

    reviewed: bool = False
    """Whether a person has compared the expectation with the page."""

    known_failures: list[str] = Field(default_factory=list)
    """Fields and checks that fail as yet; one that passes must be taken off."""

    note: str | None = None
    """What the case is for, in words."""


class Expected(BaseModel):
    """What outcome.json says of a page that becomes no article."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    kind: Literal["rejection", "failure"]
    """Which of the two."""

    code: RejectionCode | FailureCode
    """Its code."""


@dataclass(frozen=True)
class Case:
    """One case, read from its folder."""

    folder: Path
    facts: Facts
    page_file: Path
    golden: dict[str, JsonValue] | None
    """What article.json holds; None for a page that becomes no article."""
    expected: Expected | None
    """What outcome.json holds; None for a page that becomes an article."""

    @property
    def slug(self) -> str:
        """The folder's name."""
        return self.folder.name

    @property
    def file(self) -> Path:
        """The file with the expectation."""
        return self.folder / (OUTCOME if self.golden is None else ARTICLE)

    @cached_property
    def content(self) -> bytes:
        """The page's exact bytes."""
        stored = self.page_file.read_bytes()
        return gzip.decompress(stored) if self.page_file.suffix == ".gz" else stored

    def page(self, content: bytes | None = None, *, with_url: bool = True) -> Page:
        """Make the page anew, or one of other bytes that is known to be the same in all else."""
        return Page(
            self.content if content is None else content,
            self.facts.url if with_url else None,
            source=f"{self.slug}/{self.page_file.name}",
            media_type=self.facts.media_type or _PAGES[self.page_file.name],
            fetched=self.facts.fetched,
        )


def read(folder: Path) -> Case:
    """
    Read one case.

    Raises:
        UsageError: if a file is missing or wrong; it names the file, the key and what to do.
    """
    golden, verdict = (_json(folder / name) for name in (ARTICLE, OUTCOME))
    if (golden is None) == (verdict is None):
        both = f"{ARTICLE} and {OUTCOME}"
        raise UsageError(
            f"{folder}: a case has one of {both}, not {'none' if golden is None else 'both'}"
        )
    expected = None if verdict is None else _checked(Expected, verdict, folder / OUTCOME)
    facts = _checked(Facts, _toml(folder / FILE_NAME), folder / FILE_NAME)
    case = Case(folder, facts, _page_of(folder), golden, expected)
    if unknown := [name for name in golden or () if name not in FIELDS]:
        raise UsageError(f"{case.file}: {unknown[0]} is no field of a golden")
    return case


def below(root: Path) -> tuple[Case, ...]:
    """Read the cases right below a folder, in order of their names."""
    files = sorted(root.glob(f"*/{FILE_NAME}"))
    return tuple(read(file.parent) for file in files if not file.parent.name.startswith("."))


def add(root: Path, slug: str, content: bytes, desk: Desk, **facts: object) -> Case:
    """
    Store a page as a case with a draft of what becomes of it, whole or not at all.

    Args:
        root: The ``cases`` folder.
        slug: The new folder's name.
        content: The page's exact bytes; stored as they are.
        desk: Edits the page for the draft.
        facts: What ``Facts`` holds; ``outlet`` is required.

    Raises:
        UsageError: if the case exists, a fact is wrong, or the folder cannot be written.
    """
    folder = root / slug
    checked = _checked(Facts, facts, folder / FILE_NAME)
    if folder.exists() or folder.is_symlink():
        raise UsageError(f"{folder} exists; take another slug or remove it")
    try:
        root.mkdir(parents=True, exist_ok=True)
        with _beside(folder) as half:
            draft = _stored(half, content, checked)
            write_draft(half, desk.edit(draft.page()))
            half.replace(folder)
    except OSError as error:
        raise UsageError(f"{folder} cannot be written: {error.strerror or error}") from error
    return read(folder)


def pack(case: Case) -> Case:
    """Store a case's page as gzip, without a moment, so that the same page gives the same file."""
    packed = case.folder / f"{case.page_file.name}.gz"
    packed.write_bytes(gzip.compress(case.content, mtime=0))
    case.page_file.unlink()
    return read(case.folder)


def _stored(folder: Path, content: bytes, facts: Facts) -> Case:
    """Write page and facts; a media type that the page's name says is not said again."""
    name = "page.txt" if Page(content, media_type=facts.media_type).is_text else "page.html"
    if facts.media_type == _PAGES[name]:
        facts = facts.model_copy(update={"media_type": None})
    (folder / name).write_bytes(content)
    (folder / FILE_NAME).write_text(as_toml(_stated(facts)), encoding="utf-8", newline="\n")
    return Case(folder, facts, folder / name, None, None)


@contextmanager
def _beside(folder: Path) -> Iterator[Path]:
    """Give a new folder beside another to fill; gone in the end, unless it was renamed."""
    half = folder.with_name(f".{folder.name}-{token_hex(4)}")
    half.mkdir()
    try:
        yield half
    finally:
        shutil.rmtree(half, ignore_errors=True)


def _page_of(folder: Path) -> Path:
    found = [folder / name for name in _PAGES if (folder / name).is_file()]
    if len(found) != 1:
        names = " and ".join(file.name for file in found) or "none"
        raise UsageError(f"{folder}: a case has one of {', '.join(_PAGES)}; this one has {names}")
    return found[0]


def _toml(file: Path) -> dict[str, object]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UsageError(f"{file}: cannot be read: {error}") from error


def _json(file: Path) -> dict[str, JsonValue] | None:
    if not file.exists():
        return None
    try:
        data = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise UsageError(f"{file}: cannot be read: {error}") from error
    if not isinstance(data, dict):
        raise UsageError(f"{file}: must hold a JSON object")
    return data


def _checked(model: type[M], data: object, file: Path) -> M:
    try:
        return model.model_validate(data)
    except ValidationError as error:
        first = error.errors()[0]
        key = ".".join(map(str, first["loc"]))
        is_unknown = first["type"] == "extra_forbidden"
        known = f"; there are {', '.join(model.model_fields)}" if is_unknown else ""
        raise UsageError(f"{file}: {key}: {first['msg']}{known}") from error


def _stated(facts: Facts) -> dict[str, object]:
    """Give the facts that are known, the obligatory ones first, and ``reviewed`` always."""
    names = facts.model_fields_set | {"reviewed"}
    said = {name: getattr(facts, name) for name in Facts.model_fields if name in names}
    return {name: value for name, value in said.items() if value is not None}
