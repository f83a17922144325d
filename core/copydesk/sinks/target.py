"""Output files: never overwritten unasked, and errors that name the file."""

from pathlib import Path

from copydesk.errors import UsageError
from copydesk.printable import escaped


def must_be_free(path: Path, *, force: bool) -> None:
    """
    Refuse an output that would overwrite something, or that has no folder to be in.

    Raises:
        UsageError: names the file and what to do.
    """
    if not force and (path.exists() or path.is_symlink()):
        raise UsageError(f"{escaped(str(path))} is there already; give --force to replace it")
    if path.is_dir():
        raise UsageError(f"{escaped(str(path))} is a folder; end it with / for Markdown files")
    if path.is_fifo():  # opening one waits for a reader, for ever
        raise UsageError(f"{escaped(str(path))} is a pipe; write to standard output instead")
    if not path.parent.is_dir():
        raise UsageError(f"{escaped(str(path))}: there is no folder {escaped(str(path.parent))}")


def unusable(target: str | Path, error: Exception) -> UsageError:
    """Make any error of writing one that names the target."""
    said = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return UsageError(f"{escaped(str(target))} cannot be written: {said}")
