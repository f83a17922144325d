"""Many pages: read, edited, written, and every one of them counted."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from copydesk.ingest.alone import Alone
    from copydesk.ingest.batch import Input, edit_batch
    from copydesk.ingest.facts import Facts
    from copydesk.ingest.ingestion import run
    from copydesk.ingest.journal import Journal
    from copydesk.ingest.pool import Pool
    from copydesk.ingest.result import Result
    from copydesk.ingest.setup import Setup
    from copydesk.ingest.shard import Shard
    from copydesk.ingest.tally import Tally

__all__ = [
    "Alone",
    "Facts",
    "Input",
    "Journal",
    "Pool",
    "Result",
    "Setup",
    "Shard",
    "Tally",
    "edit_batch",
    "run",
]

_HOME = {
    "Alone": "alone",
    "Facts": "facts",
    "Input": "batch",
    "Journal": "journal",
    "Pool": "pool",
    "Result": "result",
    "Setup": "setup",
    "Shard": "shard",
    "Tally": "tally",
    "edit_batch": "batch",
    "run": "ingestion",
}


def __getattr__(name: str) -> object:
    """Import a public name where it is first used: a worker is started before anything heavy."""
    if name not in _HOME:
        raise AttributeError(f"module 'copydesk.ingest' has no attribute {name!r}")
    value = getattr(import_module(f"copydesk.ingest.{_HOME[name]}"), name)
    globals()[name] = value
    return value
