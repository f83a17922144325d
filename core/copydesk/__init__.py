"""News pages of any outlet into one clean, typed, evidenced Article."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from copydesk.desk import Desk
    from copydesk.hookspecs import hookimpl
    from copydesk.layout import Comments, Credit, Images, Layout, TextLayout, When
    from copydesk.outcome import Failure, Rejection
    from copydesk.outlet import Claim, Outlet
    from copydesk.page import Page
    from copydesk.schema import Article

__all__ = [
    "Article",
    "Claim",
    "Comments",
    "Credit",
    "Desk",
    "Failure",
    "Images",
    "Layout",
    "Outlet",
    "Page",
    "Rejection",
    "TextLayout",
    "When",
    "hookimpl",
]

_HOME = {
    "Article": "schema",
    "Claim": "outlet",
    "Comments": "layout",
    "Credit": "layout",
    "Desk": "desk",
    "Failure": "outcome",
    "Images": "layout",
    "Layout": "layout",
    "Outlet": "outlet",
    "Page": "page",
    "Rejection": "outcome",
    "TextLayout": "layout",
    "When": "layout",
    "hookimpl": "hookspecs",
}


def __getattr__(name: str) -> object:
    """Import a public name where it is first used: whoever takes the schema loads no parser."""
    if name == "__version__":
        return import_module("importlib.metadata").version("copydesk")
    if name not in _HOME:
        raise AttributeError(f"module 'copydesk' has no attribute {name!r}")
    value = getattr(import_module(f"copydesk.{_HOME[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return [*globals(), *(name for name in __all__ if name not in globals())]
