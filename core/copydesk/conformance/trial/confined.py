"""Nothing outside is reached while a plugin works: every attempt is noted, and refused if it could do harm."""

import os
import sys
import zoneinfo
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from copydesk.conformance.trial.offline import offline

_PROCESSES = frozenset(
    {
        "os.exec", "os.fork", "os.forkpty", "os.posix_spawn", "os.spawn", "os.startfile",
        "os.system", "subprocess.Popen",
    }
)  # fmt: skip
_CHANGES = frozenset(
    {
        "os.chmod", "os.chown", "os.link", "os.mkdir", "os.remove", "os.rename", "os.rmdir",
        "os.symlink", "os.truncate", "os.utime", "sqlite3.connect",
    }
)  # fmt: skip
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_BYTECODE = "__pycache__"
_DEVICES = frozenset({os.devnull, "/dev/random", "/dev/urandom"})


@dataclass(frozen=True)
class Attempts:
    """What was tried, each attempt in words."""

    network: list[str] = field(default_factory=list)
    """Refused."""
    processes: list[str] = field(default_factory=list)
    """Programs that were to be started; refused."""
    writing: list[str] = field(default_factory=list)
    """Files that were to be made, changed or removed; refused."""
    reading: list[str] = field(default_factory=list)
    """Files read that belong to neither Python, an installed package nor the plugin; let through."""
    folders: tuple[str, ...] = ()
    """Where reading is nobody's business."""

    def add(self, other: "Attempts") -> None:
        """Take over what another block noted."""
        for kind in ("network", "processes", "writing", "reading"):
            getattr(self, kind).extend(getattr(other, kind))


_listeners: list[Attempts] = []


@contextmanager
def confined(*folders: Path) -> Iterator[Attempts]:
    """Refuse network, programs and writing in the block; ``folders`` may be read besides Python's own."""
    _install()
    with offline() as network:
        attempts = Attempts(network, folders=(*_readable(), *_both(map(str, folders))))
        _listeners.append(attempts)
        try:
            yield attempts
        finally:
            _listeners.pop()


@cache
def _install() -> None:
    # Patching modules would miss whoever has taken a name out of them before (PEP 578 does not).
    sys.addaudithook(_heard)


def _heard(event: str, arguments: tuple[object, ...]) -> None:
    if _listeners and (judge := _JUDGES.get(event)):
        judge(_listeners[-1], event, arguments)


def _starting(attempts: Attempts, event: str, arguments: tuple[object, ...]) -> None:
    program = next((part for part in arguments if isinstance(part, str | bytes | list)), "")
    attempts.processes.append(f"{event} {program!r}".strip())
    raise PermissionError("a page is edited without starting programs")


def _changing(attempts: Attempts, event: str, arguments: tuple[object, ...]) -> None:
    paths = [_path(part) for part in arguments if isinstance(part, str | bytes | os.PathLike)]
    if not any(_BYTECODE in path for path in paths):  # Python keeps what it compiles
        attempts.writing.append(f"{event} {' '.join(paths)}".strip())
        raise PermissionError("a page is edited without changing files")


def _opening(attempts: Attempts, event: str, arguments: tuple[object, ...]) -> None:
    target, _, flags = arguments
    if not isinstance(target, str | bytes | os.PathLike) or (path := _path(target)) in _DEVICES:
        return
    if isinstance(flags, int) and flags & _WRITING:
        _changing(attempts, event, (path,))
    elif not path.startswith(attempts.folders):
        attempts.reading.append(path)


_JUDGES: Mapping[str, Callable[[Attempts, str, tuple[object, ...]], None]] = {
    **dict.fromkeys(_PROCESSES, _starting),
    **dict.fromkeys(_CHANGES, _changing),
    "open": _opening,
}


def _path(target: str | bytes | os.PathLike[str] | os.PathLike[bytes]) -> str:
    return os.path.abspath(os.fsdecode(target))  # noqa: PTH100  # links are to stay as they are


@cache
def _readable() -> tuple[str, ...]:
    """Give where Python, its packages and the time zones are."""
    places = (sys.prefix, sys.base_prefix, sys.exec_prefix, *sys.path, *zoneinfo.TZPATH)
    return _both(filter(os.path.isabs, places))


def _both(places: Iterator[str]) -> tuple[str, ...]:
    """Give places as they are called and as they are, each ending as a folder's name does."""
    names = {name for place in places for name in (place, os.path.realpath(place))}
    return tuple(os.path.join(name, "") for name in sorted(names))  # noqa: PTH118  # a separator at the end
