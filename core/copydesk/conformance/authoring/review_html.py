"""A review as one static HTML file: the page's words at the left, the fields at the right."""

import re
import shlex
from collections.abc import Iterator, Sequence
from html import escape
from importlib.resources import files

from copydesk.conformance.authoring.review import Entry, Part, Review
from copydesk.conformance.authoring.values import Said
from copydesk.printable import escaped

_DIRECTIONS = "\u061c\u200e\u200f"
_LONGEST = 160
_SPACE = re.compile(r"[^\S\n]")
# Nothing but this file's own style sheet is allowed, whatever the page holds.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def html_of(review: Review, command: Sequence[str]) -> str:
    """
    Print a review as a document that loads nothing and runs nothing.

    Args:
        review: The case.
        command: What asks for each field at a terminal, in words.
    """
    named = [(f"{e.field}-{n}", part) for e in review.entries for n, part in enumerate(e.parts)]
    style = files(__package__).joinpath("review.css").read_text("utf-8")
    title = _safe(f"Review of {review.case.slug}")
    return f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{_POLICY}">
<meta name="viewport" content="width=device-width">
<title>{title}</title>
<style>
{style}</style>
</head>
<body>
<header>{_head(review)}</header>
<main>
<section class="page" tabindex="0"><h2>The page</h2>
{"".join(_page(review, named))}</section>
<section class="fields" tabindex="0"><h2>The fields</h2>
{"".join(_entry(entry) for entry in review.entries)}{_absent(review)}</section>
</main>
<footer>Every field is as the page says, and nothing is missing? At a terminal this asks for each and sets <code>reviewed = true</code>:
<pre>{_safe(shlex.join(command))}</pre></footer>
</body>
</html>
"""


def _head(review: Review) -> str:
    facts, state = review.case.facts, "reviewed" if review.case.facts.reviewed else "draft"
    fetched = f"fetched {facts.fetched.isoformat()}" if facts.fetched else None
    known = (facts.outlet, facts.url, fetched)
    lines = [" · ".join(filter(None, known)), facts.origin, facts.note]
    told = "".join(f"<p>{_safe(line)}</p>" for line in lines if line)
    problem = f'<p class="bad">{_safe(review.problem)}</p>' if review.problem else ""
    return f'<h1>{_safe(review.case.slug)} <span class="state {state}">{state}</span></h1>{told}{problem}'


def _page(review: Review, named: Sequence[tuple[str, Part]]) -> Iterator[str]:
    """Give the sheet line by line; what a field came from is marked, and has the field's anchor."""
    places = [(part.place, name) for name, part in named if part.place]
    places += [(place, f"{name}-also") for name, part in named for place in part.also]
    start = 0
    for line in review.sheet.text.split("\n"):
        stop = start + len(line)
        near = [(p, n) for p, n in places if p.start <= stop and p.stop > start]
        if line.strip() or near:
            yield f'<p dir="auto">{"".join(_marked(line, start, near))}</p>\n'
        start = stop + 1


def _marked(line: str, start: int, places: Sequence[tuple[range, str]]) -> Iterator[str]:
    stop = start + len(line)
    ends = {end for place, _ in places for end in (place.start, place.stop)}
    borders = sorted({start, stop, *(end for end in ends if start <= end <= stop)})
    for first, last in zip(borders, borders[1:] or borders, strict=False):
        anchors = (n for place, n in places if place.start == first and not n.endswith("-also"))
        yield from (f'<a id="{_safe(name)}"></a>' for name in anchors)
        names = sorted({name.partition("-")[0] for place, name in places if first in place})
        words = _safe(line[first - start : last - start])
        yield (
            f'<mark title="{_safe(", ".join(names))}">{words}</mark>' if names and words else words
        )


def _entry(entry: Entry) -> str:
    parts = "".join(_part(f"{entry.field}-{n}", part) for n, part in enumerate(entry.parts))
    return f"<article><h3>{_safe(entry.field)}</h3>{parts}</article>\n"


def _part(name: str, part: Part) -> str:
    recorded = (
        _said(part.recorded) if part.recorded else '<div class="bad">nothing is recorded</div>'
    )
    return f'<div class="part">{recorded}{_read(part)}{_origin(name, part)}</div>'


def _said(said: Said) -> str:
    details = f'<div class="details">{_safe(said.details)}</div>' if said.details else ""
    return f'<div class="text" dir="auto">{_safe(said.text)}</div>{details}'


def _read(part: Part) -> str:
    if part.is_same:
        return ""
    now = _said(part.read) if part.read else "nothing"
    return f'<div class="bad">the plugin reads now: {now}</div>'


def _origin(name: str, part: Part) -> str:
    if part.evidence is None:
        return '<div class="origin">no evidence of its own</div>'
    found = part.evidence
    by = "/".join(filter(None, (found.plugin, found.layout)))
    where = (
        f'<a class="where" href="#{_safe(name)}">on the page</a>'
        if part.place
        else f"<q>{_safe(_cut(found.raw))}</q>"
    )
    return f'<div class="origin">{where} · {_safe(found.method)} <code title="{_safe(found.selector)}">{_safe(_cut(found.selector))}</code> · {_safe(by)}</div>'


def _cut(text: str) -> str:
    return f"{text[:_LONGEST]}…" if len(text) > _LONGEST else text


def _absent(review: Review) -> str:
    names = ", ".join(review.absent)
    return (
        f'<article><h3>nothing else</h3><div class="text">The page has no: {_safe(names)}.</div></article>\n'
        if names
        else ""
    )


def _safe(text: str) -> str:
    """Escape markup, and show what would turn or hide text; any space is one."""
    return escape(escaped(_SPACE.sub(" ", text), keep=f"\n{_DIRECTIONS}"))
