"""``copydesk check``: where cases are looked for, what is printed, which exit code."""

import json
from pathlib import Path
from typing import Any

import pytest
from tests.harbour import CHALLENGE, PAGE, TEXT, case_in

from copydesk import Desk
from copydesk.conformance import cases
from copydesk.conformance.checks import damage
from copydesk.conformance.command import run

CODE = """
from copydesk import Layout, Outlet, hookimpl

class Harbour(Outlet):
    name = "harbour"
    hosts = ("harbour.example",)
    layouts = (Layout("2021", detect=".story h1", mark="body.harbour", headline="h1", body=".copy"),)

@hookimpl
def register_outlets():
    return [Harbour()]
"""
PLAIN = PAGE.replace(' class="lead"', "").split('<span class="by"')
SMALL = PLAIN[0] + PLAIN[1][PLAIN[1].index('<div class="copy">') :].replace(
    '<a class="also">Read also: Fog</a> ', ""
)


@pytest.fixture(autouse=True)
def project(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A plugin's own folder, which is the working directory; the plugin is a file that is named."""
    home = tmp_path / "project"
    home.mkdir()
    (home / "harbour.py").write_text(CODE)
    (home / "plugins.toml").write_text('[plugins.harbour]\npath = "harbour.py"\n')
    monkeypatch.chdir(home)
    monkeypatch.setenv("COPYDESK_CONFIG", str(home / "plugins.toml"))
    monkeypatch.setattr(damage, "MUCH_MARKUP", 2**18)
    return home


def drafted(root: Path, slug: str = "roof", page: str = SMALL, **facts: object) -> Path:
    """A case whose expectation is what the plugin itself gives, beside one that is no article."""
    given = {"outlet": "harbour", "url": "https://harbour.example/1", "reviewed": True, **facts}
    if not (root / "challenge").exists():
        cases.add(root, "challenge", CHALLENGE.encode(), Desk(), **given)
    return cases.add(root, slug, page.encode(), Desk(), **given).folder


def test_cases_of_the_project(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """./cases is found; all green is 0, and the summary says what was tried."""
    drafted(project / "cases")
    assert run(["harbour"]) == 0
    (line,) = capsys.readouterr().out.splitlines()
    assert line.startswith("harbour: 2 cases in cases: ")
    assert line.endswith(" passed, 0 failed")


def test_below_the_project(
    monkeypatch: pytest.MonkeyPatch, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It may be started in a folder within the project."""
    inner = drafted(project / "cases")
    monkeypatch.chdir(inner)
    assert run(["harbour"], field="is_reviewed") == 0
    assert "2 cases in " in capsys.readouterr().out


def test_cases_of_a_checkout(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """plugins/*/cases are the plugin's where its outlet or its pyproject.toml says so."""
    drafted(project / "plugins" / "harbour" / "cases")
    other = case_in(project / "plugins" / "gazette" / "cases", TEXT, outlet="gazette")
    assert run(["harbour"], field="is_reviewed") == 0
    assert "2 cases in plugins/harbour/cases" in capsys.readouterr().out
    assert other.folder.exists()


def test_misspelt_outlet_in_own_folder(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """In the plugin's own folder a case of an outlet that nobody has is not passed over."""
    folder = drafted(project / "cases")
    (project / "pyproject.toml").write_text(
        '[project.entry-points.copydesk]\nharbour = "harbour"\n'
    )
    facts = folder / "case.toml"
    facts.write_text(facts.read_text().replace('"harbour"', '"harbor"'))
    assert run(["harbour"], field="wins_own_page") == 1
    assert "names the outlet harbor, which nobody has" in capsys.readouterr().out


def test_foreign_cases(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A page of another outlet in the same checkout must not be won."""
    drafted(project / "plugins" / "harbour" / "cases")
    case_in(project / "plugins" / "gazette" / "cases", slug="g", outlet="gazette")
    assert run(["harbour"], field="wins_no_foreign_page") == 1
    assert "gazette's case g is won by harbour" in capsys.readouterr().out


def test_named_folder(project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """--cases names the folder, and stands in the command to try again."""
    drafted(tmp_path / "elsewhere", reviewed=False)
    assert run(["harbour"], cases=tmp_path / "elsewhere", field="is_reviewed") == 1
    out = capsys.readouterr().out
    assert "harbour / roof / is_reviewed" in out
    assert f"--field is_reviewed --cases {tmp_path}/elsewhere" in out
    assert project.exists()


def test_installed_module(
    monkeypatch: pytest.MonkeyPatch,
    project: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """From elsewhere the cases beside the plugin's module are found."""
    drafted(project / "cases")
    monkeypatch.chdir(tmp_path)
    assert run(["harbour"], field="is_reviewed") == 0
    assert "2 cases in project/cases" in capsys.readouterr().out


def test_no_cases(capsys: pytest.CaptureFixture[str]) -> None:
    """Without a case the plugin itself is tried, which is said, and is not enough."""
    assert run(["harbour"]) == 1
    out = capsys.readouterr().out
    assert "passed, 0 failed; no case was found" in out
    assert "--cases DIR" in out


def test_broken_plugin(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A plugin that does not load fails the checks of loading, which say why."""
    (project / "harbour.py").write_text("import no_such_module_anywhere")
    drafted_folder = project / "cases"
    assert not drafted_folder.exists()
    assert run(["harbour"]) == 1
    out = capsys.readouterr().out
    assert "harbour / imports_cleanly" in out
    assert "harbour / hooks_fit" in out
    assert "the plugin does not load" in out


def test_one_field(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """--case and --field choose one test."""
    drafted(project / "cases")
    drafted(project / "cases", "second")
    assert run(["harbour"], case="second", field="headline") == 0
    assert "1 passed, 0 failed" in capsys.readouterr().out


def test_changed_page(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A failure is printed before the summary and gives 1."""
    folder = drafted(project / "cases")
    file = folder / "page.html"
    file.write_text(SMALL.replace("<h1>New roof", "<h1>Old roof"))
    assert run(["harbour"], field="headline") == 1
    out = capsys.readouterr().out.splitlines()
    assert out[0] == "harbour / roof / headline"
    assert out[1].split() == [
        "expected",
        *["New", "roof", "for", "the", "market"],
        "cases/roof/article.json",
    ]
    assert out[-1] == "harbour: 2 cases in cases: 0 passed, 1 failed"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"names": ["harbor"]}, "no plugin harbor is installed; did you mean harbour?"),
        ({"case": "rof"}, "no case 'rof'; did you mean roof?"),
        (
            {"field": "headlin"},
            "'headlin' is neither a field nor a check; did you mean headline?",
        ),
        ({"cases": "nowhere"}, "nowhere: no case stands here"),
        ({"names": []}, "name one plugin or more, or give --all"),
        ({"every": True}, "name one plugin or more, or give --all"),
        ({"config": "nowhere.toml"}, "nowhere.toml: cannot be read"),
    ],
)
def test_wrong_use(
    project: Path, capsys: pytest.CaptureFixture[str], arguments: dict[str, Any], message: str
) -> None:
    """Wrong use is 2, and names what there is."""
    drafted(project / "cases")
    assert run(**{"names": ["harbour"], **arguments}) == 2
    assert message in capsys.readouterr().err


def test_switched_off(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A plugin that is switched off cannot be checked."""
    with (project / "plugins.toml").open("a") as file:
        file.write("enabled = false\n")
    assert run(["harbour"]) == 2
    assert "switched off in the settings" in capsys.readouterr().err


def test_broken_case(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A case that cannot be read is wrong use, not a failure."""
    (drafted(project / "cases") / "page.html").unlink()
    assert run(["harbour"]) == 2
    assert "a case has one of page.html" in capsys.readouterr().err


def test_known_and_not_tried(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The summary counts known failures, and what could not be tried."""
    folder = drafted(project / "cases", known_failures=["outcome_as_expected"])
    (folder / "page.html").write_text(
        "<body class=harbour><div class=story><h1>x</h1></div></body>"
    )
    assert run(["harbour"], case="roof") == 0
    assert "1 known failure, " in capsys.readouterr().out


def test_every_plugin(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """--all tries every plugin that is switched on, and one without a case is not enough."""
    drafted(project / "cases")
    off = "".join(f"[plugins.{name}]\nenabled = false\n" for name in ("irna", "rt", "uawire"))
    with (project / "plugins.toml").open("a") as file:
        file.write(off + "[plugins.unian]\nenabled = false\n")
    assert run([], every=True, field="hooks_fit") == 0
    told = capsys.readouterr().out.splitlines()
    assert {line.split(":")[0] for line in told} == {"blog", "harbour"}


def test_json(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """--json prints an object for every test, passed ones too, and nothing else."""
    folder = drafted(project / "cases")
    (folder / "page.html").write_text(SMALL.replace("<h1>New roof", "<h1>Old roof"))
    assert run(["harbour"], case="roof", as_json=True) == 1
    found = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert {test["status"] for test in found} >= {"passed", "failed"}
    (headline,) = (test for test in found if test["test"] == "headline")
    assert headline["rerun"] == "copydesk check harbour --case roof --field headline"
    assert headline["outlet"] == "harbour"
    (fault,) = headline["faults"]
    assert (fault["expected"], fault["got"]) == (
        "New roof for the market",
        "Old roof for the market",
    )
    assert fault["evidence"]["method"] == "css"
