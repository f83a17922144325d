"""Meta tags, whatever attribute they are named by."""

from collections import defaultdict

from selectolax.lexbor import LexborHTMLParser

_NAMES = ("property", "name", "itemprop", "http-equiv")


class Meta:
    """The contents of a page's meta tags by name; names are case-insensitive."""

    def __init__(self, tree: LexborHTMLParser) -> None:
        """Read every meta tag that has a name and a content."""
        self._contents: dict[str, list[str]] = defaultdict(list)
        for node in tree.css("meta[content]"):
            attributes = node.attributes
            content = (attributes.get("content") or "").strip()
            for name in _NAMES:
                if content and (key := attributes.get(name)):
                    self._contents[key.strip().lower()].append(content)

    def get(self, name: str) -> str | None:
        """Give the first content of a name, None where there is none."""
        return next(iter(self.all(name)), None)

    def all(self, name: str) -> tuple[str, ...]:
        """Give every content of a name, in page order."""
        return tuple(self._contents.get(name.lower(), ()))
