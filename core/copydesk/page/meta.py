"""Meta tags, whatever attribute they are named by."""

from typing import Final

from selectolax.lexbor import LexborHTMLParser

_NAMES: Final = ("property", "name", "itemprop", "http-equiv")
_MOST: Final = 5_000


class Meta:
    """The contents of a page's meta tags by name; names are case-insensitive."""

    def __init__(self, tree: LexborHTMLParser) -> None:
        """Read every meta tag that has a name and a content."""
        self._contents: dict[str, list[str]] = {}
        for node in tree.css("[content]:is(meta)")[:_MOST]:
            attributes = node.attributes
            content = (attributes.get("content") or "").strip()
            names = {(attributes.get(name) or "").strip().lower() for name in _NAMES}
            for name in names - {""} if content else ():
                self._contents.setdefault(name, []).append(content)

    def get(self, name: str) -> str | None:
        """Give the first content of a name, None where there is none."""
        return next(iter(self.all(name)), None)

    def all(self, name: str) -> tuple[str, ...]:
        """Give every content of a name that is not empty, in page order."""
        return tuple(self._contents.get(name.lower(), ()))
