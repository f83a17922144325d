"""The dek: what a page prints under its headline, else the description that it gives of itself."""

import re
from collections.abc import Iterator
from itertools import chain, islice

from selectolax.lexbor import LexborNode

from copydesk.extract.context import Context
from copydesk.extract.found import Found, Trace
from copydesk.extract.headline import heading_of
from copydesk.extract.labels import label_of, with_hyphens
from copydesk.extract.people.byline_words import start
from copydesk.extract.stated import meta_words, stated
from copydesk.extract.words import holds_little, line_of, unescaped, weight
from copydesk.page import Page
from copydesk.schema import clean_text

_META = (
    "og:description",
    "description",
    "twitter:description",
    "dc.description",
    "sailthru.description",
    "dcterms.description",
    "dcterms.abstract",
    "rnews:description",
    "abstract",
)
_DEK = re.compile(
    r"(?:^|[\s_-])(?:abstract|bajada|catenaccio|chap(?:eau|o)|copete|dec|dec?k|description|entradilla|excerpt|"
    r"first-paragraph|ingress|intro(?:duction)?|lead(?:in|-?text)?|lede|manchet|occhiello|perex|sapo|"
    r"sommario|spot|stand-?first|sub-?(?:head(?:er|ing|line)?|titles?|deck)|summary|sumario|tagline|"
    r"teaser|vorspann)(?:$|[\s_-])",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"(?:^|[\s_-])(?:ads?|advert\w*|authors?|breadcrumbs?|bylines?|captions?|carousel|comments?|credits?|date|figure|gallery|"
    r"images?|img|media|meta|newsletter|offers?|paywall|photos?|pictures?|player|premium|promo\w*|related|shar(?:e|ing)|site|social|subscri\w*|tags?|"
    r"slide(?:r|show)?|time|topics?|videos?)(?:$|[\s_-])",
    re.IGNORECASE,
)
_BRACKETS = ("[…]", "[...]", "[&hellip;]")
_CUT = (*_BRACKETS, "…", "...")
_FIRST = re.compile(r"first|drop-?cap|initial|has-", re.IGNORECASE)
_SIGNS = "time, ul, figure, script, video, iframe, [rel~=author], [class*=byline i], [class*=author i], [class*=share i], [class*=social i]"
_SILENT = frozenset({
    "script", "style", "noscript", "svg", "template", "nav", "form", "button", "select", "figure", "picture",
    "video", "iframe", "aside", "footer", "time", "address",
})  # fmt: skip
_TEXT = frozenset({"p", "h2", "h3", "h4", "div", "span", "section", "strong", "header"})
_HEADINGS = frozenset({"h2", "h3", "h4"})
_BLOCKS = frozenset({"div", "span", "section"})
_EMPHASIS = frozenset({"b", "br", "em", "font", "i", "span", "strong"})
_ENDS = (".", "!", "?", "…", "。", "！", "？", "।", "؟", "۔", '"', "”", "»", "“")
_PIECES, _NEXT = 200, 8
_FAR, _LEAST, _LONGEST, _PROSE, _SOME, _ALONE = 70, 25, 700, 60, 2, 200


def summary(context: Context) -> Found[str] | None:
    """
    Give the dek as printed, else the page's own description.

    An element between the headline and the text is trusted most whose class calls it a dek, in any of
    the languages that classes are written in, and which a description repeats; then any so called;
    then prose next to the headline; then meta tags; then linked data. What no text follows is the text itself, and a description that
    software cut off the text is none.
    """
    page = context.page
    called, first = _printed(context)
    told = [_words(trace.raw) for trace in _listed(page)] if len(called) > 1 else []
    confirmed = [trace for trace in called if _is_told(_words(trace.raw), told)] if told else []
    own = (trace for trace in _listed(page) if not _is_excerpt(trace.raw, first))
    for trace in chain(confirmed, called, own):
        if text := clean_text(_without(_BRACKETS, unescaped(trace.raw))):
            return Found(" ".join(text.split("\n")), trace)
    return None


def _listed(page: Page) -> Iterator[Trace]:
    yield from meta_words(page, _META)
    yield from stated(page, ("description", "alternativeHeadline"), ())


def _printed(context: Context) -> tuple[list[Trace], str]:
    """Give what between the headline and the text is called a dek, or looks like one, and how the text begins."""
    heading = heading_of(context)
    called: list[Trace] = []
    text: list[tuple[LexborNode, str]] = []
    for node in _after(heading) if heading is not None else ():
        is_called = not text and _may_be_dek(node) and _is_dek(node)
        if not is_called and node.tag != "p":
            continue
        line = line_of(node) or ""
        if called and line in called[-1].raw:  # within it
            continue
        if is_called and _LEAST <= weight(line) <= _LONGEST:
            called.append(Trace("generic", context.paths.of(node), line))
        elif node.tag == "p" and weight(line) >= _PROSE and node.css_first("time") is None:
            text.append((node, line))
            if len(text) > _SOME or called:
                break
    if heading is not None and text and not called and (lead := _lead(heading)):
        called.append(Trace("generic", context.paths.of(lead), line_of(lead) or ""))
    elif not called and _is_set_apart([node for node, _ in text]):
        called.append(Trace("generic", context.paths.of(text[0][0]), text[0][1]))
    if not text:
        called = [trace for trace in called if weight(trace.raw) <= _ALONE]
    return called, text[0][1] if text else ""


def _lead(heading: LexborNode) -> LexborNode | None:
    """Give what stands next to the headline, where it is prose and no paragraph of the text."""
    near = (node for node in islice(_after(heading), _NEXT) if not _is_holder(node))
    said = [(node, line) for node in near if (line := line_of(node))]
    if not said:
        return None
    # A heading right above the text may be that of its first part; one above a byline is none.
    is_apart = said[0][0].tag in _HEADINGS and len(said) > 1 and weight(said[1][1]) < _PROSE
    return said[0][0] if _is_lead(*said[0], heading, _LEAST if is_apart else _PROSE) else None


def _is_lead(node: LexborNode, line: str, heading: LexborNode, least: int) -> bool:
    label = with_hyphens(label_of(node))
    if not least <= weight(line) <= _LONGEST or _OTHER.search(label) or start("by").match(line):
        return False
    if node.tag in _HEADINGS:
        is_other = heading.tag in {"h1", "h2"} and not _is_told(
            _words(line), [_words(heading.text())]
        )
    else:
        is_other = node.tag in _BLOCKS and (line.endswith(_ENDS) or not _children(node))
    return is_other and node.css_first("a, time, img, button, input") is None


def _is_holder(node: LexborNode) -> bool:
    """Tell an element that holds others than emphasis from one that holds words."""
    return node.tag not in _HEADINGS and any(kid.tag not in _EMPHASIS for kid in _children(node))


def _children(node: LexborNode) -> list[LexborNode]:
    return [kid for kid in node.iter() if kid.is_element_node]


def _may_be_dek(node: LexborNode) -> bool:
    return node.tag in _TEXT or "-" in (node.tag or "")


def _is_set_apart(text: list[LexborNode]) -> bool:
    """Tell a first paragraph of a class of its own, all that follow being of another."""
    labels = [with_hyphens(label_of(node)) for node in text]
    if len(labels) <= _SOME or not labels[0].strip() or labels[0] in labels[1:]:
        return False
    if len(set(labels[1:])) > 1:
        return False
    is_other = _OTHER.search(labels[0]) or _FIRST.search(labels[0])
    return not is_other and text[0].css_first("a") is None


def _is_told(words: set[str], told: list[set[str]]) -> bool:
    return any(2 * len(words & other) > len(words | other) for other in told)


def _is_excerpt(description: str, first: str) -> bool:
    """Tell a description that software cut off the text; a dek may stand in the text as well."""
    start = _without(_CUT, description)
    return start != description and first.startswith(start[:_PROSE])


def _without(ends: tuple[str, ...], text: str) -> str:
    end = next((end for end in ends if text.endswith(end)), "")
    return text.removesuffix(end).rstrip() if end else text


def _is_dek(node: LexborNode) -> bool:
    said = node.attrs
    if said.get("itemprop") in {"description", "alternativeHeadline"}:
        return True
    label = with_hyphens(f"{said.get('class') or ''} {said.get('id') or ''}")
    if _DEK.search(label) is None or _OTHER.search(label) or not holds_little(node, _PIECES):
        return False
    parent = node.parent
    is_other = parent is not None and _OTHER.search(with_hyphens(label_of(parent)))
    return not is_other and node.css_first(_SIGNS) is None


def _after(heading: LexborNode) -> Iterator[LexborNode]:
    """Give the elements behind the headline in reading order, but those that say nothing of the text."""
    here, seen = heading, 0
    enter = False
    while seen < _FAR:
        child = here.first_child if enter else None
        after = child or here.next
        while after is None:
            parent = here.parent
            if parent is None or parent.tag in {"body", "main", "html"}:
                return
            here, after = parent, parent.next
        here = after
        enter = here.is_element_node and here.tag not in _SILENT
        if enter:
            seen += 1
            yield here


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.casefold()))
