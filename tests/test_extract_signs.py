"""What pages say that are no articles."""

import pytest

from copydesk.extract.signs import ALL, sign_in
from copydesk.outcome import RejectionCode


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Nur einen Moment…\nharbour.example", "challenge"),
        ("Один момент...\nharbour.example", "challenge"),
        ("Prüfung\nBestätigen Sie, dass Sie ein Mensch sind", "challenge"),
        ("Accès refusé\n", "blocked"),
        ("Доступ запрещен\n", "blocked"),
        ("Harbour Post\nDie Seite konnte leider nicht gefunden werden.", "error_page"),
        ("Страница не существует\n", "error_page"),
        ("404\nPagina non trovata", "error_page"),
        ("Port\nNie znaleziono strony", "error_page"),
        ("找不到页面\n", "error_page"),
        ("ページが見つかりません\n", "error_page"),
        ("お探しのページは見つかりませんでした\n", "error_page"),
        ("عذرا، الصفحة المطلوبة غير موجودة\n", "error_page"),
        ("העמוד שחיפשת לא נמצא\n", "error_page"),
        ("დაბრუნება\nგვერდი ვერ მოიძებნა", "error_page"),
        ("Port\nBaraza halikuwepo: ukurasa haukupatikana", "error_page"),
        ("404\nNgemzo ntle", "error_page"),
        ("Hafen\nWir schätzen Ihre Privatsphäre", "consent"),
        ("Port\nContinuer sans accepter", "consent"),
        ("Hafen\nPasswort vergessen?", "login"),
        ("Port\nArticle réservé aux abonnés", "paywall"),
        ("Hafen\nDieser Artikel ist nur für Abonnenten", "paywall"),
        ("Порт\nЭтот материал доступен только подписчикам", "paywall"),
        ("Puerto\n¿Ya eres suscriptor?", "paywall"),
    ],
)
def test_signs_in_many_languages(text: str, code: RejectionCode) -> None:
    """The words are told as the page has them."""
    sign = sign_in(text, ALL)
    assert sign is not None
    assert sign[0] == code
    assert sign[1] in text


@pytest.mark.parametrize(
    "text",
    [
        "The quay\nAcceso denegado a los barcos, dice el puerto.",
        "Причал\nНа причал доступ запрещён до весны.",
        "404 days at sea\nThe ferry came back after a year and more.",
        "Un momento\nTodo el puerto esperó un momento... y llegó el barco.",
        "Der Kai\nDie neue Funktion gibt es nur für Abonnenten der Fähre.",
    ],
)
def test_what_an_article_may_say_is_no_sign(text: str) -> None:
    """A road is closed, a moment passes, a ferry has subscribers."""
    assert sign_in(text, ALL) is None
