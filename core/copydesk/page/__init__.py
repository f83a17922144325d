"""The page: one document, decoded, parsed and asked what it states, each once."""

from copydesk.page.heap import give_back
from copydesk.page.limits import Limits
from copydesk.page.linked_data import Item, LinkedData, Value
from copydesk.page.meta import Meta
from copydesk.page.microdata import Microdata, MicroItem, MicroValue
from copydesk.page.page import Page

__all__ = [
    "Item",
    "Limits",
    "LinkedData",
    "Meta",
    "MicroItem",
    "MicroValue",
    "Microdata",
    "Page",
    "Value",
    "give_back",
]
