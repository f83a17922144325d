"""Where a new case goes and what it is called, and where a named one is."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from unicodedata import normalize
from urllib.parse import unquote, urlsplit

from copydesk.conformance import cases, places
from copydesk.conformance.cases import Case
from copydesk.desk import Desk
from copydesk.errors import UsageError
from copydesk.outcome import Outcome
from copydesk.page import Page
from copydesk.plugins import Plugin
from copydesk.printable import escaped
from copydesk.schema import Article

_SLUG = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]{0,78}[A-Za-z0-9])?")
_WORDS, _SHORT, _LONGEST = 4, 3, 40


def root_for(plugin: Plugin, named: Path | None, here: Path) -> Path:
    """
    Give the folder that a new case of a plugin goes to; it may not be there yet.

    It is the one named, else that of the plugin's other cases, else ``cases`` beside the
    pyproject.toml that declares the plugin, in or above ``here``, else ``cases`` in ``here``.
    """
    if named:
        return named
    found = places.find(plugin, None, here)
    return found[0] if found else next(_homes(plugin, here), here / "cases")


def checked_slug(slug: str) -> str:
    """
    Give a slug that is safe as a folder's name everywhere.

    Raises:
        UsageError: if it is not; it says what a slug is.
    """
    if not _SLUG.fullmatch(slug):
        raise UsageError(
            f"{escaped(slug)} is no slug; one is up to 80 letters a-z, digits, '-', '_' and '.', such as 2024-metro-opens"
        )
    return slug


def slug_of(page: Page, outcome: Outcome) -> str:
    """Make a slug: the year, and words of the headline, else of the address, else of the hash."""
    article = outcome if isinstance(outcome, Article) else None
    headline = article.headline if article else (None if page.is_text else page.title)
    path = unquote(urlsplit(page.url or "").path).rstrip("/").rpartition("/")[2]
    words = _plain_words(headline or "") or _plain_words(path.partition(".")[0])
    year = article.published.value[:4] if article and article.published else ""
    parts = [year, *(words or [page.sha256[:8]]), "text" if page.is_text else ""]
    return "-".join(filter(None, parts))[:_LONGEST].rstrip("-")


def find(slug: str | None, plugin: Plugin | None, named: Path | None, desk: Desk) -> list[Case]:
    """
    Find one case by its slug, or all cases, of a plugin or of the checkout.

    Raises:
        UsageError: if there is none, or a slug means several; it says where was looked.
    """
    roots = _roots(plugin, named)
    found = [case for root in roots for case in _in(root, slug, plugin, desk)]
    if slug and len(found) > 1:
        listed = ", ".join(str(case.folder) for case in found)
        raise UsageError(
            f"several cases are called {slug}: {listed}; name one by --plugin or --cases"
        )
    if not found:
        looked = ", ".join(map(str, roots)) or "no folder of cases"
        slugs = [
            folder.parent.name for root in roots for folder in root.glob(f"*/{cases.FILE_NAME}")
        ]
        what = f"no case {escaped(slug)}" if slug else "no case"
        raise UsageError(
            f"{what} in {looked}{places.nearest(slug, sorted(slugs)) if slug else ''}; --cases names another folder"
        )
    return found


def _in(root: Path, slug: str | None, plugin: Plugin | None, desk: Desk) -> Iterator[Case]:
    others = {o.name for other, o in desk.plugins.outlets() if plugin and other.name != plugin.name}
    for file in sorted(root.glob(f"*/{cases.FILE_NAME}")):
        if slug == file.parent.name or (slug is None and file.parent.name[0] != "."):
            case = cases.read(file.parent)
            if plugin is None or places.is_own(case, plugin, others):
                yield case


def _roots(plugin: Plugin | None, named: Path | None) -> Sequence[Path]:
    here = Path.cwd()
    if plugin or named:
        return [named] if named else places.find(plugin, None, here) if plugin else []
    for place in (here, *here.parents):
        roots = [place / "cases", *sorted(place.glob("plugins/*/cases"))]
        if found := [root for root in roots if any(root.glob(f"*/{cases.FILE_NAME}"))]:
            return found
    return []


def _homes(plugin: Plugin, here: Path) -> Iterator[Path]:
    for place in (here, *here.parents):
        for root in (
            place / "cases",
            *sorted(folder / "cases" for folder in place.glob("plugins/*")),
        ):
            if plugin.name in places.owners(root):
                yield root


def _plain_words(text: str) -> list[str]:
    """Give the first words in ASCII; none for a text of another script."""
    plain = normalize("NFKD", text.casefold()).encode("ascii", "ignore").decode()
    letters = sum(map(str.isalpha, text))
    is_latin = sum(map(str.isalpha, plain)) > letters / 2
    words = re.findall(r"[a-z0-9]+", re.sub(r"['’]", "", plain)) if is_latin else []
    long = [word for word in words if len(word) > _SHORT or word.isdigit()]
    return (long or words)[:_WORDS]
