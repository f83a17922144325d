"""Nothing outside is reached while a plugin works: every attempt is noted, and refused if it could do harm."""

import os
import sys
import zoneinfo
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

_NETWORK = frozenset(
    {
        "socket.bind", "socket.connect", "socket.getaddrinfo", "socket.gethostbyaddr",
        "socket.gethostbyname", "socket.sendmsg", "socket.sendto",
    }
)  # fmt: skip
"""Audit events of the standard library that lead out of the process (PEP 578)."""

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


_Judge = Callable[[Attempts, str, tuple[object, ...]], None]
_listeners: list[tuple[Attempts, Mapping[str, _Judge]]] = []


@contextmanager
def confined(*folders: Path) -> Iterator[Attempts]:
    """Refuse network, programs and writing in the block; ``folders`` may be read besides Python's own."""
    attempts = Attempts(folders=(*_readable(), *_both(map(str, folders))))
    with _heard(attempts, _ALL):
        yield attempts


@contextmanager
def offline() -> Iterator[Attempts]:
    """Refuse the network in the block, and nothing else."""
    attempts = Attempts()
    with _heard(attempts, _REACHING):
        yield attempts


@contextmanager
def _heard(attempts: Attempts, judges: Mapping[str, _Judge]) -> Iterator[None]:
    _install()
    _listeners.append((attempts, judges))
    try:
        yield
    finally:
        _listeners.pop()


@cache
def _install() -> None:
    # Patching modules would miss whoever has taken a name out of them before (PEP 578 does not).
    sys.addaudithook(_hear)


def _hear(event: str, arguments: tuple[object, ...]) -> None:
    if not _listeners:
        return
    attempts, judges = _listeners[-1]
    if judge := judges.get(event):
        judge(attempts, event, arguments)


def _reaching(attempts: Attempts, event: str, arguments: tuple[object, ...]) -> None:
    target = next((part for part in arguments if isinstance(part, str | tuple)), "")
    attempts.network.append(f"{event} {target}".strip())
    raise OSError("a page is edited without the network")


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


_REACHING: Mapping[str, _Judge] = dict.fromkeys(_NETWORK, _reaching)
_ALL: Mapping[str, _Judge] = {
    **_REACHING,
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
