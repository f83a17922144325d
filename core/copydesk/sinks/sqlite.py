"""SQLite: articles as flat columns to query and to search, and an outcome for every page read."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path
from time import monotonic

from copydesk.errors import UsageError
from copydesk.outcome import Outcome
from copydesk.printable import escaped
from copydesk.schema import Article
from copydesk.sinks.rows import Row, article_outcome, article_row, other_outcome
from copydesk.sinks.target import must_be_free, unusable

BATCH = 100
"""So many outcomes at most are lost when the run is killed; fewer, when a second has passed."""

_SUFFIXES = (".db", ".sqlite", ".sqlite3")
_TABLES = ("article_search", "article_trigram", "articles", "outcomes", "runs", "versions")
_OLDEST = (3, 34)
_POSITION = "SELECT seq FROM sqlite_sequence WHERE name = 'outcomes'"
_RUN = "INSERT INTO runs (first, updates) VALUES (?, ?)"
_VERSION = """
INSERT INTO versions (id, run, source, content_hash, headline, text, json)
SELECT id, (SELECT max(number) FROM runs), source, content_hash, headline, text, json
FROM articles WHERE id = ?
"""


class Sqlite:
    """Writes articles and outcomes into a database; of two articles with one id the later stays."""

    def __init__(self) -> None:
        """Have no database yet."""
        self._target = ""
        self._base: sqlite3.Connection | None = None
        self._waiting, self._since = 0, 0.0
        self._first, self._updates, self._is_asked = 0, False, False

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
        with self._opening(target) as base:
            self._make_tables(base)
            base.execute(_RUN, [1, False])
        self._first = 1

    def update(self, target: str) -> None:
        """
        Go on with a database, or make one; articles that have not changed are left as they are.

        What has changed, by ``content_hash``, is replaced; what it was is kept in ``versions``.

        Raises:
            UsageError: if the file is no database of this version, or cannot be written.
        """
        if not Path(target).exists():
            self.open(target, force=False)
        with self._opening(target) as base:
            self._must_have_tables(base)
            first = self._position(base) + 1
            base.execute("DELETE FROM runs WHERE first >= ?", [first])  # one that wrote nothing
            base.execute(_RUN, [first, True])
        self._resume()

    def reopen(self, target: str) -> None:
        """
        Go on with the latest run of a database.

        Raises:
            UsageError: if there is none, or it cannot be written.
        """
        with self._opening(target) as base:
            self._must_have_tables(base)
        self._resume()

    def write(self, outcome: Outcome) -> None:
        """Write an outcome, and the article if it is one."""
        if self._base is None:
            return
        try:
            if not self._base.in_transaction:
                self._base.execute("BEGIN IMMEDIATE")
                self._waiting, self._since = 0, monotonic()
            self._add(self._base, outcome)
            self._waiting += 1
            if not self._is_asked and (self._waiting >= BATCH or monotonic() - self._since >= 1):
                self.keep()
        except sqlite3.Error as error:
            if self._base.in_transaction:
                self._base.execute("ROLLBACK")  # no article without its outcome
            raise unusable(self._target, error) from error

    def mark(self) -> int:
        """Give the number of the last outcome."""
        self._is_asked = True
        return self._position(self._base) if self._base else 0

    def keep(self) -> None:
        """Commit."""
        try:
            if self._base and self._base.in_transaction:
                self._base.execute("COMMIT")
        except sqlite3.Error as error:
            raise unusable(self._target, error) from error

    def reaches(self, mark: int) -> bool:
        """Tell whether this is the number of the last outcome: a database has no way back."""
        return self.mark() == mark

    def rewind(self, mark: int) -> None:
        """Do nothing: the database is there."""

    def close(self) -> None:
        """Keep what is written, unless somebody else says when, and close the database."""
        if self._base is None:
            return
        try:
            if not self._is_asked:
                self.keep()
        finally:
            self._base.close()
            self._base = None

    def _make_tables(self, base: sqlite3.Connection) -> None:
        drops = "".join(f"DROP TABLE IF EXISTS {table};" for table in _TABLES)
        tables = files("copydesk.sinks").joinpath("articles.sql").read_text(encoding="utf-8")
        base.executescript(f"BEGIN IMMEDIATE; {drops} {tables} COMMIT;")

    def _must_have_tables(self, base: sqlite3.Connection) -> None:
        there = {name for (name,) in base.execute("SELECT name FROM sqlite_master")}
        if not there.issuperset(_TABLES):
            raise UsageError(
                f"{escaped(self._target)} has not the tables of this version of copydesk; "
                "name another file, or give --force without --update to make them anew"
            )

    @contextmanager
    def _opening(self, target: str) -> Iterator[sqlite3.Connection]:
        self.close()
        self._target = target
        try:
            self._base = sqlite3.connect(target, isolation_level=None)
            yield self._base
        except (sqlite3.Error, UsageError) as error:
            self.close()
            if isinstance(error, UsageError):
                raise
            raise unusable(target, error) from error

    def _resume(self) -> None:
        if self._base:
            run = "SELECT first, updates FROM runs ORDER BY number DESC LIMIT 1"
            self._first, self._updates = self._base.execute(run).fetchone()

    def _position(self, base: sqlite3.Connection) -> int:
        row = base.execute(_POSITION).fetchone()
        return int(row[0]) if row else 0

    def _add(self, base: sqlite3.Connection, outcome: Outcome) -> None:
        if isinstance(outcome, Article):
            row = article_outcome(outcome, self._put(base, outcome))
        else:
            row = other_outcome(outcome)
        if self._updates:  # what an earlier run said of this input
            old = "DELETE FROM outcomes WHERE source = ? AND number < ?"
            base.execute(old, [row["source"], self._first])
        _insert(base, "outcomes", row)

    def _put(self, base: sqlite3.Connection, article: Article) -> str | None:
        """Write an article, and say what became of another with its id."""
        sql = "SELECT source, content_hash FROM articles WHERE id = ?"
        known = base.execute(sql, [article.id]).fetchone()
        if not known:
            _insert(base, "articles", article_row(article))
            return None
        if self._updates and known[1] == article.content_hash:
            return f"the same article as {known[0]}, whose row stays"
        if self._updates:
            base.execute(_VERSION, [article.id])
        _replace(base, article_row(article))
        return f"the same article as {known[0]}, whose row it replaced"


def _insert(base: sqlite3.Connection, table: str, row: Row) -> None:
    marks = ", ".join("?" * len(row))
    sql = f"INSERT INTO {table} ({', '.join(row)}) VALUES ({marks})"  # noqa: S608  # our own names
    base.execute(sql, [*row.values()])


def _replace(base: sqlite3.Connection, row: Row) -> None:
    columns = ", ".join(f"{name} = ?" for name in row)
    sql = f"UPDATE articles SET {columns} WHERE id = ?"  # noqa: S608  # as above
    base.execute(sql, [*row.values(), row["id"]])
