"""``copydesk case``: pages become cases, and only a person at a terminal makes them reviewed."""

import gzip
import json
import os
import pty
import select
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.harbour import PAGE, URL

from copydesk.cli import case_review, case_update, copydesk

COMMAND = [str(Path(sys.executable).parent / "copydesk")]
CODE = """
from copydesk import Layout, Outlet, When, hookimpl

class Harbour(Outlet):
    name = "harbour"
    hosts = ("harbour.example",)
    time_zone = "Europe/London"
    layouts = (Layout("2021", detect=".story .copy", mark="body.harbour", headline=".story h1", summary=".lead",
                      published=When(".when", "%H:%M, %d.%m.%y"), topics=".tags li", body=".copy", drop=(".also",)),)

class Gazette(Outlet):
    name = "gazette"
    hosts = ("gazette.example",)

@hookimpl
def register_outlets():
    return OUTLETS
"""
FACTS = ["--origin", "invented", "--fetched", "2021-10-13T08:00Z"]


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A plugin's own folder, which is the working directory, and a saved page in it."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("COPYDESK_CONFIG", str(tmp_path / "copydesk.toml"))
    (tmp_path / "copydesk.toml").write_text('[plugins.harbour]\npath = "harbour.py"\n')
    (tmp_path / "harbour.py").write_text(CODE.replace("OUTLETS", "[Harbour()]"))
    (tmp_path / "saved.html").write_text(PAGE)
    return tmp_path


def run(*words: object, answers: str = "") -> Result:
    """Run a command in this process."""
    return CliRunner().invoke(copydesk, ["case", *map(str, words)], input=answers)


def piped(*words: str) -> str:
    """Run it as users do; gives what goes to standard output."""
    command = [*COMMAND, "case", *words]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=True).stdout  # noqa: S603


def added(*words: object) -> Path:
    """Add the saved page; gives the case's folder."""
    done = run("add", "saved.html", "--plugin", "harbour", "--url", URL, *FACTS, *words)
    assert done.exit_code == 0, done.output
    return Path(done.stdout.split()[1].rstrip(":"))


def is_reviewed(folder: Path) -> bool:
    return "reviewed = true" in (folder / "case.toml").read_text()


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if a person sat there."""
    for module in (case_review, case_update):
        monkeypatch.setattr(module, "at_terminal", lambda: True)


# -- add


def test_add() -> None:
    """The exact bytes are stored with a draft, and what to do next is said."""
    done = run(
        "add", "saved.html", "--plugin", "harbour", "--url", URL, *FACTS, "--note", 'a "note"'
    )
    folder = Path("cases/2021-roof-market")
    assert done.stdout.splitlines() == [
        f"stored cases/2021-roof-market: page.html of {len(PAGE.encode()):,} bytes, article.json, a draft",
        "next: copydesk case review 2021-roof-market --plugin harbour",
    ]
    assert (folder / "page.html").read_bytes() == PAGE.encode()
    assert (folder / "case.toml").read_text().splitlines() == [
        'outlet = "harbour"',
        f'url = "{URL}"',
        "fetched = 2021-10-13T08:00:00+00:00",
        'origin = "invented"',
        "reviewed = false",
        'note = "a \\"note\\""',
    ]
    assert (
        json.loads((folder / "article.json").read_text())["headline"] == "New roof for the market"
    )
    assert sorted(path.name for path in Path("cases").iterdir()) == [folder.name]


def test_add_gzip(home: Path) -> None:
    """A packed page is the same bytes within, and the same file every time."""
    folder = added("--gzip", "--slug", "packed")
    assert gzip.decompress((folder / "page.html.gz").read_bytes()) == PAGE.encode()
    assert not (folder / "page.html").exists()
    other = added("--gzip", "--slug", "again")
    assert (other / "page.html.gz").read_bytes() == (folder / "page.html.gz").read_bytes()


def test_add_text(home: Path) -> None:
    """A text rendering is page.txt; what becomes no article has its outcome as the draft."""
    (home / "saved.txt").write_bytes(b"Nothing here\r\n")
    done = run(
        "add", "saved.txt", "--plugin", "harbour", "--cases", "elsewhere", "--slug", "nothing-text"
    )
    assert done.exit_code == 0
    assert (home / "elsewhere/nothing-text/page.txt").read_bytes() == b"Nothing here\r\n"
    assert "outcome.json (rejection: not_article)" in done.stdout
    assert "--cases elsewhere" in done.stdout


def test_add_warns(home: Path) -> None:
    """A page that another outlet reads, and a large one, are pointed out."""
    page = PAGE.replace("harbour", "quay").replace("copy", "text").encode() + b" " * 300_000
    (home / "saved.html").write_bytes(page)
    done = run("add", "saved.html", "--plugin", "harbour")
    assert "the page is read by generic, not by harbour" in done.stdout
    assert "add it with --gzip" in done.stdout


def test_add_to_one_of_several_outlets(home: Path) -> None:
    """Of several outlets that which claims the page is taken; where none does, it must be named."""
    (home / "harbour.py").write_text(CODE.replace("OUTLETS", "[Gazette(), Harbour()]"))
    assert 'outlet = "harbour"' in (added() / "case.toml").read_text()
    (home / "saved.html").write_text(PAGE.replace("harbour", "quay").replace("copy", "text"))
    done = run("add", "saved.html", "--plugin", "harbour")
    assert (done.exit_code, "--outlet gazette|harbour" in done.stderr) == (2, True)
    done = run("add", "saved.html", "--plugin", "harbour", "--outlet", "gazette", "--slug", "g")
    assert 'outlet = "gazette"' in Path("cases/g/case.toml").read_text()


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["none.html"], "none.html: no such file"),
        (
            ["saved.html", "--plugin", "harbor"],
            "no plugin harbor is installed; did you mean harbour?",
        ),
        (["saved.html", "--outlet", "x"], "has no outlet x; there are harbour"),
        (["saved.html", "--slug", "../up"], "../up is no slug"),
        (["saved.html", "--fetched", "2021-10-13T08:00"], "no moment with a zone, such as"),
        (["saved.html", "--fetched", "soon"], "no moment with a zone, such as"),
        (["saved.html", "--url", "harbour"], "harbour is no absolute http or https address"),
        (["saved.html", "--slug", "there"], "cases/there exists; take another slug or remove it"),
        (["saved.html", "--cases", "saved.html"], "cannot be written"),
    ],
)
def test_add_wrong_use(home: Path, words: list[str], message: str) -> None:
    """Wrong use is 2, says what is wrong and what to do, and stores nothing."""
    (home / "cases" / "there").mkdir(parents=True)
    before = sorted(home.rglob("*"))
    done = run("add", "--plugin", "harbour", *words)
    assert done.exit_code == 2
    assert message in done.stderr
    assert [path for path in sorted(home.rglob("*")) if "__pycache__" not in path.parts] == before


# -- review


def test_review_without_a_terminal() -> None:
    """In a pipe everything is shown, nothing is asked, and the case stays a draft."""
    folder = added()
    done = run("review", folder.name, answers="y\n" * 30)
    assert done.exit_code == 0
    assert "Forty-one stallholders" in done.stdout
    assert "the generic" not in done.stdout
    assert "nothing was asked" in done.stdout
    assert not is_reviewed(folder)


def test_review_accepts(terminal: None) -> None:
    """When every field has been accepted, and that there are no others, the case is reviewed."""
    folder = added()
    done = run("review", folder.name, "--plugin", "harbour", answers="y\n" * 30)
    assert done.exit_code == 0
    assert "headline: is it as the page says?" in done.stdout
    assert "does the page have none of these?" in done.stdout
    assert is_reviewed(folder)
    assert run("review").stdout == "there are no drafts; name a case to review it again\n"


def test_review_rejects(terminal: None) -> None:
    """One no leaves it a draft, a reviewed one too, and says how to correct what."""
    folder = added()
    run("review", folder.name, answers="y\n" * 30)
    done = run("review", folder.name, answers="y\nn\n" + "y\n" * 30)
    assert done.exit_code == 1
    assert not is_reviewed(folder)
    assert f"{folder} is a draft: url" in done.stdout
    assert f"copydesk case update {folder.name} --field FIELD" in done.stdout


def test_review_given_up(terminal: None) -> None:
    """Whoever leaves halfway has decided nothing."""
    folder = added()
    run("review", folder.name, answers="y\n" * 30)
    before = (folder / "case.toml").read_bytes()
    assert run("review", folder.name, answers="y\nn\n").exit_code == 1
    assert (folder / "case.toml").read_bytes() == before


def test_review_of_all_drafts(terminal: None) -> None:
    """Without a slug every draft has its turn."""
    folders = [added("--slug", name) for name in ("one", "two")]
    assert run("review", answers="y\n" * 60).exit_code == 0
    assert all(map(is_reviewed, folders))


def test_review_html(home: Path) -> None:
    """--html writes one file, never over another unasked, and of one case."""
    folder = added()
    done = run("review", folder.name, "--html", "review.html")
    assert done.exit_code == 0
    assert "copydesk case review 2021-roof-market" in (home / "review.html").read_text()
    assert not is_reviewed(folder)
    (home / "review.html").write_text("mine")
    assert run("review", folder.name, "--html", "review.html").exit_code == 2
    assert (home / "review.html").read_text() == "mine"
    assert run("review", folder.name, "--html", "review.html", "--force").exit_code == 0
    added("--slug", "two")
    assert "one HTML file shows one case" in run("review", "--html", "x.html").stderr


def test_review_html_at_a_terminal(terminal: None) -> None:
    """The file shows, and the terminal asks."""
    folder = added()
    done = run("review", folder.name, "--html", "review.html", answers="y\n" * 30)
    assert "Forty-one stallholders" not in done.stdout
    assert is_reviewed(folder)


def test_review_at_a_real_terminal() -> None:
    """A person types y for each question."""
    folder = added()
    ours, theirs = pty.openpty()
    started = subprocess.Popen(  # noqa: S603
        [*COMMAND, "case", "review", folder.name],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env={**os.environ, "TERM": "xterm"},
    )
    os.close(theirs)
    shown = typed(ours)
    assert started.wait(timeout=60) == 0
    assert "is reviewed" in shown
    assert is_reviewed(folder)


def typed(number: int) -> str:
    """Answer yes whenever a terminal asks; gives all that it has shown."""
    shown = ""
    try:
        while select.select([number], [], [], 60)[0]:
            shown += os.read(number, 65_536).decode(errors="replace")
            if shown.endswith("[y/n]: "):
                os.write(number, b"y\n")
    except OSError:  # what Linux gives for the end
        pass
    finally:
        os.close(number)
    return shown


def test_review_not_found() -> None:
    """A slug that is not there is 2, and names the one like it."""
    added()
    done = run("review", "2021-roof-marked")
    assert done.exit_code == 2
    assert "did you mean 2021-roof-market?" in done.stderr


# -- update


@pytest.fixture
def stale(home: Path) -> Path:
    """A reviewed case whose plugin reads another headline now."""
    folder = added()
    facts = folder / "case.toml"
    facts.write_text(facts.read_text().replace("false", "true"))
    # Of another length: of the same one, within a second, Python would take its compiled code.
    (home / "harbour.py").write_text(
        CODE.replace("OUTLETS", "[Harbour()]").replace('".story h1"', '".story > h2, .copy h2"')
    )
    sys.modules.pop("copydesk_path_harbour", None)
    return folder


def test_update_without_a_terminal(stale: Path) -> None:
    """The difference is shown, and nothing written without a word."""
    before = (stale / "article.json").read_bytes()
    done = run("update", stale.name, "--field", "headline", answers="y\n")
    assert done.exit_code == 1
    assert '-"headline": "New roof for the market"' in done.stdout.replace("  ", "")
    assert '+"headline": "Slates from the hills"' in done.stdout.replace("  ", "")
    assert "nothing was written; --yes writes" in done.stdout
    assert (stale / "article.json").read_bytes() == before
    assert is_reviewed(stale)


@pytest.mark.parametrize("words", [["--yes"], ["--yes", "--plugin", "harbour", "--cases", "cases"]])
def test_update(stale: Path, words: list[str]) -> None:
    """That field is written; what else differs is named; the case must be reviewed again."""
    before = json.loads((stale / "article.json").read_text())
    done = run("update", stale.name, "--field", "headline", *words)
    assert done.exit_code == 0
    assert "the case is a draft until copydesk case review" in done.stdout
    assert "read otherwise than recorded, too: body, content_hash" in done.stdout
    after = json.loads((stale / "article.json").read_text())
    assert after == {**before, "headline": "Slates from the hills"}
    assert not is_reviewed(stale)
    assert "nothing to write" in run("update", stale.name, "--field", "headline").stdout


def test_update_asks(stale: Path, terminal: None) -> None:
    """At a terminal a yes writes."""
    assert run("update", stale.name, "--field", "headline", answers="n\n").exit_code == 1
    assert is_reviewed(stale)
    assert run("update", stale.name, "--field", "headline", answers="y\n").exit_code == 0
    assert not is_reviewed(stale)


def test_update_wrong_field(stale: Path) -> None:
    """A field that does not exist is 2."""
    done = run("update", stale.name, "--field", "titel")
    assert (done.exit_code, "titel is no field of an article" in done.stderr) == (2, True)


# -- synthesise


def test_synthesise(home: Path) -> None:
    """The result goes to a file or to standard output, is read as the page was, and has none of its words."""
    done = run("synthesise", "saved.html", "-o", "page.html", "--url", URL)
    assert (done.exit_code, done.stderr) == (0, "")
    text = (home / "page.html").read_text()
    assert "stallholders" not in text
    assert '<span class="when">09:40, 12.10.21</span>' in text
    assert piped("synthesise", "saved.html", "--url", URL) == text


def test_synthesise_keep(home: Path) -> None:
    """Words that are named stay."""
    assert "stallholders" in piped("synthesise", "saved.html", "--keep", "the stallholders")


def test_synthesise_says_what_differs(home: Path) -> None:
    """A page that is read otherwise than before is written, and said to be."""
    code = CODE.replace("OUTLETS", "[Harbour()]")
    method = "    def kind(self, page):\n        return 'opinion' if page.tree.css_matches('[alt=Workers]') else None\n"
    (home / "harbour.py").write_text(
        code.replace("class Gazette", f"{method}\nclass Gazette").replace(
            "[alt=Workers]", "[placeholder=Workers]"
        )
    )
    (home / "saved.html").write_text(PAGE.replace('alt="Workers"', 'placeholder="Workers"'))
    sys.modules.pop("copydesk_path_harbour", None)
    done = run("synthesise", "saved.html", "-o", "page.html", "--url", URL)
    assert done.exit_code == 1
    assert "kind: opinion became nothing" in done.stderr
    assert (home / "page.html").exists()


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["none.html"], "none.html: no such file"),
        (["saved.html", "-o", "saved.html", "--force"], "input and output both"),
        (["saved.html", "-o", "copydesk.toml"], "is there already; give --force"),
        (["saved.html", "-o", "none/page.html"], "there is no folder none"),
        (["picture.html"], "binary"),
    ],
)
def test_synthesise_wrong_use(home: Path, words: list[str], message: str) -> None:
    """Wrong use is 2 and writes nothing."""
    (home / "picture.html").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    before = sorted(home.iterdir())
    done = run("synthesise", *words)
    assert done.exit_code == 2
    assert message in done.stderr
    assert sorted(path for path in home.iterdir() if path.name != "__pycache__") == before
