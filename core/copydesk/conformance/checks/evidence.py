"""Checks of the evidence: it is there, leads somewhere, replays, and gives the value."""

import re
from collections.abc import Callable, Iterator
from urllib.parse import unquote

from copydesk.conformance.trial.outcomes import short
from copydesk.conformance.trial.replay import Replay
from copydesk.conformance.trial.subject import Fault, Trial
from copydesk.conformance.trial.visible import squeezed
from copydesk.schema import (
    Article,
    Comment,
    Evidence,
    Image,
    Party,
    Stamp,
    Syndication,
    lines_of,
)
from copydesk.schema.base import Model

WITNESSED = (
    "headline", "summary", "dateline", "byline", "authors", "published", "modified", "sections",
    "topics", "kind", "access", "publisher", "body", "images", "comments", "syndication",
)  # fmt: skip
"""The fields that come from the page, as its address, its language and its hash need not."""

_MAPPED = frozenset({"kind", "access"})
"""Fields whose value is a term of the schema that the page's own word is translated to."""


def everything_has_evidence(trial: Trial) -> Iterator[Fault]:
    """A value that nothing vouches for: every field and every top-level block says where it stands."""
    article = trial.article
    for field in WITNESSED:
        value = getattr(article, field)
        if isinstance(value, tuple):
            yield from _parts_without_evidence(article, field, value)
        elif value != type(article).model_fields[field].default and not article.provenance.get(
            f"/{field}"
        ):
            yield Fault(f"nothing in provenance says where {field} comes from", got=short(value))


def evidence_leads_somewhere(trial: Trial) -> Iterator[Fault]:
    """Evidence for what the article does not hold: its pointer leads to nothing or to None."""
    for pointer in trial.article.provenance:
        if at(trial.article, pointer) is None:
            yield Fault(f"provenance has {pointer}, where the article holds nothing")


def evidence_replays(trial: Trial) -> Iterator[Fault]:
    """A selector that does not find on the saved page the raw words that it is said to have found."""
    replay = Replay(trial.article, trial.page, trial.outlet)
    for pointer, evidence in _all_evidence(trial.article):
        if problem := replay.problem(evidence):
            yield Fault(f"at {pointer}: {problem}", evidence=evidence)


def raw_gives_value(trial: Trial) -> Iterator[Fault]:
    """A value that is not made of the raw words given for it: other words, a name, a date of nobody."""
    for pointer, evidence in _all_evidence(trial.article):
        value = at(trial.article, pointer)
        if pointer.split("/")[1] in _MAPPED or value is None:
            continue
        if not any(_fits(words, evidence.raw) for words in _words_of(value) or [evidence.raw]):
            yield Fault(
                f"at {pointer}: the value is not in its raw words",
                got=short(value),
                evidence=evidence,
            )


def at(article: Article, pointer: str) -> object:
    """Follow a JSON Pointer into an article; None where it leads nowhere."""
    here: object = article
    for step in pointer.split("/")[1:]:
        match here:
            case tuple() if step.isdecimal() and int(step) < len(here):
                here = here[int(step)]
            case dict():
                here = here.get(step.replace("~1", "/").replace("~0", "~"))
            case Model() if step in type(here).model_fields:
                here = getattr(here, step)
            case _:
                return None
    return here


def _parts_without_evidence(
    article: Article, field: str, parts: tuple[object, ...]
) -> Iterator[Fault]:
    """The whole field may vouch for its parts, but the body: each block has its own."""
    if field != "body" and article.provenance.get(f"/{field}"):
        return
    for number, part in enumerate(parts):
        if not article.provenance.get(f"/{field}/{number}"):
            why = f"nothing in provenance says where /{field}/{number} comes from"
            yield Fault(why, got=short(part))


def _all_evidence(article: Article) -> Iterator[tuple[str, Evidence]]:
    for pointer, entries in article.provenance.items():
        for evidence in entries:
            yield pointer, evidence


def _words_of(value: object) -> list[str]:
    """Give what of a value must be in its raw words; one of several is enough, none asks nothing."""
    for kind, words in _WORDS:
        if isinstance(value, kind):
            return [text for text in words(value) if text]
    return []


_WORDS: tuple[tuple[type, Callable[..., list[str | None]]], ...] = (
    (str, lambda text: [text]),
    (Stamp, lambda stamp: [stamp.raw]),
    (Party, lambda party: [party.name]),
    (Image, lambda image: [image.url, image.caption, image.credit]),
    (Comment, lambda comment: [comment.text]),
    (Syndication, lambda step: [step.text]),
    (tuple, lambda _: []),
    (Model, lambda block: ["\n".join(lines_of(block))]),
)


def _fits(words: str, raw: str) -> bool:
    """Tell whether one holds the other, letters and digits alone, or raw holds every word in order."""
    one, other = _letters(unquote(words)), _letters(unquote(raw))
    if one in other or (other and other in one):
        return True
    start = 0
    for word in words.split():
        found = other.find(_letters(word), start)
        if found < 0:
            return False
        start = found + len(_letters(word))
    return True


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", squeezed(text).casefold())
