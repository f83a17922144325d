"""What is an article and what is something else, where the two look alike."""

import pytest

from copydesk import Article, Desk, Layout, Outlet, Page, Rejection

PROSE = "The ferry at Lower Bank stays where it is, the council said on Tuesday after a long night."


class Harbour(Outlet):
    name = "harbour"
    hosts = ("harbour.example",)
    layouts = (Layout("new", detect=".story", headline="h1", body=".story"),)


def edit(body: str, title: str = "The ferry stays", outlets: tuple[Outlet, ...] = ()) -> object:
    markup = f"<html lang=en><head><title>{title}</title></head><body>{body}</body></html>"
    return Desk(outlets=outlets).edit(Page(markup.encode(), "https://harbour.example/1"))


@pytest.mark.parametrize(
    "banner",
    [
        "Accept cookies",
        "We value your privacy",
        "Sign in to your account",
        "Subscribe to read more",
    ],
)
@pytest.mark.parametrize("outlets", [(), (Harbour(),)], ids=["generic", "outlet"])
def test_a_banner_does_not_make_a_short_article_a_wall(
    banner: str, outlets: tuple[Outlet, ...]
) -> None:
    """Consent, login and subscription stand beside articles; only their own words are judged."""
    story = f"<div class=story><h1>The ferry stays</h1>{f'<p>{PROSE}</p>' * 4}</div>"
    outcome = edit(
        f"{story}<div class=cookie-banner><button>{banner}</button></div>", outlets=outlets
    )
    assert isinstance(outcome, Article)
    assert banner not in outcome.text


@pytest.mark.parametrize(
    ("title", "words", "code"),
    [
        (
            "Before you continue",
            "Before you continue to the news we ask you something. ",
            "consent",
        ),
        (
            "Checking your browser",
            "Please wait while we verify that you are a human. ",
            "challenge",
        ),
    ],
)
def test_a_page_that_is_a_wall_is_none(title: str, words: str, code: str) -> None:
    """However many sentences it needs to say so."""
    outcome = edit(f"<h1>{title}</h1>" + f"<p>{words}{PROSE}</p>" * 4, title)
    assert isinstance(outcome, Rejection)
    assert outcome.code == code


def teasers(count: int, end: str, *, whole: int = 0) -> str:
    cards = [
        f"<div><h2><a href=/{n}>Title {n}</a></h2><p>{PROSE} No {n} of {end}</p></div>"
        for n in range(count)
    ]
    return "".join(cards) + "".join(f"<p>{PROSE} Whole {n}.</p>" for n in range(whole))


@pytest.mark.parametrize(
    "end", ["them…", "them...", "them […]", "them… <a href=/1>Continue reading</a>"]
)
def test_beginnings_of_texts_are_an_index(end: str) -> None:
    """Three or more that break off, by an ellipsis or a link after one."""
    outcome = edit(f"<main>{teasers(5, end)}</main>", "News")
    assert isinstance(outcome, Rejection)
    assert outcome.code == "index"


def test_a_text_that_breaks_off_now_and_then_is_an_article() -> None:
    """An ellipsis is a matter of style until most paragraphs end in one."""
    assert isinstance(edit(f"<main>{teasers(3, 'them…', whole=4)}</main>"), Article)


def test_a_password_is_asked_for() -> None:
    """A protected post of WordPress shows nothing but a form."""
    form = "<p>This content is password protected. To view it please enter your password below:</p>"
    outcome = edit(f"<h1>Protected: Minutes</h1><form>{form}</form>", "Protected: Minutes")
    assert isinstance(outcome, Rejection)
    assert outcome.code == "login"


def test_a_list_under_a_banner_is_a_list() -> None:
    """A banner that asks for consent stands on lists, too."""
    titles = "".join(f"<h2><a href=/{n}>Ferry {n}</a></h2>" for n in range(4))
    outcome = edit(f"<h1>News</h1>{titles}<div class=banner>Accept cookies</div>")
    assert isinstance(outcome, Rejection)
    assert outcome.code == "index"


@pytest.mark.parametrize(("rest", "kind"), [("", Rejection), ("</div></body></html>", Article)])
def test_a_picture_is_no_text_where_the_page_is_cut(rest: str, kind: type) -> None:
    """What is cut before its first words is no article; a whole page of pictures may be one."""
    body = f"<div class=story><h1>The ferry stays</h1><img src=/ferry.jpg>{rest}"
    page = Page(f"<html><body>{body}".encode(), "https://harbour.example/1")
    assert isinstance(Desk(outlets=[Harbour()]).edit(page), kind)


@pytest.mark.parametrize(
    "body",
    [
        "<noscript>You need to enable JavaScript to run this app.</noscript><div id=root></div>",
        "<div id=app>Loading …</div>",
        "<noscript><style>p { color: red }</style><p>Please switch scripts on.</p></noscript>",
    ],
)
def test_a_page_that_scripts_would_fill_is_empty(body: str) -> None:
    """It was saved before they ran, and its reason says how to save it better."""
    script = "<script>window.page = 'The ferry came back on Monday, as it always did.'</script>"
    outcome = edit(body + script, "Harbour Post")
    assert isinstance(outcome, Rejection)
    assert outcome.code == "empty"
    assert "save it from a browser" in outcome.reason


def test_a_page_of_some_words_is_not_empty() -> None:
    """Where a reader sees a line or two, that is what the page holds."""
    words = "Opening hours of the harbour office: daily from eight to noon, and on request"
    outcome = edit(
        f"<div>{words}</div><script>var hours = 'eight to noon'</script>", "Harbour Post"
    )
    assert isinstance(outcome, Rejection)
    assert outcome.code == "not_article"


def test_long_words_count_by_their_letters() -> None:
    """Turkish and Tamil say in four words what takes English seven; both are texts."""
    words = "İskelenin onarımına başlayamayacaklarını belediyedekilerden öğrenmişler. "
    story = f"<h1>İskele</h1><p>{words * 3}</p><p>Kaptanlarımızdan {words * 2}</p>"
    assert isinstance(edit(story, "İskele"), Article)


def listed(href: str, below: int = 1) -> str:
    return "".join(
        f"<h2><a href={href}{n}>What the harbour said on day {n}</a></h2>"
        + f"<p>{PROSE[:-1]}, for the {n}th time.</p>" * below
        for n in range(10)
    )


def test_titles_that_lead_on_are_an_index() -> None:
    """Whole sentences under headings that are links to the site's other pages are teasers."""
    outcome = edit(f"<h1>Harbour</h1>{listed('/news/')}")
    assert isinstance(outcome, Rejection)
    assert outcome.code == "index"


@pytest.mark.parametrize(
    ("href", "below"), [("https://shop.example/", 1), ("/1#part", 1), ("/reviews/", 4)]
)
def test_headings_of_an_article_may_be_links(href: str, below: int) -> None:
    """They lead to shops, to themselves, or have a text of their own below."""
    assert isinstance(edit(f"<h1>Harbour</h1>{listed(href, below)}"), Article)
