"""Walls that a page prints: where its text ends, in its readers' words, and nowhere else."""

import pytest

from copydesk import Article, Desk, Page, Rejection
from copydesk.extract.wall_words import wall_in

TEXT = "".join(
    f"<p>The council met for the {n}th time and kept the ferry. Nobody objected, not even baker {n}.</p>"
    for n in range(10, 15)
)
WALL = "This article is for subscribers"


def edit(body: str) -> object:
    return Desk(outlets=()).edit(Page(f"<html lang=en><body>{body}</body></html>".encode()))


def article(behind: str = "", *, within: str = "", text: str = TEXT, before: str = "") -> Article:
    story = (
        f"<main><article><h1>The ferry stays</h1><div>{text}{within}</div></article>{behind}</main>"
    )
    outcome = edit(before + story)
    assert isinstance(outcome, Article)
    return outcome


@pytest.mark.parametrize(
    "words",
    [
        WALL, "This post is for paid subscribers", "Subscribe to continue reading", "Already a subscriber? Log in",
        "Jetzt weiterlesen mit Hafenpost Plus", "Dieser Artikel ist nur für Abonnenten verfügbar.", "Il vous reste 75 % de cet article à lire.",
        "Cet article est réservé aux abonnés", "Suscríbete para seguir leyendo", "Este conteúdo é exclusivo para assinantes",
        "Abbonati per continuare a leggere", "Heb je al een abonnement?", "Denne artikel er forbeholdt abonnenter",
        "Ten artykuł jest dostępny tylko dla prenumeratorów", "Материал доступен только подписчикам", "Оформіть передплату, щоб прочитати повністю",
        "Bu içerik abonelere özeldir", "هذا المحتوى مخصص للمشتركين", "この記事は会員限定です", "全文公開中。残り1234文字", "订阅后阅读全文", "剩余65%内容",
        "이 기사는 유료 구독자 전용입니다",
    ],
)  # fmt: skip
def test_words_that_shut_a_text(words: str) -> None:
    """In the languages of those who must pay."""
    assert wall_in(words)


@pytest.mark.parametrize(
    "words",
    [
        "Subscribe to our newsletter", "Sign up to read our weekly letter in full.", "For subscribers", "Réservé aux abonnés",
        "Weiterlesen: Zwei Ziegen halten den Frühzug auf", "Keep reading: the best of May", "Abonnez-vous à notre newsletter",
        "Подпишитесь на наш канал", "订阅我们的公众号", "無料会員登録はこちら", "뉴스레터 구독하기",
        "The council said that the paper will ask its readers to subscribe to continue reading.",
    ],
)  # fmt: skip
def test_offers_and_labels_shut_nothing(words: str) -> None:
    """They stand on free pages, and beside the titles of other texts."""
    assert wall_in(words) is None


@pytest.mark.parametrize(
    ("within", "behind"),
    [
        (f"<div class=offer><h3>{WALL}</h3><a href=/abo>1 €</a></div>", ""),
        (f"<p>{WALL}</p>", ""),
        (f"The council will meet again before the winter, it said.<br><br><b>{WALL}</b>", ""),
        ("", f"<section><div><p><strong>{WALL}</strong></p></div></section>"),
    ],
    ids=["box", "paragraph", "breaks", "behind"],
)
def test_a_wall_is_read_with_its_evidence(within: str, behind: str) -> None:
    """It says who may read the text and that the rest is missing, and is none of it."""
    found = article(behind, within=within)
    assert (found.access, found.completeness) == ("paywalled", "partial")
    assert found.provenance["/access"][0].raw == WALL
    assert WALL not in found.text


@pytest.mark.parametrize(
    "wall",
    [
        f"<footer><p>{WALL}</p></footer>",
        f"<div style='display: none'><p>{WALL}</p></div>",
        f"<div class=related><p>{WALL}</p></div>",
        f"<nav><p>{WALL}</p></nav>",
    ],
    ids=["footer", "hidden", "related", "menu"],
)
def test_a_wall_elsewhere_is_of_other_texts(wall: str) -> None:
    """Nor does the page's header speak of this one."""
    assert article(wall).access == "unknown"
    assert article(before=f"<div class=bar>{WALL}</div>").access == "unknown"


def test_a_long_text_above_a_wall_may_be_whole() -> None:
    """Some sites send all of it; what counts the rest still knows that it is missing."""
    long = "".join(
        f"<p>On day {n} the council met again and kept the ferry, for the reasons of day {n - 1}.</p>"
        for n in range(10, 80)
    )
    assert article(f"<p>{WALL}</p>", text=long).completeness == "unknown"
    assert article("<p>40 % of this article remains</p>", text=long).completeness == "partial"


def test_a_page_of_a_wall_alone_is_none() -> None:
    """There is no text that it could end."""
    outcome = edit(
        f"<main><h1>The ferry stays</h1><p>{WALL}. Subscribe to continue reading.</p></main>"
    )
    assert isinstance(outcome, Rejection)
