"""copydesk.page.linked_data and copydesk.page.json_text."""

import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from copydesk.page import Item, LinkedData, Value
from copydesk.page.json_text import JsonValue, parse
from copydesk.page.linked_data import BLOCK_BYTES, BLOCKS

URL = "https://www.unian.net/politics/a.html"


def read(*blocks: object, url: str | None = URL) -> LinkedData:
    """Read blocks, each the text of a script or a value to be one."""
    texts = (block if isinstance(block, str) else json.dumps(block) for block in blocks)
    scripts = "".join(f"<script type=application/ld+json>{text}</script>" for text in texts)
    return LinkedData(LexborHTMLParser(f"<html><head>{scripts}</head></html>"), (url,))


def article(data: LinkedData) -> Item:
    assert data.article is not None
    return data.article


def test_a_broken_block_costs_nothing() -> None:
    """The others are read, its place is None, and a warning names it and the error."""
    data = read({"@type": "NewsArticle", "headline": "One"}, '{"a": [1, 2', {"@type": "Person"})
    assert data.blocks[1] is None
    assert [i.types for i in data.nodes()] == [("NewsArticle",), ("Person",)]
    (warning,) = data.warnings
    assert warning.code == "bad_linked_data"
    assert warning.detail.startswith("JSON-LD block 1 is no JSON: Expecting ',' delimiter: line 1")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ('<!-- {"a": 1} -->', {"a": 1}),
        ('//<![CDATA[\n{"a": 1}\n//]]>', {"a": 1}),
        ('/* <![CDATA[ */ {"a": 1} /* ]]> */', {"a": 1}),
        ('<![CDATA[{"a": 1}]]>', {"a": 1}),
        ('\ufeff{"a": 1};', {"a": 1}),
        ('{"a": [1, 2,], }', {"a": [1, 2]}),
        ('{"a": "x, ]", "b": [",}",],}', {"a": "x, ]", "b": [",}"]}),
        ('{"a": "two\nlines\tand a tab"}', {"a": "two\nlines\tand a tab"}),
        (r'{"a": "it\'s C:\docs"}', {"a": r"it's C:\docs"}),
        ("{&quot;a&quot;: &quot;b &amp; c&quot;}", {"a": "b & c"}),
        ('{"a": 1}\n{"b": 2}', [{"a": 1}, {"b": 2}]),
        ('{"a": NaN, "b": -Infinity, "c": 1e999}', {"a": None, "b": None, "c": None}),
        (r'{"a": "\ud83d\ude00 \ud83d"}', {"a": "😀 \ufffd"}),
    ],
)
def test_what_pages_do_to_json_is_undone(text: str, value: JsonValue) -> None:
    """Wrapping, commas too many, raw line breaks, stray backslashes, escaping, halves of pairs."""
    assert parse(text) == value


@pytest.mark.parametrize(
    "text", ["", "   ", "var a = 1", '{"a": 1} x', "[1, 2", '{"a" 1}', "{'a': 1}"]
)
def test_what_is_no_json_is_an_error_of_one_kind(text: str) -> None:
    """Whatever is wrong, it is a ValueError that says what."""
    with pytest.raises(ValueError, match=r"."):
        parse(text)


@pytest.mark.parametrize(
    "block",
    [
        "null", "true", "42", '"words"', "[]", "{}", "[[[]]]", "[null, [null]]", "not json", "",
        "[" * 10_000 + "]" * 10_000, '{"a":' * 10_000, "1" * 10_000, "[" * 10_000,
        [[{"@type": "NewsArticle"}]], {"@type": {"a": 1}}, {"@type": [1, None, "NewsArticle"]},
        {"@type": "NewsArticle", "author": 42}, {"@graph": 7}, {"@id": "#a", "b": {"@id": "#a"}},
        {"@type": "NewsArticle", "headline": [1, {}, [[]], None], "image": [[["x"]]], "@id": 3},
        {"@type": "NewsArticle", "url": "http://[", "mainEntityOfPage": {"@id": "http://[::"}},
        {"@type": "", "": {"/": {"~": 1}}},
    ],
    ids=lambda block: str(block)[:25],
)  # fmt: skip
def test_any_value_anywhere_is_read_without_an_exception(block: object) -> None:
    """What is not as it should be gives nothing, and every value's selector replays."""
    data = read(block)
    for item in (*data.nodes(), *filter(None, [data.article])):
        for name in ("headline", "author", "image", "url", "b", ""):
            for value in item.values(name):
                assert data.at(value.selector) == value.value
                assert value.text is None or value.text.strip()
            assert all(isinstance(inner.types, tuple) for inner in item.items(name))


def test_json_nested_to_any_depth_is_walked_to_a_hundred() -> None:
    """Without recursion: what stands deeper is not found, and nothing breaks."""
    deep: object = {"@type": "Person"}
    for _ in range(300):
        deep = [deep]
    shallow: object = {"@type": "Person"}
    for _ in range(90):
        shallow = [shallow]
    assert read(deep).nodes() == ()
    assert len(read(shallow).nodes("Person")) == 1


def test_graphs_lists_and_nested_nodes_are_found_in_page_order() -> None:
    """With the vocabulary's address taken off their types."""
    data = read(
        {"@graph": [{"@type": "https://schema.org/WebPage"}, {"@type": "schema:NewsArticle"}]},
        [{"@type": ["http://schema.org/Article", "Thing"], "author": {"@type": "Person"}}],
    )
    assert [item.types for item in data.nodes()] == [
        ("WebPage",), ("NewsArticle",), ("Article", "Thing"), ("Person",),
    ]  # fmt: skip
    assert [item.pointer for item in data.nodes()] == ["/@graph/0", "/@graph/1", "/0", "/0/author"]
    assert data.nodes("Person", "WebPage") == (data.nodes()[0], data.nodes()[3])


def test_references_are_followed_once_and_stand_where_they_point() -> None:
    """An author named by ``@id`` is the person of that id, in whatever block."""
    data = read(
        {"@type": "NewsArticle", "author": [{"@id": "#a"}, {"@type": "Person", "@id": "#b"}]},
        {"@graph": [{"@type": "Person", "@id": "#a", "name": "Ann"}, {"@id": "#b", "name": "Bo"}]},
    )
    authors = article(data).values("author")
    assert [value.text for value in authors] == ["Ann", "Bo"]
    assert [value.selector for value in authors] == ["1:/@graph/0", "1:/@graph/1"]
    assert article(data).items("author")[0].values("name")[0].selector == "1:/@graph/0/name"


def test_a_reference_to_nothing_says_nothing_in_words() -> None:
    """An id is no name; the value stays, for whoever asks for addresses."""
    (value,) = article(read({"@type": "Article", "author": {"@id": "#nobody"}})).values("author")
    assert (value.text, value.value) == (None, {"@id": "#nobody"})


def test_circles_end() -> None:
    """Two nodes that name each other are two nodes."""
    data = read({"@graph": [{"@type": "Article", "@id": "#a", "about": {"@id": "#b"}},
                            {"@type": "Thing", "@id": "#b", "about": {"@id": "#a"}}]})  # fmt: skip
    (thing,) = article(data).items("about")
    assert thing.items("about")[0].pointer == article(data).pointer


def test_lists_of_lists_and_containers_are_flattened() -> None:
    """``@list`` and ``@set`` as well; nulls are left out."""
    item = article(read({"@type": "Article", "keywords": [["a", ["b"]], None, {"@set": ["c", 4]}]}))
    assert [value.text for value in item.values("keywords")] == ["a", "b", "c", "4"]


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("  words ", "words"),
        ("Rock &amp; roll", "Rock & roll"),
        (3, "3"),
        (2.5, "2.5"),
        (True, None),
        (None, None),
        ("", None),
        ({"name": "Ann", "url": "http://h/"}, "Ann"),
        ({"name": ["Ann"], "url": "http://h/"}, "http://h/"),
        ({"@value": "x", "@language": "en"}, "x"),
        ({"@id": "#a"}, None),
        ({}, None),
    ],
)
def test_a_value_in_words(value: JsonValue, words: str | None) -> None:
    """A string, a number, or what an object is called."""
    assert Value(value, 0, "").text == words


def test_the_article_is_that_which_names_the_page() -> None:
    """Though others stand before it and say more."""
    other = {"@type": "NewsArticle", "headline": "Other", "datePublished": "2022-01-07"}
    for name, value in (
        ("url", URL + "?utm_source=x"),
        ("mainEntityOfPage", {"@type": "WebPage", "@id": URL}),
        ("mainEntityOfPage", URL.replace("https://www.", "http://")),
        ("@id", URL + "#article"),
    ):
        this = {"@type": "Article", "headline": "This", name: value}
        assert article(read(other, this)).values("headline")[0].text == "This", name


def test_else_the_article_is_that_which_says_most_and_then_the_first() -> None:
    """A list of headlines is no article; a nested one comes after its page's own."""
    bare, told = (
        {"@type": "Article"},
        {"@type": "BlogPosting", "headline": "x", "datePublished": "y"},
    )
    assert article(read(bare, told, told)).block == 1
    assert article(read(bare, bare)).block == 0
    listed = {"@type": "ItemList", "itemListElement": [{"item": told}]}
    assert article(read(listed, told)).block == 1
    assert read({"@type": "Organization"}, {"@type": "JobPosting"}).article is None


def test_an_entry_of_a_live_blog_is_not_the_page_s_article() -> None:
    """What stands within an article is a part of it, whatever it says and whichever address it names."""
    entry = {
        "@type": "BlogPosting",
        "headline": "Noon",
        "datePublished": "2024-03-05",
        "articleBody": "Boats wait.",
        "url": f"{URL}#noon",
    }
    blog = {"@type": "LiveBlogPosting", "headline": "The day", "liveBlogUpdate": [entry]}
    assert article(read(blog)).data["headline"] == "The day"
    assert article(read({"@type": "WebPage", "mainEntity": entry})).data["headline"] == "Noon"
    untitled = {"@type": "Article", "hasPart": [entry]}
    assert article(read(untitled)).data["headline"] == "Noon"


def test_selectors_replay_with_any_key() -> None:
    """JSON Pointer's escapes, numbers of lists, and nothing where nothing stands."""
    data = read({"a/b": {"~c": ["x", {"": 1}]}}, [1])
    assert data.at("0:/a~1b/~0c/0") == "x"
    assert data.at("0:/a~1b/~0c/1/") == 1
    assert data.at("1:/0") == 1
    assert data.at("0:") == data.blocks[0]
    for nothing in (
        "",
        "x",
        "9:/a",
        "0:/a",
        "1:/7",
        "1:/-1",
        "1:/x",
        "1:/0/0",
        "²:/a",
        "0:/a~1b/~0c/²",
    ):
        assert data.at(nothing) is None


def test_floods_are_bounded_and_said() -> None:
    """2 MiB a block, 200 blocks, 20,000 objects and arrays: the rest is left, with a warning."""
    large, many = f'"{"x" * BLOCK_BYTES}"', ["1"] * (BLOCKS + 5)
    flood = [{"@type": "Person"}] * 30_000
    start = time.process_time()
    assert read(large).warnings[0].detail == "JSON-LD block 0 is larger than 2,097,152 bytes"
    assert len(read(*many).blocks) == BLOCKS
    assert read(*many).warnings[0].detail == "205 blocks of JSON-LD; the first 200 are read"
    assert len(read(flood).nodes()) == 19_999
    assert "more than 20,000 objects" in read(flood).warnings[0].detail
    assert time.process_time() - start < 5


def test_mending_is_linear() -> None:
    """Two mebibytes of quotes, commas or brackets take no time."""
    start = time.process_time()
    for piece in ('"', '\\"', ",", "{}", "[", " ", ", ", "<!--", "\\u", "\\ud800"):
        assert len(read(piece * (2_000_000 // len(piece))).blocks) == 1
    assert time.process_time() - start < 10


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(st.sampled_from(["@id", "@type", "author", "a/~"]) | st.text(max_size=2), inner, max_size=4),
    max_leaves=15,
)  # fmt: skip


@given(json_values)
def test_whatever_is_valid_json_is_read_as_it_is(value: JsonValue) -> None:
    """Mending touches nothing that needs none."""
    assert parse(json.dumps(value)) == value


@given(json_values)
def test_every_value_of_every_node_replays(value: JsonValue) -> None:
    """What evidence names is found again, for any JSON at all."""
    data = read(json.dumps(value).replace("</", "<\\/").replace("<!--", ""))
    for item in data.nodes():
        for name in item.data:
            for found in item.values(name):
                assert data.at(found.selector) == found.value
