"""Messages between the command and its workers."""

import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.ingest import frames
from copydesk.ingest.facts import Facts
from copydesk.ingest.frames import Frames, frame, receive
from copydesk.ingest.result import Result
from copydesk.outcome import Failure


@given(st.lists(st.binary(max_size=50), max_size=8), st.integers(1, 40))
def test_any_pieces(contents: list[bytes], size: int) -> None:
    """Messages come whole and in order, however the pipe cuts them."""
    sent = b"".join(frame(frames.DONE, content) for content in contents)
    inbox = Frames()
    pieces = (sent[start : start + size] for start in range(0, len(sent), size))
    found = [message for piece in pieces for message in inbox.feed(piece)]
    assert found == [(frames.DONE, content) for content in contents]


@pytest.mark.parametrize("cut", [0, 3, 5, 8])
def test_cut_off(cut: int) -> None:
    """A message that ends too early is the end."""
    whole = frame(b"B", b"1234")
    assert receive(io.BytesIO(whole)) == b"1234"
    assert receive(io.BytesIO(whole[:cut])) is None


def test_facts_are_one_line() -> None:
    """Facts are JSON of one line, whatever is in them, and come back as they were."""
    facts = Facts("failure", "timeout", 'two\nlines\u2028"', "a\x85b", filled=("a",), seconds=0.5)
    assert "\n" not in facts.to_json()
    assert Facts.from_json(facts.to_json()) == facts
    assert json.loads(facts.to_json())[0] == "failure"


def test_result_without_its_outcome() -> None:
    """A line alone gives the outcome again."""
    failure = Failure(source="a", code="crashed", stage="run", reason="it broke")
    sent = Result.of(failure, 0.25)
    assert sent.outcome is failure
    assert Result(sent.line, sent.facts).outcome == failure
