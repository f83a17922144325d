"""No network: every attempt to reach it is refused and noted, whoever makes it."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

_REACHING = frozenset(
    f"socket.{name}"
    for name in (
        "bind",
        "connect",
        "getaddrinfo",
        "gethostbyaddr",
        "gethostbyname",
        "sendmsg",
        "sendto",
    )
)
"""Audit events of the standard library that lead out of the process (PEP 578)."""

_listeners: list[list[str]] = []


@contextmanager
def offline() -> Iterator[list[str]]:
    """Refuse the network in the block; gives the list that the attempts are noted in."""
    _install()
    attempts: list[str] = []
    _listeners.append(attempts)
    try:
        yield attempts
    finally:
        _listeners.pop()


@cache
def _install() -> None:
    # Patching the socket module would miss whoever has taken a name out of it before.
    sys.addaudithook(_refuse)


def _refuse(event: str, arguments: tuple[object, ...]) -> None:
    if _listeners and event in _REACHING:
        target = next((part for part in arguments if isinstance(part, str | tuple)), "")
        _listeners[-1].append(f"{event} {target}".strip())
        raise OSError("a page is edited without the network")
