"""What tells of a piece whether it is the article's: its words, its place and its neighbours, in numbers."""

from copydesk.extract.body.looks import TEXT, Look
from copydesk.extract.body.prose import ends_sentence
from copydesk.extract.body.scene import Scene
from copydesk.extract.phrases import ABOUT_SITES, CREDITS

_KINDS = {kind: float(number) for number, kind in enumerate(TEXT)}
_LINE, _LONG, _MANY, _SOURCE = 300, 600, 30, 24
_NOBODY = [-1.0] * 7
_REMEMBERED = 64
"""So many places are remembered: pieces of one stand near each other, and a page may have 100,000."""


class Traits:
    """The traits of the pieces of text of one scene."""

    def __init__(self, scene: Scene) -> None:
        """Have none yet."""
        self._scene = scene
        self._places: dict[tuple[int, int, int], list[float]] = {}
        """The numbers of the pieces that stand in like elements beside one another."""

    def of(self, number: int) -> list[float]:
        """Give the traits of one piece of text, in the order of ``NAMES``."""
        look = self._scene.text[number]
        place = look.spot.path, look.parent.number, look.branch
        of_place = self._places.get(place)
        if of_place is None:
            if len(self._places) == _REMEMBERED:
                self._places.clear()
            of_place = self._places[place] = self._of_place(look)
        return [
            *self._of_words(look),
            *self._of_marks(look),
            *of_place,
            *self._of_order(number, look),
            *self._of_next(look, number + 1),
        ]

    def _of_words(self, look: Look) -> list[float]:
        text, length, ground = look.text, look.length, self._scene.ground
        words = text.lower().split() if length <= _LINE else []
        said = set(words)
        return [
            _KINDS[look.piece.kind],
            min(look.words, 120.0),
            min(length, _LONG),
            ends_sentence(text),
            text[:1].islower(),
            min(text.count(". ", 0, _LONG), 8),
            len(said & CREDITS) + ("©" in text[:_LINE]),
            len(said & ABOUT_SITES) / (len(words) or 1),
            ground.likeness(said) if words else 0.0,
            _stated(text, ground.stated),
            min(ground.said[text] - 1, 4),
        ]

    def _of_marks(self, look: Look) -> list[float]:
        piece, length, strong, slanted = look.piece, look.length or 1, 0, 0
        for mark in piece.marks:
            if mark.kind == "strong":
                strong += mark.end - mark.start
            elif mark.kind == "emphasis":
                slanted += mark.end - mark.start
        items = len(piece.children)
        return [
            look.linked / length,
            strong / length,
            slanted / length,
            piece.level if piece.kind == "heading" else 0,
            min(length / items, 400.0) if items else 0.0,
        ]

    def _of_place(self, look: Look) -> list[float]:
        total, home, spot, parent = self._scene.total, self._scene.home, look.spot, look.parent
        branch = self._scene.branches[look.branch]
        return [
            self._scene.by_parent[parent.number] / total,
            self._scene.by_path[spot.path] / total,
            self._scene.by_sign[spot.sign] / total,
            self._scene.by_outer[parent.sign] / total,
            parent.number == home.number,
            spot.depth,
            spot.depth - 1 - home.depth,
            spot.own,
            spot.least,
            min(self._scene.count[spot.path], _MANY),
            branch.solid / total,
            branch.linked / (branch.length or 1),
            min(branch.pieces, 40),
            min(branch.length, 3000),
            min(branch.shown, 5),
            branch.like / total,
            min(branch.alike, _MANY),
        ]

    def _of_order(self, number: int, look: Look) -> list[float]:
        count, total, before = len(self._scene.text), self._scene.total, self._scene.before[number]
        return [
            number / count,
            before / total,
            1 - (before + look.solid) / total,
            min(number, _MANY),
            min(count - 1 - number, _MANY),
            min(count, 300),
            min(total, 20_000),
            self._scene.page_linked,
            self._scene.by_parent[self._scene.home.number] / total,
        ]

    def _of_next(self, look: Look, other: int) -> list[float]:
        if other == len(self._scene.text):
            return _NOBODY
        near = self._scene.text[other]
        parent = near.parent.number
        return [
            min(near.words, 60.0),
            near.linked / (near.length or 1),
            parent == look.parent.number,
            _KINDS[near.piece.kind],
            parent == self._scene.home.number,
            self._scene.by_path[near.spot.path] / self._scene.total,
            near.piece.level if near.piece.kind == "heading" else 0,
        ]


def _stated(text: str, stated: str) -> float:
    """Look for the beginning or the end of a piece in the text that the page states."""
    if not stated:
        return 0.0
    return 1.0 if text[:_SOURCE] in stated or text[-_SOURCE:] in stated else -1.0


NAMES = (
    "kind", "words", "length", "ends", "lower", "sentences", "credit", "about", "title", "stated", "twice",
    "linked", "strong", "slanted", "level", "item_length",
    "by_parent", "by_path", "by_sign", "by_outer", "home", "depth", "depth_from_home", "own", "least",
    "same_path",
    "branch", "branch_linked", "branch_pieces", "branch_length", "branch_shown", "branch_like", "branches_like",
    "place", "before", "after", "from_first", "from_last", "count", "total", "page_linked", "at_home",
    "next_words", "next_linked", "next_same_parent", "next_kind", "next_home", "next_path", "next_level",
)  # fmt: skip
"""What each of the numbers is, in their order."""
