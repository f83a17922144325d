"""A small outlet with one page, for tests of the suite: everything on it passes every check."""

from pathlib import Path
from typing import Any

from copydesk import Desk, Images, Layout, Outlet, TextLayout, When
from copydesk.conformance import cases
from copydesk.conformance.cases import Case
from copydesk.conformance.subject import Subject, Trial

URL = "https://harbour.example/news/4102"

PAGE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>New roof for the market</title></head>
<body class="harbour">
<header><a href="/">Harbour News</a></header>
<div class="story">
<h1>New roof for the market</h1>
<p class="lead">Forty-one stallholders move out for six weeks.</p>
<span class="by">By Ottilie Fernhall</span> <span class="when">09:40, 12.10.21</span>
<figure><img src="/img/roof.jpg" alt="Workers"><figcaption>Men on a roof</figcaption></figure>
<div class="copy">
<p>The covered market gets a <b>new</b> roof, the town council said on Tuesday evening.</p>
<p>The stallholders pay no rent <a class="also">Read also: Fog</a> while they stay in the yard.</p>
<h2>Slates from the hills</h2>
<p>A quarry has reopened its oldest pit for the order, which took the owner by surprise.</p>
<p>The hall opens again in December, with music, with soup and without the two buckets.</p>
</div>
<ul class="tags"><li>Market</li><li>Council</li></ul>
</div>
<footer>Quay Street 4</footer>
</body></html>
"""

TEXT = """New roof for the market

Forty-one stallholders move out for six weeks.

The covered market gets a new roof, the town council said on Tuesday evening.

The stallholders pay no rent while they stay in the yard, which is a long way off.

HARBOUR NEWS 2021
"""

RULES: dict[str, Any] = {
    "detect": ".story .copy",
    "mark": "body.harbour",
    "headline": ".story h1",
    "summary": ".lead",
    "authors": ".by",
    "published": When(".when", "%H:%M, %d.%m.%y"),
    "topics": ".tags li",
    "images": Images("figure", caption="figcaption"),
    "body": ".copy",
    "drop": (".also",),
}


class Harbour(Outlet):
    """Reads the page above."""

    name = "harbour"
    hosts = ("harbour.example",)
    time_zone = "Europe/Kyiv"
    layouts = (
        Layout("2021", **RULES),
        TextLayout(
            "text",
            mark=r"^HARBOUR NEWS \d{4}$",
            summary=r"\A[^\n]+\n\n([^\n]+)$",
            end=r"^HARBOUR NEWS \d{4}$",
        ),
    )


def by_rules(**changes: Any) -> Outlet:  # noqa: ANN401  # any rule
    """The same outlet with other rules in its layout."""
    layout = Layout("2021", **{**RULES, **changes})
    return by_method(layouts=(layout, Harbour.layouts[1]))


def by_method(**methods: object) -> Outlet:
    """The same outlet with methods or settings of its own."""
    made: type[Outlet] = type("Harbour", (Harbour,), methods)
    return made()


def case_in(folder: Path, page: str = PAGE, slug: str = "roof", **facts: object) -> Case:
    """Store a page with what the good outlet makes of it, as if somebody had reviewed it."""
    url = None if page.startswith("New") else URL
    given = {"outlet": "harbour", "url": url, "reviewed": True, **facts}
    kind = {"media_type": "text/plain"} if url is None else {}
    return cases.add(folder, slug, page.encode(), Desk(outlets=[Harbour()]), **kind, **given)


def trial_of(case: Case, *outlets: Outlet) -> Trial:
    """Put a case on trial at a desk of these outlets, the first of them accused."""
    desk = Desk(outlets=outlets or [Harbour()])
    return Trial(Subject(desk.plugins.all[0], desk, (case,)), case)
