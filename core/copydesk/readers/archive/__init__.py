"""ZIP and tar archives: their members as pages, nothing ever unpacked to disk."""

from copydesk.readers.archive.entry import Most
from copydesk.readers.archive.reader import Archives

__all__ = ["Archives", "Most"]
