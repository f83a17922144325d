"""A small outlet with one page, for tests of the suite: everything on it passes every check."""

from pathlib import Path
from typing import Any

from copydesk import Desk, Images, Layout, Outlet, TextLayout, When
from copydesk.conformance import cases
from copydesk.conformance.cases import Case
from copydesk.conformance.trial import strangers
from copydesk.conformance.trial.subject import Subject, Trial

CHALLENGE = (strangers.FOLDER / "challenge.html").read_text(encoding="utf-8")
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

FULL = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Fog keeps the ferry in</title></head>
<body class="harbour">
<div class="story">
<h1>Fog keeps the ferry in</h1>
<p class="lead">No boat has left the harbour since Thursday noon.</p>
<span class="by">By Benno Quist</span> <span class="when">17:05, 14.01.22</span>
<figure><img src="/img/fog.jpg" alt="White"><figcaption>The pier on Friday</figcaption></figure>
<div class="copy">
<p>Nobody could see the far end of the pier when the captain rang the bell for the third time.</p>
<p>The baker sent bread to those who slept in the waiting room, and the priest sent blankets.</p>
<p>By the evening the wind had turned, and the first lights of the island came out again.</p>
</div>
<ul class="tags"><li>Ferry</li></ul>
</div>
</body></html>
"""

BARE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Bell stolen from the school</title></head>
<body class="harbour">
<div class="story">
<h1>Bell stolen from the school</h1>
<div class="copy">
<p>The brass bell that has called children to lessons since 1903 was gone on Monday morning.</p>
<p>The caretaker whistled instead, which the pupils of the lower forms found much more pleasant.</p>
<p>A reward of forty crowns awaits whoever brings it back, no questions will be asked by anybody.</p>
</div>
</div>
</body></html>
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


def subject_of(case: Case, *outlets: Outlet, foreign: tuple[Case, ...] = ()) -> Subject:
    """
    Accuse the first of some outlets, with a case and those that the plugin has besides.

    They are one with every field, one with none but headline and body, and one that is no article.
    """
    desk = Desk(outlets=outlets or [Harbour()])
    beside = case.folder.parent.parent / "beside"
    for slug, page in (("full", FULL), ("bare", BARE), ("challenge", CHALLENGE)):
        if not (beside / slug).exists():
            case_in(beside, page, slug, url=f"https://harbour.example/{slug}")
    return Subject(desk.plugins.all[0], desk, (case, *cases.below(beside)), foreign)


def trial_of(case: Case, *outlets: Outlet) -> Trial:
    """Put a case on trial at a desk of these outlets, the first of them accused."""
    return subject_of(case, *outlets).trial(case)
