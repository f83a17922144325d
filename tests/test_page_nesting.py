"""copydesk.page.nesting, open_elements, tree_rules and markup."""

import random

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser, LexborNode

from copydesk.page.markup import attributes_at, count_starts, raw_end
from copydesk.page.nesting import Nesting

NAMES = (
    "a b i font nobr em p div span li ul dl dd dt table tbody tr td th caption colgroup col form"
    " button h1 h2 option optgroup select template svg math desc foreignObject title g mi"
    " annotation-xml br hr img article dialog noscript object pre ruby rt fieldset label x-y html"
    " body head textarea style script iframe main"
)
ODDITIES = (
    "<!-- -->|-->|--!>|<![CDATA[|]]>|</script>|<script><!--|<title>|</title>|<textarea>|text|>|\"|'"
    "|<div title=\"|<p x='>'|<!-->|<?php|</>|</ x>|<svg/>|<g/>|<b id=1>|<b id=2>|</p>|</br>|="
    "|<a b=c'd>|<a ='>'>|<a b=\"x\"c='y'd>|<font color=x>|<input type=hidden>|<path/>"
)
ELEMENTS, PIECES = NAMES.split(), ODDITIES.split("|")


def nesting(markup: bytes) -> Nesting:
    return Nesting(markup, depth=10**9, steps=10**12)


def depth(markup: bytes) -> int:
    """Measure the tree that the parser makes, templates included."""
    root = LexborHTMLParser(markup).root
    deepest, pending = 0, [(root, 1)] if root is not None else []
    while pending:
        node, level = pending.pop()
        deepest = max(deepest, level)
        pending.extend((child, level + 1) for child in inner(node))
    return deepest


def inner(node: LexborNode) -> list[LexborNode]:
    """Give an element's children; those of a template stand apart, in selectolax 1.0.2 and later."""
    if node.tag == "template" and hasattr(node, "template_fragments"):
        return [child for part in node.template_fragments()[:1] for child in part.iter()]
    return list(node.iter())


@st.composite
def documents(draw: st.DrawFn) -> bytes:
    """Few names, opened and closed in any order, and the whole again and again."""
    names = draw(st.lists(st.sampled_from(ELEMENTS), min_size=2, max_size=7, unique=True))
    tags = [f"<{slash}{name}>" for name in names for slash in ("", "", "/")]
    pieces = draw(st.lists(st.sampled_from(PIECES), max_size=4))
    parts = draw(st.lists(st.sampled_from(tags + pieces), min_size=2, max_size=40))
    return ("".join(parts) * draw(st.integers(1, 20))).encode()


@given(documents())
@example(b"<i><table><td></i></td></table>" * 30)
@example((b"<i>" + b"<div>" * 9 + b"</i>" + b"</div>" * 9 + b"x") * 30)
@example(b"<p><table></table><span><div></div>" * 30)
@example(b"<strike>" * 4 + b"</strike>" * 3 + b"<dt></strike>" * 30)
@example(b"<svg><title><title></title></svg><div>" * 30)
@example(b"<svg><style><!--</style></svg><div>" * 30)
@example(b"<main><svg><foreignObject></main>" * 30)
@example(b"<select><textarea><div></textarea></select>" * 30)
@example(b"<script><!--<script></script><style>--></script><div>" * 30)
@example(b"<form><code></form>" * 30)
@example(b"<template><col><textarea><template>" * 30)
@example(b"<table><col>")
def test_no_tree_is_deeper_than_was_found(markup: bytes) -> None:
    """The promise that lets a page be parsed: at most so deep, whatever it holds."""
    assert depth(markup) <= nesting(markup).depth


@pytest.mark.parametrize(
    ("markup", "deepest"),
    [
        (b"<p>one<p>two<p>three" * 50, 1),
        (b"<ul><li>one<li>two</ul>" * 50, 2),
        (b"<dl><dt>a<dd>b<dt>c</dl>" * 50, 2),
        (b"<table><tr><td>a<td>b<tr><td>c</table>" * 50, 4),
        (b"<select><option>a<option>b</option></select>" * 50, 2),
        (b"<br><img><hr><input>" * 50, 0),
        (b"<a href=x>one<a href=y>two" * 50, 1),
        (b"<svg><g><path/><use/><path></path></g></svg>" * 50, 3),
        (b"<svg><foreignObject><div><p>x</p></div></foreignObject></svg>" * 50, 4),
        (b"<div><span>never closed</div>" * 50, 2),
        (b"<script>'<div>' + '<div>'</script>" * 50, 0),
        (b"<!-- <div><div> -->" * 50, 0),
        (b"<title><div></title><textarea><div></textarea>" * 50, 0),
        (b"<div title='<div><div>'></div>" * 50, 1),
        (b"<button>a<button>b" * 50, 1),
        (b"<h1>a<h2>b" * 50, 1),
    ],
    ids=lambda value: value[:20].decode() if isinstance(value, bytes) else "",
)
def test_what_pages_leave_open_is_not_taken_for_depth(markup: bytes, deepest: int) -> None:
    """Optional end tags, void elements, comments and scripts do not add up."""
    assert nesting(markup).depth <= deepest + 4


@pytest.mark.parametrize(
    "unit",
    [b"<div>", b"<div></b>", b"<b>", b"<i><table><td></i></td></table>", b"<x-y>", b"<svg><g>",
     b"<table><td>", b"<template>", b"<select><div>", b"<DIV\n>", b"<div title='</div>'>",
     b"<frameset>", b"<plaintext><div>"],
)  # fmt: skip
def test_what_nests_is_counted(unit: bytes) -> None:
    """However it is written, and whatever pretends to close it."""
    assert nesting(unit * 500).depth >= 500


def test_unclosed_formatting_is_counted_though_its_blocks_are_closed() -> None:
    """A parser opens it again in every block that follows, at quadratic cost."""
    markup = b"".join(b"<p><b id=%d>x</p>" % n for n in range(500))
    found = nesting(markup)
    assert found.depth >= 500
    assert found.steps > 500 * 500 / 2


def test_following_stops_where_a_limit_is_passed() -> None:
    """What is refused anyway is not read to its end."""
    found = Nesting(b"<div>" * 1_000_000, depth=100, steps=10**9)
    assert found.depth == 101
    assert Nesting(b"<x>" * 90 + b"</y>" * 1_000_000, depth=100, steps=5_000).steps < 5_100


def test_a_seeded_flood_of_odd_markup_is_followed() -> None:
    """A thousand documents of all elements at once; the depth holds for each."""
    chance = random.Random(7)  # noqa: S311
    tags = [f"<{slash}{name}>" for name in ELEMENTS for slash in ("", "/")] + PIECES
    for _ in range(500):
        markup = ("".join(chance.choices(tags, k=chance.randint(5, 40))) * 8).encode()
        assert depth(markup) <= nesting(markup).depth, markup


@pytest.mark.parametrize(
    ("tag", "number"),
    [
        (b"<p>", 0),
        (b"<p a b c>", 3),
        (b"<p a=1 b='2 3' c=\"4>5\" d>x e", 4),
        (b"<p/a/b=/c>", 2),
        (b"<p a=\"1\"b='2'c>", 3),
        (b"<p a = 1 b= >", 2),
        (b"<p =a =b=c>", 1),
        (b"<p a='", 1),
        (b"<p <b>", 1),
        (b"text", 0),
    ],
)
def test_attributes_are_counted_as_the_standard_has_it(tag: bytes, number: int) -> None:
    """With quotes, without, with ``>`` in a value, without a space between."""
    assert attributes_at(tag, 0) == number


@pytest.mark.parametrize(
    ("script", "end"),
    [
        (b"var a = 1;</script>rest", 10),
        (b"'</scripty>'</SCRIPT >", 12),
        (b"<!-- </script>", 5),
        (b"<!-- <script> </script> --></script>", 27),
        (b"<!--<script></script></script>", 21),
        (b"<!--><script></script>", 13),
        (b"<!-- <script> --></script>", 17),
        (b"never closed", 12),
    ],
)
def test_a_script_ends_where_the_standard_has_it(script: bytes, end: int) -> None:
    """A nested ``<script`` in ``<!--`` has to end first."""
    assert raw_end(script, b"script", 0) == end


def test_start_tags_are_counted_wherever_they_stand() -> None:
    """By the first two letters, over pieces of any size."""
    found = count_starts(b"<a href=x><A>1 < 2<Article></a>" + b" " * 2**20 + b"<table>")
    assert found == {b"<a": 2, b"<ar": 1, b"<ta": 1}
