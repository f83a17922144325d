"""Where pages print dates: by the headline, in marked elements, in boxes, in lines that say so."""

import pytest

from copydesk import Page
from copydesk.extract.context import Context
from copydesk.extract.dated import published
from copydesk.extract.printed import labelled, near

H1 = "<h1>The ferry returns</h1>"
TEXT = 3 * (
    "<p>The boat left at six in the morning with a full deck, said the harbour master, who had not "
    "seen so many passengers at the pier for nine winters, and the first of them had come at four.</p>"
)


def context(body: str, head: str = "") -> Context:
    html = f"<html lang=en><head>{head}</head><body>{body}</body></html>"
    return Context(Page(html.encode(), media_type="text/html"), language="en")


def day(body: str, head: str = "") -> str | None:
    found = published(context(body, head))
    return found.value.value if found else None


def test_behind_and_before_the_headline() -> None:
    """Lines behind the headline are nearer than those before, and may be asked for alone."""
    here = context(f"<main><p>March 1, 2024</p>{H1}<p>March 5, 2024</p></main>")
    assert [t.raw for t in near(here, changes=False)] == ["March 5, 2024", "March 1, 2024"]
    assert [t.raw for t in near(here, changes=False, behind=True)] == ["March 5, 2024"]


def test_moments_that_elements_state() -> None:
    """An element may state what it shows in words that need the time of reading."""
    line = "<span class=ts data-timestamp=1714816800>2 days ago</span>"
    assert day(f"{H1}{line}{TEXT}") == "2024-05-04T10:00:00Z"
    assert (
        day(f"{H1}<time data-time=1714816800000>Yesterday</time>{TEXT}")
        == "2024-05-04T10:00:00.000Z"
    )


def test_a_caption_yields_to_every_other_date() -> None:
    """A long line that ends in a date is of its picture; alone it is the nearest to know."""
    caption = "<p>Passengers of the first boat in nine winters wait at the pier, 24 April 2023</p>"
    assert day(H1 + caption, "<title>The ferry returns | Post | 28.04.2023</title>") == "2023-04-28"
    assert day(H1 + caption) == "2023-04-24"


@pytest.mark.parametrize(
    "line",
    ["05-03-24, 18:12", "05.03.24", "5/3/24", "民國113年5月4日", "令和6年5月4日", "4 พ.ค. 67"],
)
def test_years_of_two_digits(line: str) -> None:
    """Between any signs, as long as both are the same; of eras, and of Thai months."""
    assert [t.raw for t in near(context(f"{H1}<p>{line}</p>{TEXT}"), changes=False)] == [line]
    assert [*near(context(f"{H1}<p>5-3/24</p>{TEXT}"), changes=False)] == []


def test_a_box_beside_the_text() -> None:
    """A date behind the headline may stand in a box of the frame."""
    box = "<aside class=side-col><p>May 25, 2023</p><p>Written by Ann Lee</p></aside>"
    assert day(f"<div>{H1}</div>{box}{TEXT}") == "2023-05-25"


@pytest.mark.parametrize(
    "box",
    [
        "<div class=meta><div>Published</div><div class=post-date>July 8, 2025</div></div>",
        "<div><h4>Publish date</h4> <time datetime=2025-07-08>8 July</time></div>",
        "<div class=post-date>Posted on July 8, 2025</div>",
    ],
)
def test_a_marked_date_in_the_frame_is_called_published(box: str) -> None:
    """Among marked dates the frame's count only where they say what they are."""
    listed = "<ul><li><span class=date>Dec 19, 2025</span></li></ul>"
    far = "<p>Row</p>" * 40
    assert day(f"{H1}{far}{TEXT}<div class=page-sidebar>{box}</div>{listed}") == "2025-07-08"


@pytest.mark.parametrize(
    "line",
    [
        "Posted on April 13, 2023",
        "Published: April 13, 2023",
        "Veröffentlicht am 13. April 2023",
        "Publié le 13 avril 2023",
        "Опубликовано 13 апреля 2023",
        "发布时间：2023-04-13",
        "公開日：2023年4月13日",
        "تاریخ انتشار: ۱۴۰۲/۰۱/۲۴",
        "</b>Post time: <b>2023-04-13",
        "This story was originally published April 13, 2023.",
    ],
)
def test_a_line_that_says_published(line: str) -> None:
    """Anywhere on the page, in many languages, words before a date say whose it is."""
    assert day(f"{H1}{TEXT}<div><b>{line}</b></div><div>March 1, 2020</div>") is not None
    first, _, _ = labelled(context(f"{H1}{TEXT}<div><b>{line}</b></div>"))
    assert len(first) == 1


def test_a_block_that_is_a_date() -> None:
    """A lone day in a block of its own is the text's; of several nobody knows which is."""
    block = "<div><p>April 8, 2024</p></div>"
    assert day(H1 + TEXT + block) == "2024-04-08"
    assert day(f"{H1}{TEXT}{block}{block}") == "2024-04-08"
    assert day(f"{H1}{TEXT}{block}<div><p>April 9, 2024</p></div>") is None


@pytest.mark.parametrize(
    "other",
    [
        "<p>Prices as of <span>April 8, 2024</span></p>",
        "<figure><p>April 8, 2024</p></figure>",
        "<table><tr><td>April 8, 2024</td></tr></table>",
        "<div class=comments><p>April 8, 2024</p></div>",
        "<footer><p>April 8, 2024</p></footer>",
        "<script>April 8, 2024</script>",
        "<form><p>April 8, 2024</p></form>",
    ],
)
def test_a_block_of_something_else(other: str) -> None:
    """Dates within sentences, pictures, tables, comments, forms and the frame are others'."""
    assert day(H1 + TEXT + other) is None


def test_the_change_at_the_foot() -> None:
    """Where all that a page tells is a change, that is the nearest, even at its foot."""
    foot = "<footer><p>Last updated: November 13, 2025</p></footer>"
    assert day(H1 + TEXT + foot) == "2025-11-13"
    assert day(f"{H1}{TEXT}<p>Posted on May 1, 2025</p>{foot}") == "2025-05-01"
