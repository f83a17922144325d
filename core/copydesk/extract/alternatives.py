"""Long alternations in a shape that the engine is soon done with."""

import re
from collections import defaultdict

_PIECE = re.compile(r"\\.|\[(?:\\.|[^\]\\])+\]|[()|]|[^\\\[()|]+", re.DOTALL)
_LONG = re.compile(r"(?P<before>\\W\*\(\?:)(?P<choices>.*)(?P<after>\)[^()]*)", re.DOTALL)
_LEVELS = 2


def grouped(pattern: re.Pattern[str]) -> re.Pattern[str]:
    r"""
    Group the alternatives of ``\W*(?:…|…)…`` by their first letters; what matches stays the same.

    The engine tries one alternative after the other, and each takes long where case does not count.
    """
    found = _LONG.fullmatch(pattern.pattern)
    if found is None:
        raise ValueError(f"{pattern.pattern[:40]} is no such alternation")
    before, choices, after = found.groups()
    return re.compile(f"{before}{_grouped(_parted(choices))}{after}", pattern.flags)


def _parted(choices: str) -> list[str]:
    """Part alternatives at the bars between them, not at those within brackets."""
    parts, depth = [""], 0
    for piece in _PIECE.findall(choices):
        depth += (piece == "(") - (piece == ")")
        if piece == "|" and not depth:
            parts.append("")
        else:
            parts[-1] += piece
    return parts


def _grouped(choices: list[str], level: int = 0) -> str:
    """Put those that begin with the same letter in one group, in their order."""
    groups: dict[str, list[str]] = defaultdict(list)
    for choice in choices:
        is_plain = choice[:1].isalpha() and choice[1:2] not in {"?", "*", "+", "{"}
        groups[choice[0].lower() if is_plain else ""].append(choice)
    others = groups.pop("", [])
    return "|".join([*(_group(letter, same, level) for letter, same in groups.items()), *others])


def _group(letter: str, choices: list[str], level: int) -> str:
    if len(choices) == 1 or level == _LEVELS:
        return "|".join(choices)
    return f"{letter}(?:{_grouped([choice[1:] for choice in choices], level + 1)})"
