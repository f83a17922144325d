"""What was learned of pages with known text: names of elements, and trees over the traits of a piece."""

import json
from importlib.resources import files
from typing import Any

_DATA = json.loads(files(__package__).joinpath("blocks.json").read_text("utf-8"))

PLAIN, ODD = 10.0, -10.0
"""The scores of what need not be looked at closely."""

UNKNOWN: float = _DATA["unknown"]
"""How likely text is an article's that stands in its element; a share of 1."""

NAMES: dict[str, float] = _DATA["names"]
"""The same for text in elements whose class or id has such a word."""

FIRST: float = _DATA["first"]

Tree = list[Any] | float
"""A leaf's value, or a trait, a border, the tree for values up to the border, and the one for others."""

_TREES: list[Tree] = _DATA["trees"]


def score(numbers: list[float]) -> float:
    """
    Give the log odds that a piece is the article's.

    The trees were grown by ``tests/benchmarks/train_blocks.py``.
    """
    total = FIRST
    for tree in _TREES:
        while isinstance(tree, list):
            trait, border, low, high = tree
            tree = low if numbers[trait] <= border else high  # noqa: PLW2901  # down the tree
        total += tree
    return total
