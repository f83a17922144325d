"""Dates as pages print them, in any script, calendar and language, made into Stamps."""

from copydesk.extract.dates.calendars import CALENDARS
from copydesk.extract.dates.formats import compile_format
from copydesk.extract.dates.parts import ImpossibleDate
from copydesk.extract.dates.read import read_stamp

__all__ = ["CALENDARS", "ImpossibleDate", "compile_format", "read_stamp"]
