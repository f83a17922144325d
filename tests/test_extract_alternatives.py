"""copydesk.extract.alternatives."""

import re

import pytest

from copydesk.extract.alternatives import grouped

MENU = re.compile(
    r"\W*(?:read (?:more|on)|[rs]hare|Related|re?ad|seen \| heard|the end|\d+ comments?|see [|] also|s)\W*$",
    re.IGNORECASE,
)


@pytest.mark.parametrize(
    "line",
    [
        "Read more", "read on »", "RHARE", "share", "related:", "rad", "read", "Seen | heard", "the end", "12 comments",
        "See | also", "S", "", "rea", "see", "comments", "sharer", "(the end)", "thee end",
    ],
)  # fmt: skip
def test_what_matches_stays_the_same(line: str) -> None:
    """Whatever the alternatives begin with: letters, classes, brackets, what may be missing."""
    assert bool(grouped(MENU).match(line)) == bool(MENU.match(line))


def test_words_stay_to_be_found() -> None:
    """Words are kept with their flags; a pattern of another make is an error."""
    assert grouped(MENU).flags == MENU.flags
    with pytest.raises(ValueError, match="no such"):
        grouped(re.compile("a|b"))
