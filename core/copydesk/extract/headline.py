"""The headline as the reader sees it, not the tab's title with the site's name."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from selectolax.lexbor import LexborNode

from copydesk.extract.context import Context
from copydesk.extract.found import Found, Trace
from copydesk.extract.labels import label_of
from copydesk.extract.titles import BEGINNING, LONGEST, SAME, Titles
from copydesk.extract.words import line_of
from copydesk.schema import clean_line

_LABEL = re.compile(r"^(?P<rest>\S+(?:\s+\S+){2,})\s+\|\s+\w+(?:\s\w+)?$")
_PERMALINK = re.compile(r"\s*¶$|\s[#§🔗]$|^[#§🔗]\s")
"""What leads to the heading itself."""
_KICKER = re.compile(
    r"kicker|over-?line|top-?line|eyebrow|roof-?line|dachzeile|spitzmarke|sur-?title|super-?title|pre-?title|"
    r"antetitulo|volanta|strap-?line",
    re.IGNORECASE,
)
_FRAME = re.compile(r"(?:^|[\s_-])(?:breadcrumbs?|cookies?|newsletter)(?:$|\s|__)", re.IGNORECASE)
_COLONS = frozenset(":：")
_LOWER = "[itemprop~=headline], h3, h4, h5"
_SILENT = frozenset({"script", "style", "noscript", "template", "title", "option", "textarea"})
_MOST, _PARTS, _CLIMB, _LOOKED_AT = 40, 12, 8, 4_000
_PART = 3.0
_AKIN, _SURE = 0.15, 0.4
"""Share of words that a heading must have in common with a title of the page, to be chosen of several,
and to be chosen without a look whether one of the second level is that title."""


def headline(context: Context) -> Found[str] | None:
    """
    Choose the visible heading that the page's own titles confirm, else the best of the titles.

    A heading that a title repeats is trusted most, then a part of one (less a kicker or what stands
    behind it), then one that a title begins with, then the one that has most words in common with a
    title, then a lone one, then a lower heading that a title begins with or ends in, then any other
    element that says a title whole. A page without any of these is named by its titles.

    Returns:
        None for a page that has neither.
    """
    titles = Titles(context.page)
    node = _chosen(context, titles) or _elsewhere(context, titles)
    context.heading = node
    if node is None:
        return _found(titles.best)
    trace = _printed(context, node, titles)
    if titles.desks is not None and not titles.is_shared(trace.raw):
        trace = titles.desks
    found = _found(trace)
    return Found(titles.spelled(found.value), trace) if found else None


def _found(trace: Trace | None) -> Found[str] | None:
    """Give a title less a label behind a bar and a sign that links to it."""
    bare = _LABEL.sub(r"\g<rest>", trace.raw[:LONGEST]) if trace else ""
    text = clean_line(_PERMALINK.sub("", bare))
    return Found(text, trace) if text and trace else None


def heading_of(context: Context) -> LexborNode | None:
    """Give the headline's element, else the first heading of the first level."""
    if context.heading is None:
        headline(context)
    return context.heading or context.page.tree.css_first("h1")


@dataclass(frozen=True, slots=True)
class _Heading:
    node: LexborNode
    line: str


def _chosen(context: Context, titles: Titles) -> LexborNode | None:
    """Weigh the headings of the first level, then those of the second that a title repeats."""
    tree = context.page.tree
    node = tree.css_first("h1")
    if node is not None and any(titles.is_called(h.line) for h in _headings([node], titles)):
        return node
    nodes = tree.css("h1, h2")  # one query costs as much for both
    first = list(_headings(_level(nodes, "h1"), titles))
    if not first:
        return _second(nodes, titles, BEGINNING)
    rank, best = max(((_rank(h, titles), h) for h in first), key=lambda pair: pair[0])
    if rank >= _SURE or titles.best is None:
        return best.node
    is_lone = len(first) == 1 and _is_long(best.line) and best.line[-1] not in _COLONS
    fallback = best.node if rank >= _AKIN or is_lone else None
    return _second(nodes, titles, SAME) or fallback


def _elsewhere(context: Context, titles: Titles) -> LexborNode | None:
    """Find a lower heading that a title begins with or ends in, or any element that says one of them whole."""
    lower = _headings(context.page.tree.css(_LOWER)[:_MOST], titles)
    known = (h.node for h in lower if _is_long(h.line) and _is_title(h.line, titles))
    return next(known, None) or _said(context, titles)


def _is_title(line: str, titles: Titles) -> bool:
    return titles.has_part(line) or titles.confirm(line) >= BEGINNING


def _said(context: Context, titles: Titles) -> LexborNode | None:
    """Find the title as old pages print it: in no heading, but in large or bold letters."""
    body = context.page.tree.body
    texts = body.traverse(include_text=True, skip_empty=True) if body is not None else ()
    for text in islice(texts, _LOOKED_AT):
        raw = text.text_content
        if not raw or raw.isspace() or text.parent is None or text.parent.tag in _SILENT:
            continue
        line = clean_line(raw[:LONGEST]) or ""
        if _is_long(line) and titles.is_called(line) and not _is_linked(text, titles):
            return text.parent
    return None


def _is_linked(text: LexborNode, titles: Titles) -> bool:
    """Tell a link to the text, and what stands in the page's frame, from its headline."""
    return any(here.tag == "a" for here in _around(text)) or _is_frame(text, titles)


def _around(node: LexborNode) -> Iterator[LexborNode]:
    here = node.parent
    for _ in range(_CLIMB):
        if here is None:
            return
        yield here
        here = here.parent


def _level(nodes: Iterable[LexborNode], tag: str) -> Iterable[LexborNode]:
    return islice((node for node in nodes if node.tag == tag), _MOST)


def _second(nodes: Iterable[LexborNode], titles: Titles, least: float) -> LexborNode | None:
    """Find the heading of the second level that titles confirm; the first where there is no title."""
    headings = _headings(_level(nodes, "h2"), titles)
    if titles.best is None:
        return next((h.node for h in headings), None)
    sure = (h.node for h in headings if titles.confirm(h.line) >= least or _is_behind(h, titles))
    return next(sure, None)


def _is_behind(heading: _Heading, titles: Titles) -> bool:
    """Tell a heading that a title begins with but for the kicker before it."""
    part = _part(heading.node, titles)
    return part is not None and _is_long(part.line) and titles.confirm(part.line) >= BEGINNING


def _is_long(line: str) -> bool:
    """Tell some words, where scripts part words, from a mere label."""
    return len(line.split()) > 2 or (len(line) > 10 and not line.isascii())  # noqa: PLR2004


def _headings(nodes: Iterable[LexborNode], titles: Titles) -> Iterator[_Heading]:
    for node in nodes:
        line = line_of(node)
        if line and not titles.is_site(line) and not _is_frame(node, titles):
            yield _Heading(node, line[:LONGEST])


def _is_frame(node: LexborNode, titles: Titles) -> bool:
    """Tell a heading of the page's frame: in a menu, a list of steps, a box beside the text."""
    link = node.css_first("a[href]")
    if link is not None and titles.is_home(link.attributes.get("href")):
        return True
    here: LexborNode | None = node.parent
    for _ in range(_CLIMB):
        if here is None or here.tag in {"body", "main"}:
            break
        if here.tag in {"nav", "aside", "footer", "li", "dialog"} or _FRAME.search(label_of(here)):
            return True
        here = here.parent
    return False


def _rank(heading: _Heading, titles: Titles) -> float:
    rank = titles.confirm(heading.line)
    return rank if rank >= _PART or _part(heading.node, titles) is None else _PART


def _part(heading: LexborNode, titles: Titles) -> _Heading | None:
    """Find the part of a heading that a title knows, else what follows a part that is called a kicker."""
    first = heading.first_child
    if first is None or (first.next is None and not first.is_element_node):
        return None
    nodes = [part for part in heading.css("*")[: _PARTS + 1] if part.mem_id != heading.mem_id]
    parts = [_Heading(part, line) for part in nodes if (line := line_of(part))]
    known = (part for part in parts if titles.has_part(part.line))
    return next(known, None) or _rest(heading, titles) or _behind_kicker(parts)


def _rest(heading: LexborNode, titles: Titles) -> _Heading | None:
    """Find the title behind a date or a label that is an element of its own, or before one."""
    texts = (t for t in heading.traverse(include_text=True) if t.is_text_node)
    said = [(t, text) for t in islice(texts, _PARTS) if (text := clean_line(t.text_content or ""))]
    words = [text for _, text in said]
    behind = [words[n:] for n in range(1, len(said)) if _is_apart(said[0][0], heading)]
    before = [words[:-n] for n in range(1, len(said)) if _is_apart(said[-1][0], heading)]
    rests = (" ".join(rest) for rest in (*behind, *before))
    return next((_Heading(heading, rest) for rest in rests if titles.is_called(rest)), None)


def _is_apart(text: LexborNode, heading: LexborNode) -> bool:
    return text.parent is not None and text.parent.mem_id != heading.mem_id


def _behind_kicker(parts: list[_Heading]) -> _Heading | None:
    kickers = [
        n for n, part in enumerate(parts) if _KICKER.search(part.node.attrs.get("class") or "")
    ]
    rest = parts[kickers[0] + 1 :] if kickers else []
    return next((part for part in rest if len(part.line.split()) > 2), None)  # noqa: PLR2004


def _printed(context: Context, node: LexborNode, titles: Titles) -> Trace:
    line = line_of(node) or ""
    part = None if titles.is_newsrooms(line) else _part(node, titles)
    if part is not None and (not titles.is_called(line) or titles.is_shared(part.line)):
        node, line = part.node, part.line
    bare = titles.without_site(line[:LONGEST])
    return Trace("generic", context.paths.of(node), bare)
