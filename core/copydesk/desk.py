"""The desk: one page in, one outcome out, whatever happens on the way."""

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import redirect_stdout, suppress
from os import PathLike
from typing import Any

from copydesk import loading, plugins, reading, settings
from copydesk.claims import Candidate, best, sound
from copydesk.errors import Refused
from copydesk.extract import judge
from copydesk.generic import Generic
from copydesk.outcome import Failure, Outcome, Rejection
from copydesk.outlet import Claim, Outlet, host_claim
from copydesk.page import Page, give_back
from copydesk.plugins import CORE, Plugin, Plugins, why
from copydesk.schema import Article, Warning, clean_text  # noqa: A004  # the schema's own

_NOBODY = "no outlet claims this page"
_BENCHED = "left out after ten faults in a row; mend it, and read this page again"
_LARGE, _MANY = 4 * 2**20, 4_000
"""
Bytes of a page, or places of an article that have evidence, from which on its memory is given back.

It takes a few milliseconds, and the next page some more to have memory again.
"""

BENCHED_AFTER = 10
"""So many faults of one plugin in a row, and it reads no further page of this desk."""


class Desk:
    """
    Edits pages into articles; loads plugins once, keeps nothing of a page.

    A plugin that raises ten times in a row is benched for the rest of the desk's life, of which
    pages of its hosts tell. What one prints goes to standard error: standard output is copydesk's
    alone.
    """

    def __init__(
        self, config: str | PathLike[str] | None = None, outlets: Iterable[Outlet] | None = None
    ) -> None:
        """
        Load the plugins.

        Args:
            config: Path of a plugins.toml; without it, it is looked for (see docs/cli.md).
            outlets: Take these instead of the installed plugins; ``generic`` comes last all the same.

        Raises:
            SettingsError: if plugins.toml is wrong.
        """
        if outlets is None:
            self.plugins = loading.load(settings.load(config))
        else:
            given = [Plugin(outlet.name, None, "given", outlets=(outlet,)) for outlet in outlets]
            self.plugins = Plugins((*given, Plugin(CORE, None, CORE, outlets=(Generic(),))))
        self._faults = Counter[str]()

    @property
    def outlets(self) -> tuple[Outlet, ...]:
        """All outlets, in the order in which ties are decided; ``generic`` is the last."""
        return tuple(outlet for _, outlet in self.plugins.outlets())

    def edit(self, page: Page) -> Outcome:
        """
        Make a page an article, or say why it is none.

        A page of very much is forgotten then: its tree is made anew if it is asked for.

        Returns:
            An ``Article``; a ``Rejection``, if the page was read and is no article; a ``Failure``,
            if it could not be told. Never raises for what is on the page or what a plugin does.
        """
        outcome = self._outcome(page)
        if len(page.content) > _LARGE or _is_of_many_parts(outcome):
            with suppress(MemoryError):
                page.forget()
                give_back()
        return outcome

    def claims(self, page: Page) -> tuple[Candidate, ...]:
        """
        Give every claim on a page, the winner first.

        Ties go by the order of plugins.toml, then third-party before bundled, then name.

        Raises:
            Refused: if the page cannot be decoded or parsed within the limits.
        """
        _ = page.text if page.is_text else page.tree
        return self._claims(page, [])

    def _outcome(self, page: Page) -> Outcome:
        try:
            if verdict := judge.before_reading(page):
                return _rejection(page, verdict, None)
            return self._edited(page)
        except Refused as error:
            return _failure(page, error.code, error.stage, error.reason)
        except RecursionError:
            return _failure(page, "too_deep", "parse", "the page nests deeper than can be read")
        except MemoryError:
            return _failure(page, "memory", "parse", "the page needs more memory than there is")
        except Exception as error:  # noqa: BLE001  # the promise holds whatever was overlooked
            reason = f"copydesk itself is at fault: {why(error)}"
            return _failure(page.anew(), "crashed", "run", reason)

    def _edited(self, page: Page) -> Outcome:
        notes: list[Warning] = []
        candidates = self._claims(page, notes)
        notes.extend(_tie(candidates))
        outcome: Outcome | None = None
        for candidate in candidates:
            outcome = self._by(candidate, page, notes)
            if not isinstance(outcome, Failure):
                break
            notes.append(_note(outcome.reason, candidate.plugin))
            page = page.anew()  # the plugin may have changed the tree before it broke
        return _with_notes(outcome or _failure(page, "plugin_error", "claim", _NOBODY), notes)

    def _claims(self, page: Page, notes: list[Warning]) -> tuple[Candidate, ...]:
        with redirect_stdout(sys.stderr):
            found = [
                Candidate(plugin, outlet, claim)
                for plugin, outlet in self.plugins.outlets()
                if (claim := self._claim(plugin, outlet, page, notes))
            ]
        return tuple(sorted(found, key=lambda c: -c.claim.confidence))

    def _claim(
        self, plugin: Plugin, outlet: Outlet, page: Page, notes: list[Warning]
    ) -> Claim | None:
        if self._is_benched(plugin):
            if host_claim(outlet.hosts, page.url):
                notes.append(_note(_BENCHED, plugin))
            return None
        try:
            return sound(outlet.claim(page))
        except KeyboardInterrupt:
            raise
        except BaseException as error:  # noqa: BLE001  # SystemExit too is a plugin's fault, not ours
            self._faults[plugin.name] += 1
            notes.append(_note(f"claim of {outlet.name}: {why(error)}", plugin))
            return None

    def _by(self, candidate: Candidate, page: Page, notes: list[Warning]) -> Outcome:
        plugin, outlet = candidate.plugin, candidate.outlet
        try:
            with redirect_stdout(sys.stderr):
                values = reading.read(page, outlet, plugin.name)
            outcome = _validated(values, page, outlet, notes)
        except (KeyboardInterrupt, MemoryError):
            raise
        except BaseException as error:  # noqa: BLE001  # as above
            self._faults[plugin.name] += 1
            return _failure(
                page.anew(), "plugin_error", "edit", f"outlet {outlet.name}: {why(error)}", plugin
            )
        self._faults[plugin.name] = 0
        if not isinstance(outcome, Article):
            return outcome
        return self._judged(self._refined(outcome, page), page)

    def _refined(self, article: Article, page: Page) -> Article:
        for plugin in self.plugins.working:
            if "refine_article" not in plugin.hooks or self._is_benched(plugin):
                continue
            try:
                with redirect_stdout(sys.stderr):
                    refined = plugins.call(plugin, "refine_article", article=article, page=page)
                article = _checked(refined) if refined is not None else article
            except KeyboardInterrupt:
                raise
            except BaseException as error:  # noqa: BLE001  # as above
                self._faults[plugin.name] += 1
                note = _note(f"refine_article: {why(error)}", plugin)
                article = article.model_copy(update={"warnings": (*article.warnings, note)})
        return article

    def _judged(self, article: Article, page: Page) -> Outcome:
        verdict = judge.of_article(article, page)
        return _rejection(page, verdict, article.outlet) if verdict else article

    def _is_benched(self, plugin: Plugin) -> bool:
        return plugin.name != CORE and self._faults[plugin.name] >= BENCHED_AFTER


def _is_of_many_parts(outcome: Outcome) -> bool:
    """Tell an article that is nearly all of its page, which then took thirty times its size."""
    return isinstance(outcome, Article) and len(outcome.provenance) > _MANY


def _validated(values: dict[str, Any], page: Page, outlet: Outlet, notes: list[Warning]) -> Outcome:
    if not values.get("headline") or not values.get("body"):
        found = _rejection(page, judge.without_body(page), outlet.name)
        return found.model_copy(update={"warnings": values.get("warnings", ())})
    values["warnings"] = (*values.get("warnings", ()), *notes)
    return Article.model_validate(
        {name: value for name, value in values.items() if value is not None}
    )


def _checked(article: object) -> Article:
    """Validate what a refiner returned: ``model_copy`` does not, and the hash may be stale."""
    if not isinstance(article, Article):
        raise TypeError(f"refine_article returned {type(article).__name__}, not an Article")
    data = article.model_dump(mode="python")
    del data["content_hash"]
    return Article.model_validate(data)


def _tie(candidates: tuple[Candidate, ...]) -> Iterator[Warning]:
    names = [candidate.outlet.name for candidate in best(candidates)]
    if len(names) > 1:
        detail = f"{' and '.join(names)} claim the page alike; {names[0]} comes first"
        yield Warning(code="ambiguous_claim", detail=detail)


def _note(reason: str, plugin: Plugin) -> Warning:
    who = " ".join(filter(None, (plugin.name, plugin.version)))
    return Warning(code="plugin_error", detail=clean_text(f"plugin {who}: {reason}") or who)


def _with_notes(outcome: Outcome, notes: list[Warning]) -> Outcome:
    """Let a page that is no article tell, too, whose faults it was handed on from."""
    if isinstance(outcome, Article) or not notes:
        return outcome
    return outcome.model_copy(update={"warnings": (*outcome.warnings, *notes)})


def _rejection(page: Page, verdict: judge.Verdict, outlet: str | None) -> Rejection:
    return Rejection(
        source=clean_text(page.source or ""),
        url=page.url,
        code=verdict.code,
        reason=clean_text(verdict.reason) or verdict.code,
        outlet=outlet,
    )


def _failure(
    page: Page, code: str, stage: str, reason: str, plugin: Plugin | None = None
) -> Failure:
    return Failure(
        source=clean_text(page.source or ""),
        url=page.url,
        code=code,  # type: ignore[arg-type]
        stage=stage,  # type: ignore[arg-type]
        reason=clean_text(reason) or code,
        plugin=plugin.name if plugin else None,
    )
