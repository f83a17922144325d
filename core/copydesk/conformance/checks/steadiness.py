"""Checks that a result depends on the page alone, and that reading one leaves no trace."""

import pickle
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from itertools import cycle

from copydesk.conformance.trial import elsewhere
from copydesk.conformance.trial.confined import confined
from copydesk.conformance.trial.outcomes import difference, told
from copydesk.conformance.trial.subject import Fault, Subject, Trial, desk_like
from copydesk.outcome import Outcome
from copydesk.plugins import why

_THREADS = 4
_PAGES = 16
"""So many readings at least, so that threads are at work at the same time."""


def same_twice(trial: Trial) -> Iterator[Fault]:
    """A result that changes from one reading to the next, of the same page or of the same bytes."""
    one, page = trial.outcome, trial.case.page()
    for other in (trial.edit(page), trial.edit(page)):
        if changed := difference(one, other):
            yield Fault(f"a second reading differs: {changed}", None, told(one), told(other))


def same_in_another_order(subject: Subject) -> Iterator[Fault]:
    """A result that depends on the page before: all cases are read forwards, then backwards, at one desk."""
    desk = desk_like(subject.bench)
    with confined(*subject.folders):
        forwards = [desk.edit(case.page()) for case in subject.cases]
        backwards = [desk.edit(case.page()) for case in reversed(subject.cases)]
    yield from _differing(subject, forwards, backwards[::-1], "read in another order")


def same_in_threads(subject: Subject) -> Iterator[Fault]:
    """A result that changes where four threads read at one desk: a page, or a part of one, kept in the outlet."""
    if not subject.cases:
        return
    desk, times = desk_like(subject.bench), -(-_PAGES // len(subject.cases))
    alone = [trial.outcome for trial in subject.trials]
    with confined(*subject.folders), _busy(), ThreadPoolExecutor(_THREADS) as pool:
        together = list(pool.map(lambda case: desk.edit(case.page()), subject.cases * times))
    yield from _differing(subject, alone * times, together, "read while other threads read")


def same_elsewhere(subject: Subject) -> Iterator[Fault]:
    """
    A result that depends on the machine: time zone, locale, working directory, hash seed.

    All cases are read in one fresh interpreter where all four differ; where a result does too, each
    is tried alone to name the cause.
    """
    if (done := subject.elsewhere) is None:
        return
    if done.answer is None:
        yield Fault(f"reading the cases in another interpreter {done.end}")
        return
    here = [trial.outcome for trial in subject.trials]
    if list(_differing(subject, here, elsewhere.outcomes(done.answer), "")):
        found = [fault for place in elsewhere.PLACES for fault in _at(subject, here, place)]
        everywhere = "in another interpreter"
        yield from found or _differing(subject, here, elsewhere.outcomes(done.answer), everywhere)


def outcome_round_trips(trial: Trial) -> Iterator[Fault]:
    """An outcome that does not come back as it was from pickle or from JSON, as workers and sinks need it."""
    outcome = trial.outcome
    ways: dict[str, Callable[[], Outcome]] = {
        "pickle": lambda: pickle.loads(pickle.dumps(outcome)),  # noqa: S301  # our own
        "JSON": lambda: type(outcome).model_validate_json(outcome.model_dump_json()),
    }
    for how, back in ways.items():
        try:
            changed = difference(outcome, back())
        except Exception as error:  # noqa: BLE001  # whatever stands in the way
            changed = f"cannot be: {why(error)}"
        if changed:
            yield Fault(f"back from {how} it differs: {changed}")


def no_network(trial: Trial) -> Iterator[Fault]:
    """A plugin that reaches for the network while it reads a page; every attempt is refused."""
    _ = trial.outcome
    for attempt in dict.fromkeys(trial.attempts.network):
        yield Fault(f"reading the page tried {attempt}")


def touches_no_files(trial: Trial) -> Iterator[Fault]:
    """
    A plugin that, while it reads a page, writes files, starts programs or reads files of others.

    Its own folder, installed packages, Python and the time zones may be read.
    """
    _ = trial.outcome
    for attempt in dict.fromkeys((*trial.attempts.processes, *trial.attempts.writing)):
        yield Fault(f"reading the page tried {attempt}")
    for path in dict.fromkeys(trial.attempts.reading):
        yield Fault(f"reading the page read {path}")


def reading_leaves_no_trace(subject: Subject) -> Iterator[Fault]:
    """A plugin that changes, while it reads, what others share, such as the locale to read a month's name."""
    done = subject.elsewhere
    for change in done.answer["changes"] if done and done.answer else ():
        yield Fault(f"reading the cases changes what all share: {change}")


def _at(subject: Subject, here: Sequence[Outcome], place: str) -> Iterator[Fault]:
    done = subject.read_elsewhere(subject.cases, (place,))
    if done and done.answer:
        yield from _differing(subject, here, elsewhere.outcomes(done.answer), f"in {place}")


def _differing(
    subject: Subject, usual: Sequence[Outcome], other: Sequence[Outcome], how: str
) -> Iterator[Fault]:
    for case, one, two in zip(cycle(subject.cases), usual, other, strict=False):
        if changed := difference(one, two):
            yield Fault(f"{case.slug} {how} differs: {changed}", expected=told(one), got=told(two))


@contextmanager
def _busy() -> Iterator[None]:
    """Let threads take turns all the time; the desk lends standard output, which is put back."""
    interval, stdout = sys.getswitchinterval(), sys.stdout
    sys.setswitchinterval(1e-5)
    try:
        yield
    finally:
        sys.setswitchinterval(interval)
        sys.stdout = stdout
