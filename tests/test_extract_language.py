# letters of other scripts, in whole sentences, are the point
"""A text's own letters and small words tell its language, or nothing does."""

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.extract.language import language_of

SEEDS = sorted((Path(__file__).parent.parent / "seeds").glob("*.txt"))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The ministers said that they would meet again before the end of the week."),
        ("de", "Die Minister sagten, dass sie sich noch vor dem Ende der Woche wieder treffen."),
        ("nl", "De ministers zeggen dat zij elkaar nog voor het einde van de week weer zien."),
        ("sv", "Ministrarna säger att de ska mötas igen och att det inte är för sent ännu."),
        ("no", "Ministrene sier at de skal møtes igjen etter at flere land ble enige om det nå."),
        (
            "da",
            "Ministrene siger, at de skal mødes igen, efter at flere lande blev enige af sig selv.",
        ),
        ("fi", "Ministerit sanoivat, että he ovat samaa mieltä, mutta päätös ei ole vielä valmis."),
        (
            "et",
            "Ministrid ütlesid, et nad ei ole veel otsust teinud, aga see tuleb siis, kui vaja.",
        ),
        ("lv", "Ministri sacīja, ka viņi vēl nav vienojušies, bet lēmums būs līdz gada beigām."),
        (
            "lt",
            "Ministrai sakė, kad jie dar nėra susitarę, bet sprendimas bus priimtas iki metų galo.",
        ),
        (
            "pl",
            "Ministrowie mówią, że nie ma jeszcze decyzji, ale zostanie podjęta przed końcem roku.",
        ),
        ("cs", "Ministři řekli, že se ještě nedohodli, ale rozhodnutí by mělo být do konce roku."),
        (
            "sk",
            "Ministri povedali, že sa ešte nedohodli, ale rozhodnutie by malo byť do konca roku.",
        ),
        ("hu", "A miniszterek azt mondták, hogy még nem döntöttek, de ez az év végéig meg lesz."),
        (
            "ro",
            "Miniștrii au spus că nu au ajuns încă la un acord, dar decizia va fi luată până la vară.",
        ),
        (
            "hr",
            "Ministri su rekli da odluka još nije donesena, ali će biti prije kraja godine, što je važno.",
        ),
        (
            "sl",
            "Ministri so povedali, da odločitev še ni sprejeta, ker se bodo o njej pogovarjali tudi leta.",
        ),
        (
            "sq",
            "Ministrat thanë se nuk kanë vendosur ende, por do të takohen edhe një herë në fund.",
        ),
        (
            "fr",
            "Les ministres ont dit qu'ils se retrouveront avant la fin de la semaine dans une autre ville.",
        ),
        (
            "es",
            "Los ministros dijeron que se verán otra vez antes del fin de la semana, pero sin la prensa.",
        ),
        (
            "pt",
            "Os ministros disseram que não vão decidir até ao fim da semana, mas são muito pacientes.",
        ),
        (
            "it",
            "I ministri hanno detto che si vedranno ancora prima della fine della settimana, ma non qui.",
        ),
        (
            "ca",
            "Els ministres van dir que es veuran una altra vegada abans del cap de setmana amb els seus.",
        ),
        (
            "tr",
            "Bakanlar bu hafta sonu için bir kez daha bir araya gelecek, ancak karar daha sonra olacak.",
        ),
        (
            "vi",
            "Các bộ trưởng cho biết họ sẽ gặp lại nhau vào cuối tuần này và không có quyết định nào.",
        ),
        (
            "id",
            "Para menteri mengatakan bahwa mereka akan bertemu lagi karena keputusan tidak bisa ditunda.",
        ),
        (
            "sw",
            "Mawaziri walisema kwamba watakutana tena kabla ya mwisho wa wiki, lakini bila ya watu wa nje.",
        ),
        ("ru", "Министры сказали, что они встретятся ещё раз до конца недели, но не в столице."),
        ("uk", "Міністри сказали, що вони зустрінуться ще раз до кінця тижня, але не в столиці."),
        ("be", "Міністры сказалі, што яны сустрэнуцца яшчэ раз да канца тыдня, але не ў сталіцы."),
        (
            "bg",
            "Министрите казаха, че ще се срещнат още веднъж до края на седмицата, но не в столицата.",
        ),
        (
            "sr",
            "Министри су рекли да ће се састати још једном пре краја недеље, али не у граду који је већ изабран.",
        ),
        (
            "mk",
            "Министрите рекоа дека ќе се сретнат уште еднаш до крајот на неделата, но не во градот.",
        ),
        ("kk", "Министрлер бұл туралы апта соңына дейін тағы бір рет кездесетін болады деп айтты."),
        (
            "ar",
            "قال الوزراء إنهم سيجتمعون مرة أخرى قبل نهاية الأسبوع في مدينة أخرى على أن يعلن ذلك.",
        ),
        (
            "fa",
            "وزیران گفتند که تا پایان هفته بار دیگر دیدار می‌کنند و این تصمیم برای آنها مهم است.",
        ),
        ("ur", "وزیروں نے کہا ہے کہ وہ ہفتے کے آخر تک ایک بار پھر ملیں گے اور یہ فیصلہ اہم ہے۔"),
        ("hi", "मंत्रियों ने कहा कि वे सप्ताह के अंत तक एक बार फिर मिलेंगे और यह बैठक दिल्ली में है।"),
        ("mr", "मंत्र्यांनी सांगितले की ते पुन्हा भेटणार आहेत आणि हा निर्णय आता येथे झाला आहे."),
        ("bn", "মন্ত্রীরা বলেছেন যে তারা আবার দেখা করবেন।"),
        ("el", "Οι υπουργοί είπαν ότι θα συναντηθούν ξανά."),
        ("he", "השרים אמרו שהם ייפגשו שוב לפני סוף השבוע."),
        ("hy", "Նախարարներն ասացին, որ կրկին կհանդիպեն։"),
        ("ka", "მინისტრებმა თქვეს, რომ კიდევ შეხვდებიან."),
        ("th", "รัฐมนตรีกล่าวว่าจะพบกันอีกครั้งก่อนสิ้นสัปดาห์"),
        ("ko", "장관들은 이번 주말 전에 다시 만날 것이라고 말했다."),
        ("ja", "大臣たちは週末までに再び会うと述べた。"),
        ("zh", "部长们说，他们将在周末之前再次会面。"),
    ],
)
def test_one_sentence(language: str, text: str) -> None:
    """A sentence is enough."""
    assert language_of(text) == language


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem[:3])
def test_seeds(path: Path) -> None:
    """All five source documents are English."""
    assert language_of(path.read_text("utf-8")) == "en"


@pytest.mark.parametrize(
    "text",
    ["", "  \n", "42", "NATO", "Reuters 2022", "π = 3.14", "lorem ipsum dolor sit amet", "🎉🎉"],
)
def test_too_little(text: str) -> None:
    """A name, a number or a language that nobody speaks tells nothing."""
    assert language_of(text) is None


def test_quoted_foreign_words_do_not_count() -> None:
    """The script of most letters decides, whatever the text quotes."""
    text = "The paper «Известия» wrote that the ministers of both countries would not meet. " * 3
    assert language_of(text) == "en"
    assert (
        language_of("新しいiPhoneが発売された。AppleのCEOが発表した。価格はまだ未定である。")
        == "ja"
    )


@pytest.mark.parametrize(
    ("text", "stated", "language"),
    [
        ("Nadležni su obećali da će novi semafor biti postavljen i da će biti zelen.", "sr", "sr"),
        ("Nadležni su obećali da će novi semafor biti postavljen i da će biti zelen.", "hr", "hr"),
        ("The ministers said that they would meet again before the week was over.", "sr", "en"),
        ("Министры заявили, что они ещё раз встретятся до конца недели.", "en", "ru"),
    ],
)
def test_what_the_page_states_stands_in_doubt(text: str, stated: str, language: str) -> None:
    """Only a text that is clearly in another language says otherwise."""
    assert language_of(text, stated) == language


def test_curly_apostrophes() -> None:
    """``qu’on`` and ``qu'on`` are one word."""
    assert language_of("d\u2019un l\u2019on d\u2019une") == language_of("d'un l'on d'une") == "fr"


def test_bounded() -> None:
    """Only the first 20,000 characters are read, however long the text."""
    english = "It was the only thing that they could do about it, and then they did. "
    start = time.process_time()
    assert (
        language_of(english * 300 + "Und nun die Nachrichten, die wir nicht lesen. " * 50_000)
        == "en"
    )
    assert time.process_time() - start < 0.5


@given(st.text())
def test_any_text(text: str) -> None:
    """Any text has a tag of two or three letters or None, twice the same."""
    tag = language_of(text)
    assert tag is None or (tag.isalpha() and tag.islower() and len(tag) in {2, 3})
    assert tag == language_of(text)
