"""The article's text is found among a page's furniture, and none of the furniture with it."""

import time

import pytest

from copydesk import Page
from copydesk.extract.body.content import kept, main_pieces, seen, without_repeats
from copydesk.extract.body.furniture import Furniture
from copydesk.extract.body.learned import PLAIN
from copydesk.extract.body.named import said_by
from copydesk.extract.body.parting import parted
from copydesk.extract.body.pieces import Compound, Mark, Piece
from copydesk.extract.body.prose import ends_sentence, prose
from copydesk.extract.body.walk import Walk

PROSE = [
    f"The council met on {day} and said that the harbour would stay closed until further notice."
    for day in ("Monday", "Tuesday", "Wednesday", "Thursday")
]
BODY = "".join(f"<p>{text}</p>" for text in PROSE)
MENU = (
    "<ul>" + "".join(f"<li><a href='/{n}'>Section number {n}</a></li>" for n in range(30)) + "</ul>"
)


def read(body: str) -> list[str]:
    page = Page(f"<html><body>{body}</body></html>".encode(), media_type="text/html")
    return [" ".join(piece.words.split()) for piece in main_pieces(page)]


@pytest.mark.parametrize(
    "frame",
    [
        "<div>{menu}</div><div><div>{body}</div></div><footer><p>All rights reserved to us.</p></footer>",
        "<main><article>{body}</article></main><aside><p>" + PROSE[0] * 3 + "</p></aside>",
        "<table><tr><td>{menu}</td><td>{body}</td></tr></table>",
        "<div>{body}<div class='related'><p>" + PROSE[1] * 2 + "</p></div></div>",
        "<div>{body}</div><div id='comments'><p>" + PROSE[2] * 2 + "</p></div>",
        "<div>{body}<p style='display:none'>" + PROSE[0] * 9 + "</p></div>",
        "<div class='has-sidebar widget'>{body}</div>{menu}",
    ],
)
def test_the_text_and_nothing_else(frame: str) -> None:
    """Menus, asides, related stories, comments and hidden text are no part of it."""
    assert read(frame.format(body=BODY, menu=MENU)) == PROSE


def test_text_parted_by_breaks() -> None:
    """Two line breaks part paragraphs, as many sites write them."""
    assert read(f"<div>{'<br><br>'.join(PROSE)}</div>") == PROSE


def test_headings_and_lists_stay_in_place() -> None:
    """What stands between paragraphs is kept in order."""
    inner = f"<p>{PROSE[0]}</p><h2>Why</h2><ul><li>Rain fell for a week</li><li>The pier broke</li></ul><p>{PROSE[1]}</p>"
    assert read(f"<div>{inner}</div>") == [
        PROSE[0],
        "Why",
        "Rain fell for a week The pier broke",
        PROSE[1],
    ]


def test_a_page_of_links_has_no_text() -> None:
    """An index page gives nothing rather than its menu."""
    assert read(MENU + MENU) == []


@pytest.mark.parametrize("sign", ["©", "(C)", "Copyright ©"])
def test_a_notice_is_no_text(sign: str) -> None:
    """Where a footer's notice is the only paragraph of an index, the page has no text all the same."""
    notice = f"<p>{sign} 2001 - 2014 The Harbour Post, all rights reserved, no reprints.</p>"
    assert read(MENU + MENU + f"<div id=footer>{notice}</div>") == []


def test_chinese_counts_without_spaces() -> None:
    """Text of a script without word spaces is prose too."""
    assert prose("市议会星期二开会，表示港口将关闭至另行通知为止，官员们对记者说。") > 0
    assert prose("首页 新闻") == 0


@pytest.mark.parametrize(
    "sentence",
    [
        "بندرگاہ بند رہے گی۔",
        "Նավահանգիստը փակ է։",
        "ወደቡ ዝግ ነው።",
        "ဆိပ်ကမ်းကို ပိတ်ထားသည်။",
        "កំពង់ផែត្រូវបានបិទ។",
    ],
)
def test_sentences_end_in_many_scripts(sentence: str) -> None:
    """Urdu, Armenian, Ethiopic, Burmese and Khmer have full stops of their own."""
    assert ends_sentence(sentence)
    assert not ends_sentence(sentence[:-1])


def test_the_headline_is_not_repeated() -> None:
    """A heading that says the headline again is left out, at the top only."""
    page = Page(f"<body><div><h2>Ferry</h2>{BODY}</div></body>".encode(), media_type="text/html")
    pieces = main_pieces(page)
    assert [p.words for p in without_repeats(pieces, {"Ferry"})] == PROSE


def test_a_dek_is_not_repeated_but_a_first_paragraph_stays() -> None:
    """What looks as the text's own paragraphs do is one of them, though the head says it again."""
    known, looks = {PROSE[0]}, (BODY, BODY.replace("<p>", "<p class='dek'>", 1))
    read = [main_pieces(Page(f"<body><div>{one}</div></body>".encode())) for one in looks]
    kept = [[p.words for p in without_repeats(pieces, known)] for pieces in read]
    assert kept == [PROSE, PROSE[1:]]


def test_a_quotation_s_footer_is_no_furniture() -> None:
    """It names who is quoted (HTML, section 4.4.4); any other footer is furniture."""
    page = Page(b"<body><blockquote><p>A.</p><footer>Ann</footer></blockquote><footer>B</footer>")
    body = page.tree.body
    assert body is not None
    quoted, other = page.tree.css("footer")
    tells = Furniture(body)
    assert (tells(quoted, "footer", {}), tells(other, "footer", {})) == (False, True)


STORY = "".join(
    f"<p>The council of {place} met on {day} and said that the harbour would stay closed, and that "
    f"ships would be sent to {place} until the pier is mended; nobody knows when that may be.</p>"
    for place, day in zip(
        ("Ayr", "Oban", "Wick", "Lerwick", "Stornoway"),
        ("Monday", "Tuesday", "Friday", "Sunday", "today"),
        strict=True,
    )
)


def story(before: str = "", between: str = "", after: str = "") -> list[str]:
    """Read an invented page that has something before, within and after its text; its own text is left out."""
    parts = STORY.split("</p>", 2)
    text = f"{before}{parts[0]}</p>{parts[1]}</p>{between}{parts[2]}{after}"
    return [
        line
        for line in read(f"<main><h1>Harbour</h1><div>{text}</div></main>")
        if f"<p>{line}</p>" not in STORY
    ]


@pytest.mark.parametrize(
    "words",
    [
        "Read also: Ferry to the islands stopped",
        "This advertisement has not loaded yet, but your article continues below.",
        "Il vous reste 57.09% de cet article à lire. La suite est réservée aux abonnés.",
        "An dieser Stelle finden Sie externen Inhalt, der den Artikel ergänzt.",
        "Your browser does not support this player, please choose another one.",
        "Tu suscripción se está usando en otro dispositivo",
        "ये भी पढ़ें: द्वीपों की नाव फिर से चलेगी",
        "อ่านข่าวเพิ่มเติม",
        "(责编：王晓、李华)",
        "《 港口日报 》（ 2024年05月01日 第 07 版）",
        "<저작권자(c) 항구통신, 무단 전재-재배포 금지>",
        "本網站之文字、圖片及影音，非經授權，不得轉載、公開播送或公開傳輸及利用。",
        "كلمات البحر - جميع الحقوق محفوظة لصحيفة المرفأ",
        "김바다 기자 bada@harbour.example",
        "Ann Lee, ann.lee@harbour.example",
        "By Ann Lee",
        "Von Anne Lehmann",
        "Advertisement · Scroll to continue",
        "Weiterlesen nach der Anzeige",
        "De tekst gaat verder onder de foto",
        "Continua após a publicidade",
        "Seguir leyendo:",
        "Ti potrebbe interessare",
        "Ezt olvasta már?",
        "→ Mest läst",
        "list 1 of 3",
        "To stay on top of the stories of the bay, sign up to Low Tide, our weekly newsletter.",
        "For the latest news and stories from across the bay, sign up for our letters.",
        "Our website is the place for the latest breaking news, scoops and comment.",
        "Une extension de votre navigateur semble bloquer le chargement du lecteur vidéo.",
        "This post contains affiliate links. Click here to read my full disclosure.",
        "As an Amazon Associate we earn from qualifying purchases.",
        "If you buy through our links, we may get a small commission.",
        "Dieser Beitrag enthält Affiliate-Links.",
        "Jump to Recipe Print Recipe",
        "Lesezeit: 3 Min.",
        "4 min read",
        "Click to share on Mastodon (Opens in new window)",
        "Dalsza część artykułu pod wideo",
        "Opublikowano: 5 marca 2024, 10:15",
    ],
)
def test_what_pages_say_of_themselves_is_no_text(words: str) -> None:
    """Known phrases of a page's frame are out wherever they stand, in any language they are known in."""
    assert story(between=f"<p>{words}</p>") == []


@pytest.mark.parametrize(
    "words",
    [
        "警方表示，有人未经授权进入港口的服务器，三艘船的航线因此被改动，调查仍在进行。",
        "Streamers earn a commission when viewers buy through affiliate links on their pages.",
        "By Monday the ferry was back at the pier, and the captain had slept for the first time.",
        "He wrote to ann.lee@harbour.example on Monday, and she answered that the ferry would return.",
    ],
)
def test_a_text_may_speak_of_rights_and_addresses(words: str) -> None:
    """It tells of them in sentences, and says nothing of copying itself."""
    assert story(between=f"<p>{words}</p>") == [words]


def test_the_title_is_said_once() -> None:
    """The first heading of a page that says its title is the headline, not the body's."""
    page = Page(
        f"<title>Harbour stays closed</title><body><div><h1>Harbour stays closed</h1>{STORY}</div>".encode()
    )
    assert [piece.kind for piece in main_pieces(page)] == ["paragraph"] * 5


def test_a_notice_that_stands_there_again_and_again() -> None:
    """What a page says in every gap of its text is no part of that."""
    box = "<div class=gap><p>External things cannot be shown here since you have not allowed them to be shown.</p></div>"
    assert story(between=box * 3) == []


@pytest.mark.parametrize("line", ["heron 2 Apr 2019", "12:40", "03/05/2024, Ann Lee"])
def test_lines_of_dates(line: str) -> None:
    """A line of a date in an element of its own is said of the text, not in it."""
    assert story(between=f"<div><p>{line}</p></div>") == []


def test_a_label_ends_no_text() -> None:
    """A few words apart from the text are none of it at its end."""
    assert story(after="<div><div><p>Any more of it?</p></div></div>") == []


@pytest.mark.parametrize(
    ("line", "score", "expected"),
    [
        ("New pier for the island", 0.5, False),
        ("New pier for the island", 1.5, True),
        ("What was lost with the old pier:", 0.5, True),
        ("The pier was mended in spring.", 0.5, True),
    ],
)
def test_below_the_last_sure_paragraph(line: str, score: float, expected: bool) -> None:
    """What ends no sentence there is most often another story's title: it must be surer than within the text."""
    page = Page(f"<html><body>{BODY}<p>{line}</p></body></html>".encode())
    body = page.tree.body
    assert body is not None
    scene = seen(Walk(page).run(body), page)
    below, within = [*[PLAIN] * 4, score], [*[PLAIN] * 3, score, PLAIN]
    assert [piece.words for piece in kept(scene, below)][4:] == [line] * expected
    assert len(kept(scene, within)) == 5


@pytest.mark.parametrize(
    ("inner", "is_kept"),
    [
        ("<table><tr><td>Cars</td><td>7</td></tr><tr><td>Boats</td><td>9</td></tr></table>", True),
        ("<blockquote>A boat is a house.</blockquote>", True),
        ("<pre>npm install anchor</pre>", True),
        ("<h2><a href='/boats'>All of our boats</a></h2>", False),
        ("<p>All of our boats</p>", False),
    ],
)
def test_between_sure_paragraphs(inner: str, is_kept: bool) -> None:
    """What is no paragraph and leads nowhere is believed sooner than not, but not above or below them."""
    page = Page(f"<body>{BODY.replace('<p>', inner + '<p>')}{inner}</body>".encode())
    body = page.tree.body
    assert body is not None
    scene = seen(Walk(page).run(body), page)
    assert len(kept(scene, [-0.5, PLAIN] * 4 + [-0.5])) == 4 + 3 * is_kept


def test_a_list_of_teasers_is_no_article() -> None:
    """Where links outweigh all else, no element is climbed out of to find some text."""
    items = "".join(
        f"<li><a href=/{n}>The choir looks for two</a> <p>On Tuesdays.</p></li>" for n in range(9)
    )
    assert read(f"<main><ul>{items}</ul></main>") == []


def test_a_refrain_is_kept() -> None:
    """Lines of the text itself may be the same."""
    refrain = "<p>And the harbour stays closed, they sang, and the harbour stays closed for the winter.</p>"
    assert story(between=refrain, after=refrain) == [refrain[3:-4]] * 2


@pytest.mark.parametrize(
    "box",
    [
        "<div class=newsletter-form><p>All that counts, every morning, free of charge</p><input></div>",
        "<div class=teaser><a href=/1><img src=1.jpg><p>Fishers of Wick go to court</p></a></div>",
        "<div class=article-meta><p>12 May 2024, 10:15</p></div>",
        "<div class=author-bio><p>Ann Lee writes about the sea and all that swims in it</p></div>",
        "<ul class=tags><li><a href=/t/1>Harbours</a></li><li><a href=/t/2>Ships</a></li></ul>",
    ],
)
def test_boxes_in_the_text_s_element(box: str) -> None:
    """Newsletters, teasers, dates, authors and tags stand in the element of the text too."""
    assert story(between=box) == story(after=box) == []


def test_what_belongs_to_the_text() -> None:
    """Headings, quotations and lists among the paragraphs are the article's."""
    inner = "<h2>What the fishers say</h2><blockquote><p>We have nothing left to sell, and no ships to sell it from.</p></blockquote>"
    assert story(between=inner) == [
        "What the fishers say",
        "We have nothing left to sell, and no ships to sell it from.",
    ]


def test_a_picture_goes_with_its_teaser() -> None:
    """A picture of a box that is left out is left out; one between paragraphs is kept."""
    teaser = (
        "<div class=teaser><a href=/1><img src=/t.jpg><p>Fishers of Wick go to court</p></a></div>"
    )
    page = Page(f"<body><div>{STORY[:200]}</p><img src=/a.jpg>{teaser}{STORY}</div>".encode())
    shown = [piece.node.attributes["src"] for piece in main_pieces(page) if piece.kind == "image"]
    assert shown == ["/a.jpg"]


def test_lines_that_are_paragraphs() -> None:
    """Sentences with a line break after each are paragraphs, their links where they were; a poem is one."""
    lines = f"{PROSE[0]}<br>{PROSE[1][:-1]}, <a href=/x>they</a> said.<br>{PROSE[2]}"
    assert read(f"<div>{STORY}<p>{lines}</p></div>")[5:] == [
        PROSE[0],
        f"{PROSE[1][:-1]}, they said.",
        PROSE[2],
    ]
    poem = "The harbour lies in the evening sun,<br>the ships come home when the day is done."
    assert len(read(f"<div>{STORY}<p>{poem}</p></div>")) == 6


def test_links_of_parted_lines() -> None:
    """A mark that runs over a break is marked in both lines."""
    piece = Piece(
        "paragraph", Page(b"<p>x").tree.css("p")[0], text="One.\nTwo.", marks=[Mark(0, 9, "strong")]
    )
    first, second = parted(piece)
    assert (first.text, second.text) == ("One.", "Two.")
    assert [(m.start, m.end) for m in (*first.marks, *second.marks)] == [(0, 4), (0, 4)]


def test_lists_of_links_do_not_shrink_the_article() -> None:
    """Of the elements around the text, the one is taken that holds much more of it."""
    links = (
        "<ul>"
        + "".join(f"<li><a href=/{n}>All about the harbour of town {n}</a></li>" for n in range(60))
        + "</ul>"
    )
    text = read(
        f"<main><div>{STORY}</div>{links}<div>{STORY.replace('harbour', 'pier')}</div></main>"
    )
    assert sum("council" in line for line in text) == 10


def test_a_name_does_not_hide_the_text() -> None:
    """An element around most of the letters is no furniture, whatever it is called."""
    short = "".join(f"<p>Label {n}</p>" for n in range(40))
    assert len(read(f"<div class=sidebar>{STORY}</div><div>{short}</div>")) == 5


def test_streamed_parts_are_shown() -> None:
    """React hides the parts of a page until all of them have come."""
    assert len(read(f"<main><template></template></main><div hidden id=S:1>{STORY}</div>")) == 5


@pytest.mark.parametrize(
    "page",
    [
        "<div class=teaser>" * 400 + BODY,
        "<p>x</p>" * 10_000 + BODY,
        "".join(f"<div class=c{n}><p>Word {n} of it.</p></div>" for n in range(5_000)) + BODY,
        f"<p>{'a, ' * 100_000}</p>{BODY}",
    ],
)
def test_odd_pages_are_read(page: str) -> None:
    """Depth, width and length confuse nobody."""
    assert read(page)[-4:] == PROSE


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["Snake plant", "(Dracaena trifasciata)"], 2),
        (["The problem", "Waste costs money."], 2),
        (["東京の天気", "晴れ"], 2),
        (["A line that was broken by hand", "goes on without a capital."], 1),
    ],
)
def test_lines_are_paragraphs_unless_they_go_on(lines: list[str], expected: int) -> None:
    """A break within a sentence parts nothing."""
    piece = Piece("paragraph", Page(b"<p>x").tree.css("p")[0], text="\n".join(lines))
    assert len([*parted(piece)]) == expected


def test_lines_of_items_and_quotations_are_paragraphs() -> None:
    """A break parts paragraphs in a list and in a quotation as it does elsewhere."""
    node = Page(b"<p>x").tree.css("p")[0]
    lines = Piece("paragraph", node, text="Clinic\n2137 Pier Street")
    item = Compound("item", node, children=[lines])
    for whole in (
        Compound("quote", node, children=[lines]),
        Compound("list", node, children=[item]),
    ):
        (made,) = parted(whole)
        inner = made.children if made.kind == "quote" else made.children[0].children
        assert [piece.text for piece in inner] == ["Clinic", "2137 Pier Street"]


def test_the_hidden_rest_of_a_text_behind_a_wall() -> None:
    """A hidden element of the class that search engines ask for is the text's, if it is long; an offer is short."""
    wall = "<div class='paywall x' hidden>{}</div>"
    hidden = read(f"<div>{STORY}{wall.format(BODY)}</div>")
    assert [line for line in hidden if line in PROSE] == PROSE
    assert len(read(f"<div>{STORY}{wall.format(f'<p>{PROSE[0]}</p>')}</div>")) == 5


def test_what_readers_unfold() -> None:
    """A hidden part that its heading labels is folded, not hidden: ARIA's regions and panels of tabs."""
    fold = "<h3 id=h>Why</h3><div role={} {} style='display:none'>" + BODY + "</div>"
    for role in ("region", "tabpanel"):
        assert PROSE[3] in read(f"<div>{STORY}{fold.format(role, 'aria-labelledby=h')}</div>")
    assert PROSE[3] not in read(f"<div>{STORY}{fold.format('region', '')}</div>")
    around = f"<div hidden><div role=region aria-labelledby=h>{BODY}</div></div>"
    assert PROSE[3] in read(f"<div>{STORY}{around}</div>")


def test_page_laid_out_as_a_list() -> None:
    """An item with the headline, or with many paragraphs, is no entry of a list."""
    page = f"<ul><li><div><h1>Ferry</h1>{STORY}</div></li><li><a href=/a>Other news</a></li></ul>"
    assert sum("council" in line for line in read(page)) == 5


@pytest.mark.parametrize(
    "name",
    ["sr-only", "is-visually-hidden", "visually_hidden", "h-offscreen", "isSrOnly", "screen-reader-only", "a11y", "go-vh"],
)  # fmt: skip
@pytest.mark.parametrize("tag", ["span", "p", "h2"])
def test_what_is_said_to_those_who_listen(tag: str, name: str) -> None:
    """Nobody sees it, whatever the element and the library that names it."""
    said = (
        f"<{tag} class={name}>Section of the page with other news from around the harbour</{tag}>"
    )
    assert story(between=said) == []


@pytest.mark.parametrize("tag", ["p", "div"])
@pytest.mark.parametrize(
    "name", ["legenda", "bildUnterschrift", "pie-de-foto", "article__didascalia"]
)
def test_captions_without_a_figure(tag: str, name: str) -> None:
    """What a class of the trade's own word calls a caption is none of the text, in any language."""
    assert story(between=f"<{tag} class={name}>The boat in the harbour of Oban.</{tag}>") == []
    assert len(read(f"<main><h1>Harbour</h1><div class={name}>{STORY}</div></main>")) == 5


OFFER = "<h2>Read on</h2><p>Get all of our texts for a month, and cancel whenever you like to.</p>"


@pytest.mark.parametrize("name", ["paywall", "premium-box", "abo", "SubscriptionOffer"])
def test_an_offer_below_a_short_beginning(name: str) -> None:
    """It is as long as the beginning of the text above it; it is known by its name and what it says soon."""
    offer = f"<div class={name}>{OFFER}<p>Bereits Abonnent? Hier geht es zur Anmeldung.</p></div>"
    beginning = STORY.split("<p>", 2)[1]
    assert len(read(f"<main><h1>Harbour</h1><div><p>{beginning}</div>{offer}</main>")) == 1


def test_what_must_be_paid_for_is_the_text() -> None:
    """A name of an offer around text does not make it one, even where it ends in the offer."""
    text = f"<div class='content premium'>{STORY}<p>Bereits Abonnent? Hier anmelden.</p></div>"
    assert len(read(f"<main><h1>Harbour</h1>{text}</main>")) >= 5


@pytest.mark.parametrize(
    "name", ["inlineNewsletter", "Newsletterstyled__Box-x9", "article-related-box", "ShareWrapper", "ad-feedback"]
)  # fmt: skip
def test_names_of_furniture_in_any_spelling(name: str) -> None:
    """Humps part words as hyphens do; a box around a newsletter is as good as one."""
    assert "furniture" in said_by(name)


@pytest.mark.parametrize("name", ["comentarios", "kommentare", "reacties", "lista-komentarze"])
def test_readers_comments_in_any_language(name: str) -> None:
    """A thread is no text of the article, and may be longer than it."""
    thread = STORY.replace("harbour", "pier").replace("council", "reader")
    assert story(after=f"</div><div id={name}>{thread}{thread.replace('reader', 'guest')}") == []


@pytest.mark.parametrize("name", ["sidebar-container", "isShared", "box", "story-box", "Sharett"])
def test_names_of_boxes_alone_say_nothing(name: str) -> None:
    """What may hold the text too is no furniture by its name."""
    assert "furniture" not in said_by(name)


def test_a_name_of_many_parts_costs_no_square() -> None:
    """A class of a million hyphens is looked at once; related-posts is furniture behind them too."""
    start = time.process_time()
    assert "furniture" in said_by("-" * 1_000_000 + "related--posts")
    assert "furniture" in said_by("a-" * 500_000 + "read-more")
    assert "furniture" not in said_by("a-" * 500_000)
    assert time.process_time() - start < 2


@pytest.mark.parametrize("element", ["article", "section", "div", "li"])
def test_entries_of_a_live_blog_stay_in_order(element: str) -> None:
    """Newest first, as most of them run: every heading and sentence once, no share bar between them."""
    entries = "".join(
        f"<{element} class=live-post id=post-{n}><header><time>{20 - n}:15</time><h3>Tide {n}</h3></header>"
        f"<p>{n} metres: {PROSE[0]}</p><p>{n} boats: {PROSE[1]}</p>"
        f"<div class=share><a href=#>Share</a><a href=#>Copy link</a></div></{element}>"
        for n in range(12)
    )
    lines = read(
        f"<main><h1>Storm live</h1><p>{PROSE[2]}</p><div class=feed>{entries}</div></main>"
    )
    story = [line for line in lines if line.startswith("Tide") or "council" in line]
    assert story[-36:] == [
        line
        for n in range(12)
        for line in (f"Tide {n}", f"{n} metres: {PROSE[0]}", f"{n} boats: {PROSE[1]}")
    ]
    assert not any("Share" in line for line in lines)
