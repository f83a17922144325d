"""Readers' comments in a text rendering: list marks and indentation say who answers whom."""

import re
from collections.abc import Iterator, Sequence

from copydesk.extract.found import Found, Trace
from copydesk.schema import Comment, clean_text

_DIGITS = 15
"""More are no number of likes."""


def comments(
    lines: Sequence[str], start: int, mark: re.Pattern[str], likes: re.Pattern[str] | None
) -> Iterator[Found[Comment]]:
    """
    Read the comments from line ``start`` (from 1) until the first unindented line after them.

    Args:
        lines: The page's lines.
        start: Where to begin, counted from 1.
        mark: Matches the start of a comment's first line, its list mark included.
        likes: Finds a line with the number of likes in its group.
    """
    open_marks: list[tuple[int, str]] = []
    for number, (first, group) in enumerate(_groups(lines, start, mark), 1):
        indent = _indent(group[0])
        open_marks = [(i, name) for i, name in open_marks if i < indent]
        parent = open_marks[-1][1] if open_marks else None
        open_marks.append((indent, f"c{number}"))
        text, liked = _read(group, mark, likes)
        if text:
            comment = Comment(id=f"c{number}", parent=parent, text=text, likes=liked)
            last = first + len(group) - 1
            yield Found(
                comment, Trace("text", f"L{first}-L{last}", " ".join(" ".join(group).split()))
            )


def _groups(
    lines: Sequence[str], start: int, mark: re.Pattern[str]
) -> Iterator[tuple[int, list[str]]]:
    group: list[str] = []
    first = 0
    for number, line in enumerate(lines[start - 1 :], start):
        is_mark = bool(mark.search(line))
        if (group and not is_mark and line.strip() and not line[0].isspace()) or is_mark:
            if group:
                yield first, _trimmed(group)
            first, group = number, []
            if not is_mark:
                return
        if group or is_mark:
            group.append(line)
    if group:
        yield first, _trimmed(group)


def _trimmed(group: list[str]) -> list[str]:
    while group and not group[-1].strip():
        group.pop()
    return group


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _read(
    group: Sequence[str], mark: re.Pattern[str], likes: re.Pattern[str] | None
) -> tuple[str | None, int | None]:
    kept, liked = [], None
    for line in (mark.sub("", group[0], count=1), *group[1:]):
        if likes and (found := likes.search(line)):
            liked = int(found[1]) if len(found[1]) <= _DIGITS else None
        else:
            kept.append(line)
    return clean_text("\n".join(kept)), liked
