"""Readers' comments in markup: what each says, and which one it answers."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import islice

from selectolax.lexbor import LexborNode

from copydesk.extract.body.pieces import Piece
from copydesk.extract.body.walk import Walk
from copydesk.extract.context import Context
from copydesk.extract.found import Found
from copydesk.layout import fields
from copydesk.layout.rules import Comments, When
from copydesk.layout.sources import Css, Hit, css, every
from copydesk.schema import Comment, Stamp, clean_line, clean_text

_SPEAKS = re.compile(r"[^\W\d_]{0,12}(?: [^\W\d_]{1,12})?\s?[:：…]|\W*")
"""A line that says that somebody speaks: the name before it is no part of the words."""


_MOST = 50
"""Nodes before a list of answers that are looked at for what they answer."""


def comments(
    rules: Comments, context: Context, walk: Callable[[], Walk]
) -> Iterator[Found[Comment]]:
    """
    Read the comments of a page in its order; one without words is none.

    Args:
        rules: Where they stand.
        context: The reading that they are part of.
        walk: Makes a walk that passes over what is no words of a reader.
    """
    nodes = every(context.page.tree, rules.css)
    holders = frozenset(node.mem_id for node in nodes)
    thread = _Thread(rules, context, walk, holders, holders.union(walk().skip))
    names: dict[int, str] = {}
    ids: dict[str | None, str] = {}
    for node in nodes:
        name = f"c{len(names) + 1}"
        parent = ids.get(thread.stated_parent(node)) or _nearest(node, names)
        if found := thread.comment(node, name, parent):
            names[node.mem_id] = name
            ids[node.attributes.get("id")] = name
            yield found


@dataclass(frozen=True, slots=True)
class _Thread:
    rules: Comments
    context: Context
    walk: Callable[[], Walk]
    holders: frozenset[int]
    """The comments' own nodes."""
    skip: frozenset[int]
    """What is no words of a comment: other comments, and what the layout leaves out."""
    known: dict[str, dict[int, LexborNode]] = field(default_factory=dict)
    """For each rule the first node that it finds in each comment."""
    around: dict[int, int] = field(default_factory=dict)
    """The comment around each node that was asked about; 0 for none."""

    def stated_parent(self, node: LexborNode) -> str:
        return (node.attributes.get(self.rules.parent) or "") if self.rules.parent else ""

    def comment(self, node: LexborNode, name: str, parent: str | None) -> Found[Comment] | None:
        where = self._part(node, self.rules.text) if self.rules.text else self._whole(node)
        text = self._words(where.node) if where and where.node is not None else None
        if where is None or text is None:
            return None
        author, likes = self._author(node), self._part(node, self.rules.likes)
        number = re.search(r"(?<!\d)\d{1,15}(?!\d)", likes.text) if likes else None
        comment = Comment(
            id=name,
            parent=parent,
            author=clean_line(_speaker(author.text)) if author else None,
            text=text,
            published=self._published(node),
            likes=int(number[0]) if number else None,
        )
        return Found(comment, where.trace)

    def _author(self, node: LexborNode) -> Hit | None:
        parts = (self._part(node, rule) for rule in self.rules.authors)
        return next((hit for hit in parts if hit and hit.text), None)

    def _published(self, node: LexborNode) -> Stamp | None:
        rules = self.rules.published
        for rule in rules if isinstance(rules, tuple) else (rules,):
            when = rule if isinstance(rule, When) else When(rule or "")
            moment = self._part(node, when.source)
            if moment and (stamp := fields.read(moment, when, self.context, "/comments")):
                return stamp
        return None

    def _whole(self, node: LexborNode) -> Hit:
        return Css("").hit(node, self.context)

    def _part(self, node: LexborNode, rule: str | None) -> Hit | None:
        """Find a part of a comment, not of an answer that stands inside it."""
        if not rule:
            return None
        found = self._found(rule).get(node.mem_id)
        return css(rule).hit(found, self.context) if found is not None else None

    def _found(self, rule: str) -> dict[int, LexborNode]:
        """Look for a part of all comments at once: one within the other, each would be looked through anew."""
        if rule not in self.known:
            firsts = self.known[rule] = {}
            for found in every(self.context.page.tree, rule):
                firsts.setdefault(self._holder(found), found)
        return self.known[rule]

    def _holder(self, node: LexborNode) -> int:
        here: LexborNode | None = node
        passed = []
        while (
            here is not None and here.mem_id not in self.holders and here.mem_id not in self.around
        ):
            passed.append(here.mem_id)
            here = self._beside(here) or here.parent
        holder = self.around.get(here.mem_id, here.mem_id) if here is not None else 0
        self.around.update(dict.fromkeys(passed, holder))
        return holder

    def _beside(self, node: LexborNode) -> LexborNode | None:
        """Give the comment that a definition list's term, or another description of it, belongs to."""
        if node.tag not in {"dt", "dd"}:
            return None
        here = node.next if node.tag == "dt" else node.prev
        while here is not None and here.mem_id not in self.holders:
            here = here.next if node.tag == "dt" else here.prev
        return here

    def _words(self, node: LexborNode) -> str | None:
        walk = self.walk()
        walk.skip = self.skip
        walk.run(node)
        lines = [line for piece in walk.pieces for line in _lines(piece)]
        return clean_text(
            "\n".join(lines[bool(lines) and _SPEAKS.fullmatch(lines[0]) is not None :])
        )


def _speaker(said: str) -> str:
    """Leave out of "Ann Lee said..." that she did: words in lower case before an ellipsis or a colon."""
    if not said.endswith(("...", "…", ":")):
        return said
    words = said.rstrip(" .…:").split()
    while len(words) > 1 and words[-1].islower():
        words.pop()
    return " ".join(words)


def _lines(piece: Piece) -> Iterator[str]:
    if not piece.children:
        yield piece.words
    for child in piece.children:
        yield from _lines(child)


def _nearest(node: LexborNode, names: dict[int, str]) -> str | None:
    """Give the comment around a node, or that before the list of answers which holds it."""
    here = node.parent
    while here is not None and here.mem_id not in names:
        if before := next((b for b in islice(_before(here), _MOST) if b.mem_id in names), None):
            return names[before.mem_id]
        here = here.parent
    return names[here.mem_id] if here is not None else None


def _before(node: LexborNode) -> Iterator[LexborNode]:
    here = node.prev
    while here is not None:
        yield here
        here = here.prev
