"""Case files are changed in one place, and written whole."""

import json
from pathlib import Path

import pytest

from copydesk.conformance.authoring.writing import mark_reviewed, replace, with_field
from copydesk.errors import UsageError


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('outlet = "a"\nreviewed = false\n', 'outlet = "a"\nreviewed = true\n'),
        ('outlet = "a"', 'outlet = "a"\nreviewed = true\n'),
        ("# mine\r\n  reviewed=false # not yet\r\n", "# mine\r\n  reviewed=true # not yet\r\n"),
        (
            'note = """\nreviewed = false\n"""\n"reviewed" = false\nknown_failures = [\n  "x",\n]\n',
            'note = """\nreviewed = false\n"""\n"reviewed" = true\nknown_failures = [\n  "x",\n]\n',
        ),
        ("reviewed = true\n", "reviewed = true\n"),
    ],
)
def test_mark_reviewed(tmp_path: Path, before: str, after: str) -> None:
    """One word changes; comments, line ends and all other lines stay byte for byte."""
    file = tmp_path / "case.toml"
    file.write_bytes(before.encode())
    mark_reviewed(file, reviewed=True)
    assert file.read_bytes() == after.encode()
    assert list(tmp_path.iterdir()) == [file]


def test_unusual_place(tmp_path: Path) -> None:
    """Where the key cannot be found or added, the person is asked to write it."""
    file = tmp_path / "case.toml"
    file.write_text("[table]\n")
    with pytest.raises(UsageError, match="reviewed = true into it by hand"):
        mark_reviewed(file, reviewed=True)
    assert file.read_text() == "[table]\n"


def test_replace_leaves_the_old_file(tmp_path: Path) -> None:
    """What cannot be written is named, and the old file and its folder are as they were."""
    (tmp_path / "folder").mkdir()
    with pytest.raises(UsageError, match="folder cannot be written"):
        replace(tmp_path / "folder", b"new")
    assert list(tmp_path.iterdir()) == [tmp_path / "folder"]


def test_replace_follows_a_link(tmp_path: Path) -> None:
    """A link stays one: what it leads to is written."""
    (tmp_path / "real").write_text("old")
    (tmp_path / "link").symlink_to("real")
    replace(tmp_path / "link", b"new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_text() == "new"


GOLDEN = {"outlet": "a", "headline": "One", "body": [{"type": "paragraph", "text": "é"}]}


def test_field_changed() -> None:
    """Other fields keep value, order and indentation."""
    text = with_field(json.dumps(GOLDEN, indent=1), "headline", "Two")
    assert text == json.dumps({**GOLDEN, "headline": "Two"}, indent=1, ensure_ascii=False) + "\n"
    assert list(json.loads(text)) == ["outlet", "headline", "body"]


def test_field_added_and_taken_out() -> None:
    """A new field comes where the schema has it; one that is nothing now goes."""
    text = with_field(json.dumps(GOLDEN), "summary", "Short")
    assert list(json.loads(text)) == ["outlet", "headline", "summary", "body"]
    assert list(json.loads(with_field(text, "headline", None))) == ["outlet", "summary", "body"]
