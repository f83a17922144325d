"""What the docs take from the code is current."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

SCRIPT = Path(__file__).parent.parent / "docs" / "generate.py"


def load() -> ModuleType:
    spec = importlib.util.spec_from_file_location("generate", SCRIPT)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def generate(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> ModuleType:
    """The script over a folder of its own, which holds one page with stale sections."""
    module = load()
    monkeypatch.setattr(module, "ROOT", tmp_path)
    monkeypatch.setattr(module, "SECTIONS", {"one": lambda: "new one", "two": lambda: "new two"})
    monkeypatch.setattr(module, "FILES", {"made.json": lambda: "{}\n"})
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "page.md").write_text(
        "# By hand\n\n<!-- generated: one -->\nold\n<!-- /generated -->\n\nBetween.\n\n"
        "<!-- generated: two -->\n<!-- /generated -->\nEnd.\n"
    )
    return module


def test_docs_are_current(capsys: pytest.CaptureFixture[str]) -> None:
    """No generated text of the repository is stale (else: python docs/generate.py)."""
    assert load().main(["--check"]) == 0, capsys.readouterr().out


def test_write(tmp_path: Path, generate: ModuleType) -> None:
    """Writing changes what stands between markers and nothing else, and a second time nothing."""
    assert generate.main([]) == 0
    assert (tmp_path / "docs" / "page.md").read_text() == (
        "# By hand\n\n<!-- generated: one -->\n\nnew one\n\n<!-- /generated -->\n\nBetween.\n\n"
        "<!-- generated: two -->\n\nnew two\n\n<!-- /generated -->\nEnd.\n"
    )
    assert (tmp_path / "made.json").read_text() == "{}\n"
    assert list(generate.stale()) == []


def test_check(capsys: pytest.CaptureFixture[str], tmp_path: Path, generate: ModuleType) -> None:
    """Checking writes nothing, names what is stale and how to mend it, and gives 1."""
    assert generate.main(["--check"]) == 1
    assert not (tmp_path / "made.json").exists()
    assert capsys.readouterr().out.splitlines() == [
        "docs/page.md is stale",
        "made.json is stale",
        "run python docs/generate.py",
    ]


def test_unknown_marker(tmp_path: Path, generate: ModuleType) -> None:
    """A marker that no function fills is an error that names page, marker and the known ones."""
    (tmp_path / "docs" / "page.md").write_text("<!-- generated: three -->\n<!-- /generated -->\n")
    with pytest.raises(SystemExit, match=r"page\.md: no section 'three'; there are one, two"):
        generate.main([])
