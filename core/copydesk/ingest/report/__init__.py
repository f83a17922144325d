"""What a run came to: its figures, as JSON and as one static page."""

from copydesk.ingest.report.figures import Figures
from copydesk.ingest.report.html import page_of

__all__ = ["Figures", "page_of"]
