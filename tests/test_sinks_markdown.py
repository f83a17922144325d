"""Markdown files: whole or not at all, named by id, front matter that no page can break."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from tests.strategies import articles

from copydesk import Article, Rejection
from copydesk.errors import UsageError
from copydesk.schema import Paragraph, Party, Source, Stamp
from copydesk.sinks import Markdown
from copydesk.sinks.markdown import page_of

ARTICLE = Article(
    id="0123456789abcdef",
    outlet="harbour",
    headline='../roof: "new"\u2019 # ---',
    published=Stamp(value="2022-01-07", raw="7 January 2022"),
    authors=(Party(name="Ottilie Fernhall", kind="person", role="author"),),
    topics=("Market", "true"),
    body=(Paragraph(id="b1", text="The market gets a new roof."),),
    source=Source(name="pages/a.html", sha256="0" * 64),
)


def written(folder: Path, *, force: bool = False) -> list[str]:
    sink = Markdown()
    sink.open(f"{folder}/", force=force)
    sink.write(ARTICLE)
    sink.write(Rejection(code="empty", reason="no words"))
    sink.close()
    return sorted(path.name for path in folder.iterdir())


def test_file(tmp_path: Path) -> None:
    """A file an article: front matter of JSON values, then the article; nothing else is left."""
    assert written(tmp_path / "new" / "md") == ["0123456789abcdef.md"]
    assert (tmp_path / "new" / "md" / "0123456789abcdef.md").read_text(encoding="utf-8") == (
        "---\n"
        'id: "0123456789abcdef"\n'
        'outlet: "harbour"\n'
        'headline: "../roof: \\"new\\"\u2019 # ---"\n'
        'published: "2022-01-07"\n'
        'authors: ["Ottilie Fernhall"]\n'
        'topics: ["Market", "true"]\n'
        'kind: "unknown"\n'
        'access: "unknown"\n'
        'completeness: "unknown"\n'
        'source: "pages/a.html"\n'
        f'content_hash: "{ARTICLE.content_hash}"\n'
        "---\n\n"
        '# ../roof: "new"\u2019 # ---\n\n'
        "The market gets a new roof.\n"
    )


@settings(max_examples=25)  # articles take long to make
@given(articles())
def test_front_matter(article: Article) -> None:
    """Whatever the article, each line is a key and a JSON value (which is YAML) until the fence."""
    first, *lines = page_of(article).split("\n---\n", 1)[0].split("\n")
    assert first == "---"
    found = {name: json.loads(value) for name, _, value in (line.partition(": ") for line in lines)}
    assert found["id"] == article.id
    assert found["headline"] == article.headline
    assert "" not in found.values()
    assert all(
        line.isprintable() or not set(line) & set("\x00\x07\x1b\x85\u2028") for line in lines
    )


def test_accepts(tmp_path: Path) -> None:
    """A name that ends in a slash, or that is a folder."""
    assert Markdown().accepts("new/")
    assert Markdown().accepts(str(tmp_path))
    assert not Markdown().accepts(str(tmp_path / "none"))


def test_existing(tmp_path: Path) -> None:
    """A folder that holds anything is refused; force writes into it and leaves other files."""
    (tmp_path / "mine.txt").touch()
    with pytest.raises(UsageError, match="holds files already; give --force"):
        written(tmp_path)
    assert written(tmp_path, force=True) == ["0123456789abcdef.md", "mine.txt"]
    assert written(tmp_path, force=True) == ["0123456789abcdef.md", "mine.txt"]
    (tmp_path / "empty").mkdir()
    assert written(tmp_path / "empty") == ["0123456789abcdef.md"]


def test_link_is_replaced(tmp_path: Path) -> None:
    """A link of an article's name is replaced, not written through."""
    (tmp_path / "victim").write_text("mine")
    (tmp_path / "md").mkdir()
    (tmp_path / "md" / "0123456789abcdef.md").symlink_to(tmp_path / "victim")
    written(tmp_path / "md", force=True)
    assert (tmp_path / "victim").read_text() == "mine"


def test_cannot_be_made(tmp_path: Path) -> None:
    """A file of that name is an error that names it."""
    (tmp_path / "file").touch()
    with pytest.raises(UsageError, match="file/ cannot be written"):
        written(tmp_path / "file")


def test_disk_full(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What cannot be written whole is not there."""
    sink = Markdown()
    sink.open(f"{tmp_path}/", force=False)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(UsageError, match=r"abcdef\.md cannot be written: No space left"):
        sink.write(ARTICLE)
    assert list(tmp_path.iterdir()) == []
