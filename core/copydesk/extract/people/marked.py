"""Elements marked as the author's, wherever they stand on the page."""

from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from copydesk.extract.context import Context
from copydesk.extract.found import Found
from copydesk.extract.people.signed import Signers, found_at, signers
from copydesk.extract.seen import is_aside
from copydesk.extract.vicinity import lines_in
from copydesk.schema import Party

# The surest first.  One query each, and without regard to case only by spelling both: a union
# or an ``i`` flag costs the engine several times as much.
_MARKS = (
    "[itemprop~=author]", "[rel~=author]", "[class*=author]:not(html, body)", "[class*=Author]",
    "[class*=byline]", "[class*=Byline]", "address", "a[href*='/author/']", "a[href*='/authors/']",
    "a[href*='?author=']",
)  # fmt: skip
_MANY, _SOME = 3, 12


def marked(context: Context) -> tuple[Found[Party], ...]:
    """Whom the marked elements name: the first mark that names anybody."""
    for css in _MARKS:
        if named := _named(context, css):
            return tuple(found_at(context, named))
    return ()


def _named(context: Context, css: str) -> Signers:
    each = [signers(lines_in(node), labelled=True)[1] for node in _outermost(context, css)]
    each = [named for named in each if named]
    names = {party.name for named in each for party, _ in named}
    # Many names of one kind are a list of other texts' authors; the first is this text's.
    return [signer for named in (each if len(names) <= _MANY else each[:1]) for signer in named]


def _outermost(context: Context, css: str) -> Iterator[LexborNode]:
    """Give the elements that are in none of the others and not aside, the first dozen."""
    last: LexborNode | None = None
    for node in context.page.tree.css(css)[:_SOME]:
        if last is None or not _is_within(node, last):
            last = node
            if not is_aside(node) and node.css_first("h1") is None:
                yield node


def _is_within(node: LexborNode, outer: LexborNode) -> bool:
    here = node.parent
    while here is not None:
        if here.mem_id == outer.mem_id:
            return True
        here = here.parent
    return False
