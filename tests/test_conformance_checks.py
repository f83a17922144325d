"""The checks are checked: a good outlet passes them all, a bad one fails those that it should."""

import itertools
import json
import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests import bad
from tests.harbour import PAGE, TEXT, Harbour, by_method, by_rules, case_in, subject_of, trial_of

from copydesk import Article, Claim, Desk, Outlet, Page, When
from copydesk.conformance.cases import Case, read
from copydesk.conformance.checks import (
    CHECKS,
    LOADING,
    TRUTH,
    CaseCheck,
    PluginCheck,
    catches,
    loading,
    named,
)
from copydesk.conformance.checks import evidence as evidence_checks
from copydesk.conformance.checks import text as text_checks
from copydesk.conformance.suite import Test, case_tests, plugin_tests
from copydesk.conformance.trial import probe, strangers
from copydesk.conformance.trial.subject import Subject
from copydesk.errors import UsageError
from copydesk.plugins import Plugin
from copydesk.schema import Comment, Evidence, Image, Paragraph, Party, Stamp, Syndication


def suite(case: Case, *outlets: Outlet, foreign: tuple[Case, ...] = ()) -> dict[str, Test]:
    """Every test of a case, and of the first outlet as a plugin, by name."""
    subject = subject_of(case, *outlets, foreign=foreign)
    tests: list[Test] = [*plugin_tests(subject), *case_tests(subject, case)]
    return {test.name: test for test in tests}


def failing(case: Case, *outlets: Outlet) -> set[str]:
    """The tests of the case that fail; the plugin as a whole is that of ``test_good``."""
    found = case_tests(subject_of(case, *outlets), case)
    return {test.name for test in found if test.run().status == "failed"}


def whys(case: Case, check: str, *outlets: Outlet) -> list[str]:
    """What one test finds."""
    return [fault.why for fault in suite(case, *outlets)[check].run().faults]


def with_golden(case: Case, **changes: object) -> Case:
    """The case with other values recorded; None takes a field out."""
    data = {**json.loads(case.file.read_text()), **changes}
    kept = {name: value for name, value in data.items() if value is not None}
    case.file.write_text(json.dumps(kept))
    return read(case.folder)


@pytest.mark.parametrize("page", [PAGE, TEXT])
def test_good(tmp_path: Path, page: str) -> None:
    """A good outlet passes every check on marked-up pages and on text."""
    found = suite(case_in(tmp_path, page))
    assert {test.run().status for test in found.values()} == {"passed"}
    assert {"published", "images"} <= set(found) or page == TEXT


@pytest.mark.parametrize("check", CHECKS, ids=named)
def test_docstrings(check: CaseCheck | PluginCheck) -> None:
    """Every check says in a sentence what it catches."""
    assert catches(check).endswith(".")


def test_names_are_unique() -> None:
    """A name tells a check."""
    assert len({named(check) for check in CHECKS}) == len(CHECKS)


# -- loading


def plugin_at(file: Path, code: str) -> Subject:
    file.write_text(code)
    plugin = Plugin("bad", None, str(file))
    return Subject(plugin, Desk(outlets=[]))


@pytest.mark.parametrize(
    ("code", "why"),
    [
        ("import no_such_module_anywhere", "ModuleNotFoundError"),
        ("raise SystemExit(3)", "exit code 3"),
        ("import warnings; warnings.warn('old', DeprecationWarning)", "DeprecationWarning: old"),
        ("print('hello')", "prints to standard output"),
    ],
)
def test_imports_cleanly(tmp_path: Path, code: str, why: str) -> None:
    """A module that raises, exits, warns or prints at import is found in a fresh interpreter."""
    subject = plugin_at(tmp_path / "bad.py", code)
    found = [test.run() for test in plugin_tests(subject) if test.name == "imports_cleanly"]
    assert why in found[0].faults[0].why


def test_endless_import(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A module that does not come to an end is given up."""
    monkeypatch.setattr(probe, "SECONDS", 1)
    subject = plugin_at(tmp_path / "bad.py", "import time; time.sleep(60)")
    assert [fault.why for fault in loading.imports_cleanly(subject)] == [
        f"importing {tmp_path}/bad.py takes more than 1 s"
    ]


def test_hooks_fit(tmp_path: Path) -> None:
    """A plugin that is left out says why, and is tried for loading alone."""
    file = tmp_path / "bad.py"
    file.write_text("from copydesk import hookimpl\n@hookimpl\ndef register_outlet(): return []\n")
    settings = tmp_path / "plugins.toml"
    settings.write_text('[plugins.bad]\npath = "bad.py"\n')
    desk = Desk(settings)
    plugin = next(plugin for plugin in desk.plugins.broken if plugin.name == "bad")
    found = {test.name: test.run() for test in plugin_tests(Subject(plugin, desk))}
    assert set(found) == set(map(named, LOADING))
    assert [name for name, result in found.items() if result.status == "failed"] == ["hooks_fit"]
    assert "did you mean register_outlets?" in found["hooks_fit"].faults[0].why


# -- claiming


def test_claims_too_narrow(tmp_path: Path) -> None:
    """An outlet that knows its page by the address alone loses it without one, or says so."""
    shy = by_method(layouts=())
    assert whys(case_in(tmp_path), "wins_own_page", shy)
    told = case_in(tmp_path, slug="told", needs_url=True)
    assert not whys(told, "wins_own_page", shy)


def test_claims_the_wrong_host(tmp_path: Path) -> None:
    """With its address a page is lost to whoever has the host."""

    class Other(Outlet):
        name = "other"
        hosts = ("harbour.example",)

    (why,) = whys(case_in(tmp_path), "wins_own_page", by_method(hosts=()), Other())
    assert why.startswith("with its address the page is won by other at 0.9")
    assert why.endswith("host harbour.example is harbour.example's")


def test_misspelt_outlet(tmp_path: Path) -> None:
    """A case that names an outlet which nobody has fails by that name."""
    case = case_in(tmp_path, outlet="harbor")
    assert "harbor, which nobody has; this plugin has harbour" in whys(case, "wins_own_page")[0]


@pytest.mark.parametrize(
    "page", ["index.html", "shopping-list.txt", "letter.txt", "other-cms.html"]
)
def test_claims_too_wide(tmp_path: Path, page: str) -> None:
    """An outlet that wins a page of nobody's is told which, how surely and why."""

    class Greedy(Harbour):
        def claim(self, page: Page) -> Claim | None:
            return Claim(0.4, ("there are words",)) if page.text else None

    found = whys(case_in(tmp_path), "wins_no_foreign_page", Greedy())
    told = f"the shipped page {page} is won by harbour at 0.40: there are words; narrow"
    assert any(why.startswith(told) for why in found)


def test_claims_another_outlets_case(tmp_path: Path) -> None:
    """Cases of other plugins are tried too, with their address and without."""
    page = PAGE.replace(' class="harbour"', "")
    foreign = case_in(
        tmp_path, page, slug="foreign", outlet="gazette", url="https://gazette.example/1"
    )
    found = suite(case_in(tmp_path), foreign=(foreign,))["wins_no_foreign_page"].run().faults
    assert [fault.why.split(" is won")[0] for fault in found] == [
        "gazette's case foreign without its address"
    ]


def test_shipped_pages() -> None:
    """Every shipped page goes to the generic reader, which knows what it is instead of an article."""
    desk = Desk(outlets=[])
    codes = {
        name: outcome.outlet if isinstance(outcome, Article) else outcome.code
        for file in strangers.FOLDER.iterdir()
        if (name := file.name) != "letter.txt" and (outcome := desk.edit(strangers.page(name)))
    }
    assert codes == {
        "blocked.html": "blocked",
        "category.html": "index",
        "challenge.html": "challenge",
        "consent-german.html": "consent",
        "consent.html": "consent",
        "forum.html": "not_article",
        "gallery.html": "gallery",
        "index.html": "index",
        "login.html": "login",
        "minutes.txt": "not_article",
        "not-found-russian.html": "error_page",
        "not-found.html": "error_page",
        "other-cms-german.html": "generic",
        "other-cms-persian.html": "generic",
        "other-cms-russian.html": "generic",
        "other-cms.html": "generic",
        "other-news.txt": "generic",
        "paywall.html": "paywall",
        "search.html": "search",
        "server-log.txt": "not_article",
        "shop.html": "not_article",
        "shopping-list.txt": "not_article",
        "video.html": "video",
    }


# -- the golden


def test_draft(tmp_path: Path) -> None:
    """A draft fails until a person has looked at it."""
    assert failing(case_in(tmp_path, reviewed=False)) == {"is_reviewed"}


def test_field_differs(tmp_path: Path) -> None:
    """A field that is not what is recorded fails under its own name, and no other."""
    case = with_golden(case_in(tmp_path), topics=["Market", "Roofs"])
    fault = suite(case)["topics"].run().faults[0]
    assert failing(case) == {"topics"}
    assert (fault.expected, fault.got) == ("Roofs", "Council")
    assert fault.evidence
    assert fault.evidence.raw == "Council"


def test_field_is_missing(tmp_path: Path) -> None:
    """A recorded field that is not found fails."""
    case = with_golden(case_in(tmp_path), dateline="Port")
    fault = suite(case)["dateline"].run().faults[0]
    assert (fault.expected, fault.got) == ("Port", "nothing")
    assert failing(case) == {"dateline"}


def test_field_beyond(tmp_path: Path) -> None:
    """What the golden leaves out must be absent."""
    case = with_golden(case_in(tmp_path), topics=None)
    assert failing(case) == {"nothing_beyond_golden"}
    assert whys(case, "nothing_beyond_golden") == ["article.json leaves topics out"]


def test_derived_fields(tmp_path: Path) -> None:
    """A golden need not hold what follows from other fields; where it does, it must be right."""
    case = with_golden(case_in(tmp_path), id=None, content_hash=None)
    assert failing(case) == set()
    assert failing(with_golden(case, id="0123456789abcdef")) == {"id"}


def test_golden_with_defaults_written_out(tmp_path: Path) -> None:
    """A golden may say that a field is empty."""
    case = with_golden(case_in(tmp_path), comments=[], dateline=None, kind="unknown", extras={})
    assert failing(case) == set()


def test_refused_golden(tmp_path: Path) -> None:
    """A golden that the schema refuses is told so, not compared."""
    case = with_golden(case_in(tmp_path), published={"value": "2021-13", "raw": "x"})
    assert failing(case) == {"published"}
    assert "article.json holds what the schema refuses" in whys(case, "published")[0]


def test_no_article(tmp_path: Path) -> None:
    """A page that becomes no article fails once; what looks at the article is not tried."""
    bad = by_rules(body=".nowhere")
    found = suite(case_in(tmp_path), bad)
    assert found["outcome_as_expected"].run().status == "failed"
    headline = found["headline"].run()
    assert headline.status == "not tried"
    assert "no article but a rejection" in (headline.reason or "")


def test_rejection_as_expected(tmp_path: Path) -> None:
    """A page that is to be rejected passes with the right code alone and fails as an article."""
    content = (strangers.FOLDER / "challenge.html").read_text()
    case = case_in(tmp_path, content)
    assert case.golden is None
    assert failing(case) == set()
    case.file.write_text('{"kind": "rejection", "code": "login"}')
    assert failing(read(case.folder)) == {"outcome_as_expected"}
    case.page_file.write_text(PAGE)
    assert failing(read(case.folder)) == {"outcome_as_expected"}


def test_failure_as_expected(tmp_path: Path) -> None:
    """A page that cannot be read at all may be a case too; nobody claims it."""
    case = case_in(tmp_path)
    case.file.unlink()
    (case.folder / "outcome.json").write_text('{"kind": "failure", "code": "binary"}')
    case.page_file.write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(500))
    assert failing(read(case.folder)) == set()


# -- known failures


def test_known_failures(tmp_path: Path) -> None:
    """A declared failure is known, not failed."""
    case = with_golden(case_in(tmp_path, known_failures=["topics"]), topics=["Other"])
    assert suite(case)["topics"].run().status == "known"
    assert failing(case) == set()


def test_known_failure_that_passes(tmp_path: Path) -> None:
    """A declared failure that passes must be taken off the list."""
    case = case_in(tmp_path, known_failures=["topics", "same_twice"])
    assert failing(case) == {"topics", "same_twice"}
    assert "which passes: take it off the list" in whys(case, "topics")[0]


def test_unknown_known_failure(tmp_path: Path) -> None:
    """A declared failure that names nothing is an error with the nearest name."""
    with pytest.raises(
        UsageError, match="'topic' is neither a field nor a check; did you mean topics"
    ):
        failing(case_in(tmp_path, known_failures=["topic"]))


# -- truth, without the golden


def tampered(case: Case, change: Callable[[Article], Article]) -> list[str]:
    """The truth checks that fail where the article was changed after it was read."""
    trial = trial_of(case)
    trial.__dict__["outcome"] = change(trial.article)
    checks = TRUTH
    return [named(check) for check in checks if list(check(trial))]


def evidence(selector: str = "h1", raw: str = "New roof for the market") -> tuple[Evidence, ...]:
    return (Evidence(plugin="harbour", method="css", selector=selector, raw=raw),)


def without(article: Article, pointer: str) -> dict[str, tuple[Evidence, ...]]:
    return {at: found for at, found in article.provenance.items() if at != pointer}


@pytest.mark.parametrize(
    "pointer", ["/headline", "/published", "/topics/1", "/body/2", "/images/0"]
)
def test_no_evidence(tmp_path: Path, pointer: str) -> None:
    """A field, a part or a block that nothing vouches for is found."""
    assert tampered(
        case_in(tmp_path), lambda a: a.model_copy(update={"provenance": without(a, pointer)})
    ) == ["everything_has_evidence"]


def test_evidence_of_the_whole(tmp_path: Path) -> None:
    """One entry vouches for all topics, but not for all blocks."""

    def of_the_whole(article: Article) -> Article:
        kept = {
            p: e for p, e in article.provenance.items() if not p.startswith(("/topics", "/body"))
        }
        given = {"/topics": evidence(".tags", "Market Council"), "/body": evidence(".copy", "")}
        return article.model_copy(update={"provenance": {**kept, **given}})

    assert tampered(case_in(tmp_path), of_the_whole) == ["everything_has_evidence"]


@pytest.mark.parametrize("pointer", ["/dateline", "/topics/7", "/headlines"])
def test_evidence_of_nothing(tmp_path: Path, pointer: str) -> None:
    """Evidence for what is not there is found."""
    assert tampered(
        case_in(tmp_path),
        lambda a: a.model_copy(update={"provenance": {**a.provenance, pointer: evidence()}}),
    ) == ["evidence_leads_somewhere"]


def test_evidence_of_another_place(tmp_path: Path) -> None:
    """Evidence that does not replay is found."""
    assert tampered(
        case_in(tmp_path),
        lambda a: a.model_copy(
            update={"provenance": {**a.provenance, "/headline": evidence("h2")}}
        ),
    ) == ["evidence_replays"]


@pytest.mark.parametrize(
    "change",
    [
        {"headline": "Old roof for the market"},
        {"published": Stamp(value="2021-10-12", raw="12 October 2021")},
        {"authors": (Party(name="Benno Quist"),)},
        {"topics": ("Market", "Fish")},
        {"images": (Image(id="i1", url="https://harbour.example/other.jpg", lead=True),)},
    ],
)
def test_value_of_nobody(tmp_path: Path, change: dict[str, Any]) -> None:
    """A value that its raw words do not give is found."""
    assert tampered(case_in(tmp_path), lambda a: a.model_copy(update=change)) == ["raw_gives_value"]


def test_values_made_of_raw_words() -> None:
    """A value may be part of the raw words, or leave some out; it may not add any."""
    assert evidence_checks._fits("Ottilie Fernhall", "By OTTILIE FERNHALL, 12 October")
    assert evidence_checks._fits("one two", "one (and) two")
    assert evidence_checks._fits("https://a.example/1", "//a.example/1")
    assert not evidence_checks._fits("two one", "one (and) two")
    assert not evidence_checks._fits("one two three", "one (and) two")


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (Comment(id="c1", text="Well said"), ["Well said"]),
        (Syndication(relation="quotes", text="says the Gazette"), ["says the Gazette"]),
        (Paragraph(id="b1", text="One."), ["One."]),
        (("a", "b"), []),
    ],
)
def test_words_of_values(value: object, words: list[str]) -> None:
    """Of every kind of value it is known what must be in its raw words."""
    assert evidence_checks._words_of(value) == words


def test_text_of_nobody(tmp_path: Path) -> None:
    """A paragraph that the page does not show is found by the page, whatever its evidence says."""

    def invent(article: Article) -> Article:
        block = Paragraph(id="b1", text="The market gets no roof.")
        entry = evidence(".copy p", "The market gets no roof.")
        return article.model_copy(
            update={
                "body": (block, *article.body[1:]),
                "provenance": {**article.provenance, "/body/0": entry},
            }
        )

    assert tampered(case_in(tmp_path), invent) == [
        "evidence_replays",
        "text_stands_on_page",
        "text_is_accounted_for",
    ]


def test_text_in_another_order(tmp_path: Path) -> None:
    """Paragraphs that changed places are found."""
    case = case_in(tmp_path)
    trial = trial_of(case)
    article = trial.article
    trial.__dict__["outcome"] = article.model_copy(update={"body": article.body[::-1]})
    found = list(text_checks.text_stands_on_page(trial))
    assert {fault.why.split(" stands ")[1] for fault in found} == {
        "only before what precedes it in the body in the visible page"
    }


def test_hidden_text(tmp_path: Path) -> None:
    """A paragraph that the page hides is found."""
    hidden = (
        '<p style="display:none">Only for machines, who are asked to read this line.</p></div>\n<ul'
    )
    case = case_in(tmp_path, PAGE.replace("</div>\n<ul", hidden))

    def body(_self: Outlet, page: Page) -> list[str]:
        return [node.text() for node in page.tree.css(".copy p")]

    assert whys(case, "text_stands_on_page", by_method(body=body))


def test_dropped_within_a_paragraph(tmp_path: Path) -> None:
    """What a drop rule takes out of a paragraph may be missing; without the rule the text is whole."""
    case = case_in(tmp_path)
    assert failing(case, by_rules(drop=())) == {"body", "content_hash"}


def test_plugin_that_raises(tmp_path: Path) -> None:
    """A method that raises is found, though the generic reader has read the page instead."""

    def headline(_self: Outlet, _page: Page) -> str:
        raise ValueError("no headline today")

    found = suite(case_in(tmp_path), by_method(headline=headline))
    assert found["outlet"].run().status == "failed"
    assert "no headline today" in found["nothing_failed_silently"].run().faults[0].why


# -- steadiness


def test_chance(tmp_path: Path) -> None:
    """A result that changes from reading to reading is found, by the fields that change."""
    count = itertools.count()
    bad = by_method(dateline=lambda _self, _page: f"Port {next(count)}")
    assert "a second reading differs: dateline" in whys(case_in(tmp_path), "same_twice", bad)[0]


def reach_out(_self: Outlet, _page: Page) -> None:
    with socket.socket() as line:
        line.connect(("127.0.0.1", 9))


def look_up(_self: Outlet, _page: Page) -> None:
    try:
        socket.getaddrinfo("harbour.example", 80)
    except OSError:
        return


@pytest.mark.parametrize(("method", "event"), [(reach_out, "connect"), (look_up, "getaddrinfo")])
def test_network(tmp_path: Path, method: object, event: str) -> None:
    """An attempt to reach the network is refused and found, even one that hides its failure."""
    found = whys(case_in(tmp_path), "no_network", by_method(dateline=method))
    assert any(f"socket.{event}" in why for why in found)


def test_network_afterwards() -> None:
    """Outside the suite the network is as it was."""
    with socket.socket() as server, socket.socket() as line:
        server.bind(("127.0.0.1", 0))
        server.listen()
        line.connect(server.getsockname())


def test_cut_before_body(tmp_path: Path) -> None:
    """A page without its body that becomes an article of its furniture is found."""

    def body(_self: Outlet, page: Page) -> list[str]:
        found = page.tree.css(".copy > *") or page.tree.css(".lead")
        return [" ".join(node.text(separator=" ").split()) for node in found]

    assert whys(case_in(tmp_path), "cut_before_body_is_refused", by_method(body=body))


def test_cut_makes_it_raise(tmp_path: Path) -> None:
    """A method that raises where the page's end is missing is found."""

    def topics(_self: Outlet, page: Page) -> list[str]:
        return [page.soup(page.tree.css(".tags li")[1]).get_text()]

    assert whys(case_in(tmp_path), "cut_body_is_partial", by_method(topics=topics))


def test_cut_passes_for_whole(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A refiner or method that hides the cut is found."""
    trial = trial_of(case_in(tmp_path))
    whole = trial.article
    check = next(check for check in CHECKS if named(check) == "cut_body_is_partial")
    monkeypatch.setattr(trial, "edit", lambda _: whole)
    assert [fault.expected for fault in check(trial)] == ["partial", "truncated"]  # type: ignore[arg-type]


def test_dates_without_a_zone(tmp_path: Path) -> None:
    """A lost zone fails the date alone, and the reason is said."""
    bad = by_method(time_zone=None)
    case = case_in(tmp_path)
    assert failing(case, bad) == {"published"}
    assert whys(case, "published", bad) == [
        "the raw text has no zone and neither outlet harbour nor layout 2021 declares one"
    ]


def test_wrong_format(tmp_path: Path) -> None:
    """Another date is told from the same date of less precision."""
    bad = by_rules(published=When(".when", "%H:%M, %d.%m.%y", zone="UTC"))
    assert whys(case_in(tmp_path), "published", bad) == [
        "another date is read; see where it came from"
    ]


def test_a_comment_that_no_rule_names(tmp_path: Path) -> None:
    """A reader's words are found in the body by the page's own markup, too."""
    words = "It was high time for that roof, my hat was wet from October to the end of May."
    thread = f"<div class='comment-content'><p>{words}</p></div>"
    case = case_in(tmp_path, PAGE.replace("<h2>Slates", f"{thread}<h2>Slates"))
    assert whys(case, "no_comment_in_body") == ["/body/2 is a reader's comment"]


@pytest.mark.parametrize(
    "change",
    [
        {"headline": "Cafe\u0301 on the market"},
        {"headline": "New roof\x07"},
        {"headline": "New\u200broof"},
        {"canonical_url": "/news/4102"},
        {"images": tuple(Image(id=f"i{n}", caption=f"Roof {n}", lead=True) for n in (1, 2))},
        {"authors": (Party.model_construct(name="Ann\u202eLee", kind="person"),)},
    ],
    ids=repr,
)
def test_what_the_schema_refuses(tmp_path: Path, change: dict[str, Any]) -> None:
    """Letters apart, residue, relative addresses, two leads: no article holds them, and it is told."""

    def refine(article: Article) -> Article:
        return article.model_copy(update=change)

    subject = bad.Bench(tmp_path).given(Harbour(), hooks={"refine_article": refine})
    (roof,) = (case for case in subject.cases if case.slug == "roof")
    found = {test.name: test.run() for test in case_tests(subject, roof)}
    assert found["nothing_failed_silently"].status == "failed"
    assert "refine_article" in found["nothing_failed_silently"].faults[0].why
