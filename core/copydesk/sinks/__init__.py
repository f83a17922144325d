"""Sinks: what becomes of outcomes, and which sink writes a target."""

from typing import BinaryIO

from copydesk.errors import UsageError
from copydesk.plugins import Plugins
from copydesk.printable import escaped
from copydesk.sinks.jsonl import JsonLines
from copydesk.sinks.markdown import Markdown
from copydesk.sinks.sqlite import Sqlite
from copydesk.streams import Sink

__all__ = ["JsonLines", "Markdown", "Sqlite", "choose"]

_KNOWN = "- for standard output, NAME.jsonl, NAME.db, or FOLDER/ for Markdown files"


def choose(target: str, plugins: Plugins, stdout: BinaryIO) -> Sink:
    """
    Give the sink that writes a target: the first that accepts its name, the core's own come last.

    Raises:
        UsageError: if no sink accepts it.
    """
    own: tuple[Sink, ...] = (JsonLines(stdout), Sqlite(), Markdown())
    sinks: tuple[Sink, ...] = (*plugins.objects("register_sinks"), *own)
    for sink in sinks:
        if sink.accepts(target):
            return sink
    raise UsageError(f"{escaped(target)}: no sink writes such a name; there are {_KNOWN}")
