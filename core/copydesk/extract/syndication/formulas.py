"""The words of credits, in the languages that outlets write in."""

import re

from copydesk.extract.syndication.agencies import pattern

_AGENCY = pattern("agency")
_OPENERS, _CLOSERS = r"[(（\[［【/]", r"[)）\]］】/]"

WIRES = (
    # KYIV (Reuters) - | (ANSA) - ROMA | Madrid, 7 ene (EFE).- | МОСКВА, 7 января. /ТАСС/.
    re.compile(
        rf"^[^()\n]{{0,60}}?{_OPENERS}\s*(?P<agencies>[^()（）\[\]［］【】/\n]{{2,40}}(?:/[^()\n/]{{2,12}})?)\s*{_CLOSERS}\s*[-–—:.=]"
    ),
    # МОСКВА, 7 янв — РИА Новости. | Teheran, IRNA – | یزد - ایرنا - | but not Pittsburgh, PA –
    re.compile(
        rf"^[^-–—,،.:\n]{{2,30}}(?:[,،][^-–—,،.:\n]{{2,20}})?\s?[-–—,،]\s?(?![A-Z]{{2}}\b){_AGENCY}\s?[-–—.]\s"
    ),
    # 新华社北京1月7日电 | 中新社柏林1月7日电
    re.compile(rf"^[(（]?{_AGENCY}[^，。！？\n]{{1,30}}?[电電](?![影视視子台话話力动動])"),
    # (서울=연합뉴스) | 【ロンドン共同】 | ［ロンドン　７日　ロイター］
    re.compile(rf"^{_OPENERS}[^)）\]］】\n]{{1,20}}?{_AGENCY}{_CLOSERS}"),
)
"""How a text begins that an agency has sent."""

ENDING = re.compile(
    rf"(?<=[.!?…”\"»“。！？’'])\s*{_OPENERS}(?P<agencies>[^()（）\[\]\n]{{2,40}}){_CLOSERS}\.?$"
)
"""How it ends: "… by noon.  (AFP)"."""

SOURCE = re.compile(
    r"^\W{0,3}(?:news source|sources?|source of the article|quellen?|источники?|джерел[оа]|fuentes?|fontes?|fonti|font|المصدر|المصادر|منبع|kaynak|来源|來源|消息来源|稿源|文章来源|新闻来源|新聞來源|出典|転載元|引用元|配信|提供"
    r"|출처|원문|제공|ที่มา|nguồn|sumber|πηγή|წყარო|աղբյուր|स्रोत|সূত্র|ماخذ|крыніца|מקור|bron|kilde|källa|lähde|źródło|zdroj|forrás|sursa|източник|извор|izvor|vir|šaltinis|avots|allikas|chanzo)"
    r"\s*[:：]\s*(?P<party>[^:：\n]{2,60}?)[.。]?$",
    re.IGNORECASE,
)
"""A line of its own that names the source."""

RIGHTS = re.compile(
    r"^\W{0,2}(?:©|\([cC]\)|copyright)(?:\s*(?:©|\([cC]\)))?\s*(?:\d{4},?\s*)?(?:by\s+)?(?P<party>[^\d,.:;]{2,40}?)(?:,?\s*\d{4})?(?=[.,:;]|$)\.?",
    re.IGNORECASE,
)
"""A line of its own that says whose the words are."""

PARTLY = re.compile(
    r"(?:^\W{0,3}(?:with|mit|avec|con|com|met|med|z|s|из|з)\s+(?:[^\s.]+\s+){0,6}?"
    r"|^\W{0,3}(?:additional reporting|contributions?|inputs?|information|material) (?:by|from) (?:[^\s.]+\s+){0,3}?"
    r"|^\W{0,3}(?:по (?:материалам|данным|сообщениям)|за (?:матеріалами|даними)|с использованием материалов|з використанням матеріалів|на основе материалов)\s+(?:[^\s.]+\s+){0,3}?)"
    rf"(?:l['’])?{_AGENCY}(?=\s*(?:$|[.)\],/&+]|(?:and|und|et|y|e|en|och|og|i|и|та|inputs?|reports?|staff|material)\b))|{pattern('writer')} (?:[^\s.]+\s+){{0,8}}?(?:also )?contributed to this (?:report|story|article)",
    re.IGNORECASE,
)
"""What a text was made with, where that is all that a line says."""

FEED = re.compile(
    rf"\b(?:von|durch) (?:der|die) (?:nachrichtenagentur )?{_AGENCY}[^.]{{0,40}}\b(?:übernommen|verbreitet|bereitgestellt)"
    rf"|\b(?:published|taken|sourced|auto-?generated|generated) from (?:[\w-]+ ){{0,4}}?(?:feed \(?{pattern('fed')}|{pattern('feeding')} (?:[\w-]+ )?feed\b)",
    re.IGNORECASE,
)
"""A notice that the outlet passes on what an agency has sent."""

_FIRST = r"(?:originally|first|previously|initially)"
ELSEWHERE = re.compile(
    rf"(?:\b{_FIRST} (?:was |were )?(?:published|appeared|posted)(?: (?:online|here))? (?:by|on|in|at|for|via)"
    rf"|\b(?:published|appeared|posted|appears) {_FIRST} (?:by|on|in|at)"
    r"|\b(?:re-?published|reprinted|reproduced|syndicated|cross-?posted|excerpted|adapted)(?: here)?(?: with (?:the )?(?:kind )?permission)? (?:from|of|by|at|on)"
    r"|\b(?:story|article|report|piece|coverage|content) (?:was |is )(?:produced|provided) by"
    r"|\b(?:zuerst|ursprünglich|zunächst|erstmals)\s(?:erschienen\s|veröffentlicht\s)?(?:auf|bei|in|im|von|vom)\b|\berschien(?:en)? (?:zuerst|ursprünglich|zunächst) (?:auf|bei|in|im)\b"
    r"|\b(?:publiée?|parue?)(?: (?:initialement|originellement|à l['’]origine|pour la première fois|d['’]abord))(?: (?:en|le) [^.]{2,30}?)? (?:sur|par|dans)\b|\b(?:initialement|d['’]abord) (?:publiée?|parue?) (?:sur|par|dans)\b|\brepubliée? à partir d[eu]\b"
    r"|\bpublicad[oa] (?:originalmente|originariamente|inicialmente|por primera vez)(?: (?:en|por|no|na|em|pel[oa]))\b|\b(?:originalmente|primeiro|antes) publicad[oa] (?:en|por|no|na|em|pel[oa])\b"
    r"|\bpubblicato (?:originariamente|originalmente|inizialmente|per la prima volta|per primo|anche) (?:su|da|in|sul|nel)\b"
    r"|\b(?:oorspronkelijk|eerder|eerst) (?:gepubliceerd|verschenen) (?:op|door|in|bij)\b|\bverscheen (?:oorspronkelijk|eerder|eerst) (?:op|in|bij)\b"
    r"|\b(?:впервые|первоначально|изначально|ранее) (?:был[аои]? )?(?:опубликован[аоы]?|вышл?[аои]?) (?:на сайте|в газете|в журнале|изданием|на|в)\b|\bперепечат(?:ано|ка) (?:с|из)\b|\bоригинал опубликован (?:на сайте|на|в)\b"
    r"|\b(?:вперше|спочатку|раніше) (?:був |була |було )?(?:опублікован[ао]?|опубліковано) (?:на сайті|виданням|на|в|у)\b|\bпередрук(?:овано)? з\b"
    r"|\b(?:pierwotnie|po raz pierwszy) (?:opublikowan[yao]|ukazał[ao]? się) (?:w serwisie|w|na łamach|na|przez)\b"
    r"|\b(?:ursprungligen|först|oprindeligt|først|opprinnelig) (?:publicerad|publicerades|publicerat|udgivet|bragt|publisert) (?:på|av|i|af)\b"
    r"|(?:转载自|轉載自|转自|轉自|原载于|原載於|原载|首发于|首發於|本文来自|本文來自|文章转自)\s?[:：]?"
    r"|(?:نُ?شر(?:ت)? (?:هذا المقال |هذه المادة )?(?:أولا|أولاً|لأول مرة|في الأصل) (?:في|على))"
    r"|(?:این (?:مطلب|مقاله|گزارش) (?:نخستین بار|ابتدا|پیش از این) در)"
    r")\s*(?:the (?:website|blog|site|pages|magazine|newspaper|journal) (?:of )?)?(?P<party>[^\s.,;:()][^;:()\n]{1,80})",
    re.IGNORECASE,
)
"""The sentence that says where a text was published before; the party's name runs to the end of it."""

STEMS = (
    "published", "appear", "posted", "reprinted", "reproduced", "syndicated", "excerpted", "adapted", "provided by", "produced by", "originally",
    "erschien", "veröffentlicht", "publié", "paru", "publicad", "pubblicato", "gepubliceerd", "versche", "опублик", "опублік", "перепечат", "передрук", "вышл",
    "opublik", "ukazał", "publicer", "publiser", "udgivet", "bragt", "转", "轉", "原载", "原載", "首发", "首發", "本文", "نشر", "نُشر", "این ",
)  # fmt: skip
"""Some part of what ``ELSEWHERE`` looks for, in lower case: most lines have none of them."""

THIS = re.compile(
    r"^\W*(?:(?:this|the|an?|diese[rs]?|der|die|das|ein|cet|cette|ce|le|la|este|esta|el|questo|questa|il|dit|deze|het|этот|эта|это|ця|цей|ten|den|det)\b.{0,30}?)?"
    r"\b(?:article|story|post|piece|essay|column|interview|report|commentary|op-ed|review|version|excerpt|content|analysis|feature|blog"
    r"|artikel|beitrag|text|texte|kommentar|artículo|artigo|articolo|texto|testo|nota|entrevista|reportaje|crónica|статья|материал|текст|колонка|стаття|матеріал|artykuł|tekst|stuk|verhaal)\b",
    re.IGNORECASE,
)
"""How a sentence begins that is about the text which it stands in."""

AFTER_NAME = re.compile(
    r"[.。](?:\s|$)|,|\s(?:under|by|on \d|on (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|in (?:19|20)\d\d|and|with|as part|unter|am \d|sous|le \d|el \d|bajo|sob|con licen|il \d|op \d|\d{1,2}[. ]|[-–—|])(?:\s|\w|$)|\s?(?:erschienen|veröffentlicht|gepubliceerd|منتشر|نقل)",
    re.IGNORECASE,
)
"""What follows the name in such a sentence."""

QUOTES = re.compile(
    rf"\b(?:quoted by|citing|cited by|according to|told|reports?|reported by|said by|laut|nach angaben der|meldet(?:e)?(?: die)?|berichtet(?:e)?(?: die)?|selon|d['’]après|según|informó|de acordo com|segundo|secondo|riferisce|volgens|jak (?:podaje|informuje)|podaje|uvedla|enligt|ifølge"
    r"|сообщает|сообщила?|передает|передаёт|пишет|со ссылкой на|по данным|повідомляє|повідомила|передає|пише|із посиланням на|з посиланням на|за даними|به گزارش|به نقل از|بحسب|وفقا|وفقًا|نقلا عن|نقلًا عن|وفق|قالت|أفادت)"
    rf"\s+(?:the |la |l['’]|die |der |dem |agencja |agentur |агентство |агенция |агентства |агенство |news agency |agencia |l['’]agence |nachrichtenagentur |خبرگزاری |ل?وكالة (?:أنباء )?|ل)*{_AGENCY}"
    rf"|{pattern('reporter')} (?:news agency )?(?:reports|reported|has reported|had reported)\b"
    rf"|据{pattern('heard')}[^，。]{{0,12}}?(?:报道|報道|报导|報導|消息)",
    re.IGNORECASE,
)
"""A sentence that repeats what an agency reported."""
