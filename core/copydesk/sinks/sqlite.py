"""SQLite: articles as flat columns to query and to search, and an outcome for every page read."""

import json
import sqlite3
from collections.abc import Iterable
from datetime import datetime
from importlib.resources import files
from pathlib import Path
from time import monotonic

from copydesk.errors import UsageError
from copydesk.outcome import Failure, Outcome, Rejection
from copydesk.schema import Article, Party
from copydesk.sinks.target import must_be_free, unusable

BATCH = 100
"""So many outcomes at most are lost when the run is killed; fewer, when a second has passed."""

_SUFFIXES = (".db", ".sqlite", ".sqlite3")
_TABLES = ("article_search", "article_trigram", "articles", "outcomes")
_OLDEST = (3, 34)
Row = dict[str, str | int | None]


class Sqlite:
    """Writes articles and outcomes into a database; of two articles with one id the later stays."""

    def __init__(self) -> None:
        """Have no database yet."""
        self._target = ""
        self._base: sqlite3.Connection | None = None
        self._waiting, self._since = 0, 0.0

    def accepts(self, target: str) -> bool:
        """Accept ``*.db``, ``*.sqlite`` and ``*.sqlite3``."""
        return target.lower().endswith(_SUFFIXES)

    def open(self, target: str, *, force: bool) -> None:
        """
        Make the tables; with ``force`` those of an existing database are made anew.

        Raises:
            UsageError: if the file exists, is no database, or SQLite is too old or cannot write it.
        """
        must_be_free(Path(target), force=force)
        if sqlite3.sqlite_version_info < _OLDEST:
            raise UsageError(f"SQLite {sqlite3.sqlite_version} has no trigram search; 3.34 has")
        self._target = target
        try:
            self._base = sqlite3.connect(target, isolation_level=None)
            self._make_tables(self._base)
        except sqlite3.Error as error:
            self.close()
            raise unusable(target, error) from error

    def write(self, outcome: Outcome) -> None:
        """Write an outcome, and the article if it is one."""
        if self._base is None:
            return
        try:
            if not self._base.in_transaction:
                self._base.execute("BEGIN IMMEDIATE")
                self._waiting, self._since = 0, monotonic()
            _add(self._base, outcome)
            self._waiting += 1
            if self._waiting >= BATCH or monotonic() - self._since >= 1:
                self._base.execute("COMMIT")
        except sqlite3.Error as error:
            if self._base.in_transaction:
                self._base.execute("ROLLBACK")  # no article without its outcome
            raise unusable(self._target, error) from error

    def close(self) -> None:
        """Keep what is written and close the database."""
        if self._base is None:
            return
        base, self._base = self._base, None
        try:
            if base.in_transaction:
                base.execute("COMMIT")
        except sqlite3.Error as error:
            raise unusable(self._target, error) from error
        finally:
            base.close()

    def _make_tables(self, base: sqlite3.Connection) -> None:
        drops = "".join(f"DROP TABLE IF EXISTS {table};" for table in _TABLES)
        tables = files("copydesk.sinks").joinpath("articles.sql").read_text(encoding="utf-8")
        base.executescript(f"BEGIN IMMEDIATE; {drops} {tables} COMMIT;")


def _add(base: sqlite3.Connection, outcome: Outcome) -> None:
    if not isinstance(outcome, Article):
        _insert(base, "outcomes", _no_article(outcome))
        return
    known = base.execute("SELECT source FROM articles WHERE id = ?", [outcome.id]).fetchone()
    row = article_row(outcome)
    if known:
        _update(base, row)
    else:
        _insert(base, "articles", row)
    reason = f"the same article as {known[0]}, whose row it replaced" if known else None
    _insert(base, "outcomes", _of_article(outcome, reason))


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
        "words": len(article.text.split()),
        "source": article.source.name if article.source else None,
        "content_hash": article.content_hash,
        "text": article.text,
        "json": article.model_dump_json(),
    }


def _of_article(article: Article, reason: str | None) -> Row:
    source = article.source.name if article.source else None
    return {
        "source": source,
        "url": article.url,
        "kind": "article",
        "reason": reason,
        "article_id": article.id,
    }


def _no_article(outcome: Rejection | Failure) -> Row:
    columns = ("source", "url", "code", "stage", "plugin", "reason")
    return {"kind": outcome.type} | {name: getattr(outcome, name, None) for name in columns}


def _insert(base: sqlite3.Connection, table: str, row: Row) -> None:
    marks = ", ".join("?" * len(row))
    sql = f"INSERT INTO {table} ({', '.join(row)}) VALUES ({marks})"  # noqa: S608  # our own names
    base.execute(sql, [*row.values()])


def _update(base: sqlite3.Connection, row: Row) -> None:
    columns = ", ".join(f"{name} = ?" for name in row)
    sql = f"UPDATE articles SET {columns} WHERE id = ?"  # noqa: S608  # as above
    base.execute(sql, [*row.values(), row["id"]])


def _moment(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def _names(parties: Iterable[Party]) -> str:
    return _array(party.name for party in parties)


def _array(words: Iterable[str]) -> str:
    return json.dumps([*words], ensure_ascii=False)
