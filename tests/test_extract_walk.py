"""One walk over markup gives the blocks that a reader sees, in reading order."""

from typing import Any

import pytest

from copydesk import Page
from copydesk.extract.body.builder import Builder
from copydesk.extract.body.walk import Walk
from copydesk.extract.context import Context
from copydesk.schema import Article, Block, Code, List, Paragraph, Quote, Table, lines_of


def built(body: str, *, skip: str = "") -> tuple[Builder, tuple[Block, ...]]:
    page = Page(f"<html><body>{body}</body></html>".encode(), "https://news.example/a/b")
    root = page.tree.body
    assert root is not None
    left_out = {node.mem_id for node in page.tree.css(skip)} if skip else set()
    builder = Builder(Context(page))
    found = builder.body(Walk(page, skip=left_out).run(root).pieces)
    return builder, tuple(part.value for part in found)


def blocks(body: str, *, skip: str = "") -> tuple[Block, ...]:
    return built(body, skip=skip)[1]


def texts(body: str, *, skip: str = "") -> list[str]:
    return [line for block in blocks(body, skip=skip) for line in lines_of(block)]


def kinds(body: str) -> list[str]:
    return [block.type for block in blocks(body)]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p>One.</p><p>Two.</p>", ["One.", "Two."]),
        ("<div>One.<p>Two.</p>Three.</div>", ["One.", "Two.", "Three."]),
        ("One.<br><br>Two.<br>Still two.", ["One.", "Two. Still two."]),
        ("<p>One<span>.</span>\n  Two\n<b>three</b> four</p>", ["One. Two three four"]),
        ("<p>One&nbsp;two</p><p> &nbsp; </p><p>\u200b</p>", ["One two"]),
        ("One.<span class='x br'></span>Two.", ["One. Two."]),
        ("One.<span class=br></span><span class=br></span>Two.", ["One.", "Two."]),
        ("<p><a href=/1>One</a><a href=/2>two</a></p>", ["One two"]),
        ("<p><a href=/1>One</a><a href=/2>, two</a></p>", ["One, two"]),
        ("<p><a href=/1>Wash</a><a href=/1>ington</a></p>", ["Washington"]),
        ("<p><a href=/1>東京</a><a href=/2>大阪</a></p>", ["東京大阪"]),
        ("<h2>Head</h2><p>One.</p>", ["Head", "One."]),
        ("One.<span class='x br'></span><span class=br></span>Two.", ["One.", "Two."]),
        ("One<span class=br>.</span> Two<span class=abbr></span>.", ["One. Two."]),
        ("<p>One.</p><script>x</script><style>y</style><template><p>z</p></template>", ["One."]),
        ("<noscript><p>Turn it on</p></noscript><p>One.</p><svg><text>t</text></svg>", ["One."]),
        (
            "<p>One.</p><button>Share</button><select><option>a</select><p>Two.</p>",
            ["One.", "Two."],
        ),
        (
            "<h3><button aria-expanded=false>Why?</button><button>Copy</button></h3><p>One.</p>",
            ["Why?", "One."],
        ),
        ("<h3><button>Why?</button></h3><h3>How?<button>Copy</button></h3>", ["Why?", "How?"]),
        ("<h3>Why?<a href=#why>¶</a></h3><p>One. <a href=#up>↩</a></p>", ["Why?", "One."]),
        ("<p>One <a href=#c>C</a> <a href=/x>♥</a></p>", ["One C ♥"]),
        (
            "<button aria-expanded=false><h3>Why?</h3></button><button aria-expanded=true>Menu</button>",
            ["Why?"],
        ),
        ("<section><article><div><div><p>Deep.</p></div></div></article></section>", ["Deep."]),
        ("<x-widget><p>In an element of its own.</p></x-widget>", ["In an element of its own."]),
        ("<p>می\u200cشود</p>", ["می\u200cشود"]),
        ("<table><tr><td><p>Laid</p><p>out</p></td></tr></table>", ["Laid", "out"]),
        ("<dl><dt>Term</dt><dd>Meaning</dd></dl>", ["Term", "Meaning"]),
        ("<p>One.<ul><li>Two</ul>Three.", ["One.", "Two", "Three."]),
    ],
)
def test_text_becomes_paragraphs(body: str, expected: list[str]) -> None:
    """Blocks part them, two breaks too; white space folds, joiners stay, code is no text."""
    assert texts(body) == expected


def test_skipped_nodes_leave_no_trace() -> None:
    """Within a paragraph too, and the words around stay apart."""
    body = "<p>One <a class=x>Read also</a> two<i class=x>!</i>.</p><div class=x><p>Three</p></div>"
    assert texts(body, skip=".x") == ["One two."]


def spans(body: str) -> list[tuple[str, str, str | None]]:
    (block,) = blocks(body)
    data: Any = block
    return [(data.text[s.start : s.end], s.kind, s.href) for s in data.spans]


def test_links_and_emphasis_are_spans() -> None:
    """Code points without the white space around; addresses are absolute, a dead link has none."""
    body = "<p>𝔘 <a href=../c> the  link </a> <b>bold <i>both</i></b> <a href='javascript:x'>dead</a></p>"
    assert spans(body) == [
        ("the link", "link", "https://news.example/c"),
        ("bold both", "strong", None),
        ("both", "emphasis", None),
        ("dead", "link", None),
    ]


def test_a_mark_around_paragraphs_goes_on_in_each() -> None:
    """Markup that nests blocks in inline elements is common."""
    found = blocks("<a href=/x><p>One.</p><p>Two.</p></a>")
    assert [[(s.start, s.end) for s in b.spans] for b in found] == [[(0, 4)], [(0, 4)]]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p>The ferry<sup><a href='#n1'>1</a></sup> came.</p>", "The ferry came."),
        ("<p>The ferry<a href='#n1'><sup>[1]</sup></a> came.</p>", "The ferry came."),
        ("<p>The ferry<sup><a href='#n1'>*</a></sup> came.</p>", "The ferry came."),
        (
            "<p>An area of 12 m<sup>2</sup> on the 4<sup>th</sup>.</p>",
            "An area of 12 m2 on the 4th.",
        ),
        ("<p>See <a href='#plan'>12</a> and <sup><a href='/x'>9</a></sup>.</p>", "See 12 and 9."),
    ],
)
def test_numbers_of_footnotes_are_no_text(body: str, expected: str) -> None:
    """What is raised and leads to a note on the page is no part of the word before it."""
    assert texts(body) == [expected]


def test_a_place_is_no_link() -> None:
    """An anchor that is led to and was never closed makes no link of the article behind it."""
    _, found = built("<a name=top><p>One.</p><p>Two <a href=/c>three</a>.</p>")
    assert [[s.href for s in block.spans] for block in found if block.type == "paragraph"] == [
        [],
        ["https://news.example/c"],
    ]


def test_headings_keep_their_level() -> None:
    """h2 to h6 as in the markup; spans inside them too."""
    found = blocks("<h2>Two</h2><h4><a href=/x>Four</a></h4>")
    assert [(b.type, b.level) for b in found] == [("heading", 2), ("heading", 4)]  # type: ignore[union-attr]


def test_what_stands_for_a_heading_is_one() -> None:
    """WAI-ARIA's role tells so of any element; without a level it is of the second."""
    found = blocks("<div role=heading aria-level=3>One</div><p role=heading>Two</p><p>Three.</p>")
    assert [(b.type, getattr(b, "level", None)) for b in found] == [
        ("heading", 3),
        ("heading", 2),
        ("paragraph", None),
    ]


def test_lists_nest() -> None:
    """Items hold blocks; a list in an item is one of them, each block with its own id."""
    (outer,) = blocks(
        "<ol><li>One<ul><li>Inner</li></ul></li><li><p>Two.</p><p>More.</p></li></ol>"
    )
    assert outer.type == "list"
    assert outer.ordered
    assert [[b.type for b in item] for item in outer.items] == [
        ["paragraph", "list"],
        ["paragraph", "paragraph"],
    ]
    assert lines_of(outer) == ("One", "Inner", "Two.", "More.")
    Article(outlet="a", headline="H", body=(outer,))  # ids are unique


def test_quotations_hold_blocks_and_their_source() -> None:
    """The cited line is the attribution, not a part of the quotation."""
    (quote,) = blocks("<blockquote><p>One.</p><p>Two.</p><cite>— Ann Lee</cite></blockquote>")
    assert isinstance(quote, Quote)
    assert (lines_of(quote), quote.attribution) == (("One.", "Two."), "Ann Lee")


def test_a_dash_tells_who_is_quoted() -> None:
    """A quotation's last line may name its speaker behind a dash; the only line is the quotation."""
    named, alone = blocks(
        "<blockquote><p>One.</p><p>— Ann Lee, harbour master</p></blockquote>"
        "<blockquote><p>— One.</p></blockquote>"
    )
    assert isinstance(named, Quote)
    assert isinstance(alone, Quote)
    assert (lines_of(named), named.attribution) == (("One.",), "Ann Lee, harbour master")
    assert (lines_of(alone), alone.attribution) == (("— One.",), None)


def test_tables_of_data_keep_rows_and_headers() -> None:
    """Empty rows are none."""
    markup = "<table><tr><th>Kind</th><th>Price</th></tr><tr></tr><tr><td>Goat</td><td>3</td></tr></table>"
    (table,) = blocks(markup)
    assert isinstance(table, Table)
    assert [[(c.text, c.header) for c in row] for row in table.rows] == [
        [("Kind", True), ("Price", True)],
        [("Goat", False), ("3", False)],
    ]


def test_pictures_stand_where_they_are() -> None:
    """Between paragraphs, after the paragraph that holds one; a figure's caption is no text."""
    body = (
        "<p>One. <img src=/1.jpg></p><figure><img src=/2.jpg><figcaption>Two</figcaption></figure>"
        "<div class='wp-caption alignleft'><img src=/3.jpg><p class=wp-caption-text>Three</p></div>"
        "<p>Last. <img src=/2.jpg?w=100></p>"
    )
    builder, found = built(body)
    assert [b.type for b in found] == ["paragraph", "image", "image", "image", "paragraph", "image"]
    assert [b.image for b in found if b.type == "image"] == ["i1", "i2", "i3", "i2"]
    images = [part.value for part in builder.images]
    assert [(i.url, i.caption) for i in images] == [
        ("https://news.example/1.jpg", None),
        ("https://news.example/2.jpg", "Two"),
        ("https://news.example/3.jpg", "Three"),
    ]


@pytest.mark.parametrize(
    "gallery",
    [
        (
            "<figure class=wp-block-gallery><figure>{1}<figcaption>One</figcaption></figure>"
            "<figure>{2}<figcaption>Two</figcaption></figure><figcaption>Both</figcaption></figure>"
        ),
        (
            "<figure><ul class=blocks-gallery-grid><li><figure>{1}<figcaption>One</figcaption></figure>"
            "</li><li><figure>{2}<figcaption>Two</figcaption></figure></li></ul></figure>"
        ),
        (
            "<div><dl class=gallery-item><dt>{1}</dt><dd class='wp-caption-text'>One</dd></dl>"
            "<dl class=gallery-item><dt>{2}</dt><dd class='wp-caption-text'>Two</dd></dl></div>"
        ),
    ],
)
def test_all_pictures_of_a_gallery_are_taken(gallery: str) -> None:
    """Each with its caption, in each of the forms that WordPress has had for them."""
    builder, found = built(gallery.format("", "<img src=/1.jpg>", "<img src=/2.jpg>"))
    assert [block.type for block in found] == ["image", "image"]
    assert [part.value.caption for part in builder.images] == ["One", "Two"]


def test_emoji_pictures_are_letters() -> None:
    """Platforms show them as images with the letter as alternative text."""
    assert texts("<p>Well done <img class=emoji alt='🎉' src=/e.png></p>") == ["Well done 🎉"]


def test_players_and_posts_are_embeds() -> None:
    """With address and provider; a figure around one is walked; nothing without an address."""
    body = (
        "<figure><iframe src='https://www.youtube.com/embed/x'></iframe><figcaption>c</figcaption></figure>"
        "<iframe></iframe><video><source src=/v.mp4></video>"
        "<blockquote class='instagram-media'><a href='https://www.instagram.com/p/1/'>See it</a></blockquote>"
    )
    found = blocks(body)
    assert [(b.url, b.provider) for b in found if b.type == "embed"] == [
        ("https://www.youtube.com/embed/x", "youtube.com"),
        ("https://news.example/v.mp4", "news.example"),
        ("https://www.instagram.com/p/1/", "instagram.com"),
    ]
    assert len(found) == 3


@pytest.mark.parametrize(
    "code",
    [
        '<pre><code class="language-python">tick</code></pre>',
        '<pre class="hljs lang-python"><code>tick</code></pre>',
        '<pre data-lang="python"><code>tick</code></pre>',
        '<div class="highlight highlight-source-python"><pre>tick</pre></div>',
        '<div class="language-python highlighter-rouge"><div class="highlight"><pre>tick</pre></div></div>',
        '<pre class="brush: python; title: ;">tick</pre>',
    ],
)
def test_code_tells_its_language(code: str) -> None:
    """Highlighters name the language on the code, in it or around it."""
    (found,) = blocks(code)
    assert isinstance(found, Code)
    assert found.language == "python"


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<b>tick<br></b><b> tock<br></b>", "tick\n tock"),
        ("<code><div><i>tick</i></div><div> tock</div></code>", "tick\n tock"),
        ("<ol><li>tick</li><li>tock</li></ol>", "tick\ntock"),
        ("<div>tick\n</div><div>\n</div>tock", "tick\n\ntock"),
    ],
)
def test_lines_of_code_that_are_elements(markup: str, expected: str) -> None:
    """Highlighters part lines by breaks or by elements, and put their numbers beside them."""
    numbers = "<pre>1\n2</pre>"
    (found,) = blocks(f"<table><tr><td>{numbers}</td><td><pre>{markup}</pre></td></tr></table>")
    assert isinstance(found, Code)
    assert found.text == expected


@pytest.mark.parametrize(
    ("number", "expected"),
    [("<b>{}</b>", [["Turn."], ["Pull."]]), ("<b>{}0</b>", [["10", "Turn."], ["20", "Pull."]])],
)
def test_items_that_are_numbered(number: str, expected: list[list[str]]) -> None:
    """What counts the items of a list is none of their text, and makes the list an ordered one."""
    items = "".join(
        f"<li><div>{number.format(n)}</div><p>{text}</p></li>"
        for n, text in enumerate(("Turn.", "Pull."), 1)
    )
    (found,) = blocks(f"<ul>{items}</ul>")
    assert isinstance(found, List)
    assert found.ordered == (len(expected[0]) == 1)
    assert [[b.text for b in item if isinstance(b, Paragraph)] for item in found.items] == expected


def test_code_keeps_its_lines_and_rules_divide() -> None:
    """White space of preformatted text stays; a rule is a divider."""
    found = blocks("<pre><code>tick\n  tock\n</code></pre><hr><p>End.</p>")
    assert [b.type for b in found] == ["code", "divider", "paragraph"]
    assert found[0].text == "tick\n  tock"  # type: ignore[union-attr]


def test_depth_costs_no_stack() -> None:
    """Two thousand elements around a word are walked without recursion."""
    assert texts("<div>" * 1900 + "Deep." + "</div>" * 1900) == ["Deep."]
    assert kinds("<b>" * 300 + "Bold." + "</b>" * 300) == ["paragraph"]


def test_boxes_know_what_holds_them() -> None:
    """Each element's number is above its parent's, as the choice of the container needs."""
    page = Page(b"<body><div><p>One.</p></div><ul><li>Two</li></ul></body>")
    root = page.tree.body
    assert root is not None
    walk = Walk(page).run(root)
    assert all(parent < number for number, parent in enumerate(walk.parents))
    assert [walk.boxes[piece.box].tag for piece in walk.pieces] == ["p", "body"]


def test_blogger_s_table_around_a_picture_is_its_frame() -> None:
    """The cell below the picture is its caption, no paragraph."""
    table = (
        "<table class=tr-caption-container><tr><td><img src=/1.jpg></td></tr>"
        "<tr><td class=tr-caption>A mill</td></tr></table><p>Text.</p>"
    )
    builder, found = built(table)
    assert [block.type for block in found] == ["image", "paragraph"]
    assert [image.value.caption for image in builder.images] == ["A mill"]


@pytest.mark.parametrize(
    ("classes", "kind"),
    [
        ("crosshead", "heading"),
        ("text wp-block-onlineinterline", "heading"),
        ("article__subheading", "heading"),
        ("zwischentitel", "heading"),
        ("subscribe", "paragraph"),
        ("interview", "paragraph"),
    ],
)
def test_crossheads_by_class(classes: str, kind: str) -> None:
    """What the trade calls a heading within the text is one, though the markup has a paragraph."""
    assert kinds(f"<p>One.</p><p class='{classes}'>Late again</p><p>Two.</p>")[1] == kind
