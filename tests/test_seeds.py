"""The five seed documents give what their readers would say, word for word."""

from functools import cache
from pathlib import Path

import pytest

from copydesk import Article, Desk, Page
from copydesk.schema import Heading, Paragraph

SEEDS = sorted((Path(__file__).parent.parent / "seeds").glob("*.txt"))
OUTLETS = ("blog", "unian", "irna", "rt", "uawire")
NUMBERS = range(len(OUTLETS))

HEADLINES = (
    (
        "“We need to be prepared for the defeat of diplomacy” – Stoltenberg after the meeting of "
        "the NATO foreign ministers"
    ),
    "NATO must be ready if negotiations with Russia fail – Stoltenberg",
    "Stoltenberg: NATO will not go beyond its principles",
    (
        "Stoltenberg: NATO will talk to Russia, but we must be prepared for the “possibility of "
        "diplomatic failure”"
    ),
    "Stoltenberg: there can be no compromises with Russia regarding NATO enlargement",
)
FIRST_WORDS = (
    "NATO is ready to listen to Russia, but does not intend to compromise",
    "Jens Stoltenberg , Secretary General of the North Atlantic Treaty Organization, stresses",
    "According to IRNA on Wednesday night, quoted by Reuters; The Secretary General of NATO",
    "NATO Secretary General Jens Stoltenberg made the announcement on Friday",
    "NATO Secretary General Jens Stoltenberg said that the alliance will not compromise",
)
LAST_WORDS = (
    "claiming that the movement of its troops is an internal matter.",
    "the concerns of NATO member states regarding its actions in Europe.",
    "including measures to reduce It is held by bilateral tensions.",
    "since then there have been five phases of expansion of the system.",
    "Ukraine and 143,500 in the 400-kilometer zone.",
)
COUNTS = (15, 12, 14, 10, 11)
DROPPED = "See also\xa0 US winter storm death toll rises to 29"
FURNITURE = (
    "Home »",
    "today » News",
    "– .",
    "Leave a Comment",
    "Leave a Reply",
    "Akismet",
    "(C)UNIAN",
    "photo REUTERS",
    "Liked by",
    "Log Out",
    "log in",
    "Fill in your details",
    "Twitter picture",
    "Connecting to",
    "<image>",
    "data:image",
    "dailymail",
    "April 24, 2024",
    "Solid State Lighting Design",
    "Find latest world news",
    "Published:",
    "7 ene 2022",
    "See also",
    "Stoltenberg, NATO, Russia, Ukraine",
)
AGENDA = (
    "*January 10: Meeting with US Diplomats and Russian Diplomats\n"
    "*January 10: Meeting with Ukraine and NATO\n"
    "*January 12: Meeting with NATO and Russian Diplomats\n"
    "*January 13: Meeting with OSCE which includes everyone including the USA.\n"
)


@cache
def article(number: int) -> Article:
    outcome = Desk().edit(Page(SEEDS[number].read_bytes(), media_type="text/plain"))
    assert isinstance(outcome, Article)
    return outcome


def paragraphs(number: int) -> list[str]:
    return [block.text for block in article(number).body if isinstance(block, Paragraph)]


def lines(number: int) -> list[str]:
    return SEEDS[number].read_text(encoding="utf-8").split("\n")


def squeezed(texts: list[str]) -> str:
    return " ".join(" ".join(texts).split())


@pytest.mark.parametrize("number", NUMBERS)
def test_each_seed_is_its_outlets(number: int) -> None:
    """Without an address, by what stands on the page, and nobody ties with the winner."""
    assert article(number).outlet == OUTLETS[number]
    assert article(number).warnings == ()
    assert article(number).language == "en"
    assert article(number).url is None


@pytest.mark.parametrize("number", NUMBERS)
def test_headline_stands_once(number: int) -> None:
    """The headline is as printed, and the body does not say it again."""
    assert article(number).headline == HEADLINES[number]
    assert HEADLINES[number] not in article(number).text


@pytest.mark.parametrize("number", NUMBERS)
def test_body_begins_and_ends_where_the_text_does(number: int) -> None:
    """The first and the last paragraph, and how many there are."""
    body = paragraphs(number)
    assert body[0].startswith(FIRST_WORDS[number])
    assert body[-1].endswith(LAST_WORDS[number])
    assert len(body) == COUNTS[number]


@pytest.mark.parametrize("number", NUMBERS)
def test_nothing_between_is_lost_joined_or_reordered(number: int) -> None:
    """From first to last paragraph the body is the seed's own lines, less the dropped one."""
    own = [squeezed([line]) for line in lines(number) if line.strip() and line != DROPPED]
    first = next(n for n, line in enumerate(own) if line.startswith(FIRST_WORDS[number]))
    last = next(n for n, line in enumerate(own) if line.endswith(LAST_WORDS[number]))
    got = article(number).text.split("\n")
    assert squeezed(got) == squeezed(own[first : last + 1])
    broken = {2} if number == 4 else set()  # one quotation goes on in the next line
    assert got == [
        squeezed(own[n : n + 2]) if n - first + 1 in broken else own[n]
        for n in range(first, last + 1)
        if n - first not in broken
    ]


@pytest.mark.parametrize("number", NUMBERS)
def test_no_furniture_in_headline_summary_or_body(number: int) -> None:
    """What frames the text on its page is nowhere in the article's words."""
    words = "\n".join(
        [article(number).headline, article(number).summary or "", article(number).text]
    )
    assert [piece for piece in FURNITURE if piece in words] == []


@pytest.mark.parametrize("number", NUMBERS)
def test_every_paragraph_says_where_it_stands(number: int) -> None:
    """Each block's evidence names the lines that hold it."""
    for place, block in enumerate(article(number).body):
        evidence = article(number).provenance[f"/body/{place}"][0]
        first, _, last = evidence.selector.replace("L", "").partition("-")
        own = lines(number)[int(first) - 1 : int(last or first)]
        assert isinstance(block, Paragraph | Heading)
        assert block.text == squeezed(own)
        assert (evidence.plugin, evidence.layout, evidence.method) == (
            OUTLETS[number],
            "text",
            "text",
        )


@pytest.mark.parametrize("number", [0, 2, 4])
def test_no_date_is_invented(number: int) -> None:
    """A seed without a date has none, for all the days that its prose names."""
    assert (article(number).published, article(number).modified) == (None, None)


def test_blog_has_sections_and_nothing_else() -> None:
    """The breadcrumb gives the sections; nobody is named as author, no picture is shown."""
    blog = article(0)
    assert blog.sections == ("today", "News")
    assert paragraphs(0)[-1] == (
        "Moscow responds by accusing the United States of destabilizing the Black Sea and other "
        "nearby regions and claiming that the movement of its troops is an internal matter."
    )
    assert (blog.authors, blog.images, blog.comments, blog.syndication) == ((), (), (), ())


def test_unian_has_dek_and_one_captioned_picture() -> None:
    """Dek, caption and the caption again are glued on one line; each stands once in its field."""
    unian = article(1)
    assert unian.summary == (
        "According to Jens Stoltenberg, if Russia intensifies its aggression against Ukraine, it "
        "will pay a high price."
    )
    (image,) = unian.images
    assert (image.url, image.lead, image.credit) == (None, True, "REUTERS")
    assert image.caption == (
        "Stoltenberg stressed that NATO member states continue to stand on the side of Ukraine"
    )
    assert image.caption not in unian.text


def test_unian_is_credited_and_dated_by_its_last_line() -> None:
    """The line "(C)UNIAN 2022" says whose copy it is and the year, no more."""
    unian = article(1)
    (step,) = unian.syndication
    assert (step.relation, step.text) == ("republished_from", "(C)UNIAN 2022")
    assert step.party
    assert (step.party.name, step.party.kind) == ("UNIAN", "organization")
    assert unian.published
    assert (unian.published.value, unian.published.raw) == ("2022", "2022")


def test_unian_has_two_threaded_comments() -> None:
    """The second answers the first; agenda lines stay, likes are numbers, the form is none."""
    one, two = article(1).comments
    assert (one.id, one.parent, one.likes) == ("c1", None, 4)
    assert one.text.startswith("We keep hearing the same ole baloney from the West")
    assert one.text.endswith("about as useful as a bowl of sand for a goldfish.")
    assert (two.parent, two.likes) == ("c1", 3)
    assert two.text.startswith(f"Agenda to solve the issue of Putin’s fascism in Europe:\n{AGENDA}")
    assert two.text.endswith("but it should have been formed years ago.")
    assert "Liked by" not in one.text + two.text
    assert not any(word in one.text + two.text for word in ("Reply", "Log Out", "Akismet"))


def test_irna_quotes_reuters_and_rests_on_an_address() -> None:
    """The first sentence and the address under the text, its digits made ASCII, are the chain."""
    quotes, based_on = article(2).syndication
    assert (quotes.relation, quotes.party and quotes.party.name) == ("quotes", "Reuters")
    assert quotes.text == "According to IRNA on Wednesday night, quoted by Reuters"
    assert based_on.relation == "based_on"
    assert based_on.url == (
        "https://www.dailymail.co.uk/wires/reuters/article-10394633/NATO-reinforce-eastern-Europe-"
        "Ukraine-attacked-Stoltenberg-says-Russia-talks.html"
    )


def test_irna_keeps_its_lead_whole_and_shows_no_picture() -> None:
    """The words of attribution are part of the first sentence; a ``data:`` image is none."""
    assert paragraphs(2)[0] == (
        "According to IRNA on Wednesday night, quoted by Reuters; The Secretary General of NATO "
        "(North Atlantic Treaty Organization) added: “We will not compromise on the sovereignty "
        "and territorial integrity of any European country.”"
    )
    assert article(2).images == ()


def test_rt_is_dated_in_spanish_not_by_the_frame() -> None:
    """The article's own moment, with the zone that it states; April 24, 2024 is the frame's."""
    published = article(3).published
    assert published
    assert (published.value, published.zone) == ("2022-01-07T16:24Z", "stated")
    assert published.raw == "7 ene 2022 16:24 GMT"


def test_rt_has_dek_and_two_headings_in_their_places() -> None:
    """The lone quoted lines part the text; a sentence in quotation marks does not."""
    rt = article(3)
    assert rt.summary == "The meeting of the NATO-Russia Council is scheduled for January 12."
    headings = {n: b.text for n, b in enumerate(rt.body) if isinstance(b, Heading)}
    assert headings == {
        3: "“The risk of conflict is real”",
        7: "“Are we placing missiles near US borders?”",
    }


def test_rt_was_republished_by_the_frames_site() -> None:
    """The site whose frame it stands in is its publisher and a step of the chain."""
    rt = article(3)
    (step,) = rt.syndication
    assert (step.relation, step.text) == ("republished_by", "Solid State Lighting Design")
    assert step.party == rt.publisher
    assert step.party
    assert step.party.name == "Solid State Lighting Design"


def test_rt_line_is_left_out_by_a_named_rule() -> None:
    """Text accounting shows which rule took "See also" away."""
    outlet = next(outlet for outlet in Desk().outlets if outlet.name == "rt")
    page = Page(SEEDS[3].read_bytes(), media_type="text/plain")
    layout = outlet.layout_of(page)
    assert layout
    assert layout.dropped(page) == {r"^See also\s": [lines(3).index(DROPPED) + 1]}


def test_uawire_has_topics_and_one_joined_quotation() -> None:
    """The indented list gives the topics; a quotation broken over two lines is one paragraph."""
    assert article(4).topics == ("Stoltenberg", "NATO", "Russia", "Ukraine")
    assert paragraphs(4)[1] == (
        "“On Wednesday, Allies will meet with Russia in the NATO-Russia Council. The meeting will "
        "focus on the situation in and around Ukraine. And the implications for European security. "
        "I also welcome that the United States and Russia will hold talks in Geneva on Monday. And "
        'that the OSCE will meet on Thursday," he said at a briefing, after an extraordinary '
        "meeting of NATO foreign ministers."
    )
    assert "Comments" not in article(4).text


def test_seeds_are_told_apart_by_their_bytes() -> None:
    """Five ids and five content hashes, the same at every reading."""
    assert (
        len({article(n).id for n in NUMBERS})
        == len({article(n).content_hash for n in NUMBERS})
        == 5
    )
    assert Desk().edit(Page(SEEDS[0].read_bytes(), media_type="text/plain")) == article(0)
