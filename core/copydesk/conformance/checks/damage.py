"""Checks that damage to a page gives a typed outcome: an article that says so, or a rejection."""

from collections.abc import Iterator

from copydesk.conformance.cases import Case
from copydesk.conformance.trial import bulk, damage
from copydesk.conformance.trial.outcomes import broken, told
from copydesk.conformance.trial.subject import Fault, NotTried, Subject, Trial
from copydesk.conformance.trial.visible import Visible, children, squeezed
from copydesk.layout import Layout
from copydesk.outcome import Failure, Outcome, Rejection
from copydesk.page import Page
from copydesk.schema import Article

MUCH_MARKUP, MUCH_TEXT = 10 * 2**20, 2**20
"""Bytes of a page that was repeated."""
CLAIM_SECONDS, PAGE_SECONDS = 2, 20
"""A claim's share of a page's time, and the time promised for a page, of one processor."""
_SHOWN = 120
_TENTHS = (0, 3, 6, 9, 10)
"""Where before the body a page is cut: so many tenths of the way to it."""


def empty_page_is_refused(trial: Trial) -> Iterator[Fault]:
    """
    An outlet that makes something of nothing: no bytes, or its own page with an empty body, are a rejection.

    A page that without its body has another layout, such as that of short news, is not tried.
    """
    yield from _something(trial, trial.case.page(b""), "no bytes")
    emptied = _emptied(trial)
    if emptied and trial.outlet and trial.outlet.layout_of(emptied) is trial.layout:
        yield from _something(trial, emptied, "the page with an empty body")


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
                f"the page {cut} became an article",
                expected="a rejection",
                got=outcome.text[:_SHOWN],
            )
        yield from _broken(outcome, cut)


def cut_body_is_partial(trial: Trial) -> Iterator[Fault]:
    """
    A page cut off within its body that passes for a whole one, or makes the plugin raise.

    Of markup it is an article with ``completeness`` partial and the warning ``truncated``. A text
    rendering does not always show that it is cut, and half of one paragraph may be anything's: a
    rejection, or an article that holds text.
    """
    _, middle = _body_of(trial)
    size = _cut_at(trial, middle)
    outcome = trial.edit(trial.case.page(trial.case.content[:size]))
    cut = f"cut after {size} of {len(trial.case.content)} bytes, within its body,"
    yield from _broken(outcome, cut)
    if isinstance(outcome, Article):
        yield from _passes_for_whole(outcome, trial.page, cut)
    elif not trial.page.is_text and len(trial.article.body) > 1:
        yield Fault(
            f"the page {cut} became no article: {outcome.reason}", None, "article", told(outcome)
        )


def survives_cuts(trial: Trial) -> Iterator[Fault]:
    """A plugin that raises where a page, cut at each tenth of its bytes, ends too soon."""
    for how, content in damage.cuts(trial.case.content):
        yield from _broken(trial.edit(trial.case.page(content)), how)


def survives_lost_tags(trial: Trial) -> Iterator[Fault]:
    """A plugin that raises where every tenth tag is missing; each tag is missing once."""
    for how, content in damage.without_tags(_markup(trial)):
        yield from _broken(trial.edit(trial.case.page(content)), how)


def survives_wrong_charset(trial: Trial) -> Iterator[Fault]:
    """A plugin that raises where letters are no letters: the page was taken for one in another encoding, or stored in one."""
    if isinstance(trial.outcome, Failure):
        return
    for how, content in damage.miscoded(trial.page.text):
        yield from _broken(trial.edit(trial.case.page(content)), how)


def survives_nesting(trial: Trial) -> Iterator[Fault]:
    """A plugin that raises, or recurses without end, where the page stands in 1,900 elements; in 2,100 it is refused."""
    if trial.page.is_text:
        return
    for depth in damage.DEPTHS:
        outcome = trial.edit(trial.case.page(damage.nested(trial.case.content, depth)))
        yield from _broken(outcome, f"within {depth:,} elements")


def survives_bulk(subject: Subject) -> Iterator[Fault]:
    """
    A plugin that raises or takes too long where there is much: a rule whose time grows with the square.

    Its largest page is repeated to 10 MB and its largest text to 1 MB, each read in 20 seconds; of
    50,000 paragraphs beside each other, which are nobody's page, each outlet's claim takes 2.
    """
    chosen = list(_largest(subject))
    if (done := subject.read_much(chosen)) is None:
        return
    if done.answer is None:
        yield Fault(f"reading much {done.end}")
        return
    for outlet, seconds in done.answer["claims"].items():
        if seconds > CLAIM_SECONDS:
            what = f"{bulk.SIBLINGS:,} paragraphs"
            yield Fault(
                f"the claim of {outlet} takes too long for {what}",
                None,
                *_times(CLAIM_SECONDS, seconds),
            )
    for (case, size), found in zip(chosen, done.answer["pages"], strict=True):
        what = f"{case.slug}, repeated to {size:,} bytes"
        if found["seconds"] > PAGE_SECONDS:
            yield Fault(
                f"reading {what}, takes too long", None, *_times(PAGE_SECONDS, found["seconds"])
            )
        yield from (Fault(f"reading {what}: {problem}") for problem in found["broken"])


def _largest(subject: Subject) -> Iterator[tuple[Case, int]]:
    for is_text, size in ((False, MUCH_MARKUP), (True, MUCH_TEXT)):
        articles = (trial for trial in subject.trials if isinstance(trial.outcome, Article))
        alike = [trial.case for trial in articles if trial.page.is_text is is_text]
        if alike:
            yield max(alike, key=lambda case: len(case.content)), size


def _times(most: float, seconds: float) -> tuple[str, str]:
    return f"{most:g} s at most", f"{seconds:.1f} s"


def _something(trial: Trial, page: Page, how: str) -> Iterator[Fault]:
    outcome = trial.edit(page)
    if not isinstance(outcome, Rejection):
        got = outcome.text[:_SHOWN] if isinstance(outcome, Article) else told(outcome)
        yield Fault(f"{how} became this", expected="a rejection", got=got)


def _emptied(trial: Trial) -> Page | None:
    """Take all that is in the body's element out of the page; None where no layout has one."""
    if not (isinstance(trial.outcome, Article) and isinstance(trial.layout, Layout)):
        return None
    page = trial.case.page()
    if (element := trial.layout.body_element(page)) is None:
        return None
    for node in list(children(element)):
        node.decompose()
    return trial.case.page((page.tree.html or "").encode())


def _markup(trial: Trial) -> str:
    """Give the page's markup; nothing of a text, or where it cannot be read."""
    return "" if trial.page.is_text or isinstance(trial.outcome, Failure) else trial.page.text


def _passes_for_whole(article: Article, page: Page, cut: str) -> Iterator[Fault]:
    if not article.text:
        yield Fault(f"the page {cut} became an article without text")
    if page.is_text:
        return
    if article.completeness != "partial":
        yield Fault(f"the page {cut} passes for whole", None, "partial", article.completeness)
    if "truncated" not in {warning.code for warning in article.warnings}:
        yield Fault(f"the page {cut} has no warning", None, "truncated", "no such warning")


def _broken(outcome: Outcome, how: str) -> Iterator[Fault]:
    for what in broken(outcome):
        yield Fault(f"the page {how}: {what}")


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
