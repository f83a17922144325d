"""The way that a text took from other outlets to its page, told from all of the page."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.strategies import raw_text

from copydesk import Article, Desk, Page
from copydesk.extract.context import Context
from copydesk.extract.found import Found, Trace
from copydesk.extract.syndication import syndication
from copydesk.schema import Block, Paragraph, Syndication, clean_text

WORDS = "The ferry returned to Gull Bay on Friday, and the band of the fire brigade was there. "
TEXT = "".join(f"<p>{WORDS * n}</p>" for n in (2, 3, 2, 3))
_PIECES = (
    "This article was originally published on ", "the ", "The\nQuay", "(AP)", "©", "(c) ", "Source: ", "来源：", " under ", ".", "dpa", "/",
    "GULL BAY ", " — ", "with ", "told Reuters", "转载自", "the 21st of June ", "appeared first on ", "2019", " Укрінформу",
)  # fmt: skip
HEADLINE = "<h1>The ferry returns to Gull Bay</h1>"


def body(*texts: str) -> list[Found[Block]]:
    return [
        Found(Paragraph(id=f"b{n}", text=text), Trace("text", f"L{n}", text))
        for n, text in enumerate(texts, 1)
    ]


def of_text(*texts: str) -> tuple[Found[Syndication], ...]:
    page = Page("\n\n".join(texts).encode(), media_type="text/plain")
    return syndication(Context(page), body(*texts))


def of_page(
    html: str, head: str = "", url: str = "https://www.portherald.example/1"
) -> list[Syndication]:
    page = f"<html lang=en><head><title>Ferry</title>{head}</head><body><main>{html}</main></body></html>"
    article = Desk(outlets=[]).edit(Page(page.encode(), url))
    assert isinstance(article, Article)
    return list(article.syndication)


def told(steps: list[Syndication]) -> list[tuple[str, str | None, str | None]]:
    return [(s.relation, s.party.name if s.party else None, s.url) for s in steps]


@pytest.mark.parametrize(
    ("texts", "relation", "party", "words"),
    [
        (("KYIV (Reuters) - The ferry sails.", "Rest."), "supplied_by", "Reuters", "KYIV (Reuters) -"),
        (("The ferry sails, quoted by AFP.", "Rest."), "quotes", "AFP", "quoted by AFP"),
        (("Text.", "More.", "Source: Harbour Post"), "republished_from", "Harbour Post", "Source: Harbour Post"),
        (("Text.", "More.", "المصدر: تاس"), "republished_from", "تاس", "المصدر: تاس"),
        (("文。", "又。", "来源：港口日报"), "republished_from", "港口日报", "来源：港口日报"),
        (("ข่าว", "ต่อ", "ที่มา: ท่าเรือโพสต์"), "republished_from", "ท่าเรือโพสต์", "ที่มา: ท่าเรือโพสต์"),
    ],
)  # fmt: skip
def test_a_credit_is_a_step(texts: tuple[str, ...], relation: str, party: str, words: str) -> None:
    """Relation, party and the words that say so."""
    (step,) = of_text(*texts)
    assert step.value.party is not None
    assert (step.value.relation, step.value.party.name, step.value.text) == (relation, party, words)


@given(st.lists(st.sampled_from(_PIECES) | raw_text, max_size=6), st.sampled_from(["", " ", "\n"]))
def test_any_words_make_valid_steps(pieces: list[str], between: str) -> None:
    """Credits broken off, run together and mixed with marks of all kinds never make what the schema refuses."""
    text = clean_text(between.join(pieces))
    for step in of_text(text) if text else ():
        assert step.value.party


def test_prose_is_no_credit() -> None:
    """A sentence about a source, or an agency named in the middle, credits nobody."""
    assert of_text("The source: a spring.", "Reuters was founded in 1851.", "It ended.") == ()


def test_an_agency_is_one_step() -> None:
    """Who signs the text and is named again below it has supplied it, under all its names."""
    steps = of_text("GULL BAY (AP) — The ferry sails.", "Rest.", "Source: Associated Press")
    assert [(s.value.relation, s.value.party and s.value.party.name) for s in steps] == [
        ("supplied_by", "AP")
    ]


def test_steps_lead_outwards() -> None:
    """From the page to its source, to who supplied that, to whom that quotes."""
    steps = of_text("GULL BAY (AP) — It sails, quoted by AFP.", "Rest.", "Source: Harbour Post")
    relations = [step.value.relation for step in steps]
    assert relations == ["republished_from", "supplied_by", "quotes"]


def test_an_agency_among_the_authors() -> None:
    """A byline in linked data, a meta tag or print that names an agency says who supplied the text."""
    meta = '<meta name="author" content="Associated Press">'
    for steps in (
        of_page(HEADLINE + TEXT, meta),
        of_page(HEADLINE + "<p>By Associated Press</p>" + TEXT),
    ):
        assert told(steps) == [("supplied_by", "Associated Press", None)]


def test_lines_below_the_text() -> None:
    """A line below the text that the body has not, and at the headline beside a person's name."""
    below = HEADLINE + TEXT + "<div class='sign'><span>Quelle: </span><span>sid/dpa</span></div>"
    assert told(of_page(below)) == [
        ("republished_from", "sid", None),
        ("republished_from", "dpa", None),
    ]
    beside = HEADLINE + "<div>By <a href='/lee'>Ann Lee</a></div><div>with AFP</div>" + TEXT
    assert told(of_page(beside)) == [("based_on", "AFP", None)]


def test_the_address_of_another_text() -> None:
    """The link on the outlet's name leads to the text that this one repeats."""
    link = '<a href="https://quay.example/1">The Quay</a>'
    for where in ("<p>{}</p>" + TEXT, TEXT + "<p>{}</p>"):
        line = f"This article was originally published by {link} under a free licence."
        assert told(of_page(HEADLINE + where.format(line))) == [
            ("republished_from", "The Quay", "https://quay.example/1")
        ]


def test_the_address_at_the_end_of_a_long_paragraph() -> None:
    """Links are found by their place in the whole paragraph, of which only the end is read."""
    other, link = (
        "<a href=https://crane.example/1>crane</a> ",
        "<a href=https://quay.example/1>The Quay</a>",
    )
    end = f"<p>{other}{WORDS * 15}This article was originally published by {link}.</p>"
    assert told(of_page(HEADLINE + TEXT + end)) == [
        ("republished_from", "The Quay", "https://quay.example/1")
    ]


@pytest.mark.parametrize(
    ("stated", "step"),
    [
        ('"provider": {"@type": "Organization", "name": "The Quay"}', ("republished_from", "The Quay", None)),
        ('"sourceOrganization": {"name": "Reuters"}', ("supplied_by", "Reuters", None)),
        ('"isBasedOn": "https://quay.example/1"', ("based_on", None, "https://quay.example/1")),
        (
            '"translationOfWork": {"@type": "NewsArticle", "url": "https://kai.example/1"}',
            ("translated_from", None, "https://kai.example/1"),
        ),
    ],
)  # fmt: skip
def test_linked_data(stated: str, step: tuple[str, str | None, str | None]) -> None:
    """Linked data names who provided the article, and addresses of what it repeats."""
    block = f'{{"@type": "NewsArticle", "headline": "The ferry returns", {stated}}}'
    head = f'<script type="application/ld+json">{block}</script>'
    assert told(of_page(HEADLINE + TEXT, head)) == [step]


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="og:site_name" content="AFP">',
        '<meta name="syndication-source" content="https://www.portherald.example/1">',
        '<script type="application/ld+json">{"@type": "NewsArticle", "isBasedOn": "/0"}</script>',
    ],
)
def test_the_site_itself_is_no_step(head: str) -> None:
    """Neither an agency on its own pages nor another page of the site."""
    site = "https://www.afp.example/1" if "AFP" in head else "https://www.portherald.example/1"
    assert of_page(HEADLINE + TEXT + "<p>AFP</p>" * ("AFP" in head), head, site) == []


def test_a_pictures_credit_is_no_step() -> None:
    """An agency below a picture has made that; one that links to a page of the site is a subject."""
    picture = "<div class=lead><img src=/a.jpg width=800><span>REUTERS</span></div>"
    subject = "<p><a href='/tag/dpa'>dpa</a></p>"
    assert of_page(HEADLINE + picture + TEXT + subject) == []
