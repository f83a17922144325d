"""One field of a case, recorded and read again."""

import json
from pathlib import Path

import pytest
from tests.harbour import PAGE, TEXT, Harbour, case_in

from copydesk import Desk
from copydesk.conformance import cases
from copydesk.conformance.authoring.change import change_of
from copydesk.conformance.cases import Case
from copydesk.errors import UsageError


@pytest.fixture
def desk() -> Desk:
    return Desk(outlets=[Harbour()])


@pytest.fixture
def case(tmp_path: Path) -> Case:
    """A reviewed case whose page says otherwise in three places now."""
    folder = case_in(tmp_path).folder
    page = PAGE.replace("New roof", "Old roof").replace("<li>Council</li>", "")
    (folder / "page.html").write_text(page)
    return cases.read(folder)


def test_change(case: Case, desk: Desk) -> None:
    """The difference is shown, and the other fields that differ are named."""
    change = change_of(case, "topics", desk)
    assert (change.old, change.new) == (["Market", "Council"], ["Market"])
    assert [line.strip() for line in change.lines if line[0] in "+-"][2:] == [
        '-    "Market",',
        '-    "Council"',
        '+    "Market"',
    ]
    assert change.others == ["headline", "content_hash"]
    assert not change.is_none


def test_write(case: Case, desk: Desk) -> None:
    """That field alone is written, and the case is a draft again."""
    before = json.loads(case.file.read_text())
    change_of(case, "topics", desk).write()
    again = cases.read(case.folder)
    assert again.golden == {**before, "topics": ["Market"]}
    assert list(again.golden) == list(before)
    assert not again.facts.reviewed


def test_defaults_make_no_difference(case: Case, desk: Desk) -> None:
    """A default that is written out means the same as one that is left out."""
    golden = json.loads(case.file.read_text())
    golden["authors"][0]["url"] = None
    case.file.write_text(json.dumps(golden))
    assert change_of(cases.read(case.folder), "authors", desk).is_none


def test_wrong_golden_is_a_difference(case: Case, desk: Desk) -> None:
    """What the schema refuses is not the same as what is read."""
    golden = json.loads(case.file.read_text())
    golden["topics"] = "Market"
    case.file.write_text(json.dumps(golden))
    assert not change_of(cases.read(case.folder), "topics", desk).is_none


def test_no_field(case: Case, desk: Desk) -> None:
    """A field that does not exist is named with the one that is like it."""
    with pytest.raises(UsageError, match="topic is no field of an article; did you mean topics"):
        change_of(case, "topic", desk)


def test_no_article(case: Case, desk: Desk) -> None:
    """A page that becomes no article has no fields to write."""
    (case.folder / "page.html").write_text("<p>Access denied</p>")
    with pytest.raises(
        UsageError, match=r"has article\.json, and its page becomes a rejection: .*by hand"
    ):
        change_of(cases.read(case.folder), "topics", desk)


def test_text_case(tmp_path: Path, desk: Desk) -> None:
    """A text rendering is read again as text."""
    assert change_of(case_in(tmp_path, TEXT), "headline", desk).is_none
