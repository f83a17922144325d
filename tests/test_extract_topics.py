"""The topics of a page that no outlet knows: stated ones, and the row of links under the text."""

import json

import pytest

from copydesk import Page
from copydesk.extract.context import Context
from copydesk.extract.topics import topics

URL = "https://harbour.example/news/ferry-island-winter-boat-piano"
ROW = "<ul class=article-tags><li><a href=/f>Ferry</a></li><li><a href=/g>Gull Island</a></li></ul>"


def read(body: str = "", ld: dict[str, object] | None = None, /, **meta: str) -> list[str]:
    tags = "".join(f'<meta name="{k.replace("__", ":")}" content="{v}">' for k, v in meta.items())
    data = json.dumps({"@type": "NewsArticle", "headline": "Ferry", **(ld or {})})
    html = f"<head>{tags}<script type=application/ld+json>{data}</script></head><body>{body}</body>"
    return [f.value for f in topics(Context(Page(html.encode(), URL, media_type="text/html")))]


def test_the_order_of_trust() -> None:
    """Keywords for news, linked data, other meta tags, the row of links."""
    ld: dict[str, object] = {"keywords": ["Piano", "Cows"]}
    body = f"<h1>Ferry</h1>{ROW}"
    about = {"description": "Of boats", "keywords": "boats, harbours"}
    assert read(body, ld, news_keywords="Boat; Winter", **about) == ["Boat", "Winter"]
    assert read(body, ld, **about) == ["Piano", "Cows"]
    assert read(body, **about) == ["boats", "harbours"]
    assert read(body) == ["Ferry", "Gull Island"]


@pytest.mark.parametrize(
    ("ld", "meta"),
    [
        ({}, {"keywords": "news, weather, coast", "description": "Of a boat"}),
        ({}, {"news_keywords": "ferry, island, winter, boat, piano, mail"}),
        ({"keywords": ["Coast"], "articleSection": "Coast"}, {}),
    ],
)
def test_words_of_the_site_the_address_and_the_section_come_last(
    ld: dict[str, object], meta: dict[str, str]
) -> None:
    """What every page has, what software took from the address, or the section alone, is no tag."""
    assert read(f"<h1>Ferry</h1>{ROW}", ld, **meta) == ["Ferry", "Gull Island"]
    assert read("<h1>Ferry</h1>", ld, **meta) != []


@pytest.mark.parametrize(
    "row",
    [
        ROW,
        "<p>Themen: <a class=tag href=/f>Ferry</a> <a class=tag href=/g>Gull Island</a></p>",
        "<div><a href=/tag/f>#Ferry</a><a href=/tag/g>#Gull Island</a></div>",
        "<div class=tags><a href=/all>Themen:</a><a href=/f>Ferry</a><a href=/g>Gull Island</a></div>",
        "<main><footer><a rel=tag href=/f>Ferry</a>, <a rel=tag href=/g>Gull Island</a></footer></main>",
        f"<article><nav>{ROW}</nav></article>",
        f"<div class=p-related-tags>{ROW}</div>",
        "<div class=tag-list><button>Ferry</button> <button>Gull Island</button></div>",
        "<div class=mots-cles><a href=/f>Ferry</a><a href=/g>Gull Island</a></div>",
        "<div><h2>Ähnliche Themen</h2><div><a href=/f>Ferry</a> <a href=/g>Gull Island</a></div></div>",
        "<dl><dt>Słowa kluczowe:</dt><dd><a href=/f>Ferry</a>, <a href=/g>Gull Island</a></dd></dl>",
        f"<div class=item><h3><a href=/x>Other boats</a></h3><a href=/tag/f>Cows</a><a href=/y>Anew</a></div>{ROW}",
    ],
)
def test_a_row_of_links_that_is_marked_as_tags(row: str) -> None:
    """By relation, class, address or a label, without that label, in an article's own footer as well."""
    assert read(f"<h1>Ferry</h1><p>Words.</p>{row}") == ["Ferry", "Gull Island"]


def test_a_lone_tag() -> None:
    """A row of one tag, beside the text, is a row."""
    row = "<div class=theme-tags><a rel=tag href=/tag/f>Ferry</a></div>"
    assert read(f"<main><h1>Ferry</h1><div><p>Words of the text.</p></div>{row}</main>") == [
        "Ferry"
    ]


def test_tags_may_be_shorter_than_their_label() -> None:
    """Scripts that need few letters, and pages of one tag, put a longer word before it."""
    row = "<div class=tags_container><b>برچسب ها:</b><a href=/tags/1>قنات</a> <a href=/tags/2>یزد</a></div>"
    assert read(f"<h1>Ferry</h1><p>Words.</p>{row}") == ["قنات", "یزد"]


@pytest.mark.parametrize(
    "body",
    [
        f"{ROW}<h1>Ferry</h1>",
        f"<h1>Ferry</h1><footer>{ROW}</footer>",
        f"<h1>Ferry</h1><div class=trending>{ROW}</div>",
        "<h1>Ferry</h1><p>A long sentence that leads to <a href=/tag/f>ferries</a> and goes on.</p>",
        "<h1>Ferry</h1><div class='site-theme'><a href=/f>Ferry</a><a href=/g>Gull Island</a></div>",
        "<h1>Ferry</h1><p><a rel='category tag' href=/f>Ferry</a> <a rel='category tag' href=/g>Gull</a></p>",
        "<h1>Ferry</h1><div class=wp-block-query><a rel=tag href=/f>Ferry</a> <a rel=tag href=/g>Gull</a></div>",
        "<h1>Ferry</h1><div><b>Topics</b><ul><li><a href=#a>The boat</a></li><li><a href=#b>The pier</a></li></ul></div>",
        "<h1>Ferry</h1><article class='post tag-cows'><a href=/a></a><a href=/a>Of cows</a></article>",
        "<h1>Ferry</h1><div class=tags><a href=/f>The ferry to Gull Island returned on Monday, the harbour says</a></div>",
    ],
)
def test_menus_sentences_and_articles_are_no_topics(body: str) -> None:
    """Links before the headline, in the frame, within a sentence or the page, or to other articles."""
    assert read(body) == []


def test_one_tag_alone() -> None:
    """A list of one is a row as well."""
    one = "<div class=content><p>Words of the text.</p><ul><li><a href=/tag/f>Ferry</a></li></ul></div>"
    assert read(f"<h1>Ferry</h1>{one}") == ["Ferry"]


def test_microdata_comes_behind_meta_tags() -> None:
    """Microdata takes a walk through the page: it is asked last, and only without linked data."""
    item = (
        "<article itemscope itemtype='https://schema.org/NewsArticle'><h1 itemprop=headline>Ferry</h1>"
        "<span itemprop=keywords>Piano, Cows</span></article>"
    )
    html = f"<body>{item}</body>"
    here = Context(Page(html.encode(), URL, media_type="text/html"))
    assert [f.value for f in topics(here)] == ["Piano", "Cows"]
    assert read(item, article__tag="Boat") == ["Boat"]
    assert read(item) == []  # which has linked data of the article


@pytest.mark.parametrize("name", ["article.tag", "rnews:keywords", "dc.subject", "custom-keywords"])
def test_topics_by_other_names(name: str) -> None:
    """Vocabularies and systems have names of their own for them."""
    assert read("", None, **{name: "Ferry, Piano"}) == ["Ferry", "Piano"]


def test_numbers_of_machines_are_no_topics() -> None:
    """Keys, hosts and labels say nothing to a reader; a point or a colon within a name does."""
    made = ["26157981-b4f7-4929-adc1-e860c6f03636", "100312362", "www.harbour.example", "Topics:"]
    names = ["Ferry", "Node.js", "Boats: the film"]
    assert read("", {"keywords": made + names}) == names
