"""What tells of a piece whether it is the article's: its words, its place and its neighbours, in numbers."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from copydesk.extract.body.looks import SHOWN, TEXT, Look
from copydesk.extract.body.prose import ends_sentence
from copydesk.extract.body.spots import Spot, Spots
from copydesk.extract.phrases import ABOUT_SITES, CREDITS, furniture_in

_DATE = re.compile(r"\b(?:19|20)\d\d\b|\b\d{1,2}[:.h]\d\d\b|\b\d{1,2}[./-]\d{1,2}[./-]")
_COLONS = frozenset(":：")
_KINDS = {kind: float(number) for number, kind in enumerate(TEXT)}
_LINE, _LONG, _MANY, _SOURCE = 300, 600, 30, 24
_PLAIN, _REPEATED, _OFTEN, _MUCH, _SAME, _MOSTLY, _LABEL, _DATE_LINE = (
    80,
    60,
    3,
    0.3,
    0.7,
    0.8,
    30,
    45,
)
_NOBODY = [-1.0] * 7
_REMEMBERED = 64
"""So many places are remembered: pieces of one stand near each other, and a page may have 100,000."""


@dataclass(slots=True)
class Ground:
    """What the page as a whole says: the titles' words, the stated text, what stands on it twice."""

    titles: Sequence[frozenset[str]] = ()
    stated: str = ""
    said: Counter[str] = field(default_factory=Counter)


@dataclass(slots=True)
class Branch:
    """What one element beside or under the text's own parent holds."""

    solid: float = 0.0
    length: int = 0
    linked: int = 0
    pieces: int = 0
    shown: int = 0
    like: float = 0.0
    """Letters of running text in all branches of the same tag and classes."""
    alike: int = 0
    """How many those are."""


class Scene:
    """The pieces of the article's element, and what they hold taken together."""

    def __init__(self, looks: Sequence[Look], spots: Spots, ground: Ground) -> None:
        """Look at the pieces under the chosen element, in reading order."""
        self.looks, self.spots, self._ground = looks, spots, ground
        self.text = [look for look in looks if look.is_text]
        self._places: dict[tuple[int, int, int], list[float]] = {}
        """The numbers of the pieces that stand in like elements beside one another."""
        self._sum_up()
        self._part()
        self._put_in_order()

    def _sum_up(self) -> None:
        by_parent: dict[int, float] = defaultdict(float)
        by_path: dict[int, float] = defaultdict(float)
        by_sign: dict[int, float] = defaultdict(float)
        by_outer: dict[int, float] = defaultdict(float)
        length = linked = 0
        for look in self.text:
            solid, spot, parent = look.solid, look.spot, look.parent
            by_parent[parent.number] += solid
            by_path[spot.path] += solid
            by_sign[spot.sign] += solid
            by_outer[parent.sign] += solid
            length += look.length
            linked += look.linked
        self._by_parent, self._by_path = by_parent, by_path
        self._by_sign, self._by_outer = by_sign, by_outer
        self._count = Counter(look.spot.path for look in self.text)
        self.total = sum(by_parent.values()) or 1.0
        self._page_linked = linked / (length or 1)
        most = max(by_parent, key=by_parent.__getitem__, default=self.spots.chosen)
        self.home = self.spots.of(most)

    def _part(self) -> None:
        """Find the branch of every piece, and what each branch holds."""
        trunk = {spot.number for spot in self.spots.outer(self.home)}
        branch_of: dict[int, int] = {}
        for spot in self.spots.inwards():
            is_first = spot.number in trunk or spot.parent in trunk
            branch_of[spot.number] = spot.number if is_first else branch_of[spot.parent]
        self._branches: dict[int, Branch] = {}
        for look in self.looks:
            look.branch = number = branch_of[look.spot.number]
            branch = self._branches.get(number)
            if branch is None:
                branch = self._branches[number] = Branch()
            branch.solid += look.solid
            branch.length += look.length
            branch.linked += look.linked
            branch.pieces += 1
            branch.shown += look.piece.kind in SHOWN
        self._compare_branches()

    def _compare_branches(self) -> None:
        like: dict[int, float] = defaultdict(float)
        alike: dict[int, int] = defaultdict(int)
        signs = {number: self.spots.of(number).sign for number in self._branches}
        for number, branch in self._branches.items():
            like[signs[number]] += branch.solid
            alike[signs[number]] += 1
        for number, branch in self._branches.items():
            branch.like, branch.alike = like[signs[number]], alike[signs[number]]

    def _put_in_order(self) -> None:
        """Note how much text stands before each piece, and where each text stands first."""
        self._before = [0.0, *accumulate(look.solid for look in self.text)]
        self._first = {look.text: look for look in reversed(self.text)}

    def is_plain(self, number: int) -> bool:
        """Tell a paragraph that stands where most of the text stands, and says nothing odd."""
        look = self.text[number]
        return (
            look.parent.number == self.home.number
            and look.length >= _PLAIN
            and look.piece.kind == "paragraph"
            and look.spot.is_paragraph
            and look.linked < look.length * _MUCH
            and ends_sentence(look.text)
        )

    def is_odd(self, number: int) -> bool:
        """Tell what no article says: a known phrase, its tags, the title, a notice in every gap."""
        look = self.text[number]
        piece = look.piece
        if look.length <= _LINE and furniture_in(look.text) is not None:
            return True
        if piece.kind == "heading" and piece.level == 1:
            return _likeness({*look.text.lower().split()}, self._ground.titles) > _SAME
        if piece.kind == "list" and look.linked > look.length * _MOSTLY:
            is_announced = number > 0 and self.text[number - 1].text[-1:] in _COLONS
            return look.length < _LABEL * len(piece.children) and not is_announced
        is_at_home = look.parent.number == self.home.number
        return not is_at_home and (_is_dated(look) or self._is_repeated(look))

    def _is_repeated(self, look: Look) -> bool:
        """Tell a notice that stands there time and again; in the text itself it may be a refrain."""
        times = self._ground.said[look.text] if look.length > _REPEATED else 1
        return times >= _OFTEN or (times > 1 and self._first[look.text] is not look)

    def numbers(self, number: int) -> list[float]:
        """Give the traits of one piece of text, in the order of ``NAMES``."""
        look = self.text[number]
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
        text, length, ground = look.text, look.length, self._ground
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
            _likeness(said, ground.titles) if words else 0.0,
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
        total, home, spot, parent = self.total, self.home, look.spot, look.parent
        branch = self._branches[look.branch]
        return [
            self._by_parent[parent.number] / total,
            self._by_path[spot.path] / total,
            self._by_sign[spot.sign] / total,
            self._by_outer[parent.sign] / total,
            parent.number == home.number,
            spot.depth,
            spot.depth - 1 - home.depth,
            spot.own,
            spot.least,
            min(self._count[spot.path], _MANY),
            branch.solid / total,
            branch.linked / (branch.length or 1),
            min(branch.pieces, 40),
            min(branch.length, 3000),
            min(branch.shown, 5),
            branch.like / total,
            min(branch.alike, _MANY),
        ]

    def _of_order(self, number: int, look: Look) -> list[float]:
        count, total, before = len(self.text), self.total, self._before[number]
        return [
            number / count,
            before / total,
            1 - (before + look.solid) / total,
            min(number, _MANY),
            min(count - 1 - number, _MANY),
            min(count, 300),
            min(total, 20_000),
            self._page_linked,
            self._by_parent[self.home.number] / total,
        ]

    def _of_next(self, look: Look, other: int) -> list[float]:
        if other == len(self.text):
            return _NOBODY
        near = self.text[other]
        parent = near.parent.number
        return [
            min(near.words, 60.0),
            near.linked / (near.length or 1),
            parent == look.parent.number,
            _KINDS[near.piece.kind],
            parent == self.home.number,
            self._by_path[near.spot.path] / self.total,
            near.piece.level if near.piece.kind == "heading" else 0,
        ]


def place(look: Look, spots: Spots) -> None:
    """Find the elements that a piece stands in."""
    spot: Spot = spots.of(look.piece.box)
    is_own = look.piece.kind in {"paragraph", "heading"} and spot.number != spots.chosen
    look.spot, look.parent = spot, spots.of(spot.parent) if is_own else spot


def _is_dated(look: Look) -> bool:
    """Tell the line of a date, maybe with a name, from a sentence that has one."""
    is_label = look.piece.kind == "paragraph" and look.length < _DATE_LINE
    return is_label and _DATE.search(look.text) is not None and not ends_sentence(look.text)


def _stated(text: str, stated: str) -> float:
    """Look for the beginning or the end of a piece in the text that the page states."""
    if not stated:
        return 0.0
    return 1.0 if text[:_SOURCE] in stated or text[-_SOURCE:] in stated else -1.0


def _likeness(said: set[str], titles: Sequence[frozenset[str]]) -> float:
    """How much of a line and a title is the same words."""
    most = 0.0
    for title in titles:
        same = len(said & title)
        if same:
            most = max(most, same / (len(said) + len(title) - same))
    return most


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
