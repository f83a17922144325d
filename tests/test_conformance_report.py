"""A failure says what was expected, what came, from where, why, and how to go on."""

import json
from pathlib import Path

import pytest
from tests.harbour import PAGE, by_method, case_in, trial_of

from copydesk import Outlet
from copydesk.conformance.cases import Case, read
from copydesk.conformance.difference import first_difference, shown, why
from copydesk.conformance.report import Way, failure
from copydesk.conformance.suite import case_tests


@pytest.fixture(autouse=True)
def _here(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Paths are printed from the working directory."""
    monkeypatch.chdir(tmp_path)


def report(case: Case, name: str, *outlets: Outlet, way: Way = Way()) -> str:  # noqa: B008  # frozen
    subject = trial_of(case, *outlets).subject
    test = next(test for test in case_tests(subject, case) if test.name == name)
    return "\n\n".join(failure(test, fault, way) for fault in test.run().faults)


def test_the_form(tmp_path: Path) -> None:
    """The report of a field reads as in the house style, line by line."""
    case = case_in(tmp_path / "cases", slug="2021-roof")
    selector = "html>body:nth-child(2)>div:nth-child(2)>span:nth-child(4)"
    assert report(case, "published", by_method(time_zone=None)) == (
        "harbour / 2021-roof / published\n"
        "  expected  2021-10-12T09:40+03:00    cases/2021-roof/article.json\n"
        "  got       2021-10-12T09:40\n"
        f"  came from css {selector}    raw '09:40, 12.10.21'    layout 2021\n"
        "  why       the raw text has no zone and neither outlet harbour nor layout 2021 declares one\n"
        "  rerun     copydesk check harbour --case 2021-roof --field published\n"
        "  accept    only if the page says so: copydesk case update 2021-roof --field published "
        "--plugin harbour"
    )


def test_way(tmp_path: Path) -> None:
    """The command to try again names the folders that the first one named, quoted for a shell."""
    case = case_in(tmp_path / "my cases", reviewed=False)
    way = Way(Path("my cases"), "plugins.toml")
    assert report(case, "is_reviewed", way=way).splitlines()[-1] == (
        "  rerun     copydesk check harbour --case roof --field is_reviewed "
        "--cases 'my cases' --config plugins.toml"
    )


def test_nothing_to_accept(tmp_path: Path) -> None:
    """What reads no golden cannot be accepted."""
    text = report(case_in(tmp_path, reviewed=False), "is_reviewed")
    assert "accept" not in text
    assert "draft: article.json is what the plugin made" in text


def test_control_characters(tmp_path: Path) -> None:
    """Nothing of a page moves the terminal's cursor or turns its text."""
    case = case_in(tmp_path)
    data = json.loads(case.file.read_text())
    case.file.write_text(json.dumps({**data, "summary": "x"}))
    turned = PAGE.replace("Forty-one", "Forty&#x202E;&#x9b;-one").encode()
    case.page_file.write_bytes(turned)
    case = read(case.folder)
    text = report(case, "summary", by_method(summary=lambda _s, p: p.text[300:]))
    assert "summary" in text
    assert not {"\u202e", "\x9b", "\x1b"} & set(text)


@pytest.mark.parametrize(
    ("expected", "got", "place"),
    [
        ("a", "b", ""),
        (["a", "b"], ["a", "c"], "/1"),
        (["a"], ["a", "c"], "/1"),
        ([{"type": "p", "text": "a"}], [{"type": "p", "text": "b"}], "/0/text"),
        ({"value": "2021", "raw": "a"}, {"value": "2022", "raw": "b"}, ""),
        ({"value": "2021", "raw": "a"}, {"value": "2021", "raw": "b"}, "/raw"),
        ({"name": "a"}, {"name": "a", "url": "b"}, "/url"),
    ],
)
def test_first_difference(expected: object, got: object, place: str) -> None:
    """Long values are compared down to where they differ first; dates stay whole."""
    assert first_difference(expected, got)[0] == place  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, "nothing"),
        ("Ann Lee", "Ann Lee"),
        ({"value": "2021-10", "raw": "x"}, "2021-10"),
        ([{"name": "Łukasz"}], '[{"name": "Łukasz"}]'),
        ("a" * 400, "a" * 300 + "…"),
    ],
)
def test_shown(value: object, text: str) -> None:
    """Values are printed on one line, dates by their value."""
    assert shown(value) == text  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("place", "expected", "got", "told"),
    [
        (
            "/dateline",
            "Port",
            None,
            "neither the outlet's rules nor the generic reader find it on the page",
        ),
        ("/body/3", None, {"type": "divider"}, "at /body/3: article.json ends before it"),
        ("/headline", "a b", "a  b", "they differ in white space alone"),
        ("/headline", "New", "NEW", "they differ in upper and lower case alone"),
        ("/headline", "New roof", "New roof | Harbour", "it holds more: '| Harbour'"),
        ("/headline", "New roof", "New", "it lacks 'roof'"),
        ("/headline", "New roof", "New reef", "they part at character 5: 'New roof' is 'New reef'"),
        ("/images", True, False, "the two differ"),
        (
            "/published",
            {"value": "2021-10-12", "raw": "x"},
            {"value": "2021-10-12T00:00", "raw": "x"},
            "the value is more precise than article.json says",
        ),
        (
            "/published",
            {"value": "2021-10-12T09:40", "raw": "x"},
            {"value": "2021-10", "raw": "x"},
            "the value is less precise than article.json says: the time or the day is not read",
        ),
    ],
)
def test_why(place: str, expected: object, got: object, told: str) -> None:
    """The likely cause is said as far as the two values tell."""
    assert why(place, expected, got, None) == told  # type: ignore[arg-type]
