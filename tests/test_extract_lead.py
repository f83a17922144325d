"""The lead picture: what the page names as its own, as readers see it above the text."""

import pytest

from copydesk import Article, Desk, Page
from copydesk.schema import Image

WORDS = "The ferry returned to Gull Bay on Friday, and the band of the fire brigade was there. "
TEXT = "<div class=text>" + "".join(f"<p>{WORDS * n}</p>" for n in (2, 3, 2, 3)) + "</div>"
H1 = "<h1>The ferry returns to Gull Bay</h1>"
STATED = '<meta property="og:image" content="https://pier.example/1200x630/ferry.jpg">'


def images(body: str, head: str = STATED) -> tuple[Image, ...]:
    page = f"<html><head>{head}</head><body><article>{body}</article></body></html>"
    article = Desk(outlets=[]).edit(Page(page.encode(), "https://pier.example/news/1"))
    assert isinstance(article, Article)
    return article.images


def figure(source: str, caption: str = "", attributes: str = "") -> str:
    shown = f"<figcaption>{caption}</figcaption>" if caption else ""
    return f'<figure {attributes}><img src="{source}" width=800>{shown}</figure>'


FERRY = figure("/800x420/ferry.jpg", "The ferry at the quay. Photo: Ann Lee")


@pytest.mark.parametrize(
    "body", [H1 + FERRY + TEXT, FERRY + H1 + TEXT, f"<header>{H1}{FERRY}</header>{TEXT}"]
)
def test_the_stated_picture_with_its_caption(body: str) -> None:
    """A picture by the headline with the stated one's file is that: caption and credit are read there."""
    (lead,) = images(body)
    assert (lead.url, lead.caption, lead.credit, lead.lead) == (
        "https://pier.example/800x420/ferry.jpg", "The ferry at the quay.", "Ann Lee", True,
    )  # fmt: skip


def test_a_picture_with_a_caption_above_the_text() -> None:
    """Another file between headline and text leads where it has a caption; without one it may be anything."""
    (shown,) = images(H1 + figure("/x/91.webp", "The ferry at the quay.") + TEXT)
    (stated,) = images(H1 + figure("/x/91.webp") + TEXT)
    assert (shown.url, stated.url) == (
        "https://pier.example/x/91.webp",
        "https://pier.example/1200x630/ferry.jpg",
    )


@pytest.mark.parametrize(
    "other",
    [
        figure("/lee.jpg", "Ann Lee, our reporter at the quay", "class=author-portrait"),
        figure("/lee.jpg", "By Ann Lee"),
        figure("/more.jpg", "Related: the ferry of 1911"),
        f"<aside>{figure('/more.jpg', 'Another ferry')}</aside>",
    ],
)
def test_pictures_of_others(other: str) -> None:
    """Portraits, teasers and what is aside do not lead, caption or none."""
    (lead,) = images(H1 + other + TEXT)
    assert lead.url == "https://pier.example/1200x630/ferry.jpg"


def test_a_picture_that_the_text_begins_with() -> None:
    """It leads, whatever file is stated, and is there once."""
    (lead,) = images(H1 + TEXT.replace("<p>", figure("/x/91.webp") + "<p>", 1))
    assert (lead.url, lead.lead) == ("https://pier.example/x/91.webp", True)


def test_a_stand_in_is_no_picture() -> None:
    """Until the picture has come some pages show another; so does a site's sign laid over it."""
    for first in (
        "/grey-placeholder.png",
        "/tested_logo.png",
        "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP",
    ):
        both = f"<figure><img src='{first}'><img src='/ferry.jpg'></figure>"
        (lead,) = images(H1 + both + TEXT)
        assert lead.url == "https://pier.example/ferry.jpg"


@pytest.mark.parametrize(
    ("caption", "expected"),
    [
        ("Image caption, The quay", ("The quay", None)),
        ("Legende: The quay", ("The quay", None)),
        ("The quay <span class=source>Quelle: dpa</span>", ("The quay", "dpa")),
        ("Image Credits: Port Herald", (None, "Port Herald")),
    ],
)
def test_labels_are_no_captions(caption: str, expected: tuple[str | None, str | None]) -> None:
    """What tells screen readers that a caption follows, and "Source:", are not of it."""
    (lead,) = images(H1 + figure("/ferry.jpg", caption) + TEXT)
    assert (lead.caption, lead.credit) == expected
