"""What an input and an output look like to a run: the two protocols that plugins may implement."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, runtime_checkable

from copydesk.outcome import Failure, Outcome
from copydesk.page import Page


class Reader(Protocol):
    """Gives the pages of one kind of input, one by one."""

    def accepts(self, path: Path) -> bool:
        """Tell whether this reader reads that input, by its name or its first bytes."""
        ...

    def read(self, path: Path) -> Iterator[Page | Failure]:
        """Give the pages in order; what cannot be read is a ``Failure`` in its place."""
        ...


@dataclass(frozen=True, slots=True)
class Ref:
    """Where one page is, without its bytes, so that another process can read them."""

    path: Path
    """The file."""
    place: int | str | None = None
    """What its reader finds the page in the file by: an offset, a member's name; None: all of it."""
    size: int = 0
    """Bytes to be read, about."""


@runtime_checkable
class Finder(Reader, Protocol):
    """A reader that finds pages without reading them, and reads each by its place alone."""

    def find(self, path: Path) -> Iterator[Ref | Page | Failure]:
        """
        Give the places of the pages in the order of ``read``.

        In place of some stands a ``Failure``, or the page itself where it has no place of its own:
        inside a compressed stream that can only be read from its start.
        """
        ...

    def load(self, ref: Ref) -> Page | Failure:
        """Read the page of a place; what ``read`` gives there."""
        ...


class Sink(Protocol):
    """Writes one kind of output as results come."""

    def accepts(self, target: str) -> bool:
        """Tell whether this sink writes that target; looks at the name alone."""
        ...

    def open(self, target: str, *, force: bool) -> None:
        """
        Make ready to write.

        Raises:
            UsageError: if the target exists and ``force`` is not given, or cannot be written.
        """
        ...

    def write(self, outcome: Outcome) -> None:
        """Write one outcome, or pass over one that this kind of output does not hold."""
        ...

    def close(self) -> None:
        """Finish the output; called once, also after an error."""
        ...
