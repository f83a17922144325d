"""Ids, content hashes and normal addresses."""

import pytest
from hypothesis import given, settings
from pydantic import ValidationError
from tests.strategies import addresses, articles

from copydesk.schema import (
    Article,
    Paragraph,
    Source,
    Stamp,
    article_id,
    content_hash,
    normal_address,
)
from copydesk.schema.identity import hash_of_lines

ADDRESS = "https://www.example.com/world/talks-12345"


@pytest.mark.parametrize(
    "other",
    [
        "http://www.example.com/world/talks-12345",
        "https://example.com/world/talks-12345",
        "https://m.example.com/world/talks-12345",
        "https://amp.example.com/world/talks-12345",
        "https://WWW.EXAMPLE.COM:443/world/talks-12345",
        "http://example.com.:80/world/talks-12345",
        ADDRESS + "/",
        ADDRESS + "#comments",
        ADDRESS + "?utm_source=feed&UTM_Medium=x&fbclid=1",
        ADDRESS + "?",
        ADDRESS + "/amp",
        ADDRESS + "/amp/",
        ADDRESS + ".amp",
        ADDRESS + "?amp=1",
        ADDRESS + "?amp",
        "https://www.example.com/world/%74alks-12345",
    ],
)
def test_same_article(other: str) -> None:
    """What does not tell pages apart does not change the id."""
    assert article_id(outlet="rt", url=other) == article_id(outlet="rt", url=ADDRESS)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (ADDRESS, "https://www.example.com/world/talks-12346"),
        (ADDRESS, "https://news.example.com/world/talks-12345"),
        (ADDRESS, "https://www.example.com:8080/world/talks-12345"),
        (ADDRESS, "https://www.example.com/world/Talks-12345"),
        (ADDRESS + "?id=1", ADDRESS + "?id=2"),
        (ADDRESS + "?12345", ADDRESS + "?12346"),
        (ADDRESS + "?a=%CF%F0", ADDRESS + "?a=%E2%E5"),
        (ADDRESS + "/%CF%F0", ADDRESS + "/%E2%E5"),
        ("https://m.tv/1", "https://tv/1"),
        ("https://amp.dev/1", "https://dev/1"),
    ],
)
def test_other_article(one: str, other: str) -> None:
    """What tells pages apart gives another id: a nameless parameter, bytes that are no UTF-8."""
    assert article_id(outlet="rt", url=one) != article_id(outlet="rt", url=other)


def test_percent_encoding() -> None:
    """An address printed raw, percent-encoded or in lower case is one address."""
    raw = normal_address("https://example.com/سلام?q=آب")
    assert raw == "example.com/%D8%B3%D9%84%D8%A7%D9%85?q=%D8%A2%D8%A8"
    assert normal_address("https://example.com/%d8%b3%d9%84%d8%a7%d9%85?q=%D8%A2%D8%A8") == raw


def test_order_of_parameters() -> None:
    """Parameters in another order are the same address."""
    assert normal_address("https://example.com/?b=2&a=1") == "example.com?a=1&b=2"


@given(addresses)
def test_normal_address_law(url: str) -> None:
    """Any valid address has a normal one, in plain ASCII; scheme and fragment are no part of it."""
    normal = normal_address(url)
    assert normal.isascii()
    assert normal.isprintable()
    page = url.split("#", maxsplit=1)[0]
    assert normal == normal_address("http" + page.removeprefix(page.split(":")[0]) + "#part")


def test_best_that_is_known() -> None:
    """The outlet's own id goes before the address, the address before the bytes."""
    native = article_id(outlet="rt", native="12345", url=ADDRESS)
    assert native == article_id(outlet="rt", native="12345")
    assert native != article_id(outlet="unian", native="12345")
    assert article_id(outlet="rt", url=ADDRESS, sha256="0" * 64) == article_id(
        outlet="rt", url=ADDRESS
    )
    assert article_id(outlet="rt", sha256="0" * 64) != article_id(outlet="rt", sha256="1" * 64)
    with pytest.raises(ValueError, match="needs an id"):
        article_id(outlet="rt")


def test_known_id() -> None:
    """The id of an address never changes between releases."""
    assert article_id(outlet="rt", url=ADDRESS) == "96103cbe7b2e8943"


def test_article_makes_its_id() -> None:
    """An article without id gets one from its address, else from its bytes, else from its text."""
    source = Source(name="a.html", sha256="0" * 64)
    by_address = Article(outlet="rt", headline="Talks", url=ADDRESS, source=source)
    by_bytes = Article(outlet="rt", headline="Talks", source=source)
    by_text = Article(outlet="rt", headline="Talks")
    assert by_address.id == article_id(outlet="rt", url=ADDRESS)
    assert by_bytes.id == article_id(outlet="rt", sha256="0" * 64)
    assert by_text.id == article_id(outlet="rt", sha256=by_text.content_hash)


def test_given_id_stays() -> None:
    """An id that is given, made from the outlet's own, is kept."""
    own = article_id(outlet="rt", native="12345")
    assert Article(outlet="rt", headline="Talks", url=ADDRESS, id=own).id == own
    with pytest.raises(ValidationError, match="id"):
        Article(outlet="rt", headline="Talks", id="12345")


@settings(max_examples=25)
@given(articles())
def test_hash_is_of_headline_and_text(article: Article) -> None:
    """No other field is in the content hash: a better selector is no new text."""
    bare = Article(outlet="x", headline=article.headline, body=article.body, images=article.images)
    assert bare.content_hash == article.content_hash == content_hash(article.headline, article.text)


@pytest.mark.parametrize("number", [0, 1, 999, 1_000, 1_001, 2_500])
def test_hash_of_many_lines(number: int) -> None:
    """A text is hashed in pieces as it is in one, wherever the pieces end."""
    lines = [f"Line {at}" for at in range(number)]
    assert hash_of_lines("Talks", lines) == content_hash("Talks", "\n".join(lines))


def test_hash_tells_texts_apart() -> None:
    """Another headline, another word or another border between the two is another hash."""
    talks = Article(outlet="rt", headline="Talks", body=(Paragraph(id="b1", text="go on"),))
    others = [
        Article(outlet="rt", headline="Talk", body=talks.body),
        Article(outlet="rt", headline="Talks", body=(Paragraph(id="b1", text="go off"),)),
        Article(outlet="rt", headline="Talks go on"),
    ]
    assert talks.content_hash not in {other.content_hash for other in others}


def test_hash_ignores_how_blocks_are_made() -> None:
    """The same words with another id, mark, date or topic are the same text."""
    one = Article(outlet="rt", headline="Talks", body=(Paragraph(id="b1", text="go on"),))
    other = Article(
        outlet="unian",
        headline="Talks",
        url=ADDRESS,
        summary="They go on",
        topics=("NATO",),
        published=Stamp(value="2022", raw="2022"),
        body=(Paragraph(id="b7", text="go\non"),),
    )
    assert one.content_hash == other.content_hash


def test_wrong_hash_is_refused() -> None:
    """A content hash that is not the article's is an error that names the right one."""
    right = content_hash("Talks", "")
    assert Article(outlet="rt", headline="Talks", content_hash=right).content_hash == right
    with pytest.raises(ValidationError, match=right):
        Article(outlet="rt", headline="Talks", content_hash="0" * 64)
