"""The pytest plugin: cases become tests without a line of test code."""

import subprocess
import sys
from pathlib import Path

import pytest
from tests.harbour import CHALLENGE
from tests.test_conformance_command import CODE, SMALL

from copydesk import Desk
from copydesk.conformance import cases
from copydesk.conformance.checks import ANY_CASE, CHECKS, damage

pytest_plugins = "pytester"


@pytest.fixture
def project(monkeypatch: pytest.MonkeyPatch, pytester: pytest.Pytester) -> Path:
    """A plugin's folder with a good case, one of a page that is no article, and nothing else."""
    pytester.makefile(".toml", plugins='[plugins.harbour]\npath = "harbour.py"\n')
    pytester.makepyfile(harbour=CODE)
    monkeypatch.setenv("COPYDESK_CONFIG", str(pytester.path / "plugins.toml"))
    monkeypatch.setattr(damage, "MUCH_MARKUP", 2**18)
    add(pytester.path / "cases", "roof")
    add(pytester.path / "cases", "challenge", CHALLENGE)
    return pytester.path / "cases"


def add(root: Path, slug: str, page: str = SMALL) -> Path:
    url = "https://harbour.example/1"
    case = cases.add(root, slug, page.encode(), Desk(), outlet="harbour", url=url, reviewed=True)
    return case.folder


def test_green(project: Path, pytester: pytest.Pytester) -> None:
    """One test for each check and case, one for each field, and all pass; nothing needs a cache."""
    result = pytester.runpytest("-v", "-p", "no:cacheprovider", "-W", "error")
    golden = cases.read(project / "roof").golden or {}
    result.assert_outcomes(passed=len(CHECKS) - 1 + len(golden) + len(ANY_CASE))
    result.stdout.fnmatch_lines(
        [
            "*case.toml::imports_cleanly PASSED*",
            "*case.toml::is_reviewed PASSED*",
            "*case.toml::headline PASSED*",
            "*case.toml::text_stands_on_page PASSED*",
        ]
    )


def test_plugin_checks_once(project: Path, pytester: pytest.Pytester) -> None:
    """The checks of the plugin as a whole are tried once, whatever number of cases it has."""
    add(project, "second")
    result = pytester.runpytest("-v", "-k", "imports_cleanly or same_twice")
    assert result.stdout.str().count("::imports_cleanly PASSED") == 1
    assert result.stdout.str().count("::same_twice PASSED") == 3


def test_red(project: Path, pytester: pytest.Pytester) -> None:
    """A failure is reported as copydesk check does, without a traceback."""
    file = project / "roof" / "page.html"
    file.write_text(SMALL.replace("<h1>New roof", "<h1>Old roof"))
    result = pytester.runpytest("-k", "headline")
    assert {"failed": 1}.items() <= result.parseoutcomes().items()
    result.stdout.fnmatch_lines(
        ["*roof: headline*", "harbour / roof / headline", "  expected  New roof for the market*"]
    )
    result.stdout.no_fnmatch_line("*Traceback*")
    result.stdout.no_fnmatch_line("*collection.py*")


def test_known_failures(project: Path, pytester: pytest.Pytester) -> None:
    """A declared failure is an expected one; a declared one that passes fails."""
    file = project / "roof" / "case.toml"
    file.write_text(file.read_text() + 'known_failures = ["headline", "body"]\n')
    page = project / "roof" / "page.html"
    page.write_text(SMALL.replace("<h1>New roof", "<h1>Old roof"))
    result = pytester.runpytest("-k", "headline or body")
    assert result.parseoutcomes()["xfailed"] == 1
    result.stdout.fnmatch_lines(["*lists body, which passes: take it off the list"])


def test_not_tried(project: Path, pytester: pytest.Pytester) -> None:
    """What has no article to look at is skipped, beside the one failure."""
    page = project / "roof" / "page.html"
    page.write_text("<body class=harbour><div class=story><h1>x</h1></div></body>")
    result = pytester.runpytest("-k", "roof")
    assert result.parseoutcomes()["failed"] == 1
    assert result.parseoutcomes()["skipped"] > 10


def test_broken_case(project: Path, pytester: pytest.Pytester) -> None:
    """A case that cannot be read is a collection error of all beside it, that says what is wrong."""
    (project / "roof" / "case.toml").write_text('outlets = "harbour"')
    result = pytester.runpytest()
    result.assert_outcomes(errors=2)
    result.stdout.fnmatch_lines(["*case.toml: outlet: Field required*"])
    result.stdout.no_fnmatch_line("*Traceback*")


def test_outlet_of_nobody(project: Path, pytester: pytest.Pytester) -> None:
    """A case whose plugin is not installed says so."""
    file = project / "roof" / "case.toml"
    file.write_text(file.read_text().replace('"harbour"', '"gazette"'))
    result = pytester.runpytest()
    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines(["*no installed plugin has the outlet 'gazette'*"])


def test_other_files(pytester: pytest.Pytester) -> None:
    """A case.toml that stands elsewhere, and any other file, is left alone."""
    pytester.makefile(".toml", case="x = 1")
    pytester.mkdir("cases").joinpath("case.toml").write_text("x = 1")
    pytester.runpytest().assert_outcomes()


def test_cheap_to_load() -> None:
    """A project that has no cases loads none of copydesk's modules but two empty ones."""
    code = (
        "import sys, copydesk.conformance.pytest_plugin\n"
        "print(sorted(m for m in sys.modules if m.split('.')[0] in "
        "{'copydesk', 'pydantic', 'selectolax', 'bs4', 'click', 'rich', 'httpx'}))"
    )
    done = subprocess.run(  # noqa: S603  # our own code
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.strip() == (
        "['copydesk', 'copydesk.conformance', 'copydesk.conformance.pytest_plugin']"
    )
