"""Whose page it is: the names by which a site goes, which are no author's."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal
from urllib.parse import urlsplit

from copydesk.page import Page
from copydesk.page.linked_data import Value

_SIGNS = re.compile(r"[\W_]+")
_SHORTEST = 4  # letters that tell a site's name within a longer one
_COMMON = frozenset({"www", "com", "org", "net", "co", "news", "blog", "edu", "gov", "info", "en"})


@dataclass(frozen=True, slots=True)
class House:
    """A site's names, letters and digits alone."""

    names: frozenset[str]
    host: str = ""
    kind: Literal["person", "organization"] = "organization"
    """Some sites are a person's, as linked data says of their publisher."""

    @classmethod
    def of(cls, page: Page) -> "House":
        """Gather them from the address, meta tags and linked data."""
        host = (urlsplit(page.url or page.canonical_url or "").hostname or "").lower()
        stated = [page.meta.get(name) or "" for name in ("og:site_name", "application-name")]
        article = page.linked_data.article
        publishers = article.values("publisher") if article else ()
        stated.extend(value.text or "" for value in publishers)
        labels = [part for part in host.split(".") if part not in _COMMON]
        known = {_squeezed(name) for name in (*stated, host, *labels[: len(labels) // 2 + 1])}
        return cls(frozenset(known - {""}), host, _kind(publishers))

    def is_host(self, name: str) -> bool:
        """Tell the site's host, with or without what stands before its domain."""
        return "." in name and f".{self.host}".endswith(f".{name.casefold()}")

    def is_called(self, name: str) -> bool:
        """Tell the site's whole name."""
        return _squeezed(name) in self.names

    def is_named(self, name: str) -> bool:
        """Tell the site's own name: whole, the site's and more, or its initials."""
        squeezed = _squeezed(re.sub(r"\([^)]*\)", "", name))
        initials = "".join(word[0] for word in name.casefold().split() if word[0].isalnum())
        first = name.split(" ", maxsplit=1)[0]
        if squeezed in self.names or (len(initials) > 1 and initials in self.names):
            return True
        if first.isupper() and _squeezed(first) in self.names:  # a branch: HPT North
            return True
        return any(
            squeezed.startswith(known) or known.startswith(squeezed)
            for known in self.names
            if len(known) >= _SHORTEST and len(squeezed) >= _SHORTEST
        )


def _kind(publishers: Iterable[Value]) -> Literal["person", "organization"]:
    types = " ".join(str(v.value.get("@type")) for v in publishers if isinstance(v.value, dict))
    return "person" if "Person" in types else "organization"


def _squeezed(name: str) -> str:
    return _SIGNS.sub("", name.casefold())
