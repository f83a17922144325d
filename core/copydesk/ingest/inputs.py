"""The inputs of a run, each with its number and a key by which a resumed run knows it again."""

import os
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from hashlib import blake2b

from copydesk.errors import UsageError
from copydesk.ingest.journal import Done
from copydesk.ingest.shard import Shard
from copydesk.ingest.tally import Tally
from copydesk.outcome import Failure
from copydesk.page import Page
from copydesk.printable import escaped
from copydesk.readers import Found, Readers
from copydesk.streams import Ref

_CHANGED = (
    "the input is not what it was when the run began: {} stands where something else was; "
    "give --force to begin anew"
)


@dataclass(slots=True)
class Inputs:
    """What the readers give, counted; what has its outcome already is passed over."""

    readers: Readers
    paths: Iterable[str]
    skip: Collection[str]
    tally: Tally
    shard: Shard | None = None
    done: Done = field(default_factory=Done)
    """Those that an earlier run finished."""
    keys: dict[int, int] = field(default_factory=dict)
    """Keys of those that are under way."""

    def __iter__(self) -> Iterator[tuple[int, Found]]:
        """
        Give the number and the place of every input that is still to do, in the order read.

        Raises:
            UsageError: if an input that is done is not there any more.
        """
        for index, found in enumerate(self._found()):
            self.tally.read += 1
            key, known = key_of(found), self.done.get(index)
            if not known:
                self.keys[index] = key
                yield index, found
            elif known != key:
                raise UsageError(_CHANGED.format(escaped(_name(found).partition("\0")[0])))

    def _found(self) -> Iterator[Found]:
        if self.shard is None:
            yield from self.readers.refs(self.paths, self.skip)
            return
        for path in self.shard.inputs(self.paths, self.skip):
            yield from [path] if isinstance(path, Failure) else self.readers.refs([path], self.skip)


def key_of(found: Found) -> int:
    """Make 64 bits of an input's name and place; never 0."""
    digest = blake2b(os.fsencode(_name(found)), digest_size=8).digest()
    return int.from_bytes(digest) or 1


def _name(found: Found) -> str:
    if isinstance(found, Ref):
        return f"{found.path}\0{found.place}"
    kind = "page" if isinstance(found, Page) else found.code
    return f"{found.source}\0{kind}"
