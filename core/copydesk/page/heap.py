"""The memory that the C library keeps free, where a parsed page was."""

from collections.abc import Callable
from functools import cache


def give_back() -> None:
    """Have glibc return to the system what it keeps free; other C libraries do so by themselves."""
    if trim := _trim():
        trim(0)


@cache
def _trim() -> Callable[[int], int] | None:
    try:
        import ctypes  # noqa: PLC0415  # only large pages need it

        return ctypes.CDLL(None).malloc_trim
    except (ImportError, AttributeError, OSError, TypeError):  # musl, macOS, Windows
        return None
