"""Text renderings of nobody's: headline, paragraphs, furniture."""

import pytest

from copydesk import Page
from copydesk.extract.context import Context
from copydesk.extract.text import plain
from copydesk.extract.text.lines import paragraphs


def context(text: str) -> Context:
    return Context(Page(text.encode(), media_type="text/plain"))


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("\n\nThe ferry returns\n\nText.", "L3"),
        ("Home » News » Ferry\nThe ferry returns\n", "L2"),
        ("https://a.example/ferry\n2024\nThe ferry returns\n", "L3"),
    ],
)
def test_the_headline_is_the_first_line_with_words(text: str, line: str) -> None:
    """Breadcrumbs, addresses and numbers are no headline."""
    found = plain.headline(context(text))
    assert found is not None
    assert (found.value, found.trace.selector) == ("The ferry returns", line)


def test_a_long_first_line_is_no_headline() -> None:
    """A text that begins with a paragraph has no headline to give."""
    assert plain.headline(context("word " * 100)) is None


def test_the_body_ends_where_furniture_begins() -> None:
    """Comment forms and share lines are no text."""
    found = plain.body(context("Title\n\nOne.\n\nTwo.\n\nLeave a Reply\n\nYour name\n"), 2)
    assert [block.trace.raw for block in found] == ["One.", "Two."]


def test_lines_and_paragraphs() -> None:
    """Blank lines part paragraphs; without any, each line is one, unless the text is wrapped."""
    apart = ["One", "goes on.", "", "Two."]
    dense = ["One is here.", "Two is here.", "Three is here."]
    wrapped = ["one line that", "goes on and", "on until its", "end is near,", "and ends."]
    assert [p.text for p in paragraphs(apart, 1, 5)] == ["One goes on.", "Two."]
    assert [p.trace.selector for p in paragraphs(apart, 1, 5)] == ["L1-L2", "L4"]
    assert [p.text for p in paragraphs(dense, 1, 4)] == dense
    assert [p.text for p in paragraphs(wrapped, 1, 6)] == [" ".join(wrapped)]
