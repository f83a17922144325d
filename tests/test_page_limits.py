"""copydesk.page.limits: what is refused before it is parsed."""

import time

import pytest
from selectolax.lexbor import LexborHTMLParser

from copydesk.errors import Refused
from copydesk.page import Limits, Page

LIMITS = Limits()
STORY = b"<div class='story'><p>Some words of a <b>long</b> story, never linked.</p></div>\n"
MANY = range(200_000)


def refusal(markup: bytes, limits: Limits = LIMITS) -> Refused:
    with pytest.raises(Refused) as caught:
        limits.check_markup(markup)
    assert caught.value.stage == "limits"
    return caught.value


@pytest.mark.parametrize(
    "markup",
    [
        b"<div>" * 100_000,
        b"<div></b>" * 100_000,
        b"<div title='</div>'>" * 100_000,
        b"<x-a></x-b>" * 100_000,
        b"<svg><g>" * 50_000,
        b"<table><td>" * 50_000,
        b"<i><table><td></i></td></table>" * 20_000,
        b"<font color=red>" * 100_000,
        b"".join(b"<p><b id=%d>" % n for n in range(100_000)),
        b"".join(b"<b id=%d></div>" % n for n in range(100_000)),
        b"<p><object>" + b"<span>" * 1_900 + b"<p></p>" * 1_000_000,
        b"<span>" * 1_900 + b"</x>" * 1_000_000,
        b"<p>" + b"".join(b"<b id=%d>" % n for n in range(900)) + b"</p>" + b"<p>x</p>" * 9_000,
    ],
    ids=lambda markup: repr(markup[:20]),
)
def test_what_nests_too_deep_is_refused_at_once(markup: bytes) -> None:
    """Or what would be opened again and again; a parser takes minutes or gigabytes for each."""
    start = time.process_time()
    assert refusal(markup).code == "too_deep"
    assert time.process_time() - start < 5


@pytest.mark.parametrize(
    "tag",
    [
        b"<div" + b"".join(b" a%d=1" % n for n in MANY) + b">",
        b"<div" + b"".join(b" a%d='<>\"'" % n for n in MANY) + b">",
        b"<div" + b"".join(b"/<\"'%d" % n for n in MANY) + b">",
        b"<div " + b"".join(b'a%d="x"' % n for n in MANY) + b">",
        b"<div" + b"".join(b" a%d = >" % n for n in range(1)) + b"<p" + b" x" * 1_001,
        b"<script>if (a<b x='</script><div" + b"".join(b" a%d" % n for n in MANY) + b">",
        b"<svg></svg><!-- > --><div" + b"".join(b" a%d" % n for n in MANY) + b">",
        b"<svg><font color=x><![CDATA[><!--]]><div" + b"".join(b" a%d" % n for n in MANY) + b">",
        b"".join(b"<html a%d>" % n for n in MANY),
        b"".join(b"<BODY a%d b%d>" % (n, n) for n in MANY),
    ],
    ids=lambda tag: repr(tag[:30]),
)
def test_what_has_too_many_attributes_is_refused_at_once(tag: bytes) -> None:
    """With quotes, without, with ``<`` and ``>`` in names and values, behind what hides it."""
    start = time.process_time()
    assert refusal(tag + b"<p>x</p>").code == "too_many_attributes"
    assert refusal(STORY * 2_000 + tag).code == "too_many_attributes"
    assert time.process_time() - start < 5


@pytest.mark.parametrize(
    "markup",
    [
        b"<p>x</p>" * 100_000,
        b"<p>x" * 100_000,
        b"<ul>" + b"<li>x" * 100_000 + b"</ul>",
        b"<table>" + b"<tr><td>x<td>y" * 50_000 + b"</table>",
        b"<div>" * 1_900 + STORY + b"</div>" * 1_900,
        b"<a href=x>y</a>" * 99_999,
        b"<svg>" + b"<path d='M0 0'/>" * 50_000 + b"</svg>",
        b"<script>for (i=0;i<n " + b"word " * 5_000 + b";)</script>" + STORY,
        b"<!-- <n " + b"word " * 5_000 + b"> -->" + STORY * 1_000,
        b"<p" + b" x" * 1_000 + b">",
        b"<script>" + b"'<div>'+" * 100_000 + b"</script>",
        (STORY * 210_000)[: 16 * 2**20],
    ],
    ids=lambda markup: repr(markup[:20]),
)
def test_what_is_merely_large_is_read(markup: bytes) -> None:
    """A hundred thousand siblings, a deep article, a script that looks like a tag, 16 MiB."""
    start = time.process_time()
    LIMITS.check_size(markup)
    LIMITS.check_markup(markup)
    assert time.process_time() - start < 5


def test_links_and_tags_are_counted() -> None:
    """Beyond them a page is an index of the world, or an attack on memory."""
    assert refusal(b"<a href=x>y</a>" * 100_001).reason == "100,001 links; at most 100,000 are read"
    assert refusal(b"<br>" * 2_000_001).code == "too_large"


def test_a_reason_says_what_how_much_and_the_limit() -> None:
    """It is what people read about a page that they will not get."""
    deep, crowded = refusal(b"<div>" * 5_000), refusal(b"<p>x</p><b" + b" a" * 1_200 + b">")
    assert deep.reason == "2,001 or more elements around one another; at most 2,000 are read"
    assert crowded.reason == "1,200 attributes of the tag at byte 8; at most 1,000 are read"
    with pytest.raises(Refused, match="too_large: 50,000,000 bytes; at most 16,777,216 are read"):
        LIMITS.check_size(b"a" * 50_000_000)


def test_limits_can_be_lowered_and_raised() -> None:
    """By whoever runs the desk, never by a page."""
    assert refusal(b"<div>" * 50, Limits(depth=20)).code == "too_deep"
    assert refusal(b"<p a b c>", Limits(attributes=2)).code == "too_many_attributes"
    Limits(depth=10_000).check_markup(b"<div>" * 5_000)


def test_a_page_at_the_limit_is_kept_whole() -> None:
    """1,900 levels are parsed, and what stands at the bottom is found."""
    page = Page(b"<html><body>" + b"<div>" * 1_900 + b"<p>Deep.</p>" + b"</div>" * 1_900)
    node = page.tree.css_first("p")
    assert node is not None
    assert node.text() == "Deep."


def test_what_passes_is_parsed_in_bounded_time() -> None:
    """The dearest pages that pass: many levels, many unclosed elements, many attributes."""
    pages = [
        b"<div>" * 1_990 + b"<p>x" * 20_000,
        b"".join(b"<p><b id=%d>" % n for n in range(990)),
        (b"<p" + b"".join(b" a%d" % n for n in range(1_000)) + b">") * 300,
        b"<div><select><option>x</select></div>" * 50_000,
    ]
    for markup in pages:
        start = time.process_time()
        LIMITS.check_markup(markup)
        LexborHTMLParser(markup)
        assert time.process_time() - start < 5


@pytest.mark.parametrize(
    "markup",
    [
        b"<div>" * 3_000,
        b"<div><p>x</p>" * 1_990 + b"<p>end",
        b"<x-a>" * 2_050 + b"</x-a>" * 900,
        b"<p><b id=1><i>" + b"<div>" * 2_100,
    ],
    ids=lambda markup: repr(markup[:20]),
)
def test_depth_is_seen_in_the_tree_of_a_light_page(markup: bytes) -> None:
    """Where a parser is soon done whatever nests, its tree tells; what is refused is too deep in fact."""
    page = Page(b"<body>" + markup)
    assert LIMITS.check_markup(page.content) is False
    if _deepest(LexborHTMLParser(page.content)) <= LIMITS.depth:
        assert page.tree.body is not None
    else:
        with pytest.raises(Refused, match="elements around one another"):
            _ = page.tree


def _deepest(tree: LexborHTMLParser) -> int:
    """The most elements around one another; parents come before their children."""
    depths: dict[int, int] = {}
    for node in tree.css("*"):
        around = depths.get(node.parent.mem_id, 0) if node.parent else 0
        depths[node.mem_id] = around + 1
    return max(depths.values())


def test_formats_left_open_are_no_light_page() -> None:
    """Each paragraph begins them anew: what they come to is counted before a parser makes it."""
    formats = b"".join(b"<b id=%d>" % n for n in range(400))
    assert refusal(b"<p>" + formats + b"</p>" + b"<div>x</div>" * 3_000).code == "too_deep"
