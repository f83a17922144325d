"""What a run's counts and report need to know of an outcome: little enough to be kept for each."""

import json
from typing import Any, NamedTuple

from copydesk.outcome import Failure, Outcome
from copydesk.schema import Article

_OF_THE_RUN = {"schema_version", "id", "outlet", "source", "warnings", "content_hash", "provenance"}
_FIELDS = tuple(name for name in Article.model_fields if name not in _OF_THE_RUN)
_NOTHING: tuple[object, ...] = (None, (), "", "unknown", {})


class Facts(NamedTuple):
    """One outcome without its text."""

    kind: str
    """``article``, ``rejection`` or ``failure``."""

    code: str | None = None
    """Why it is no article."""

    reason: str | None = None
    """The same in words."""

    source: str | None = None
    """Label of the input."""

    url: str | None = None
    """Address of the page."""

    outlet: str | None = None
    """Whose page it is."""

    id: str | None = None
    """The article's."""

    language: str | None = None
    """The article's."""

    published: str | None = None
    """When it was published, as precise as the page says it."""

    filled: tuple[str, ...] = ()
    """Fields of the article that are not empty."""

    warnings: tuple[str, ...] = ()
    """Codes of the warnings."""

    seconds: float = 0.0
    """What reading and editing took."""

    def to_json(self) -> str:
        """Print them as one line."""
        return json.dumps(self, separators=(",", ":"))

    @classmethod
    def from_json(cls, line: str | bytes) -> "Facts":
        """Take what ``to_json`` printed."""
        return cls.of(json.loads(line))

    @classmethod
    def of(cls, values: list[Any]) -> "Facts":
        """Take them as a JSON array has them."""
        facts = cls._make(values)
        return facts._replace(filled=tuple(facts.filled), warnings=tuple(facts.warnings))


def facts_of(outcome: Outcome, seconds: float = 0.0) -> Facts:
    """Tell the facts of an outcome."""
    warnings = tuple(warning.code for warning in outcome.warnings)
    if isinstance(outcome, Article):
        return _of_article(outcome)._replace(warnings=warnings, seconds=seconds)
    return Facts(
        kind=outcome.type,
        code=outcome.code,
        reason=outcome.reason,
        source=outcome.source,
        url=outcome.url,
        outlet=None if isinstance(outcome, Failure) else outcome.outlet,
        warnings=warnings,
        seconds=seconds,
    )


def _of_article(article: Article) -> Facts:
    return Facts(
        kind="article",
        source=article.source.name if article.source else None,
        url=article.url,
        outlet=article.outlet,
        id=article.id,
        language=article.language,
        published=article.published.value if article.published else None,
        filled=tuple(name for name in _FIELDS if getattr(article, name) not in _NOTHING),
    )
