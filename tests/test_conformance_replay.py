"""Evidence is looked for again on the page, each method in its own way."""

import pytest
from tests.harbour import by_method

from copydesk import Article, Outlet, Page
from copydesk.conformance.trial.replay import Replay
from copydesk.schema import Evidence, Paragraph

PAGE = """<html lang="en-GB"><head><meta property="og:title" content="New roof">
<script type="application/ld+json">{"@type": "NewsArticle", "headline": "New &amp; dry", "n": [1, "b"]}</script>
</head><body><div itemscope itemtype="https://schema.org/NewsArticle">
<h1 itemprop="headline">New <b>roof</b></h1>
<p>one <a>see also</a> two</p>
<picture><source srcset="/big.jpg 2x, /small.jpg 1x"><img src="/tiny.jpg"></picture>
</div></body></html>"""
TEXT = "one\ntwo 12 May\nthree\ntwo 13 May"
IMAGE = "html>body>div>picture>img"


def problem(
    method: str, selector: str, raw: str, *, text: str = "", outlet: Outlet | None = None
) -> str | None:
    content, kind = (text, "text/plain") if text else (PAGE, "text/html")
    page = Page(content.encode(), "https://harbour.example/2021/10/12/roof", media_type=kind)
    body = Paragraph(id="b1", text="The market has a new roof and it is what the people want.")
    article = Article(outlet="harbour", headline="x", body=(body,))
    evidence = Evidence(plugin="harbour", method=method, selector=selector, raw=raw)  # type: ignore[arg-type]
    return Replay(article, page, outlet).problem(evidence)


@pytest.mark.parametrize(
    ("method", "selector", "raw"),
    [
        ("css", "h1", "New roof"),
        ("css", "html>body>div>p", "one two"),
        ("css", "html @lang", "en-GB"),
        ("css", IMAGE, "https://harbour.example/tiny.jpg"),
        ("css", IMAGE, "https://harbour.example/big.jpg"),
        ("css", IMAGE, ""),
        ("generic", "h1", "New roof"),
        ("generic", "text", "en"),
        ("meta", "og:title", "New roof"),
        ("ld", "0:/headline", "New & dry"),
        ("ld", "0:/n", "b"),
        ("microdata", "headline", "New roof"),
        ("url", "url", "2021-10-12"),
        ("url", "url", "2021-10"),
        ("feed", "item", "whatever"),
    ],
)
def test_found(method: str, selector: str, raw: str) -> None:
    """A selector that gives its raw words has no problem."""
    assert problem(method, selector, raw) is None


@pytest.mark.parametrize(
    ("method", "selector", "raw", "message"),
    [
        ("css", "h2", "New roof", "finds nothing"),
        ("css", "h1::text", "New roof", "finds nothing"),
        ("css", "h1 @title", "New roof", "finds nothing"),
        ("css", "h1", "Old roof", "finds 'Newroof'"),
        ("css", "html>body>div>p", "two one", "does not give the raw words"),
        ("css", IMAGE, "https://harbour.example/other.jpg", "does not give"),
        ("generic", "text", "uk", "finds 'en'"),
        ("meta", "og:description", "New roof", "finds nothing"),
        ("ld", "0:/name", "x", "finds nothing"),
        ("ld", "7:/headline", "x", "finds nothing"),
        ("microdata", "datePublished", "x", "finds nothing"),
        ("url", "url", "2021-11-12", "does not give"),
        ("python", "authors", "Ann", "finds nothing"),
    ],
)
def test_not_found(method: str, selector: str, raw: str, message: str) -> None:
    """A selector that finds nothing, or something else, is a problem that says which."""
    assert message in (problem(method, selector, raw) or "")


@pytest.mark.parametrize(
    ("selector", "raw", "is_there"),
    [
        ("L2", "two 12 May", True),
        ("L2", "two 13 May", False),
        ("L1-L2", "one two 12 May", True),
        (r"L1:/^two (.+)$/", "12 May", True),
        (r"L3:/^two (.+)$/", "13 May", True),
        (r"L3:/^two (.+)$/", "12 May", False),
        (r"L1:/\Aone$/", "one", True),
        ("L9", "one", False),
        ("line 2", "two 12 May", False),
    ],
)
def test_lines(selector: str, raw: str, is_there: bool) -> None:
    """Text evidence names lines, or a pattern and the line to search from."""
    assert (problem("text", selector, raw, text=TEXT) is None) == is_there


def test_method() -> None:
    """A method is called again; what it returns must be what it returned."""
    outlet = by_method(authors=lambda _self, _page: ["Ann Lee"])
    assert problem("python", "authors", "Ann Lee", outlet=outlet) is None
    assert problem("python", "authors", "Bo Lee", outlet=outlet)


def test_node_of_a_method() -> None:
    """A node that a method returned is found by its path."""
    assert problem("python", "html>body>div>p", "one two", outlet=by_method()) is None
