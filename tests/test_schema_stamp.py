"""Dates: as precise as stated, real, and with bounds in UTC."""

from datetime import UTC, datetime, timedelta
from typing import Literal

import pytest
from hypothesis import given
from pydantic import ValidationError
from tests.strategies import stamps

from copydesk.schema import Stamp

Zone = Literal["stated", "assumed", "unknown"]


def stamp(value: str, zone: str | None = None) -> Stamp:
    """A stamp whose zone is assumed where one is named, else stated or unknown as it must be."""
    stated = value.endswith("Z") or (value[-6:-5] in {"+", "-"} and "T" in value)
    how: Zone = "assumed" if zone else "stated" if stated else "unknown"
    return Stamp(value=value, zone=how, zone_name=zone, raw="as printed")


@pytest.mark.parametrize(
    "value",
    [
        "1600",
        "2022",
        "9999",
        "2022-01",
        "2022-01-07",
        "2024-02-29",
        "2022-01-07T16:24",
        "2022-01-07T00:00",
        "2022-01-07T16:24Z",
        "2022-01-08T00:30+02:00",
        "2022-01-07T16:24:05-03:30",
        "2022-01-07T16:24:05.123456Z",
        "1890-01-01T00:00-15:56",
    ],
)
def test_valid(value: str) -> None:
    """A truncated ISO 8601 value of any precision is kept as given."""
    assert stamp(value).value == value


@pytest.mark.parametrize(
    "value",
    [
        "",
        "1599",
        "1599-12-31",
        "22",
        "02022",
        "2022-13",
        "2022-00",
        "2022-1",
        "2022-02-30",
        "2023-02-29",
        "2022-13-45",
        "2022-01-07T",
        "2022-01-07T16",
        "2022-01-07T24:00",
        "2022-01-07T16:60",
        "2022-01-07T16:24:60",
        "2022-01-07 16:24",
        "2022-01-07T16:24+0200",
        "2022-01-07T16:24+05:99",
        "2022-01-07T16:24+24:00",
        "2022-01-07T16:24z",
        "2022-01-07Z",
        "20220107",
        "2022-W01",
        "-001",
        "2022-01-07T16:24:05.Z",
        "2022-01-07T16:24:05.1234567Z",
        "2022-01-07\n",
        "\u0662\u0660\u0662\u0662",
    ],
    ids=ascii,
)
def test_impossible(value: str) -> None:
    """What is no real date from 1600 on in exactly this form is refused."""
    with pytest.raises(ValidationError):
        stamp(value)


@pytest.mark.parametrize(
    ("value", "zone", "zone_name"),
    [
        ("2022-01-07T16:24Z", "unknown", None),
        ("2022-01-07T16:24", "stated", None),
        ("2022-01-07T16:24", "assumed", "Europe/Kyiv"),
        ("2022-01-07", "stated", None),
        ("2022-01-07", "assumed", None),
        ("2022-01-07", "unknown", "Europe/Kyiv"),
        ("2022-01-07T16:24Z", "stated", "Europe/London"),
        ("2022-01-07", "assumed", "Europe"),
        ("2022-01-07", "assumed", "Mars/Olympus"),
        ("2022-01-07", "assumed", "../../etc/passwd"),
    ],
)
def test_zone_must_fit(value: str, zone: Zone, zone_name: str | None) -> None:
    """A zone is stated or assumed with an offset, else nobody's; an assumed one is named."""
    with pytest.raises(ValidationError):
        Stamp(value=value, zone=zone, zone_name=zone_name, raw="as printed")


def test_refusal_says_why() -> None:
    """The messages say what is wrong and what is right."""
    with pytest.raises(ValidationError, match="no date like 2022, 2022-01, 2022-01-07 or"):
        stamp("7.1.2022")
    with pytest.raises(ValidationError, match="zone of '2022-01-07T16:24' is unknown, not stated"):
        Stamp(value="2022-01-07T16:24", zone="stated", raw="16:24")


@pytest.mark.parametrize(
    ("value", "zone", "earliest", "latest"),
    [
        # Nobody knows where: from the Line Islands' first hour to Baker Island's last.
        ("2022", None, "2021-12-31T10:00:00", "2023-01-01T11:59:59.999999"),
        ("2024-02", None, "2024-01-31T10:00:00", "2024-03-01T11:59:59.999999"),
        ("2022-01-07", None, "2022-01-06T10:00:00", "2022-01-08T11:59:59.999999"),
        ("2022-01-07T16:24", None, "2022-01-07T02:24:00", "2022-01-08T04:24:59.999999"),
        # An offset.
        ("2022-01-07T16:24Z", None, "2022-01-07T16:24:00", "2022-01-07T16:24:59.999999"),
        ("2022-01-08T00:30+02:00", None, "2022-01-07T22:30:00", "2022-01-07T22:30:59.999999"),
        ("2022-01-07T16:24:05-03:30", None, "2022-01-07T19:54:05", "2022-01-07T19:54:05.999999"),
        (
            "2022-01-07T16:24:05.5Z",
            None,
            "2022-01-07T16:24:05.500000",
            "2022-01-07T16:24:05.500000",
        ),
        # A named zone: winter, summer, and a year that has both.
        ("2022-01-07", "Europe/Kyiv", "2022-01-06T22:00:00", "2022-01-07T21:59:59.999999"),
        ("2022-07-07", "Europe/Kyiv", "2022-07-06T21:00:00", "2022-07-07T20:59:59.999999"),
        ("2022-03", "Europe/Kyiv", "2022-02-28T22:00:00", "2022-03-31T20:59:59.999999"),
        # Days of 23 and 25 hours.
        ("2022-03-27", "Europe/Berlin", "2022-03-26T23:00:00", "2022-03-27T21:59:59.999999"),
        ("2022-10-30", "Europe/Berlin", "2022-10-29T22:00:00", "2022-10-30T22:59:59.999999"),
        # Havana changes at midnight: the day begins at 01:00 or has its last hour twice.
        ("2022-03-13", "America/Havana", "2022-03-13T05:00:00", "2022-03-14T03:59:59.999999"),
        ("2022-11-06", "America/Havana", "2022-11-06T04:00:00", "2022-11-07T04:59:59.999999"),
        # São Paulo put its clocks back at midnight: 23:00 to 24:00 came twice.
        ("2018-02-17", "America/Sao_Paulo", "2018-02-17T02:00:00", "2018-02-18T02:59:59.999999"),
        # The calendar's ends.
        ("1600", None, "1599-12-31T10:00:00", "1601-01-01T11:59:59.999999"),
        ("9999", None, "9998-12-31T10:00:00", "9999-12-31T23:59:59.999999"),
        ("9999-12-31", "America/New_York", "9999-12-31T05:00:00", "9999-12-31T23:59:59.999999"),
        (
            "9999-12-31T23:00-05:00",
            None,
            "9999-12-31T23:59:59.999999",
            "9999-12-31T23:59:59.999999",
        ),
    ],
)
def test_bounds(value: str, zone: str | None, earliest: str, latest: str) -> None:
    """The bounds are the first and the last moment, in UTC, that the value can mean."""
    made = stamp(value, zone)
    assert (made.earliest, made.latest) == (
        datetime.fromisoformat(earliest).replace(tzinfo=UTC),
        datetime.fromisoformat(latest).replace(tzinfo=UTC),
    )


@given(stamps())
def test_bounds_law(made: Stamp) -> None:
    """Earliest is not after latest, both are UTC, and a stated time spans at most a minute."""
    assert made.earliest <= made.latest
    assert made.earliest.tzinfo is made.latest.tzinfo is UTC
    if made.zone != "unknown" and "T" in made.value:
        assert made.latest - made.earliest < timedelta(minutes=1)
