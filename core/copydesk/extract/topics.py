"""What the outlet files a text under: the topics that it states, else those that it links."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import Literal

from selectolax.lexbor import LexborNode

from copydesk.extract.context import Context
from copydesk.extract.found import Found, Trace
from copydesk.extract.labels import label_of, with_hyphens
from copydesk.extract.seen import seen
from copydesk.extract.stated import instead_marked_up, linked, meta_words
from copydesk.extract.tag_labels import labelled
from copydesk.extract.words import holds_little
from copydesk.page import Page
from copydesk.schema import clean_line

_META = (
    "article:tag", "og:article:tag", "parsely-tags", "sailthru.tags", "keywords", "custom-keywords",
    "classification-tags", "article:tags", "article.tag", "og:tag", "rnews:keywords", "article:keywords", "news-keywords", "keyword",
    "dc.keywords", "dc.subject", "dcterms.subject",
)  # fmt: skip
_ABOUT = ("og:title", "og:description", "description", "twitter:title")
# Few and wide: the engine takes as long for each condition as for a third of the walk.
_LINKS = "h1, a[rel~=tag], a[href*='/t'], a[href*='/etiqueta'], a[href*='/keyword']"
_NAMES = (
    "tag", "topic", "keyword", "them", "schlagw", "stichw", "mots-cle", "motscle", "etiquet", "temas", "argoment",
    "assunto", "onderwerp", "trefwoord", "amne", "emne", "nyckelord", "avainsan", "stitk", "cimk", "etichet",
)  # fmt: skip
_SPLIT = re.compile(r"[,;،、|]")
_NO_TOPIC = re.compile(
    r"[\da-f]{8}-[\da-f-]{27}|[^\w]*|\d{5,}|(?:[\w-]+\.){2,}[a-z]{2,}|.*[:：]", re.IGNORECASE
)
_CALLED = re.compile(
    r"(?:^|[\s_-])(?:hash|article-?|post-?|entry-?|story-?|news-?)?(?:tags?|topics?|keywords?|themen|thema|schlagw(?:o|oe)rter?"
    r"|stichw(?:o|oe)rter?|mots-?cles|etiquetas?|temas|argomenti|assuntos?|onderwerp(?:en)?|trefwoord(?:en)?|amnen|emner|emneord|nyckelord|avainsanat"
    r"|stitky|cimkek|etichete)"
    r"(?:-?(?:list|cloud|links?|container|wrapper|box|items?|group|area|section|row))?(?:$|[\s_-])",
    re.IGNORECASE,
)
_MENU = re.compile(
    r"(?:^|[\s_-])(?:menu|nav\w*|trending|popular|(?:site|page)-footer|sidebar|related(?!-?(?:keywords?|tags?|themes?|topics?))|hot|most)(?:$|[\s_-])",
    re.IGNORECASE,
)
# WordPress writes the tags of a text among the classes of the element around it.
_POST = re.compile(r"(?:^|\s)(?:post|entry|hentry|type-\w+)(?:\s|$)")
_TAGGED = re.compile(r"(?<!\S)tag-\S+")
_ADDRESS = re.compile(r"/(?:tags?|topics?|thema|themen|temas?|etiquetas?|keywords?)/")
_LISTS = frozenset({"taxonomy-category", "wp-block-query"})
_WHOLE = frozenset({"ul", "ol", "p"})
_HIGH = 40
_LONGEST, _LONGEST_LINK, _SHORT, _MOST, _CLIMB, _SOME = 100, 60, 40, 40, 6, 4
_LOOKED_AT, _LONGEST_TEXT, _PIECES = 60, 2000, 400


def topics(context: Context) -> tuple[Found[str], ...]:
    """
    Give the outlet's tags, each once.

    Keywords for news are trusted most, then linked data, then other meta tags, then microdata, then the
    row of links that the page marks as tags. Words that software took from the address, or that only repeat the
    section, or that the whole site has, come behind that row.
    """
    page = context.page
    behind: tuple[Found[str], ...] = ()
    for is_checked, source in _sources(page):
        if found := _each_once(_split(source)):
            if _is_own(found, page, is_checked=is_checked):
                return found
            behind = behind or found
    return _each_once(_row(context)) or behind


def _sources(page: Page) -> Iterator[tuple[bool, Iterable[Trace]]]:
    """Give what states topics, and whether it may be the whole site's."""
    yield False, meta_words(page, ("news_keywords",))
    yield False, linked(page, ("keywords",))
    for name in _META:
        yield name == "keywords", meta_words(page, (name,))
    yield False, instead_marked_up(page, ("keywords",))


def _split(traces: Iterable[Trace]) -> Iterator[Trace]:
    for trace in traces:
        for part in _SPLIT.split(trace.raw):
            yield Trace(trace.method, trace.selector, part.strip())


def _each_once(traces: Iterable[Trace]) -> tuple[Found[str], ...]:
    once: dict[str, Found[str]] = {}
    for trace in traces:
        text = clean_line(trace.raw.lstrip("#"))
        if text and len(text) <= _LONGEST and not _NO_TOPIC.fullmatch(text):
            once.setdefault(text.casefold(), Found(text, trace))
    return tuple(once.values())


def _is_own(found: tuple[Found[str], ...], page: Page, *, is_checked: bool) -> bool:
    words = [one.value.casefold() for one in found[:_MOST]]
    told = chain(linked(page, ("articleSection",)), meta_words(page, ("article:section",)))
    sections = {trace.raw.casefold() for trace in told}
    if sections.issuperset(words) or _is_made(words, page):
        return False
    about = " ".join(trace.raw[:_LONGEST_TEXT] for trace in meta_words(page, _ABOUT))
    said = f" {_spaced(about)} "
    return not is_checked or any(
        f" {_spaced(word)} " in said or _is_dense(word, said) for word in words
    )


def _is_made(words: list[str], page: Page) -> bool:
    """Tell single words most of which stand in the address: software took them from there."""
    address = _spaced(page.url or page.canonical_url or "").split()
    other = sum(word not in address for word in words)
    return len(words) > _SOME and other <= max(1, len(words) // _SOME)


def _is_dense(word: str, told: str) -> bool:
    """Tell whether words of a script that does not part them stand in a text."""
    return not word.isascii() and word in told


def _row(context: Context) -> list[Trace]:
    """
    Give the first longest row of links behind the headline that says little else.

    Rows that are called tags come before those of which half the links are marked so.
    """
    rows: dict[int, list[LexborNode]] = {}
    votes: Counter[int] = Counter()
    marked = context.page.tree.css(_query(context.page))
    for node in islice(_behind_heading(marked), _LOOKED_AT):
        for holder in _holders(node):
            if holder.mem_id not in rows:
                rows[holder.mem_id] = _links(holder)
            votes[holder.mem_id] += _MOST if holder.mem_id == node.mem_id else 1
            if rows[holder.mem_id]:
                break
    # A teaser has a tag or two as well, beside the link to its text.
    found = [(votes[h] >= _MOST, row) for h, row in rows.items() if 2 * votes[h] >= len(row) > 0]
    _, best = max(found, key=lambda pair: (pair[0], len(pair[1])), default=(False, []))
    return [seen(context, link) for link in best or _labelled(context)]


def _labelled(context: Context) -> list[LexborNode]:
    """Give the first row of links behind a label that calls them so, "Tags:"."""
    body = context.page.tree.body
    holders = labelled(body) if body is not None else ()
    own = ((holder, label) for holder, label in holders if not _is_menu(holder))
    rows = (links for holder, label in own if (links := _links(holder, besides=len(label))))
    short = (row for row in rows if all(len(link.text(strip=True)) <= _SHORT for link in row))
    return next(short, [])


def _query(page: Page) -> str:
    """Ask for what may be marked as tags, by those names alone that the page's classes have."""
    classes = " ".join(page.classes)
    return ", ".join((_LINKS, *(f"[class*={name} i]" for name in _NAMES if name in classes)))


def _behind_heading(marked: list[LexborNode]) -> Iterator[LexborNode]:
    places = [n for n, node in enumerate(marked) if node.tag == "h1"]
    behind = marked[places[0] + 1 if places else 0 :]
    return (node for node in behind if node.tag != "h1" and _is_marked(node) and not _is_menu(node))


def _holders(node: LexborNode) -> list[LexborNode]:
    """Climb from a link, or what holds one alone, to the element that holds more; it may be the row, or hold that."""
    if node.tag != "a" and (not holds_little(node, _PIECES) or len(node.css("a")) != 1):
        return [node]
    here = inner = node
    for _ in range(_CLIMB):
        parent = here.parent
        if parent is None or parent.tag == "body":
            break
        is_alone = _is_blank(here, "prev") and _is_blank(here, "next")
        inner, here = here, parent
        if not is_alone or here.tag in _WHOLE:
            break
    return [here] if inner.tag == "a" else [here, inner]


def _is_blank(node: LexborNode, side: Literal["prev", "next"]) -> bool:
    """Tell whether nothing but white space stands on one side of an element."""
    beside: LexborNode | None = getattr(node, side)
    while beside is not None and beside.is_text_node and not (beside.text_content or "").strip():
        beside = getattr(beside, side)
    return beside is None


def _links(row: LexborNode, *, besides: int = 0) -> list[LexborNode]:
    if not holds_little(row, _PIECES):
        return []
    links = row.css("a") or row.css("button")
    if not 0 < len(links) <= _MOST:
        return []
    if any("#" in (link.attributes.get("href") or "#").rstrip("#") for link in links):
        return []  # a table of contents
    words = [link.text(strip=True) for link in links]
    is_short = max(map(len, words)) <= _LONGEST_LINK
    return (
        links if is_short and 2 * sum(map(len, words)) > len(row.text(strip=True)) - besides else []
    )


def _is_marked(node: LexborNode) -> bool:
    said = node.attributes
    if node.tag == "a" and (_ADDRESS.search(said.get("href") or "") or _is_tag(node)):
        return not _is_listed(node)
    classes = said.get("class") or ""
    if "tag-" in classes and _POST.search(classes):
        classes = _TAGGED.sub("", classes)
    label = with_hyphens(f"{classes} {said.get('id') or ''}")
    is_called = node.tag not in {"html", "body"} and _CALLED.search(label) is not None
    return is_called and not _is_listed(node)


def _is_tag(link: LexborNode) -> bool:
    """Tell a link to a tag: WordPress calls categories so as well."""
    kinds = (link.attrs.get("rel") or "").split()
    return "tag" in kinds and "category" not in kinds


def _is_listed(node: LexborNode) -> bool:
    """Tell what is of WordPress's categories, or in its list of other posts."""
    here = node.parent
    for _ in range(_HIGH):
        if here is None or here.tag in {"body", "html"}:
            break
        if not _LISTS.isdisjoint((here.attrs.get("class") or "").split()):
            return True
        here = here.parent
    return False


def _is_menu(node: LexborNode) -> bool:
    """Tell links of the page's frame or of other articles; an article may have a footer of its own."""
    here: LexborNode | None = node
    is_frame = False
    while here is not None and here.tag not in {"body", "article", "main"}:
        if _MENU.search(with_hyphens(label_of(here))):
            return True
        is_frame = is_frame or here.tag in {"footer", "aside", "nav", "header"}
        here = here.parent
    is_outside = here is None or here.tag == "body"
    return is_outside and is_frame and "tag" not in (node.attributes.get("rel") or "")


def _spaced(text: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", text.casefold()))
