"""An outlet claims what is its own, as surely as it can know; methods say what selectors cannot."""

from collections.abc import Callable
from typing import Any

import pytest

from copydesk import Article, Claim, Desk, Layout, Outlet, Page, TextLayout
from copydesk.outlet import host_claim
from copydesk.schema import Heading, Paragraph, Party, Stamp

PROSE = (
    "The harbour council met on Tuesday and said that the ferry would stay where it is until the "
    "last passenger has learned to swim."
)
BODY = f"<div class=story><h1>The ferry stays</h1><p>{PROSE}</p><p>Nobody objected.</p></div>"
MARK = "<meta property='og:site_name' content='Harbour'>"


class Harbour(Outlet):
    name = "harbour"
    hosts = ("harbour.example",)
    layouts = (
        Layout("old", detect=".gone", headline="h2", body=".gone"),
        Layout("new", detect=".story", mark="meta[content=Harbour]", headline="h1", body=".story"),
        TextLayout("text", detect=r"\AFERRY\n", mark=r"^HARBOUR \d{4}$"),
    )


class Family(Outlet):
    name = "family"
    is_family = True
    layouts = Harbour.layouts


def page(body: str = BODY, url: str | None = None, head: str = "") -> Page:
    return Page(f"<html lang=en><head>{head}</head><body>{body}</body></html>".encode(), url)


def claim(outlet: Outlet, *args: Any, **kwargs: Any) -> Claim:  # noqa: ANN401  # a page's
    found = outlet.claim(page(*args, **kwargs))
    assert found
    return found


def edit(outlet: Outlet, **kwargs: Any) -> Article:  # noqa: ANN401  # a page's
    outcome = Desk(outlets=[outlet]).edit(page(url="https://harbour.example/1", **kwargs))
    assert isinstance(outcome, Article)
    assert outcome.outlet == outlet.name
    return outcome


# -- claims


@pytest.mark.parametrize(
    ("host", "is_its"),
    [
        ("rt.com", True),
        ("www.rt.com", True),
        ("RT.com", True),
        ("russian.rt.com.", True),
        ("rt.com:8080", True),
        ("smallcart.com", False),
        ("rt.com.evil.example", False),
        ("notrt.com", False),
        ("rt.co", False),
        ("com", False),
    ],
)
def test_hosts_match_on_label_borders(host: str, is_its: bool) -> None:
    """A host covers its subdomains, and no other name that ends in the same letters."""
    assert (host_claim(("rt.com",), f"https://{host}/news/1") is not None) is is_its


def test_a_host_without_an_address_claims_nothing() -> None:
    """Nor does an address that is none."""
    assert host_claim(("rt.com",), None) is None
    assert host_claim(("rt.com",), "https://[rt.com/") is None


def test_the_longest_host_is_the_surest() -> None:
    """``sport.unian.net`` is its own outlet's where somebody has it; never past .99."""
    wide = host_claim(("unian.net",), "https://sport.unian.net/1")
    near = host_claim(("sport.unian.net",), "https://sport.unian.net/1")
    assert wide
    assert near
    assert 0.9 <= wide.confidence < near.confidence <= 0.99


def test_host_then_mark_then_shape_then_family() -> None:
    """At least .9 and .7, at most .5 and .3; the reasons say which."""
    host = claim(Harbour(), url="https://www.harbour.example/1")
    mark = claim(Harbour(), head=MARK)
    shape, family = claim(Harbour()), claim(Family())
    assert host.confidence >= 0.9 > mark.confidence >= 0.7
    assert 0.5 >= shape.confidence > 0.3 >= family.confidence
    assert host.reasons == ("host www.harbour.example is harbour.example's", "layout new fits")
    assert mark.reasons == ("a mark of layout new names the outlet",)
    assert shape.reasons == family.reasons == ("layout new fits",)


def test_a_mark_counts_wherever_the_page_was_found() -> None:
    """A page that names the outlet at another address is its copy, taken over."""
    assert claim(Harbour(), head=MARK, url="https://other.example/1").confidence >= 0.7


def test_a_shape_does_not_count_at_another_address() -> None:
    """An outlet that has hosts does not take a page of somebody else for its own."""
    assert Harbour().claim(page(url="https://other.example/1")) is None
    assert claim(Family(), url="https://other.example/1").confidence == 0.3


@pytest.mark.parametrize(
    "head",
    [
        "<link rel=canonical href='https://other.example/1'>",
        "<meta property='og:url' content='https://other.example/1'>",
    ],
)
def test_a_shape_does_not_count_where_the_page_names_another_host(head: str) -> None:
    """Read without an address, a page is believed that it is somebody else's; a mark and a family still count."""
    assert Harbour().claim(page(head=head)) is None
    assert claim(Harbour(), head=head + MARK).confidence == 0.7
    assert claim(Family(), head=head).confidence == 0.3
    assert claim(Harbour(), head="<link rel=canonical href='/1'>").confidence == 0.5


def test_a_canonical_address_is_a_hint_that_a_layout_confirms() -> None:
    """With the layout it is nearly a host; alone, or against a known address, it is nothing."""
    head = "<link rel=canonical href='https://harbour.example/1'>"
    assert 0.7 <= claim(Harbour(), head=head).confidence < 0.9
    assert Harbour().claim(page("<p>Another page.</p>", head=head)) is None
    assert Harbour().claim(page(head=head, url="https://other.example/1")) is None


def test_of_canonical_hosts_the_longer_wins_whatever_the_mark() -> None:
    """An edition on a host of its own is surer of its page than the whole site, marked or not."""

    class Edition(Harbour):
        name = "harbour-fr"
        hosts = ("fr.harbour.example",)

    head = f"<link rel=canonical href='https://fr.harbour.example/1'>{MARK}"
    whole, edition = claim(Harbour(), head=head), claim(Edition(), head=head)
    assert 0.7 < whole.confidence < edition.confidence < 0.9


def test_layouts_are_chosen_by_what_is_on_the_page() -> None:
    """The first that fits; none where none does."""
    assert Harbour().layout_of(page()) is Harbour.layouts[1]
    assert Harbour().layout_of(page("<div class=gone></div>")) is Harbour.layouts[0]
    assert Harbour().layout_of(page("<p>x</p>")) is None
    assert (
        Harbour().layout_of(Page(b"FERRY\n\nIt stays.", media_type="text/plain"))
        is Harbour.layouts[2]
    )


def test_a_host_alone_is_enough_without_a_layout() -> None:
    """An outlet whose pages carry good linked data states name and hosts and nothing more."""

    class Bare(Outlet):
        name = "bare"
        hosts = ("harbour.example",)

    article = edit(Bare())
    assert (article.headline, article.text.split("\n")[0]) == ("The ferry stays", PROSE)


def test_equal_claims_are_a_visible_tie() -> None:
    """The desk lists both, the first given first."""

    class Twin(Harbour):
        name = "twin"

    candidates = Desk(outlets=[Harbour(), Twin()]).claims(page(url="https://harbour.example/1"))
    assert [c.outlet.name for c in candidates] == ["harbour", "twin", "generic"]
    assert candidates[0].claim.confidence == candidates[1].claim.confidence


# -- methods


def outlet_with(**fields: object) -> Outlet:
    def returning(value: object) -> Callable[[Outlet, Page], object]:
        return lambda _self, _page: value

    methods = {field: returning(value) for field, value in fields.items()}
    made: Outlet = type("Made", (Harbour,), methods)()
    return made


@pytest.mark.parametrize(
    ("field", "value", "expected"),
    [
        ("headline", " Ferry\u00a0stays ", "Ferry stays"),
        ("summary", "Why it stays", "Why it stays"),
        ("byline", "By Ann Lee in Kyiv", "By Ann Lee in Kyiv"),
        ("sections", ["News", "Harbour"], ("News", "Harbour")),
        ("topics", ("ferry",), ("ferry",)),
        ("kind", "opinion", "opinion"),
        ("access", "free", "free"),
        ("language", "de", "de"),
        ("publisher", Party(name="Harbour"), Party(name="Harbour")),
        ("published", "2022-01-07T16:24Z", "2022-01-07T16:24Z"),
        ("modified", Stamp(value="2023", raw="2023"), "2023"),
    ],
)
def test_a_method_named_after_a_field_gives_it(field: str, value: object, expected: object) -> None:
    """Words, lists of words or the schema's own parts; the evidence names the method."""
    article = edit(outlet_with(**{field: value}))
    got = getattr(article, field)
    assert (got.value if isinstance(got, Stamp) else got) == expected
    evidence = article.provenance.get(f"/{field}") or article.provenance[f"/{field}/0"]
    assert (evidence[0].method, evidence[0].selector) == ("python", field)


def test_authors_of_a_method_are_read_like_a_byline() -> None:
    """Names in words become bare parties; parties stay as they are."""
    editor = Party(name="Ida Ray", kind="person", role="editor")
    article = edit(outlet_with(authors=["By Ann Lee and Bob Ray", editor]))
    assert [(a.name, a.role) for a in article.authors] == [
        ("Ann Lee", "author"),
        ("Bob Ray", "author"),
        ("Ida Ray", "editor"),
    ]


def test_a_body_of_words_becomes_paragraphs() -> None:
    """And blocks of the schema stay blocks."""
    heading = Heading(id="b2", text="Why")
    article = edit(outlet_with(body=[PROSE, heading, " ", PROSE]))
    assert article.body == (
        Paragraph(id="b1", text=PROSE),
        heading,
        Paragraph(id="b3", text=PROSE),
    )


def test_a_body_may_be_a_node() -> None:
    """It is walked as a layout's body is."""

    class Walked(Harbour):
        def body(self, page: Page) -> object:
            return page.tree.css_first("p + p")

    assert edit(Walked()).text == "Nobody objected."


def test_none_leaves_the_field_to_the_layout() -> None:
    """A method that cannot say anything about this page says None."""
    article = edit(outlet_with(headline=None, authors=None))
    assert article.headline == "The ferry stays"
    assert article.provenance["/headline"][0].layout == "new"


def test_soup_gives_what_selectors_cannot() -> None:
    """BeautifulSoup of one node, not of the page."""

    class Souped(Harbour):
        def summary(self, page: Page) -> str | None:
            node = page.tree.css_first(".story p")
            return page.soup(node).find(string=True).strip().split(" and ")[0] if node else None  # type: ignore[union-attr]

    assert edit(Souped()).summary == "The harbour council met on Tuesday"


# -- identity and zone


def test_the_outlets_own_id_makes_the_articles() -> None:
    """The same article at another address of the outlet has the same id."""

    class Numbered(Harbour):
        id_pattern = r"/news/(\d{8})(?:/|$)"

    desk = Desk(outlets=[Numbered()])
    urls = (
        "https://harbour.example/news/12345678/old-slug",
        "https://en.harbour.example/news/12345678",
    )
    one, two = (desk.edit(page(url=url)) for url in urls)
    assert isinstance(one, Article)
    assert isinstance(two, Article)
    assert one.id == two.id


def test_the_outlets_language_reads_months_where_the_page_states_none() -> None:
    """It is a default for the text's language as well, never against the text's own words."""

    class Spanish(Outlet):
        name = "spanish"
        hosts = ("harbour.example",)
        language = "es"
        layouts = (
            Layout("new", detect=".story", headline="h1", body=".story p", published=".when"),
        )

    outcome = Desk(outlets=[Spanish()]).edit(
        Page(f"{BODY}<i class=when>7 ene 2022</i>".encode(), "https://harbour.example/1")
    )
    assert isinstance(outcome, Article)
    assert outcome.published
    assert (outcome.published.value, outcome.language) == ("2022-01-07", "en")
