"""The dek of a page that no outlet knows, as printed or as described."""

import pytest

from copydesk import Page
from copydesk.extract.context import Context
from copydesk.extract.summary import summary

DEK = "The first boat in nine winters carries the post, two cows and a piano."
TEXT = "The boat left at six in the morning with a full deck, said the harbour master on Monday."
MORE = f"<p>{TEXT}</p><p>Second. {TEXT}</p><p>Third. {TEXT}</p>"


def read(body: str, description: str = "", head: str = "") -> str | None:
    meta = f"<meta name=description content='{description}'>" if description else ""
    html = f"<html><head>{meta}{head}</head><body><main>{body}</main></body></html>"
    found = summary(Context(Page(html.encode(), media_type="text/html")))
    return found.value if found else None


@pytest.mark.parametrize(
    "dek",
    [
        "<p class=standfirst>{}</p>",
        "<h2 class=article-subtitle>{}</h2>",
        "<div class='ArticleLead_leadText__x9'><p>{}</p></div>",
        "<div class=vorspann>{}</div>",
        "<site-element class='excerpt wide'>{}</site-element>",
        "<p itemprop=description>{}</p>",
    ],
)
def test_a_printed_dek_is_believed_over_the_description(dek: str) -> None:
    """What stands between headline and text and is called a dek is what the reader reads."""
    assert read(f"<h1>Ferry</h1>{dek.format(DEK)}{MORE}", "For search engines.") == DEK


def test_a_dek_of_a_script_that_parts_no_words() -> None:
    """It says in twenty signs what others say in forty, and paragraphs do so too."""
    text = "".join(
        f"<p>港口的灯塔在停用{n}年之后重新点亮，守塔人的女儿把旧日志交给了档案馆。</p>"
        for n in (20, 30, 40)
    )
    assert (
        read(f"<h1>灯塔重新点亮</h1><p class=lead>守塔人的日志进入档案馆，渔民点赞</p>{text}")
        == "守塔人的日志进入档案馆，渔民点赞"
    )
    assert (
        read(
            f"<h1>灯塔重新点亮</h1>{text}<p class=teaser>守塔人的日志进入档案馆，渔民点赞</p>",
            "网站",
        )
        == "网站"
    )


def test_of_two_deks_the_described_one() -> None:
    """A description confirms one of several."""
    body = f"<h1>Ferry</h1><h2 class=subtitle>Piano on board, cows on deck</h2><p class=excerpt>{DEK}</p>{MORE}"
    assert read(body, DEK) == DEK
    assert read(body) == "Piano on board, cows on deck"


def test_a_first_paragraph_of_a_class_of_its_own() -> None:
    """Generated class names say nothing, but that the first differs from all others does."""
    text = "".join(f"<p class=css-b>{n}. {TEXT}</p>" for n in range(3))
    assert read(f"<h1>Ferry</h1><p class=css-a>{DEK}</p>{text}", "Other words.") == DEK
    assert read(f"<h1>Ferry</h1><p class=first>{DEK}</p>{text}", "Other words.") == "Other words."


def test_a_line_of_dates_is_no_text() -> None:
    """A dek stands behind the dates and the picture, too, however long the line of the dates is."""
    dates = "<p>Published on <time>5 March 2024 at ten</time>, changed on <time>6 March 2024 at noon</time></p>"
    assert read(f"<h1>Ferry</h1>{dates}<p class=chapo>{DEK}</p>{MORE}", "Other words.") == DEK


@pytest.mark.parametrize(
    "other",
    [
        "<div class=subheading>By Ann Lee <time>5 March 2024</time> in the harbour</div>",
        "<div class=lead-image>A boat at the pier, seen from the lighthouse at noon</div>",
        "<div class=summary><figure><figcaption>A boat at the pier at noon</figcaption></figure></div>",
        "<div class=paywall><span class=lead>Subscribe now for a month of all news.</span></div>",
        "<div class=CarouselSlide-description>A boat at the pier, seen from the lighthouse at noon</div>",
        "<aside class=teaser>Read how the piano came to the island in 1911</aside>",
        f"{MORE}<p class=teaser>Read how the piano came to the island in 1911</p>",
    ],
)
def test_bylines_captions_offers_and_teasers_are_no_dek(other: str) -> None:
    """The class of a dek is not enough where the content or a label beside it says otherwise."""
    assert read(f"<h1>Ferry</h1>{other}{MORE}", "A description.") == "A description."


def test_an_excerpt_that_software_cut_off_is_no_summary() -> None:
    """A description that breaks off within the first paragraph says nothing of its own; a whole one does."""
    body = f"<h1>Ferry</h1>{MORE}"
    assert read(body, f"{TEXT[:50]} […]") is None
    assert read(body, f"{TEXT[:50]}...") is None
    assert read(body, TEXT) == TEXT
    assert read(body, "How the ferry came back […]") == "How the ferry came back"
    assert read(body, "And then it came back...") == "And then it came back..."


def test_what_no_text_follows_is_the_text() -> None:
    """A short report that its outlet calls a summary is the article, not a dek that leaves it empty."""
    body = f"<h1>Ferry</h1><div class=summary><p>{TEXT} {TEXT} {TEXT}</p></div>"
    assert read(body, "A description.") == "A description."


def test_a_short_heading_above_the_byline() -> None:
    """It is the dek; one right above the text heads its first part."""
    short = "<h1>Ferry</h1><h2>Piano on board, two cows on deck</h2>"
    assert read(f"{short}<p>Ann Lee</p>{MORE}", "Other.") == "Piano on board, two cows on deck"
    assert read(f"{short}{MORE}", "Other.") == "Other."
    second = "<title>Ferry returns at last</title>"
    body = short.replace("<h1>Ferry</h1>", "<h2>Ferry returns at last</h2>")
    assert (
        read(f"{body}<p>Ann Lee</p>{MORE}", "Other.", second) == "Piano on board, two cows on deck"
    )


def test_linked_data_comes_last() -> None:
    """The description in linked data stands where no tag has one."""
    block = '{"@type": "NewsArticle", "headline": "Ferry", "description": "Of a boat."}'
    script = f'<script type="application/ld+json">{block}</script>'
    assert read("<h1>Ferry</h1>", head=script) == "Of a boat."
    assert read("<h1>Ferry</h1>", "A description.", script) == "A description."
    assert read("<h1>Ferry</h1>") is None


@pytest.mark.parametrize(
    "lead",
    [
        "<h2>{}</h2>",
        "<div class=css-1x><span>{}</span></div>",
        "<div class='copy-lg mb-7'>{}</div>",
        "<header><div><span class=deck>{}</span></div></header>",
    ],
)
def test_prose_next_to_the_headline(lead: str) -> None:
    """Generated class names say nothing; the place between headline and paragraphs does."""
    assert read(f"<h1>Ferry</h1>{lead.format(DEK)}{MORE}", "For search engines.") == DEK


@pytest.mark.parametrize(
    "other",
    [
        "<h2>How the ferry came to the island</h2>",  # a heading of the text
        "<h2>The Ferry from the Harbour to the Island of Seals: A Short History</h2>",
        f"<div class=image-caption>{DEK}</div>",
        f"<div>By {DEK}</div>",
        f"<div><a href=/boats>{DEK}</a></div>",
        "<div><span>ferries-of-the-north</span> <span>island-life</span> <span>winter-and-sea</span></div>",
        f"<p>By Ann Lee</p><div>{DEK}</div>",
    ],
)
def test_other_things_next_to_the_headline(other: str) -> None:
    """Headings, captions, bylines, links, what stands behind others and the text itself are no deks."""
    assert read(f"<h1>Ferry</h1><div>{DEK}</div>", "For search engines.") == "For search engines."
    title = "<h1>A Short History of the Ferry from the Harbour to the Island of Seals</h1>"
    assert read(f"{title}{other}{MORE}", "For search engines.") == "For search engines."
