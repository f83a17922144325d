"""A shard: the part of the inputs that one of several runs takes, told by their names alone."""

import os
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from copydesk.errors import UsageError
from copydesk.outcome import Failure
from copydesk.readers import walk


@dataclass(frozen=True, slots=True)
class Shard:
    """
    One of ``of`` shards, counted from 1.

    A file belongs to the same shard in every run that names it alike, whatever else is there.
    """

    number: int
    of: int

    @classmethod
    def parse(cls, text: str) -> "Shard":
        """
        Read ``I/N``.

        Raises:
            UsageError: if it is none.
        """
        number, _, of = text.partition("/")
        if number.isdecimal() and of.isdecimal() and 1 <= int(number) <= int(of):
            return cls(int(number), int(of))
        raise UsageError(f"--shard {text!r} is no I/N, such as 1/8 to 8/8")

    def __str__(self) -> str:
        return f"{self.number}/{self.of}"

    def inputs(self, paths: Iterable[str], skip: Collection[str]) -> Iterator[str | Failure]:
        """Give the files that are in this shard, folders looked through."""
        for path in paths:
            # An empty folder is one input: it has to be a failure somewhere.
            members = walk(path, skip) if os.path.isdir(path) else iter(())  # noqa: PTH112  # never raises
            is_empty = True
            for member in members:
                is_empty = False
                if self.holds(str(member) if isinstance(member, Path) else member.source or ""):
                    yield str(member) if isinstance(member, Path) else member
            if is_empty and self.holds(path):
                yield path

    def holds(self, name: str) -> bool:
        """Tell whether an input of that name is in this shard."""
        digest = blake2b(os.fsencode(name), digest_size=8).digest()
        return int.from_bytes(digest) % self.of == self.number - 1
