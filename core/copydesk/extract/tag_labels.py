"""Labels that stand before a row of topics, in the languages that outlets write in."""

from collections.abc import Iterator
from itertools import islice
from typing import Final

from selectolax.lexbor import LexborNode

from copydesk.schema import clean_line

_LABELS: Final = frozenset(
    (  # noqa: SIM905  # a hundred words, read as such
        "tags|tag|topics|keywords|key words|filed under|tagged|tagged with|related topics|more on these topics|"
        "in this article|explore more on these topics|topics in this article|themen|themen in diesem artikel|"
        "ähnliche themen|schlagworte|schlagwörter|stichworte|stichwörter|mots-clés|mots clés|sujets|thèmes|étiquettes|"
        "sur les mêmes thèmes|etiquetas|temas|palabras clave|temas relacionados|en este artículo|archivado en|"
        "argomenti|parole chiave|temi|i temi di questo articolo|assuntos|palavras-chave|marcadores|tópicos|onderwerpen|"
        "trefwoorden|in dit artikel|ämnen|ämnen i artikeln|taggar|nyckelord|relaterade ämnen|emner|emneord|stikord|"
        "nøkkelord|relaterede emner|avainsanat|aiheet|asiasanat|tagi|słowa kluczowe|tematy|témata|štítky|klíčová slova|"
        "kľúčové slová|címkék|kulcsszavak|témák|etichete|cuvinte cheie|теги|метки|ключевые слова|темы|ключові слова|"
        "теми|етикети|тагове|ключови думи|oznake|ključne riječi|ključne reči|тагови|ετικέτες|θέματα|etiketler|"
        "anahtar kelimeler|konular|الكلمات المفتاحية|وسوم|كلمات دلالية|برچسب‌ها|برچسب ها|کلیدواژه‌ها|תגיות|נושאים|タグ|"
        "キーワード|関連キーワード|关键词|关键字|标签|標籤|關鍵字|태그|키워드|chủ đề|từ khóa|tag terkait|kata kunci|แท็ก|टैग|टॉपिक|ট্যাগ|"
        "குறிச்சொற்கள்"
    ).split("|")
)
_LONGEST_RAW, _LEVELS, _LOOKED_AT, _SIGNS = 120, 3, 20_000, " \t\r\n\xa0:：#|•-–"
_SILENT = frozenset({"script", "style", "noscript", "template", "option", "a", "button"})


def labelled(body: LexborNode) -> Iterator[tuple[LexborNode, str]]:
    """Give the elements around each label that have links, the innermost first, and the label."""
    for text in islice(body.traverse(include_text=True, skip_empty=True), _LOOKED_AT):
        raw = text.text_content
        if raw and len(raw) < _LONGEST_RAW and raw.strip(_SIGNS).casefold() in _LABELS:
            label = clean_line(raw) or ""
            yield from ((holder, label) for holder in _around(text))


def _around(text: LexborNode) -> Iterator[LexborNode]:
    here = text.parent
    for _ in range(_LEVELS + 1):
        if here is None or here.tag in _SILENT or here.tag in {"body", "main", "article"}:
            return
        if here.css_first("a") is not None:
            yield here
        here = here.parent
