"""The rows of an output database: an outcome as flat columns."""

import json
from collections.abc import Iterable
from datetime import datetime

from copydesk.outcome import Failure, Rejection
from copydesk.schema import Article, Party
from copydesk.schema.words import count_words

Row = dict[str, str | int | None]


def article_row(article: Article) -> Row:
    """Give the columns of an article."""
    published = article.published
    return {
        "id": article.id,
        "outlet": article.outlet,
        "url": article.url,
        "headline": article.headline,
        "summary": article.summary,
        "language": article.language,
        "published": published.value if published else None,
        "published_earliest": _moment(published.earliest) if published else None,
        "published_latest": _moment(published.latest) if published else None,
        "modified": article.modified.value if article.modified else None,
        "authors": _names(article.authors),
        "sections": _array(article.sections),
        "topics": _array(article.topics),
        "kind": article.kind,
        "access": article.access,
        "completeness": article.completeness,
        "words": count_words(article.text),
        "source": article.source.name if article.source else None,
        "content_hash": article.content_hash,
        "text": article.text,
        "json": article.model_dump_json(),
    }


def article_outcome(article: Article, reason: str | None) -> Row:
    """Give the columns of an article's outcome."""
    source = article.source.name if article.source else None
    return {
        "source": source,
        "url": article.url,
        "kind": "article",
        "reason": reason,
        "article_id": article.id,
    }


def other_outcome(outcome: Rejection | Failure) -> Row:
    """Give the columns of the outcome of a page that is no article."""
    columns = ("source", "url", "code", "stage", "plugin", "reason")
    return {"kind": outcome.type} | {name: getattr(outcome, name, None) for name in columns}


def _moment(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def _names(parties: Iterable[Party]) -> str:
    return _array(party.name for party in parties)


def _array(words: Iterable[str]) -> str:
    return json.dumps([*words], ensure_ascii=False)
