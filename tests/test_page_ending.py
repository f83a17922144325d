"""copydesk.page.ending."""

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from copydesk.page.ending import is_closed, is_cut_markup, is_cut_text

SEEDS = sorted((Path(__file__).parent.parent / "seeds").glob("*.txt"))
WHOLE = (
    b"<!DOCTYPE html><html><head><script>var a = '</body>';</script></head>"
    b"<body><!-- top --><p>Words.</p><p>More words.</p></body></html>"
)
BODY = WHOLE.index(b"<p>")


@pytest.mark.parametrize("end", range(WHOLE.index(b"<html>") + 6, WHOLE.rindex(b"</body>")))
def test_a_page_cut_anywhere_is_cut(end: int) -> None:
    """Within a tag, a script, a comment or between paragraphs: it is never silent."""
    assert is_cut_markup(WHOLE[:end])


@pytest.mark.parametrize(
    "markup",
    [
        WHOLE,
        WHOLE + b"\n<!-- cached 12:00 -->\n<script>count();</script>\n",
        WHOLE.replace(b"</html>", b""),
        WHOLE.replace(b"</body></html>", b"</BODY >\n"),
        b"<p>A fragment is whole.</p>",
        b"<p>A fragment is whole</p> with 1 < 2",
        b"",
    ],
)
def test_a_whole_page_is_not(markup: bytes) -> None:
    """Comments and scripts after the end, a missing ``</html>``, fragments."""
    assert not is_cut_markup(markup)


@pytest.mark.parametrize("markup", [b"<p>Words <a hre", b"<p>x</p><!-- and", b"x<script>let a="])
def test_a_fragment_that_ends_within_a_tag_is_cut(markup: bytes) -> None:
    """Though it never had a body to close."""
    assert is_cut_markup(markup)


@pytest.mark.parametrize("opening", [b"<STYLE>", b"<Script >", b"<!-- "])
def test_an_end_within_what_is_left_open_is_none(opening: bytes) -> None:
    """However the opening is written, and whatever of its kind was closed before it."""
    markup = b"<html><body><style></style><script></script><!-- -->" + opening + b"x" * 9_000
    markup += b"</body></html>"
    assert not is_closed(markup, LexborHTMLParser(markup))
    assert is_cut_markup(markup)


@pytest.mark.parametrize("said", [b"<style>", b"<!--", b"<\\/script><script>"])
def test_what_a_script_says_leaves_nothing_open(said: bytes) -> None:
    """It names tags in its strings; the parser knows where it ends."""
    markup = b"<html><body><p>Words.</p><script>let a = '" + said + b"'</script></body></html>\n"
    assert is_closed(markup, LexborHTMLParser(markup))


@pytest.mark.parametrize("seed", SEEDS, ids=lambda seed: seed.stem)
def test_the_seeds_are_whole(seed: Path) -> None:
    """They end with a full stop, or with a heading without one."""
    assert not is_cut_text(seed.read_text("utf-8").split("\n")[-1])


@pytest.mark.parametrize(
    ("line", "is_cut"),
    [
        ("The council met on Tuesday and said that the harb", True),
        ("The council met on Tuesday and said that the harbour closes.", False),
        ("“The council met on Tuesday and it said that much already.”", False),
        ("The council met on Tuesday and it said that much (see above)", False),
        ("وقال المجلس يوم الثلاثاء إن الميناء سيغلق حتى إشعار آخر؟", False),
        ("市议会周二开会表示港口将关闭直至另行通知官员们告诉记者当地", True),
        ("市议会周二开会表示港口将关闭直至另行通知官员们告诉记者当地。", False),
        ("  Stoltenberg, NATO, Russia, Ukraine", False),
        ("Comments", False),
        ("", False),
        ("1 2 3 4 5 6 7 8 9 10 11 12", False),
    ],
)
def test_text_is_cut_within_long_prose_alone(line: str, is_cut: bool) -> None:
    """Short lines, tables of figures and finished sentences end where they end."""
    assert is_cut_text(line) is is_cut
