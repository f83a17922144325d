"""Credits that any outlet may use become steps of the syndication chain."""

import pytest

from copydesk.extract.found import Found, Trace
from copydesk.extract.syndication import syndication
from copydesk.schema import Block, Paragraph


def body(*texts: str) -> list[Found[Block]]:
    return [
        Found(Paragraph(id=f"b{n}", text=text), Trace("text", f"L{n}", text))
        for n, text in enumerate(texts, 1)
    ]


@pytest.mark.parametrize(
    ("texts", "relation", "party", "words"),
    [
        (("KYIV (Reuters) - The ferry sails.", "Rest."), "supplied_by", "Reuters", "KYIV (Reuters) -"),
        (("The ferry sails, quoted by AFP.", "Rest."), "quotes", "AFP", "quoted by AFP"),
        (("Text.", "More.", "Source: Harbour Post"), "republished_from", "Harbour Post", "Source: Harbour Post"),
        (("Text.", "More.", "المصدر: تاس"), "republished_from", "تاس", "المصدر: تاس"),
        (("文。", "又。", "来源：港口日报"), "republished_from", "港口日报", "来源：港口日报"),
        (("ข่าว", "ต่อ", "ที่มา: ท่าเรือโพสต์"), "republished_from", "ท่าเรือโพสต์", "ที่มา: ท่าเรือโพสต์"),
    ],
)  # fmt: skip
def test_a_credit_is_a_step(texts: tuple[str, ...], relation: str, party: str, words: str) -> None:
    """Relation, party and the words that say so."""
    (step,) = syndication(body(*texts))
    assert step.value.party is not None
    assert (step.value.relation, step.value.party.name, step.value.text) == (relation, party, words)


def test_prose_is_no_credit() -> None:
    """A sentence about a source, or an agency named in the middle, credits nobody."""
    assert (
        syndication(body("The source: a spring.", "Reuters was founded in 1851.", "It ended."))
        == ()
    )
