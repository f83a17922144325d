"""What a worker must know to read and edit pages exactly as the command would."""

from collections.abc import Collection
from dataclasses import dataclass

from copydesk.readers.filter import Filter

MEBIBYTE = 2**20
PAGES, RESIDENT = 1_000, 512 * MEBIBYTE
"""After so many pages, or with so much memory resident, a worker is replaced by a fresh one."""


@dataclass(frozen=True, slots=True)
class Setup:
    """The same for every worker of a run."""

    config: str | None = None
    """The settings file that was named."""

    named: Collection[str] | None = ()
    """The paths that the user named, of all links only these are followed; None: every path is."""

    chosen: Filter = Filter()  # noqa: RUF009  # it is frozen
    """Which pages of archives are wanted."""

    url: str | None = None
    """The address of the one page there is, if the user gave it."""

    timeout: float = 20.0
    """Seconds by the clock that a page may take."""

    memory: int = 1024 * MEBIBYTE
    """Bytes that a worker may have; no bound for 0."""
