"""The headline of a page that no outlet knows: which heading, which part of it, or which title."""

import pytest

from copydesk import Page
from copydesk.extract.context import Context
from copydesk.extract.headline import headline

LONG = "Ferry returns to Gull Island after nine winters"


def read(head: str, body: str, url: str | None = None) -> tuple[str, str, str]:
    html = f"<html><head>{head}</head><body>{body}</body></html>"
    found = headline(Context(Page(html.encode(), url, media_type="text/html")))
    assert found is not None
    return found.value, found.trace.method, found.trace.selector


def og(title: str, site: str = "") -> str:
    name = f"<meta property=og:site_name content='{site}'>" if site else ""
    return f'<meta property=og:title content="{title}">{name}'


@pytest.mark.parametrize(
    "body",
    [
        f"<h1>Harbour Post</h1><h1>{LONG}</h1>",
        f"<h1><a href='/'>The paper of the coast</a></h1><h1>{LONG}</h1>",
        f"<nav><h1>{LONG}</h1></nav><h2>{LONG}</h2>",
        f"<ol class=steps><li><h1>{LONG} and more</h1></li></ol><h2>{LONG}</h2>",
        f"<h1>Sign up for our letters now</h1><h1>{LONG}, they say</h1>",
    ],
)
def test_the_frame_of_the_page_has_no_headline(body: str) -> None:
    """The site's name, a link home, a menu, a list of steps and a box are not the headline."""
    value, method, selector = read(og(LONG, "Harbour Post"), body)
    assert value.startswith(LONG)
    assert method == "generic"
    assert not selector.startswith(("html>body:nth-child(2)>nav", "html>body:nth-child(2)>ol"))
    assert not selector.endswith("h1:nth-child(1)")


@pytest.mark.parametrize(
    ("title", "heading"),
    [
        (LONG, f"<span class=over>Shipping</span> <span>{LONG}</span>"),
        (f"Boats at last: {LONG}", f"<span class=x>Shipping</span><span>{LONG}</span>"),
        ("The island has a boat", f"<span class=article-kicker>Shipping</span><span>{LONG}</span>"),
        (LONG, f"<a href=/f>{LONG}</a> <a href=/c>87</a>"),
        (LONG, f"{LONG} | Opinion"),
        (LONG, f"<a><time>Dec <span>18</span> 2025</time> {LONG}</a>"),
        (LONG, f"<strong>Blog:</strong> {LONG}"),
        (LONG, f"{LONG} | Harbour Post"),
    ],
)
def test_kicker_note_label_and_site_are_no_part_of_it(title: str, heading: str) -> None:
    """Of a heading that says more than a title does, the part that a title knows is the headline."""
    value, method, _ = read(og(title, "Harbour Post"), f"<h1>{heading}</h1>")
    assert (value, method) == (LONG, "generic")


def test_a_kicker_that_the_titles_have_belongs_to_it() -> None:
    """The outlet says itself that the headline begins with it."""
    body = "<h1><span class=topline>Shipping</span><span>Ferry returns</span></h1>"
    assert read(og("Shipping: Ferry returns"), body)[0] == "Shipping: Ferry returns"


def test_a_kicker_that_the_tab_alone_has_is_no_part_of_it() -> None:
    """What the headline is called where it is shared counts more than the tab does."""
    heading = f"<h1><span>Shipping</span> <span>{LONG}</span></h1>"
    tab = f"<title>Shipping: {LONG} - Post</title>"
    assert read(og(LONG) + tab, heading)[0] == LONG
    assert read(og(f"Shipping: {LONG}") + tab, heading)[0] == f"Shipping: {LONG}"


def test_a_title_tells_where_words_end() -> None:
    """White space that only the markup makes is none of the headline's."""
    body = "<h1><a href=/f>How the <span>f</span><span>erry came</span></a></h1>"
    assert read("<title>How the ferry came</title>", body)[0] == "How the ferry came"


def test_the_printed_heading_is_believed_over_a_title_in_other_words() -> None:
    """A title for search engines does not replace what the reader sees, nor its spelling."""
    assert read(og("Gull Island ferry timetable"), f"<h1>{LONG}</h1>")[0] == LONG
    assert read(og(LONG.upper()), f"<h1>{LONG}</h1>")[0] == LONG


def test_the_address_confirms_a_short_heading() -> None:
    """A heading of two words is the headline where the address ends in it."""
    url = "https://harbour.example/new-boats/"
    assert read(og("Boats for all the islands"), "<h1>New boats</h1>", url)[0] == "New boats"
    assert read(og("Boats for all islands"), "<h1>Our page</h1>", url)[0] == "Boats for all islands"


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (f"<title>{LONG} – Harbour</title>", LONG),
        (f"<title>Harbour Post | harbourpost.example - {LONG}</title>", LONG),
        (og(f"{LONG} | HarbourPost"), LONG),
        (og("Ferry: returns - to Gull Island", "Harbour Post"), "Ferry: returns - to Gull Island"),
        (og("Ferry returns to Gull…") + f"<meta name=twitter:title content='{LONG}'>", LONG),
    ],
)
def test_a_title_loses_the_sites_name_alone(head: str, expected: str) -> None:
    """Without a heading the first title that is not cut off stands, less the name of the site or host."""
    assert read(head, "<p>words</p>", "https://www.harbourpost.example/7")[0] == expected


@pytest.mark.parametrize("tag", ["h1", "h2"])
def test_any_heading_is_better_than_none(tag: str) -> None:
    """A page that states no title is named by its first heading, however short."""
    assert read("", f"<{tag}>Closed</{tag}><{tag}>Open</{tag}>")[0] == "Closed"


def test_scripts_without_spaces() -> None:
    """A lone heading of many letters is the headline, whatever the script; two letters are a label."""
    lone = "離島への船が九年ぶりに戻る"
    assert read("<title>港新聞</title>", f"<h1>{lone}</h1>")[0] == lone
    assert read(og("九年ぶりの船"), "<h1>記事</h1>")[0] == "九年ぶりの船"


def test_a_heading_of_the_second_level_that_is_the_title() -> None:
    """It is the headline where none of the first level says what the titles say."""
    body = f"<h1>But what they loved is the harbour</h1><h2>{LONG}</h2>"
    assert read(og(LONG), body)[0] == LONG
    assert read(og(LONG), f"<h1>Ferry returns to Gull</h1><h2>{LONG}</h2>")[0] != LONG


def test_a_lower_heading_that_the_tab_begins_with() -> None:
    """Sections and the site follow it there."""
    value, _, where = read(
        f"<title>{LONG} | World | Post</title>", f"<h2>Today</h2><h3>{LONG}</h3>"
    )
    assert (value, where) == (LONG, "html>body:nth-child(2)>h3:nth-child(2)")


def test_a_heading_of_the_second_level_with_a_kicker() -> None:
    """Titles that lack the kicker know the rest."""
    body = f"<h2>Sections</h2><h2><span class=x>Shipping</span> <span>{LONG}</span></h2>"
    assert read(f"<title>{LONG} | World | Post</title>", body)[0] == LONG


@pytest.mark.parametrize(
    ("body", "selector"),
    [
        (f"<div><h3>{LONG}</h3></div>", "html>body:nth-child(2)>div:nth-child(1)>h3:nth-child(1)"),
        (
            f"<a href=/x>{LONG}</a><td><font size=5>{LONG}</font>",
            "html>body:nth-child(2)>font:nth-child(2)",
        ),
        (f"<h2>Latest</h2><p>{LONG}: more of it</p>", "title"),
        (f"<h2>Latest</h2><ol class=breadcrumb><li>{LONG}</li></ol>", "title"),
    ],
)
def test_a_title_that_no_higher_heading_says(body: str, selector: str) -> None:
    """It is a lower heading, or large letters of old pages, that says it; no link and no trail of links."""
    value, _, where = read(
        f"<title>Harbour Post - {LONG}</title>", body, "http://harbourpost.example/n?1"
    )
    assert (value, where) == (LONG, selector)


@pytest.mark.parametrize(
    ("kind", "tab", "shared", "stated"),
    [
        ("NewsArticle", f"{LONG} | Harbour Post", LONG, True),
        ("NewsArticle", f"{LONG} | Harbour Post", "Boats again", True),
        ("NewsArticle", f"{LONG} | Harbour Post", "Island gets its boat back", False),
        ("NewsArticle", "Boats again", LONG, False),
        ("BlogPosting", f"{LONG} | Harbour Post", LONG, False),
    ],
)
def test_a_newsroom_that_says_its_headline_twice(
    kind: str, tab: str, shared: str, stated: bool
) -> None:
    """Linked data of news and the tab together outvote a heading that the shared title does not have."""
    data = f'{{"@type": "{kind}", "headline": "{LONG}"}}'
    head = f'<title>{tab}</title><script type="application/ld+json">{data}</script>'
    value, method, _ = read(head + og(shared, "Harbour Post"), "<h1>Island gets its boat back</h1>")
    assert (value == LONG, method == "ld") == (stated, stated)


def test_a_title_loses_a_section_behind_a_bar() -> None:
    """One or two words behind a bar are the section, in a title as in a heading."""
    assert read(og(f"{LONG} | District"), "<p>words</p>")[0] == LONG


BLOG = "https://tidebook.blog.example"


@pytest.mark.parametrize("home", ["/", f"{BLOG}/", BLOG])
def test_a_heading_that_leads_home_names_the_site(home: str) -> None:
    """Blogs write their own name as the first heading; the tab's title loses it."""
    head = "<title>Notes of the tide: The bell came back</title>"
    body = f"<h1><a href='{home}'>Notes of the tide</a></h1><h3>The bell came back</h3>"
    assert read(head, body, f"{BLOG}/2011/11/bell.html")[0] == "The bell came back"


def test_a_heading_that_leads_to_the_folder_of_the_blog() -> None:
    """Hosts of blogs give each a folder; its first page may be a folder too, whose second page it heads."""
    body = "<h1><a href='/tide/'>Notes of the tide</a></h1><h3>The bell came back</h3>"
    url = "https://blogs.example/tide"
    head = "<title>Notes of the tide: The bell came back</title>"
    assert read(head, body, f"{url}/2011/11/bell.html")[0] == "The bell came back"
    assert read("<title>A site</title>", body, f"{url}/2/")[0] == "Notes of the tide"


@pytest.mark.parametrize("sign", ["<a href=#b>¶</a>", " <a href=#b>#</a>"])
def test_the_sign_of_a_permalink_is_no_word(sign: str) -> None:
    """Makers of documentation put a link to the heading behind it."""
    assert read("<title>Docs</title>", f"<h1 id=b>The bell came back{sign}</h1>")[0] == (
        "The bell came back"
    )


@pytest.mark.parametrize(
    ("href", "url"),
    [
        (f"{BLOG}/", f"{BLOG}/"),
        (f"{BLOG}/?p=7", f"{BLOG}/?p=7"),
        (f"{BLOG}/2011/11/bell.html", f"{BLOG}/2011/11/bell.html"),
        ("https://bells.example/", f"{BLOG}/2011/11/bell.html"),
        ("mailto:bell@bells.example", f"{BLOG}/2011/11/bell.html"),
    ],
)
def test_a_heading_that_leads_elsewhere_is_a_heading(href: str, url: str) -> None:
    """A headline may lead to its own page, or to another site's front page."""
    body = f"<h1><a href='{href}'>The bell came back</a></h1>"
    assert read("<title>Notes of the tide</title>", body, url)[0] == "The bell came back"


def test_a_lone_heading_that_announces() -> None:
    """A lone heading with a colon at its end announces what stands below it; the titles name the page."""
    box = "<h1>A word from our publisher:</h1>"
    assert (
        read("<title>Ferry returns to the island</title>", box)[0] == "Ferry returns to the island"
    )


def test_a_heading_escaped_twice() -> None:
    """A heading that shows its entities is read as the title that has it right."""
    tab = "<title>Piers, Boats &amp; Ferries</title>"
    assert read(tab, "<h1>Piers, Boats &amp;#x26; Ferries</h1>")[0] == "Piers, Boats & Ferries"


@pytest.mark.parametrize(
    "body",
    [
        f"<h1>Harbour Post</h1><h3>Latest</h3><h3>{LONG}</h3>",
        f"<h2>The sea this week</h2><p class=site-title>Harbour Post</p><p class=article_title>{LONG}</p>",
    ],
)
def test_a_lower_heading_may_be_the_headline(body: str) -> None:
    """Where no heading of the first two levels is, one of the third, or what is marked as a title."""
    value, method, selector = read(og(LONG, "Harbour Post"), body)
    assert (value, method) == (LONG, "generic")
    assert selector.endswith("nth-child(3)")


def test_a_label_in_brackets_of_the_tab_alone() -> None:
    """Tabs put the site's name in brackets before the title; a heading keeps what it prints itself."""
    head = f"<title>[Harbour Post] {LONG}</title>"
    assert read(head, f"<font><b>{LONG}</b></font>")[0] == LONG
    assert read(head, f"<h1>[Harbour Post] {LONG}</h1>")[0] == f"[Harbour Post] {LONG}"


def test_a_sites_name_marked_as_a_title_is_no_headline() -> None:
    """A page may be called by its site's name in one place and by its own in another."""
    head = f"<title>Sea Letters</title>{og(LONG)}"
    assert read(head, "<p class=site-title>Sea Letters</p>")[:2] == (LONG, "meta")


@pytest.mark.parametrize(
    "title",
    [
        "梯田迎来春色-新风网",
        "梯田迎来春色_图片_新风网",
        "梯田迎来春色--图片--新风网",
        "梯田迎来春色：新风网",
        "梯田迎来春色｜新风网",
    ],
)
def test_titles_of_scripts_that_part_no_words(title: str) -> None:
    """No space stands before the site's name, and eight signs are a title."""
    assert read(f"<title>{title}</title>", "<h1>梯田迎来春色</h1>")[1] == "generic"
    assert read(f"<title>{title}</title>", "<h2>图片</h2><h1>梯田迎来春色组图</h1>")[1] == "generic"


def test_a_site_s_name_behind_a_hyphen_alone() -> None:
    """Where no heading is, the tab's title is it less the site's name."""
    assert read("<title>梯田迎来春色-新风网</title>", "<p>图</p>")[0] == "梯田迎来春色"
    assert read("<title>A well-known ferry</title>", "<p>Words</p>")[0] == "A well-known ferry"


@pytest.mark.parametrize(
    "heading", ["<span>Featured</span> {}", "{} <sup><span>Featured</span></sup>"]
)
def test_a_label_of_its_own_is_no_part_of_the_headline(heading: str) -> None:
    """Before or behind the words that a title of the page says."""
    assert read(f"<title>{LONG}</title>", f"<h1>{heading.format(LONG)}</h1>")[0] == LONG
