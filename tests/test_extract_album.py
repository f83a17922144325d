"""Pages of pictures, told from lists of teasers."""

import pytest

from copydesk import Page
from copydesk.extract.album import is_album

TITLE = "<title>The market in the snow</title>"
HEADING = "<h1>The market in the snow</h1>"


def album(pictures: str, heading: str = HEADING) -> bool:
    html = f"<html><head>{TITLE}</head><body>{heading}<div>{pictures}</div></body></html>"
    return is_album(Page(html.encode(), media_type="text/html"))


@pytest.mark.parametrize(
    "picture",
    [
        "<p><img src=/{}.jpg></p>",
        "<li><a href=/large/{}.jpg><img src=/{}.jpg></a></li>",
        "<a href='#'><img src=/{}.jpg></a>",
    ],
)
def test_pictures_for_themselves(picture: str) -> None:
    """They lead nowhere, or to the same picture larger."""
    assert album("".join(picture.replace("{}", str(n)) for n in range(5)))


@pytest.mark.parametrize(
    "picture",
    [
        "<a href=/story/{}><img src=/{}.jpg></a>",
        "<div class=author-avatar><img src=/{}.jpg></div>",
        "<img class=logo src=/{}.jpg>",
        "<footer><img src=/{}.jpg></footer>",
    ],
)
def test_pictures_of_other_pages(picture: str) -> None:
    """Teasers, heads of authors and signs are no album."""
    assert not album("".join(picture.replace("{}", str(n)) for n in range(9)))


def test_an_album_has_a_headline() -> None:
    """Front pages show pictures as well, and no heading that their title repeats."""
    assert not album("<p><img src=/1.jpg></p>" * 9, "<h2>Latest</h2>")
