"""Lines of a page's date and time, which say nothing else."""

import pytest

from copydesk.extract.stamped import is_stamp


@pytest.mark.parametrize(
    "line",
    [
        "Stand: 05.03.2024, 13:22 Uhr",
        "Updated 5:12 AM EST, Tue March 5, 2024",
        "Publié le 5 mars 2024 à 10h24, mis à jour le 5 mars 2024 à 11h",
        "(Publicerad 5 mars 2024 kl. 10.15)",
        "Päivitetty 5.3.2024 klo 10.15",
        "Frissítve: 2024. március 5. 10:15",
        "Обновлено: 5 марта 2024, 10:15",
        "5.mar.2024 às 9h10",
        "Tuesday, March 5, 2024 | 9:00 a.m. ET",
        "更新 2024年3月5日 10:15",
    ],
)
def test_a_label_and_dates(line: str) -> None:
    """In any language, with one date or several, in brackets or without; a day and a time need no label."""
    assert is_stamp(line)


@pytest.mark.parametrize(
    "line",
    [
        "Published in 2003, the book sold 40 copies.",
        "Updated in 1990 by the council",
        "Stand 5 of the fair was empty at 10:15",
        "Published 14 June, the report names boats 10:15",
        "5 March 2024",
        "Doors open at 10:15 on 5 March 2024",
        "10:15",
        "Published",
        "Last updated on March 5, 2024",
        "Stand: 05.03.2024",
        "Updated 10:15 5 March " + "5 March " * 30,
    ],
)
def test_other_lines(line: str) -> None:
    """Sentences that begin with such a word, dates without one and words without a date are the text's."""
    assert not is_stamp(line)
