"""What was learned of pages with known text: names of elements, and trees over the traits of a piece."""

import json
import re
from collections.abc import Callable
from importlib.resources import files
from typing import Any

_DATA = json.loads(files(__package__).joinpath("blocks.json").read_text("utf-8"))

PLAIN, ODD = 10.0, -10.0
"""The scores of what need not be looked at closely."""

UNKNOWN: float = _DATA["unknown"]
"""How likely text is an article's that stands in its element; a share of 1."""

NAMES: dict[str, float] = _DATA["names"]
"""The same for text in elements whose class or id has such a word."""

FIRST = float(_DATA["first"])

Tree = list[Any] | float
"""A leaf's value, or a trait, a border, the tree for values up to the border, and the one for others."""


def _printed(tree: Tree) -> str:
    """Print a tree as an expression of ``n0``, ``n1``, …; numbers alone, whatever the data holds."""
    if not isinstance(tree, list):
        return repr(float(tree))
    trait, border, low, high = tree
    return f"({_printed(low)} if n{int(trait)} <= {float(border)!r} else {_printed(high)})"


# Python's own bytecode goes down the trees five times as fast as a loop over lists does.
_TREES = " + ".join(map(_printed, _DATA["trees"]))
_LAST = max(map(int, re.findall(r"n(\d+)", _TREES)))
_SUM = f"lambda {', '.join(f'n{trait}' for trait in range(_LAST + 1))}, *_: {FIRST!r} + {_TREES}"

score: Callable[..., float] = eval(_SUM)  # noqa: S307  # of our own numbers
"""
Give the log odds that a piece is the article's, from its traits in the order of ``traits.NAMES``.

The trees were grown by ``tests/benchmarks/train_blocks.py``.
"""
