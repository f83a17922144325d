"""One member of an archive: what it is called, where it is, and its bytes when they are wanted."""

import json
from collections.abc import Callable
from dataclasses import dataclass

from copydesk.outcome import FailureCode
from copydesk.readers.regular import MAX_BYTES


@dataclass(frozen=True, slots=True)
class Most:
    """What an archive may hold at most."""

    members: int = 100_000
    """Files in it."""

    size: int = 2 * 2**30
    """Bytes of all, decompressed."""

    member_size: int = MAX_BYTES
    """Bytes of one, decompressed."""

    levels: int = 2
    """Archives within one another, the outermost included."""


@dataclass(frozen=True, slots=True)
class Spot:
    """All that is needed to read a member of a file again, without looking at the others."""

    name: str
    start: int
    stored: int
    size: int
    method: int = 0
    crc: int | None = None

    def __str__(self) -> str:
        return json.dumps(
            [self.name, self.start, self.stored, self.size, self.method, self.crc],
            separators=(",", ":"),
        )

    @classmethod
    def parse(cls, place: str) -> "Spot":
        """Read what ``str`` gives."""
        return cls(*json.loads(place))


@dataclass(frozen=True, slots=True)
class Entry:
    """A regular file in an archive."""

    name: str
    """A label, whatever it says: nothing is ever written under it."""

    size: int
    """Bytes, decompressed, as the archive says."""

    read: Callable[[], bytes]
    """
    Give the bytes; to be called before the next entry is asked for.

    Raises ``Refused`` or ``OSError``.
    """

    spot: Spot | None = None
    """None where it cannot be read again alone."""


@dataclass(frozen=True, slots=True)
class Flaw:
    """A member, or the rest of an archive, that is not read."""

    name: str | None
    """None for what belongs to no member."""

    reason: str
    code: FailureCode = "unreadable"


def over(most: int, what: str) -> str:
    """Say that an archive holds too much."""
    return f"it has more {what} than the limit of {most:,}; the rest is not read"
