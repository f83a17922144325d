"""Layouts: data that says where on an outlet's pages each field stands."""

from copydesk.layout.layout import Layout
from copydesk.layout.rules import Comments, Credit, Images, When
from copydesk.layout.text_layout import TextLayout

__all__ = ["Comments", "Credit", "Images", "Layout", "TextLayout", "When"]
