"""Text renderings: lines become paragraphs, each known by its first and last line."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from copydesk.extract.found import Found, Trace
from copydesk.schema import Block, Heading, Paragraph, clean_line

_ENDS_SENTENCE = re.compile(r"[.!?…。！？؟:;][\"'”’»)\]]*$")
_LEAST_WRAPPED = 4


@dataclass(frozen=True, slots=True)
class Lines:
    """Consecutive lines that are one paragraph; numbers count from 1."""

    first: int
    last: int
    text: str

    @property
    def trace(self) -> Trace:
        """Where they stand: ``L5``, or ``L5-L6``."""
        place = f"L{self.first}" if self.first == self.last else f"L{self.first}-L{self.last}"
        return Trace("text", place, self.text)


def paragraphs(
    lines: Sequence[str], start: int, stop: int, taken: Collection[int] = ()
) -> list[Lines]:
    """
    Join lines ``start`` to ``stop`` (from 1, ``stop`` excluded) to paragraphs, less those taken.

    Blank lines part paragraphs; where there are none, each line is one, unless the text is wrapped.
    """
    chosen = [(n, lines[n - 1]) for n in range(start, stop) if n not in taken]
    filled = [line for _, line in chosen if line.strip()]
    dense = not any(not line.strip() for line in _between(lines, chosen))
    apart = dense and not _is_wrapped(filled)
    return [_joined(group) for group in _groups(chosen, apart=apart)]


def _between(lines: Sequence[str], chosen: Sequence[tuple[int, str]]) -> Sequence[str]:
    filled = [n for n, line in chosen if line.strip()]
    return lines[filled[0] - 1 : filled[-1]] if filled else ()


def _is_wrapped(lines: Sequence[str]) -> bool:
    """Tell hard-wrapped prose, whose lines break within sentences, from a paragraph a line."""
    broken = sum(not _ENDS_SENTENCE.search(line.rstrip()) for line in lines)
    return len(lines) >= _LEAST_WRAPPED and broken > len(lines) * 0.6


def _groups(chosen: Sequence[tuple[int, str]], *, apart: bool) -> Iterator[list[tuple[int, str]]]:
    group: list[tuple[int, str]] = []
    for number, line in chosen:
        if group and (apart or not line.strip() or number != group[-1][0] + 1):
            yield group
            group = []
        if line.strip():
            group.append((number, line))
    if group:
        yield group


def _joined(group: Sequence[tuple[int, str]]) -> Lines:
    text = clean_line(" ".join(line for _, line in group)) or ""
    return Lines(group[0][0], group[-1][0], text)


def blocks(
    groups: Sequence[Lines], headings: re.Pattern[str] | None = None
) -> tuple[Found[Block], ...]:
    """Make the body's blocks ``b1``, ``b2``, …; a paragraph that ``headings`` matches is a heading."""
    made: list[Found[Block]] = []
    for group in groups:
        if not group.text:
            continue
        name = f"b{len(made) + 1}"
        is_heading = headings is not None and headings.search(group.text)
        block: Block = (
            Heading(id=name, text=group.text) if is_heading else Paragraph(id=name, text=group.text)
        )
        made.append(Found(block, group.trace))
    return tuple(made)
