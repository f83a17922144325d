"""Classes and ids as words."""

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from copydesk.extract.labels import label_of, with_hyphens


def test_labels_up_to_the_document() -> None:
    """Whoever climbs from an element meets the document, which has no attributes."""
    here: LexborNode | None = LexborHTMLParser("<body class=home><p class='a b' id=C>x").css_first(
        "p"
    )
    found = []
    while here is not None:
        found.append(label_of(here))
        here = here.parent
    assert found == ["a b C", "home ", " ", " "]


@pytest.mark.parametrize(
    ("label", "parted"), [("teaserBox", "teaser-Box"), ("post-tags", "post-tags"), ("NAV", "NAV")]
)
def test_humps(label: str, parted: str) -> None:
    """Words that a capital parts are parted as by a hyphen."""
    assert with_hyphens(label) == parted
