"""The headline as the reader sees it, not the tab's title with the site's name."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from copydesk.extract.context import Context
from copydesk.extract.found import Found, Trace
from copydesk.extract.words import line_of
from copydesk.page import Page
from copydesk.schema import clean_line

_TITLES = ("og:title", "twitter:title", "parsely-title", "dc.title", "sailthru.title", "title")
_JOINT = re.compile(r"\s+[|–—\-·:»«•]+\s+|\s*[|»]\s*")
_LONGEST, _ALIKE = 1000, 0.75


def headline(context: Context) -> Found[str] | None:
    """
    Choose the visible heading that the page's own titles confirm, else the best of the titles.

    Returns:
        None for a page that has neither.
    """
    titles = [trace for trace in _titles(context.page) if clean_line(trace.raw)]
    seen = _headings(context)
    confirmed = [h for h in seen if any(_confirms(t.raw, h.raw) for t in titles)]
    alone = seen if len(seen) == 1 and _is_title(seen[0].raw, context.page) else []
    best = (
        confirmed[:1] or alone or [_without_site(t, context.page) for t in titles[:1]] or seen[:1]
    )
    for trace in best:
        if text := clean_line(trace.raw[:_LONGEST]):
            return Found(text, trace)
    return None


def _titles(page: Page) -> Iterator[Trace]:
    article = page.linked_data.article
    for value in article.values("headline") if article else ():
        if value.text:
            yield Trace("ld", f"{value.block}:{value.pointer}", value.text)
    for name in _TITLES[:-1]:
        for raw in page.meta.all(name):
            yield Trace("meta", name, raw)
    if page.title:
        yield Trace("css", "title", page.title)


def _headings(context: Context) -> list[Trace]:
    nodes = context.page.tree.css("h1") or context.page.tree.css("h2")[:5]
    traces = (Trace("generic", context.paths.of(n), line_of(n) or "") for n in nodes)
    return [trace for trace in traces if trace.raw]


def _confirms(title: str, heading: str) -> bool:
    one, other = _norm(title), _norm(heading)
    if not one or not other:
        return False
    return one == other or (len(other) > 10 and one.startswith(other)) or _is_alike(one, other)  # noqa: PLR2004


def _is_alike(one: str, other: str) -> bool:
    return SequenceMatcher(None, one[:200], other[:200]).ratio() >= _ALIKE


def _is_title(heading: str, page: Page) -> bool:
    """A lone heading of some words that is not the site's name is what a reader takes for the title."""
    site = _norm(page.meta.get("og:site_name") or "")
    return len(heading.split()) > 2 and _norm(heading) != site  # noqa: PLR2004


def _norm(text: str) -> str:
    return re.sub(r"\W+", " ", text.casefold()).strip()


def _without_site(trace: Trace, page: Page) -> Trace:
    """Take the site's own name off a title's end or beginning."""
    site = _norm(page.meta.get("og:site_name") or "")
    joints = list(_JOINT.finditer(trace.raw))
    for joint in reversed(joints):
        front, tail = trace.raw[: joint.start()], trace.raw[joint.end() :]
        if _norm(tail) == site or (not site and trace.selector == "title"):
            return Trace(trace.method, trace.selector, front)
        if site and _norm(front) == site:
            return Trace(trace.method, trace.selector, tail)
    return trace
