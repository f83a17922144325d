"""SQLite: flat columns, search in step with them, and an outcome for every page."""

import json
import re
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from tests.strategies import articles

from copydesk import Article, Failure, Rejection
from copydesk.errors import UsageError
from copydesk.outcome import Outcome
from copydesk.schema import Paragraph, Party, Source, Stamp
from copydesk.sinks import Sqlite, sqlite
from copydesk.sinks.rows import article_row

DOCS = Path(__file__).parent.parent / "docs" / "cli.md"


def article(number: int, headline: str, text: str = "The market gets a roof.") -> Article:
    return Article(
        outlet="harbour",
        url=f"https://harbour.example/news/{number}",
        headline=headline,
        language="en",
        published=Stamp(
            value="2022-01-07", raw="7 January", zone="assumed", zone_name="Asia/Tehran"
        ),
        authors=(Party(name="Ottilie Fernhall"), Party(name="Ann Lee")),
        topics=("Market",),
        body=(Paragraph(id="b1", text=text),),
        source=Source(name=f"pages/{number}.html", sha256="0" * 64),
    )


ROOF = article(1, "New roof for the market", "Stallholders move out for six weeks.")
TALKS = article(2, "北京举行安全理事会会议", "会议在北京举行。")
THAI = article(3, "ประชุมสภาความมั่นคง", "การประชุมจัดขึ้นที่กรุงเทพ")
REJECTION = Rejection(source="a.html", url="https://harbour.example/", code="index", reason="links")
FAILURE = Failure(source="b.html", code="plugin_error", stage="edit", plugin="rt", reason="broke")


def write(target: Path, *outcomes: Outcome, force: bool = False) -> None:
    sink = Sqlite()
    sink.open(str(target), force=force)
    for outcome in outcomes:
        sink.write(outcome)
    sink.close()


def ask(target: Path, sql: str, *values: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(target)) as base:
        return base.execute(sql, values).fetchall()


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "news.db"


def test_columns(target: Path) -> None:
    """An article is a row of flat columns, with its text and the whole article beside them."""
    write(target, ROOF)
    with closing(sqlite3.connect(target)) as base:
        base.row_factory = sqlite3.Row
        row = dict(base.execute("SELECT * FROM articles").fetchone())
    assert Article.model_validate_json(row.pop("json")) == ROOF
    assert row == {
        "number": 1,
        "id": ROOF.id,
        "outlet": "harbour",
        "url": "https://harbour.example/news/1",
        "headline": "New roof for the market",
        "summary": None,
        "language": "en",
        "published": "2022-01-07",
        "published_earliest": "2022-01-06T20:30:00Z",
        "published_latest": "2022-01-07T20:29:59Z",
        "modified": None,
        "authors": '["Ottilie Fernhall", "Ann Lee"]',
        "sections": "[]",
        "topics": '["Market"]',
        "kind": "unknown",
        "access": "unknown",
        "completeness": "unknown",
        "words": 6,
        "source": "pages/1.html",
        "content_hash": ROOF.content_hash,
        "text": "Stallholders move out for six weeks.",
    }


@settings(max_examples=25)  # articles take long to make
@given(articles())
def test_any_article(article: Article) -> None:
    """Any article fits its row, and the row's JSON is the article."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as base:
        sink = Sqlite()
        sink._make_tables(base)
        sink._add(base, article)
        sink._add(base, article)
        found = base.execute("SELECT json, text, headline FROM articles").fetchall()
        base.execute("INSERT INTO article_search (article_search) VALUES ('integrity-check')")
        base.execute("INSERT INTO article_trigram (article_trigram) VALUES ('integrity-check')")
    assert [(Article.model_validate_json(j), t, h) for j, t, h in found] == [
        (article, article.text, article.headline)
    ]
    assert json.loads(str(article_row(article)["topics"])) == list(article.topics)


def test_outcomes(target: Path) -> None:
    """Every page has an outcome: articles by their id, the rest with code and reason."""
    write(target, ROOF, REJECTION, FAILURE)
    sql = "SELECT source, url, kind, code, stage, plugin, reason, article_id FROM outcomes"
    assert ask(target, f"{sql} ORDER BY number") == [
        ("pages/1.html", ROOF.url, "article", None, None, None, None, ROOF.id),
        ("a.html", "https://harbour.example/", "rejection", "index", None, None, "links", None),
        ("b.html", None, "failure", "plugin_error", "edit", "rt", "broke", None),
    ]


def test_same_article_twice(target: Path) -> None:
    """Of two pages with one article the later stays, search included, and its outcome says so."""
    later = article(1, "Old roof goes").model_copy(
        update={"source": Source(name="pages/1b.html", sha256="1" * 64)}
    )
    write(target, ROOF, later)
    assert ask(target, "SELECT number, headline, source FROM articles") == [
        (1, "Old roof goes", "pages/1b.html")
    ]
    assert found(target, "article_search", "stallholders") == []
    assert found(target, "article_search", "old") == ["Old roof goes"]
    assert ask(target, "SELECT article_id, reason FROM outcomes") == [
        (ROOF.id, None),
        (ROOF.id, "the same article as pages/1.html, whose row it replaced"),
    ]


def found(target: Path, table: str, words: str) -> list[str]:
    sql = f"SELECT headline FROM {table} WHERE {table} MATCH ? ORDER BY rowid"  # noqa: S608  # our own names
    return [headline for (headline,) in ask(target, sql, words)]


def test_search(target: Path) -> None:
    """Words of headline and text are found, whatever their case; so are runs of Chinese and Thai."""
    write(target, ROOF, TALKS, THAI)
    assert found(target, "article_search", "ROOF AND stallholders") == [ROOF.headline]
    assert found(target, "article_trigram", '"理事会"') == [TALKS.headline]
    assert found(target, "article_trigram", '"ความมั่นคง"') == [THAI.headline]
    two = "SELECT headline FROM articles WHERE text LIKE '%北京%'"
    assert ask(target, two) == [(TALKS.headline,)]


def test_search_follows_every_change(target: Path) -> None:
    """Rows that are deleted, changed or moved by VACUUM are found as they are, by anybody."""
    write(target, ROOF, TALKS, THAI)
    with closing(sqlite3.connect(target)) as base:
        base.execute("DELETE FROM articles WHERE id = ?", [ROOF.id])
        base.execute("UPDATE articles SET headline = 'Council' WHERE id = ?", [TALKS.id])
        base.commit()
        base.execute("VACUUM")
    assert found(target, "article_search", "roof") == []
    assert found(target, "article_search", "council") == ["Council"]
    assert found(target, "article_trigram", '"ความมั่นคง"') == [THAI.headline]


def test_existing_is_refused(target: Path) -> None:
    """An existing database stays; force makes its tables anew and leaves other tables alone."""
    write(target, ROOF)
    with closing(sqlite3.connect(target)) as base:
        base.execute("CREATE TABLE mine AS SELECT 1 AS one")
        base.commit()
    with pytest.raises(UsageError, match=r"news\.db is there already; give --force"):
        write(target, TALKS)
    write(target, TALKS, force=True)
    assert ask(target, "SELECT headline FROM articles") == [(TALKS.headline,)]
    assert ask(target, "SELECT count(*) FROM outcomes") == [(1,)]
    assert ask(target, "SELECT one FROM mine") == [(1,)]


def test_no_database(target: Path) -> None:
    """A file that is no database is not touched, even with force."""
    target.write_text("mine, all mine\n" * 100)
    with pytest.raises(UsageError, match=r"news\.db cannot be written: file is not a database"):
        write(target, ROOF, force=True)
    assert target.read_text() == "mine, all mine\n" * 100


def test_old_sqlite(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An SQLite without trigram search is named."""
    monkeypatch.setattr(sqlite3, "sqlite_version_info", (3, 33, 0))
    with pytest.raises(UsageError, match=r"has no trigram search; 3\.34 has"):
        write(target)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """A clock that stands still until it is moved."""
    now = [0.0]
    monkeypatch.setattr(sqlite, "monotonic", lambda: now[0])
    return now


def test_batches(target: Path, clock: list[float]) -> None:
    """Others see outcomes a hundred at a time, or after a second; a kill loses no more."""
    sink = Sqlite()
    sink.open(str(target), force=False)

    def seen() -> int:
        return int(ask(target, "SELECT count(*) FROM outcomes")[0][0])

    for _ in range(99):
        sink.write(FAILURE)
    assert seen() == 0
    sink.write(FAILURE)
    assert seen() == 100
    sink.write(FAILURE)
    clock[0] = 1.0
    sink.write(FAILURE)
    assert seen() == 102
    sink.write(FAILURE)
    sink.close()
    assert seen() == 103


def test_error_while_writing(target: Path) -> None:
    """What went wrong is named; no article stands without its outcome."""
    sink = Sqlite()
    sink.open(str(target), force=False)
    with closing(sqlite3.connect(target)) as base:
        base.execute("ALTER TABLE outcomes RENAME TO gone")
        base.commit()
    with pytest.raises(UsageError, match=r"news\.db cannot be written: no such table: outcomes"):
        sink.write(ROOF)
    sink.close()
    assert ask(target, "SELECT count(*) FROM articles") == [(0,)]


def test_queries_of_the_docs(target: Path) -> None:
    """Every query of docs/cli.md runs and finds what it is there for."""
    text = DOCS.read_text(encoding="utf-8")
    block = next(b for b in re.findall(r"```text\n(.*?)```", text, re.DOTALL) if "SELECT" in b)
    write(target, article(4, "Russia and NATO open talks"), TALKS, REJECTION)
    answers = [ask(target, sql) for sql in block.split(";") if sql.strip()]
    assert len(answers) == 5
    assert all(answers)


@pytest.mark.parametrize("name", ["a.db", "a.sqlite", "a.SQLITE3"])
def test_accepts(name: str) -> None:
    """The usual endings of SQLite files."""
    assert Sqlite().accepts(name)
    assert not Sqlite().accepts(f"{name}.txt")


def revised(text: str = "Slates come from the hills.") -> Article:
    return article(1, "New roof for the market", text).model_copy(
        update={"source": Source(name="pages/1b.html", sha256="1" * 64)}
    )


def update(target: Path, *outcomes: Outcome) -> None:
    sink = Sqlite()
    sink.update(str(target))
    for outcome in outcomes:
        sink.write(outcome)
    sink.close()


def test_update_of_the_same(target: Path) -> None:
    """The same pages once more change nothing: no row of articles, versions or outcomes."""
    rows = "SELECT source, kind, code, article_id FROM outcomes ORDER BY source"
    update(target, ROOF, REJECTION, FAILURE)
    before = ask(target, "SELECT * FROM articles"), ask(target, rows)
    update(target, ROOF, REJECTION, FAILURE)
    assert (ask(target, "SELECT * FROM articles"), ask(target, rows)) == before
    assert ask(target, "SELECT count(*) FROM versions") == [(0,)]
    reason = "the same article as pages/1.html, whose row stays"
    assert ask(target, "SELECT reason FROM outcomes WHERE kind = 'article'") == [(reason,)]


def test_update_of_what_changed(target: Path) -> None:
    """An article whose text changed is replaced, its number kept, and what it was stays a version."""
    update(target, ROOF, TALKS)
    update(target, revised(), THAI)
    assert ask(target, "SELECT number, text FROM articles ORDER BY number") == [
        (1, revised().text), (2, TALKS.text), (3, THAI.text),
    ]  # fmt: skip
    update(target, ROOF)
    versions = "SELECT id, run, source, content_hash, json FROM versions ORDER BY number"
    one, two = ask(target, versions)
    assert one[:4] == (ROOF.id, 2, "pages/1.html", ROOF.content_hash)
    assert two[:4] == (ROOF.id, 3, "pages/1b.html", revised().content_hash)
    assert Article.model_validate_json(one[4]) == ROOF
    assert found(target, "article_search", "stallholders") == [ROOF.headline]
    assert found(target, "article_search", "slates") == []


def test_update_of_an_input_that_is_none_any_more(target: Path) -> None:
    """An input has the outcome of the latest run; the article that it once gave stays."""
    update(target, ROOF, FAILURE)
    update(target, Rejection(source="pages/1.html", code="empty", reason="nothing"))
    assert ask(target, "SELECT source, kind FROM outcomes ORDER BY source") == [
        ("b.html", "failure"), ("pages/1.html", "rejection"),
    ]  # fmt: skip
    assert ask(target, "SELECT count(*) FROM articles") == [(1,)]


def test_two_of_a_name_in_one_run(target: Path) -> None:
    """Two outcomes of one run are two, whatever their names, and numbers never come again."""
    update(target, REJECTION, REJECTION)
    update(target, REJECTION, REJECTION)
    assert ask(target, "SELECT number FROM outcomes") == [(3,), (4,)]
    assert ask(target, "SELECT number, first, updates FROM runs") == [(1, 1, 1), (2, 3, 1)]


def test_update_of_a_foreign_database(target: Path) -> None:
    """A database that copydesk did not make is not touched."""
    with closing(sqlite3.connect(target)) as base:
        base.execute("CREATE TABLE articles AS SELECT 1 AS one")
        base.commit()
    with pytest.raises(UsageError, match=r"news\.db has not the tables of this version"):
        update(target, ROOF)
    assert ask(target, "SELECT one FROM articles") == [(1,)]


def test_marks(target: Path) -> None:
    """A sink that was asked for its mark keeps what it has when it is told to, not before."""
    sink = Sqlite()
    sink.open(str(target), force=False)
    assert sink.mark() == 0
    for _ in range(150):
        sink.write(REJECTION)
    assert sink.mark() == 150
    assert ask(target, "SELECT count(*) FROM outcomes") == [(0,)]
    sink.keep()
    sink.write(ROOF)
    sink.close()
    again = Sqlite()
    again.reopen(str(target))
    assert again.reaches(150)
    assert not again.reaches(151)
    again.close()
