"""The desk gives one outcome for every page, whatever is on it and whatever a plugin does."""

import sys

import pytest

from copydesk import Article, Claim, Desk, Failure, Layout, Outlet, Page, Rejection
from copydesk.desk import BENCHED_AFTER
from copydesk.outcome import Outcome
from copydesk.plugins import Plugin, Plugins

PROSE = (
    "The council met on Tuesday and said that the harbour would stay closed until further notice, "
    "officials told reporters who had waited in the rain."
)
HTML = (
    "<html lang='en'><head><title>The harbour closes</title></head><body><div class='story'>"
    f"<h1>The harbour closes</h1><p>{PROSE}</p><p>{PROSE.replace('Tuesday', 'Friday')}</p></div>"
    "</body></html>"
).encode()


class Harbour(Outlet):
    name = "harbour"
    hosts = ("harbour.example",)
    layouts = (Layout("plain", detect=".story", headline="h1", body=".story"),)


class Raising(Harbour):
    name = "raising"

    def headline(self, page: Page) -> str:
        raise SystemExit(1)


def edit(
    *outlets: Outlet, content: bytes = HTML, url: str | None = "https://harbour.example/1"
) -> Outcome:
    return Desk(outlets=outlets).edit(Page(content, url))


def test_an_article_has_evidence_for_every_field() -> None:
    """Each field that is filled from the page says who read it, by which layout, from where."""
    article = edit(Harbour())
    assert isinstance(article, Article)
    assert (article.outlet, article.headline, len(article.body)) == (
        "harbour",
        "The harbour closes",
        2,
    )
    evidence = article.provenance["/headline"][0]
    assert (evidence.plugin, evidence.layout, evidence.method) == ("harbour", "plain", "css")
    assert {"/body/0", "/body/1", "/language"} <= set(article.provenance)


def test_a_raising_outlet_hands_the_page_on() -> None:
    """The next claim reads the page, and the article says what happened."""
    article = edit(Raising(), Harbour())
    assert isinstance(article, Article)
    assert article.outlet == "harbour"
    assert [(w.code, "raising" in w.detail) for w in article.warnings if w.code == "plugin_error"]


def test_no_page_is_lost_when_all_fail(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where even the generic outlet raises, the page is a Failure that names the plugin."""
    monkeypatch.setattr("copydesk.reading.read", lambda *_: 1 / 0)
    outcome = edit(Harbour())
    assert isinstance(outcome, Failure)
    assert (outcome.code, outcome.stage, outcome.plugin) == ("plugin_error", "edit", "copydesk")
    assert "ZeroDivisionError" in outcome.reason


def test_a_fault_of_the_desk_has_a_name(monkeypatch: pytest.MonkeyPatch) -> None:
    """Should the desk itself break, the failure says for which page."""
    monkeypatch.setattr("copydesk.extract.judge.before_reading", lambda _: 1 / 0)
    outcome = Desk(outlets=()).edit(Page(HTML, "https://harbour.example/1", source="a.html"))
    assert isinstance(outcome, Failure)
    assert (outcome.code, outcome.source, outcome.url) == (
        "crashed",
        "a.html",
        "https://harbour.example/1",
    )


def test_a_rejection_tells_of_faults_too() -> None:
    """A plugin's fault is not forgotten because the page turns out to be no article."""
    outcome = edit(Raising(), content=b"<html><body><p class=story>Nothing much.</p></body></html>")
    assert isinstance(outcome, Rejection)
    assert [warning.code for warning in outcome.warnings] == ["plugin_error"]
    assert "plugin raising: outlet raising: SystemExit: 1" in outcome.warnings[0].detail


def test_a_raising_claim_is_left_out() -> None:
    """A fault while claiming costs that outlet the page, and nobody else."""

    class Broken(Outlet):
        name = "broken"

        def claim(self, page: Page) -> Claim | None:
            raise RuntimeError("no")

    article = edit(Broken(), Harbour())
    assert isinstance(article, Article)
    assert any("claim of broken: RuntimeError: no" in w.detail for w in article.warnings)


@pytest.mark.parametrize("claim", ["yes", Claim("x", ()), Claim(float("nan"), ()), Claim(99, ())])  # type: ignore[arg-type]
def test_a_claim_that_is_none_is_a_fault(claim: object) -> None:
    """What cannot be compared with other claims costs that outlet the page."""

    class Odd(Outlet):
        name = "odd"

        def claim(self, page: Page) -> Claim | None:
            return claim  # type: ignore[return-value]

    article = edit(Odd(), Harbour())
    assert isinstance(article, Article)
    assert article.outlet == "harbour"
    assert any("claim of odd" in warning.detail for warning in article.warnings)


def test_a_spoilt_tree_is_not_handed_on() -> None:
    """A plugin that takes the page apart and then breaks leaves the next one a whole page."""

    class Spoiling(Harbour):
        name = "spoiling"

        def headline(self, page: Page) -> str:
            for node in page.tree.css("p"):
                node.decompose()
            page.url = 42  # type: ignore[assignment]
            raise RuntimeError("spoilt")

    article = edit(Spoiling(), Harbour())
    assert isinstance(article, Article)
    assert len(article.body) == 2


@pytest.mark.parametrize("value", [5, [None, 5], [object()]])
def test_a_body_of_no_words_is_a_fault(value: object) -> None:
    """Words are never made of what is none."""

    class Odd(Harbour):
        name = "odd"

        def body(self, page: Page) -> object:
            return value

    article = edit(Odd())
    assert isinstance(article, Article)
    assert article.outlet == "generic"
    assert any("body() returned" in warning.detail for warning in article.warnings)


@pytest.mark.parametrize("date", ["2022-00-07", "0000-00-00", "2022-0-7", "2022-00-00T00:00:00"])
def test_month_zero_costs_the_date_alone(date: str) -> None:
    """Databases print empty dates so; the article stays."""
    head = f'<meta property="article:published_time" content="{date}"></head>'.encode()
    article = edit(Harbour(), content=HTML.replace(b"</head>", head))
    assert isinstance(article, Article)
    assert article.published is None


@pytest.mark.parametrize(
    "style",
    [
        "display : none",
        "display:\tnone",
        "display:/**/none",
        "visibility:  hidden",
        "DISPLAY:NONE!important",
    ],
)
def test_hidden_text_is_nobodys(style: str) -> None:
    """However the markup spells it, what no reader sees is no text."""
    hidden = f'<p style="{style}">Only machines are asked to read this line of text here, the office said.</p></div>'
    article = Desk(outlets=[]).edit(Page(HTML.replace(b"</div>", hidden.encode())))
    assert isinstance(article, Article)
    assert "Only machines" not in article.text


@pytest.mark.parametrize("around", ["<div hidden>", "<section id=comments>"])
def test_more_hidden_text_than_text(around: str) -> None:
    """A hidden part or a thread longer than the article does not take its place."""
    more = "".join(
        f"<p>Reader {n} says that the ferry was better before the storm came, long ago.</p>"
        for n in range(3)
    )
    text = "".join(f"<p>{PROSE} It was day {n}.</p>" for n in range(2))
    content = HTML.replace(b"</div>", f"{text}</div>{around}{more * 3}</section></div>".encode())
    article = Desk(outlets=[]).edit(Page(content))
    assert isinstance(article, Article)
    assert "Reader 1" not in article.text


def test_ten_faults_bench_a_plugin() -> None:
    """After ten faults in a row a plugin reads no further page."""
    calls: list[int] = []

    class Counting(Harbour):
        name = "counting"

        def headline(self, page: Page) -> str:
            calls.append(1)
            raise ValueError("always")

    desk = Desk(outlets=[Counting()])
    for _ in range(BENCHED_AFTER + 5):
        desk.edit(Page(HTML, "https://harbour.example/1"))
    assert len(calls) == BENCHED_AFTER
    after, elsewhere = (
        desk.edit(Page(HTML, f"https://{host}.example/1")) for host in ("harbour", "other")
    )
    assert [w.detail for w in after.warnings] == [
        "plugin counting: left out after ten faults in a row; mend it, and read this page again"
    ]
    assert elsewhere.warnings == ()


def test_a_layout_that_finds_no_body_is_named() -> None:
    """After a redesign a layout may know the page and find nothing in it; the rejection says which."""

    class Redesigned(Harbour):
        name = "redesigned"
        layouts = (Layout("old", detect="h1", body="div.gone"),)

    outcome = edit(Redesigned())
    assert isinstance(outcome, Rejection)
    assert [(w.code, w.detail) for w in outcome.warnings] == [
        ("no_body", "layout old: nothing of the page is its body, div.gone")
    ]


def test_a_fault_is_told_by_its_line() -> None:
    """The author of a method that raises is told where."""

    class Dividing(Harbour):
        name = "dividing"

        def headline(self, page: Page) -> str:
            return str(1 / 0)

    article = edit(Dividing())
    assert isinstance(article, Article)
    assert any(
        "ZeroDivisionError: division by zero (test_desk.py, line" in w.detail
        for w in article.warnings
    )


def test_a_tie_is_visible() -> None:
    """Two equal claims: the first in order wins, and the article says so."""

    class Other(Harbour):
        name = "other"

    article = edit(Other(), Harbour())
    assert isinstance(article, Article)
    assert article.outlet == "other"
    assert "ambiguous_claim" in [warning.code for warning in article.warnings]


def test_prints_of_an_outlet_go_to_stderr(capsys: pytest.CaptureFixture[str]) -> None:
    """Standard output is copydesk's alone."""

    class Chatty(Harbour):
        def headline(self, page: Page) -> None:
            sys.stdout.write("chat\n")

    assert isinstance(edit(Chatty()), Article)
    assert capsys.readouterr() == ("", "chat\n")


def test_a_method_of_the_wrong_type_is_that_plugins_fault() -> None:
    """A method that returns nonsense does not end in a traceback."""

    class Wrong(Harbour):
        name = "wrong"

        def headline(self, page: Page) -> object:
            return 3

    article = edit(Wrong())
    assert isinstance(article, Article)
    assert article.outlet == "generic"
    assert any("headline() returned int" in warning.detail for warning in article.warnings)


def _desk_with_refiner(refine: object) -> Desk:
    desk = Desk(outlets=[Harbour()])
    refiner = Plugin("refiner", "1", "test", hooks={"refine_article": refine})  # type: ignore[dict-item]
    desk.plugins = Plugins((refiner, *desk.plugins.all))
    return desk


def test_refine_corrects_any_article() -> None:
    """A refiner's article is validated, its hash made anew."""

    def refine(article: Article) -> Article:
        return article.model_copy(update={"headline": "The harbour is shut"})

    article = _desk_with_refiner(refine).edit(Page(HTML))
    plain = Desk(outlets=[Harbour()]).edit(Page(HTML))
    assert isinstance(article, Article)
    assert isinstance(plain, Article)
    assert article.headline == "The harbour is shut"
    assert article.content_hash != plain.content_hash


@pytest.mark.parametrize("result", [3, "raise"])
def test_a_broken_refiner_leaves_the_article(result: object) -> None:
    """What a refiner breaks is noted, and the article stays as it was."""

    def refine(article: Article, page: Page) -> object:
        return 1 / 0 if result == "raise" else result

    article = _desk_with_refiner(refine).edit(Page(HTML))
    assert isinstance(article, Article)
    assert article.headline == "The harbour closes"
    assert any("refine_article" in warning.detail for warning in article.warnings)


@pytest.mark.parametrize(
    ("content", "kind", "code"),
    [
        (b"", Rejection, "empty"),
        (b" \n\n ", Rejection, "empty"),
        (b"<html><body></body></html>", Rejection, "empty"),
        (b"\x89PNG\r\n\x1a\n" + bytes(500), Failure, "binary"),
        (bytes(1000), Failure, "binary"),
        (b"x" * (16 * 2**20 + 1), Failure, "too_large"),
        (b"<body>" + b"<div>" * 100_000, Failure, "too_deep"),
        (b"<body><p " + b"a=1 " * 200_000 + b">", Failure, "too_many_attributes"),
        (b"Shopping list\n\n- milk\n- eggs\n- two onions\n", Rejection, "not_article"),
        (
            b"\n".join(
                b"2022-01-07 12:00:%02d INFO Worker started on port 80." % n for n in range(60)
            ),
            Rejection,
            "not_article",
        ),
        (
            b"<html><title>Just a moment...</title><body>Checking your browser</body></html>",
            Rejection,
            "challenge",
        ),
        (
            b"<html><title>404 Not Found</title><body><h1>Not found</h1></body></html>",
            Rejection,
            "error_page",
        ),
    ],
)
def test_what_is_no_article_says_why(content: bytes, kind: type, code: str) -> None:
    """Every page gets a typed outcome with a reason in words."""
    outcome = Desk(outlets=[]).edit(Page(content, source="page"))
    assert isinstance(outcome, kind)
    assert isinstance(outcome, Rejection | Failure)
    assert (outcome.code, outcome.source, bool(outcome.reason)) == (code, "page", True)


@pytest.mark.parametrize("depth", [300, 1_900])
def test_deep_pages_are_kept_whole(depth: int) -> None:
    """An article within the limit of depth is read, not lost."""
    page = b"<html><body>" + b"<div>" * depth + HTML[60:-14] + b"</div>" * depth + b"</body></html>"
    article = Desk(outlets=[]).edit(Page(page))
    assert isinstance(article, Article)
    assert article.text.count("harbour would stay closed") == 2


def test_a_cut_page_says_so() -> None:
    """A page cut in its text is an article of which only a part is here."""
    article = edit(Harbour(), content=HTML[: HTML.index(b"</div>")])
    assert isinstance(article, Article)
    assert article.completeness == "partial"
    assert "truncated" in [warning.code for warning in article.warnings]


def test_text_of_nobody_goes_to_the_generic_reader() -> None:
    """A saved text that no outlet claims is read all the same."""
    text = f"The harbour closes\n\n{PROSE}\n\n{PROSE} Nobody objected.\n\nLeave a Comment\n"
    article = Desk(outlets=[]).edit(Page(text.encode()))
    assert isinstance(article, Article)
    assert (article.outlet, article.headline, article.language) == (
        "generic",
        "The harbour closes",
        "en",
    )
    assert article.text == f"{PROSE}\n{PROSE} Nobody objected."


def test_generic_is_always_last() -> None:
    """The core's own outlet cannot be left out."""
    assert [outlet.name for outlet in Desk(outlets=[Harbour()]).outlets] == ["harbour", "generic"]


@pytest.mark.parametrize(
    ("inside", "after"),
    [
        ("", "<!-- And that is all that anybody said of it on that day. -->" * 100_000),
        ("<p>They said so.</p>" * 5_000, ""),
    ],
    ids=["large", "of many parts"],
)
def test_a_page_of_much_is_given_back(inside: str, after: str) -> None:
    """Its tree is let go of as soon as it is edited, and made anew if it is wanted."""
    page = Page(HTML.replace(b"</div>", f"{inside}</div>{after}".encode()))
    held = page.tree.css_first("h1")
    assert isinstance(Desk(outlets=(Harbour(),)).edit(page), Article)
    assert "_parsed" not in vars(page)
    assert held is not None
    assert held.text() == "The harbour closes"
    assert page.tree.html == Page(page.content).tree.html


def test_a_small_page_is_kept() -> None:
    """The tree of a usual page stays for whoever asks on."""
    page = Page(HTML, "https://harbour.example/1")
    held = page.tree
    Desk(outlets=(Harbour(),)).edit(page)
    assert page.tree is held
