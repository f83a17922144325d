"""Words are counted in every script."""

import pytest

from copydesk.schema.words import count_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("The ferry came back.", 4),
        ("Паром вернулся — наконец.", 3),
        ("배가 항구로 돌아왔다", 3),
        ("渡轮今天回到港口。", 4),
        ("渡轮 Gull Island 回来了", 5),
        ("フェリーが港に戻った", 5),
        ("เรือกลับมาที่ท่าเรือแล้ว", 5),
    ],
)
def test_words_of_a_text(text: str, words: int) -> None:
    """Where no spaces part them, their letters tell about how many there are."""
    assert count_words(text) == words
