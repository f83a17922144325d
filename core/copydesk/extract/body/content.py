"""Where on an unknown page the article's text is, and which pieces of it are the article's."""

import html
import re
from array import array
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain, compress, islice

from copydesk.extract.body import learned
from copydesk.extract.body.certain import certain
from copydesk.extract.body.furniture import Furniture
from copydesk.extract.body.looks import SHOWN, Look, look_at
from copydesk.extract.body.parting import parted
from copydesk.extract.body.pieces import Piece
from copydesk.extract.body.prose import ends_sentence
from copydesk.extract.body.region import region
from copydesk.extract.body.scene import Ground, Scene, place
from copydesk.extract.body.spots import Spots
from copydesk.extract.body.stated import stated
from copydesk.extract.body.traits import Traits
from copydesk.extract.body.walk import Walk
from copydesk.page import Page
from copydesk.schema.letters import clean_line

_NOTICE = re.compile(r"^(?:©|\(c\)|copyright\b)[\s©]*\d{4}", re.IGNORECASE)
_TAG = re.compile(r"<[^>]{0,200}>")
_COLONS = frozenset(":：")
_TOP, _NEXT, _WIDER, _STATED = 3, 3, 1.5, 200
_LINE, _DOUBT, _SOONER = 120, 1.0, -0.75


def without_repeats(pieces: Iterable[Piece], known: Collection[str]) -> Iterator[Piece]:
    """
    Leave out blocks at the top that say the headline or the summary again.

    A paragraph of prose that looks as the next one does is of the text, whatever the head took from it.
    """
    rest = iter(pieces)
    top = list(islice(rest, _TOP + _NEXT))
    for number, piece in enumerate(chain(top, rest)):
        is_title = piece.kind == "heading" or (
            piece.kind == "paragraph"
            and number <= _TOP
            and not _is_of_text(piece, top[number + 1 :])
        )
        if not (is_title and clean_line(piece.words) in known):
            yield piece


def _is_of_text(piece: Piece, following: Iterable[Piece]) -> bool:
    """Tell the first of several paragraphs of the same element and classes."""
    alike = next((p.node for p in following if p.kind == "paragraph"), None)
    return (
        alike is not None
        and (alike.tag, alike.attributes.get("class"))
        == (piece.node.tag, piece.node.attributes.get("class"))
        and ends_sentence(piece.text)
    )


def main_pieces(page: Page) -> list[Piece]:
    """Give the pieces of the article, in order; empty for a page without prose."""
    body = page.tree.body
    if body is None:
        return []
    furniture = Furniture(body, page.paragraphs)
    page.forget_paragraphs()
    scene = seen(Walk(page, is_furniture=furniture).run(region(body, furniture)), page)
    return [part for piece in kept(scene, scores(scene)) for part in parted(piece)]


def seen(walk: Walk, page: Page) -> Scene:
    """Look at what stands in the article's element."""
    looks = [look_at(piece) for piece in walk.pieces]
    chosen = container(walk, looks)
    inside, spots = _inside(walk, chosen), Spots(walk, chosen)
    those = [look for look in looks if inside[look.piece.box]]
    for look in those:
        place(look, spots)
    return Scene(those, spots, _ground(page, looks))


def scores(scene: Scene) -> Sequence[float]:
    """Score the pieces of text: above 0 for what is the article's."""
    traits = Traits(scene)
    return array("d", (_score(scene, traits, number) for number in range(len(scene.text))))


def _score(scene: Scene, traits: Traits, number: int) -> float:
    known = certain(scene, number)
    return learned.score(*traits.of(number)) if known is None else known


def kept(scene: Scene, scored: Sequence[float]) -> list[Piece]:
    """Choose the pieces of the article; pictures go with the text around them."""
    good = _good(scene, scored)
    shown = {look.branch for look in scene.looks if not look.is_text}
    alive = shown.intersection(look.branch for look in compress(scene.text, good))
    full = shown.intersection(look.branch for look in scene.text)
    is_good = iter(good)
    chosen = [
        look
        for look in scene.looks
        if (next(is_good) if look.is_text else look.branch in alive or look.branch not in full)
        and not _NOTICE.match(look.text)
    ]
    if not any(look.solid for look in chosen):
        return []
    first = next(number for number, look in enumerate(chosen) if _may_end(look, scene))
    while first and chosen[first - 1].piece.kind in SHOWN:
        first -= 1
    while not _may_end(chosen[-1], scene):
        chosen.pop()
    return [look.piece for look in chosen[first:]]


def _good(scene: Scene, scored: Sequence[float]) -> list[bool]:
    """Tell the article's pieces: those that score as much as their like must."""
    sure = [number for number, score in enumerate(scored) if score == learned.PLAIN]
    first, last = (sure[0], sure[-1]) if sure else (len(scored), len(scored))
    return [
        score > (_DOUBT if number > last and _is_label(look) else 0)
        or (first < number < last and score > _SOONER and _is_set(look, scene))
        for number, (look, score) in enumerate(zip(scene.text, scored, strict=True))
    ]


def _is_set(look: Look, scene: Scene) -> bool:
    """Tell what between sure paragraphs is most often the text's: no paragraph, and leading nowhere."""
    kind = look.piece.kind
    is_heading = kind == "heading" and look.parent.number == scene.home.number
    return not look.linked and (is_heading or kind not in {"heading", "paragraph"})


def _is_label(look: Look) -> bool:
    """Tell a line or a list that ends no sentence and announces none, as the titles of other stories do."""
    kind = look.piece.kind
    is_short = kind == "list" or (kind == "paragraph" and look.length <= _LINE)
    return is_short and look.text[-1:] not in _COLONS and not ends_sentence(look.text)


def _may_end(look: Look, scene: Scene) -> bool:
    """A label apart from the text may stand within it, but neither begins nor ends it."""
    is_at_home = look.parent.number == scene.home.number
    return look.is_text and (look.solid > 0 or is_at_home or look.piece.kind != "paragraph")


def container(walk: Walk, looks: Iterable[Look]) -> int:
    """
    Find the box of the article: the greatest sum of weights; of equals the innermost.

    Long lists of links pull the sum of a box under that of a part of it; so of the boxes around it the
    one is taken that holds much more running text.
    """
    sums, gains = [0.0] * len(walk.boxes), [0.0] * len(walk.boxes)
    for look in looks:
        value = look.weight
        sums[look.piece.box] += value
        gains[look.piece.box] += max(value, 0.0)
    for number in range(len(sums) - 1, 0, -1):  # children come after their parents
        parent = walk.parents[number]
        sums[parent] += sums[number]
        gains[parent] += gains[number]
    best = outer = len(sums) - 1 - max(range(len(sums)), key=sums[::-1].__getitem__)
    while gains[best] > 0 and (outer := walk.parents[outer]) >= 0:
        if gains[outer] >= _WIDER * gains[best]:
            best = outer
    return best


def _inside(walk: Walk, chosen: int) -> list[bool]:
    inside = [False] * len(walk.boxes)
    for number, parent in enumerate(walk.parents):
        inside[number] = number == chosen or (parent >= 0 and inside[parent])
    return inside


def _ground(page: Page, looks: Sequence[Look]) -> Ground:
    headings = (k.text for k in looks if k.piece.kind == "heading" and k.piece.level == 1)
    titles = (page.meta.get("og:title"), page.title, next(headings, None))
    words = [frozenset(title.lower().split()) for title in titles if title]
    said = Counter(look.text for look in looks if look.is_text)
    return Ground(words, _stated(page), said)


def _stated(page: Page) -> str:
    """Give the text of the article as the linked data states it, on one line."""
    value = stated(page)
    text = (value.text if value else None) or ""
    return " ".join(_TAG.sub(" ", html.unescape(text)).split()) if len(text) > _STATED else ""
