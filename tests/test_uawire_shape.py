"""uawire claims texts by their shape alone, and therefore weakly and news only."""

from pathlib import Path

import pytest

from copydesk import Article, Desk, Page

SEED = next((Path(__file__).parent.parent / "seeds").glob("004_*.txt")).read_text(encoding="utf-8")
TAIL = "\n\n  {}\n\nComments\n"

SHOPPING = (
    """Shopping for Saturday

Two loaves of bread.

Eggs, a dozen, and the good butter.

Ask Petra what she said about the cake.""",
    "Bread, Eggs, Butter",
)
RECIPE = (
    """Grandmother's dumplings

Ingredients

One kilogram of potatoes, two eggs, flour.

Boil the potatoes until they are soft, as grandmother always said, then mash them while hot.

According to her sister the water must be salted. Aunt Vera said it must not.""",
    "Dumplings, Potatoes, Sunday",
)
LOG = (
    """2022-01-07 16:24:01 INFO started.
2022-01-07 16:24:02 WARN disk reported full.
2022-01-07 16:24:03 INFO peer said hello.""",
    "Disk, Peer, Warnings",
)
REVIEW = (
    """The kettle that sings

The maker announced this kettle in May, and a friend told me to wait.

I did not wait. After three weeks my kitchen sounds like an opera, and the neighbors said that they like it.

You will want to descale it every month.""",
    "Kettles, Kitchen, Music",
)
MINUTES = (
    """Allotment society

Minutes of the meeting of 7 January

Present: Vera, Otto, Ida.

Otto said that the water pump had frozen. Ida reported that the hedge had been cut.

Vera announced that the next meeting would be in March.""",
    "Vera, Otto, Ida",
)
LETTER = (
    """Dear Ida

Vera said that you were ill, and Otto told us that you would not come.

We announced it to the others, and everybody said that they would write.""",
    "Vera, Otto, Ida",
)
NEWS = (
    """Ferry breaks its own record

The ferry at Lower Bank carried 1,312 people on Wednesday, the ferryman told the local radio, forty more than on any day before.

“I did not count the goats, and you should not either,” he said after the last crossing of the day.

The district council stated that it had no plans for a bridge, and that the ferry would stay.""",
    "Lower Bank, Transport",
)


def text_page(body: str, names: str) -> Page:
    return Page((body + TAIL.format(names)).encode(), media_type="text/plain")


@pytest.mark.parametrize(
    ("body", "names"),
    [SHOPPING, RECIPE, LOG, REVIEW, MINUTES, LETTER],
    ids=["shopping", "recipe", "log", "review", "minutes", "letter"],
)
def test_what_is_no_news_is_not_won(body: str, names: str) -> None:
    """An indented list of names and "Comments" do not make a list, a recipe or a letter news."""
    candidates = Desk().claims(text_page(body, names))
    assert [c.outlet.name for c in candidates] == ["generic"]


def test_news_of_this_shape_is_claimed_weakly() -> None:
    """Any news text of this shape: at most .5, so that a mark or a host of another outlet wins."""
    page = text_page(*NEWS)
    first = Desk().claims(page)[0]
    assert first.outlet.name == "uawire"
    assert first.claim.confidence <= 0.5
    article = Desk().edit(page)
    assert isinstance(article, Article)
    assert article.topics == ("Lower Bank", "Transport")
    assert article.text.endswith("and that the ferry would stay.")


@pytest.mark.parametrize(
    "changed",
    [
        SEED.replace("Stoltenberg, NATO, Russia, Ukraine", "Stoltenberg"),
        SEED.replace("\xa0 Stoltenberg, NATO", "Stoltenberg, NATO"),
        SEED.replace("\nComments", ""),
        SEED.replace("\nComments", "\nComments\n\nTwo readers have written."),
    ],
    ids=["one name", "no indent", "no end", "more after"],
)
def test_each_part_of_the_shape_is_needed(changed: str) -> None:
    """A list of one name, one that is not indented, or another end is another shape."""
    page = Page(changed.encode(), media_type="text/plain")
    assert Desk().claims(page)[0].outlet.name == "generic"


def test_another_outlets_mark_beats_the_shape() -> None:
    """The words "According to IRNA" name the outlet; the shape under them does not count."""
    body = (
        f"A headline of some words\n\nAccording to IRNA on Monday, nothing happened.\n\n{NEWS[0]}"
    )
    assert Desk().claims(text_page(body, NEWS[1]))[0].outlet.name == "irna"
