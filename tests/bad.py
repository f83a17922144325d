"""
One bad plugin for each check, named after the check that it fails: the good outlet, spoilt in one way.

What each case expects was written by the bad plugin itself, so that recorded expectations prove nothing.
"""

import contextlib
import json
import sys
import threading
import time
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import Any

from pydantic import BaseModel
from tests import harbour
from tests.harbour import BARE, CHALLENGE, FULL, PAGE, Harbour, by_method, by_rules

from copydesk import Article, Claim, Comments, Desk, Outlet, Page
from copydesk.conformance import cases
from copydesk.conformance.cases import Case
from copydesk.conformance.trial.subject import Subject
from copydesk.plugins import Plugin
from copydesk.schema import Image, Party, Stamp

PAGES = {"roof": PAGE, "full": FULL, "bare": BARE, "challenge": CHALLENGE}
"""The cases of the good outlet: every field, every field, none but the obligatory ones, no article."""

_SOURCE = Path(harbour.__file__).read_text(encoding="utf-8")
_HOOKS = """
from copydesk import hookimpl
@hookimpl
def register_outlets(): return [Bad()]
"""


class Bench:
    """Where a bad plugin is put together with cases that it has written itself."""

    def __init__(self, folder: Path) -> None:
        """Take a folder for the cases and the plugin's module."""
        self.folder = folder

    def given(
        self,
        outlet: Outlet,
        *,
        pages: Mapping[str, str] | None = None,
        facts: Mapping[str, Any] | None = None,
        hooks: Mapping[str, Callable[..., Any]] | None = None,
        beside: tuple[Outlet, ...] = (),
    ) -> Subject:
        """
        Accuse an outlet.

        Args:
            outlet: The outlet.
            pages: Its cases by slug, instead of or besides those of the good one.
            facts: What case.toml says of ``roof``, instead of what it does usually.
            hooks: Hooks of its plugin.
            beside: The outlets of other plugins.
        """
        desk = Desk(outlets=(outlet, *beside))
        plugin = desk.plugins.all[0]
        plugin.hooks.update(hooks or {})
        return self._accused(plugin, desk, {**PAGES, **(pages or {})}, facts or {})

    def module(self, code: str = "", *, hooks: str = _HOOKS) -> Subject:
        """Accuse the outlet ``Bad`` of a module: of the good one's code with some more at its end."""
        source = f"{_SOURCE}\nclass Bad(Harbour): pass\n{code}\n{hooks}"
        (self.folder / "bad.py").write_text(source, encoding="utf-8")
        settings = self.folder / "plugins.toml"
        settings.write_text('[plugins.bad]\npath = "bad.py"\n')
        desk = Desk(settings)
        plugin = next(plugin for plugin in desk.plugins.all if plugin.name == "bad")
        return self._accused(plugin, desk, PAGES if plugin.works else {}, {})

    def _accused(
        self, plugin: Plugin, desk: Desk, pages: Mapping[str, str], facts: Mapping[str, Any]
    ) -> Subject:
        own = [
            self._case(slug, page, desk, facts if slug == "roof" else {})
            for slug, page in pages.items()
        ]
        return Subject(plugin, desk, tuple(own))

    def _case(self, slug: str, page: str, desk: Desk, facts: Mapping[str, Any]) -> Case:
        said: dict[str, Any] = {
            "outlet": "harbour",
            "url": f"https://harbour.example/{slug}",
            "reviewed": True,
            **facts,
        }
        return cases.add(self.folder / "cases", slug, page.encode(), desk, **said)


def recorded(subject: Subject, slug: str, **changes: object) -> Subject:
    """The subject with other values in a case's expectation; None takes a field out."""
    case = next(case for case in subject.cases if case.slug == slug)
    data = {**json.loads(case.file.read_text(encoding="utf-8")), **changes}
    kept = {name: value for name, value in data.items() if value is not None}
    case.file.write_text(json.dumps(kept), encoding="utf-8")
    return Subject(subject.plugin, subject.desk, tuple(cases.read(c.folder) for c in subject.cases))


# -- loading


def imports_cleanly(bench: Bench) -> Subject:
    return bench.module("print('hello')")


def hooks_fit(bench: Bench) -> Subject:
    return bench.module(hooks=_HOOKS.replace("register_outlets", "register_outlet"))


def loads_lightly(bench: Bench) -> Subject:
    return bench.module("import httpx")


def loads_offline(bench: Bench) -> Subject:
    code = "import contextlib\nwith contextlib.suppress(OSError): Path('/no/such/place').mkdir()\n"
    return bench.module(code)


def changes_no_global_state(bench: Bench) -> Subject:
    code = "import sys\nsys.setrecursionlimit(sys.getrecursionlimit() + 1)\n"
    return bench.module(code)


def rules_compile(bench: Bench) -> Subject:
    return bench.given(by_method(id_pattern=r"/(\w)(\w+)"))


def options_have_defaults(bench: Bench) -> Subject:
    class Options(BaseModel):
        pier: str

    return bench.given(Harbour(), hooks={"plugin_options": lambda: Options})


def options_refuse_misspelt_keys(bench: Bench) -> Subject:
    class Pier(BaseModel):
        name: str = "north"

    class Options(BaseModel):
        pier: Pier = Pier()

    return bench.given(Harbour(), hooks={"plugin_options": lambda: Options})


# -- claiming


def wins_own_page(bench: Bench) -> Subject:
    class Bad(Harbour):
        def claim(self, page: Page) -> Claim | None:
            return super().claim(page) if page.url else None

    return bench.given(Bad())


def wins_by_a_margin(bench: Bench) -> Subject:
    class Bad(Harbour):
        def claim(self, page: Page) -> Claim | None:
            return Claim(0.55, ("it may be",)) if super().claim(page) else None

    class Other(Harbour):
        name = "other"
        hosts = ()  # type: ignore[assignment]

        def claim(self, page: Page) -> Claim | None:
            return Claim(0.5, ("its shape",)) if super().claim(page) else None

    return bench.given(Bad(), beside=(Other(),))


def wins_at_every_address(bench: Bench) -> Subject:
    class Bad(Harbour):
        def claim(self, page: Page) -> Claim | None:
            is_known = page.url is None or page.url.startswith("https://harbour.example/")
            return super().claim(page) if is_known else None

    return bench.given(Bad())


def claims_alike_every_time(bench: Bench) -> Subject:
    looks = count()

    class Bad(Harbour):
        def claim(self, page: Page) -> Claim | None:
            claim = super().claim(page)
            return claim and Claim(claim.confidence, (f"look {next(looks)}",))

    return bench.given(Bad())


def leaves_page_untouched(bench: Bench) -> Subject:
    class Bad(Harbour):
        def claim(self, page: Page) -> Claim | None:
            for node in page.tree.css(".harbour footer"):
                node.decompose()
            return super().claim(page)

    return bench.given(Bad())


def wins_no_foreign_page(bench: Bench) -> Subject:
    class Bad(Harbour):
        def claim(self, page: Page) -> Claim | None:
            return super().claim(page) or Claim(0.3, ("there are words",))

    return bench.given(Bad())


def has_negatives(bench: Bench) -> Subject:
    subject = bench.given(Harbour())
    return Subject(subject.plugin, subject.desk, subject.cases[:-1])


# -- the golden


def is_reviewed(bench: Bench) -> Subject:
    return bench.given(Harbour(), facts={"reviewed": False})


def outcome_as_expected(bench: Bench) -> Subject:
    return recorded(bench.given(Harbour()), "challenge", code="login")


def equals_golden(bench: Bench) -> Subject:
    return recorded(bench.given(Harbour()), "roof", topics=["Market", "Fish"])


def nothing_beyond_golden(bench: Bench) -> Subject:
    return recorded(bench.given(Harbour()), "roof", topics=None)


# -- steadiness


def same_twice(bench: Bench) -> Subject:
    def kind(_self: Outlet, page: Page) -> str | None:
        is_again = "again" in vars(page)
        vars(page)["again"] = True
        return "opinion" if is_again else None

    return bench.given(by_method(kind=kind))


def same_in_another_order(bench: Bench) -> Subject:
    class Bad(Harbour):
        last: str | None = None

        def kind(self, page: Page) -> str | None:
            if threading.current_thread() is not threading.main_thread():
                return None
            before, self.last = self.last, page.source
            is_backwards = (before, page.source) == ("full/page.html", "roof/page.html")
            return "opinion" if is_backwards else None

    return bench.given(Bad())


def same_in_threads(bench: Bench) -> Subject:
    class Bad(Harbour):
        here: Page | None = None

        def claim(self, page: Page) -> Claim | None:
            self.here = page
            time.sleep(0.005)
            return super().claim(page)

        def kind(self, page: Page) -> str | None:
            return None if self.here is page else "opinion"

    return bench.given(Bad())


def same_elsewhere(bench: Bench) -> Subject:
    code = """
class Bad(Harbour):
    def topics(self, page): return ["Market"] if Path.cwd() == Path("/") else None
"""
    return bench.module(code)


def reading_leaves_no_trace(bench: Bench) -> Subject:
    code = """
import sys
class Bad(Harbour):
    def topics(self, page): sys.setrecursionlimit(sys.getrecursionlimit() + 1)
"""
    return bench.module(code)


def outcome_round_trips(bench: Bench) -> Subject:
    class Picture(Image):
        """Of a class that nobody else can find."""

    def images(_self: Outlet, page: Page) -> list[Image]:
        found = page.tree.css("figure img")
        urls = [page.join(node.attributes["src"] or "") for node in found]
        return [Picture(id=f"i{n}", url=url) for n, url in enumerate(urls, 1)]

    return bench.given(by_method(images=images))


def no_network(bench: Bench) -> Subject:
    def kind(_self: Outlet, _page: Page) -> None:
        with contextlib.suppress(OSError):  # what the standard library says before it reaches out
            sys.audit("socket.getaddrinfo", "port.example", 443)

    return bench.given(by_method(kind=kind))


def touches_no_files(bench: Bench) -> Subject:
    notes = bench.folder / "notes.txt"
    notes.write_text("News.")

    def kind(_self: Outlet, _page: Page) -> None:
        notes.read_text()

    return bench.given(by_method(kind=kind))


def leaves_neighbours_alone(bench: Bench) -> Subject:
    def refine(article: Article) -> Article | None:
        if article.outlet == "harbour":
            return None
        return article.model_copy(update={"topics": (*article.topics, "Harbour")})

    return bench.given(Harbour(), hooks={"refine_article": refine})


# -- damage


def empty_page_is_refused(bench: Bench) -> Subject:
    def body(_self: Outlet, page: Page) -> list[str] | None:
        is_empty = not page.truncated and not page.tree.css(".copy > *")
        return _texts(page, ".lead") if is_empty else None

    return bench.given(by_method(body=body))


def cut_before_body_is_refused(bench: Bench) -> Subject:
    def body(_self: Outlet, page: Page) -> list[str] | None:
        is_cut = page.truncated and not page.tree.css_first(".copy")
        return _texts(page, ".lead") if is_cut else None

    return bench.given(by_method(body=body))


def cut_body_is_partial(bench: Bench) -> Subject:
    def refine(article: Article) -> Article:
        return article.model_copy(update={"completeness": "full", "warnings": ()})

    return bench.given(Harbour(), hooks={"refine_article": _of_harbour(refine)})


def survives_cuts(bench: Bench) -> Subject:
    def topics(_self: Outlet, page: Page) -> None:
        if page.text.endswith("~"):
            raise ValueError("the comment has no end")

    page = PAGE.replace("<footer>", f"<!-- {'~' * 500} --><footer>")
    return bench.given(by_method(topics=topics), pages={"roof": page})


def survives_lost_tags(bench: Bench) -> Subject:
    def topics(_self: Outlet, page: Page) -> None:
        if page.tree.css_first(".copy"):
            page.soup(page.tree.css("h1")[0])

    return bench.given(by_method(topics=topics))


def survives_wrong_charset(bench: Bench) -> Subject:
    def topics(_self: Outlet, page: Page) -> None:
        if "Г" in page.text:
            raise ValueError("these are no letters of ours")

    page = PAGE.replace("Fernhall", "Férnhall")
    return bench.given(by_method(topics=topics), pages={"roof": page})


def survives_nesting(bench: Bench) -> Subject:
    def depth(node: Any) -> int:  # noqa: ANN401  # a node
        return 1 + depth(node.parent) if node.parent else 0

    def topics(_self: Outlet, page: Page) -> None:
        if node := page.tree.css_first(".copy"):
            depth(node)

    return bench.given(by_method(topics=topics))


def survives_bulk(bench: Bench) -> Subject:
    code = """
class Bad(Harbour):
    def claim(self, page):
        if len(page.content) > 100_000: raise MemoryError
        return super().claim(page)
"""
    return bench.module(code)


# -- evidence


def everything_has_evidence(bench: Bench) -> Subject:
    def refine(article: Article) -> Article:
        kept = {at: found for at, found in article.provenance.items() if at != "/headline"}
        return article.model_copy(update={"provenance": kept})

    return bench.given(Harbour(), hooks={"refine_article": _of_harbour(refine)})


def evidence_leads_somewhere(bench: Bench) -> Subject:
    def refine(article: Article) -> Article:
        more = {"/dateline": article.provenance["/headline"]}
        return article.model_copy(update={"provenance": {**article.provenance, **more}})

    return bench.given(Harbour(), hooks={"refine_article": _of_harbour(refine)})


def evidence_replays(bench: Bench) -> Subject:
    def refine(article: Article) -> Article:
        wrong = article.provenance["/headline"][0].model_copy(update={"selector": "h2"})
        provenance = {**article.provenance, "/headline": (wrong,)}
        return article.model_copy(update={"provenance": provenance})

    return bench.given(Harbour(), hooks={"refine_article": _of_harbour(refine)})


def raw_gives_value(bench: Bench) -> Subject:
    def refine(article: Article) -> Article:
        return article.model_copy(update={"headline": "Nothing new"})

    return bench.given(Harbour(), hooks={"refine_article": _of_harbour(refine)})


def text_stands_on_page(bench: Bench) -> Subject:
    def body(_self: Outlet, page: Page) -> list[str]:
        texts = _texts(page, ".copy > *")
        return [*texts[:-2], *texts[:-3:-1]]

    page = PAGE.replace('<a class="also">Read also: Fog</a>', "")
    return bench.given(by_method(body=body), pages={"roof": page})


# -- text


def text_is_accounted_for(bench: Bench) -> Subject:
    items = "<ul><li>Slates from the old pit, the thick ones</li><li>Beams of larch</li></ul>"
    page = PAGE.replace("<h2>Slates", f"{items}<h2>Slates")
    return bench.given(by_rules(body=".copy p"), pages={"roof": page})


def no_title_in_body(bench: Bench) -> Subject:
    page = PAGE.replace("<h2>Slates", "<p>Men on a roof</p><h2>Slates")
    return bench.given(Harbour(), pages={"roof": page})


def no_furniture_in_body(bench: Bench) -> Subject:
    page = PAGE.replace("<h2>Slates", "<p>Share this:</p><h2>Slates")
    return bench.given(Harbour(), pages={"roof": page})


def no_comment_in_body(bench: Bench) -> Subject:
    thread = "<ul><li class=said>At last, the buckets were full twice a week.</li></ul>"
    page = PAGE.replace("<h2>Slates", f"{thread}<h2>Slates")
    return bench.given(by_rules(comments=Comments(".said")), pages={"roof": page})


def no_markup_left(bench: Bench) -> Subject:
    title = '<meta property="og:title" content="New &lt;b&gt;roof&lt;/b&gt; for the market">'
    page = PAGE.replace("<title>", f"{title}<title>")
    return bench.given(by_rules(headline="meta:og:title"), pages={"roof": page})


def cases_share_no_text(bench: Bench) -> Subject:
    notice = (
        "<p>The editors of this paper take letters at the quay until four in the afternoon.</p>"
    )
    pages = {"roof": PAGE, "bare": BARE}
    told = {slug: page.replace("</div>", f"{notice}</div>", 1) for slug, page in pages.items()}
    return bench.given(Harbour(), pages=told)


def fields_are_filled_and_absent(bench: Bench) -> Subject:
    return bench.given(by_rules(comments=Comments(".nowhere")))


# -- values


def _published(value: str, raw: str, **zone: str) -> Outlet:
    def published(_self: Outlet, page: Page) -> Stamp | None:
        is_roof = raw in page.text
        return Stamp(value=value, raw=raw, **zone) if is_roof else None  # type: ignore[arg-type]

    return by_method(published=published)


def dates_are_as_precise(bench: Bench) -> Subject:
    midnight = {"zone": "assumed", "zone_name": "Europe/Kyiv"}
    return bench.given(_published("2021-10-12T00:00+03:00", "12.10.21", **midnight))


def dates_have_zones(bench: Bench) -> Subject:
    return bench.given(_published("2021-10-12T09:40", "09:40, 12.10.21"))


def dates_are_in_order(bench: Bench) -> Subject:
    kyiv = {"zone": "assumed", "zone_name": "Europe/Kyiv"}
    outlet = _published("2021-10-12T09:40+03:00", "09:40, 12.10.21", **kyiv)
    return bench.given(outlet, facts={"fetched": datetime(2021, 10, 1, tzinfo=UTC)})


def names_are_names(bench: Bench) -> Subject:
    def authors(_self: Outlet, page: Page) -> list[Party]:
        named = [words[:40].strip() for words in _texts(page, ".by") if words]
        return [Party(name=name, kind="person", role="author") for name in named]

    return bench.given(by_method(authors=authors))


def language_fits_script(bench: Bench) -> Subject:
    return bench.given(by_method(language=lambda _self, _page: "el"))


def pictures_are_told_apart(bench: Bench) -> Subject:
    def images(_self: Outlet, page: Page) -> list[Image]:
        urls = [page.join(node.attributes["src"] or "") for node in page.tree.css("figure img")]
        said = {"caption": "Men on a roof", "credit": "Men on a roof"}
        return [Image(id="i1", url=url, lead=True, **said) for url in urls[:1]]

    return bench.given(by_method(images=images))


def agencies_are_credited(bench: Bench) -> Subject:
    def refine(article: Article) -> Article:
        kept = {at: e for at, e in article.provenance.items() if not at.startswith("/syndication")}
        return article.model_copy(update={"syndication": (), "provenance": kept})

    page = PAGE.replace("<p>The covered", "<p>PORT (Reuters) - The covered")
    hooks = {"refine_article": _of_harbour(refine)}
    return bench.given(Harbour(), pages={"roof": page}, hooks=hooks)


def nothing_failed_silently(bench: Bench) -> Subject:
    def refine(page: Page) -> None:
        if page.content == content:
            raise ValueError("this one page")

    content = PAGE.replace("Fernhall", "Férnhall").encode()
    hooks = {"refine_article": refine}
    return bench.given(Harbour(), pages={"roof": content.decode()}, hooks=hooks)


def _of_harbour(change: Callable[[Article], Article]) -> Callable[[Article], Article | None]:
    """Make a change a hook that leaves others' articles alone."""

    def refine(article: Article) -> Article | None:
        return change(article) if article.outlet == "harbour" else None

    return refine


def _texts(page: Page, css: str) -> list[str]:
    return [" ".join(node.text(separator=" ").split()) for node in page.tree.css(css)]
