"""A layout of marked-up pages: data that says where each field stands."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from selectolax.lexbor import LexborNode

from copydesk.errors import LayoutError
from copydesk.extract.body.builder import Builder
from copydesk.extract.body.content import without_repeats
from copydesk.extract.body.parting import parted
from copydesk.extract.context import Context
from copydesk.extract.found import Found
from copydesk.extract.headline import headline as generic_headline
from copydesk.layout import fields as read
from copydesk.layout.body import END, Body, css_rules, text_rules
from copydesk.layout.comments import comments
from copydesk.layout.needs import can_match
from copydesk.layout.pictures import pictures
from copydesk.layout.result import Result
from copydesk.layout.rules import Comments, Credit, Images, When, outlet_in_the_making
from copydesk.layout.sources import Hit, css, first, pattern, source
from copydesk.page import Page
from copydesk.schema import Party, Syndication

Rule = str | When | tuple[str | When | None, ...] | None
"""
One source, or several tried in order; ``()``, or None at the end, says that there is no other.

What a rule without such an end does not find, the generic reader looks for.
"""


@dataclass(frozen=True, kw_only=True)
class _Rules:
    """The fields that both kinds of layout share."""

    detect: str | None = None
    mark: str | None = None
    headline: Rule = None
    summary: Rule = None
    dateline: Rule = None
    byline: Rule = None
    authors: Rule = None
    published: Rule = None
    modified: Rule = None
    sections: Rule = None
    topics: Rule = None
    syndication: tuple[Credit, ...] = ()
    drop: tuple[str, ...] = ()
    end: str | None = None


@dataclass(frozen=True)
class _Named:
    name: str


@dataclass(frozen=True)
class Layout(_Rules, _Named):
    """
    One layout of an outlet's marked-up pages.

    A field is one source or a tuple tried in order: ``"css"``, ``"css @attr"``,
    ``"meta:og:title"``, ``"ld:datePublished"``, or a ``When`` for a date. ``detect`` is CSS that
    matches on pages of this layout and no others; ``mark`` CSS that names the outlet wherever the
    page was found. ``scope`` is CSS of the element around one article: all rules but those of
    comments look only in the first one, unless their CSS begins with ``html``. ``drop`` leaves
    out what CSS matches within the body, or, as ``"text:regex"``, blocks whose text matches, and
    last lines of one; ``"generic:furniture"`` leaves out what the generic reader would. What is
    hidden is never taken. ``end`` is a regular expression: the block it matches and all after it
    are left out. ``body=()`` is for pages without a text of their own, such as lists. ``paywall``
    is CSS of what stands where readers must pay to go on.

    Raises:
        LayoutError: if a rule cannot work; it names the layout and the field.
    """

    scope: str | None = None
    body: str | tuple[()] | None = None
    paywall: str | None = None
    publisher: Rule = None
    images: Images | tuple[Images, ...] = ()
    comments: Comments | None = None
    _made: dict[str, tuple[read.Dated, ...]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def __post_init__(self) -> None:
        """Compile every rule."""
        if not (self.detect or self.mark or self.body):
            raise LayoutError(
                outlet_in_the_making(),
                self.name,
                "detect",
                "a layout needs detect, mark or body to be chosen by",
            )
        for name in (*read.FIELDS, "publisher"):
            self._compile(name, _as_tuple(getattr(self, name)))
        for name in ("detect", "mark", "scope", "body", "paywall"):
            self._compile(name, _as_tuple(getattr(self, name)))
        self._compile("drop", css_rules(self.drop))
        for rule in text_rules(self.drop):
            self._compile_pattern("drop", rule)
        self._compile_pattern("end", self.end or "")
        for images in self._images:
            self._compile(
                "images", tuple(filter(None, (images.css, images.caption, images.credit)))
            )
        if self.comments:
            self._compile("comments", _selectors(self.comments))
        for credit in self.syndication:
            self._compile("syndication", (credit.source,))
            self._compile_pattern("syndication", credit.pattern or "")

    def detects(self, page: Page) -> bool:
        """Tell whether the page has this layout."""
        rule = self.detect or self.mark or self.body or None
        if page.is_text or not (rule and can_match(page, rule)):
            return False
        return first(page.tree, rule) is not None

    def is_marked(self, page: Page) -> bool:
        """Tell whether the page names the outlet."""
        if page.is_text or not (self.mark and can_match(page, self.mark)):
            return False
        return first(page.tree, self.mark) is not None

    def read(self, context: Context) -> Result:
        """Read all that this layout has rules for."""
        result, page, inside = Result(), context.page, self._inside(context)
        for name in read.FIELDS:
            result.fields[name] = self._field(name, inside)
        result.fields["access"] = self._access(inside)
        result.fields["publisher"] = self._publisher(inside)
        result.syndication = tuple(self._credits(inside))
        builder = Builder(context)
        for number, rule in enumerate(self._images):
            for picture in pictures(rule, inside):
                builder.add(picture, lead=not (number or builder.images))
        walk = self._text.walk(page)
        text = list(self._text.read(inside, walk))
        result.is_ended = any(rule == END for _, rule in text)
        kept = [part for piece, rule in text if rule is None for part in parted(piece)]
        result.body = builder.body(without_repeats(kept, self._known(result, context)))
        result.images = builder.images
        if self.comments:
            result.comments = tuple(comments(self.comments, context, walk))
        return result

    def dropped(self, page: Page) -> dict[str, list[LexborNode]]:
        """Give, for text accounting, the nodes that each drop rule leaves out."""
        return self._text.dropped(page)

    def cut(self, page: Page) -> dict[str, list[str]]:
        """Give, for text accounting, the words that ``end`` and each of drop's text rules leave out."""
        inside, found = self._inside(Context(page)), defaultdict[str, list[str]](list)
        for piece, rule in self._text.read(inside, self._text.walk(page)):
            if rule:
                found[rule].append(piece.words)
        return found

    def body_element(self, page: Page) -> LexborNode | None:
        """Give the element that holds all the body; None without a rule, or where it finds nothing."""
        return self._text.element(self._inside(Context(page)))

    @cached_property
    def _text(self) -> Body:
        return Body(self.body or None, self.drop, self.end)

    def _known(self, result: Result, context: Context) -> set[str]:
        headline = result.fields["headline"] or generic_headline(context)
        return {found.value for found in (headline, result.fields["summary"]) if found}

    def _field(self, name: str, context: Context) -> object:
        sources = self._made[name]
        if name in read.STAMPS:
            return read.first_stamp(sources, context, f"/{name}")[0]
        if name in read.LISTS:
            return read.all_lines(sources, context)[0]
        if name == "authors":
            return read.all_parties(sources, context)[0]
        return read.first_line(sources, context)[0]

    def _access(self, context: Context) -> Found[str] | None:
        walls = css(self.paywall).find(context) if self.paywall else ()
        return next((Found("paywalled", wall.trace) for wall in walls), None)

    def _publisher(self, context: Context) -> Found[Party] | None:
        site, _ = read.first_line(self._made["publisher"], context)
        if site is None:
            return None
        return Found(Party(name=site.value[:200].strip(), kind="organization"), site.trace)

    def _inside(self, context: Context) -> Context:
        return replace(context, scope=first(context.page.tree, self.scope))

    @property
    def _images(self) -> tuple[Images, ...]:
        return self.images if isinstance(self.images, tuple) else (self.images,)

    def _credits(self, context: Context) -> Iterator[Found[Syndication]]:
        for credit in self.syndication:
            for hit in source(credit.source).find(context):
                match = re.search(credit.pattern, hit.text) if credit.pattern else None
                if credit.pattern and not match:
                    continue
                matched = Hit(hit.text, hit.trace, hit.node, match=match)
                if step := read.credited(credit, matched, context):
                    yield step
                    break

    def _compile(self, name: str, rules: Sequence[str | When]) -> None:
        try:
            for part in (*rules, *(self.syndication if name == "syndication" else ())):
                if isinstance(part, When | Credit):
                    part.check()
            made = tuple(
                (source(rule.source), rule) if isinstance(rule, When) else (source(rule), None)
                for rule in rules
            )
        except ValueError as error:
            raise LayoutError(outlet_in_the_making(), self.name, name, str(error)) from error
        self._made[name] = made

    def _compile_pattern(self, name: str, rule: str) -> None:
        try:
            pattern(rule, groups=9)
        except ValueError as error:
            raise LayoutError(outlet_in_the_making(), self.name, name, str(error)) from error


def _as_tuple(rule: Rule) -> tuple[str | When, ...]:
    parts = rule if isinstance(rule, tuple) else (rule,)
    return tuple(part for part in parts if part is not None)


def _selectors(comments: Comments) -> tuple[str, ...]:
    dates = (
        when.source if isinstance(when, When) else when for when in _as_tuple(comments.published)
    )
    return tuple(
        filter(
            None,
            (comments.css, comments.text, *comments.authors, *dates, comments.likes),
        )
    )
