"""Names that no markup tells: "Written by" anywhere on the page, or a name at the right edge below the text."""

from collections.abc import Iterator
from itertools import islice, pairwise

from selectolax.lexbor import LexborNode

from copydesk.extract.context import Context
from copydesk.extract.found import Found
from copydesk.extract.people.introduced import INTRODUCED
from copydesk.extract.people.names import parties
from copydesk.extract.people.signed import Signers, found_at, signers
from copydesk.extract.seen import is_aside
from copydesk.extract.vicinity import Line
from copydesk.schema import Party, clean_line

# Less their first letter, which may be a capital.  Looked for in the source before the tree is.
_TOLD = {
    "de": ("erfasst von", "eschrieben von", ">Autor"),
    "es": ("scrito por", ">Autor"),
    "fr": ("crit par", "édigé par", ">Auteur"),
    "it": ("critto da", ">Autore"),
    "nl": ("eschreven door", ">Auteur"),
    "pt": ("scrito por", ">Autor"),
}
_IN_ENGLISH = ("ritten by", "rticle by", ">Author<", ">Author(s)<")
_LABELS = frozenset({
    "author", "author(s)", "autor", "autora", "autorin", "autorin/autor", "autor/in", "auteur", "autore",
})  # fmt: skip
_SIGNED_BELOW = frozenset({"vi"})
"""Languages whose papers set the author's name below the text, at the right edge."""

_AT_THE_RIGHT = "[style*='text-align:right'], [style*='text-align: right'], [align=right]"
_LONGEST, _LAST, _MOST = 60, 3, 20_000


def signoff(context: Context) -> tuple[Found[Party], ...]:
    """Whom the page names away from the headline: what says "Written by", else the last name below."""
    text = context.page.text
    language = (context.page.html_lang or "")[:2].lower()
    said = _TOLD.get(language, _IN_ENGLISH)
    named: Signers = []
    if any(words in text for words in said):
        named = _told(context, said)
    if not named and language in _SIGNED_BELOW:
        named = _at_the_right(context)
    return tuple(found_at(context, named))


def _told(context: Context, said: tuple[str, ...]) -> Signers:
    for before, line in pairwise(_short_lines(context)):
        is_told = any(
            words in text[: len(words) + 1] for text in (before.text, line.text) for words in said
        )
        if is_told or before.text.casefold().rstrip(":") in _LABELS:
            sure, named = signers([before, line])
            people = [signer for signer in named if signer[0].kind == "person"]
            if sure == INTRODUCED and people and not is_aside(line.node):
                return people
    return []


def _short_lines(context: Context) -> Iterator[Line]:
    body = context.page.tree.body
    nodes = body.traverse(include_text=True, skip_empty=True) if body is not None else iter(())
    for node in islice(nodes, _MOST):
        raw = node.text_content
        if raw and len(raw) <= _LONGEST and node.parent is not None and (text := clean_line(raw)):
            yield Line(node.parent, text)


def _at_the_right(context: Context) -> Signers:
    nodes = context.page.tree.css(_AT_THE_RIGHT)[-_LAST:]
    return next(filter(None, map(_whole_name, reversed(nodes))), [])


def _whole_name(node: LexborNode) -> Signers:
    text = clean_line(node.text()) or ""
    named = parties(text) if 0 < len(text) <= _LONGEST else ()
    is_whole = len(named) == 1 and named[0].name == text and named[0].kind == "person"
    return [(named[0], Line(node, text))] if is_whole and not is_aside(node) else []
