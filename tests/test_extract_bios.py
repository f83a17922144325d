"""Who wrote a text stands in its last paragraphs, and is no part of it."""

import pytest

from copydesk import Page
from copydesk.extract.body.bios import without_bios
from copydesk.extract.body.pieces import Kind, Piece

NODE = Page(b"<p>x").tree.css("p")[0]


def read(*texts: str, kind: Kind = "paragraph") -> list[str]:
    pieces = [Piece(kind, NODE, text=text) for text in texts]
    return [piece.text for piece in without_bios(pieces, ["Ann Lee", "heron"])]


@pytest.mark.parametrize(
    "bio",
    [
        "Ann Lee writes about the sea. She lives on the island.",
        "About the author: Ann Lee is our correspondent at the harbour.",
        "Korrespondentin Ann Lee berichtet vom Meer.",
        "By Ann Lee",
        "Ann Lee",
    ],
)
def test_a_paragraph_about_the_author(bio: str) -> None:
    """It begins with the name, or with a few words and the name."""
    assert read("One.", "Two.", "Three.", bio) == ["One.", "Two.", "Three."]


@pytest.mark.parametrize(
    "line",
    [
        "Ann Lee: And when will the ferry return?",
        "The council thanked all who had worked on the pier, Ann Lee among them.",
        "heron was seen at the pier.",
        "Bob Ray writes about the sea.",
    ],
)
def test_other_paragraphs_stay(line: str) -> None:
    """What is asked in an interview, a name further on, a nickname and other names are the text's."""
    assert read("One.", "Two.", "Three.", line)[-1] == line


def test_only_the_end_is_looked_at() -> None:
    """A text may begin with its author, and be long behind the name."""
    texts = ["Ann Lee went to sea.", *map(str, range(5))]
    assert read(*texts) == texts
    assert read("One.", "Ann Lee at the pier", kind="heading")[-1] == "Ann Lee at the pier"


def test_whom_the_text_is_about() -> None:
    """Who sends a press release is what it tells of, and its last paragraphs are part of it."""
    release = (
        "The yard of Ann Lee said on Monday that it would build two more ferries for the island.",
        "The boats are to be ready by spring.",
        "Both will be named by those who live on the island.",
        "About Ann Lee",
        "Ann Lee builds boats at two yards.",
        "Press: 555-0100",
        "Source: Ann Lee",
    )
    assert read(*release) == list(release)
    assert read("By Ann Lee, at the pier", *release[1:]) == [
        "By Ann Lee, at the pier",
        *release[1:3],
        release[5],
    ]
