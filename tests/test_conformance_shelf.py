"""New cases get a safe name and the right folder; named ones are found."""

from pathlib import Path

import pytest
from tests.harbour import PAGE, TEXT, URL, Harbour, case_in

from copydesk import Desk, Page
from copydesk.conformance import places
from copydesk.conformance.authoring import shelf
from copydesk.errors import UsageError

PROJECT = '[project.entry-points.copydesk]\nharbour = "harbour"\n'


@pytest.fixture
def desk() -> Desk:
    return Desk(outlets=[Harbour()])


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "work").mkdir()
    monkeypatch.chdir(tmp_path / "work")
    return tmp_path / "work"


def slug(page: Page, desk: Desk) -> str:
    return shelf.slug_of(page, desk.edit(page))


def test_slug_of_headline(desk: Desk) -> None:
    """Year and longer words of the headline; a text rendering says so."""
    assert slug(Page(PAGE.encode(), URL), desk) == "2021-roof-market"
    assert slug(Page(TEXT.encode(), media_type="text/plain"), desk) == "roof-market-text"


def test_slug_without_latin_words(desk: Desk) -> None:
    """Words of the address where the headline is in another script, else of the hash."""
    page = PAGE.replace("New roof for the market", "Новая крыша рынка")
    url = "https://harbour.example/news/krysha-rynka-4102.html"
    assert slug(Page(page.encode(), url), desk) == "2021-krysha-rynka-4102"
    nameless = Page(page.encode(), URL.replace("4102", "крыша"))
    assert slug(nameless, desk) == f"2021-{nameless.sha256[:8]}"


@pytest.mark.parametrize(
    "name", ["../up", "a/b", ".hidden", "", "a b", "con\x00", "é", "x" * 81, "-x"]
)
def test_unsafe_slugs(name: str) -> None:
    """A name that leads elsewhere, hides, or that some system cannot have, is refused."""
    with pytest.raises(UsageError, match="is no slug; one is"):
        shelf.checked_slug(name)


def test_root(desk: Desk, here: Path) -> None:
    """The folder named, that of the other cases, that beside the plugin's project, else ./cases."""
    plugin = desk.plugins.all[0]
    assert shelf.root_for(plugin, here / "x", here) == here / "x"
    assert shelf.root_for(plugin, None, here) == here / "cases"
    (here.parent / "plugins" / "harbour").mkdir(parents=True)
    (here.parent / "plugins" / "harbour" / "pyproject.toml").write_text(PROJECT)
    assert shelf.root_for(plugin, None, here) == here.parent / "plugins" / "harbour" / "cases"
    case_in(here / "cases")
    assert shelf.root_for(plugin, None, here) == here / "cases"


def test_find(desk: Desk, here: Path) -> None:
    """A slug is found in the checkout around, with and without the plugin; all without a slug."""
    case_in(here.parent / "plugins" / "harbour" / "cases")
    case_in(here.parent / "plugins" / "harbour" / "cases", slug="second")
    plugin = desk.plugins.all[0]
    for owner in (plugin, None):
        (case,) = shelf.find("roof", owner, None, desk)
        assert case.slug == "roof"
        assert [c.slug for c in shelf.find(None, owner, None, desk)] == ["roof", "second"]


def test_not_found(desk: Desk, here: Path) -> None:
    """A wrong slug, and one that several have, are errors that say what to do."""
    for name in ("a", "b"):
        case_in(here / "plugins" / name / "cases")
    with pytest.raises(UsageError, match=r"several cases are called roof: .*name one by --plugin"):
        shelf.find("roof", None, None, desk)
    with pytest.raises(UsageError, match=r"no case rof in .*; did you mean roof"):
        shelf.find("rof", None, None, desk)
    with pytest.raises(UsageError, match=r"no case in .*nowhere"):
        shelf.find(None, None, here / "nowhere", desk)


def test_plugin_named(desk: Desk) -> None:
    """A plugin that is not there, is off or is broken is named with the reason."""
    assert places.plugin_named("harbour", desk).name == "harbour"
    with pytest.raises(UsageError, match="no plugin harbor is installed; did you mean harbour"):
        places.plugin_named("harbor", desk)
    desk.plugins.all[0].enabled = False
    with pytest.raises(UsageError, match="switched off"):
        places.plugin_named("harbour", desk)
    desk.plugins.all[0].problem = "it burnt"
    with pytest.raises(UsageError, match="left out: it burnt"):
        places.plugin_named("harbour", desk)
