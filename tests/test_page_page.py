"""copydesk.page.page."""

import contextlib
import hashlib
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.errors import Refused
from copydesk.page import Limits, Page

URL = "https://www.unian.net/politics/a.html"
MARKUP = (
    b"<!DOCTYPE html><html lang=uk><head><title> Talks\n go on </title>"
    b"<link rel='shortlink Canonical' href=/politics/a.html?id=1>"
    b"<meta property=og:url content=https://www.unian.ua/b></head>"
    b"<body><p>Words.</p></body></html>"
)


@pytest.mark.parametrize(
    "content",
    [b"", b"\0" * 100, b"%PDF-1.7", b"<div>" * 100_000, b"\xff" * 1_000, b"a" * 50_000_000, b"<"],
)
def test_construction_never_raises(content: bytes) -> None:
    """Nor does anything that does not need the text."""
    page = Page(content, "javascript:alert(1)")
    assert page.url is None
    assert page.sha256 == hashlib.sha256(content).hexdigest()
    assert page.media_type in {"text/html", "text/plain"}
    assert page.warnings[0].code == "bad_address"
    assert repr(page).startswith("<Page ")


@pytest.mark.parametrize(
    ("content", "code", "stage"),
    [
        (b"%PDF-1.7 <html>", "binary", "decode"),
        (b"<p>" + b"\xff\x80\xbe\xd4" * 2_000, "undecodable", "decode"),
        (b"<p>" + b"a" * 50_000_000, "too_large", "limits"),
        (b"<div>" * 100_000, "too_deep", "limits"),
        (b"<p" + b" a" * 200_000 + b">", "too_many_attributes", "limits"),
        (b"<a href=x>" * 100_001, "too_many_links", "limits"),
    ],
)
def test_a_page_that_cannot_be_read_is_refused_each_time(
    content: bytes, code: str, stage: str
) -> None:
    """By code, stage and reason, for the tree and for all that is made of it."""
    page = Page(content)
    for _ in range(2):
        for name in ("tree", "meta", "linked_data", "title", "canonical_url"):
            with pytest.raises(Refused) as caught:
                getattr(page, name)
            assert (caught.value.code, caught.value.stage) == (code, stage)
            assert caught.value.reason


def test_everything_is_computed_once() -> None:
    """What is asked twice is the same object."""
    page = Page(MARKUP, URL)
    for name in ("tree", "meta", "linked_data", "microdata", "text", "lines", "sha256"):
        assert getattr(page, name) is getattr(page, name)


def test_what_the_markup_states() -> None:
    """Title, language and canonical address, cleaned and made absolute."""
    page = Page(MARKUP, URL)
    assert page.title == "Talks go on"
    assert page.html_lang == "uk"
    assert page.canonical_url == "https://www.unian.net/politics/a.html?id=1"
    assert Page(MARKUP).canonical_url == "https://www.unian.ua/b"
    assert Page(b"<p>x").title is Page(b"<p>x").html_lang is Page(b"<p>x").canonical_url is None


def test_a_title_is_the_pages_and_not_without_end() -> None:
    """The title of a picture is none; a thousand characters are enough."""
    assert Page(b"<body><svg><title>Logo</title></svg></body>").title is None
    assert Page(b"<title>" + b"word " * 1_000 + b"</title>").title == ("word " * 200).strip()
    assert Page(b"<title>\x1b[31mred\xe2\x80\xae</title>").title == "[31mred"


@pytest.mark.parametrize(
    ("head", "url", "expected"),
    [
        ("", URL, "https://www.unian.net/politics/b"),
        ("<base href=/c/>", URL, "https://www.unian.net/c/b"),
        ("<base href=//d.net/>", URL, "https://d.net/b"),
        ("<base href=javascript:x>", URL, "https://www.unian.net/politics/b"),
        ("<link rel=canonical href=https://e.net/f/g>", None, "https://e.net/f/b"),
        ("<link rel=canonical href=https://e.net/f/g>", URL, "https://www.unian.net/politics/b"),
        ("<base href=https://h.net/i/>", None, "https://h.net/i/b"),
        ("", None, None),
    ],
)
def test_addresses_are_relative_to_base_then_address_then_canonical(
    head: str, url: str | None, expected: str | None
) -> None:
    """What a browser would do, and a saved page without an address does its best."""
    page = Page(f"<html><head>{head}</head><body></body></html>".encode(), url)
    assert page.join("b") == expected
    assert page.join("http://[") is None
    assert page.join("data:image/png;base64,AA") is None


def test_a_text_page_has_lines_and_an_empty_tree() -> None:
    """Whatever asks it for markup finds none."""
    page = Page(b"One\r\nTwo\rThree\n\nFive, <b>as it stands", media_type="text/plain")
    assert page.is_text
    assert page.lines == ("One", "Two", "Three", "", "Five, <b>as it stands")
    assert page.tree.css("b") == []
    assert (page.title, page.canonical_url, page.meta.get("title")) == (None, None, None)
    assert (page.linked_data.article, page.microdata.article) == (None, None)


def test_a_charset_is_taken_from_who_knows() -> None:
    """The argument before the header, the header before the media type, all before a meta."""
    words = "<meta charset=koi8-r><p>Порт закрыт, сказали чиновники.</p>"
    content = words.encode("cp1251")
    header = {"Content-Type": "text/html; charset=windows-1251"}
    for page in (
        Page(
            content, charset="windows-1251", headers={"content-type": "text/html; charset=koi8-r"}
        ),
        Page(content, headers=header),
        Page(content, headers=header.items(), media_type="text/html"),
        Page(content, media_type="text/html; charset=windows-1251"),
    ):
        assert (page.text, page.charset) == (words, "windows-1251")


def test_damage_is_a_warning() -> None:
    """Bytes that are no characters are counted, and said."""
    page = Page("Порт закрыт на ремонт".encode() + b" \xff.")
    assert [w.code for w in page.warnings] == ["bad_characters"]
    assert page.warnings[0].detail == "1 bytes or groups of bytes are no utf-8"
    assert Page(MARKUP, URL).warnings == ()


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "cp1251"])
def test_the_tree_has_the_words_of_the_text(codec: str) -> None:
    """However the bytes are encoded."""
    content = "<html><body><p>Порт закрыт, сказали чиновники.</p></body></html>".encode(codec)
    node = Page(content).tree.css_first("p")
    assert node is not None
    assert node.text() == "Порт закрыт, сказали чиновники."


def test_truncation_is_told_by_the_kind_of_page() -> None:
    """Markup that is not closed, text that stops within a sentence."""
    assert not Page(MARKUP).truncated
    assert Page(MARKUP[:-20]).truncated
    assert Page(b"The council met on Tuesday and said that the harb").truncated
    assert not Page(b"The council met on Tuesday and said that the harb\n").truncated


def test_soup_is_of_one_node_alone() -> None:
    """With all below it, and nothing beside it."""
    page = Page(b"<body><p>No</p><div id=a><p>One <b>two</b></p></div></body>")
    node = page.tree.css_first("#a")
    assert node is not None
    soup = page.soup(node)
    assert (soup.name, soup["id"]) == ("div", "a")
    assert [p.get_text() for p in soup.find_all("p")] == ["One two"]


def test_limits_are_those_of_the_run(monkeypatch: pytest.MonkeyPatch) -> None:
    """Set for all pages at once, by whoever runs the desk."""
    monkeypatch.setattr(Page, "limits", Limits(size=10))
    with pytest.raises(Refused, match="11 bytes; at most 10 are read"):
        _ = Page(b"<p>words</p").text


@given(st.binary(max_size=300), st.sampled_from([b"", b"<html><body>", b"<!DOCTYPE html><title>"]))
def test_any_bytes_are_read_or_refused(content: bytes, start: bytes) -> None:
    """No other exception, whatever is asked."""
    page = Page(start + content, URL, headers=[("content-type", "text/html; charset=shift_jis")])
    names = "text tree meta linked_data microdata title html_lang canonical_url truncated lines"
    for name in names.split():
        with contextlib.suppress(Refused):
            getattr(page, name)


@pytest.mark.parametrize("year", [1, 9_999])
def test_fetched_at_the_ends_of_time(year: int) -> None:
    """No day can be counted from there, nor a zone be changed: it is None with a warning."""
    page = Page(b"<p>x", fetched=datetime(year, 1, 1, tzinfo=UTC))
    assert page.fetched is page.anew().fetched is None
    assert [w.code for w in page.anew().warnings] == ["impossible_date"]


@pytest.mark.parametrize(
    "content",
    [
        "<p>Ціна</p>".encode(),
        "\ufeff<p>Ціна</p>".encode(),
        "<meta charset=windows-1251><p>Ціна</p>".encode("windows-1251"),
        "<p>Ціна</p>".encode("utf-16"),
        b"<p>\xf0\x9f\x90 cut</p>\xff",
        b"",
    ],
)
def test_what_is_forgotten_is_made_again(content: bytes) -> None:
    """Text and tree that were let go of are the same when they are asked for again."""
    page, other = Page(content, media_type="text/html"), Page(content, media_type="text/html")
    for forget in (page.forget_text, page.forget_text, page.forget):
        kept = page.tree.root
        forget()
        assert page.text == other.text
        assert (page.charset, page.warnings) == (other.charset, other.warnings)
        assert page.tree.html == other.tree.html
        assert kept is None or kept.html == other.tree.html


def test_nothing_is_lost_unread() -> None:
    """A page that was not read yet, cannot be read, or is plain text can be told to forget, too."""
    text = "Ціна\nдруга"
    for media_type in ("text/html", "text/plain"):
        page = Page(text.encode("windows-1251"), media_type=media_type)
        page.forget()
        assert page.text == text
        page.forget()
        assert page.text == text
    binary = Page(b"\x89PNG\r\n\x1a\n" + bytes(100), media_type="text/html")
    binary.forget()
    with pytest.raises(Refused):
        _ = binary.tree
    binary.forget()
