"""Which other outlet a text says it comes from, in words that any outlet may use."""

import re
from collections.abc import Iterator, Sequence

from copydesk.extract.found import Found
from copydesk.schema import Block, Paragraph, Party, Syndication

_AGENCIES = (
    r"(?:Reuters|AP|Associated Press|AFP|Agence France-Presse|dpa|EFE|ANSA|TASS|Interfax|Xinhua|UNIAN|Ukrinform"
    r"|IRNA|Mehr|Tasnim|ISNA|Anadolu|PTI|ANI|Kyodo|Yonhap|Bloomberg|UPI|PAP|APA|CP|PA Media)"
)
_FIRST = (("supplied_by", re.compile(rf"^[^()]{{0,60}}\((?P<party>{_AGENCIES})\)\s*[-–—]")),)
_ANYWHERE = (
    (
        "quotes",
        re.compile(rf"\b(?:quoted by|citing|as quoted by) (?:the )?(?P<party>{_AGENCIES})\b"),
    ),
)
_LAST = (
    (
        "republished_from",
        re.compile(
            r"^(?:Source|Quelle|Источник|Джерело|Fuente|Fonte|المصدر|منبع|Kaynak|来源|來源|出典|출처|ที่มา|Nguồn|Sumber|Πηγή|წყარო|Աղբյուր|स्रोत|সূত্র|ماخذ|Крыніца|מקור)\s*[:：]\s*(?P<party>[^.:/]{2,60})\.?$",
            re.IGNORECASE,
        ),
    ),
    (
        "republished_from",
        re.compile(r"^(?:\([cC]\)|©)\s*(?P<party>[^\d,.]{2,40}?),?\s*(?:\d{4})?\.?$"),
    ),
)


SEARCHED = 2
"""So many blocks at the beginning of a body may have credits, and so many at its end."""


def syndication(body: Sequence[Found[Block]]) -> tuple[Found[Syndication], ...]:
    """Read the credits in a body's first and last paragraphs; one for each relation and party."""
    once: dict[tuple[str, str], Found[Syndication]] = {}
    for step in _steps(body):
        party = step.value.party.name.casefold() if step.value.party else ""
        once.setdefault((step.value.relation, party), step)
    return tuple(once.values())


def _steps(body: Sequence[Found[Block]]) -> Iterator[Found[Syndication]]:
    for block in body[:SEARCHED]:
        yield from _matches(block, (*_FIRST, *_ANYWHERE))
    for block in body[-SEARCHED:]:
        yield from _matches(block, _LAST)


def _matches(
    block: Found[Block], patterns: Sequence[tuple[str, re.Pattern[str]]]
) -> Iterator[Found[Syndication]]:
    if not isinstance(block.value, Paragraph):
        return
    for relation, pattern in patterns:
        if found := pattern.search(block.value.text):
            party = Party(name=found["party"].strip(), kind="organization")
            step = Syndication(relation=relation, party=party, text=found[0].strip())  # type: ignore[arg-type]
            yield Found(step, block.trace)
