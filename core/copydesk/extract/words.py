"""The words of one element as a reader sees them on one line."""

import html
import re
from itertools import islice

from selectolax.lexbor import LexborNode

from copydesk.extract.body.prose import is_wordless
from copydesk.schema import clean_line

_ENTITY = re.compile(r"&(?:[a-zA-Z]{2,12}|#\d{2,6}|#[xX][0-9a-fA-F]{2,5});")
_TAG = re.compile(r"</?[a-zA-Z][a-zA-Z0-9]{0,9}(?:\s[^<>]{0,300})?/?>")
_SILENT = "script,style,noscript,template,svg"
_WITHIN_WORDS = ":not(a,abbr,b,cite,em,font,i,ins,mark,q,s,small,strong,sub,sup,u,wbr)"


def unescaped(text: str) -> str:
    """Resolve markup in a value that should hold none: many sites escape entities and tags twice."""
    if "&" in text and _ENTITY.search(text):
        text = html.unescape(text)
    return _TAG.sub(" ", text) if "<" in text else text


def line_of(node: LexborNode) -> str | None:
    """
    Give an element's text as one clean line.

    Emphasis and links may stand within a word and part nothing; every other element does. Scripts
    and styles say nothing.
    """
    inner = node.first_child
    if inner is None or (inner.next is None and inner.is_text_node):
        return clean_line(node.text())  # as most are, told without a search
    if node.css_first(_SILENT) is not None:
        return clean_line(" ".join(_heard(node)))
    parts = node.css(_WITHIN_WORDS) if inner.next is not None else []
    separator = " " if len(parts) > 1 else ""  # the element itself is one
    return clean_line(node.text(separator=separator))


def weight(text: str) -> int:
    """Count letters; those of scripts that part no words say twice as much."""
    return len(text) * 2 if is_wordless(text) else len(text)


def holds_little(node: LexborNode, most: int) -> bool:
    """Tell an element of at most so many elements and texts from one that may hold the whole page."""
    return sum(1 for _ in islice(node.traverse(include_text=True), most + 1)) <= most


def _heard(node: LexborNode) -> list[str]:
    silent = {found.mem_id for found in node.css(_SILENT)}
    return [
        part.text_content or ""
        for part in node.traverse(include_text=True)
        if part.is_text_node and part.parent is not None and not _is_within(part, silent, node)
    ]


def _is_within(part: LexborNode, silent: set[int], root: LexborNode) -> bool:
    here = part.parent
    while here is not None and here.mem_id != root.mem_id:
        if here.mem_id in silent:
            return True
        here = here.parent
    return False
