"""Checks that a result does not depend on luck, and that damage gives a typed outcome."""

from collections.abc import Iterator

from copydesk.conformance.subject import Fault, NotTried, Trial
from copydesk.conformance.visible import Visible, squeezed
from copydesk.outcome import Failure, Outcome
from copydesk.page import Page
from copydesk.schema import Article

_TENTHS = (0, 3, 6, 9, 10)
"""Where before the body a page is cut: so many tenths of the way to it."""


def same_twice(trial: Trial) -> Iterator[Fault]:
    """A result that changes from one reading of the same bytes to the next."""
    again = trial.edit(trial.case.page())
    if again != trial.outcome:
        yield Fault(
            f"a second reading differs: {_difference(trial.outcome, again)}",
            expected=_told(trial.outcome),
            got=_told(again),
        )


def no_network(trial: Trial) -> Iterator[Fault]:
    """A plugin that reaches for the network while it reads a page; every attempt is refused."""
    _ = trial.outcome
    for attempt in dict.fromkeys(trial.attempts):
        yield Fault(f"reading the page tried {attempt}")


def empty_page_is_refused(trial: Trial) -> Iterator[Fault]:
    """An outlet that makes something of nothing: no bytes are a Rejection ``empty``."""
    for content in (b"", b" \n"):
        outcome = trial.edit(trial.case.page(content))
        if _told(outcome) != "rejection empty":
            yield Fault(
                f"{len(content)} bytes of nothing", expected="rejection empty", got=_told(outcome)
            )


def cut_before_body_is_refused(trial: Trial) -> Iterator[Fault]:
    """A page cut off before its body that becomes an article all the same, or a plugin's error."""
    body, _ = _body_of(trial)
    end = _cut_at(trial, body.start)
    for tenths in _TENTHS:
        size = end * tenths // 10
        outcome = trial.edit(trial.case.page(trial.case.content[:size]))
        cut = f"cut after {size} of {len(trial.case.content)} bytes, before its body,"
        if isinstance(outcome, Article):
            yield Fault(
                f"the page {cut} became an article", expected="a rejection", got=outcome.text[:120]
            )
        yield from _plugin_errors(outcome, cut)


def cut_body_is_partial(trial: Trial) -> Iterator[Fault]:
    """
    A page cut off within its body that passes for a whole one, or makes the plugin raise.

    Of markup it is an article with ``completeness`` partial and the warning ``truncated``. A text
    rendering does not always show that it is cut: a rejection, or an article that holds text.
    """
    _, middle = _body_of(trial)
    size = _cut_at(trial, middle)
    outcome = trial.edit(trial.case.page(trial.case.content[:size]))
    cut = f"cut after {size} of {len(trial.case.content)} bytes, within its body,"
    yield from _plugin_errors(outcome, cut)
    if isinstance(outcome, Article):
        yield from _passes_for_whole(outcome, trial.page, cut)
    elif not trial.page.is_text:
        yield Fault(
            f"the page {cut} became no article: {outcome.reason}", None, "article", _told(outcome)
        )


def _passes_for_whole(article: Article, page: Page, cut: str) -> Iterator[Fault]:
    if not article.text:
        yield Fault(f"the page {cut} became an article without text")
    if page.is_text:
        return
    if article.completeness != "partial":
        yield Fault(f"the page {cut} passes for whole", None, "partial", article.completeness)
    if "truncated" not in {warning.code for warning in article.warnings}:
        yield Fault(f"the page {cut} has no warning", None, "truncated", "no such warning")


def _plugin_errors(outcome: Outcome, cut: str) -> Iterator[Fault]:
    if isinstance(outcome, Failure) and outcome.code == "plugin_error":
        yield Fault(f"the page {cut} makes plugin {outcome.plugin} raise: {outcome.reason}")
    for warning in outcome.warnings if isinstance(outcome, Article) else ():
        if warning.code == "plugin_error":
            yield Fault(f"the page {cut}: {warning.detail}")


def _body_of(trial: Trial) -> tuple[range, int]:
    """Give where in the visible page the body stands, and where the block in its middle does."""
    found: list[range] = []
    for line in trial.article.text.splitlines():
        place = trial.visible.find(squeezed(line), found[-1].stop if found else 0)
        if place is not None:
            found.append(place)
    if not found:
        raise NotTried(
            "no block stands in the visible page, so that it cannot be cut before or in one"
        )
    middle = found[len(found) // 2]
    return range(found[0].start, found[-1].stop), (middle.start + middle.stop) // 2


def _cut_at(trial: Trial, position: int) -> int:
    """Find, by halving, the most bytes of the page that show no more than so much of its text."""
    content, low, high = trial.case.content, 0, len(trial.case.content)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (
            (middle, high) if _shown(trial, content[:middle]) <= position else (low, middle - 1)
        )
    return low


def _shown(trial: Trial, content: bytes) -> int:
    page = Page(content, media_type=trial.page.media_type, charset=trial.page.charset)
    return len(Visible.of(page).text)


def _difference(one: Outcome, other: Outcome) -> str:
    if type(one) is not type(other):
        return "another kind of outcome"
    names = [n for n in type(one).model_fields if getattr(one, n) != getattr(other, n)]
    return ", ".join(names)


def _told(outcome: Outcome) -> str:
    return (
        f"article {outcome.headline!r}"
        if isinstance(outcome, Article)
        else f"{outcome.type} {outcome.code}"
    )
