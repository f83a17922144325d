"""Links that a page opens and never closes."""

import pytest

from copydesk import Article, Desk, Page

STORY = [
    "The ferry at Lower Bank stays where it is, the council said after a long night of talks with the harbour.",
    "Nobody had thought that the old boat would find so many friends, said Ann Lee, who sells tickets at the pier.",
    "A new engine will be built in before spring, and the price of a ticket stays at two pounds for the island.",
    "The captains meet again in March, and the harbour office asks them for their plans until then.",
]
PARAGRAPHS = "".join(f"<p>{line}</p>" for line in STORY)


def edit(body: str) -> object:
    html = f"<title>The ferry stays</title><h1>The ferry stays</h1>{body}<div><a href=/2>More</a></div>"
    return Desk(outlets=[]).edit(Page(html.encode(), "https://harbour.example/1"))


@pytest.mark.parametrize(
    "body",
    [
        f"<p>See <a href=/x>this</p>{PARAGRAPHS}",
        f"<a href=/x><div class=story>{PARAGRAPHS}</div>",
        f"<div><a href=/x>{'<br><br>'.join(STORY)}</div>",
        f"<a href=/x></div>{PARAGRAPHS.replace('p>', 'div>')}",
    ],
)
def test_a_link_left_open_holds_no_article(body: str) -> None:
    """Its words are the text, in whatever elements the parser opens it anew."""
    article = edit(body)
    assert isinstance(article, Article)
    assert all(line in article.text for line in STORY)
    assert "/x" not in article.model_dump_json(include={"body"})


def test_closed_links_stay() -> None:
    """Where every link is closed, teasers of one story keep theirs, however long."""
    page = Page(f"<a href=/x>{STORY[0] * 4}</a><p><a href=/x>{STORY[1] * 4}</a></p>".encode())
    assert len(page.tree.css("a[href]")) == 2


def test_short_links_stay_on_a_page_with_an_open_one() -> None:
    """Only what holds more than people link is taken for left open."""
    page = Page(f"<a href=/1>One</a> <a href=/2>Two</a> <p><a href=/x>{PARAGRAPHS}".encode())
    assert [text for link in page.tree.css("a[href]") if (text := link.text())] == ["One", "Two"]
