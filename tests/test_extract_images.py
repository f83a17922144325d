"""A picture's real address, and its caption and credit apart."""

import pytest

from copydesk import Page
from copydesk.extract.body.builder import Builder, same_file
from copydesk.extract.body.pieces import Picture
from copydesk.extract.context import Context
from copydesk.extract.images import (
    bare_credit,
    caption_of,
    picture_of,
    split_credit,
    stated_picture,
)

GIF = "data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw=="


def picture(markup: str, css: str = "img") -> Picture | None:
    page = Page(f"<body>{markup}</body>".encode(), "https://news.example/a/")
    node = page.tree.css_first(css)
    assert node is not None
    return picture_of(node, page)


def address(markup: str, css: str = "img") -> str | None:
    found = picture(markup, css)
    return found.url if found else None


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<img src=1.jpg>", "a/1.jpg"),
        (f"<img src='{GIF}' data-src=/1.jpg>", "1.jpg"),
        (f"<img src='{GIF}' data-original=/1.jpg>", "1.jpg"),
        ("<img src=/blank.png data-lazy-src=/1.jpg>", "1.jpg"),
        ("<img src=/s.jpg srcset='/s.jpg 300w, /l.jpg 2048w, /m.jpg 1024w'>", "l.jpg"),
        ("<img src=/s.jpg srcset='/s.jpg, /l.jpg 2x'>", "l.jpg"),
        ("<img src=/s.jpg data-srcset='/a,b.jpg 300w,/c,d.jpg 600w'>", "c,d.jpg"),
        ("<img src=/s.jpg srcset='/l.jpg 900w' data-orig-file=/whole.jpg>", "whole.jpg"),
        (f"<img src=/1.jpg srcset='{GIF} 1w'>", "1.jpg"),
        ("<img src='//cdn.example/1.jpg'>", "//cdn.example/1.jpg"),
    ],
)
def test_the_largest_variant_behind_lazy_loading(markup: str, expected: str) -> None:
    """The file itself, then sets by size, then what a script would load, then ``src``."""
    whole = f"https:{expected}" if expected.startswith("//") else f"https://news.example/{expected}"
    assert address(markup) == whole


@pytest.mark.parametrize(
    "markup",
    [f"<img src='{GIF}'>", "<img>", "<img src='' alt=x>", "<img src=/1.gif width=1 height=1>"],
)
def test_placeholders_and_counters_are_no_pictures(markup: str) -> None:
    """A ``data:`` image, one without an address, one of a point's size."""
    assert picture(markup) is None


def test_a_width_of_thousands_of_digits_is_no_fault() -> None:
    """It is no number that Python reads, and a picture all the same."""
    markup = f"<img src=/1.gif width={'9' * 5_000} height={'0' * 5_000}>"
    assert address(markup) == "https://news.example/1.gif"


def test_a_link_to_a_pictures_file_leads_to_the_largest() -> None:
    """A layout may take links for pictures; a link to another page leaves the thumbnail."""
    assert address("<a href=/0/1.jpg?ts=7><img src=/2/1.jpg></a>", "a") == (
        "https://news.example/0/1.jpg?ts=7"
    )
    assert address("<a href=/photo/1><img src=/2/1.jpg></a>", "a") == "https://news.example/2/1.jpg"


def test_sources_around_an_image_count() -> None:
    """A ``picture`` names its variants in ``source`` elements."""
    markup = "<picture><source srcset='/l.webp 1200w'><img src=/s.jpg></picture>"
    assert address(markup, "picture") == "https://news.example/l.webp"
    assert address(markup, "img") == "https://news.example/l.webp"


@pytest.mark.parametrize(
    ("words", "caption", "credit"),
    [
        ("A tank / photo REUTERS", "A tank", "REUTERS"),
        ("Міст / фото УНІАН", "Міст", "УНІАН"),
        ("A mill (Photo: AFP)", "A mill", "AFP"),
        ("Ships in port. Photo by Ann Lee", "Ships in port.", "Ann Lee"),
        ("Ein Baum. Foto: dpa", "Ein Baum.", "dpa"),
        ("A mill © Ann Lee", "A mill", "Ann Lee"),
        ("A mill – Photo courtesy of Ann Lee", "A mill", "Ann Lee"),
        ("© Sputnik / Ann Lee", None, "Sputnik / Ann Lee"),
        ("Image: NASA", None, "NASA"),
        ("фото УНІАН", None, "УНІАН"),
        ("REUTERS", None, "REUTERS"),
        ("A plain caption.", "A plain caption.", None),
        ("Protesters hold a photo of the mayor", "Protesters hold a photo of the mayor", None),
        ("He hung the photo by the window", "He hung the photo by the window", None),
        ("Photo exhibition", "Photo exhibition", None),
        ("The day – Picture of the day", "The day – Picture of the day", None),
        ("", None, None),
    ],
)
def test_caption_and_credit_part(words: str, caption: str | None, credit: str | None) -> None:
    """By a sign, a word for picture with "by" or a colon, or an agency's name alone."""
    assert split_credit(words) == (caption, credit)


@pytest.mark.parametrize(
    ("words", "credit"),
    [("© Ann Lee", "Ann Lee"), ("Photo: AFP", "AFP"), ("Ann Lee", "Ann Lee"), ("", None)],
)
def test_a_credit_is_bare(words: str, credit: str | None) -> None:
    """Neither "Photo:" nor the copyright sign is part of it."""
    assert bare_credit(words) == credit


@pytest.mark.parametrize(
    ("inner", "caption", "credit"),
    [
        ("A mill <span class=credit>AFP</span>", "A mill", "AFP"),
        ("A mill <small>Photo: Ann Lee</small>", "A mill", "Ann Lee"),
        ("<span class=img-source>AFP</span>", None, "AFP"),
        ("A mill", "A mill", None),
    ],
)
def test_a_figcaption_marks_its_credit(inner: str, caption: str | None, credit: str | None) -> None:
    """An element of such a class at the end of the caption is the credit."""
    page = Page(f"<figure><img src=/1.jpg><figcaption>{inner}</figcaption></figure>".encode())
    figure = page.tree.css_first("figure")
    assert figure is not None
    assert caption_of(figure) == (caption, credit)


def test_an_alt_that_is_a_credit_is_none() -> None:
    """The words "© Ann Lee" say whose a picture is, not what it shows."""
    one, two = picture("<img src=/1.jpg alt='© Ann Lee'>"), picture("<img src=/1.jpg alt='A mill'>")
    assert one
    assert two
    assert (one.alt, two.alt) == (None, "A mill")


def test_an_alt_that_repeats_the_caption_is_none() -> None:
    """It says nothing that the caption or the credit does not."""
    one = picture(
        "<figure><img src=/1.jpg alt='A mill'><figcaption>A mill</figcaption></figure>", "figure"
    )
    two = picture(
        "<figure><img src=/1.jpg alt='Sails'><figcaption>A mill</figcaption></figure>", "figure"
    )
    assert one
    assert two
    assert (one.alt, two.alt) == (None, "Sails")


@pytest.mark.parametrize(
    ("head", "method", "selector"),
    [
        ("<meta property=og:image content=/1.jpg>", "meta", "og:image"),
        ("<meta name=twitter:image content=/1.jpg>", "meta", "twitter:image"),
        (
            (
                '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "H",'
                ' "image": {"@type": "ImageObject", "url": "/1.jpg"}}</script>'
            ),
            "ld",
            "0:/image",
        ),
    ],
)
def test_the_page_names_its_own_picture(head: str, method: str, selector: str) -> None:
    """Meta tags, then linked data, each with its evidence."""
    page = Page(f"<head>{head}</head><body></body>".encode(), "https://news.example/")
    found = stated_picture(page)
    assert found
    assert found.trace
    assert (found.url, found.trace.method, found.trace.selector) == (
        "https://news.example/1.jpg",
        method,
        selector,
    )


def test_resizing_makes_no_other_picture() -> None:
    """Addresses that differ in their query alone are one picture."""
    builder = Builder(Context(Page(b"<p>")))
    names = [
        builder.add(Picture(None, f"https://a.example/{end}"))
        for end in ("1.jpg?w=300", "2.jpg", "1.jpg?w=900")
    ]
    assert names == ["i1", "i2", "i1"]


@pytest.mark.parametrize(
    ("markup", "css", "expected"),
    [
        ("<a href=/whole.jpg><img src=/s.jpg></a>", "img", "whole.jpg"),
        ("<a href=/whole.jpg><picture><img src=/s.jpg></picture></a>", "img", "whole.jpg"),
        ("<a href=/page><img src=/s.jpg></a>", "img", "s.jpg"),
        ("<a href=/other.jpg><figure><img src=/s.jpg></figure></a>", "img", "s.jpg"),
    ],
)
def test_a_link_right_around_leads_to_the_whole(markup: str, css: str, expected: str) -> None:
    """Blogs show a small picture that links to the file as it was uploaded."""
    assert address(markup, css) == f"https://news.example/{expected}"


def test_a_placeholder_gives_way_to_the_picture_for_no_scripts() -> None:
    """It has nothing but a source; the image within noscript is the real one."""
    markup = "<figure><img src='/60/1.jpg?q=20'><noscript><img src=/1400/1.jpg></noscript></figure>"
    assert address(markup, "figure") == "https://news.example/1400/1.jpg"


def test_a_picture_s_address_has_no_fragment() -> None:
    """It shows the whole picture; some systems write notes there."""
    assert address("<img src='/1.jpg#note://1.jpg'>") == "https://news.example/1.jpg"


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("https://a.example/s320/mill.jpg", "https://b.example/s1600/mill.jpg?x", True),
        ("https://a.example/w_36/b%2Fmill.jpg", "https://a.example/w_9/b%2Fmill.jpg", True),
        ("https://a.example/s320/mill.jpg", "https://a.example/s320/barn.jpg", False),
        ("https://a.example/1/", "https://a.example/2/", False),
    ],
)
def test_one_file_at_two_sizes(one: str, other: str, expected: bool) -> None:
    """Image servers write the size into the path, and keep the file's name."""
    assert same_file(one, other) == expected
