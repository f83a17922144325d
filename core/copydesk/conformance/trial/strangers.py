"""Pages that are no outlet's: a small set in the wheel, so that third parties have it too."""

from collections.abc import Iterator
from importlib.resources import files

from copydesk.page import Page

FOLDER = files("copydesk.conformance") / "pages"
_MEDIA = {"html": "text/html", "txt": "text/plain"}


def shipped() -> Iterator[tuple[str, Page]]:
    """Give the shipped pages, each by a label, those of markup with and without an address."""
    for file in sorted(FOLDER.iterdir(), key=lambda file: file.name):
        stem, _, ending = file.name.rpartition(".")
        if ending not in _MEDIA:
            continue
        label = f"the shipped page {file.name}"
        yield label, page(file.name)
        if ending == "html":
            yield f"{label} at an address", page(file.name, f"https://news.example/{stem}")


def page(name: str, url: str | None = None) -> Page:
    """Make one of the shipped pages."""
    content = (FOLDER / name).read_bytes()
    return Page(content, url, source=name, media_type=_MEDIA[name.rpartition(".")[2]])
