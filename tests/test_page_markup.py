"""copydesk.page.markup: tags as the tokenizer of the HTML standard cuts them."""

import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from copydesk.page import markup
from copydesk.page.markup import crowded, may_be_crowded

PIECES = st.sampled_from(
    [b"<", b"<a", b"</a", b">", b" ", b"/", b"=", b'"', b"'", b"b", b" c=d", b"-"]
)
EVER, EFFORT = 10**18, 5 * 10**8


@given(st.lists(PIECES, max_size=60).map(b"".join), st.integers(2, 12))
@example(b"<a b c d e f", 4)
@example(b"<a b='<a b c d e f'", 4)
@example(b"<<a b c d e f>", 2)
def test_windows_find_what_a_search_finds(data: bytes, window: int) -> None:
    """Wherever the windows end, a tag of too many attributes is found, and none where there is none."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(markup, "_WINDOW", window)
        found = may_be_crowded(data, 3, starts=data.count(b"<"), effort=EVER)
    assert found == (crowded(3).search(data) is not None)


@pytest.mark.parametrize(
    "data",
    [
        b"<a b='" * 3_000 + b"x" * 8_000_000,
        b"<a b " * 3_000 + b"=" * 8_000_000,
        b"<a b=" + b"<a" * 3_000 + b"x" * 8_000_000,
        (b"<a b='" + b"x" * 5_000) * 3_000,
    ],
    ids=lambda data: repr(data[:12]),
)
def test_a_hostile_page_is_left_open_in_time(data: bytes) -> None:
    """Tags that go on to the end of the page take the square of it; it is left to those who follow them."""
    start = time.process_time()
    assert may_be_crowded(data, 1_000, starts=3_000, effort=EFFORT)
    assert time.process_time() - start < 3


def test_a_long_page_of_usual_tags_is_told() -> None:
    """Two megabytes of scripts and two thousand tags are soon looked through."""
    page = (
        b"<p class='a' data-x=1>x</p>" * 2_000
        + b"<script>if (a<b && c>d) e = '<i>';</script>" * 50_000
    )
    assert not may_be_crowded(page, 1_000, starts=2_000, effort=EFFORT)
