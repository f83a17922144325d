"""Checks of the text against the page alone: it stands there, all of it, and nothing else."""

import re
from collections import defaultdict
from collections.abc import Iterator

from copydesk.conformance.trial.accounting import account
from copydesk.conformance.trial.outcomes import evidence_of, short
from copydesk.conformance.trial.subject import Fault, NotTried, Subject, Trial
from copydesk.conformance.trial.visible import squeezed
from copydesk.extract.phrases import furniture_in
from copydesk.page import Page
from copydesk.schema import Article, lines_of
from copydesk.schema.base import Model

_LEAST = 0.9
"""The share of the text under the body's element that has to be accounted for."""

_COMMENT = (
    ".comment-content, .comment-body, .comment-text, [itemprop~=comment], [itemprop~=commentText]"
)
_AS_IT_IS = frozenset({"provenance", "source", "warnings", "url", "canonical_url", "href", "raw"})
"""Fields that hold addresses, or the page's own words unchanged."""

_SENTENCE, _LISTED = 40, 5
_ENTITY = re.compile(r"&(?:[a-zA-Z][a-zA-Z0-9]{1,30}|#\d{1,7}|#[xX][0-9a-fA-F]{1,6});")
_TAG = re.compile(r"</?[a-zA-Z][a-zA-Z0-9-]{0,20}(?:\s[^<>]{0,200})?/?>")


def text_stands_on_page(trial: Trial) -> Iterator[Fault]:
    """
    A block whose text the page does not show, shows hidden, or shows in another order.

    What drop rules leave out from within a paragraph may be missing; nothing may be added.
    """
    position = 0
    for number, block in enumerate(trial.article.body):
        for line in lines_of(block):
            words = squeezed(line)
            if found := trial.visible.find(words, position):
                position = found.stop
                continue
            is_earlier = trial.visible.find(words) is not None
            why = "only before what precedes it in the body" if is_earlier else "nowhere"
            evidence = evidence_of(trial.article, f"/body/{number}")
            yield Fault(
                f"/body/{number} stands {why} in the visible page",
                None,
                None,
                short(line),
                evidence,
            )


def text_is_accounted_for(trial: Trial) -> Iterator[Fault]:
    """
    Text that is lost: less than nine tenths of what the body's element shows is in the article or under a drop rule.

    What is not is listed, longest first. It is tried where the layout names the body.
    """
    if trial.layout is None:
        raise NotTried("no layout reads the page, so that no element is declared to be the body")
    found = account(trial.layout, trial.page, trial.article)
    if found is None:
        raise NotTried(f"layout {trial.layout.name} declares no body")
    if found.share >= _LEAST:
        return
    lost = sorted(found.lost, key=len, reverse=True)[:_LISTED]
    listed = "; ".join(f"“{short(words)}”" for words in lost)
    yield Fault(
        f"neither in the article nor under a drop rule: {listed}",
        expected=f"{_LEAST:.0%} of the text under the body's element accounted for",
        got=f"{found.share:.1%}",
    )


def no_title_in_body(trial: Trial) -> Iterator[Fault]:
    """The headline, a caption or a picture's credit that stands in the body as a paragraph or a heading."""
    article = trial.article
    known = {squeezed(article.headline): "the headline"}
    for number, image in enumerate(article.images):
        for name in ("caption", "credit"):
            if words := getattr(image, name):
                known[squeezed(words)] = f"the {name} of /images/{number}"
    for pointer, line in _lines(article):
        if what := known.get(squeezed(line)):
            yield Fault(
                f"{pointer} is {what}", got=short(line), evidence=evidence_of(article, pointer)
            )


def no_furniture_in_body(trial: Trial) -> Iterator[Fault]:
    """A line of the body that belongs to the page's frame: read also, subscribe, share, leave a reply."""
    for pointer, line in _lines(trial.article):
        if phrase := furniture_in(line):
            yield Fault(
                f"{pointer} has the words “{phrase}”, which pages put around their articles; drop it",
                got=short(line),
                evidence=evidence_of(trial.article, pointer),
            )


def no_comment_in_body(trial: Trial) -> Iterator[Fault]:
    """
    A reader's words in the body.

    They are those of the article's comments and, whether or not the layout has a rule for these, of
    elements whose class or ``itemprop`` says that they hold a comment's text.
    """
    comments = trial.article.comments
    said = {squeezed(line) for comment in comments for line in comment.text.splitlines()}
    said.update(_marked_as_comments(trial.page))
    for pointer, line in _lines(trial.article):
        if squeezed(line) in said:
            yield Fault(
                f"{pointer} is a reader's comment",
                got=short(line),
                evidence=evidence_of(trial.article, pointer),
            )


def no_markup_left(trial: Trial) -> Iterator[Fault]:
    """A tag or an entity in a value, where the page shows none: markup escaped twice, or not resolved."""
    for pointer, words in _strings(trial.article):
        for found in (*_ENTITY.finditer(words), *_TAG.finditer(words)):
            if trial.visible.find(squeezed(found[0])) is None:
                yield Fault(f"{pointer} holds the markup {found[0]!r}", got=short(words))


def cases_share_no_text(subject: Subject) -> Iterator[Fault]:
    """A paragraph that stands in two cases of one outlet: it belongs to every page, not to the article."""
    places: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for trial in subject.trials:
        if isinstance(trial.outcome, Article):
            for pointer, line in _lines(trial.outcome):
                if len(words := squeezed(line)) >= _SENTENCE:
                    places[trial.case.facts.outlet, words].append((trial.case.slug, pointer))
    for (outlet, _), found in places.items():
        if len({slug for slug, _ in found}) > 1:
            where = ", ".join(f"{slug} {pointer}" for slug, pointer in found)
            yield Fault(f"one paragraph in several cases of {outlet}: {where}")


def _lines(article: Article) -> Iterator[tuple[str, str]]:
    for number, block in enumerate(article.body):
        for line in lines_of(block):
            yield f"/body/{number}", line


def _marked_as_comments(page: Page) -> Iterator[str]:
    """Give the paragraphs of what the page's markup calls a comment's text."""
    for node in () if page.is_text else page.tree.css(_COMMENT):
        for part in node.css("p") or [node]:
            if len(words := squeezed(part.text(separator=" "))) >= _SENTENCE:
                yield words


def _strings(article: Article) -> Iterator[tuple[str, str]]:
    """Give every string of an article but addresses and what is copied from the page as it is."""
    pending: list[tuple[str, object]] = [("", article)]
    while pending:
        pointer, value = pending.pop()
        match value:
            case str():
                yield pointer, value
            case tuple() | list():
                pending += [(f"{pointer}/{n}", part) for n, part in enumerate(value)]
            case dict():
                pending += [(f"{pointer}/{key}", part) for key, part in value.items()]
            case Model():
                names = [name for name in type(value).model_fields if name not in _AS_IT_IS]
                pending += [(f"{pointer}/{name}", getattr(value, name)) for name in names]
