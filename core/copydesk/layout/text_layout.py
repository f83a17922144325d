"""A layout of text renderings: regular expressions that say which lines are what."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from copydesk.errors import LayoutError
from copydesk.extract.context import Context
from copydesk.extract.found import Found, Trace
from copydesk.extract.text import thread
from copydesk.extract.text.lines import blocks, paragraphs
from copydesk.layout import fields as read
from copydesk.layout.layout import _as_tuple, _Named, _Rules
from copydesk.layout.result import Result
from copydesk.layout.rules import Comments, Credit, Images, When, outlet_in_the_making
from copydesk.layout.sources import Hit, Text, pattern
from copydesk.page import Page
from copydesk.schema import Block, Comment, Image, Syndication, clean_line


@dataclass(frozen=True)
class TextLayout(_Rules, _Named):
    r"""
    One way that an outlet's pages look as saved text.

    Every rule is a regular expression with one group, tried on the whole text; ``^`` and ``$``
    match at every line. Lines that a field's rule covers, and all before the headline, are no part
    of the body; nor are lines that ``drop`` matches, nor what stands from ``end`` on. ``headings``
    matches paragraphs that are headings. Without a rule the headline is the first line.

    Raises:
        LayoutError: if a rule cannot work; it names the layout and the field.
    """

    headings: str | None = None
    images: Images | None = None
    comments: Comments | None = None
    _made: dict[str, tuple[read.Dated, ...]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def __post_init__(self) -> None:
        """Compile every rule."""
        if not (self.detect or self.mark):
            raise LayoutError(
                outlet_in_the_making(),
                self.name,
                "detect",
                "a text layout needs detect or mark to be chosen by",
            )
        for name in ("detect", "mark", "headings", "end", *read.FIELDS):
            self._compile(name, _as_tuple(getattr(self, name)))
        self._compile("drop", self.drop)
        self._compile("syndication", tuple(credit.source for credit in self.syndication), groups=9)
        self._compile("images", (self.images.css,) if self.images else ())
        if self.comments:
            rules = (self.comments.css, self.comments.likes)
            self._compile("comments", tuple(filter(None, rules)))

    def detects(self, page: Page) -> bool:
        """Tell whether the page has this layout."""
        return page.is_text and _search(self.detect or self.mark, page) is not None

    def is_marked(self, page: Page) -> bool:
        """Tell whether the page names the outlet."""
        return page.is_text and _search(self.mark, page) is not None

    def read(self, context: Context) -> Result:
        """Read all that this layout has rules for."""
        result, taken, start = Result(), set[int](), 1
        for name in read.FIELDS:
            result.fields[name], hits = self._field(name, context)
            taken |= {line for hit in hits for line in hit.lines}
            if name == "headline" and hits:
                start = hits[-1].lines.stop
        result.images, covered = self._image(context)
        taken |= covered
        result.syndication = tuple(self._credits(context))
        stop = self._stop(context)
        result.is_ended = stop <= len(context.page.lines)
        result.body = self._body(context, taken, range(start, stop), result.fields["headline"])
        if self.comments:
            result.comments = tuple(self._comments(context, stop, self.comments))
        return result

    def body_lines(self, page: Page) -> range:
        """Number, from 1, the lines between the headline and the end."""
        context = Context(page)
        _, hits = self._field("headline", context)
        start = hits[-1].lines.stop if hits else 1
        return range(start, self._stop(context))

    def dropped(self, page: Page) -> dict[str, list[int]]:
        """Give, for text accounting, the lines that each drop rule leaves out, from 1."""
        lines = enumerate(page.lines, 1)
        numbered = [(number, line) for number, line in lines if line.strip()]
        return {rule: [n for n, line in numbered if re.search(rule, line)] for rule in self.drop}

    def _field(self, name: str, context: Context) -> tuple[object, list[Hit]]:
        sources = self._made[name]
        if name in read.STAMPS:
            return read.first_stamp(sources, context, f"/{name}")
        if name in read.LISTS:
            return read.all_lines(sources, context)
        if name == "authors":
            return read.all_parties(sources, context)
        if name == "headline" and not sources:
            return _first_line(context)
        return read.first_line(sources, context)

    def _body(
        self, context: Context, taken: set[int], lines: range, headline: Found[str] | None
    ) -> tuple[Found[Block], ...]:
        dropped = {line for found in self.dropped(context.page).values() for line in found}
        groups = paragraphs(context.page.lines, lines.start, lines.stop, taken | dropped)
        headings = re.compile(self.headings) if self.headings else None
        return blocks([g for g in groups if not headline or g.text != headline.value], headings)

    def _stop(self, context: Context) -> int:
        """Number of the line at which the body ends, one past the last where no rule says."""
        for source, _ in self._made["end"]:
            for hit in source.find(context):
                return hit.lines.start
        return len(context.page.lines) + 1

    def _image(self, context: Context) -> tuple[tuple[Found[Image], ...], set[int]]:
        for source, _ in self._made["images"]:
            for hit in source.find(context):
                groups = hit.match.groupdict() if hit.match else {}
                caption, credit = (
                    clean_line(groups.get("caption") or ""),
                    clean_line(groups.get("credit") or ""),
                )
                image = Image(id="i1", caption=caption, credit=credit, lead=True)
                return (Found(image, hit.trace),), set(hit.lines)
        return (), set()

    def _credits(self, context: Context) -> Iterator[Found[Syndication]]:
        for credit, (source, _) in zip(self.syndication, self._made["syndication"], strict=True):
            for hit in source.find(context):
                if step := read.credited(credit, hit, context):
                    yield step
                    break

    def _comments(self, context: Context, start: int, rules: Comments) -> Iterator[Found[Comment]]:
        likes = re.compile(rules.likes) if rules.likes else None
        yield from thread.comments(context.page.lines, start + 1, re.compile(rules.css), likes)

    def _compile(self, name: str, rules: Sequence[str | When], *, groups: int = 1) -> None:
        try:
            for part in (*rules, *(self.syndication if name == "syndication" else ())):
                if isinstance(part, When | Credit):
                    part.check()
            self._made[name] = tuple(
                (pattern(rule.source, groups=groups), rule)
                if isinstance(rule, When)
                else (pattern(rule, groups=groups), None)
                for rule in rules
            )
        except ValueError as error:
            raise LayoutError(outlet_in_the_making(), self.name, name, str(error)) from error


def _search(rule: str | None, page: Page) -> re.Match[str] | None:
    return re.search(rule, Text(page.lines).whole, re.MULTILINE) if rule else None


def _first_line(context: Context) -> tuple[Found[str] | None, list[Hit]]:
    for number, line in enumerate(context.page.lines, 1):
        if text := clean_line(line):
            trace = Trace("text", f"L{number}", text)
            return Found(text, trace), [Hit(text, trace, lines=range(number, number + 1))]
    return None, []
