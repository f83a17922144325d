"""What a page is called outside its text: in linked data, meta tags, the tab and the address."""

import html
import re
from collections.abc import Iterator
from functools import cached_property, lru_cache
from urllib.parse import unquote, urlsplit

from copydesk.extract.found import Trace
from copydesk.extract.words import line_of, unescaped
from copydesk.page import Page
from copydesk.schema import clean_line

_META = ("og:title", "twitter:title", "parsely-title", "dc.title", "sailthru.title", "title")
_NAMES = ("og:site_name", "application-name", "apple-mobile-web-app-title")
_DENSE = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff"
"""Letters of scripts that part no words."""
_DENSE_LETTER = re.compile(f"[{_DENSE}]")
_JOINT = re.compile(
    r"\s+[|–—\-·:»«•]+\s+|\s*[|»｜丨]\s*|:\s+|："
    rf"|(?<=[{_DENSE}\uac00-\ud7a3”」』》！？）])[-_]{{1,2}}(?=\S)"
)
_COLONS = re.compile("[:：]")
_BRACKETED = re.compile(r"^\s*(?:\[[^\[\]]{1,20}\]|【[^【】]{1,20}】)\s*(?=.{10})")
_FOLDER = re.compile(r"/[^/]+/")
_CUT = re.compile(r"(?:…|\.\.\.)$")
_SIGNS = re.compile(r"[\W_]+")
_SITE_WORDS = 5
_SOME, _MANY = 5, 10
"""Letters of a title's beginning that say something, in scripts that part no words and in others."""
LONGEST = 1000
"""How much of a title is looked at."""

SAME, BEGINNING = 4.0, 2.0
"""How sure ``Titles.confirm`` is of a heading that a title repeats, or that a title begins with."""


class Titles:
    """What the page is called outside its text."""

    def __init__(self, page: Page) -> None:
        """Gather what the page states, as it is and less the site's name."""
        self._page, self._url = page, page.url or page.canonical_url or ""
        once: dict[str, Trace] = {}
        for trace in _stated(page):
            once.setdefault(trace.raw, trace)
        stated = list(once.values())
        self._bare = [self._without_site(trace) for trace in stated]
        raws = [unescaped(trace.raw) for trace in (*stated, *self._bare)]
        raws += [bare for raw in raws if (bare := _unlabelled(raw)) != raw]
        lines = [line for raw in raws if (line := clean_line(raw))]
        self._spelling = {_letters(line): line for line in reversed(lines)}
        self._words = [frozenset(words_of(line)) for line in dict.fromkeys(lines)]
        slug = _slug(self._url)
        self._slug = _letters(slug)
        if slug:
            self._words.append(frozenset(words_of(slug)))

    @property
    def best(self) -> Trace | None:
        """The first that is not cut off, less the site's name."""
        whole = (trace for trace in self._bare if not _CUT.search(trace.raw))
        return next(whole, next(iter(self._bare), None))

    @cached_property
    def desks(self) -> Trace | None:
        """The headline that a newsroom states in its linked data and again in the tab."""
        article = self._page.linked_data.article
        if article is None or not any(name.endswith("NewsArticle") for name in article.types):
            return None
        tab = self._without_site(Trace("css", "title", (self._page.title or "")[:LONGEST])).raw
        called = (t for t in self._bare if t.method == "ld")
        return next((t for t in called if _letters(t.raw) == _letters(tab)), None)

    def confirm(self, line: str) -> float:
        """Say how sure the titles make it that a heading is the headline."""
        letters = _letters(line)
        if self.is_called(line) or (letters and letters == self._slug):
            return SAME
        is_long = len(line) > (_SOME if _is_dense(line) else _MANY)
        if is_long and any(known.startswith(letters) for known in self._spelling):
            return BEGINNING
        words = set(words_of(line))
        return max((_common(words, other) for other in self._words), default=0.0)

    def spelled(self, line: str) -> str:
        """
        Give a heading as a title that is the same else has it.

        Markup may add white space, escape twice, or leave out the colon behind a kicker that is an element.
        """
        plain = html.unescape(line)
        line = plain if self.is_called(plain) else line
        title = self._spelling.get(_letters(line), line)
        solid, printed = "".join(title.split()), "".join(line.split())
        return title if printed in {solid, solid.replace(":", "", 1)} else line

    def is_called(self, line: str) -> bool:
        """Tell whether a title is this line, whatever its white space and signs."""
        return _letters(line) in self._spelling

    def is_shared(self, line: str) -> bool:
        """Tell whether the title that is made for sharing is this line."""
        shared = (self.without_site(raw[:LONGEST]) for raw in self._page.meta.all("og:title"))
        return _letters(line) in map(_letters, shared)

    def is_newsrooms(self, line: str) -> bool:
        """Tell whether the title for sharing or the headline of the linked data is this line, not the tab's."""
        return self.is_shared(line) or _letters(line) in {
            _letters(trace.raw) for trace in self._bare if trace.method == "ld"
        }

    def has_part(self, line: str) -> bool:
        """Tell whether a title is this line, or ends in it behind a kicker of its own."""
        letters = _letters(line)
        return letters in self._spelling or letters in self._tails

    def is_site(self, line: str) -> bool:
        """Tell whether words are the site's name, or the host's."""
        letters = _letters(line)
        return letters in self._sites or (len(letters) > 2 and letters in self._host)  # noqa: PLR2004

    def is_home(self, href: str | None) -> bool:
        """Tell whether a link leads to the front page of the site, or of the blog in its folder, from another page."""
        if not href or href == "/":
            return href == "/"
        here, there = urlsplit(self._url), urlsplit(self._page.join(href) or "")
        is_plain = (
            there.hostname == here.hostname is not None and not there.query and not there.fragment
        )
        if not is_plain or len(here.path) <= 1:
            return False
        rest = here.path.removeprefix(there.path).strip("/")
        is_folder = _FOLDER.fullmatch(there.path) is not None and rest != here.path.strip("/")
        return there.path in {"", "/"} or (is_folder and not rest.isdigit() and rest != "")

    def _signs(self, line: str) -> bool:
        """Tell whether words that a sign parts from the rest have the host's name among them."""
        is_short = len(line.split()) <= _SITE_WORDS and len(self._host) > 3  # noqa: PLR2004
        return self.is_site(line) or (is_short and self._host in _letters(line))

    @cached_property
    def _tails(self) -> set[str]:
        lines = [trace.raw for trace in self._bare]
        return {_letters(raw[j.end() :]) for raw in lines for j in _JOINT.finditer(raw)} - {""}

    @cached_property
    def _sites(self) -> set[str]:
        named = {_letters(raw) for name in _NAMES for raw in self._page.meta.all(name)}
        return {*named, self._banner} - {""}

    @property
    def _banner(self) -> str:
        """What the first heading says, if it leads to the front page: blogs write their own name so."""
        heading = self._page.tree.css_first("h1")
        link = heading.css_first("a[href]") if heading is not None else None
        is_banner = link is not None and self.is_home(link.attributes.get("href"))
        return _letters(line_of(heading) or "") if heading is not None and is_banner else ""

    @cached_property
    def _host(self) -> str:
        """The name in the host: ``harbourpost`` of ``www.harbourpost.co.example``."""
        host = urlsplit(self._url).hostname or ""
        labels = host.split(".")[:-1]
        long = [label for label in labels if len(label) > 3]  # noqa: PLR2004  # not www, co, com
        return _letters(long[-1] if long else max(labels, key=len, default=""))

    def without_site(self, line: str) -> str:
        """Take the site's own name off a title's end or beginning."""
        for joint in reversed(list(_JOINT.finditer(line))):
            front, tail = line[: joint.start()], line[joint.end() :]
            tells = self.is_site if _COLONS.search(joint[0]) else self._signs
            if tells(tail):
                return front
            if tells(front):
                return tail
        return line

    def _without_site(self, trace: Trace) -> Trace:
        """Do so; what stands last in a tab's title is the site's name even where nobody says so."""
        bare = self.without_site(trace.raw)
        if bare == trace.raw and trace.selector == "title" and not self._sites:
            joints = [j for j in _JOINT.finditer(bare) if not _COLONS.search(j[0])]
            bare = bare[: joints[-1].start()] if joints else bare
        return Trace(trace.method, trace.selector, bare)


def _stated(page: Page) -> Iterator[Trace]:
    article = page.linked_data.article
    for value in article.values("headline") if article else ():
        if value.text:
            yield Trace("ld", f"{value.block}:{value.pointer}", value.text[:LONGEST])
    for name in _META:
        for raw in page.meta.all(name):
            yield Trace("meta", name, raw[:LONGEST])
    if page.title:
        yield Trace("css", "title", page.title[:LONGEST])


def _unlabelled(raw: str) -> str:
    """Take off a label in brackets, which pages may print apart or only in the tab."""
    return _BRACKETED.sub("", raw)


def _slug(address: str) -> str:
    """Give the words that an address ends in, without its suffix."""
    last = unquote(urlsplit(address).path).rstrip("/").rpartition("/")[2]
    words = re.split(r"[-_+\s]+", last.rpartition(".")[0] or last)
    return " ".join(words) if len(words) > 1 else ""


@lru_cache(maxsize=64)  # a page's titles are compared with each of its headings
def _letters(text: str) -> str:
    return _SIGNS.sub("", text.casefold())


def words_of(text: str) -> list[str]:
    """Give a text's words; of scripts that do not part words, pairs of letters."""
    words = re.findall(r"\w+", text.casefold())
    if not _is_dense(text):
        return words
    joined = "".join(words)
    return [joined[n : n + 2] for n in range(len(joined) - 1)]


def _is_dense(text: str) -> bool:
    return not text.isascii() and _DENSE_LETTER.search(text) is not None


def _common(one: set[str], other: frozenset[str]) -> float:
    return 2 * len(one & other) / (len(one) + len(other)) if one and other else 0.0
