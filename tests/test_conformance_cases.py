"""Case folders are read exactly, and what is wrong in one is named by file and key."""

import gzip
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.harbour import PAGE, TEXT, URL, Harbour, case_in

from copydesk import Article, Desk
from copydesk.conformance import cases
from copydesk.errors import UsageError


def write(folder: Path, **files: str) -> Path:
    """A case folder; ``__`` in a name stands for its dot."""
    given = {"case__toml": 'outlet = "harbour"', "page__html": PAGE, "article__json": "{}", **files}
    folder.mkdir(exist_ok=True)
    for name, text in given.items():
        if text:
            (folder / name.replace("__", ".")).write_text(text, encoding="utf-8")
    return folder


def test_read(tmp_path: Path) -> None:
    """All that case.toml may say is read and reaches the page."""
    toml = (
        f'outlet = "harbour"\nurl = "{URL}"\nneeds_url = true\nfetched = 2021-10-13T08:00:00Z\n'
        'media_type = "text/html"\norigin = "invented"\nreviewed = true\n'
        'known_failures = ["topics"]\nnote = "all keys"\n'
    )
    case = cases.read(write(tmp_path / "roof", case__toml=toml))
    page = case.page()
    assert (case.slug, case.golden, case.expected) == ("roof", {}, None)
    assert (case.facts.needs_url, case.facts.known_failures) == (True, ["topics"])
    assert (page.url, page.source) == (URL, "roof/page.html")
    assert page.fetched == datetime(2021, 10, 13, 8, tzinfo=UTC)
    assert page.content == PAGE.encode()
    assert case.page(with_url=False).url is None
    assert case.page(b"other").content == b"other"


def test_gzip(tmp_path: Path) -> None:
    """A packed page is the bytes within."""
    folder = write(tmp_path / "roof", page__html="")
    (folder / "page.html.gz").write_bytes(gzip.compress(PAGE.encode()))
    assert cases.read(folder).page().content == PAGE.encode()


def test_text(tmp_path: Path) -> None:
    """page.txt is plain text whatever it looks like."""
    folder = write(tmp_path / "roof", page__html="", page__txt="<p>A tag in a saved text.</p>")
    assert cases.read(folder).page().is_text


def test_outcome(tmp_path: Path) -> None:
    """outcome.json says what a page becomes that is no article."""
    outcome = '{"kind": "rejection", "code": "challenge"}'
    case = cases.read(write(tmp_path / "wall", article__json="", outcome__json=outcome))
    assert case.golden is None
    assert case.expected
    assert (case.expected.kind, case.expected.code) == ("rejection", "challenge")
    assert case.file.name == "outcome.json"


@pytest.mark.parametrize(
    ("files", "message"),
    [
        ({"case__toml": 'outlets = "harbour"'}, r"case\.toml: outlet: Field required"),
        (
            {"case__toml": 'outlet = "harbour"\nadress = "x"'},
            r"case\.toml: adress: Extra inputs.*there are outlet, url",
        ),
        ({"case__toml": "outlet = 3"}, r"case\.toml: outlet: Input should be a valid string"),
        (
            {"case__toml": 'outlet = "harbour"\nfetched = 2021-10-13T08:00:00'},
            r"fetched: .*timezone",
        ),
        ({"case__toml": "outlet"}, r"case\.toml: cannot be read"),
        ({"article__json": "{"}, r"article\.json: cannot be read"),
        ({"article__json": "[]"}, r"article\.json: must hold a JSON object"),
        ({"article__json": '{"heading": "x"}'}, r"article\.json: heading is no field"),
        ({"article__json": '{"provenance": {}}'}, r"article\.json: provenance is no field"),
        ({"article__json": ""}, "a case has one of article.json and outcome.json, not none"),
        (
            {"outcome__json": '{"kind": "rejection", "code": "index"}'},
            "a case has one of article.json and outcome.json, not both",
        ),
        (
            {"article__json": "", "outcome__json": '{"kind": "rejection", "code": "odd"}'},
            r"outcome\.json: code",
        ),
        ({"page__html": ""}, "this one has none"),
        ({"page__txt": "x"}, r"this one has page\.html and page\.txt"),
    ],
)
def test_wrong_folders(tmp_path: Path, files: dict[str, str], message: str) -> None:
    """What is wrong in a case is an error that names the file, the key and what there may be."""
    with pytest.raises(UsageError, match=message):
        cases.read(write(tmp_path / "roof", **files))


def test_below(tmp_path: Path) -> None:
    """Cases come in the order of their names; other folders are passed over."""
    write(tmp_path / "b")
    write(tmp_path / "a")
    (tmp_path / "notes").mkdir()
    assert [case.slug for case in cases.below(tmp_path)] == ["a", "b"]


def test_add(tmp_path: Path) -> None:
    """A page is stored byte for byte, with a draft of what became of it, not reviewed."""
    content = PAGE.replace("\n", "\r\n").encode()
    desk = Desk(outlets=[Harbour()])
    case = cases.add(tmp_path, "roof", content, desk, outlet="harbour", url=URL, note='a "quote"')
    assert case.content == content
    assert (case.facts.reviewed, case.facts.url, case.facts.note) == (False, URL, 'a "quote"')
    assert case.golden
    assert case.golden["headline"] == "New roof for the market"
    assert isinstance(desk.edit(case.page()), Article)


def test_add_text(tmp_path: Path) -> None:
    """A text rendering is stored as page.txt."""
    case = case_in(tmp_path, TEXT)
    assert case.page_file.name == "page.txt"
    assert case.content == TEXT.encode()


def test_add_moment(tmp_path: Path) -> None:
    """When a page was fetched survives storing."""
    moment = datetime(2021, 10, 13, 8, tzinfo=UTC)
    assert case_in(tmp_path, fetched=moment).facts.fetched == moment


def test_add_twice(tmp_path: Path) -> None:
    """A case that exists is not overwritten."""
    case_in(tmp_path)
    with pytest.raises(UsageError, match="exists; take another slug"):
        case_in(tmp_path)


def test_add_wrong_fact(tmp_path: Path) -> None:
    """A wrong fact leaves no half case behind."""
    with pytest.raises(UsageError, match="reviewd: Extra inputs"):
        case_in(tmp_path, reviewd=True)
    assert list(tmp_path.iterdir()) == []
