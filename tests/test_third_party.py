"""A plugin of somebody else, as a real wheel outside this repository, is as good as a bundled one."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from tests.harbour import BARE, CHALLENGE, PAGE

PYPROJECT = """
[build-system]
requires = ["hatchling"]
build-backend = "hatchling.build"

[project]
name = "copydesk-{name}"
version = "1.2.3"
dependencies = ["copydesk"]

[project.entry-points.copydesk]
{name} = "copydesk_{name}"

[tool.hatch.build.targets.wheel]
include = ["copydesk_{name}.py"]
"""

MODULE = """
from copydesk import Layout, Outlet, hookimpl

class Harbour(Outlet):
    name = "harbour"
    hosts = ("harbour.example",)
    layouts = (Layout("2021", detect=".story .copy", mark="body.harbour", summary=".lead", body=".copy", drop=(".also",)),)

@hookimpl
def register_outlets():
    return [Harbour()]
"""

BROKEN = {
    "import": "import no_such_module_anywhere",
    "exit": "raise SystemExit(3)",
    "hook": "from copydesk import hookimpl\n@hookimpl\ndef register_outlet():\n    return []",
    "claim": (
        "from copydesk import Outlet, hookimpl\n"
        "class Wild(Outlet):\n"
        "    name = 'wild'\n"
        "    def claim(self, page):\n"
        "        raise RuntimeError('no claim today')\n"
        "@hookimpl\n"
        "def register_outlets():\n"
        "    return [Wild()]"
    ),
}

CASE = """
outlet = "harbour"
url = "https://harbour.example/news/4102"
origin = "invented"
reviewed = true
"""

ARTICLE = {
    "outlet": "harbour",
    "url": "https://harbour.example/news/4102",
    "completeness": "full",
    "language": "en",
    "headline": "New roof for the market",
    "summary": "Forty-one stallholders move out for six weeks.",
    "authors": [{"name": "Ottilie Fernhall", "kind": "person", "role": "author"}],
    "body": [
        {
            "type": "paragraph",
            "id": "b1",
            "text": "The covered market gets a new roof, the town council said on Tuesday evening.",
            "spans": [{"start": 26, "end": 29, "kind": "strong"}],
        },
        {
            "type": "paragraph",
            "id": "b2",
            "text": "The stallholders pay no rent while they stay in the yard.",
        },
        {"type": "heading", "id": "b3", "level": 2, "text": "Slates from the hills"},
        {
            "type": "paragraph",
            "id": "b4",
            "text": "A quarry has reopened its oldest pit for the order, which took the owner by surprise.",
        },
        {
            "type": "paragraph",
            "id": "b5",
            "text": "The hall opens again in December, with music, with soup and without the two buckets.",
        },
    ],
}

PLAIN = {
    "outlet": "harbour",
    "url": "https://harbour.example/news/4103",
    "completeness": "full",
    "language": "en",
    "headline": "Bell stolen from the school",
    "body": [
        {"type": "paragraph", "id": f"b{number}", "text": text}
        for number, text in enumerate(re.findall("<p>(.+)</p>", BARE), 1)
    ],
}
OUTCOME = {"kind": "rejection", "code": "challenge"}


class Shop:
    """A folder outside the repository in which plugins are written, built and installed."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.installed = folder, folder / "installed"

    def run(self, *command: str, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
        """Run Python with what was installed here beside what is installed anyway."""
        kept = {k: v for k, v in os.environ.items() if k != "COPYDESK_CONFIG"}
        return subprocess.run(  # noqa: S603  # our own commands
            [sys.executable, *command],
            cwd=cwd or self.folder,
            env={**kept, "PYTHONPATH": str(self.installed), "COLUMNS": "200"},
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )

    def copydesk(
        self, *arguments: str, cwd: Path | None = None
    ) -> subprocess.CompletedProcess[str]:
        return self.run("-c", "from copydesk.cli import main; main()", *arguments, cwd=cwd)

    def install(self, modules: dict[str, str]) -> None:
        """Write a repository for each plugin, build their wheels and install those."""
        homes = [str(self.written(name, module)) for name, module in modules.items()]
        wheels = self.folder / "wheels"
        offline = ("--no-deps", "--no-index", "--quiet", "--disable-pip-version-check")
        self.pip("wheel", *offline, "--no-build-isolation", "--wheel-dir", str(wheels), *homes)
        built = [str(wheel) for wheel in wheels.glob("copydesk_*.whl")]
        assert len(built) == len(modules)
        self.pip("install", *offline, "--target", str(self.installed), *built)

    def written(self, name: str, module: str) -> Path:
        home = self.folder / name
        home.mkdir()
        (home / "pyproject.toml").write_text(PYPROJECT.format(name=name))
        (home / f"copydesk_{name}.py").write_text(module)
        return home

    def pip(self, *arguments: str) -> None:
        done = self.run("-m", "pip", *arguments)
        assert done.returncode == 0, done.stdout + done.stderr


def add(case: Path, page: str, kind: str, expected: object) -> None:
    """Write a case by hand."""
    case.mkdir(parents=True)
    (case / "page.html").write_text(page)
    (case / "case.toml").write_text(CASE.replace("4102", "4103" if case.name == "bell" else "4102"))
    (case / f"{kind}.json").write_text(json.dumps(expected, indent=2))


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Shop:
    """One good plugin with its cases, and one broken in each way."""
    shop = Shop(tmp_path_factory.mktemp("third-party"))
    shop.install({"harbour": MODULE, **BROKEN})
    root = shop.folder / "harbour" / "cases"
    page = PAGE.replace('<span class="when">09:40, 12.10.21</span>', "")
    page = page.replace("<figure>", "<!--").replace("</figure>", "-->")
    page = page.replace('<ul class="tags"><li>Market</li><li>Council</li></ul>', "")
    add(root / "roof", page, "article", ARTICLE)
    add(root / "bell", BARE, "article", PLAIN)
    add(root / "wall", CHALLENGE, "outcome", OUTCOME)
    return shop


def test_listed(shop: Shop) -> None:
    """It is listed with its version and outlet, and so are the broken ones with their reasons."""
    done = shop.copydesk("plugins")
    assert done.returncode == 0, done.stderr
    told = done.stdout + done.stderr
    lines = {line.split()[0]: line for line in told.splitlines() if line.split()}
    assert "1.2.3" in lines["harbour"]
    assert "unian" in lines
    assert "ModuleNotFoundError: No module named 'no_such_module_anywhere'" in told
    assert "SystemExit: 3" in told
    assert "register_outlet is no hook; did you mean register_outlets?" in told


def test_ingests(shop: Shop) -> None:
    """It wins its page among all others, the broken ones notwithstanding."""
    page = shop.folder / "harbour" / "cases" / "roof" / "page.html"
    done = shop.copydesk("ingest", str(page), "-o", "out.jsonl", "--force")
    assert done.returncode == 0, done.stderr
    (line,) = (shop.folder / "out.jsonl").read_text(encoding="utf-8").splitlines()
    article = json.loads(line)
    assert (article["outlet"], article["headline"]) == ("harbour", "New roof for the market")
    assert {entry["plugin"] for found in article["provenance"].values() for entry in found} == {
        "harbour"
    }


def test_broken_ones_are_reported(shop: Shop) -> None:
    """One that raises at every claim leaves a warning by name, version and reason, and nothing else."""
    page = shop.folder / "harbour" / "cases" / "roof" / "page.html"
    done = shop.copydesk("ingest", str(page), "--workers", "0")
    (article,) = map(json.loads, done.stdout.splitlines())
    assert [warning["detail"] for warning in article["warnings"]] == [
        "plugin claim 1.2.3: claim of wild: RuntimeError: no claim today (copydesk_claim.py, line 5)"
    ]
    for name in ("import", "exit", "hook"):
        assert f"{name} 1.2.3" in done.stderr


def test_checks(shop: Shop) -> None:
    """The suite passes from anywhere with --cases, and in the plugin's own folder without."""
    home = shop.folder / "harbour"
    everything = (("--cases", str(home / "cases")), shop.folder)
    for arguments, cwd in (everything, (("--field", "is_reviewed"), home)):
        done = shop.copydesk("check", "harbour", *arguments, cwd=cwd)
        assert done.returncode == 0, done.stdout + done.stderr
        assert ", 0 failed" in done.stdout


def test_checks_of_broken_ones(shop: Shop) -> None:
    """A broken one fails the suite, which says why."""
    done = shop.copydesk("check", "import", "exit", "hook")
    assert done.returncode == 1
    for name in ("import", "exit", "hook"):
        assert f"{name} / hooks_fit" in done.stdout


def test_pytest_without_test_code(shop: Shop) -> None:
    """Pytest in its folder collects its case and passes, and no test code is there."""
    home = shop.folder / "harbour"
    assert not list(home.rglob("test_*.py"))
    done = shop.run("-m", "pytest", "-q", "-p", "no:cacheprovider", cwd=home)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "passed" in done.stdout
    assert "failed" not in done.stdout


def test_pytest_shows_a_failure(shop: Shop) -> None:
    """A wrong expectation fails there under the field's name."""
    file = shop.folder / "harbour" / "cases" / "roof" / "article.json"
    whole = file.read_text()
    file.write_text(json.dumps({**ARTICLE, "headline": "Old roof"}))
    words = ("-m", "pytest", "-q", "-p", "no:cacheprovider", "-k", "headline")
    try:
        done = shop.run(*words, cwd=shop.folder / "harbour")
    finally:
        file.write_text(whole)
    assert done.returncode == 1
    assert "harbour / roof / headline" in done.stdout
    assert "1 failed" in done.stdout
