"""The public door: what it promises is there, and nothing is loaded before it is used."""

import subprocess
import sys
from importlib.metadata import version

import pytest

import copydesk

PROMISED = {
    "Article",
    "Desk",
    "Failure",
    "Layout",
    "Outlet",
    "Page",
    "Rejection",
    "TextLayout",
    "When",
    "hookimpl",
}


def test_the_promised_names_are_public() -> None:
    """DESIGN's names are all there, and every public name can be imported."""
    assert set(copydesk.__all__) >= PROMISED
    assert all(getattr(copydesk, name) is not None for name in copydesk.__all__)
    assert set(copydesk.__all__) <= set(dir(copydesk))


def test_the_version_is_the_installed_one() -> None:
    """``copydesk.__version__`` is what pip says."""
    assert copydesk.__version__ == version("copydesk")


def test_the_module_is_the_command() -> None:
    """``python -m copydesk`` is ``copydesk``."""
    command = [sys.executable, "-m", "copydesk", "--version"]
    run = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603
    assert version("copydesk") in run.stdout


def test_a_wrong_name_is_an_attribute_error() -> None:
    """A misspelt import says what is missing where."""
    with pytest.raises(AttributeError, match="'copydesk' has no attribute 'Artikel'"):
        _ = copydesk.Artikel


@pytest.mark.parametrize(
    ("statement", "absent"),
    [
        ("import copydesk", {"pydantic", "selectolax", "bs4", "httpx", "click", "rich", "chardet"}),
        ("from copydesk import Article", {"selectolax", "bs4", "httpx", "click", "rich", "pluggy"}),
        ("from copydesk import Desk", {"httpx", "click", "rich", "sqlite3", "pytest"}),
    ],
)
def test_nothing_is_loaded_before_it_is_used(statement: str, absent: set[str]) -> None:
    """Who takes the schema loads no parser; who takes the desk loads no command line."""
    code = f"import sys; {statement}; print(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603
    assert not absent & set(run.stdout.split())
