"""The sections that hold a page, and what kind of text it is."""

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from copydesk.extract.context import Context
from copydesk.extract.found import Found, Trace
from copydesk.extract.stated import instead_marked_up, linked, meta_words
from copydesk.schema import clean_line

_SECTION_META = ("article:section", "og:article:section", "parsely-section")
_BY_TYPE = {
    "NewsArticle": "news",
    "ReportageNewsArticle": "news",
    "OpinionNewsArticle": "opinion",
    "AnalysisNewsArticle": "analysis",
    "BackgroundNewsArticle": "analysis",
    "ReviewNewsArticle": "review",
    "LiveBlogPosting": "liveblog",
    "BlogPosting": "blog",
}
_ANYTHING = frozenset({"news", "blog"})
_SECTIONS = (
    ("opinion", re.compile(
        r"opinion|opinions|op-ed|op-eds|comment|commentary|columns|columnists|editorial|editorials|viewpoint|views|kommentar|kommentare"
        r"|gastkommentar|meinung|meinungen|leitartikel|debatte|kolumne|kolumnen|opinie|debat|debatt|ledare|leder|meninger|mielipide|opinión"
        r"|tribuna|editoriales|columnas|opinião|editorial e opinião|colunas|colunistas|opinione|opinioni|editoriali|commenti|débats|tribune"
        r"|tribunes|opinions & débats|idées|opinie i komentarze|komentarze|komentáře|názory|komentáre|vélemény|opinii|мнения|мнение|колонки"
        r"|колонка|думки|думка|погляди|блоги та думки|mišljenja|kolumne|мнения и анализи|yazarlar|görüş|απόψεις|γνώμη|رأي|الرأي|آراء"
        r"|مقالات الرأي|یادداشت|دیدگاه|דעות|评论|評論|观点|觀點|社論|社评|社説|論説|オピニオン|사설|칼럼|오피니언|विचार|राय|মতামত|ความคิดเห็น|opini|kolom",
        re.IGNORECASE,
    )),
    ("analysis", re.compile(
        r"analysis|news analysis|analyse|analysen|hintergrund|análisis|análise|analisi|analyses|analiza|analizy|analýza|elemzés|анализ"
        r"|аналитика|аналіз|аналітика|ανάλυση|تحليل|تحليلات|تحلیل|分析|解説|분석|analisis|analiz",
        re.IGNORECASE,
    )),
    ("interview", re.compile(
        r"interview|interviews|entrevista|entrevistas|intervista|interviste|entretien|entretiens|wywiad|wywiady|rozhovor|rozhovory|interjú"
        r"|interviu|интервью|інтерв'ю|συνέντευξη|συνεντεύξεις|مقابلة|مقابلات|حوار|حوارات|گفتگو|گفت‌وگو|专访|專訪|インタビュー|인터뷰|wawancara|röportaj",
        re.IGNORECASE,
    )),
    ("review", re.compile(
        r"review|reviews|rezension|rezensionen|kritik|kritiken|critique|critiques|reseña|reseñas|crítica|críticas|recensione|recensioni"
        r"|resenha|resenhas|recensie|recensies|recension|recensioner|anmeldelser|recenzja|recenzje|recenze|рецензии|рецензії",
        re.IGNORECASE,
    )),
    ("press_release", re.compile(
        r"press release|press releases|pressemitteilung|pressemitteilungen|communiqué de presse|communiqués de presse|comunicado de prensa"
        r"|comunicados de prensa|comunicato stampa|comunicati stampa|comunicado de imprensa|persbericht|persberichten|pressmeddelande"
        r"|pressmeddelanden|пресс-релиз|пресс-релизы|прес-реліз|прес-релізи|新闻稿|新聞稿|プレスリリース|보도자료",
        re.IGNORECASE,
    )),
)  # fmt: skip
"""What sections of texts of a kind are called."""

_BORDER = re.compile(r">|,(?=\S)")
_MANY, _LONGEST = 3, 100


def sections(context: Context) -> tuple[Found[str], ...]:
    """The sections that hold the page, from linked data or meta; ``A > B`` and ``A,B`` are two."""
    page, named = context.page, ("articleSection",)
    told = chain(linked(page, named), meta_words(page, _SECTION_META))
    lines = _lines(_split(told)) or _lines(_split(instead_marked_up(page, named)))
    return lines[:_MANY]


def kind(context: Context) -> Found[str] | None:
    """What linked data or the section says it is; "news" comes last, since most call anything news."""
    typed = tuple(_by_type(context))
    exact = (found for found in typed if found.value not in _ANYTHING)
    return next(chain(exact, _by_section(context), typed), None)


def _by_type(context: Context) -> Iterator[Found[str]]:
    article = context.page.linked_data.article
    for name in article.types if article else ():
        if article and name in _BY_TYPE:
            trace = Trace("ld", f"{article.block}:{article.pointer}/@type", name)
            yield Found(_BY_TYPE[name], trace)


def _by_section(context: Context) -> Iterator[Found[str]]:
    for told in (*_lines(linked(context.page, ("genre",))), *sections(context)):
        for name, called in _SECTIONS:
            if called.fullmatch(told.value):
                yield Found(name, told.trace)


def _split(traces: Iterable[Trace]) -> Iterator[Trace]:
    """Part ``A > B`` and ``A,B``; a comma before a space belongs to the name."""
    for trace in traces:
        for part in _BORDER.split(trace.raw):
            yield Trace(trace.method, trace.selector, part.strip())


def _lines(traces: Iterable[Trace]) -> tuple[Found[str], ...]:
    once: dict[str, Found[str]] = {}
    for trace in traces:
        text = clean_line(trace.raw)
        if text and len(text) <= _LONGEST:
            once.setdefault(text.casefold(), Found(text, trace))
    return tuple(once.values())
