"""The address of a page in a mirror of its site, told by its path: wget's and HTTrack's folders."""

import re
from collections.abc import Sequence
from urllib.parse import quote

from copydesk.readers.saved import Address, scheme_of

_HOST = re.compile(
    r"((?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{1,62})(?:[:+](\d{1,5}))?"
)
_INDEX = re.compile(r"index\.html?(?=\?|\Z)", re.IGNORECASE)
# wget's --adjust-extension writes .html behind what does not end so.
_ADDED = re.compile(r"(\.(?:php|asp|aspx|jsp|cgi|cfm|pl))\.html?\Z", re.IGNORECASE)
_ADDED_TO_QUERY = re.compile(r"(\?.*)\.html?\Z", re.IGNORECASE)
# wget writes @ for ? where file names may not have that.
_ASKED = re.compile(r"@(?=[\w.-]+=)")
_KEPT = "%!$&'()*+,;=:@~-._/"


def mirrored(content: bytes, parts: Sequence[str]) -> Address | None:
    """
    Tell the address by the names of the folders and the file, outermost first.

    A folder's name is taken for a host only if the page itself names that host in an address.
    """
    for number, folder in enumerate(parts[:-1]):
        found = _HOST.fullmatch(folder.lower())
        scheme = scheme_of(content, found[1]) if found else None
        if found and scheme:
            port = f":{found[2]}" if found[2] else ""
            return Address(f"{scheme}://{found[1]}{port}/{_path(parts[number + 1 :])}", "path")
    return None


def _path(parts: Sequence[str]) -> str:
    *folders, name = parts
    if name.lower().endswith((".html.gz", ".htm.gz")):
        name = name[: -len(".gz")]
    name = name if "?" in name else _ASKED.sub("?", name, count=1)
    name = _ADDED.sub(r"\1", _ADDED_TO_QUERY.sub(r"\1", name))
    file, mark, query = _INDEX.sub("", name).partition("?")
    path = "/".join(quote(part, safe=_KEPT, errors="replace") for part in (*folders, file))
    return path + mark + quote(query, safe=_KEPT + "?", errors="replace")
