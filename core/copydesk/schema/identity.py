"""What makes two readings the same article: its id, its content hash, its normal address."""

import hashlib
import re
from collections.abc import Iterable
from itertools import islice
from urllib.parse import parse_qsl, quote, unquote_to_bytes, urlencode, urlsplit

_TRACKING = re.compile(
    r"utm_\w+|at_\w+|[dgy]clid|fbclid|msclkid|mc_[ce]id|igshid|_ga|cmpid|ref|ref_src|s_cid|amp",
    re.IGNORECASE,
)
# Of a host that would keep at least two labels: m.example.com, but not m.tv.
_FRONT = re.compile(r"^(?:www\d?|m|mobile|amp)\.(?=[^.]+\.)")
_AMP_TAIL = re.compile(r"(?:/amp/?|\.amp)$")
_DEFAULT_PORTS = {None, 80, 443}
_AT_ONCE = 1_000
_SAFE_IN_PATH = "!$&'()*+,/:;=@~"


def normal_address(url: str) -> str:
    """
    Reduce an address to what tells pages apart; never fetched, never printed.

    Scheme, ``www.``/``m.``/``amp.``, default port, trailing slash, fragment, tracking parameters,
    the order of parameters and the way of percent-encoding do not tell pages apart.

    Raises:
        ValueError: if it is no address: a port or a bracketed host that is none.
    """
    parts = urlsplit(quote(url, safe=_SAFE_IN_PATH + "%?#[]", errors="surrogatepass"))
    host = _FRONT.sub("", (parts.hostname or "").rstrip("."))
    port = "" if parts.port in _DEFAULT_PORTS else f":{parts.port}"
    bare_path = _AMP_TAIL.sub("", parts.path).rstrip("/")
    path = quote(unquote_to_bytes(bare_path), safe=_SAFE_IN_PATH)
    # A parameter may be a name alone (?12345); latin-1 keeps apart bytes that are no UTF-8.
    pairs = parse_qsl(parts.query, keep_blank_values=True, encoding="latin-1")
    query = sorted((k, v) for k, v in pairs if not _TRACKING.fullmatch(k))
    return f"{host}{port}{path}" + (f"?{urlencode(query, encoding='latin-1')}" if query else "")


def article_id(
    *, outlet: str, native: str | None = None, url: str | None = None, sha256: str | None = None
) -> str:
    """
    Make an article's id from the best that is known: the outlet's own id, the address, the bytes.

    Returns:
        16 lower-case hexadecimal digits; the same for the same article at every ingest.

    Raises:
        ValueError: if nothing is known that tells this article from others.
    """
    if native:
        known = f"native:{outlet}:{native}"
    elif url:
        known = f"url:{normal_address(url)}"
    elif sha256:
        known = f"sha256:{sha256}"
    else:
        raise ValueError("an article needs an id, or a url or the bytes to make one from")
    return hashlib.sha256(known.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def content_hash(headline: str, text: str) -> str:
    """SHA-256, hexadecimal, of the headline and the body's text alone."""
    return hash_of_lines(headline, [text])


def hash_of_lines(headline: str, lines: Iterable[str]) -> str:
    """Give the content hash of a text of these lines, without putting all of a long one together."""
    digest, rest, before = hashlib.sha256(f"{headline}\n".encode()), iter(lines), ""
    while some := list(islice(rest, _AT_ONCE)):
        digest.update((before + "\n".join(some)).encode())
        before = "\n"
    return digest.hexdigest()
