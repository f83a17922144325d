"""The pieces of the article's element taken together: what its parts hold, and what the page says of itself."""

from array import array
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from copydesk.extract.body.looks import SHOWN, Look
from copydesk.extract.body.spots import Spot, Spots


@dataclass(slots=True)
class Ground:
    """What the page as a whole says: the titles' words, the stated text, what stands on it twice."""

    titles: Sequence[frozenset[str]] = ()
    stated: str = ""
    said: Counter[str] = field(default_factory=Counter)

    def likeness(self, words: set[str]) -> float:
        """How much of a line and a title is the same words, from 0 to 1; of the title most like it."""
        most = 0.0
        for title in self.titles:
            same = len(words & title)
            if same:
                most = max(most, same / (len(words) + len(title) - same))
        return most


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
    """
    The pieces of the article's element, and what they hold taken together.

    ``by_parent``, ``by_outer``, ``by_path`` and ``by_sign`` tell the letters of running text by the number and the sign of
    what holds the piece and the path and the sign of its own element; ``count`` the pieces by path; ``before`` the letters
    before each; ``home`` is what holds most.
    """

    def __init__(self, looks: Sequence[Look], spots: Spots, ground: Ground) -> None:
        """Look at the pieces under the chosen element, in reading order."""
        self.looks, self.spots, self.ground = looks, spots, ground
        self.text = [look for look in looks if look.is_text]
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
        self.by_parent, self.by_path = by_parent, by_path
        self.by_sign, self.by_outer = by_sign, by_outer
        self.count = Counter(look.spot.path for look in self.text)
        self.total = sum(by_parent.values()) or 1.0
        self.page_linked = linked / (length or 1)
        most = max(by_parent, key=by_parent.__getitem__, default=self.spots.chosen)
        self.home = self.spots.of(most)

    def _part(self) -> None:
        """Find the branch of every piece, and what each branch holds."""
        trunk = {spot.number for spot in self.spots.outer(self.home)}
        branch_of: dict[int, int] = {}
        for spot in self.spots.inwards():
            is_first = spot.number in trunk or spot.parent in trunk
            branch_of[spot.number] = spot.number if is_first else branch_of[spot.parent]
        self.branches: dict[int, Branch] = {}
        for look in self.looks:
            look.branch = number = branch_of[look.spot.number]
            is_shown = int(look.piece.kind in SHOWN)
            branch = self.branches.get(number)
            if branch is None:
                first = look.solid, look.length, look.linked, 1, is_shown
                self.branches[number] = Branch(*first)
                continue
            branch.solid += look.solid
            branch.length += look.length
            branch.linked += look.linked
            branch.pieces += 1
            branch.shown += is_shown
        self._compare_branches()

    def _compare_branches(self) -> None:
        like: dict[int, float] = defaultdict(float)
        alike: dict[int, int] = defaultdict(int)
        signs = {number: self.spots.of(number).sign for number in self.branches}
        for number, branch in self.branches.items():
            like[signs[number]] += branch.solid
            alike[signs[number]] += 1
        for number, branch in self.branches.items():
            branch.like, branch.alike = like[signs[number]], alike[signs[number]]

    def _put_in_order(self) -> None:
        """Note how much text stands before each piece, and where each text stands first."""
        self.before = array("d", accumulate((look.solid for look in self.text), initial=0.0))
        said = self.ground.said
        self.first = {look.text: look for look in reversed(self.text) if said[look.text] > 1}


def place(look: Look, spots: Spots) -> None:
    """Find the elements that a piece stands in."""
    spot: Spot = spots.of(look.piece.box)
    is_own = look.piece.kind in {"paragraph", "heading"} and spot.number != spots.chosen
    look.spot, look.parent = spot, spots.of(spot.parent) if is_own else spot
