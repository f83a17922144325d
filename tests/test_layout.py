"""A layout's rules read what they say from where they say, and a rule that cannot work is refused."""

import pytest

from copydesk import (
    Article,
    Comments,
    Credit,
    Desk,
    Images,
    Layout,
    Outlet,
    Page,
    Rejection,
    TextLayout,
    When,
)
from copydesk.errors import LayoutError
from copydesk.extract.context import Context
from copydesk.layout.result import Result
from copydesk.schema import Embed, ImageRef, Paragraph, Party, Stamp

PROSE = "The bridge over the Lipa was closed on Tuesday, and nobody knows for how long."


def page(body: str, head: str = "", lang: str = "en") -> Page:
    markup = f"<html lang={lang}><head>{head}</head><body><div class='a'>{body}</div></body></html>"
    return Page(markup.encode(), "https://news.example/2022/bridge")


def read(layout: Layout, body: str, head: str = "", **setting: str) -> Result:
    return layout.read(Context(page(body, head), **setting))  # type: ignore[arg-type]


def layout(**rules: object) -> Layout:
    return Layout("a", detect=".a", body=".a", **rules)  # type: ignore[arg-type]


def stamp(printed: str, when: When, **setting: str) -> Stamp | None:
    result = read(layout(published=when), f"<i class=d>{printed}</i>", **setting)
    found = result.fields["published"]
    return found.value if found else None


def texts(result: Result) -> list[str]:
    return [found.value.text for found in result.body if isinstance(found.value, Paragraph)]


# -- sources


@pytest.mark.parametrize(
    ("rule", "expected", "method"),
    [
        ("h1", "Bridge closed", "css"),
        ("h1 @data-short", "Closed", "css"),
        ("meta:og:title", "The bridge", "meta"),
        ("ld:headline", "A bridge is closed", "ld"),
        ((".none", "h1 @none", "ld:none", "h1"), "Bridge closed", "css"),
    ],
)
def test_a_field_comes_from_the_first_source_that_has_it(
    rule: object, expected: str, method: str
) -> None:
    """CSS, an attribute, a meta tag, linked data; of several the first with words."""
    head = (
        '<meta property="og:title" content="The bridge"><script type="application/ld+json">'
        '{"@type": "NewsArticle", "headline": "A bridge is closed"}</script>'
    )
    found = read(layout(headline=rule), "<h1 data-short=Closed>Bridge closed</h1>", head).fields[
        "headline"
    ]
    assert (found.value, found.trace.method) == (expected, method)


def test_no_headline_is_half_a_page() -> None:
    """An element whose end tag is lost holds all that follows; the next one that fits is taken."""
    found = read(layout(headline=("h1", "h2")), f"<h2>Closed</h2><h1>{PROSE * 20}</h1>").fields
    assert found["headline"].value == "Closed"


def test_lists_take_every_hit_once() -> None:
    """Topics and sections keep page order; the same word in other letters is the same."""
    body = "<a class=t>Ice</a><a class=t>Salt</a><a class=t>ICE</a><a class=t> </a>"
    found = read(layout(topics=".t"), body).fields["topics"]
    assert [part.value for part in found] == ["Ice", "Salt"]


def test_authors_are_bare_names_with_the_page_about_them() -> None:
    """A byline is read into names; a link that is a name leads to the party."""
    body = "<a class=w href=/staff/ann>By Ann Lee</a><b class=w>Reuters</b>"
    found = read(layout(authors=".w"), body).fields["authors"]
    assert [part.value for part in found] == [
        Party(name="Ann Lee", kind="person", role="author", url="https://news.example/staff/ann"),
        Party(name="Reuters", kind="organization", role="author"),
    ]


def test_a_numeric_staff_id_names_nobody() -> None:
    """An author's field that holds a number is empty."""
    assert (
        read(layout(authors="meta:author"), "", '<meta name=author content="1472">').fields[
            "authors"
        ]
        == ()
    )


def test_a_bare_is_finds_any_ancestor() -> None:
    """Lexbor finds ``:is()`` no further up than the parent; layouts do not show it."""
    body = "<div class=x><section><div><h1>Bridge</h1></div></section></div>"
    assert read(layout(headline=":is(.x, .y) h1"), body).fields["headline"].value == "Bridge"


def test_scope_holds_one_article() -> None:
    """Rules look in the first element of the scope; the page's other articles are not there."""
    card = "<div class=s><h1>{0}</h1><a class=t>{0}</a><p>" + PROSE + " {0}.</p></div>"
    rules = Layout("a", detect=".a", scope=".s", headline="h1", topics=".t", body=".s")
    result = read(rules, card.format("One") + card.format("Two"))
    assert result.fields["headline"].value == "One"
    assert [part.value for part in result.fields["topics"]] == ["One"]
    assert texts(result) == [f"{PROSE} One."]


def test_html_looks_beyond_the_scope() -> None:
    """What WordPress says of a post in the head or above it is not in the article's element."""
    body = f"<nav><a class=n>River</a></nav><div class=s><a class=n>Two</a><p>{PROSE}</p></div>"
    rules = Layout("a", detect=".a", scope=".s", sections="html .n", topics=".n", body=".s")
    result = read(rules, body)
    assert [part.value for part in result.fields["sections"]] == ["River", "Two"]
    assert [part.value for part in result.fields["topics"]] == ["Two"]


# -- dates


@pytest.mark.parametrize(
    ("printed", "when", "value"),
    [
        ("15:42, 17.01.23", When(".d", "%H:%M, %d.%m.%y"), "2023-01-17T15:42"),
        ("Published time: 1 Apr, 2016 15:17", When(".d", "%d %b, %Y %H:%M"), "2016-04-01T15:17"),
        ("4/5/2019 7:45:00 PM", When(".d", "%m/%d/%Y %I:%M:%S %p"), "2019-04-05T19:45:00"),
        ("7 ene 2022 16:24", When(".d", "%d %b %Y %H:%M", language="es"), "2022-01-07T16:24"),
        ("17 січня 2023, 09:05", When(".d", language="uk"), "2023-01-17T09:05"),
        ("5 августа 2023, 12:34", When(".d", "%d %B %Y, %H:%M"), "2023-08-05T12:34"),
        ("۱۹ بهمن ۱۴۰۲، ۹:۳۰", When(".d"), "2024-02-08T09:30"),
        ("شنبه ۱۹ تير ۱۴۰۰ - ٧:٠٥", When(".d"), "2021-07-10T07:05"),
        ("١٤ مارس ٢٠٢٢", When(".d", language="ar"), "2022-03-14"),
        ("1402/11/19", When(".d", "%Y/%m/%d", calendar="jalali"), "2024-02-08"),
        ("2026年7月29日 11:36", When(".d"), "2026-07-29T11:36"),
        ("2022", When(".d", "%Y"), "2022"),
    ],
)
def test_dates_are_read_as_the_rule_says(printed: str, when: When, value: str) -> None:
    """Formats, month names of a language, digits of every script, the Jalali calendar."""
    found = stamp(printed, when)
    assert found
    assert (found.value, found.zone) == (value, "unknown")


@pytest.mark.parametrize(
    ("zone", "printed", "value"),
    [
        ("Europe/Kyiv", "2023-01-17 15:42", "2023-01-17T15:42+02:00"),
        ("Europe/Kyiv", "2023-07-17 15:42", "2023-07-17T15:42+03:00"),
        ("Asia/Tehran", "2021-07-10 07:05", "2021-07-10T07:05+04:30"),
        ("Asia/Tehran", "2023-07-10 07:05", "2023-07-10T07:05+03:30"),
        ("UTC", "2022-07-02 21:05", "2022-07-02T21:05Z"),
    ],
)
def test_the_outlets_zone_is_assumed_with_its_summer_time(
    zone: str, printed: str, value: str
) -> None:
    """An IANA zone, not a fixed offset; the stamp says that nobody stated it."""
    found = stamp(printed, When(".d"), zone=zone)
    assert found
    assert (found.value, found.zone, found.zone_name) == (value, "assumed", zone)


def test_a_rules_zone_goes_before_the_outlets_and_a_stated_one_before_both() -> None:
    """What the page states counts, then what the rule says, then the outlet."""
    rule = When(".d", zone="Europe/Madrid")
    assumed = stamp("2022-01-07 16:24", rule, zone="UTC")
    stated = stamp("2022-01-07 16:24 GMT", rule, zone="UTC")
    assert assumed
    assert stated
    assert (assumed.value, stated.value) == ("2022-01-07T16:24+01:00", "2022-01-07T16:24Z")


def test_an_impossible_date_is_none_with_a_warning() -> None:
    """30 February is not moved into March."""
    context = Context(page("<i class=d>30.02.2022</i>"))
    result = layout(published=When(".d", "%d.%m.%Y")).read(context)
    assert result.fields["published"] is None
    assert [(w.code, w.pointer) for w in context.warnings] == [("impossible_date", "/published")]


# -- body


def test_drop_rules_leave_out_nodes_and_blocks() -> None:
    """CSS within paragraphs too, and blocks by their words; trailing spaces in classes are none."""
    body = (
        f"<p>{PROSE} <a class='read-also  gray'>Read also:A title</a></p><div class='ad '>Buy!</div>"
        "<p>READ MORE: <a>A title</a></p><p>It will READ MORE: like this.</p>"
    )
    result = read(layout(drop=(".read-also", ".ad", "text:^READ MORE:")), body)
    assert texts(result) == [PROSE, "It will READ MORE: like this."]


def test_drop_rules_leave_out_last_lines_of_a_block() -> None:
    """Old texts have breaks in place of paragraphs; a line before the last stays as it is."""
    made = layout(drop=(r"text:^(?:END|\d+)$",))
    assert texts(read(made, f"END<br>{PROSE} <b>Bold<br>END</b><br>12")) == ["END", f"{PROSE} Bold"]
    (found,) = read(made, f"{PROSE} <b>Bold<br>END</b>").body
    assert isinstance(found.value, Paragraph)
    assert [(span.start, span.end) for span in found.value.spans] == [
        (len(PROSE) + 1, len(PROSE) + 5)
    ]


def test_the_end_cuts_all_that_follows() -> None:
    """From the block that the rule matches on, however much stands there."""
    body = f"<p>{PROSE}</p><h2>You may like:</h2><ul><li>A</li></ul><p>{PROSE} Again.</p>"
    result = read(layout(end="^You may like"), body)
    assert (texts(result), result.is_ended) == ([PROSE], True)


def test_what_is_hidden_is_no_text() -> None:
    """``hidden`` and ``display: none`` are left out without a rule."""
    body = f"<p>{PROSE}</p><p>More of it.</p><p hidden>One</p><div style='display: none'><p>Two</p></div>"
    assert texts(read(layout(), body)) == [PROSE, "More of it."]


def test_generic_furniture_is_left_out_where_asked() -> None:
    """A family of sites has boxes that no list of rules can name."""
    body = f"<p>{PROSE}</p><p>More.</p><p>Still more.</p><div class=newsletter-signup><p>Your mail</p></div>"
    assert "Your mail" in texts(read(layout(), body))
    assert "Your mail" not in texts(read(layout(drop=("generic:furniture",)), body))


def test_headline_and_dek_at_the_top_of_the_body_are_not_said_again() -> None:
    """A body's element that holds them gives them to their fields only."""
    result = read(
        layout(headline="h1", summary=".dek"), f"<h1>Bridge</h1><p class=dek>Why</p><p>{PROSE}</p>"
    )
    assert texts(result) == [PROSE]


# -- pictures


def test_lead_picture_has_caption_and_credit_apart() -> None:
    """The address behind the placeholder, the widest of its variants; caption and credit by rule."""
    figure = (
        "<div class=cover><picture><source data-srcset='/s.jpg 280w, /l.jpg 1240w'>"
        "<img src='data:image/png;base64,iVBORw0KGgo=' data-src=/m.jpg alt='A bell'></picture>"
        "<noscript><img src=/m.jpg></noscript><i class=c>The bell.</i> <i class=k>© Ann Lee / AFP</i></div>"
    )
    result = read(
        layout(images=Images(".cover", caption=".c", credit=".k"), drop=(".cover",)), figure
    )
    (image,) = (found.value for found in result.images)
    assert (image.url, image.lead) == ("https://news.example/l.jpg", True)
    assert (image.caption, image.credit, image.alt) == ("The bell.", "Ann Lee / AFP", "A bell")


def test_a_caption_parts_into_words_and_credit() -> None:
    """A caption ending in "/ photo REUTERS", and an agency alone; an alt that says the same is none."""
    body = (
        "<figure class=f><img src=/1.jpg alt=REUTERS><b>A tank / photo REUTERS</b></figure>"
        "<figure class=f><img src=/2.jpg><b>REUTERS</b></figure><p>Text.</p>"
    )
    one, two = (f.value for f in read(layout(images=Images(".f", caption="b")), body).images)
    assert (one.caption, one.credit, one.alt, one.lead) == ("A tank", "REUTERS", None, True)
    assert (two.caption, two.credit, two.lead) == (None, "REUTERS", False)


def test_a_picture_in_the_text_keeps_its_place() -> None:
    """A rule's picture that stands in the body is referred to there, with the rule's caption."""
    body = f"<p>{PROSE}</p><figure class=f><img src=/1.jpg><b>A tank</b></figure><p>After.</p>"
    result = read(layout(images=Images(".f", caption="b")), body)
    assert [type(found.value) for found in result.body] == [Paragraph, ImageRef, Paragraph]
    assert [f.value.caption for f in result.images] == ["A tank"]


def test_stated_words_are_cleaned() -> None:
    """A page may state with a hard space, or nothing but spaces; the evidence keeps what it states."""
    head = "<meta name=theme content=' '><meta name=theme content='Old&nbsp;Town'>"
    (section,) = read(layout(sections="meta:theme"), f"<p>{PROSE}</p>", head).fields["sections"]
    assert (section.value, section.trace.raw) == ("Old Town", "Old\xa0Town")


def test_only_the_first_rule_has_the_lead() -> None:
    """A picture of the text does not lead where the cover is missing."""
    body = f"<p>{PROSE}</p><figure class=f><img src=/1.jpg><b>A tank</b></figure>"
    result = read(layout(images=(Images(".cover"), Images(".f", caption="b"))), body)
    assert [f.value.lead for f in result.images] == [False]


def test_posts_are_embeds_not_words() -> None:
    """A quotation that a script turns into a post counts as shown from elsewhere."""
    body = (
        f"<p>{PROSE}</p><blockquote class='twitter-tweet'><p>It rang.</p>"
        "<a href='https://twitter.com/x/status/1'>1 May</a></blockquote>"
    )
    result = read(layout(), body)
    (embed,) = (f.value for f in result.body if isinstance(f.value, Embed))
    assert (embed.url, embed.provider) == ("https://twitter.com/x/status/1", "twitter.com")


# -- comments and credits

NESTED = (
    "<ul class=all><li class=c id=k1><b>Per</b><time datetime=2014-03-06T08:15+01:00></time>"
    "<div class=w><p>One.</p><ul><li>A point</li></ul>Loose</div><i>4 likes</i>"
    "<ul><li class=c id=k2><div class=w>Two.<br>Lines.</div></li></ul></li>"
    "<li class=c id=k3><div class=w> </div></li><li class=c id=k4><div class=w>Four.</div></li></ul>"
)
COMMENTS = Comments(".c", text=".w", author="b", published="time @datetime", likes="i")


def test_comments_are_threaded_by_nesting() -> None:
    """Each part is the comment's own, not an answer's; a comment without words is none."""
    result = read(layout(comments=COMMENTS, drop=(".all",)), NESTED)
    one, two, four = (found.value for found in result.comments)
    assert (one.id, one.parent, one.author, one.likes) == ("c1", None, "Per", 4)
    assert one.text == "One.\nA point\nLoose"
    assert one.published
    assert one.published.value == "2014-03-06T08:15+01:00"
    assert (two.id, two.parent, two.author, two.likes) == ("c2", "c1", None, None)
    assert two.text == "Two.\nLines."
    assert (four.id, four.parent, four.text) == ("c3", None, "Four.")


def test_likes_beyond_all_number_are_none() -> None:
    """Thousands of digits are no number that Python reads."""
    body = f"<div class=c><div class=w>One.</div><i>{'9' * 5_000}</i></div>"
    (found,) = read(layout(comments=COMMENTS, drop=(".c",)), body).comments
    assert (found.value.text, found.value.likes) == ("One.", None)


def test_comments_are_threaded_by_an_attribute() -> None:
    """A flat list names the comment that each answers."""
    body = (
        "<div class=c id=k1><p>One.</p></div><div class=c id=k2 data-to=k1><p>Two.</p></div>"
        "<div class=c id=k3 data-to=gone><p>Three.</p></div>"
    )
    result = read(layout(comments=Comments(".c", parent="data-to"), drop=(".c",)), body)
    assert [(f.value.text, f.value.parent) for f in result.comments] == [
        ("One.", None),
        ("Two.", "c1"),
        ("Three.", None),
    ]


def test_comments_are_threaded_by_the_list_behind() -> None:
    """A list of answers may stand behind what they answer; lists of comments stand behind none."""
    body = (
        "<div><div class=c>One.</div><hr><div><div><div class=c>Two.</div></div></div></div>"
        "<div><div class=c>Three.</div></div>"
    )
    result = read(layout(comments=Comments(".c"), drop=(".c",)), body)
    assert [f.value.parent for f in result.comments] == [None, "c1", None]


def test_a_comments_author_may_stand_in_one_of_several_places() -> None:
    """That somebody speaks is no part of the name, nor of the words."""
    rules = Comments(".c", author=(".name", "b"))
    body = "<div class=c><b>Ann Lee says:</b><p>Says:</p><p>One.</p></div>"
    (comment,) = read(layout(comments=rules, drop=(".c", "b")), body).comments
    assert (comment.value.author, comment.value.text) == ("Ann Lee", "One.")


def test_a_comments_date_may_stand_in_one_of_several_places() -> None:
    """The next rule is tried where one finds nothing, or no date."""
    rules = Comments(".c", text="p", published=("time @datetime", "i"))
    body = "<div class=c><p>One.</p><i>6 March 2014</i></div>"
    (comment,) = read(layout(comments=rules, drop=(".c",)), body).comments
    assert comment.value.published
    assert comment.value.published.value == "2014-03-06"


def test_a_whole_comment_leaves_out_its_answers() -> None:
    """Without a rule for the text the comment's element is it, less the comments inside."""
    body = "<div class=c><p>One.</p><div class=c><p>Two.</p></div></div>"
    result = read(layout(comments=Comments(".c"), drop=(".c",)), body)
    assert [f.value.text for f in result.comments] == ["One.", "Two."]


def test_a_credit_is_a_step_of_syndication() -> None:
    """The pattern's groups are the party and the address; its words are kept."""
    credit = Credit("republished_from", ".src", r"^(Source: (?P<party>\w+))")
    (step,) = (
        f.value
        for f in read(
            layout(syndication=(credit,)), "<i class=src>Source: Reuters, Kyiv</i>"
        ).syndication
    )
    assert (step.relation, step.text) == ("republished_from", "Source: Reuters")
    assert step.party == Party(name="Reuters", kind="organization")


# -- mistakes


@pytest.mark.parametrize(
    ("rules", "field"),
    [
        ({"headline": "h1::text"}, "headline"),
        ({"headline": ("h1", "h2:contains('x')")}, "headline"),
        ({"published": When("time[")}, "published"),
        ({"body": "..b"}, "body"),
        ({"scope": "a >"}, "scope"),
        ({"drop": (".x", "div[")}, "drop"),
        ({"drop": ("text:(",)}, "drop"),
        ({"end": "["}, "end"),
        ({"images": Images("img", caption="b(")}, "images"),
        ({"comments": Comments(".c", author="b{")}, "comments"),
        ({"syndication": (Credit("quotes", ".x", "(?P<party>"),)}, "syndication"),
    ],
)
def test_a_rule_that_cannot_work_names_layout_and_field(
    rules: dict[str, object], field: str
) -> None:
    """It is told when the layout is made, not at the first page."""
    with pytest.raises(LayoutError) as caught:
        Layout("2019", **{"detect": ".a", **rules})  # type: ignore[arg-type]
    assert (caught.value.layout, caught.value.field) == ("2019", field)
    assert str(caught.value).startswith(f"2019 / {field}: ")


def test_a_layout_must_be_choosable() -> None:
    """Without detect, mark or body nothing says when it holds."""
    with pytest.raises(LayoutError, match="needs detect, mark or body"):
        Layout("a", headline="h1")


@pytest.mark.parametrize(
    ("rules", "words"),
    [
        ({"published": When(".d", "%Q")}, "2019 / published: .*%Q"),
        ({"published": When(".d", "%H:%M")}, "2019 / published: .*no year"),
        ({"modified": When(".d", calendar="mayan")}, "2019 / modified: .*mayan"),
        ({"syndication": (Credit("stolen_from", ".x"),)}, "2019 / syndication: .*stolen_from"),
    ],
)
def test_a_wrong_date_rule_or_relation_says_what_is_wrong(
    rules: dict[str, object], words: str
) -> None:
    """The message has layout, field and the word that is wrong."""
    with pytest.raises(LayoutError, match=words):
        Layout("2019", **{"detect": ".a", **rules})  # type: ignore[arg-type]


def test_an_empty_rule_says_that_there_is_none() -> None:
    """``authors=()`` keeps the generic reader from looking elsewhere."""

    class Silent(Outlet):
        name = "silent"
        hosts = ("news.example",)
        layouts = (layout(headline="h1", authors=()),)

    outcome = Desk(outlets=[Silent()]).edit(
        page(f"<h1>Bridge closed</h1><p>{PROSE}</p>", '<meta name=author content="Ann Lee">')
    )
    assert isinstance(outcome, Article)
    assert outcome.authors == ()


def test_a_layout_without_a_body_makes_no_article() -> None:
    """``body=()`` keeps the generic reader from a list of whole texts."""

    class Lists(Outlet):
        name = "lists"
        layouts = (Layout("list", detect=".a", body=()),)

    posts = "".join(f"<h2><a href=/{n}>Post {n}</a></h2><p>{PROSE} No {n}.</p>" for n in range(5))
    outcome = Desk(outlets=[Lists()]).edit(page(posts))
    assert isinstance(outcome, Rejection)
    assert outcome.code == "index"


@pytest.mark.parametrize(("rule", "expected"), [((".none", None), ()), ((".none",), ("ice",))])
def test_none_at_the_end_says_that_there_is_no_other(rule: object, expected: object) -> None:
    """What the rule does not find, the generic reader takes from the meta tags, unless told not to."""

    class Paper(Outlet):
        name = "paper"
        layouts = (layout(topics=rule),)

    found = page(f"<h1>Bridge closed</h1><p>{PROSE}", "<meta name=keywords content=ice>")
    article = Desk(outlets=[Paper()]).edit(found)
    assert isinstance(article, Article)
    assert article.topics == expected


def test_an_error_names_the_outlet_too() -> None:
    """A layout made in an outlet's class is named with it: outlet, layout, field."""
    with pytest.raises(LayoutError, match=r"harbour / 2019 / headline: 'h1::text' is no CSS"):

        class Harbour(Outlet):
            name = "harbour"
            layouts = (Layout("2019", detect="p", headline="h1::text"),)

    with pytest.raises(LayoutError, match=r"harbour / saved / headline: .* no regular expression"):

        class Saved(Outlet):
            name = "harbour"
            layouts = (TextLayout("saved", detect="x", headline="("),)


# -- who may read it, and whose page it is


def test_a_wall_says_that_readers_must_pay() -> None:
    """What stands where the free text ends is the evidence; a page without it says nothing."""
    rules = layout(paywall=".wall")
    found = read(rules, f"<p>{PROSE}</p><div class=wall>Subscribe to go on</div>").fields["access"]
    assert (found.value, found.trace.raw) == ("paywalled", "Subscribe to go on")
    assert read(rules, f"<p>{PROSE}</p>").fields["access"] is None


def test_a_layout_names_the_site() -> None:
    """Some systems' linked data names the system; the masthead names the site."""
    rules = layout(publisher=("meta:og:site_name", "h1"))
    found = read(rules, "<h1>Low Tide</h1>").fields["publisher"]
    assert found.value == Party(name="Low Tide", kind="organization")
    assert read(rules, f"<p>{PROSE}</p>").fields["publisher"] is None
