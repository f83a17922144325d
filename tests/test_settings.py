"""plugins.toml is found in one place, and what is wrong in it is named by file and key."""

from pathlib import Path

import pytest

from copydesk import settings
from copydesk.errors import SettingsError


def write(folder: Path, text: str) -> Path:
    file = folder / "plugins.toml"
    file.write_text(text, encoding="utf-8")
    return file


@pytest.fixture(autouse=True)
def alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No settings of the machine that runs the tests take part."""
    monkeypatch.delenv(settings.VARIABLE, raising=False)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "user"))
    monkeypatch.chdir(tmp_path)


def test_nothing_is_the_default() -> None:
    """Without any file every plugin is on and nothing is ordered."""
    found = settings.load()
    assert (found.file, found.order, found.of("rt").enabled) == (None, (), True)


def test_named_beats_variable_beats_working_directory_beats_user(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first settings file found wins, and files are not merged."""
    for name in ("named", "variable", "user/copydesk"):
        (tmp_path / name).mkdir(parents=True)
        write(tmp_path / name, f'order = ["{name[:5]}"]')
    assert settings.load().order == ("user/",)
    write(tmp_path, 'order = ["here"]')
    assert settings.load().order == ("here",)
    monkeypatch.setenv(settings.VARIABLE, str(tmp_path / "variable" / "plugins.toml"))
    assert settings.load().order == ("varia",)
    assert settings.load(tmp_path / "named" / "plugins.toml").order == ("named",)


def test_the_working_directory_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Using a file that merely lies there is told on stderr."""
    file = write(tmp_path, "")
    settings.load()
    assert capsys.readouterr().err == f"copydesk: using {file}\n"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("ordre = []", ["ordre", "is no key", "did you mean 'order'"]),
        ("[plugins.rt]\nenable = false", ["plugins.rt.enable", "did you mean 'enabled'"]),
        ("[plugins.rt]\nenabled = 'no'", ["plugins.rt.enabled", "'no'"]),
        ("order = 3", ["order", "3"]),
        ("order = [", ["is no TOML"]),
    ],
)
def test_a_wrong_key_is_named(tmp_path: Path, text: str, words: list[str]) -> None:
    """An error names the file, the key, and the nearest right key."""
    file = write(tmp_path, text)
    with pytest.raises(SettingsError) as raised:
        settings.load(file)
    assert all(word in str(raised.value) for word in [str(file), *words])


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    """A file that was named and is not there is an error, not the default."""
    with pytest.raises(SettingsError, match=r"nowhere\.toml"):
        settings.load(tmp_path / "nowhere.toml")


def test_code_comes_only_from_a_named_file(tmp_path: Path) -> None:
    """A settings file that merely lies in the working directory brings no code along."""
    file = write(tmp_path, '[plugins.mine]\npath = "mine.py"')
    with pytest.raises(SettingsError, match=r"plugins\.mine\.path.*--config"):
        settings.load()
    assert settings.load(file).of("mine").path == "mine.py"
