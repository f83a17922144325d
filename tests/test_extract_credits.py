"""Credits in single lines, in the languages that outlets write in."""

from collections.abc import Callable, Iterator

import pytest

from copydesk.extract.people.house import House
from copydesk.extract.syndication.credits import Credit, beside, closing, may_credit, opening

HOUSE = House(frozenset({"portherald", "hafenbote"}), "hafenbote.example")

Reader = Callable[[str, House], Iterator[Credit]]


def read(reader: Reader, text: str) -> list[tuple[str, str]]:
    return [(credit.relation, credit.party) for credit in reader(text, HOUSE)]


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("GULL BAY, Jan 7 (Reuters) - The ferry", "Reuters"),
        ("GULL BAY (AP) — The ferry", "AP"),
        ("BERLIN (dpa/lno) - Die Fähre", "dpa"),
        ("Madrid, 7 ene (EFE).- El transbordador", "EFE"),
        ("(ANSA) - ROMA, 07 GEN - Il traghetto", "ANSA"),
        ("Paris, 7 jan 2022 (AFP) – Le bac", "AFP"),
        ("NEW DELHI, Jan 7 (PTI): The ferry", "PTI"),
        ("ANKARA (AA) - Vapur", "AA"),
        ("МОСКВА, 7 января. /ТАСС/. Паром", "ТАСС"),
        ("МОСКВА, 7 янв — РИА Новости. Паром", "РИА Новости"),
        ("KYIV. Jan 7 (Interfax-Ukraine) - The ferry", "Interfax-Ukraine"),
        ("新华社北京1月7日电（记者张三）渡轮", "新华社"),
        ("中新网1月7日电 渡轮", "中新网"),
        ("(서울=연합뉴스) 홍길동 기자 = 여객선은", "연합뉴스"),
        ("［ロンドン　７日　ロイター］ - 船は", "ロイター"),
        ("【ロンドン共同】船は", "共同"),
        ("واشنطن (رويترز) - عادت", "رويترز"),
        ("القاهرة - أ ش أ - عادت", "أ ش أ"),
        ("تهران - ایرنا - کشتی", "ایرنا"),
        ("Teheran, IRNA – Die Fähre", "IRNA"),
    ],
)
def test_a_mark_at_the_beginning(text: str, agency: str) -> None:
    """An agency's mark behind the place supplies the text, in each trade's way of setting it."""
    assert read(opening, text) == [("supplied_by", agency)]


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("The ferry sails, quoted by AFP.", "AFP"),
        ("The mayor told Reuters that it sails.", "Reuters"),
        ("According to the Associated Press, it sails.", "Associated Press"),
        ("The ferry, AFP reported on Monday, sails.", "AFP"),
        ("Das berichtet die Nachrichtenagentur Reuters am Montag.", "Reuters"),
        ("Selon l'AFP, le bac part.", "AFP"),
        ("Jak podaje PAP, prom odpływa.", "PAP"),
        ("Как сообщает ТАСС, паром вышел.", "ТАСС"),
        ("За даними агентства Reuters, пором вийшов.", "Reuters"),
        ("به گزارش ایسنا، کشتی رفت.", "ایسنا"),
        ("وفقا لوكالة رويترز عادت العبارة.", "رويترز"),
        ("据新华社报道，渡轮启航。", "新华社"),
    ],
)
def test_an_agency_that_is_quoted(text: str, agency: str) -> None:
    """A first paragraph may repeat what an agency said."""
    assert read(opening, text) == [("quotes", agency)]


@pytest.mark.parametrize(
    "text",
    [
        "Reuters was founded in 1851.",
        "The AP Dhillon concert (2024) - sold out - ended.",
        "The museum (opened 1990) – is old.",
        "Ani told her mother that the ferry sails.",
        "Pittsburgh, PA – The ferry sails.",
        "The ferry sails at ten.",
    ],
)
def test_an_agency_in_the_text_is_no_mark(text: str) -> None:
    """Names in sentences, brackets about something else and people called like agencies credit nobody."""
    assert read(opening, text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It ended by noon. (Reuters)", [("supplied_by", "Reuters")]),
        ("„Gut“, sagte er. (APA/dpa)", [("supplied_by", "APA"), ("supplied_by", "dpa")]),
        ("(AFP)", [("supplied_by", "AFP")]),
        ("dpa", [("supplied_by", "dpa")]),
        ("By The Associated Press", [("supplied_by", "The Associated Press")]),
        ("© dpa-infocom, dpa:230428-99-490000/2", [("supplied_by", "dpa-infocom")]),
        (
            "Copyright 2024 The Associated Press. All rights reserved. It may not be published.",
            [("supplied_by", "The Associated Press")],
        ),
        ("Quelle: hafenbote.example, rwe/dpa", [("republished_from", "dpa")]),
        ("Source: AFP, Reuters", [("republished_from", "AFP"), ("republished_from", "Reuters")]),
        ("Zdroj: ČTK", [("republished_from", "ČTK")]),
        ("来源：新华社", [("republished_from", "新华社")]),
        ("出典：共同通信", [("republished_from", "共同通信")]),
        ("Mit Material der dpa", [("based_on", "dpa")]),
        ("avec AFP", [("based_on", "AFP")]),
        ("(con información de EFE)", [("based_on", "EFE")]),
        ("With files from The Associated Press", [("based_on", "The Associated Press")]),
        ("(With ANI inputs)", [("based_on", "ANI")]),
        ("Associated Press writer Jo Lee contributed to this report.", [("based_on", "Associated Press")]),
        ("По материалам ТАСС", [("based_on", "ТАСС")]),
        ("За матеріалами Укрінформу", [("based_on", "Укрінформ")]),
        ("(This story is published from PTI feed without edits.)", [("supplied_by", "PTI")]),
        ("This is an auto-generated story, published from a syndicated feed (ANI).", [("supplied_by", "ANI")]),
        (
            "Die Meldung wurde automatisch von der Deutschen Presse-Agentur (dpa) übernommen.",
            [("supplied_by", "Deutschen Presse-Agentur")],
        ),
    ],
)  # fmt: skip
def test_an_agency_at_the_end(text: str, expected: list[tuple[str, str]]) -> None:
    """Signatures, notices of rights, sources and what a text was made with, in a line of their own."""
    assert read(closing, text) == expected
    assert may_credit(text)


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("This article was originally published on The Conversation. Read the original.", "The Conversation"),
        ("This story was originally published by Grist and is republished with permission.", "Grist"),
        ("This article is republished from The Conversation under a licence.", "The Conversation"),
        ("This story originally appeared on GULL and is part of a series.", "GULL"),
        ("A version of this article first appeared in The Harbour Post on March 3.", "The Harbour Post"),
        ("First published in the Quay Review.", "Quay Review"),
        ("This piece first appeared in The Mail on Sunday.", "The Mail on Sunday"),
        ("The post Ten ropes appeared first on Bellringer.", "Bellringer"),
        ("Dieser Artikel erschien zuerst auf Kai Online.", "Kai Online"),
        ("Der Text ist zuerst im Kaiblatt erschienen.", "Kaiblatt"),
        ("Cet article a été publié initialement sur Le Quai.", "Le Quai"),
        ("Cet article est republié à partir de Le Quai sous licence libre.", "Le Quai"),
        ("Publicado originalmente por El Muelle el 3 de mayo.", "El Muelle"),
        ("Artigo publicado originalmente no Jornal do Cais.", "Jornal do Cais"),
        ("Articolo pubblicato originariamente su Il Molo.", "Il Molo"),
        ("Dit artikel verscheen eerder op De Kade.", "De Kade"),
        ("Впервые опубликовано на сайте Причал.", "Причал"),
        ("Вперше опубліковано на сайті Берег.", "Берег"),
        ("转载自：港口日报", "港口日报"),
    ],
)  # fmt: skip
def test_where_it_was_published_before(text: str, party: str) -> None:
    """The sentence may say more; the name ends where that begins."""
    assert read(beside, text) == [("republished_from", party)]
    assert may_credit(text)


@pytest.mark.parametrize(
    "text",
    [
        "The source: a spring.",
        "Originally published in 2019.",
        "Originally published in March 2019.",
        "Originally published on the 21st of June 2019.",
        "This post was originally published on our sister blog.",
        "Her first novel, originally published in France by Molo, won a prize.",
        "The photo was first posted on Facebook by a user.",
        "The study was first published in Nature.",
        "He spoke with Reuters on Monday.",
        "The figures were taken from Reuters and checked by the board.",
        "With AP exams around the corner, students should rest.",
        "© All rights reserved",
        "Copyright 2023 Harbour Times",
    ],
)
def test_what_credits_nobody(text: str) -> None:
    """Dates, the site's own blogs, what is said of other works, and rights that are anybody's."""
    assert read(closing, text) == []


def test_anybody_may_be_credited_within_the_text() -> None:
    """In a text's last lines a source may be any outlet; below it such lines are other things' sources."""
    assert read(closing, "Source: Harbour Post") == [("republished_from", "Harbour Post")]
    assert read(beside, "Source: Harbour Post") == []
