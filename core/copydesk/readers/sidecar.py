"""Sidecars: a small file beside a saved page that says where the page came from."""

import json
import re
from datetime import datetime
from pathlib import Path

from copydesk.errors import Refused
from copydesk.page.address import web_address
from copydesk.readers.regular import Regular
from copydesk.readers.saved import Address

_ENDINGS = (".url", ".json")
_PAGES = (".html", ".htm", ".xhtml", ".shtml", ".html.gz", ".htm.gz")
_LONGEST = 2**16
_SHORTCUT = re.compile(r"^\s*(?:URL\s*=\s*)?(https?://\S+)\s*$", re.IGNORECASE | re.MULTILINE)


def is_sidecar(name: str, names: frozenset[str] | set[str]) -> bool:
    """Tell whether a file is one, of a page among the names beside it: ``a.html.json``."""
    page = name.rpartition(".")[0]
    return name.endswith(_ENDINGS) and page.lower().endswith(_PAGES) and page in names


def beside(path: Path, regular: Regular) -> Address | None:
    """Read ``a.html.url`` or ``a.html.json`` beside ``a.html``; None without a usable one."""
    if not path.name.lower().endswith(_PAGES):
        return None
    link = _content(Path(f"{path}.url"), regular)
    if found := _SHORTCUT.search(link):
        return Address(found[1], "sidecar")
    return _of_json(_content(Path(f"{path}.json"), regular))


def _content(path: Path, regular: Regular) -> str:
    try:
        with regular.open(path, _LONGEST) as file:
            return file.read(_LONGEST).decode("utf-8-sig")
    except (OSError, ValueError, Refused):
        return ""


def _of_json(text: str) -> Address | None:
    try:
        said = json.loads(text)
    except (ValueError, RecursionError):
        return None
    url = said.get("url") if isinstance(said, dict) else None
    if not isinstance(url, str) or not web_address(url):
        return None
    return Address(url, "sidecar", _moment(said.get("fetched")))


def _moment(stated: object) -> datetime | None:
    try:
        moment = datetime.fromisoformat(stated) if isinstance(stated, str) else None
    except ValueError:
        return None
    return moment if moment and moment.tzinfo else None
