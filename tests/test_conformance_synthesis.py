"""A synthesised page has the markup, the dates and the reading of the page, and none of its words."""

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser
from tests.harbour import PAGE, TEXT, URL, Harbour
from tests.test_conformance_filler import words

from copydesk import Article, Desk, Page
from copydesk.conformance import cases
from copydesk.conformance.synthesis.filler import Filler, parts_of
from copydesk.conformance.synthesis.known_words import (
    known_phrases,
    known_words,
    marked_values,
    markers,
)
from copydesk.conformance.synthesis.markup import Markup
from copydesk.conformance.synthesis.rewriting import Rewriter, words_of
from copydesk.conformance.synthesis.shape import shape_differences
from copydesk.conformance.synthesis.synthesis import synthesise
from copydesk.outcome import Outcome

ROOT = Path(__file__).parent.parent
CASES = sorted(file.parent for file in ROOT.glob("plugins/*/cases/*/case.toml"))
LEAST = 5

tags = st.sampled_from(["p", "h1", "h2", "li", "div", "b", "span"])
sentences = st.lists(words, min_size=1, max_size=6).map(" ".join)
pages = st.lists(st.tuples(tags, words, sentences), min_size=1, max_size=6).map(
    lambda parts: "".join(f'<{t} class="c" title="{w}">{s}, 7 May 2021.</{t}>' for t, w, s in parts)
)
FRAGMENTS = (
    *("<p class=a>", "</p>", '<div class="b c" title="Kostbare Ware">', "<!--", "-->", "<!", ">"),
    *("</", "<script>", "</script>", "<style>", "</style >", "<title>", "</title>", "<textarea>"),
    *(
        "</textarea>",
        "<b",
        '<a href="/a-long-path?x=1&amp;y=word">',
        "<a href='x",
        '"',
        "'",
        "=",
        " ",
    ),
    *(
        "/",
        "word",
        "Schlange",
        "&amp;",
        "&eacute;",
        "&",
        "<img src=data:image/png,xx alt=Haus>",
        "\n",
    ),
    *('<script type="application/ld+json">{"a": "Wort <b>"}', "<", "a<b", "<table>", "<select>"),
    *('<p title=">">', "<p class='x'y=z>", "<x-y/>", "<p/class=q>", "<p =a>", '<p a=">', "<!-->"),
)


@pytest.fixture(scope="module")
def desk() -> Desk:
    return Desk()


def harbour(content: str) -> Page:
    return Page(content.encode(), URL, media_type="text/html")


def made(page: Page, *keep: str) -> str:
    return synthesise(page, Desk(outlets=[Harbour()]).plugins, keep).decode()


def skeleton(markup: str) -> list[tuple[str | None, str | None, list[str]]]:
    root = LexborHTMLParser(markup).root
    nodes = root.traverse() if root is not None else ()
    return [
        (n.tag, n.attributes.get("class"), sorted(n.attributes)) for n in nodes if n.is_element_node
    ]


def words_in(markup: str) -> str:
    body = LexborHTMLParser(markup).body
    return body.text(separator=" ") if body is not None else ""


def prose(outcome: Outcome) -> str:
    """Give what a reader reads of an article; nothing of what is none."""
    if not isinstance(outcome, Article):
        return ""
    lines = [outcome.headline, outcome.summary or "", outcome.text, *outcome.topics]
    return "\n".join([*lines, *(party.name for party in outcome.authors)])


def survivors(one: str, other: str, kept: Filler) -> set[str]:
    """Words of five letters and more that stand in both texts, and that nobody must keep."""
    first, second = ({p for w in words_of(text) for p in parts_of(w)} for text in (one, other))
    return {word for word in first & second if len(word) >= LEAST and not kept.keeps(word)}


# -- laws


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(pages)
def test_no_word_survives(markup: str) -> None:
    """No word of five letters or more of the prose is left, but those that readers know pages by."""
    page = Page(markup.encode(), media_type="text/html")
    filler = Filler(known_words(), words_of(page.text))
    text = Markup(Rewriter(filler)).rewritten(page.text)
    seen = [words_in(source) for source in (markup, text)]
    assert survivors(seen[0], seen[1], filler) == set()
    assert skeleton(text) == skeleton(markup)
    assert text.count("7 May 2021") == markup.count("7 May 2021")
    assert len(text) == len(markup)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(FRAGMENTS), max_size=12).map("".join))
@example("</></p>")
def test_skeleton_of_any_markup(markup: str) -> None:
    """Whatever the markup, a browser makes the same elements of it."""
    filler = Filler(known_words(), words_of(markup))
    assert skeleton(Markup(Rewriter(filler)).rewritten(markup)) == skeleton(markup)


@pytest.mark.slow
@pytest.mark.parametrize("folder", CASES, ids=lambda folder: f"{folder.parts[-3]}-{folder.name}")
def test_cases_keep_their_shape(folder: Path, desk: Desk) -> None:
    """Every case is read as before: fields, blocks, dates; and nothing of its words is left."""
    case = cases.read(folder)
    page = case.page()
    other = case.page(synthesise(page, desk.plugins))
    one, two = desk.edit(case.page()), desk.edit(other)
    assert shape_differences(one, two) == []
    values = words_of(" ".join(marked_values(desk.plugins)))
    kept = Filler(known_words() | markers(page, desk.plugins) | values)
    assert survivors(prose(one), prose(two), kept) == set()
    assert page.is_text or skeleton(other.text) == skeleton(page.text)


def test_steady() -> None:
    """The same page gives the same bytes."""
    assert made(harbour(PAGE)) == made(harbour(PAGE))


# -- one thing each


def test_copies_agree() -> None:
    """A headline and its copies in head, linked data and attributes are still the same words."""
    page = PAGE.replace(
        "</head>",
        '<meta property="og:title" content="New roof for the market"><script type="application/ld+json">'
        '{"@type": "NewsArticle", "headline": "New roof for the market"}</script></head>',
    ).replace('alt="Workers"', 'alt="New roof for the market"')
    text = made(harbour(page))
    (headline,) = re.findall(r"<h1>(.*)</h1>", text)
    assert headline != "New roof for the market"
    assert text.count(headline) == 5


def test_addresses() -> None:
    """Hosts, digits, query keys, fragments and percent signs stay; the words of a path go."""
    page = harbour(
        '<a href="https://harbour.example/news/4102-roof-collapses/%D9%81%D8%A7%D9%86%D9%88%D8%B3?page=2#roof">x</a>'
    )
    (href,) = re.findall('href="(.*)"', made(page))
    assert re.fullmatch(
        r"https://harbour\.example/news/4102-(?!roof)\w{4}-(?!collapses)\w{9}/(?:%[0-9A-F]{2}){10}\?page=2#roof",
        href,
    )


def test_what_is_emptied() -> None:
    """Comments, scripts, handlers, style sheets and pictures within the page are emptied."""
    text = made(
        harbour(
            "<!-- secret --><script>var secret = 1</script><style>.secret{}</style>"
            '<p onclick="secret()">Text</p><a href="javascript:secret()">x</a><img src="data:image/png;base64,secret">'
        )
    )
    assert "secret" not in text
    assert text.startswith('<!----><script></script><style></style><p onclick="">')
    assert 'href="javascript:;"' in text


def test_broken_linked_data_stays_broken() -> None:
    """Keys, types, numbers, dates and faults of linked data stay as they are."""
    block = '{"@type":"NewsArticle","headline":"Harbour \\"roof\\"","n":4,"datePublished":"2021-10-12T09:40Z",}'
    text = made(harbour(f'<script type="application/ld+json">{block}</script><p>x</p>'))
    assert re.search(
        r'\{"@type":"NewsArticle","headline":"\w{7} \\"\w{4}\\"","n":4,"datePublished":"2021-10-12T09:40Z",\}',
        text,
    )
    assert "Harbour" not in text


def test_letters_as_entities() -> None:
    """A word with entities in it is one word; entities that are no letters stay."""
    text = made(harbour("<p>M&uuml;hlen &amp; m\u00fchlen&nbsp;&lt;</p>"))
    one, other = re.findall(r"<p>(\w+) &amp; (\w+)&nbsp;&lt;</p>", text)[0]
    assert one.lower() == other != "mühlen"


def test_people() -> None:
    """E-mail addresses and telephone numbers are nobody's."""
    text = made(harbour("<p>Write to ann.lee@harbour-post.example or call +44 20 7946 0958.</p>"))
    assert "@mail.example" in text
    assert not re.search("lee|harbour-post|7946", text)


def test_markers_stay() -> None:
    """Words without which a rule would not match stay, wherever they stand; so do those named."""
    text = made(
        harbour(PAGE.replace("</footer>", "<p>Leave a reply</p>Kestrels everywhere</footer>")),
        "kestrels",
    )
    assert re.search(r"<p>Leave a reply</p>Kestrels (?!everywhere)\w{10}</footer>", text)


def test_phrases_of_east_asia() -> None:
    """Known words stand in Chinese text without borders, and stay; dates do as well."""
    assert "记者" in known_phrases()
    text = made(harbour("<p>本报记者张三 2021年10月12日报道</p>"))
    assert re.search(r"记者[^\s张][^\s三] 2021年10月12日", text)


@pytest.mark.parametrize("charset", ["windows-1251", "utf-16", "koi8-r"])
def test_encoding_stays(charset: str) -> None:
    """The page is written in the encoding that it was read in, its byte order mark included."""
    markup = (
        f'<meta charset="{charset}"><p>Новая крыша рынка обойдётся городу в пять лет работы.</p>'
    )
    page = Page(markup.encode(charset), media_type="text/html")
    content = synthesise(page, Desk(outlets=[]).plugins)
    again = Page(content, media_type="text/html")
    assert (again.charset, len(content)) == (page.charset, len(page.content))
    assert content[:2] == page.content[:2]


def test_text_page() -> None:
    """A text rendering keeps its lines, and is read by the same layout."""
    desk = Desk(outlets=[Harbour()])
    page = Page(TEXT.encode(), media_type="text/plain")
    other = Page(synthesise(page, desk.plugins), media_type="text/plain")
    assert [len(line) for line in other.lines] == [len(line) for line in page.lines]
    assert "HARBOUR NEWS 2021" in other.text
    assert "stallholders" not in other.text
    first, second = desk.edit(page), desk.edit(other)
    assert isinstance(second, Article)
    assert second.outlet == "harbour"
    assert shape_differences(first, second) == []


def test_shape_differences() -> None:
    """What is read otherwise is named by field and place."""
    desk = Desk(outlets=[Harbour()])
    one, other = (desk.edit(harbour(page)) for page in (PAGE, PAGE.replace("<h2>", "<p>", 1)))
    (line,) = shape_differences(one, other)
    assert line == "body/2/type: heading became paragraph"
    nothing = desk.edit(Page(b""))
    assert "type: nothing became rejection" in shape_differences(one, nothing)
