"""Markdown files, one an article, named by its id, with YAML front matter."""

import json
import os
from collections.abc import Iterator
from pathlib import Path

from copydesk.errors import UsageError
from copydesk.outcome import Outcome
from copydesk.printable import escaped
from copydesk.schema import Article
from copydesk.sinks.target import unusable


class Markdown:
    """Writes articles into a folder; of two with one id the later stays."""

    def __init__(self) -> None:
        """Have no folder yet."""
        self._folder = Path()

    def accepts(self, target: str) -> bool:
        """Accept a name that ends in a slash, or that is a folder."""
        return target.endswith(("/", os.sep)) or Path(target).is_dir()

    def open(self, target: str, *, force: bool) -> None:
        """
        Make the folder; without ``force`` an existing one must be empty.

        Raises:
            UsageError: if it holds anything, or cannot be made.
        """
        self._folder = Path(target)
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            holds = next(self._folder.iterdir(), None)
        except OSError as error:
            raise unusable(target, error) from error
        if holds and not force:
            raise UsageError(
                f"{escaped(target)} holds files already; give --force to write into it all the same"
            )

    def write(self, outcome: Outcome) -> None:
        """Write an article as a whole file or not at all."""
        if not isinstance(outcome, Article):
            return
        path, half = self._folder / f"{outcome.id}.md", self._folder / f".{outcome.id}.part"
        try:
            half.write_bytes(page_of(outcome).encode())
            half.replace(path)
        except OSError as error:
            half.unlink(missing_ok=True)
            raise unusable(path, error) from error

    def close(self) -> None:
        """Do nothing: every file is whole already."""

    def reopen(self, target: str) -> None:
        """
        Make ready to go on with a folder.

        Raises:
            UsageError: if it cannot be made.
        """
        self.open(target, force=True)

    def mark(self) -> int:
        """Give no place: a file that is written again is the same."""
        return 0

    def keep(self) -> None:
        """Do nothing: the system has every file already."""

    def reaches(self, mark: int) -> bool:
        """Agree to the only place there is."""
        return mark == 0

    def rewind(self, mark: int) -> None:
        """Do nothing: what was written since is written again."""


def page_of(article: Article) -> str:
    """Print front matter, a line a field that is not empty, then headline, summary and body."""
    matter = "\n".join(_front_matter(article))
    return f"---\n{matter}\n---\n\n{article.to_markdown()}"


def _front_matter(article: Article) -> Iterator[str]:
    # JSON is YAML: no value of a page can end the line, the front matter or its type.
    for name, value in _fields(article).items():
        if value:
            yield f"{name}: {json.dumps(value, ensure_ascii=False)}"


def _fields(article: Article) -> dict[str, str | list[str] | None]:
    return {
        "id": article.id,
        "outlet": article.outlet,
        "url": article.url,
        "headline": article.headline,
        "summary": article.summary,
        "language": article.language,
        "published": article.published.value if article.published else None,
        "modified": article.modified.value if article.modified else None,
        "authors": [party.name for party in article.authors],
        "sections": list(article.sections),
        "topics": list(article.topics),
        "kind": article.kind,
        "access": article.access,
        "completeness": article.completeness,
        "source": article.source.name if article.source else None,
        "content_hash": article.content_hash,
    }
