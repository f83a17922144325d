"""Consoles that print text as it is: no markup, no escape sequences but our own."""

import sys

from rich.console import Console
from rich.text import Text

from copydesk.printable import escaped

_UNBOUND = 10_000
_MARKS_OF_DIRECTION = "\u061c\u200e\u200f"  # they turn nothing but their neighbours


def stdout() -> Console:
    """Give the console of standard output."""
    return Console(markup=False, emoji=False, highlight=False)


def tables() -> Console:
    """Give one for tables, which wraps nothing in a pipe, so that ``grep`` sees whole lines."""
    width = None if sys.stdout.isatty() else _UNBOUND
    return Console(markup=False, emoji=False, highlight=False, width=width)


def stderr() -> Console:
    """Give the console of standard error."""
    return Console(stderr=True, markup=False, emoji=False, highlight=False)


def line(text: str, style: str = "") -> Text:
    """Make one line printable."""
    return Text(escaped(text), style)


def prose(text: str, style: str = "") -> Text:
    """Make running text printable: lines and the marks of right-to-left words stay."""
    return Text(escaped(text, keep=f"\n{_MARKS_OF_DIRECTION}"), style)
