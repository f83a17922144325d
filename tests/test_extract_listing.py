"""What is a list of texts and what is a text that looks like one."""

import pytest

from copydesk import Article, Desk, Page, Rejection

URL = "https://harbour.example/news"
LINKED = """<script type="application/ld+json">{"@type": "NewsArticle", "headline": "The best of May",
"datePublished": "2024-05-31"}</script>"""
STATED = "<meta property=article:published_time content=2024-05-31>"


def title(number: int) -> str:
    return f"What the harbour said on day {number}"


def teaser(number: int) -> str:
    return f"The council met for the {number}th time and kept the ferry. Nobody objected, not even the {number} bakers."


def edit(body: str, head: str = "", url: str | None = URL) -> object:
    markup = (
        f"<html lang=en><head><title>The best of May</title>{head}</head><body>{body}</body></html>"
    )
    return Desk(outlets=()).edit(Page(markup.encode(), url))


def listed(form: str, texts: int = 6) -> str:
    """Fill a form with the link's address, the title and the teaser of each text."""
    parts = (form.format(f"/story/{n}", title(n), teaser(n)) for n in range(texts))
    return "".join(parts)


CARD = "<div class=card><h3><a href={}>{}</a></h3><p>{}</p></div>"


@pytest.mark.parametrize("url", [URL, None], ids=["address", "none"])
@pytest.mark.parametrize(
    "form",
    [
        CARD,
        "<article><header><h2><a href=https://harbour.example{}>{}</a></h2><time>5 May</time></header><div>{}</div></article>",
        "<div><a href={}><img src=/1.jpg><h3>{}</h3></a><p>{}</p></div>",
        "<div><span class=time>5 May 2024</span><a href={}>{}</a><div><p>{}</p></div></div>",
        "<dl><dt><a href={}>{}</a></dt><dd>{}</dd></dl>",
        "<p><a href={}><b>{}</b></a><br>{}</p>",
        "<table><tr><td><b><a href={}>{}</a></b><br>{}</td></tr></table>",
    ],
)
def test_parts_that_begin_with_titles_are_a_list(form: str, url: str | None) -> None:
    """However the title is marked up, with whole sentences below each."""
    outcome = edit(f"<main><h1>News</h1>{listed(form)}</main>", url=url)
    assert isinstance(outcome, Rejection)
    assert outcome.code == "index"


def test_parts_that_end_in_a_call_to_go_on_are_a_list() -> None:
    """Headings need not be links where many short ones say the same and lead elsewhere."""
    form = "<div><h3>{1}</h3><p>{2}</p><a href={0}>Read on</a></div>"
    assert isinstance(edit(f"<main><h1>News</h1>{listed(form)}</main>"), Rejection)
    assert isinstance(edit(f"<main><h1>News</h1>{listed(form, 4)}</main>"), Article)
    shops = form.replace("{0}", "https://shop.example{0}")
    assert isinstance(edit(f"<main><h1>News</h1>{listed(shops)}</main>"), Article)


@pytest.mark.parametrize(
    ("host", "url"),
    [
        ("https://harbour.example", "https://www.harbour.example/news"),
        ("https://m.harbour.example", "https://harbour.example/news"),
        ("/index.php?at=", "https://harbour.example/index.php"),
    ],
)
def test_a_site_has_several_hosts_and_programs(host: str, url: str) -> None:
    """What is for other screens is of the same site, and so is what a program shows when asked."""
    body = f"<main><h1>News</h1>{listed(CARD.replace('{}', host + '{}', 1))}</main>"
    assert isinstance(edit(body, url=url), Rejection)


def test_a_list_of_the_markup_is_one_too() -> None:
    """The reader takes it for one block."""
    items = listed("<li><h3><a href={}>{}</a></h3><p>{}</p></li>")
    outcome = edit(f"<main><h1>News</h1><ul>{items}</ul></main>")
    assert isinstance(outcome, Rejection)


def test_an_introduction_leaves_it_a_list() -> None:
    """Topic pages and authors' pages begin with a text of their own."""
    intro = f"<p>All that we have written on the ferry. {teaser(80)}</p><p>{teaser(90)}</p>"
    assert isinstance(
        edit(f"<main><h1>The ferry</h1><div>{intro}</div>{listed(CARD, 9)}</main>"), Rejection
    )


def posted(date: str) -> str:
    parts = []
    for n in range(5):
        text = "".join(f"<p>{teaser(100 * n + m)}</p>" for m in range(10))
        parts.append(f"<article><h2><a href=/story/{n}>{title(n)}</a></h2>{date}{text}</article>")
    return "".join(parts)


def test_whole_posts_are_a_list_where_each_is_dated() -> None:
    """A blog's front page; sections of one text have no dates."""
    assert isinstance(edit(posted("<time>5 May 2024</time>")), Rejection)
    assert isinstance(edit(posted("")), Article)


def test_a_page_of_search_results_says_so() -> None:
    """Its code is its own."""
    outcome = edit(f"<h1>Search results for ferry</h1>{listed(CARD)}")
    assert isinstance(outcome, Rejection)
    assert outcome.code == "search"


def test_few_headings_beside_their_texts_are_a_list() -> None:
    """If the text begins with one and each has a single line below."""
    flat = listed("<h2><a href={}>{}</a></h2><p>{}</p>")
    assert isinstance(edit(f"<h1>News</h1>{flat}"), Rejection)
    assert isinstance(edit(f"<h1>News</h1><p>{teaser(80)}</p>{flat}"), Article)


@pytest.mark.parametrize("head", [LINKED, STATED], ids=["linked", "meta"])
@pytest.mark.parametrize("texts", [6, 12])
def test_a_page_that_states_its_own_date_is_an_article(head: str, texts: int) -> None:
    """Round-ups and newsletters are made of titles that lead on."""
    assert isinstance(
        edit(f"<h1>The best of May</h1><p>{teaser(80)}</p>{listed(CARD, texts)}", head), Article
    )


def test_a_list_may_state_the_dates_of_many() -> None:
    """Linked data of many articles describes none of them as the page's own."""
    outcome = edit(f"<main>{listed(CARD)}</main>", LINKED * 6)
    assert isinstance(outcome, Rejection)


@pytest.mark.parametrize(
    "form",
    [
        "<div class=live><time>10:15</time><h3><a href='/news?post={0}#p'>{1}</a></h3><p>{2}</p></div>",
        "<article class=live><h4>{1}</h4><p>{2}</p><div><a href={0}>More on {1}</a></div></article>",
        "<div><h2><a href=https://shop.example{0}>{1}</a></h2><p>{2}</p></div>",
        "<div><h2>{1}</h2><p>{2}</p></div>",
        "<div><p>{2}</p><a href={0}>{1}</a></div>",
        "<p><a href={0}>{1}.</a> {2}</p>",
    ],
    ids=["permalinks", "related", "shops", "unlinked", "behind", "sentences"],
)
def test_parts_of_an_article_do_not_begin_with_titles_that_lead_on(form: str) -> None:
    """Live blogs, listicles, questions and answers, round-ups in sentences."""
    assert isinstance(
        edit(f"<main><h1>The best of May</h1><p>{teaser(80)}</p>{listed(form)}</main>"), Article
    )


def test_titles_beside_an_article_say_nothing_of_it() -> None:
    """Its own text stands in none of those parts."""
    story = "".join(f"<div><p>{teaser(n)}</p></div>" for n in range(10, 20))
    outcome = edit(f"<main><h1>The best of May</h1>{story}<aside>{listed(CARD)}</aside></main>")
    assert isinstance(outcome, Article)
