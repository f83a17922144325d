"""What stands around the article on a made page, most of its bytes as on real ones."""

import json
from datetime import timedelta

from tests.benchmarks.press import Press


def head(press: Press) -> str:
    return (
        f'<head>\n<meta charset="utf-8">\n<title>{press.headline} | Post</title>\n'
        f'<meta name="viewport" content="width=device-width">\n'
        f'<link rel="canonical" href="{press.address}">\n'
        f'<meta name="description" content="{press.summary}">\n'
        f"{_metas(press)}\n{_linked_data(press)}\n{_rules(press)}\n{_state(press)}\n</head>"
    )


def _metas(press: Press) -> str:
    metas = {
        "og:type": "article",
        "og:title": press.headline,
        "og:description": press.summary,
        "og:url": press.address,
        "og:site_name": "Post",
        "og:image": f"{press.home}/media/1.jpg",
        "article:published_time": press.moment.isoformat(),
        "twitter:card": "summary_large_image",
        "twitter:title": press.headline,
    }
    return "\n".join(f'<meta property="{key}" content="{text}">' for key, text in metas.items())


def _linked_data(press: Press) -> str:
    data = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "mainEntityOfPage": press.address,
        "headline": press.headline,
        "description": press.summary,
        "datePublished": press.moment.isoformat(),
        "dateModified": (press.moment + timedelta(hours=2)).isoformat(),
        "author": [{"@type": "Person", "name": press.author}],
        "publisher": {"@type": "NewsMediaOrganization", "name": "Post", "url": press.home},
        "image": {"@type": "ImageObject", "url": f"{press.home}/media/1.jpg", "width": 1200},
    }
    text = json.dumps(data, ensure_ascii=False)
    return f'<script type="application/ld+json">{text}</script>'


def _rules(press: Press) -> str:
    rules = (
        f".c-{number:x}{{margin:0 auto {number % 40}px;padding:1px;color:#{number:06x}}}"
        for number in range(press.amounts.rules)
    )
    return f"<style>{''.join(rules)}</style>"


def _state(press: Press) -> str:
    """What a page that scripts build carries along: data of the site's other articles."""
    records = [
        {"id": press.rng.randrange(10**8), "title": press.writer.words(4, 9), "url": press.link()}
        for _ in range(press.amounts.records)
    ]
    text = json.dumps({"feed": records, "user": None}, ensure_ascii=False)
    return f"<script>window.__STATE__={text};</script>"


def consent(press: Press) -> str:
    words = press.writer.words
    return (
        f'<div {press.named("cookie-banner")} role="dialog"><p>{press.writer.sentences(2)}</p>'
        f"<button>{words(1, 2)}</button><button>{words(1, 2)}</button></div>\n"
    )


def header(press: Press) -> str:
    return (
        f'<header {press.named("site-header")}><a href="{press.home}/">{press.icon()}</a>'
        f'<form role="search" action="/search"><input type="search" name="q"></form>'
        f"<nav {press.named('menu')}><ul>{_menus(press)}</ul></nav></header>\n"
    )


def _menus(press: Press) -> str:
    return "\n".join(
        f"<li>{press.anchor()}<ul {press.named('submenu')}>{press.items(8)}</ul></li>"
        for _ in range(press.amounts.links // 9)
    )


def sidebar(press: Press) -> str:
    return (
        f"<aside {press.named('sidebar')}><section {press.named('most-read')}>"
        f"<h2>{press.writer.words(1, 3)}</h2><ol>{press.items(8)}</ol></section>"
        f"{press.advert()}</aside>"
    )


def related(press: Press) -> str:
    cards = "\n".join(_card(press) for _ in range(press.amounts.cards))
    title = press.writer.words(1, 3)
    return f"<section {press.named('related')}><h2>{title}</h2>{cards}</section>\n"


def _card(press: Press) -> str:
    return (
        f'<div {press.named("card")}><a href="{press.link()}">{press.picture()}</a>'
        f'<h3><a href="{press.link()}">{press.writer.words(5, 11)}</a></h3>'
        f"<p>{press.writer.words(8, 16)}</p><span>{press.moment:%d.%m.%Y}</span></div>"
    )


def comments(press: Press) -> str:
    thread = "\n".join(_comment(press) for _ in range(press.amounts.comments))
    title = press.writer.words(1, 2)
    return f'<section id="comments"><h2>{title}</h2><ol>{thread}</ol></section>\n'


def _comment(press: Press) -> str:
    return (
        f"<li {press.named('comment')}><div {press.named('comment-author')}>"
        f"<b>{press.writer.name()}</b> {press.date()}</div>"
        f"<p>{press.writer.sentences(press.rng.randint(1, 4))}</p>"
        f"<button>{press.icon()}</button></li>"
    )


def footer(press: Press) -> str:
    icons = "".join(press.icon() for _ in range(5))
    scripts = "".join(f'<script src="/a/{number}.js" defer></script>' for number in range(8))
    return (
        f"<footer {press.named('site-footer')}><ul>{press.items(24)}</ul><p>© Post</p>"
        f"{icons}</footer>\n{scripts}\n"
    )
