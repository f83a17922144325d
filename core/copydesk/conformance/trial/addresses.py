"""The ways in which one page's address is written."""

import re
from collections.abc import Iterator
from urllib.parse import SplitResult, urlsplit, urlunsplit

_FRONT = re.compile(r"^(?:www|m|amp)\.(?=[^.]+\.)")
_TRACKING = "utm_source=feed&utm_medium=social&fbclid=IwAR0x4"


def variants(url: str) -> Iterator[str]:
    """Give an address in each of the other ways, one thing changed at a time."""
    parts = urlsplit(url)
    scheme = {"http": "https", "https": "http"}[parts.scheme]
    port = {"http": 80, "https": 443}[parts.scheme]
    yield urlunsplit(parts._replace(scheme=scheme))
    if not parts.port:
        yield urlunsplit(parts._replace(netloc=f"{parts.netloc}:{port}"))
        yield urlunsplit(parts._replace(netloc=parts.netloc.upper()))
        yield from _hosts(parts)
    if parts.path.strip("/"):
        path = parts.path.removesuffix("/")
        yield urlunsplit(parts._replace(path=path if path != parts.path else f"{path}/"))
    query = "&".join(filter(None, (parts.query, _TRACKING)))
    yield urlunsplit(parts._replace(query=query))
    yield urlunsplit(parts._replace(fragment="comments"))


def _hosts(parts: SplitResult) -> Iterator[str]:
    bare = _FRONT.sub("", parts.netloc)
    if not bare.rpartition(".")[2].isalpha():  # an IP address has no www
        return
    for host in (bare, *(f"{front}.{bare}" for front in ("www", "m", "amp"))):
        if host != parts.netloc:
            yield urlunsplit(parts._replace(netloc=host))
