"""When an unknown page was published and changed: sources in their order, lines by the headline."""

import pytest

from copydesk import Page
from copydesk.extract.context import Context
from copydesk.extract.dated import modified, published


def context(head: str = "", body: str = "", url: str | None = None) -> Context:
    html = f"<html><head>{head}</head><body>{body}</body></html>"
    return Context(Page(html.encode(), url, media_type="text/html"), language="en")


def dates(head: str = "", body: str = "", url: str | None = None) -> tuple[str | None, str | None]:
    here = context(head, body, url)
    first, last = published(here), modified(here)
    return first.value.value if first else None, last.value.value if last else None


def ld(kind: str, first: str, last: str = "") -> str:
    changed = f', "dateModified": "{last}"' if last else ""
    return (
        f'<script type="application/ld+json">{{"@type": "{kind}", "headline": "Ferry", '
        f'"datePublished": "{first}"{changed}}}</script>'
    )


H1 = "<h1>The ferry returns</h1>"


def test_published_and_changed_apart() -> None:
    """A line that says that it is of a change gives the change alone."""
    body = H1 + "<p>Updated March 7, 2024</p><p>March 5, 2024</p>"
    assert dates(body=body) == ("2024-03-05", "2024-03-07")
    parted = "<span>Last updated</span> <span>on</span> <span>March 7, 2024</span>"
    assert dates(body=f"{H1}<p>March 5, 2024</p><p>{parted}</p>") == ("2024-03-05", "2024-03-07")


def test_the_only_date_is_of_a_change() -> None:
    """A page that tells no other date was published by the day of its last change."""
    assert dates(body=H1 + "<p>Last updated: March 7, 2024</p>") == ("2024-03-07", "2024-03-07")


def test_a_build_is_no_publication() -> None:
    """A stated time that is not before the last change yields to an earlier day by the headline."""
    head = ld("BlogPosting", "2025-11-20T16:02:46Z", "2025-11-20T16:02:46Z")
    assert dates(head, H1 + "<p>May 14, 2025</p>")[0] == "2025-05-14"


@pytest.mark.parametrize(
    "line",
    [
        "November 19, 2025",  # a zone's difference
        "November 25, 2025",  # later
        "The old pier stood here until the storm of May 14, 1987, said the harbour master.",
    ],
)
def test_a_build_is_doubted_with_reason(line: str) -> None:
    """The day before, a later day and a day within a sentence prove nothing."""
    head = ld("BlogPosting", "2025-11-20T16:02:46Z", "2025-11-20T16:02:46Z")
    assert dates(head, f"{H1}<p>{line}</p>")[0] == "2025-11-20T16:02:46Z"


def test_news_that_was_not_changed_is_no_build() -> None:
    """News states the time of a change beside that of publication, and the same where there was none."""
    head = ld("NewsArticle", "2025-11-20T16:02:46Z", "2025-11-20T16:02:46Z")
    assert dates(head, H1 + "<p>May 14, 2025</p>")[0] == "2025-11-20T16:02:46Z"


@pytest.mark.parametrize(
    ("name", "which"),
    [
        ("parsely-pub-date", 0),
        ("bytedance:published_time", 0),
        ("rnews:datePublished", 0),
        ("prism.publicationDate", 0),
        ("published_date", 0),
        ("updated", 1),
        ("article:updated_time", 1),
    ],
)
def test_names_of_meta_tags(name: str, which: int) -> None:
    """Sites name the two times in many ways."""
    head = f"<meta name={name} content='2024-03-05T10:00:00+08:00'>"
    assert dates(head)[which] == "2024-03-05T10:00:00+08:00"


def test_the_locale_tells_the_order_of_day_and_month() -> None:
    """A language without a region takes that of the page's locale of the same language."""
    body = H1 + "<p>Posted on 01-04-2024</p>"
    assert dates(body=body)[0] is None
    for locale, expected in (("en_US", "2024-01-04"), ("en_GB", "2024-04-01"), ("fr_FR", None)):
        head = f"<meta property=og:locale content={locale}>"
        assert dates(head, body)[0] == expected


def test_a_page_that_calls_itself_no_article() -> None:
    """The node of a web page has dates as good as an article's."""
    assert dates(ld("WebPage", "2024-03-17", "2024-05-03")) == ("2024-03-17", "2024-05-03")


@pytest.mark.parametrize(
    "body",
    [
        H1 + "<p>16-19 March 2026</p>",
        "<p>Today: Tuesday March 5, 2024</p>" + H1,
        H1 + "<figure><figcaption>The pier on March 5, 2024</figcaption></figure>",
        H1 + "<div class='related'><time datetime='2024-03-05'>March 5, 2024</time></div>",
        H1 + "<div class='comments'><span class=date>March 5, 2024</span></div>",
    ],
)
def test_other_dates(body: str) -> None:
    """An event's days, the visit's, a picture's, a related text's and a comment's are not the text's."""
    assert dates(body=body) == (None, None)


def test_a_time_element_states_more_than_it_shows() -> None:
    """The attribute has clock and zone."""
    shown = "<time datetime='2024-03-05T10:00:00+02:00'>March 5, 2024</time>"
    assert dates(body=H1 + shown)[0] == "2024-03-05T10:00:00+02:00"


def test_a_day_before_a_month() -> None:
    """A month alone counts only where no day is told."""
    address = "https://a.example/2024/03/05/ferry"
    assert dates(body=H1 + "<p>/ Mar 2024</p>", url=address)[0] == "2024-03-05"
    assert dates(body=H1 + "<p>/ Mar 2024</p>")[0] == "2024-03"


@pytest.mark.parametrize(
    "address", ["https://a.example/2024/mar/05/ferry", "https://a.example/2024/march/5/ferry"]
)
def test_months_named_in_the_address(address: str) -> None:
    """An address may name the month."""
    assert dates(url=address)[0] == "2024-03-05"


def test_the_title_ends_in_a_date() -> None:
    """Some sites put the date at the end of the tab's title."""
    assert dates("<title>Ferry returns | Post | 28 April 2023</title>")[0] == "2023-04-28"


def test_the_sidebar_of_a_page_is_not_the_page() -> None:
    """A class about the sidebar on what holds the headline leaves the date where it is."""
    body = f"<div class='story sidebar-single'>{H1}<span class=story-date>May 31, 2024</span></div>"
    assert dates(body=body)[0] == "2024-05-31"


@pytest.mark.parametrize(
    "labels",
    [
        "<li>수정 <i>2024-03-07 09:01</i><li>등록 <i>2024-03-05 16:40</i>",
        "<b>更新</b> 2024-03-07 09:01<p>2024-03-05 16:40",
    ],
)
def test_labels_of_two_letters(labels: str) -> None:
    """A word of two signs before a date may say that it is of a change."""
    assert dates(body=f"{H1}<ul>{labels}</ul>") == ("2024-03-05T16:40", "2024-03-07T09:01")


@pytest.mark.parametrize(
    "line",
    [
        "<p>5 March 2024, 16:40</p>",
        "<p><b data-date-time='2024-03-05 16:40'>5 March 2024</b></p>",
        "<p data-published-time=202403051640 data-update-time=202403051702>5 March 2024</p>",
    ],
)
def test_the_printed_time_of_a_stated_day(line: str) -> None:
    """A head that states the day alone is completed by what stands by the headline."""
    head = "<meta name=publishdate content=2024-03-05>"
    assert dates(head, H1 + line)[0] == "2024-03-05T16:40"
    assert dates(f"{head}", f"{H1}{line.replace('5', '6')}")[0] == "2024-03-05"


def test_the_moment_of_another_day_is_no_date() -> None:
    """An attribute may hold the time of the visit."""
    line = "<p data-server-time='2024-03-09 10:00'>March 5, 2024</p>"
    assert dates(body=H1 + line)[0] == "2024-03-05"


@pytest.mark.parametrize("stated", ["", "lang=en-US"])
def test_dates_are_read_in_the_language_of_the_text(stated: str) -> None:
    """Themes state English, or nothing, whatever the site is written in."""
    story = (
        "<p>شهردار گفت که بندر تا پایان هفته بسته می‌ماند و قایق‌ها در اسکله پهلو گرفته‌اند.</p>" * 3
    )
    html = (
        f"<html {stated}><body><p>۱۳۹۵/۱۱/۰۳ - ۸:۰۷</p><h1>بندر بسته ماند</h1>{story}</body></html>"
    )
    page = Page(html.encode(), media_type="text/html")
    found = published(Context(page, language=page.html_lang))
    assert found is not None
    assert found.value.value == "2017-01-22T08:07"


@pytest.mark.parametrize(
    "line",
    [
        "March 5, 2024 | Updated: March 7, 2024",
        "Published 5 March 2024, last updated on 7 March 2024",
        "입력 2024.03.05 수정 2024.03.07",
        "Updated: March 7, 2024 11:20 am | First published: March 5, 2024",
        "Mis à jour le 7 mars 2024 à 11h20 - Publié le 5 mars 2024",
        "Publicat: 5 martie 2024, ultima actualizare: 7 martie 2024",
        "5. marts 2024, senest ændret 7. marts 2024",
    ],
)
def test_two_dates_in_one_line(line: str) -> None:
    """What stands behind the word of a change is the change's."""
    first, last = dates(body=f"{H1}<p>{line}</p>")
    assert (first, (last or "")[:10]) == ("2024-03-05", "2024-03-07")


@pytest.mark.parametrize(
    "change",
    [
        "<time class=updated datetime=2024-03-07>7 March</time>",
        "<span class=updated>Updated</span> <time datetime=2024-03-07>7 March</time>",
    ],
    ids=["class", "label"],
)
def test_a_later_day_marked_as_a_change(change: str) -> None:
    """By its class, or by a label before it."""
    first = "<time class=published datetime=2024-03-05>5 March</time>"
    assert dates(body=f"{H1}{first} {change}") == ("2024-03-05", "2024-03-07")


@pytest.mark.parametrize("marks", ["updated", "'published updated'"])
def test_the_only_day_is_no_change_whatever_its_class(marks: str) -> None:
    """WordPress calls the day of a text that was not changed both."""
    only = f"<time class={marks} datetime=2024-03-05>5 March</time>"
    assert dates(body=f"{H1}{only}") == ("2024-03-05", None)
