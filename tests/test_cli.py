"""The command line: what it prints where, how it ends, and that nothing on a page can upset it."""

import gzip
import json
import os
import pty
import re
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result
from tests.harbour import PAGE, URL

from copydesk import Article
from copydesk.cli import copydesk

ROOT = Path(__file__).parent.parent
SEEDS = ROOT / "seeds"
COMMAND = [str(Path(sys.executable).parent / "copydesk")]

HARBOUR = """
import sys, time
from pydantic import BaseModel, Field
from copydesk import Comments, Images, Layout, Outlet, When, hookimpl

class Options(BaseModel):
    slow: float = Field(0.0, description="Seconds that a page takes.")

class Harbour(Outlet):
    name = "harbour"
    hosts = ("harbour.example",)
    time_zone = "Europe/London"
    layouts = (
        Layout("2021", mark="body.harbour", headline=".story h1", body=".copy", summary=".lead",
               published=When(".when", "%H:%M, %d.%m.%y"), images=Images("figure"), drop=(".also",)),
    )
    def __init__(self, options):
        self.slow = options.slow
    def byline(self, page):
        print("printed by a plugin")
        time.sleep(self.slow)
        return "By Ottilie Fernhall"

@hookimpl
def plugin_options():
    return Options

@hookimpl
def register_outlets(options):
    return [Harbour(options)]
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working folder, and no settings from anywhere."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "none"))
    monkeypatch.setenv("COLUMNS", "100")
    for name in ("COPYDESK_CONFIG", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


@pytest.fixture
def pages(folder: Path) -> Path:
    """An article, a page that is none, and a picture."""
    (folder / "pages").mkdir()
    (folder / "pages" / "a.html").write_text(PAGE)
    (folder / "pages" / "b.html").touch()
    (folder / "pages" / "c.html").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    return folder / "pages"


@pytest.fixture
def config(folder: Path) -> Iterator[Path]:
    """Settings with a plugin of our own, and one that does not import."""
    (folder / "settings").mkdir()
    (folder / "settings" / "harbour.py").write_text(HARBOUR)
    (folder / "settings" / "broken.py").write_text("import no_such_module_anywhere\n")
    file = folder / "settings" / "copydesk.toml"
    file.write_text(
        '[plugins.harbour]\npath = "harbour.py"\n'
        '[plugins.broken]\npath = "broken.py"\n[plugins.blog]\nenabled = false\n'
    )
    yield file
    for name in ("harbour", "broken"):
        sys.modules.pop(f"copydesk_path_{name}", None)


def run(*words: object, stdin: bytes = b"") -> Result:
    """Run a command in this process, which edits the pages too unless workers are named."""
    alone = {"ingest": {"workers": 0}}
    return CliRunner().invoke(copydesk, [*map(str, words)], input=stdin, default_map=alone)


def real(*words: object, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """Run it as users do."""
    command: list[str | bytes] = [*COMMAND, *(os.fsencode(str(word)) for word in words)]
    return subprocess.run(command, input=stdin, capture_output=True, timeout=60, check=False)  # noqa: S603


def lines_of(text: str) -> list[Article]:
    return [Article.model_validate_json(line) for line in text.splitlines()]


# -- ingest


def test_seeds() -> None:
    """Five seeds are five articles on standard output; all else is on standard error."""
    done = real("ingest", SEEDS)
    assert done.returncode == 0
    assert [article.outlet for article in lines_of(done.stdout.decode())] == [
        "blog", "unian", "irna", "rt", "uawire",
    ]  # fmt: skip
    *rows, last = done.stderr.decode().splitlines()
    assert rows[0] == "articles by outlet"
    assert [row.split() for row in rows[1:6]] == [
        [name, "1"] for name in ("blog", "irna", "rt", "uawire", "unian")
    ]
    assert last.startswith("5 pages read = 5 articles + 0 rejections + 0 failures, in ")


def test_three_outputs(folder: Path) -> None:
    """The name of the output tells its kind, and all hold the same articles."""
    for target in ("out.jsonl", "out.db", "out/"):
        assert run("ingest", SEEDS, "-o", target).exit_code == 0
    ids = {article.id for article in lines_of((folder / "out.jsonl").read_text())}
    with closing(sqlite3.connect("out.db")) as base:
        rows = base.execute("SELECT id, json FROM articles").fetchall()
        assert base.execute("SELECT count(*) FROM outcomes").fetchone() == (5,)
    assert {row[0] for row in rows} == ids
    assert {Article.model_validate_json(row[1]).id for row in rows} == ids
    assert {path.stem for path in (folder / "out").iterdir()} == ids


def test_stdin() -> None:
    """Standard input is a page, gzip or not."""
    seed = next(SEEDS.glob("004*")).read_bytes()
    plain = real("ingest", "-", "--workers", 0, stdin=seed).stdout.decode()
    packed = run("ingest", "-", stdin=gzip.compress(seed)).stdout
    assert [article.outlet for article in lines_of(plain + packed)] == ["uawire", "uawire"]


def test_rejects_and_summary(pages: Path, folder: Path) -> None:
    """What is no article is kept with its reason, and the summary adds all of it up."""
    done = run("ingest", pages, "-o", "out.jsonl", "--rejects", "rejects.jsonl")
    assert done.exit_code == 1
    kept = [json.loads(line) for line in (folder / "rejects.jsonl").read_text().splitlines()]
    assert [(one["type"], one["code"]) for one in kept] == [
        ("rejection", "empty"),
        ("failure", "binary"),
    ]
    assert f"{pages}/c.html: binary: " in done.stderr
    assert "3 pages read = 1 article + 1 rejection + 1 failure, in" in done.stderr
    assert [" ".join(line.split()) for line in done.stderr.splitlines()[1:7]] == [
        "articles by outlet", "generic 1", "rejections by code", "empty 1", "failures by code",
        "binary 1",
    ]  # fmt: skip


def test_strict(pages: Path) -> None:
    """A rejection alone is no error, but with --strict."""
    (pages / "c.html").unlink()
    assert run("ingest", pages, "-o", "a.jsonl").exit_code == 0
    assert run("ingest", pages, "-o", "b.jsonl", "--strict").exit_code == 1


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ([], "Missing argument 'PATH...'"),
        (["none.html", "pages"], "none.html: no such file or folder"),
        (["no\x1bne.html"], r"no\x1bne.html: no such file"),
        (["https://harbour.example/1"], "an address is not fetched: save the page"),
        (["pages", "--summary", "none/s.json"], "there is no folder none"),
        (["pages", "--report", "."], "is a folder; name a file"),
        (["pages", "-o", "out.csv"], "out.csv: no sink writes such a name"),
        (["pages", "-o", "none/out.jsonl"], "there is no folder none"),
        (["pages", "-o", "there.jsonl"], "there.jsonl is there already; give --force"),
        (["pages", "-o", "pages"], "pages is input and output both"),
        (["there.jsonl", "-o", "there.jsonl", "--force"], "is input and output both"),
        (["pages", "-o", "new.db", "--rejects", "there.jsonl"], "there.jsonl is there already"),
        (["pages", "-o", "new.jsonl", "--rejects", "./new.jsonl"], "cannot go to one file"),
        (["pages", "--rejects", "-"], "name a file"),
        (["pages", "--config", "none.toml"], "none.toml: cannot be read"),
    ],
)
def test_wrong_use(pages: Path, folder: Path, words: list[str], message: str) -> None:
    """Wrong use ends with 2, says what is wrong, and reads and writes nothing."""
    (folder / "there.jsonl").write_text("mine\n")
    before = sorted(folder.iterdir())
    done = run("ingest", *words)
    assert done.exit_code == 2
    assert message in done.stderr
    assert done.stdout == ""
    assert sorted(folder.iterdir()) == before
    assert (folder / "there.jsonl").read_text() == "mine\n"


def test_a_named_file_that_may_not_be_read(
    pages: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of files that are named, as ``*.html`` names them, one that may not be read stops no other."""
    denied = folder / "denied.html"
    denied.write_text(PAGE)
    monkeypatch.setattr(os, "access", lambda path, mode, **_: Path(path) != denied)
    monkeypatch.setattr(os, "open", partial(_but_one, os.open, denied))
    done = run("ingest", str(denied), str(pages / "a.html"), "--workers", "0")
    assert done.exit_code == 1
    assert "denied.html: unreadable: Permission denied" in done.stderr
    assert "2 pages read = 1 article" in done.stderr


def _but_one(opened: Callable[..., int], denied: Path, path: object, *rest: int) -> int:
    """What the system does to whoever may not read one file."""
    if path == denied:
        raise PermissionError(13, "Permission denied")
    return opened(path, *rest)


def test_force(folder: Path, pages: Path) -> None:
    """--force replaces what is there."""
    for target in ("out.jsonl", "out.db", "out/"):
        assert run("ingest", SEEDS, "-o", target).exit_code == 0
        assert run("ingest", pages / "a.html", "-o", target).exit_code == 2
        assert run("ingest", pages / "a.html", "-o", target, "--force").exit_code == 0
    assert len(lines_of((folder / "out.jsonl").read_text())) == 1
    assert len(list((folder / "out").iterdir())) == 6


def test_output_within_the_input(pages: Path) -> None:
    """The run does not read what it writes, at the first time and at the second."""
    words = ["ingest", pages, "-o", pages / "out.db", "--rejects", pages / "r.jsonl", "--force"]
    for _ in range(2):
        assert "3 pages read = 1 article" in run(*words).stderr


def test_names_and_titles_cannot_write_to_the_terminal(folder: Path) -> None:
    """Names with newlines, escapes and bytes that are no UTF-8 are read, and printed as escapes."""
    names = [b"two\nlines.html", b"bad\xff.html", b"\x1b[31m.html", "\u202eabc.html".encode()]
    (folder / "names").mkdir()
    for name in names:
        (folder / "names" / os.fsdecode(name)).write_bytes(b"\0\1\2\3" * 30)
    page = PAGE.replace("New roof for the market", "\x1b]0;owned\x07Roof &#27;[31m \u202e\x9b1m")
    (folder / "names" / "title.html").write_text(page)
    done = real("ingest", "names", "--workers", 0)
    for shown in (rb"two\x0alines.html", rb"bad\xff.html", rb"\x1b[31m.html", rb"\u202eabc.html"):
        assert b"names/" + shown + b": binary: " in done.stderr
    title = run("show", "names/title.html").stdout
    for said in (done.stdout.decode(), done.stderr.decode(), title):
        assert not {*said} & {*"\x1b\x07\x9b\u202e"}
    assert "Roof" in title


def test_hostile_tree_ends(folder: Path) -> None:
    """Pipes, circles, huge and deep pages end as failures in seconds, each with its reason."""
    tree = folder / "tree"
    tree.mkdir()
    os.mkfifo(tree / "fifo")
    (tree / "loop").symlink_to("loop")
    (tree / "deep.html").write_bytes(b"<div>" * 100_000)
    (tree / "attributes.html").write_bytes(b"<p " + b"a=1 " * 200_000 + b">")
    (tree / "large.html").touch()
    os.truncate(tree / "large.html", 50 * 2**20)
    start = time.monotonic()
    done = real("ingest", "tree", "--rejects", "r.jsonl")
    assert time.monotonic() - start < 20
    assert done.returncode == 1
    codes = [json.loads(line)["code"] for line in (folder / "r.jsonl").read_text().splitlines()]
    assert codes == [
        "too_many_attributes", "too_deep", "unreadable", "too_large", "unreadable",
    ]  # fmt: skip


def test_plugin_prints_to_stderr(config: Path, pages: Path) -> None:
    """Standard output holds articles alone, whatever a plugin prints."""
    done = real("ingest", pages / "a.html", "--config", config)
    (article,) = lines_of(done.stdout.decode())
    assert article.outlet == "harbour"
    assert b"printed by a plugin" in done.stderr
    assert b"plugin broken is left out: ModuleNotFoundError" in done.stderr


def test_no_bar_in_a_pipe(pages: Path) -> None:
    """Standard error in a pipe has no control characters."""
    done = real("ingest", pages, "--workers", 0)
    assert b"\x1b" not in done.stderr
    assert b"\r" not in done.stderr


def test_bar_on_a_terminal(pages: Path) -> None:
    """On a terminal a bar shows how far it is and what came out, and goes away at the end."""
    ours, theirs = pty.openpty()
    done = subprocess.Popen(  # noqa: S603
        [*COMMAND, "ingest", str(pages), "--workers", "0"],
        stdout=subprocess.PIPE,
        stderr=theirs,
        env={**os.environ, "TERM": "xterm"},
    )
    os.close(theirs)
    seen = terminal_text(ours)
    out, _ = done.communicate(timeout=60)
    assert len(lines_of(out.decode())) == 1
    assert "0/3" in seen
    assert "0 articles  0 rejections  0 failures" in seen
    assert "\x1b[2K" in seen
    assert "3 pages read" in seen.rsplit("\x1b[2K", 1)[1]


def terminal_text(number: int) -> str:
    """All that is written to a terminal until its other side is closed."""
    parts = []
    try:
        while part := os.read(number, 65_536):
            parts.append(part)
    except OSError:  # what Linux gives for the end
        pass
    finally:
        os.close(number)
    return b"".join(parts).decode()


def slow_run(config: Path, pages: Path, *words: str) -> subprocess.Popen[bytes]:
    """Start a run over a thousand pages that take a twentieth of a second each."""
    with config.open("a") as file:
        file.write("[plugins.harbour.options]\nslow = 0.05\n")
    for number in range(1_000):
        (pages / f"a{number:03}.html").hardlink_to(pages / "a.html")
    command = [*COMMAND, "ingest", "pages", "--config", str(config), *words]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)  # noqa: S603


def wait_for(target: Path) -> None:
    """Wait until something is written."""
    for _ in range(600):
        if target.exists() and target.stat().st_size > 10_000:
            return
        time.sleep(0.05)
    pytest.fail("nothing was written")


def test_interrupted(config: Path, pages: Path, folder: Path) -> None:
    """Ctrl-C ends the run at once with the summary and 130; what is written is whole."""
    running = slow_run(config, pages, "-o", "out.jsonl")
    wait_for(folder / "out.jsonl")
    running.send_signal(signal.SIGINT)
    start = time.monotonic()
    _, said = running.communicate(timeout=60)
    assert time.monotonic() - start < 5
    assert running.returncode == 130
    text = (folder / "out.jsonl").read_text()
    assert text.endswith("\n")
    last = said.decode().splitlines()[-1]
    assert re.match(rf"\d+ pages read = {len(lines_of(text))} articles \+ 0 rejections", last)
    assert "the run was ended before all pages were read" in said.decode()


def test_killed(config: Path, pages: Path, folder: Path) -> None:
    """A run that is killed leaves whole lines."""
    running = slow_run(config, pages, "-o", "out.jsonl")
    wait_for(folder / "out.jsonl")
    running.kill()
    running.communicate(timeout=60)
    text = (folder / "out.jsonl").read_text()
    assert text.endswith("\n")
    assert lines_of(text)


def test_nobody_reads(config: Path, pages: Path) -> None:
    """When the reader of standard output leaves, the run ends without a word."""
    running = slow_run(config, pages)
    assert running.stdout
    assert running.stderr
    running.stdout.readline()
    running.stdout.close()
    said = running.stderr.read().decode()
    running.stderr.close()
    assert running.wait(timeout=60) == 141
    assert "Pipe" not in said
    assert "Traceback" not in said
    assert "pages read" not in said


# -- show and which


def test_show(config: Path, pages: Path) -> None:
    """An article is printed field by field, each with where it came from, and what there is not."""
    done = run("show", pages / "a.html", "--url", URL, "--config", config)
    assert done.exit_code == 0
    shown = "\n".join(line.rstrip() for line in done.stdout.splitlines())
    for lines in (
        "New roof for the market\n             css …>",
        "summary     Forty-one stallholders move out for six weeks.\n            css ",
        "byline      By Ottilie Fernhall\n            python byline   harbour",
        'Europe/London)\n            "09:40, 12.10.21"   css …>',
        "published   2021-10-12T09:40+01:00  (assumed zone Europe/London)",
        f"url         {URL}",
        "b1          The covered market gets a new roof,",
        "b3          Slates from the hills",
        "not found: ",
    ):
        assert lines in shown


@pytest.mark.parametrize(
    ("name", "code", "words"),
    [
        ("b.html", 0, ["rejection", "empty", "reason", "b.html"]),
        ("c.html", 1, ["failure", "binary", "decode", "reason"]),
    ],
)
def test_show_no_article(pages: Path, name: str, code: int, words: list[str]) -> None:
    """For a page that is no article it says what it is and why."""
    done = run("show", pages / name)
    assert done.exit_code == code
    assert all(word in done.stdout for word in words)


@pytest.mark.parametrize("command", ["show", "which"])
@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["none.html"], "none.html: no such file"),
        (["pages"], "pages is a folder; name one file"),
        (["pages/a.html", "--url", "a.html"], "is no absolute http or https address"),
    ],
)
def test_no_page(pages: Path, command: str, words: list[str], message: str) -> None:
    """What is no page is wrong use."""
    done = run(command, *words)
    assert done.exit_code == 2
    assert message in done.stderr


def rows_of(text: str) -> list[list[str]]:
    return [line.rstrip().split(maxsplit=3) for line in text.splitlines()]


def test_which_file(config: Path, pages: Path) -> None:
    """The claims on a page, the winner first, each with its plugin, confidence and reasons."""
    done = run("which", pages / "a.html", "--config", config)
    assert rows_of(done.stdout) == [
        ["outlet", "plugin", "confidence", "why"],
        ["harbour", "harbour", "0.7", "a mark of layout 2021 names the outlet"],
        ["generic", "copydesk", "0", "nobody else claims it"],
    ]
    assert "plugin broken is left out" in done.stderr


def test_which_address(config: Path) -> None:
    """For an address alone only hosts claim; nothing is fetched."""
    done = run("which", URL, "--config", config)
    names = [row[0] for row in rows_of(done.stdout)]
    assert names == ["outlet", "harbour", "generic"]
    assert "host harbour.example is harbour.example's" in done.stdout


def test_which_tie(config: Path, pages: Path) -> None:
    """A tie is said, with who reads the page and by which rule."""
    (config.parent / "twin.py").write_text(HARBOUR.replace('name = "harbour"', 'name = "twin"'))
    config.write_text('order = ["twin"]\n[plugins.twin]\npath = "twin.py"\n' + config.read_text())
    done = run("which", pages / "a.html", "--config", config)
    assert rows_of(done.stdout)[1][0] == "twin"
    assert "tie: twin and harbour claim it alike; twin reads it" in done.stdout


def test_which_unreadable(pages: Path) -> None:
    """A page that cannot be read is a failure that says why."""
    (pages / "c.html").write_bytes(b"<div>" * 100_000)
    done = run("which", pages / "c.html")
    assert done.exit_code == 1
    assert "too_deep" in done.stdout


# -- plugins


def test_plugins(config: Path) -> None:
    """The list names every plugin, what it brings, and what is wrong with it."""
    done = run("plugins", "--config", config)
    assert done.exit_code == 0
    rows = {line.split()[0]: " ".join(line.split()[1:]) for line in done.stdout.splitlines()}
    assert rows["plugin"] == "version from outlets state"
    assert rows["uawire"] == "0.1.0 copydesk uawire works"
    assert rows["blog"] == "0.1.0 copydesk switched off"
    assert rows["harbour"] == f"{config.parent}/harbour.py harbour works"
    assert "left out: ModuleNotFoundError: No module named 'no_such" in rows["broken"]
    assert rows["copydesk"].endswith("generic works")


def test_required_and_broken(config: Path, pages: Path) -> None:
    """A required plugin that is broken or missing stops a run, but not the commands that explain."""
    with config.open("a") as file:
        file.write("[plugins.gone]\nrequired = true\n")
    text = config.read_text().replace('"broken.py"\n', '"broken.py"\nrequired = true\n')
    config.write_text(text)
    for words in (["plugins"], ["plugins", "show", "rt"], ["which", str(pages / "a.html")]):
        assert run(*words, "--config", config).exit_code == 0
    assert "gone" in run("plugins", "--config", config).stdout
    done = run("ingest", pages, "--config", config)
    assert done.exit_code == 2
    assert "the plugin is required but" in done.stderr


def test_plugins_show(config: Path) -> None:
    """One plugin is explained: file, options, hosts, zone, methods, and every rule of a layout."""
    done = run("plugins", "show", "harbour", "--config", config)
    shown = [" ".join(line.split()) for line in done.stdout.splitlines()]
    for line in (
        "plugin harbour",
        f"file {config.parent}/harbour.py",
        "hooks plugin_options, register_outlets",
        "option slow 0.0 Seconds that a page takes.",
        "state works",
        "outlet harbour",
        "hosts harbour.example",
        "time zone Europe/London",
        "methods byline",
        "Layout 2021",
        "mark body.harbour",
        "published .when %H:%M, %d.%m.%y",
        "images css=figure",
        "body .copy",
    ):
        assert line in shown


def test_plugins_show_broken(config: Path) -> None:
    """A broken plugin is explained as well."""
    done = run("plugins", "show", "broken", "--config", config)
    assert done.exit_code == 0
    assert "left out: ModuleNotFoundError" in done.stdout


def test_plugins_show_unknown(config: Path) -> None:
    """A name that is none is wrong use, and the nearest name is given; an outlet's name will do."""
    done = run("plugins", "show", "harbor", "--config", config)
    assert done.exit_code == 2
    assert "no plugin harbor is installed; did you mean harbour?" in done.stderr
    assert "plugin  copydesk" in run("plugins", "show", "generic").stdout


def test_wrong_settings(config: Path) -> None:
    """A key that is none is wrong use, named with the file and the nearest right key."""
    config.write_text("[plugins.rt]\nenabeld = false\n")
    done = run("plugins", "--config", config)
    assert done.exit_code == 2
    assert "copydesk.toml: plugins.rt.enabeld: is no key" in done.stderr
    assert "did you mean 'enabled'?" in done.stderr


# -- schema, check, help


def test_schema() -> None:
    """The schema printed is the one that is in the wheel, in UTF-8 whatever the locale."""
    path = ROOT / "core" / "copydesk" / "schema" / "article-1.0.schema.json"
    assert real("schema").stdout == path.read_bytes()


def test_check(monkeypatch: pytest.MonkeyPatch) -> None:
    """``check`` hands its options on and ends with what the suite gives."""
    seen: dict[str, object] = {}

    def suite(names: tuple[str, ...], **options: object) -> int:
        seen.update(options, names=names)
        return 1

    monkeypatch.setattr("copydesk.conformance.command.run", suite)
    assert run("check", "rt", "--case", "x", "--field", "summary", "--cases", "c").exit_code == 1
    given = {"names": ("rt",), "case": "x", "field": "summary", "cases": "c", "config": None}
    assert seen == given | {"every": False, "as_json": False}


def commands(command: click.Command, *words: str) -> Iterator[tuple[list[str], click.Command]]:
    yield [*words], command
    if isinstance(command, click.Group):
        for name, child in command.commands.items():
            yield from commands(child, *words, name)


@pytest.mark.parametrize(
    ("words", "command"),
    list(commands(copydesk)),
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_help(words: list[str], command: click.Command) -> None:
    """The help of every command says what it does in a short line and has an example."""
    done = run(*words, "--help")
    assert done.exit_code == 0
    assert "  copydesk" in done.stdout.split("Example")[1]
    assert not words or not command.get_short_help_str(limit=65).endswith("...")


TELL = """
import sys
from copydesk.cli import main
sys.argv[1:] = {words}
try:
    main()
except SystemExit:
    pass
print("loaded", *sorted(sys.modules), file=sys.stderr)
"""


@pytest.mark.parametrize(
    ("words", "heavy"),
    [
        (["--help"], {"pydantic", "rich", "selectolax", "bs4", "httpx", "sqlite3", "pluggy"}),
        (["plugins"], {"httpx", "sqlite3", "copydesk.ingest", "copydesk.conformance"}),
    ],
)
def test_starts_fast(words: list[str], heavy: set[str]) -> None:
    """Help and the list of plugins load nothing that they do not use."""
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-c", TELL.format(words=words)], capture_output=True, text=True, check=True
    )
    loaded = done.stderr.split("loaded ", 1)[1].split()
    assert heavy & {*loaded, *(name.split(".")[0] for name in loaded)} == set()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="Linux has it")
def test_full_standard_output() -> None:
    """An output that takes nothing any more ends the run with 2, a summary and the reason."""
    shell = f"{COMMAND[0]} ingest {SEEDS} > /dev/full"
    done = subprocess.run(["sh", "-c", shell], capture_output=True, text=True, check=False)  # noqa: S603, S607
    assert done.returncode == 2
    *_, summary, error = done.stderr.splitlines()
    assert "5 pages read = 0 articles + 0 rejections + 0 failures + 5 unfinished" in summary
    assert error.startswith("Error: the output cannot be written: OSError: [Errno 28] No space")


def test_closed_standard_error() -> None:
    """Without a standard error nobody is told anything; the articles come all the same."""
    shell = f"{COMMAND[0]} ingest {SEEDS} --workers 0 2>&-"
    done = subprocess.run(["sh", "-c", shell], stdout=subprocess.PIPE, check=True)  # noqa: S603, S607
    assert len(lines_of(done.stdout.decode())) == 5


def test_closed_standard_output(pages: Path) -> None:
    """Without a standard output there is nowhere to write to: wrong use, no traceback."""
    shell = f"{COMMAND[0]} ingest {pages} --workers 0 >&-"
    done = subprocess.run(["sh", "-c", shell], capture_output=True, text=True, check=False)  # noqa: S603, S607
    assert (done.returncode, done.stderr) == (2, "Error: standard output is closed\n")


# -- many pages


def test_paths_from(pages: Path, folder: Path) -> None:
    """Paths come from a list as well: on standard input or in a file, by lines or by NUL."""
    both = f"{pages / 'a.html'}\n{pages / 'b.html'}\n".encode()
    (folder / "list.txt").write_text(f"{pages / 'b.html'}\n")
    for said in (
        real("ingest", "--paths-from", "-", stdin=both).stderr.decode(),
        run("ingest", "--paths-from", "-", stdin=both.replace(b"\n", b"\0")).stderr,
        run("ingest", pages / "a.html", "--paths-from", "list.txt").stderr,
    ):
        assert "2 pages read = 1 article + 1 rejection + 0 failures" in said
    done = run("ingest", "--paths-from", "-", stdin=b"none.html\n")
    assert "none.html: unreadable: " in done.stderr


def test_workers(pages: Path) -> None:
    """With any number of workers a run gives the same, in the same order."""
    for number in range(70):
        (pages / f"d{number}.html").write_text(PAGE.replace("New roof", f"Roof {number}"))
    one, *others = (real("ingest", pages, "--workers", n).stdout for n in (0, 1, 3))
    assert [one, one] == others
    assert one.count(b"\n") == 71


def test_no_time(config: Path, pages: Path) -> None:
    """A page that takes longer than it may is a failure that names the option."""
    with config.open("a") as file:
        file.write("[plugins.harbour.options]\nslow = 9\n")
    done = real("ingest", pages, "--config", config, "--page-timeout", "0.5")
    assert b"a.html: timeout: it took more than 0.5 s" in done.stderr
    assert b"3 pages read = 0 articles + 1 rejection + 2 failures" in done.stderr


def test_code_of_the_working_folder_is_not_run(pages: Path, folder: Path) -> None:
    """Modules that lie in the working folder, or among the pages, are nobody's code."""
    for place in (folder, pages):
        (place / "selectolax.py").write_text("raise SystemExit('taken in')")
        (place / "copydesk.py").write_text("raise SystemExit('taken in')")
    assert real("ingest", pages / "a.html", "--workers", 1).returncode == 0


def test_shards_are_whole(pages: Path) -> None:
    """All shards together are the whole run."""
    parts = [run("ingest", pages, "--shard", f"{n}/2", "--rejects", f"{n}.jsonl") for n in (1, 2)]
    whole = run("ingest", pages)
    lines = [line for part in parts for line in part.stdout.splitlines()]
    assert len(lines) == 1
    assert sorted(lines) == sorted(whole.stdout.splitlines())
    assert sum(len(Path(f"{n}.jsonl").read_text().splitlines()) for n in (1, 2)) == 2


@pytest.mark.parametrize("workers", [0, 1])
def test_address_of_the_one_page(pages: Path, workers: int) -> None:
    """``--url`` says where a saved page is from, whoever reads it."""
    where = "https://harbour.example/news/1"
    for words, stdin in (([pages / "a.html"], b""), (["-"], (pages / "a.html").read_bytes())):
        done = run("ingest", *words, "--url", where, "--workers", workers, stdin=stdin)
        article = json.loads(done.stdout)
        assert (article["url"], article["source"]["address_from"]) == (where, "given")


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (["a.html", "b.html", "--url", "https://harbour.example/1"], "one page; name one file"),
        ([".", "--url", "https://harbour.example/1"], "one page; name one file"),
        (["a.html", "--url", "harbour"], "harbour is no absolute http or https address"),
    ],
)
def test_address_of_no_page(pages: Path, words: list[str], reason: str) -> None:
    """Of a folder or of several files nobody can tell whose it is."""
    named = [str(pages / word) if word.endswith(".html") or word == "." else word for word in words]
    done = run("ingest", *named)
    assert done.exit_code == 2
    assert reason in done.stderr
