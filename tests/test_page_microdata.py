"""copydesk.page.microdata and copydesk.page.meta."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from copydesk.page import Meta, Microdata, MicroItem


def item(markup: str, kind: str = "NewsArticle") -> MicroItem:
    whole = f"<div itemscope itemtype=https://schema.org/{kind}>{markup}</div>"
    found = Microdata(LexborHTMLParser(whole)).article
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("markup", "text", "attribute"),
    [
        ("<h1 itemprop=x> Talks \n go on </h1>", "Talks go on", None),
        ("<meta itemprop=x content='2022-01-07'>", "2022-01-07", "content"),
        (
            "<time itemprop=x datetime=2022-01-07T16:24Z>Friday</time>",
            "2022-01-07T16:24Z",
            "datetime",
        ),
        ("<time itemprop=x>7 January</time>", "7 January", None),
        ("<span itemprop=x content=2022>Friday</span>", "2022", "content"),
        ("<img itemprop=x src=/a.png>", "/a.png", "src"),
        ("<link itemprop=x href=/a>", "/a", "href"),
        ("<a itemprop=x href=/ann>Ann</a>", "Ann", None),
        ("<b itemprop='y x'>two names</b>", "two names", None),
        ("<b itemprop=x>A<i>b</i></b>", "A b", None),
    ],
)
def test_a_property_is_read_as_its_element_states_it(
    markup: str, text: str, attribute: str | None
) -> None:
    """From ``content``, ``datetime``, ``src`` or ``href``, else in words."""
    (value,) = item(markup).values("x")
    assert (value.text, value.attribute) == (text, attribute)


def test_a_link_states_an_address_where_one_is_asked_for() -> None:
    """``url`` of an ``<a>`` is its address, ``author`` its words."""
    found = item("<a itemprop='url author' href=/ann>Ann</a>")
    assert [v.text for v in found.values("url")] == ["/ann"]
    assert [v.text for v in found.values("author")] == ["Ann"]


def test_an_item_within_is_called_by_its_name() -> None:
    """An author that is an item of its own, and an author of that item's own."""
    found = item(
        "<div itemprop=author itemscope><span itemprop=name>Ann Lee</span> <b itemprop=job>x</b></div>"
        "<div itemprop=author itemscope>Bo Ray</div>"
    )
    assert [v.text for v in found.values("author")] == ["Ann Lee", "Bo Ray"]


def test_properties_of_items_within_are_not_the_articles() -> None:
    """A publisher's name is not the article's, a related article's headline is not its headline."""
    found = item(
        "<div itemprop=publisher itemscope><b itemprop=name>UNIAN</b></div>"
        "<h1 itemprop=headline>This</h1><b itemprop=name>Name</b>"
        "<div itemscope itemtype=http://schema.org/Article><b itemprop=headline>Other</b></div>"
    )
    assert [v.text for v in found.values("headline")] == ["This"]
    assert [v.text for v in found.values("name")] == ["Name"]


def test_the_article_is_that_with_a_body_and_a_headline() -> None:
    """Teasers before it are articles too, but say less; a job posting is none."""
    kind = "itemscope itemtype='http://schema.org/{}'"
    teaser = f"<div {kind.format('Article')}><b itemprop=headline>Teaser</b></div>"
    whole = f"<div {kind.format('BlogPosting')}><b itemprop=articleBody>Body</b></div>"
    found = Microdata(LexborHTMLParser(teaser + whole)).article
    assert found is not None
    assert found.values("articleBody")
    job = f"<div {kind.format('JobPosting')}><b itemprop=headline>x</b></div>"
    assert Microdata(LexborHTMLParser(job)).article is None
    assert Microdata(LexborHTMLParser("")).article is None


@pytest.mark.parametrize("name", ["", '"', "a b", "]", "x" * 500, "é"])
def test_a_name_that_no_property_has_gives_nothing(name: str) -> None:
    """Nor an error of the selector that it would make."""
    assert item("<b itemprop=headline>x</b>").values(name) == ()


def test_items_nested_without_end_are_followed_a_while() -> None:
    """A name that is an item whose name is an item, and so on."""
    found = item("<div itemprop=name itemscope>" * 500 + "x" + "</div>" * 500)
    assert [v.text for v in found.values("name")] == ["x"]


def test_meta_is_found_by_whatever_names_it() -> None:
    """Property, name, itemprop, http-equiv; in any case, the first that is not empty."""
    meta = Meta(
        LexborHTMLParser(
            "<meta property=og:title content=' '><meta PROPERTY='OG:Title' content=' One '>"
            "<meta name=og:title content=Two><meta itemprop=datePublished content=2022>"
            "<meta http-equiv=content-language content=uk><meta name=x><meta content=y>"
            "<meta name=author property=author content=Ann>"
        )
    )
    assert meta.get("og:title") == meta.get("OG:TITLE") == "One"
    assert meta.all("og:title") == ("One", "Two")
    assert meta.get("datepublished") == "2022"
    assert meta.get("Content-Language") == "uk"
    assert meta.all("author") == ("Ann",)
    assert meta.get("x") is None
    assert meta.all("") == ()
