"""What all code of a process shares, and what of it has changed: nobody's plugin may."""

import builtins
import decimal
import gc
import locale
import logging
import os
import random
import signal
import socket
import sys
import threading
import time
import warnings
from collections.abc import Callable, Iterator, Mapping
from types import BuiltinFunctionType, FunctionType

State = Mapping[str, object]
"""Each thing by its name."""

_OWN = "copydesk."
_LONGEST = 120
_GONE = object()


def state() -> State:
    """Look at everything; what is seen is kept, so that nothing new can take its place unseen."""
    return {name: look() for name, look in _LOOKS.items()} | dict(_functions())


def changes(before: State, after: State) -> Iterator[str]:
    """Say what has changed, in words; what has come up since is none of them."""
    for name, value in before.items():
        now = after.get(name, _GONE)
        if now is value or (name in _LOOKS and now == value):
            continue
        if name not in _LOOKS:
            yield f"{name} is replaced"
        elif isinstance(value, dict) and isinstance(now, dict):
            yield from _items(name, value, now)
        else:
            yield f"{name}: {_told(value)} is now {_told(now)}"


def _items(name: str, before: dict[str, object], now: dict[str, object]) -> Iterator[str]:
    for key in sorted({*before, *now}):
        one, other = before.get(key, _GONE), now.get(key, _GONE)
        if one is not other and one != other:
            yield f"{name}, {key}: {_told(one)} is now {_told(other)}"


def _told(value: object) -> str:
    text = "nothing" if value is _GONE else repr(value)
    return text if len(text) <= _LONGEST else f"something else that begins {text[:_LONGEST]}…"


def _functions() -> Iterator[tuple[str, object]]:
    """Give the functions and classes of all loaded modules, of copydesk's classes the methods too."""
    for name, module in list(sys.modules.items()):
        for key, value in list(getattr(module, "__dict__", {}).items()):
            if isinstance(value, FunctionType | BuiltinFunctionType | type):
                yield f"{name}.{key}", value
            if isinstance(value, type) and name.startswith(_OWN) and value.__module__ == name:
                yield from (
                    (f"{name}.{key}.{part}", own)
                    for part, own in list(vars(value).items())
                    if callable(own)
                )


def _signals() -> dict[str, object]:
    return {str(signal.Signals(s).name): signal.getsignal(s) for s in signal.Signals}


def _arithmetic() -> tuple[object, ...]:
    context = decimal.getcontext()
    traps = tuple(signal for signal, is_set in context.traps.items() if is_set)
    return context.prec, context.rounding, context.Emin, context.Emax, traps


def _logging() -> tuple[object, ...]:
    return logging.root.level, tuple(logging.root.handlers), logging.root.manager.disable


def _chance() -> tuple[int, ...]:
    """Look at what random was seeded with; taking some numbers of it is nobody's concern."""
    random.random()  # noqa: S311  # the first number taken makes the next 300
    state: tuple[int, ...] = random.getstate()[1]
    return state[:-1]


_LOOKS: Mapping[str, Callable[[], object]] = {
    "the working directory": os.getcwd,
    "the environment": lambda: dict(os.environ),
    "the locale": lambda: locale.setlocale(locale.LC_ALL),
    "the time zone": lambda: time.tzname,
    "the signal handlers": _signals,
    "sys.path": lambda: tuple(sys.path),
    "sys.meta_path": lambda: tuple(sys.meta_path),
    "the standard streams": lambda: (sys.stdin, sys.stdout, sys.stderr),
    "sys.excepthook": lambda: sys.excepthook,
    "the recursion limit": sys.getrecursionlimit,
    "the default timeout of sockets": socket.getdefaulttimeout,
    "the filters of warnings": lambda: tuple(warnings.filters),
    "the root logger": _logging,
    "the arithmetic of decimals": _arithmetic,
    "the seed of random": _chance,
    "the names of builtins": lambda: dict(vars(builtins)),
    "the garbage collector": lambda: (gc.isenabled(), gc.get_threshold()),
    "the threads": lambda: tuple(thread.name for thread in threading.enumerate()),
}
