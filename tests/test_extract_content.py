"""The article's text is found among a page's furniture, and none of the furniture with it."""

import pytest

from copydesk import Page
from copydesk.extract.content import main_pieces, prose, without_repeats

PROSE = [
    f"The council met on {day} and said that the harbour would stay closed until further notice."
    for day in ("Monday", "Tuesday", "Wednesday", "Thursday")
]
BODY = "".join(f"<p>{text}</p>" for text in PROSE)
MENU = (
    "<ul>" + "".join(f"<li><a href='/{n}'>Section number {n}</a></li>" for n in range(30)) + "</ul>"
)


def read(body: str) -> list[str]:
    page = Page(f"<html><body>{body}</body></html>".encode(), media_type="text/html")
    return [" ".join(piece.words.split()) for piece in main_pieces(page)]


@pytest.mark.parametrize(
    "frame",
    [
        "<div>{menu}</div><div><div>{body}</div></div><footer><p>All rights reserved to us.</p></footer>",
        "<main><article>{body}</article></main><aside><p>" + PROSE[0] * 3 + "</p></aside>",
        "<table><tr><td>{menu}</td><td>{body}</td></tr></table>",
        "<div>{body}<div class='related'><p>" + PROSE[1] * 2 + "</p></div></div>",
        "<div>{body}</div><div id='comments'><p>" + PROSE[2] * 2 + "</p></div>",
        "<div>{body}<p style='display:none'>" + PROSE[0] * 9 + "</p></div>",
        "<div class='has-sidebar widget'>{body}</div>{menu}",
    ],
)
def test_the_text_and_nothing_else(frame: str) -> None:
    """Menus, asides, related stories, comments and hidden text are no part of it."""
    assert read(frame.format(body=BODY, menu=MENU)) == PROSE


def test_text_parted_by_breaks() -> None:
    """Two line breaks part paragraphs, as many sites write them."""
    assert read(f"<div>{'<br><br>'.join(PROSE)}</div>") == PROSE


def test_headings_and_lists_stay_in_place() -> None:
    """What stands between paragraphs is kept in order."""
    inner = f"<p>{PROSE[0]}</p><h2>Why</h2><ul><li>Rain fell for a week</li><li>The pier broke</li></ul><p>{PROSE[1]}</p>"
    assert read(f"<div>{inner}</div>") == [
        PROSE[0],
        "Why",
        "Rain fell for a week The pier broke",
        PROSE[1],
    ]


def test_a_page_of_links_has_no_text() -> None:
    """An index page gives nothing rather than its menu."""
    assert read(MENU + MENU) == []


def test_chinese_counts_without_spaces() -> None:
    """Text of a script without word spaces is prose too."""
    assert prose("市议会星期二开会，表示港口将关闭至另行通知为止，官员们对记者说。") > 0
    assert prose("首页 新闻") == 0


def test_the_headline_is_not_repeated() -> None:
    """A heading that says the headline again is left out, at the top only."""
    page = Page(f"<body><div><h2>Ferry</h2>{BODY}</div></body>".encode(), media_type="text/html")
    pieces = main_pieces(page)
    assert [p.words for p in without_repeats(pieces, {"Ferry"})] == PROSE
