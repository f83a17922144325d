"""Plugins are loaded each alone: a broken one leaves out nobody but itself."""

from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

from copydesk import loading
from copydesk.errors import SettingsError
from copydesk.plugins import BUNDLED, Plugin, Plugins
from copydesk.settings import Settings, read

GOOD = """
from copydesk import Outlet, hookimpl
class Harbour(Outlet):
    name = "harbour"
    hosts = ("harbour.example",)
@hookimpl
def register_outlets():
    return [Harbour()]
"""

OPTIONS = """
from pydantic import BaseModel
from copydesk import Outlet, hookimpl
class Options(BaseModel):
    zone: str = "UTC"
class Harbour(Outlet):
    name = "harbour"
    def __init__(self, zone): self.zone = zone
@hookimpl
def plugin_options(): return Options
@hookimpl
def register_outlets(options): return [Harbour(options.zone)]
"""


@pytest.fixture(autouse=True)
def no_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only what a test writes is there."""
    monkeypatch.setattr(loading, "entry_points", lambda group: ())


def load(folder: Path, toml: str = "", **modules: str) -> Plugins:
    sections = "".join(f'[plugins.{name}]\npath = "{name}.py"\n' for name in modules)
    for name, code in modules.items():
        (folder / f"{name}.py").write_text(code, encoding="utf-8")
    (folder / "plugins.toml").write_text(toml or sections, encoding="utf-8")
    return loading.load(read(folder / "plugins.toml", may_bring_code=True))


def named(found: Plugins, name: str) -> Plugin:
    return next(plugin for plugin in found.all if plugin.name == name)


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        ("import no_such_module_anywhere", "ModuleNotFoundError: No module named"),
        ("def broken(:", "SyntaxError"),
        ("raise SystemExit(3)", "SystemExit: 3"),
        (
            "from copydesk import hookimpl\n@hookimpl\ndef register_outlet(): return []",
            "register_outlet is no hook; did you mean register_outlets?",
        ),
        (
            "from copydesk import hookimpl\n@hookimpl\ndef register_outlets(page): return []",
            "PluginValidationError",
        ),
        ("from copydesk import hookimpl\n@hookimpl\ndef register_outlets(): 1 / 0", "ZeroDivision"),
        (
            "from copydesk import hookimpl\n@hookimpl\ndef register_outlets(): return [3]",
            "which is no Outlet instance",
        ),
        ("", "it implements no hook"),
        (
            GOOD.replace("harbour.example", "https://harbour.example/"),
            "they are names such as rt.com",
        ),
        (
            GOOD.replace("hosts =", "time_zone = 'Europe/Londn'\n    hosts ="),
            "'Europe/Londn', which is no IANA name",
        ),
        (
            GOOD.replace(
                "hosts =", "layouts = (copydesk.Layout('a', detect='p'))\n    hosts ="
            ).replace("from", "import copydesk\nfrom", 1),
            "of one it is (Layout(…),), with the comma",
        ),
        (
            "from copydesk import Layout\nLayout('new', detect='p', headline='h1::text')",
            "new / headline: 'h1::text' is no CSS selector",
        ),
    ],
)
def test_a_broken_plugin_leaves_out_itself(tmp_path: Path, code: str, reason: str) -> None:
    """Whatever goes wrong is that plugin's problem, told in words, and the others work."""
    found = load(tmp_path, good=GOOD, bad=code)
    assert reason in (named(found, "bad").problem or "")
    assert [outlet.name for _, outlet in found.outlets()] == ["harbour", "generic"]
    assert [plugin.name for plugin in found.broken] == ["bad"]


def test_prints_of_a_plugin_go_to_stderr(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Standard output is copydesk's alone."""
    load(tmp_path, good="print('hello')\n" + GOOD)
    assert capsys.readouterr() == ("", "hello\n")


def test_a_plugin_that_is_off_is_not_imported(tmp_path: Path) -> None:
    """Switched off means that none of its code runs."""
    toml = '[plugins.bad]\npath = "bad.py"\nenabled = false'
    (tmp_path / "bad.py").write_text("raise SystemExit", encoding="utf-8")
    found = named(load(tmp_path, toml), "bad")
    assert (found.enabled, found.problem, found.works) == (False, None, False)


def test_required_is_a_promise(tmp_path: Path) -> None:
    """A run without a required plugin is refused, and the reason is the plugin's own."""
    toml = '[plugins.bad]\npath = "bad.py"\nrequired = true'
    with pytest.raises(SettingsError, match=r"plugins\.bad\.required.*ZeroDivisionError"):
        load(tmp_path, toml, bad="1 / 0")
    (tmp_path / "plugins.toml").write_text(toml, encoding="utf-8")
    settings = read(tmp_path / "plugins.toml", may_bring_code=True)
    assert named(loading.load(settings, strict=False), "bad").problem


def test_options_reach_the_plugin(tmp_path: Path) -> None:
    """Options are validated by the plugin's own model and handed to its hooks."""
    toml = '[plugins.h]\npath = "h.py"\noptions = { zone = "Europe/Kyiv" }'
    outlet = named(load(tmp_path, toml, h=OPTIONS), "h").outlets[0]
    assert getattr(outlet, "zone", None) == "Europe/Kyiv"


def test_an_edit_counts_at_once(tmp_path: Path) -> None:
    """A file edited within a second is read anew, and nothing is put beside it."""
    for name in ("harbour", "seaport"):
        plugin = named(load(tmp_path, good=GOOD.replace('"harbour"', f'"{name}"')), "good")
        assert [outlet.name for outlet in plugin.outlets] == [name]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["good.py", "plugins.toml"]


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ('zoom = "UTC"', r"plugins\.h\.options\.zoom.*did you mean 'zone'"),
        ("zone = 3", r"plugins\.h\.options\.zone.*3"),
    ],
)
def test_wrong_options_are_named(tmp_path: Path, options: str, words: str) -> None:
    """A misspelt option is refused even where the plugin's model would let it pass."""
    with pytest.raises(SettingsError, match=words):
        load(tmp_path, f'[plugins.h]\npath = "h.py"\noptions = {{ {options} }}', h=OPTIONS)


def test_wrong_options_are_a_problem_of_their_plugin(tmp_path: Path) -> None:
    """Commands that explain plugins go on where a run is refused."""
    (tmp_path / "h.py").write_text(OPTIONS, encoding="utf-8")
    toml = '[plugins.h]\npath = "h.py"\noptions = { zone = 3 }'
    (tmp_path / "plugins.toml").write_text(toml, encoding="utf-8")
    settings = read(tmp_path / "plugins.toml", may_bring_code=True)
    assert "plugins.h.options.zone" in (
        named(loading.load(settings, strict=False), "h").problem or ""
    )


def test_a_section_for_nobody_is_an_error(tmp_path: Path) -> None:
    """A misspelt plugin name does not silently switch off nothing."""
    toml = '[plugins.good]\npath = "good.py"\n[plugins.goood]\nenabled = false'
    with pytest.raises(SettingsError, match=r"goood.*did you mean 'good'"):
        load(tmp_path, toml, good=GOOD)


def test_order_then_third_party_then_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ties go by plugins.toml, then third-party before bundled, then name."""
    for name in ("aa", "bb", "cc"):
        (tmp_path / f"{name}_mod.py").write_text(GOOD, encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    points = [EntryPoint(name, f"{name}_mod", "copydesk") for name in ("cc", "bb", "aa")]
    monkeypatch.setattr(loading, "entry_points", lambda group: points)
    monkeypatch.setattr(
        loading, "_origin", lambda point: BUNDLED if point.name == "aa" else "other"
    )
    assert [p.name for p in loading.load(Settings()).all] == ["bb", "cc", "aa", "copydesk"]
    ordered = loading.load(Settings(order=("aa",))).all
    assert [p.name for p in ordered] == ["aa", "bb", "cc", "copydesk"]


def test_a_name_is_taken_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two distributions with one plugin name: the second is reported, not silently dropped."""
    (tmp_path / "twin_mod.py").write_text(GOOD, encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    points = [EntryPoint("twin", "twin_mod", "copydesk")] * 2
    monkeypatch.setattr(loading, "entry_points", lambda group: points)
    found = loading.load(Settings())
    assert [p.problem is None for p in found.all] == [True, False, True]
    assert "is taken by" in (found.broken[0].problem or "")
