"""Offsets from UTC as pages state them."""

import re
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

# Abbreviations that mean one offset wherever news prints them.  IST, CST and AST do not.
_OFFSETS = {
    **dict.fromkeys(("z", "utc", "gmt", "ut", "wet"), "Z"),
    **dict.fromkeys(("bst", "cet", "mez", "wat", "west"), "+01:00"),
    **dict.fromkeys(("cest", "mesz", "eet", "cat", "sast"), "+02:00"),
    **dict.fromkeys(("eest", "msk", "мск", "eat", "trt"), "+03:00"),
    "irst": "+03:30",
    "irdt": "+04:30",
    "pkt": "+05:00",
    "npt": "+05:45",
    **dict.fromkeys(("wib", "ict"), "+07:00"),
    **dict.fromkeys(("wita", "hkt", "sgt", "awst"), "+08:00"),
    **dict.fromkeys(("wit", "jst", "kst"), "+09:00"),
    "acst": "+09:30",
    "acdt": "+10:30",
    "aest": "+10:00",
    "aedt": "+11:00",
    "nzst": "+12:00",
    "nzdt": "+13:00",
    "nst": "-03:30",
    "ndt": "-02:30",
    **dict.fromkeys(("adt", "brt"), "-03:00"),
    "edt": "-04:00",
    **dict.fromkeys(("est", "cdt"), "-05:00"),
    "mdt": "-06:00",
    "pdt": "-07:00",
    **dict.fromkeys(("pst", "akdt"), "-08:00"),
    "akst": "-09:00",
    "hst": "-10:00",
}
_PLACES = {
    "et": "America/New_York",
    "ct": "America/Chicago",
    "mt": "America/Denver",
    "pt": "America/Los_Angeles",
}
_NUMERIC = re.compile(r"(?:gmt|utc|ut)?\s*(?P<sign>[+-])\s*(?P<hours>\d\d?):?(?P<minutes>\d\d)?")
_WIDEST = timedelta(hours=14)

ABBREVIATIONS = frozenset(_OFFSETS) | frozenset(_PLACES)
"""The abbreviations that name an offset, in lower case."""


def stated_offset(printed: str, local: datetime) -> str | None:
    """
    Read an offset or an abbreviation, for the local time that it stands beside.

    Returns:
        ``Z`` or ``+02:00``; None for an abbreviation that means several or nothing.

    Raises:
        ValueError: for an offset that no place on Earth has.
    """
    if found := _NUMERIC.fullmatch(printed):
        offset = timedelta(hours=int(found["hours"]), minutes=int(found["minutes"] or 0))
        if offset > _WIDEST:
            raise ValueError(f"no place is {printed} from UTC")
        return _as_text(-offset if found["sign"] == "-" else offset)
    if printed in _PLACES:
        return offset_at(_PLACES[printed], local)
    return _OFFSETS.get(printed)


def offset_at(zone: str, local: datetime) -> str | None:
    """Give the offset of an IANA zone at a local time; None where it is no whole minute."""
    offset = local.replace(tzinfo=ZoneInfo(zone)).utcoffset()
    return None if offset is None or offset.seconds % 60 else _as_text(offset)


def _as_text(offset: timedelta) -> str:
    if not offset:
        return "Z"
    minutes = abs(offset) // timedelta(minutes=1)
    return f"{'-' if offset < timedelta(0) else '+'}{minutes // 60:02}:{minutes % 60:02}"
