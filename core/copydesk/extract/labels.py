"""What an element's classes and its id call it."""

import re

from selectolax.lexbor import LexborNode

_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")


def label_of(node: LexborNode) -> str:
    """Give the classes and the id of a node, as printed; a space alone for one without."""
    attributes = node.attributes  # ``attrs`` is faster, and raises for the document
    return f"{attributes.get('class') or ''} {attributes.get('id') or ''}"


def with_hyphens(label: str) -> str:
    """Part the words of ``teaserBox`` as those of ``teaser-box`` are."""
    return label if label.islower() else _HUMP.sub("-", label)
