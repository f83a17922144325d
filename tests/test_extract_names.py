# letters of other scripts are the point
"""A printed byline becomes clean parties."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.extract.people.names import parties


def names(byline: str) -> list[str]:
    return [party.name for party in parties(byline)]


@pytest.mark.parametrize(
    ("byline", "expected"),
    [
        ("Ann Lee", ["Ann Lee"]),
        ("By Ann Lee", ["Ann Lee"]),
        ("By: Ann Lee and Bob Ray in Kyiv", ["Ann Lee", "Bob Ray"]),
        ("BY ANN LEE, KYIV", ["ANN LEE"]),
        ("Posted by Ann Lee on January 7, 2022", ["Ann Lee"]),
        ("Written by\n   Ann Lee\n  •\n 5 min read", ["Ann Lee"]),
        ("Ann Lee\nUpdated 7 January 2022", ["Ann Lee"]),
        ("Ann Lee, Bob Ray, and Cy Doe", ["Ann Lee", "Bob Ray", "Cy Doe"]),
        ("Ann Lee; Bob Ray & Cy Doe", ["Ann Lee", "Bob Ray", "Cy Doe"]),
        ("Ann Lee/Bob Ray", ["Ann Lee", "Bob Ray"]),
        ("Ann Lee with Bob Ray", ["Ann Lee", "Bob Ray"]),
        ("von Max Müller", ["Max Müller"]),
        ("Von Max Müller und Eva Schmidt, Berlin", ["Max Müller", "Eva Schmidt"]),
        ("Par Jean Dupont et Marie Roche", ["Jean Dupont", "Marie Roche"]),
        ("Por María Pérez y Juan López", ["María Pérez", "Juan López"]),
        ("di Marco Rossi e Anna Bianchi", ["Marco Rossi", "Anna Bianchi"]),
        ("Door Jan de Vries en Piet Bakker", ["Jan de Vries", "Piet Bakker"]),
        ("Tekst: Jan Kowalski", ["Jan Kowalski"]),
        ("Автор: Иван Петров", ["Иван Петров"]),
        ("Автори: Олена Бойко та Іван Франчук", ["Олена Бойко", "Іван Франчук"]),
        ("نویسنده: علی رضایی", ["علی رضایی"]),
        ("بقلم أحمد محمد", ["أحمد محمد"]),
        ("作者：张三、李四", ["张三", "李四"]),
        ("Yazan: Ayşe Yılmaz", ["Ayşe Yılmaz"]),
    ],
)
def test_by_words_and_lists(byline: str, expected: list[str]) -> None:
    """By-words, places, dates and what joins names are taken off in many languages."""
    assert names(byline) == expected


@pytest.mark.parametrize(
    "name",
    [
        "Theresa May",
        "Martin King, Jr.",
        "Ann (Ray) Lee",
        "Lee, Ann",
        "Kaufman, Jeff T.",
        "José Ortega y Gasset",
        "Leonardo da Vinci",
        "Ursula von der Leyen",
        "Abdel Fattah el-Sisi",
        "Jeanne d'Arc",
        "Per-Erik Ofstad",
        "Dan Davies",
        "Dr. Max Kolter",
        "Sarah J.",
        "Ben Rau",
        "Al Gore",
        "ANN LEE",
        "Анна-Мария Ли",
    ],
)
def test_names_that_stay_whole(name: str) -> None:
    """Particles, initials, suffixes and turned names belong to the name, in its own case."""
    assert [(party.name, party.kind) for party in parties(name)] == [(name, "person")]


@pytest.mark.parametrize(
    ("byline", "expected"),
    [
        ("Ann Lee | Senior reporter", ["Ann Lee"]),
        ("Ann Lee, political editor", ["Ann Lee"]),
        ("Ann Lee, g1 — São Paulo", ["Ann Lee"]),
        ("Political correspondent Ann Lee", ["Ann Lee"]),
        ("Ann Lee Sport correspondent", ["Ann Lee"]),
        ("Ann Lee, MD, PhD", ["Ann Lee"]),
        ("Иван Петров, корреспондент", ["Иван Петров"]),
        ("By Ann Lee, a writer and political analyst based in London", ["Ann Lee"]),
        ("By Ann Lee for Example.com", ["Ann Lee"]),
        ("By Ann Lee For Example.com", ["Ann Lee"]),
        ("Ann Lee on behalf of the ferry group", ["Ann Lee"]),
        ("Ann Lee (Kyiv) and Bob Ray", ["Ann Lee", "Bob Ray"]),
        ("Created by Ann Lee", ["Ann Lee"]),
        ("Ann Lee (ann.lee@example.org) @annlee", ["Ann Lee"]),
        ("Ann Lee, who covers energy", ["Ann Lee"]),
        ("Reporting by Ann Lee; Editing by Bob Ray", ["Ann Lee"]),
        ("Ann Lee · Photo: Bob Ray", ["Ann Lee"]),
        ("Posted by annlee on Friday December 19, 2025", ["annlee"]),
        ("This post was written by Ann Lee, head of the ferries", ["Ann Lee"]),
        ("Ann Lee, ferry lover since 1987", ["Ann Lee"]),
    ],
)
def test_titles_and_asides(byline: str, expected: list[str]) -> None:
    """Job titles, addresses, handles, half sentences and other people's work are no authors."""
    assert names(byline) == expected


@pytest.mark.parametrize(
    ("byline", "expected"),
    [
        ("Reuters", [("Reuters", "organization")]),
        ("By The Associated Press", [("The Associated Press", "organization")]),
        ("By ANN LEE, REUTERS", [("ANN LEE", "person"), ("REUTERS", "organization")]),
        ("Ann Lee (AP)", [("Ann Lee", "person"), ("AP", "organization")]),
        ("AFP/dpa", [("AFP", "organization"), ("dpa", "organization")]),
        ("ТАСС", [("ТАСС", "organization")]),
        ("新华社", [("新华社", "organization")]),
        ("Staff", [("Staff", "organization")]),
        ("BBC News", [("BBC News", "organization")]),
        ("Redaktion", [("Redaktion", "organization")]),
        ("Redacción", [("Redacción", "organization")]),
        (
            "Center for Drug Evaluation and Research",
            [("Center for Drug Evaluation and Research", "organization")],
        ),
        ("The Harbour Post", [("The Harbour Post", "organization")]),
        ("松岡大地", [("松岡大地", "person")]),
        ("김철수", [("김철수", "person")]),
        ("港口日報", [("港口日報", "organization")]),
        ("港口网", [("港口网", "organization")]),
        ("바다일보", [("바다일보", "organization")]),
        ("共同通信社会部", [("共同通信社会部", "organization")]),
        ("ทีมข่าวภูมิภาค", [("ทีมข่าวภูมิภาค", "organization")]),
        ("رويترز", [("رويترز", "organization")]),
        ("संवाद न्यूज एजेंसी", [("संवाद न्यूज एजेंसी", "organization")]),
        ("ნინო გელაშვილი", [("ნინო გელაშვილი", "person")]),
        ("Mina", [("Mina", "unknown")]),
        ("stephenlega", [("stephenlega", "unknown")]),
        ("srf/hosb", [("srf/hosb", "unknown")]),
    ],
)
def test_kinds(byline: str, expected: list[tuple[str, str]]) -> None:
    """An agency or a desk is an organization; what cannot be told is unknown."""
    assert [(party.name, party.kind) for party in parties(byline)] == expected


@pytest.mark.parametrize(
    "byline",
    [
        "",
        "  ",
        "By",
        "1234",
        "admin",
        "Posted by admin",
        "Unknown",
        "ann@example.org",
        "@annlee",
        "https://www.facebook.com/annlee",
        "example.com",
        "Senior reporter",
        "Harbour Admin",
        "page.head.author",
        "August",
        "Friday, December",
        "7 January 2022",
        "a" * 300,
    ],
)
def test_nobody(byline: str) -> None:
    """An address, a number, a title or "admin" names nobody."""
    assert parties(byline) == ()


def test_each_once() -> None:
    """A party named twice is one, in the place where it is first named."""
    assert [name.casefold() for name in names("Ann Lee, Bob Ray, ANN LEE")] == [
        "ann lee",
        "bob ray",
    ]


def test_role() -> None:
    """Every party did what the caller says."""
    assert [party.role for party in parties("Ann Lee")] == ["author"]
    assert [party.role for party in parties("Ann Lee", role="translator")] == ["translator"]


def test_limits() -> None:
    """At most 50 parties, from a byline of any length, in no time."""
    start = time.process_time()
    many = ", ".join(f"Ann {first}{second}" for first in "BCDFGHKLM" for second in "aeiouy" * 9)
    assert len(parties(many)) <= 50
    for piece in ("Ann Lee, ", "a@", "(", " ", ";", "/", "by ", "and ", "x.", "y e "):
        parties(piece * 100_000)
    assert time.process_time() - start < 1


@given(st.text(max_size=300))
def test_any_text(byline: str) -> None:
    """Any text gives valid parties, twice the same."""
    assert parties(byline) == parties(byline)


@given(
    st.lists(
        st.sampled_from(
            ["Ann Lee", "by", ",", "and", "Reuters", "(AP)", "in Kyiv", "editor", "7", "|"]
        ),
        max_size=12,
    )
)
def test_bare_names_stay_bare(words: list[str]) -> None:
    """A party's name, read again, is that name."""
    for party in parties(" ".join(words)):
        assert names(party.name) == [party.name]


@pytest.mark.parametrize(
    ("name", "kind"), [("Mahua Das", "person"), ("Harbour D", "unknown"), ("Ann de", "unknown")]
)
def test_a_particle_that_is_a_surname(name: str, kind: str) -> None:
    """What parts of other names begin with is a surname where it ends one with a capital."""
    (party,) = parties(name)
    assert party.kind == kind


@pytest.mark.parametrize(
    ("byline", "expected"),
    [
        ("港報 記者王小明／台北即時報導", ["王小明"]),
        ("〔記者王小明／台北報導〕", ["王小明"]),
        ("港口新闻记者 孙小溪", ["孙小溪"]),
        ("本报记者\u3000周\u3000远", ["周远"]),
        ("記者・山田花子", ["山田花子"]),
        ("文・山田花子 写真・鈴木一郎", ["山田花子"]),
        ("来源：港口社 作者：张三", ["张三"]),
        ("责任编辑：王晓", []),
        ("撰文：陳大文", ["陳大文"]),
        ("김바다 선임기자 bada@harbour.example", ["김바다"]),
        ("山田 花子", ["山田 花子"]),
    ],
)
def test_east_asian_bylines(byline: str, expected: list[str]) -> None:
    """Nothing parts a name from "reporter", and a short name is padded; editors wrote nothing."""
    assert names(byline) == expected


@pytest.mark.parametrize(
    ("byline", "expected"),
    [
        ("الباحة: فهد الغامدي", ["فهد الغامدي"]),
        ("Jurnalis: Budi Santoso", ["Budi Santoso"]),
        ("Penulis: Budi Santoso Editor: Ani Wati", ["Budi Santoso"]),
        ("Text: Ann Lee Photo: Bob Ray", ["Ann Lee"]),
        ("Ann Lee: Editor", ["Ann Lee"]),
        ("নিজস্ব প্রতিবেদক", []),
        ("സ്വന്തം ലേഖകൻ", []),
    ],
)
def test_what_stands_before_a_colon(byline: str, expected: list[str]) -> None:
    """A place or what somebody did is no part of the name, and "our correspondent" names nobody."""
    assert names(byline) == expected
