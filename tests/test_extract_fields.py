"""The fields of a page that no outlet knows, from linked data, meta tags and what a reader sees."""

import pytest

from copydesk import Page
from copydesk.extract import fields
from copydesk.extract.context import Context


def context(head: str = "", body: str = "", url: str | None = None, *, lang: str = "en") -> Context:
    html = f"<html lang='{lang}'><head>{head}</head><body>{body}</body></html>"
    return Context(Page(html.encode(), url, media_type="text/html"), language=lang)


def ld(text: str) -> str:
    return f'<script type="application/ld+json">{text}</script>'


@pytest.mark.parametrize(
    ("head", "body", "expected"),
    [
        ("<title>Ferry returns | Harbour Post</title>", "<h1>Ferry returns</h1>", "Ferry returns"),
        (
            (
                "<meta property='og:title' content='Ferry returns to the island - Harbour Post'>"
                "<meta property='og:site_name' content='Harbour Post'>"
            ),
            "<p>no heading</p>",
            "Ferry returns to the island",
        ),
        (
            "<title>Ferry returns to Gull Island</title>",
            "<h1>Harbour Post</h1><h1>Ferry returns to Gull Island</h1>",
            "Ferry returns to Gull Island",
        ),
        (
            ld('{"@type": "NewsArticle", "headline": "Ferry returns &amp; more"}'),
            "",
            "Ferry returns & more",
        ),
        ("", "<h1> The ferry\n returns </h1>", "The ferry returns"),
    ],
)
def test_headline_as_the_reader_sees_it(head: str, body: str, expected: str) -> None:
    """The visible heading that the titles confirm, never the site's name."""
    found = fields.headline(context(head, body))
    assert found is not None
    assert found.value == expected


def test_no_headline_is_none() -> None:
    """A page without any title has none; nothing is made up."""
    assert fields.headline(context("", "<p>words</p>")) is None


@pytest.mark.parametrize(
    ("head", "body", "url", "value", "method"),
    [
        (
            ld('{"@type": "NewsArticle", "datePublished": "2024-03-05T14:20:00+02:00"}')
            + "<meta property='article:published_time' content='2023-01-01'>",
            "",
            None,
            "2024-03-05T14:20:00+02:00",
            "ld",
        ),
        (
            "<meta property='article:published_time' content='2024-03-05T12:20:00+00:00'>",
            "<time datetime='2020-01-01'>old</time>",
            None,
            "2024-03-05T12:20:00Z",
            "meta",
        ),
        ("", "<article><header><time datetime='2024-03-05'>x</time></header></article>", None, "2024-03-05", "generic"),
        ("", "<span class='post-date'>March 5, 2024</span>", None, "2024-03-05", "generic"),
        ("", "<p>words</p>", "https://a.example/2024/03/05/ferry", "2024-03-05", "url"),
    ],
)  # fmt: skip
def test_published_in_the_order_of_trust(
    head: str, body: str, url: str | None, value: str, method: str
) -> None:
    """Linked data before meta before what is visible before the address."""
    found = fields.published(context(head, body, url))
    assert found is not None
    assert (found.value.value, found.trace.method) == (value, method)


def test_a_mastheads_date_is_not_the_articles() -> None:
    """The site's own header, which holds its menu, tells of today."""
    masthead = "<header><ul class=nav><li>News</ul><time class=date>5 Mar 2024</time></header>"
    assert fields.published(context("", f"{masthead}<h1>The ferry stays</h1>")) is None


def test_an_impossible_date_is_none_with_a_warning() -> None:
    """2022-13-45 is no date, and not the first of January either."""
    here = context("<meta property='article:published_time' content='2022-13-45'>")
    assert fields.published(here) is None
    assert [warning.code for warning in here.warnings] == ["impossible_date"]


def test_authors_by_reference() -> None:
    """An author who is only an @id is looked up in the graph."""
    graph = (
        '{"@graph": [{"@type": "Article", "headline": "x", "author": {"@id": "#ann"}},'
        ' {"@type": "Person", "@id": "#ann", "name": "Ann Lee"}]}'
    )
    (found,) = fields.authors(context(ld(graph)))
    assert (found.value.name, found.value.kind, found.trace.selector) == (
        "Ann Lee",
        "person",
        "0:/@graph/1",
    )


def test_a_facebook_address_is_no_author() -> None:
    """``article:author`` is usually an address; the visible byline names the author."""
    head = "<meta property='article:author' content='https://www.facebook.com/harbourpost'>"
    (found,) = fields.authors(context(head, "<p class='byline'>By Ann Lee</p>"))
    assert (found.value.name, found.trace.method) == ("Ann Lee", "generic")


def test_an_agency_is_an_organization() -> None:
    """Linked data that calls the author an organization is believed."""
    block = ld(
        '{"@type": "NewsArticle", "author": {"@type": "Organization", "name": "Harbour Post"}}'
    )
    assert [f.value.kind for f in fields.authors(context(block))] == ["organization"]


def test_a_class_of_the_whole_page_names_no_author() -> None:
    """Themes of WordPress put ``single-author`` on the body."""
    page = Page(
        b"<body class=single-author><header><a href=/>Harbour Post</a></header><h1>Ferry</h1>"
    )
    assert fields.authors(Context(page)) == ()


def test_authors_of_listed_posts_are_none_of_this_one() -> None:
    """A block theme lists posts, their authors and tags, after the text."""
    post = "<li><div class=post-author-name>Bob Ray</div><a rel=tag>Tide</a></li>"
    here = context(body=f"<main><h1>Ferry</h1><div class=wp-block-query>{post}</div></main>")
    assert fields.authors(here) == ()
    assert fields.topics(here) == ()


def test_a_category_is_no_topic() -> None:
    """WordPress marks the links of categories as tags as well."""
    links = "<a rel='category tag'>News</a><p class=taxonomy-category><a rel=tag>Town</a></p>"
    here = context(body=f"{links}<a rel=tag>Ferry</a>")
    assert [found.value for found in fields.topics(here)] == ["Ferry"]


def test_topics_and_sections() -> None:
    """Tags are single strings, split where a list is one string, each once."""
    head = ld(
        '{"@type": "NewsArticle", "keywords": "Ferry, Gull Island, ferry", "articleSection": ["News"]}'
    )
    here = context(head)
    assert [found.value for found in fields.topics(here)] == ["Ferry", "Gull Island"]
    assert [found.value for found in fields.sections(here)] == ["News"]
    path = context('<meta property="article:section" content="Society>Provinces">')
    assert [found.value for found in fields.sections(path)] == ["Society", "Provinces"]
    item = (
        "<article itemscope itemtype='https://schema.org/Article'><b itemprop=articleSection>Coast</b>"
        "</article>"
    )
    assert [found.value for found in fields.sections(context(body=item))] == ["Coast"]


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en-GB", "The council said that the harbour would be closed for the week.", "en-GB"),
        ("en", "Der Hafen wird in dieser Woche geschlossen, sagte der Rat am Dienstag, und die Fähre ist nicht im Dienst.", "de"),
        ("de_DE", "", "de-DE"),
        ("zh-Hant-TW", "", "zh-TW"),
        ("zh-Hans", "", "zh"),
    ],
)  # fmt: skip
def test_language_is_checked_against_the_text(lang: str, text: str, expected: str) -> None:
    """The markup's word holds unless the text is plainly in another language."""
    found = fields.language(context(lang=lang), text)
    assert found is not None
    assert found.value == expected


def test_access_and_kind_from_linked_data() -> None:
    """A page that says it is not free, or an opinion, is believed."""
    here = context(ld('{"@type": "OpinionNewsArticle", "isAccessibleForFree": "False"}'))
    access, kind = fields.access(here), fields.kind(here)
    assert access is not None
    assert kind is not None
    assert (access.value, kind.value) == ("paywalled", "opinion")


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (
            ld('[{"@type": "NewsArticle"}, {"@type": "WebPage", "isAccessibleForFree": true}]'),
            "free",
        ),
        (
            ld(
                '[{"@type": "NewsArticle", "isAccessibleForFree": false},'
                ' {"@type": "WebPage", "isAccessibleForFree": true}]'
            ),
            "paywalled",
        ),
        ("<meta property=article:content_tier content=locked>", "paywalled"),
    ],
)
def test_access_of_the_article_or_else_its_page(head: str, expected: str) -> None:
    """Many makers state it of the page alone; the article's own word comes first."""
    found = fields.access(context(head))
    assert found is not None
    assert found.value == expected


def test_access_from_microdata() -> None:
    """Where linked data knows no article."""
    item = "<div itemscope itemtype=https://schema.org/NewsArticle><meta itemprop=isAccessibleForFree content=False></div>"
    found = fields.access(context(body=item))
    assert found is not None
    assert (found.value, found.trace.method) == ("paywalled", "microdata")


@pytest.mark.parametrize(
    ("person", "kind"), [("Ann Lee", "person"), ("Somebody Else", "organization")]
)
def test_the_site_of_a_person(person: str, kind: str) -> None:
    """A site that bears the name of somebody whom linked data calls a person is no organization."""
    site = "<meta property='og:site_name' content='Ann Lee'>"
    found = fields.publisher(context(site + ld(f'{{"@type": "Person", "name": "{person}"}}')))
    assert found is not None
    assert found.value.kind == kind


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("The ferry returns | Port Herald", "Port Herald"),
        ("The ferry - Gull Bay - Port Herald Online", "Port Herald Online"),
        ("The ferry | Gull Bay", None),
        ("Port Herald", None),
    ],
)
def test_the_site_by_the_tab(title: str, name: str | None) -> None:
    """What the tab's title ends in is the site's name where the host goes by it; the rest is the headline."""
    html = f"<head><title>{title}</title></head>"
    page = Page(html.encode(), "https://www.portherald.example/1", media_type="text/html")
    found = fields.publisher(Context(page))
    assert (found.value.name if found else None) == name
