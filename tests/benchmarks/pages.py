"""Made news pages with all that real ones carry along; a seed always gives the same bytes."""

from random import Random

from tests.benchmarks import frame
from tests.benchmarks.press import Amounts, Press
from tests.benchmarks.tongues import TONGUES

USUAL = 2 * len(TONGUES)
"""Pages of a run: two of each language."""
_RIGHT_TO_LEFT = {"ar", "fa", "he"}


def some(number: int = USUAL) -> list[bytes]:
    """Make so many pages of 30 to 250 KB, in all languages in turn."""
    return [news(seed) for seed in range(number)]


def sized(size: int) -> bytes:
    """Make a page of about so many bytes that has more of everything a page has."""
    many = Amounts().times(10)
    return news(0, many.times(size / len(news(0, many))))


def news(seed: int, amounts: Amounts | None = None, *, inner: str = "") -> bytes:
    """Make one page; ``inner`` is markup that ends the article's text."""
    rng = Random(seed)  # noqa: S311  # the same every time is the point
    press = Press(rng, TONGUES[seed % len(TONGUES)], amounts or Amounts.any(rng))
    direction = ' dir="rtl"' if press.tongue.code in _RIGHT_TO_LEFT else ""
    html = (
        f'<!DOCTYPE html>\n<html lang="{press.tongue.code}"{direction}>\n{frame.head(press)}\n'
        f"<body {press.named('page')}>\n{_body(press, inner)}</body>\n</html>\n"
    )
    return html.encode()


def _body(press: Press, inner: str) -> str:
    return (
        f"{frame.consent(press)}{frame.header(press)}"
        f"<main {press.named('main')}><div {press.named('grid')}>\n{_article(press, inner)}\n"
        f"{frame.sidebar(press)}</div>\n{frame.related(press)}{frame.comments(press)}</main>\n"
        f"{frame.footer(press)}"
    )


def _article(press: Press, inner: str) -> str:
    return (
        f"<article {press.named('article')}>{_top(press)}{_figure(press)}"
        f"<div {press.named('article-body')}>{_text(press)}{inner}</div>"
        f"<ul {press.named('tags')}>{press.items(5)}</ul>{_newsletter(press)}</article>"
    )


def _top(press: Press) -> str:
    return (
        f'<header><a {press.named("kicker")} href="{press.home}/news">{press.writer.words(1, 1)}</a>'
        f"<h1>{press.headline}</h1><p {press.named('lead')}>{press.summary}</p>"
        f'<div {press.named("byline")}>{press.tongue.by} <a rel="author" href="{press.home}/by/1">'
        f"{press.author}</a> {press.date()}</div>{_share(press)}</header>"
    )


def _share(press: Press) -> str:
    buttons = (f'<a href="https://{site}.example/share">{press.icon()}</a>' for site in "abcde")
    return f"<div {press.named('share')}>{''.join(buttons)}</div>"


def _figure(press: Press) -> str:
    return (
        f"<figure {press.named('figure')}>{press.picture()}<figcaption>{press.writer.sentence()} "
        f"<span {press.named('credit')}>{press.writer.name()}</span></figcaption></figure>\n"
    )


def _text(press: Press) -> str:
    return "\n".join(_part(press, number) for number in range(press.amounts.paragraphs))


def _part(press: Press, number: int) -> str:
    """Write a paragraph and what stands before it: now and then no other paragraph."""
    before = {
        2: Press.advert,
        4: _also,
        5: _heading,
        7: _quote,
        9: _list,
        11: _figure,
        13: _table,
    }.get(number % 15)
    return (before(press) if before else "") + _paragraph(press)


def _paragraph(press: Press) -> str:
    anchor = f"{press.anchor()} " if press.rng.random() < 0.3 else ""
    strong = f"<strong>{press.writer.words(1, 3)}</strong> " if press.rng.random() < 0.2 else ""
    text = f"{strong}{press.writer.sentence()} {anchor}{press.writer.sentences(2)}"
    return f"<p {press.named('text')}>{text}</p>"


def _heading(press: Press) -> str:
    return f"<h2>{press.writer.words(3, 7)}</h2>"


def _quote(press: Press) -> str:
    words, speaker = press.writer.sentence(), press.writer.name()
    return f"<blockquote><p>{words}</p><cite>{speaker}</cite></blockquote>"


def _also(press: Press) -> str:
    label = press.tongue.also
    return f"<div {press.named('read-also')}><b>{label}</b> {press.anchor()}</div>"


def _list(press: Press) -> str:
    return f"<ul>{''.join(f'<li>{press.writer.sentence()}</li>' for _ in range(4))}</ul>"


def _table(press: Press) -> str:
    rows = (
        f"<tr><th>{press.writer.words(1, 2)}</th><td>{number}</td><td>{number * 7}</td></tr>"
        for number in range(1, 6)
    )
    return f"<table>{''.join(rows)}</table>"


def _newsletter(press: Press) -> str:
    words = press.writer.words
    return (
        f"<aside {press.named('newsletter')}><h3>{words(2, 4)}</h3><p>{press.writer.sentence()}</p>"
        f'<form action="/signup"><input type="email" name="e"><button>{words(1, 1)}</button></form>'
        "</aside>"
    )
