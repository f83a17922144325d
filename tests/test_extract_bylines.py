# letters of other scripts are the point
"""Who wrote an unknown page's text: sources weighed against each other, and the visible byline."""

import pytest

from copydesk import Page
from copydesk.extract.context import Context
from copydesk.extract.people.bylines import authors


def context(head: str = "", body: str = "", url: str | None = None) -> Context:
    html = f"<html><head>{head}</head><body>{body}</body></html>"
    return Context(Page(html.encode(), url, media_type="text/html"))


def names(head: str = "", body: str = "", url: str | None = None) -> list[str]:
    return [found.value.name for found in authors(context(head, body, url))]


def ld(author: str, more: str = "") -> str:
    return (
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Ferry", '
        f'"author": {author}{more}}}</script>'
    )


H1 = "<h1>The ferry returns</h1>"


@pytest.mark.parametrize(
    "body",
    [
        H1 + "<p>By Ann Lee</p>",
        H1 + "<p><span>By</span> <a href='/x'>Ann Lee</a></p>",
        H1 + "<p>Ein Kommentar von</p><p>Ann Lee</p>",
        H1 + "<div class='story-author'><b>Ann Lee</b></div>",
        H1 + "<a href='/staff/1234'>Ann Lee</a>",
        H1 + "<div>Ann Lee</div><div>March 5, 2024</div>",
        H1 + "<p>Ann Lee | Senior Writer | July 2, 2025</p>",
        "<p>Von Ann Lee</p>" + H1,
        H1 + "<p>Interview by Ann Lee</p>",
        H1
        + "<div itemprop=author><div><a><b itemprop=name>Ann Lee</b></a></div><small>Maintainer</small></div>",
        H1
        + "<div itemprop=author><b>Ann Lee</b><i itemprop=description>Creator of Anchor</i></div>",
        H1 + "<p><span>By</span> <button>Ann Lee</button></p>",
        H1 + "<span>Ann Lee |</span> <span>05.04.2025</span>",
        H1 + "<p>Ann Lee</p><p>Tech Writer</p>",
        H1 + "<p>Dec. 19, 2025 · Ann Lee on behalf of</p>",
        H1 + "<strong>Contributors:</strong><div>Ann Lee</div>",
        H1 + "<aside><p>Written by</p><span>Ann Lee</span></aside>",
        H1 + "<p>Words.</p>" * 40 + "<div class=post-footer><b class=post-author>Ann Lee</b></div>",
        H1 + "<div class=autor>de <a href=/a/lee>Ann Lee</a> | News</div>",
        "<div itemscope itemtype=http://schema.org/Article><h3>A</h3><div class=footer>By <b itemprop=author>Ann Lee</b></div></div>",
        H1
        + "<address><a><span class=first-name>Ann</span><span class=last-name>Lee</span></a></address>",
        H1 + "<p>Words.</p>" * 40 + "<div><h3>Written by Ann Lee</h3></div>",
        H1
        + "<p>Words.</p><footer><div class='authorBox'><h4>Ann Lee</h4></div></footer>".replace(
            "<footer>", "<article><footer>"
        ),
    ],
)
def test_visible_bylines(body: str) -> None:
    """By-words, marks, links to profiles and a date beside it tell a byline by the headline."""
    assert names(body=body) == ["Ann Lee"]


def test_a_nickname_and_the_day() -> None:
    """Old systems write both in a line: whose text it is, and when it was submitted."""
    submitted = "<p>Submitted by denis on Tue, 10/12/2010 - 09:14</p>"
    assert names("", H1 + submitted) == ["denis"]
    assert names("", H1 + submitted.replace("denis on", "denis about the ferry on")) == []


def test_names_go_on_past_the_lines_that_are_near() -> None:
    """A byline that begins near the headline may end a line or two further down."""
    bar = "".join(f"<li>{word}</li>" for word in ("5 min", "Share", "Post", "184", "Save", "Print"))
    byline = "<div>By <a>Ann Lee</a> and <a>Bob Ray</a></div>"
    assert names(body=f"{H1}<ul>{bar}</ul>{byline}") == ["Ann Lee", "Bob Ray"]


@pytest.mark.parametrize(
    "line",
    [
        "By <a href='/x'>Ann Lee</a> and Bob Ray",
        "By Ann Lee and <a href='/x'>Bob Ray</a>",
        "By <a href='/x'>Ann Lee</a> with Bob Ray | Staff writers",
        "By <a href='/x'>Ann Lee</a> in Kyiv and <a href='/y'>Bob Ray</a> in Lviv",
        "Von <a href='/x'>Ann Lee</a> und Bob Ray",
        "Por <a href='/x'>Ann Lee</a> y Bob Ray",
    ],
)
def test_names_that_links_and_plain_text_share(line: str) -> None:
    """Of several authors some may be links; a joint at a text's edge leads on."""
    assert names(body=f"{H1}<p>{line}</p>") == ["Ann Lee", "Bob Ray"]


@pytest.mark.parametrize("rest", [", Senior writer", ", Bay Herald", " • Photos by <a>Bob Ray</a>"])
def test_what_follows_a_name_without_a_joint(rest: str) -> None:
    """A post, an outlet and another's work behind the name are no authors."""
    assert names(body=f"{H1}<p>By <a href='/x'>Ann Lee</a>{rest}</p>") == ["Ann Lee"]


def test_names_joined_by_words_of_their_own() -> None:
    """A joint between two links belongs to the byline."""
    joined = "<p>By <a>Ann Lee</a> and <a>Bob Ray</a></p>"
    assert names(body=H1 + joined) == ["Ann Lee", "Bob Ray"]


@pytest.mark.parametrize(
    "body",
    [
        H1 + "<p><span>Edited by</span> <a>Bob Ray</a></p>",
        H1 + "<p><span>Photo:</span> <a>Bob Ray</a></p>",
        H1 + "<p><a>Medically reviewed</a> <span>by</span> <a>Bob Ray</a></p>",
        H1 + "<p><span>Tested by</span> <a>Bob Ray</a></p>",
        H1 + "<p><span>Revisado por</span> <a>Bob Ray</a></p>",
        H1 + "<p><span>Bearbeitet von</span> <a>Bob Ray</a></p>",
        H1 + "<p><span>. Reviewed by</span> <a>Bob Ray</a></p>",
        H1 + "<p>Hero image by <a>Bob Ray</a></p>",
        H1 + "<p>Published by Green Harbour and released in May 2025,</p>",
        H1 + "<p>This has contributions from <a href='/staff/bob'>Bob Ray</a>, too.</p>",
        H1 + "<div class=author><span>会員の方はログイン</span></div>",
        H1 + "<figure><figcaption>By Bob Ray</figcaption></figure>",
        H1 + "<p>Text size</p>",
        H1 + "<p>Door County opens</p>",
        H1 + "<p>By the numbers</p>",
        H1 + "<p>By land and sea</p>",
        H1 + "<p>By Monday</p>",
        H1 + "<div class=author-tools><button>Bob Ray</button><a>Read More</a></div>",
        H1 + "<div class=Cover-source>Bob Ray</div><time>13 Feb 2019</time>",
        H1 + "<div class=date-autor><p><span>Короткая ссылка</span></p></div>",
        H1 + "<div>کد خبر</div><div>1402-01-01 2023</div>",
        "<div class=author>" + H1 + "<p>Green Harbour</p></div>",
    ],
)
def test_who_is_no_author(body: str) -> None:
    """Editors, photographers, captions, buttons and the page's own words are nobody."""
    assert names(body=body) == []


def test_a_name_in_two_sources_beats_one_in_one() -> None:
    """The byline that meta confirms is right against a login in linked data."""
    head = ld('{"@type": "Person", "name": "Cy Doe"}') + "<meta name=author content='Ann Lee'>"
    assert names(head, H1 + "<p>By Ann Lee</p>") == ["Ann Lee"]


@pytest.mark.parametrize(
    "head",
    [
        ld('"Cy Doe"'),
        ld('"Cy Doe"') + "<meta name=author content='Cy Doe'>",
        ld('"cdoe7"'),
    ],
)
def test_what_the_reader_is_told_before_what_the_head_says(head: str) -> None:
    """The head has whose login it was, once or twice; the reader is told who wrote it."""
    assert names(head, H1 + "<p>By Ann Lee</p>") == ["Ann Lee"]


def test_what_the_head_says_before_what_only_stands_near() -> None:
    """A name marked in some way near the headline is believed less than linked data or meta."""
    near = H1 + "<p><a href='/authors/ann'>Ann Lee</a></p>"
    assert names(ld('"Cy Doe"'), near) == ["Cy Doe"]
    assert names("<meta name=author content='Cy Doe'>", near) == ["Cy Doe"]


def test_a_persons_name_before_a_login() -> None:
    """A login in the head is not believed where a name is marked as the author's."""
    body = H1 + "<div class=author><span>Ann Lee</span></div>"
    assert names("<meta name=author content=cy.doe>", body) == ["Ann Lee"]


def test_a_name_that_the_byline_spells_longer() -> None:
    """Words that the byline has behind a stated name do not make it another's."""
    assert names(ld('"Ann Lee"'), H1 + "<p>By Ann Lee Harbour</p>") == ["Ann Lee"]


def test_an_agency_before_the_site() -> None:
    """Where nobody signs, the agency that some source names is the author, not the site."""
    head = ld('{"@type": "Organization", "name": "Harbour Post"}')
    head += "<meta name=articleauthor content='Reuters'>"
    head += "<meta property=og:site_name content='Harbour Post'>"
    assert names(head) == ["Reuters"]


def test_what_stands_near_before_what_the_text_says() -> None:
    """A name beside the date at the headline is believed before "By" far down, which credits others."""
    text = "".join(f"<p>Words {n}.</p>" for n in range(12)) + "<p>Authors: Bob Ray</p>"
    assert names(body=f"{H1}<div>Ann Lee</div><time>Dec 19, 2025</time>{text}") == ["Ann Lee"]


def test_an_agency_alone_by_the_headline() -> None:
    """A line that is an agency and its city signs the text, but not where a person does."""
    head = ld('{"@type": "Organization", "name": "Harbour Post"}')
    assert names(head, H1 + "<div>AFP, MANILA</div>") == ["AFP"]
    assert names(head, H1 + "<div>AFP, MANILA</div><p>By Ann Lee</p>") == ["Ann Lee"]
    assert names(body=f"<div><a href=/x>RT</a></div><div>RT</div>{H1}<p>Words.</p>") == []


def test_a_label_far_from_the_headline() -> None:
    """What stands behind "Author" in a list below the text is its author."""
    below = "<ul><li><strong>Autorin/Autor</strong> Ann Lee</li></ul>"
    page = f"<html lang=de><body>{H1}{'<p>Worte.</p>' * 40}{below}</body></html>"
    named = authors(Context(Page(page.encode(), media_type="text/html")))
    assert [found.value.name for found in named] == ["Ann Lee"]


def test_an_organization_is_not_parted() -> None:
    """The name of an organization may have a joint of its own."""
    assert names(ld('{"@type": "Organization", "name": "Lee & Ray"}')) == ["Lee & Ray"]


def test_a_site_whose_name_is_like_no_name() -> None:
    """The site that signs is named whole, even where its name begins with a number or has a job."""
    head = "<meta property=og:site_name content='98 Gull Expert'>"
    assert names(head + "<meta name=author content='98 Gull Expert'>") == ["98 Gull Expert"]


def test_the_source_that_names_all() -> None:
    """A byline with the stated author and another is the fuller one."""
    body = H1 + "<p>By Ann Lee and Bob Ray</p>"
    assert names("<meta name=author content='Ann Lee'>", body) == ["Ann Lee", "Bob Ray"]


@pytest.mark.parametrize(
    ("site", "author"),
    [
        ("Harbour Post", "Harbour Post"),
        ("HarbourPost", "Harbour Post"),
        ("Harbour Post", "Harbour Post Online"),
        ("", "Gull Daily"),
        ("", "Northern Island Weekly"),
    ],
)
def test_the_site_is_no_person(site: str, author: str) -> None:
    """Where somebody signs, the site's name, its beginning or its initials are no author."""
    head = ld(f'{{"@type": "Person", "name": "{author}"}}')
    head += f"<meta property='og:site_name' content='{site}'>"
    url = "https://www.niw.example/x" if author.startswith("N") else "https://gulldaily.example/x"
    assert names(head, H1 + "<p>By Ann Lee</p>", url) == ["Ann Lee"]


@pytest.mark.parametrize(
    ("publisher", "kind"), [("Organization", "organization"), ("Person", "person")]
)
def test_a_site_that_signs(publisher: str, kind: str) -> None:
    """An author of the publisher's own name is an organization, unless the site is a person's."""
    head = ld(
        '{"@type": "Person", "name": "Ann Lee"}',
        f', "publisher": {{"@type": "{publisher}", "name": "Ann Lee"}}',
    )
    (found,) = authors(context(head))
    assert (found.value.name, found.value.kind) == ("Ann Lee", kind)


def test_names_in_a_list_and_in_parts() -> None:
    """One object may hold several names, or the parts of one."""
    assert names(ld('{"name": ["Ann Lee", "Bob Ray"]}')) == ["Ann Lee", "Bob Ray"]
    assert names(ld('{"givenName": "Ann", "familyName": "Lee"}')) == ["Ann Lee"]


def test_who_created_it_where_no_author_is_stated() -> None:
    """Linked data may call its author so; one that has both means others by it."""
    assert names(ld("[]", ', "creator": ["Ann Lee"]')) == ["Ann Lee"]
    assert names(ld('"Bob Ray"', ', "creator": ["Ann Lee"]')) == ["Bob Ray"]


@pytest.mark.parametrize(
    "name", ["article.author", "dc.author", "rnews:author", "og:author", "byline"]
)
def test_authors_by_other_names(name: str) -> None:
    """Vocabularies and systems have names of their own for them."""
    assert names(f"<meta property='{name}' content='Ann Lee'>", H1) == ["Ann Lee"]


def test_a_host_name_is_the_site() -> None:
    """A page that gives its host for an author says no more than that."""
    (found,) = authors(
        context("<meta name=author content=gulls.example>", "", "https://www.gulls.example/a")
    )
    assert (found.value.name, found.value.kind) == ("gulls.example", "organization")


def test_a_login_is_nobody() -> None:
    """An author whose profile is the administrator's has no name to trust."""
    head = ld('{"name": "Harbour D", "url": "https://a.example/author/admin/"}')
    assert names(head) == []


def test_agencies_beside_people() -> None:
    """An agency that the people's source names with them stays."""
    assert names(ld('["Ann Lee", "AP"]')) == ["Ann Lee", "AP"]


def test_other_texts_authors() -> None:
    """Many marked names are a list of teasers; one of them at most signs this text."""
    cards = "".join(f"<li><a class=author>Ann {n}</a></li>" for n in ("Lee", "Ray", "Doe", "Orr"))
    assert len(names(body=f"<h2>More</h2>{cards}")) == 1
    related = "<div class='related'><a rel=author>Bob Ray</a></div>"
    assert names(body=H1 + related) == []
    promo = "<div class=promo><h4>Why I left</h4><p>By Bob Ray</p></div><p>News</p><p>World</p><p>Isles</p>"
    assert names(body=f"{promo}{H1}<p>Ann Lee</p><p>March 5, 2024</p>") == ["Ann Lee"]


@pytest.mark.parametrize("box", ["col-side", "right-rail", "page-sidebar", "site-footer"])
def test_authors_of_texts_beside(box: str) -> None:
    """What stands in a column beside the text, or at the foot of the page, names the authors of others."""
    far = "<p>Words.</p>" * 40
    assert names(body=f"{H1}{far}<div class={box}><b class=author>Ann Lee</b></div>") == []


def test_the_surest_mark_first() -> None:
    """What is marked in the vocabulary of authors is believed before a class that only sounds so."""
    far = "<p>Words.</p>" * 40
    body = f"{H1}{far}<p class=byline>Bob Ray</p><p itemprop=author>Ann Lee</p>"
    assert names(body=body) == ["Ann Lee"]


@pytest.mark.parametrize("number", [1, 2])
def test_a_labelled_card_names_the_author(number: int) -> None:
    """Twitter's labelled meta tags name an author where the label says so."""
    card = "<meta name=twitter:label{0} content='{1}'><meta name=twitter:data{0} content='Ann Lee'>"
    assert names(card.format(number, "Written by"), H1) == ["Ann Lee"]
    assert names(card.format(number, "Filed under"), H1) == []


@pytest.mark.parametrize("said", ["Article by", "Written by", "Author(s)"])
def test_a_by_word_alone_below_the_text(said: str) -> None:
    """A by-word that stands alone far below the headline names whom the next line has."""
    assert names(body=f"{H1}{'<p>Words.</p>' * 40}<h2>{said}</h2><div>Ann Lee</div>") == ["Ann Lee"]


def test_what_an_author_is() -> None:
    """An element that is marked as an author's description names nobody."""
    job = "<div class=author-description>Licensed Ferry Pilot, M.A. Journalism</div>"
    assert names(body=H1 + job) == []


def test_a_site_whose_name_reads_like_a_byline() -> None:
    """A site's whole name is not cut into a person's."""
    head = "<meta name=author content='Human in the Loop'><meta property=og:site_name content='Human in the Loop'>"
    (found,) = authors(context(head, H1))
    assert (found.value.name, found.value.kind) == ("Human in the Loop", "organization")


def test_a_name_below_the_text() -> None:
    """Vietnamese papers set the name below the text, at the right edge; others set other things there."""
    page = "<html lang={}><body>" + H1 + "<p>Chữ.</p>" * 40
    page += "<p style='text-align:right;'><strong>Lê Phương</strong></p></body></html>"
    signed = [authors(Context(Page(page.format(lang).encode()))) for lang in ("vi", "en")]
    assert [[found.value.name for found in named] for named in signed] == [["Lê Phương"], []]


def test_evidence_is_the_line() -> None:
    """What stands in evidence is the line and its element."""
    (found,) = authors(context(body=H1 + "<p>By Ann Lee</p>"))
    assert (found.trace.method, found.trace.raw) == ("generic", "By Ann Lee")
    assert found.trace.selector.endswith("p:nth-child(2)")


def test_a_name_is_cut_where_a_word_ends() -> None:
    """Two hundred letters of a site's name may end in a space, which a name does not."""
    long = "May " * 1_000
    (name,) = names(
        f"<meta name=author content='{long}'><meta property=og:site_name content='{long}'>"
    )
    assert name == ("May " * 50).strip()


LONG = "港口的灯塔在停用二十年之后重新点亮，守塔人的女儿把旧日志交给了档案馆，渔民们说夜里又看得见岸了。"


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        ("港口社海口5月1日电（记者王小明、李华）", ["王小明", "李华"]),
        ("〔記者王小明／台南報導〕", ["王小明"]),
        ("（港口社記者王小明台北1日電）", ["王小明"]),
        ("（港口社記者王二台北1日電）", ["王二"]),
        ("(서울=항구통신) 김철수 이영희 기자 = ", ["김철수", "이영희"]),
        ("[서울=항구통신] 김철수 기자 = ", ["김철수"]),
        ("（记者手记）", []),
    ],
)
def test_names_at_the_beginning_of_the_text(start: str, expected: list[str]) -> None:
    """Chinese and Korean texts open with their reporters where no byline names them."""
    head = f"<title>灯塔 항구</title>{'<meta name=author content=港口网>' if expected else ''}"
    assert names(head, f"{H1}<p>{start}{LONG}</p>") == expected


@pytest.mark.parametrize(
    "line", ["[목포 = 최민호 기자]", "최민호 기자 choi@harbour.example", "/최민호·이영희 기자"]
)
def test_a_line_of_its_own_signs_a_korean_text(line: str) -> None:
    """Papers set their reporter below the text."""
    text = "항구의 등대가 스무 해 만에 다시 불을 밝혔다고 등대지기의 딸이 말했다."
    head = "<title>등대에 다시 불이 켜졌다</title>"
    assert names(head, f"{H1}<div>{text}<br>{line}</div>")[0] == "최민호"
    others = f"<div class=related><ul><li>{line}</ul></div>"
    assert names(head, H1 + f"<p>{text}</p>" * 6 + others) == []


def test_the_beginning_of_another_text_names_nobody() -> None:
    """A teaser is a link, or stands aside."""
    teaser = f"<a href=/2>〔記者王小明／台南報導〕{LONG}</a>"
    assert (
        names(
            body=f"{H1}<p>{LONG}</p>{teaser}<div class=related><p>〔記者王小明／台南報導〕{LONG}</p></div>"
        )
        == []
    )


def test_a_reporter_by_name_and_trade_is_believed() -> None:
    """Where the head names a paper and its portal, "Kim, reporter" by the headline does not."""
    head = "<meta property=og:article:author content='항구일보 | 네이바'>"
    assert names(head, f"{H1}<em class=journalist_name>이여름 기자</em>") == ["이여름"]


def test_marks_of_one_word() -> None:
    """``writeBy`` says "by", and an author's place is no name."""
    assert names(body=f"{H1}<span class=writeBy>الغربية – محمد عز</span>") == ["محمد عز"]
    place = "<div class=author-line><span class=author-location>Ferrytown</span></div>"
    assert names(body=H1 + place) == []


def test_a_label_may_end_in_a_comma() -> None:
    """Screen readers are told "Author," before the name."""
    listed = "<ul><li><span>مصنف,</span><span>سحر بلوچ</span></li></ul>"
    box = f"<section class=byline><strong>مضمون کی تفصیل</strong>{listed}</section>"
    assert names(body=H1 + box) == ["سحر بلوچ"]


@pytest.mark.parametrize(
    ("head", "body", "url"),
    [
        ("", f"{H1}<p>By <a href='/staff/lee'>Ann Lee</a></p>", "https://quay.example/staff/lee"),
        (ld('{"name": "Ann Lee", "url": "/authors/lee"}'), H1, "https://quay.example/authors/lee"),
        (ld('"Ann Lee"'), f"{H1}<p>By <a href='/staff/lee'>Ann Lee</a></p>", "https://quay.example/staff/lee"),
        (ld('{"name": "Ann Lee", "url": "https://quay.example/"}'), H1, None),
        ("", f"{H1}<p><a href='/1'>By Ann Lee</a></p>", None),
    ],
)  # fmt: skip
def test_the_page_about_an_author(head: str, body: str, url: str | None) -> None:
    """A link that is the name, or what linked data states, from whichever source has one."""
    (author,) = authors(context(head, body, "https://quay.example/news/1"))
    assert (author.value.name, author.value.url) == ("Ann Lee", url)
