"""Where pieces stand: what the elements around them, up to the article's own, say of them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from copydesk.extract.body.learned import NAMES, UNKNOWN
from copydesk.extract.body.walk import Label, Walk
from copydesk.extract.labels import with_hyphens

_WORD = re.compile(r"[a-z]{2,}")
_DIGITS = str.maketrans("", "", "0123456789")
_LONGEST = 400


@dataclass(slots=True, eq=False)
class Spot:
    """An element of the walk, as seen from the article's element."""

    number: int
    parent: int
    depth: int
    sign: int
    """Equal for elements of the same tag and classes, digits apart."""
    path: int
    """Equal for elements that stand within elements of the same signs."""
    is_paragraph: bool
    own: float
    """How likely text in an element with such classes is the article's; the least of its classes."""
    least: float
    """The same for the elements around it as well."""


NOWHERE = Spot(-1, -1, 0, -1, -1, False, UNKNOWN, UNKNOWN)
"""The spot of a piece whose place was not looked for."""


class Spots:
    """The spots of the boxes that are asked for, and of all around them."""

    def __init__(self, walk: Walk, chosen: int) -> None:
        """Look up to the box of that number and no further."""
        self._labels, self._parents, self.chosen = walk.labels, walk.parents, chosen
        self._signs: dict[tuple[str, str], int] = {}
        self._told: dict[Label, tuple[int, float]] = {}
        self._paths: dict[tuple[int, int], int] = {}
        root = Spot(chosen, chosen, 0, -1, -1, False, UNKNOWN, UNKNOWN)
        self._known: list[Spot | None] = [None] * len(walk.parents)
        self._known[chosen] = root

    def of(self, number: int) -> Spot:
        """Give the spot of a box inside the chosen one."""
        known = self._known
        spot = known[number]
        if spot is not None:
            return spot
        waiting = []
        while (spot := known[number]) is None:
            waiting.append(number)
            number = self._parents[number]
        for inner in reversed(waiting):
            spot = known[inner] = self._within(spot, inner)
        return spot

    def outer(self, spot: Spot) -> Iterator[Spot]:
        """Give a spot and those around it, the chosen one last."""
        while spot.number != self.chosen:
            yield spot
            spot = self.of(spot.parent)
        yield spot

    def inwards(self) -> list[Spot]:
        """Give all spots so far, outer before inner ones."""
        return [spot for spot in self._known if spot is not None]

    def _within(self, outer: Spot, number: int) -> Spot:
        label = self._labels[number]
        sign, own = self._told.get(label) or self._tell(label)
        path = self._paths.setdefault((outer.path, sign), len(self._paths))
        least = min(own, outer.least)
        is_paragraph = label[0] == "p"
        return Spot(number, outer.number, outer.depth + 1, sign, path, is_paragraph, own, least)

    def _tell(self, label: Label) -> tuple[int, float]:
        tag, printed, name = label
        classes = printed.translate(_DIGITS)
        sign = self._signs.setdefault((tag, classes), len(self._signs))
        told = self._told[label] = sign, _likelihood(classes, name)
        return told


@lru_cache(maxsize=16_384)
def _likelihood(classes: str, name: str) -> float:
    return min((NAMES[word] for word in words_in(classes, name) if word in NAMES), default=UNKNOWN)


def words_in(classes: str, name: str) -> list[str]:
    """Give the words of an element's classes and its id: ``post-related_articles teaserBox``."""
    label = with_hyphens(f"{classes[:_LONGEST]} {name[:_LONGEST]}")
    return _WORD.findall(label.lower())
