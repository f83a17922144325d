"""WARC archives: their pages one by one, each by its offset, damage passed over."""

from copydesk.readers.warc.reader import Warcs

__all__ = ["Warcs"]
