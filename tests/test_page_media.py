"""copydesk.page.media."""

import random
from pathlib import Path

import pytest

from copydesk.errors import Refused
from copydesk.page.media import HTML, TEXT, media_type, refuse_binary

SEEDS = sorted((Path(__file__).parent.parent / "seeds").glob("*.txt"))


@pytest.mark.parametrize("seed", SEEDS, ids=lambda seed: seed.stem)
def test_the_seeds_are_plain_text(seed: Path) -> None:
    """Text renderings are text, though 002 holds an ``<image>`` with a ``data:`` address."""
    assert media_type(None, seed.read_bytes()) == TEXT


def test_there_are_five_seeds() -> None:
    """Else the rule above guards nothing."""
    assert len(SEEDS) == 5


@pytest.mark.parametrize(
    "content",
    [
        b"<!DOCTYPE html>\n<title>x</title>",
        b"\xef\xbb\xbf  <HTML>",
        b"<p>One paragraph alone.</p>",
        b"Words <br/> and words",
        b"<?xml version='1.0'?><html/>",
        b"<!-- saved --><custom-page>x</custom-page>",
        "<html><body>".encode("utf-16"),
        "<html><body>".encode("utf-16-be"),
    ],
)
def test_any_tag_of_html_makes_markup(content: bytes) -> None:
    """Whatever looks like HTML is read as HTML, in UTF-16 too."""
    assert media_type(None, content) == HTML


@pytest.mark.parametrize(
    "content",
    [b"", b"Plain words.", b"mail <a@b.com>, see <http://x.org/>", b"1 < 2 > 0"],
)
def test_what_has_no_tag_is_text(content: bytes) -> None:
    """Angle brackets alone make no markup."""
    assert media_type(None, content) == TEXT


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ("text/plain", TEXT),
        ("Text/HTML; charset=utf-8", HTML),
        ("application/xhtml+xml", "application/xhtml+xml"),
        ("application/octet-stream", HTML),
        ("image/png", HTML),
        ("", HTML),
        (None, HTML),
    ],
)
def test_a_stated_type_holds_if_it_is_one_that_is_read(stated: str | None, expected: str) -> None:
    """Else the bytes are asked, here a page of HTML."""
    assert media_type(stated, b"<html><body><p>x</p></body></html>") == expected


@pytest.mark.parametrize(
    "content",
    [
        b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj <html>",
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
        b"\xff\xd8\xff\xe0\0\x10JFIF\0",
        b"GIF89a\x01\0\x01\0",
        b"PK\x03\x04\x14\0",
        b"\x1f\x8b\x08\0",
        b"\x7fELF\x02\x01\x01",
        b"\0\0\0 ftypisom\0\0\x02\0",
        b"RIFF\x24\0\0\0WEBPVP8 ",
        b"SQLite format 3\0",
        b"\0" * 1_000,
        bytes(range(32)) * 10,
        random.Random(1).randbytes(5_000),  # noqa: S311
    ],
    ids=lambda content: repr(content[:8]),
)
def test_what_is_no_text_is_refused(content: bytes) -> None:
    """By the first bytes that name its format, or by its controls."""
    with pytest.raises(Refused, match=r"binary: .*this is") as caught:
        refuse_binary(content)
    assert (caught.value.code, caught.value.stage) == ("binary", "decode")


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"<html>\r\n\t\f<p>\x1b[31mred\x1b[0m</p>",
        b"<p>" + b"word " * 100 + b"\0</p>",
        "Порт закрыт на ремонт.\n".encode("utf-16"),
        "Порт закрыт на ремонт.\n".encode("utf-16-le") * 20,
        "市议会周二开会表示，港口将关闭。\n".encode("utf-16-be") * 20,
        "Порт закрыт.\n".encode("utf-32-be") * 20,
        "Порт закрыт на ремонт.".encode("cp1251"),
        b"GIF files are pictures. PK is no name. Rar! it said.",
    ],
)
def test_text_passes_in_any_encoding(content: bytes) -> None:
    """Zeros of UTF-16 and UTF-32 are none, nor are a few controls that strayed in."""
    refuse_binary(content)


def test_noise_is_refused_whatever_it_is() -> None:
    """No run of random bytes is taken for text."""
    for seed in range(50):
        noise = random.Random(seed).randbytes(500 + seed)  # noqa: S311
        with pytest.raises(Refused):
            refuse_binary(noise)
