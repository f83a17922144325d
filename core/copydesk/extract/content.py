"""Where on an unknown page the article's text is: the element with most text and fewest links."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import lru_cache

from selectolax.lexbor import LexborNode

from copydesk.extract.pieces import Piece
from copydesk.extract.walk import Walk
from copydesk.page import Page
from copydesk.schema.letters import clean_line

_HIDDEN = "[hidden],[style*=display i],[style*=visibility i]"
_HIDING = re.compile(r"(?:^|[;\s])(?:display:none|visibility:hidden)(?:$|[;!\s])", re.IGNORECASE)
_STYLE_NOISE = re.compile(r"/\*.*?\*/|\s+")
_COMMENTS = re.compile(
    r"(?:^|[\s_-])(?:comments?(?:-(?:area|list|section))?|disqus\w*)(?:$|[\s_])", re.IGNORECASE
)
_ASIDE = (
    '[aria-hidden="true"]:not(figure):not(img):not(p):not(div),'
    "nav,footer,aside,[role=navigation],[role=search],[role=dialog],[role=alertdialog],[role=contentinfo]"
)
_FURNITURE = re.compile(
    r"(?:^|[\s_-])(?:comments?(?:-(?:area|list|section|form))?|respond|disqus\w*|sidebar|related(?:-?(?:posts?|articles?|stories|news|content))?|"
    r"recommend(?:ed|ations)?|share(?:-?(?:buttons?|bar|links|tools))?|sharing|sharedaddy|social(?:-?(?:share|links|icons|media))?|"
    r"newsletters?|subscribe|signup|breadcrumbs?|crumbs|cookies?|consent|gdpr|popup|modal|navbar|nav|menu|pagination|pager|"
    r"promo|sponsored|adverts?|advertisement|adsbygoogle|tag-?list|author-?(?:box|bio|info|card)|byline|jp-relatedposts|"
    r"read-?(?:more|also|next)|most-?(?:read|popular)|trending|outbrain|taboola|print-only|screen-reader-text|sr-only|"
    r"visually-?hidden|site-?(?:header|footer)|footer)"
    r"(?:$|[\s_])",
    re.IGNORECASE,
)
_NEVER_FURNITURE = frozenset(
    {"html", "body", "main", "article", "h1", "h2", "h3", "p", "blockquote"}
)
_MODIFIERS = re.compile(r"(?:^|\s)(?:has|no|with|without|is|js)-\S+", re.IGNORECASE)
_SENTENCE = re.compile(r"[.!?…。！？।؟][\"'”’»)\]]*(?:\s|$)")
_WORDLESS = re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_ENDS = re.compile(r"[.!?…。！？।؟:;,—–-][\"'”’»)\]]*$|[\"”»]$")
_LEAST_PROSE, _TOP, _MOST, _LABEL, _LONG, _FEW = 40, 3, 0.4, 70, 60, 3


def hidden(root: LexborNode) -> set[int]:
    """Collect the elements that no reader sees; text that a script is to show is seen."""
    return {node.mem_id for node in root.css(_HIDDEN) if _hides(node) and not _waits(node, root)}


def _waits(node: LexborNode, root: LexborNode) -> bool:
    """Tell hidden text that is all the text there is from text that stands beside the article."""
    inside = {paragraph.mem_id for paragraph in node.css("p")}
    if not inside:
        return False
    every = root.css("p")
    beside = [p for p in every if p.mem_id not in inside and len(p.text()) > _LONG]
    return len(inside) > len(every) * _MOST and len(beside) < _FEW


def _hides(node: LexborNode) -> bool:
    attributes = node.attributes
    style = _STYLE_NOISE.sub("", attributes.get("style") or "")
    return "hidden" in attributes or _HIDING.search(style) is not None


def telling_furniture(root: LexborNode) -> Callable[[LexborNode, str], bool]:
    """
    Give what tells of an element whether it holds no part of an article.

    It goes by state, tag and class; what holds much of the text is no furniture whatever it is called.
    """
    paragraphs = len(root.css("p"))
    aside = {node.mem_id for node in root.css(_ASIDE) if not _holds_most(node, paragraphs)}
    known = hidden(root) | aside

    def is_furniture(node: LexborNode, tag: str) -> bool:
        if node.mem_id in known or tag in _NEVER_FURNITURE:
            return node.mem_id in known
        attributes = node.attributes
        label = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"
        if not _names_furniture(label):
            return False
        if _COMMENTS.search(label) and node.css_first("h1, article") is None:
            return True  # a thread may be longer than the text
        return not _holds_most(node, paragraphs)

    return is_furniture


def furniture(root: LexborNode) -> set[int]:
    """Collect the ``mem_id`` of all elements that hold no part of an article."""
    tells = telling_furniture(root)
    return {node.mem_id for node in root.css("*") if tells(node, node.tag or "")}


@lru_cache(maxsize=4_096)
def _names_furniture(label: str) -> bool:
    return _FURNITURE.search(_MODIFIERS.sub(" ", label)) is not None


def _holds_most(node: LexborNode, paragraphs: int) -> bool:
    """An element around much of the text may carry any class; it is no furniture then."""
    return paragraphs > 0 and len(node.css("p")) > paragraphs * _MOST


def prose(text: str) -> int:
    """Weigh running text: letters in sentences; 0 for labels, lists of links and numbers."""
    if _WORDLESS.search(text):
        return len(text) * 2 if len(text) >= _LEAST_PROSE // 2 else 0
    return len(text) if len(text) >= _LEAST_PROSE and text.count(" ") >= 5 else 0  # noqa: PLR2004


def weight(piece: Piece) -> float:
    """Weigh a piece for the choice of the container: prose counts for it, links against it."""
    words = piece.words
    if piece.kind in {"paragraph", "quote", "list", "table"}:
        value = prose(words) - 2.5 * piece.linked
        if piece.kind == "paragraph" and value > 0 and _SENTENCE.search(words):
            value *= 1.5
        return value - (15 if piece.linked else 0)
    return 0.0


def without_repeats(pieces: Iterable[Piece], known: Collection[str]) -> Iterator[Piece]:
    """Leave out blocks at the top that say the headline or the summary again."""
    for number, piece in enumerate(pieces):
        words = clean_line(piece.words)
        is_title = piece.kind == "heading" or (piece.kind == "paragraph" and number <= _TOP)
        if not (is_title and words in known):
            yield piece


def main_pieces(page: Page) -> list[Piece]:
    """Give the pieces of the article's element, in order; empty for a page without prose."""
    body = page.tree.body
    if body is None:
        return []
    walk = Walk(page, is_furniture=telling_furniture(body)).run(body)
    chosen = _heaviest(walk)
    inside = _inside(walk, chosen)
    return trimmed([piece for piece in walk.pieces if inside[piece.box]])


def _heaviest(walk: Walk) -> int:
    """Find the box with the greatest sum of weights; of equals the innermost."""
    sums = [0.0] * len(walk.boxes)
    for piece in walk.pieces:
        sums[piece.box] += weight(piece)
    best = 0
    for number in range(len(sums) - 1, 0, -1):  # children come after their parents
        sums[walk.boxes[number].parent] += sums[number]
    for number, total in enumerate(sums):
        if total >= sums[best]:
            best = number
    return best


def _inside(walk: Walk, chosen: int) -> list[bool]:
    inside = [False] * len(walk.boxes)
    for number, box in enumerate(walk.boxes):
        inside[number] = number == chosen or (box.parent >= 0 and inside[box.parent])
    return inside


def trimmed(pieces: Sequence[Piece]) -> list[Piece]:
    """Leave out link lists and what stands before the first and after the last prose."""
    kept = [p for p in pieces if not (_is_links(p) or _is_label(p))]
    solid = [
        n
        for n, p in enumerate(kept)
        if p.kind in {"paragraph", "quote", "list", "table"} and prose(p.words)
    ]
    if not solid:
        return []
    first, last = solid[0], solid[-1]
    while first and kept[first - 1].kind in {"image", "embed"}:
        first -= 1
    return kept[first : last + 1]


def _is_label(piece: Piece) -> bool:
    """Tell a date, a credit or a button from a paragraph: a few words that end no sentence."""
    words = clean_line(piece.words) or ""
    is_short = len(words) < _LABEL and not _WORDLESS.search(words)
    return piece.kind == "paragraph" and is_short and not _ENDS.search(words)


def _is_links(piece: Piece) -> bool:
    words = clean_line(piece.words) or ""
    return (
        piece.kind in {"paragraph", "list", "heading"}
        and bool(words)
        and piece.linked > len(words) * 0.8
    )
