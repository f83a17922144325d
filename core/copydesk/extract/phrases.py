"""Words that pages put around their articles, in the languages that outlets write in."""

import re
from functools import lru_cache

from copydesk.extract.stamped import is_stamp

_LINES = re.compile(
    r"\W*(?:"
    # Read also
    r"(?:read|see|watch|listen) (?:also|more|next)|also read|more on this(?: story| topic)?|related(?: (?:articles?|posts?|stories|news|topics))?"
    r"|you (?:may|might) also like|recommended(?: for you)?|don'?t miss|most (?:read|popular)|trending(?: now)?"
    r"|читайте также|смотрите также|читать также|по теме|материалы по теме|вас также могут заинтересовать новости"
    r"|читайте також|дивіться також|до теми|вас також можуть зацікавити новини|видео дня|відео дня"
    r"|اقرأ أيضا|اقرأ أيضًا|إقرأ أيضا|مواضيع ذات صلة|اخبار مرتبط|مطالب مرتبط|بیشتر بخوانید|بیشتر|بخوانید"
    r"|lesen sie auch|mehr zum thema|auch interessant|das könnte (?:sie|dich) auch interessieren|lire aussi|à lire aussi|en savoir plus|sur le même sujet"
    r"|lea también|lee también|leer más|te puede interesar|noticias relacionadas|leggi anche|potrebbe interessarti|leia também|leia mais|veja também"
    r"|lees ook|lees meer|czytaj także|czytaj też|zobacz także|čtěte také|přečtěte si také|čítajte aj|olvassa el|citește și|прочетете още|прочитајте још|pročitajte još|čitajte još"
    r"|läs också|läs även|les også|læs også|lue myös|διαβάστε επίσης|bunları da okuyun|ilgili haberler|berita terkait|artikel terkait|baca juga|soma pia|soma zaidi|kindly share this story|contact:? \[email.protected\]|end of list|list \d+ of \d+|相关(?:新闻|阅读|文章)|延伸阅读|関連記事|あわせて読みたい|관련 ?기사|이 기사도 보기|קראו גם|यह भी पढ़ें"
    r"|se(?:guir|guí|gue|guite) leyendo|sigue leyendo|continue lendo|continua a leggere|weiterlesen|poursuivre la lecture|lire la suite|lire plus|lees verder|läs vidare"
    r"|les videre|læs videre|jatka lukemista|czytaj (?:dalej|więcej)|číst (?:dál|dále|více)|olvass(?:on)? tovább|citește (?:mai departe|continuarea)|читать (?:далее|дальше)|читати (?:далі|більше)"
    # Share, follow, subscribe
    r"|share(?: this)?(?: (?:article|story|post|page))?|share (?:on|via) \w+|share this:?|follow us(?: on .{1,40})?|subscribe(?: now| to our newsletter.{0,40})?|sign up for .{1,60}newsletter.{0,40}"
    r"|like this:?|print(?: this(?: page| article)?)?|e-?mail(?: this)?|copy link|tweet|pin it"
    r"|поделиться(?: в .{1,30})?|подписаться|подписывайтесь на .{1,60}|поділитися|підписатися|підписуйтесь на .{1,60}|شارك|مشاركة|کپی شد|اشتراک‌گذاری"
    r"|teilen|artikel teilen|jetzt abonnieren|newsletter|partager|s'abonner|compartir|suscríbete.{0,60}|condividi|iscriviti.{0,60}|compartilhar|compartilhe|delen|udostępnij|sdílet|dela|del|jaa|κοινοποίηση|paylaş|分享|シェア|공유"
    # Comments
    r"|leave a (?:reply|comment)|cancel reply|post (?:a )?comment|(?:no|\d+) comments?|comments?|comments are closed|your email address will not be published.{0,60}|required fields are marked.{0,5}"
    r"|save my name, email.{0,120}|notify me of (?:new|follow-up) .{1,40}|this site uses akismet.{0,120}|loading\.{3}|like loading.{0,3}"
    r"|комментарии|комментировать|оставить комментарий|коментарі|коментувати|نظر شما|تعليقك|تعليقات|التعليقات|kommentare|schreibe einen kommentar|commentaires|laisser un commentaire|comentarios|dejar un comentario|commenti|comentários|reacties|komentarze|dodaj komentarz|komentáře|评论|コメント|댓글"
    # Advertising, navigation, notices
    r"|advertisements?|advertisement - continue reading below|story continues below.{0,20}|sponsored(?: content)?|anzeige|werbung|реклама|публікація реклами|publicité|publicidad|pubblicità|publicidade|advertentie|reklama|annons|annonse|mainos|διαφήμιση|reklam|تبلیغات|إعلان|اعلان|广告|広告|광고"
    r"|(?:(?:article|story) )?continues? (?:reading )?(?:after|below)(?: (?:this|the))? (?:ad(?:vert(?:isement)?)?|video|promotion)|(?:advertisement\W+)?scroll to continue(?: reading)?|report this ad|skip advertisement"
    r"|(?:skip past|after) newsletter promotion|weiterlesen nach der anzeige|(?:der )?artikel wird (?:nach|unter) der (?:anzeige|werbung) fortgesetzt|passer la publicité|la suite après (?:la|cette) publicité"
    r"|continua (?:a leggere )?dopo la pubblicità|continúa (?:leyendo )?después de la publicidad|continua (?:após a|depois da) publicidade|(?:lees|artikel gaat) verder onder de advertentie|(?:de )?tekst gaat (?:verder|door) onder de (?:foto|video|afbeelding|advertentie|tweet)"
    r"|(?:artikeln|texten) fortsätter (?:efter|under) (?:annonsen|reklamen|bilden|videon)|(?:artiklen|teksten) fortsætter (?:efter|under) (?:annoncen|billedet|videoen)|(?:artikkelen|saken) fortsetter (?:etter|under) (?:annonsen|bildet|videoen)"
    r"|(?:artikkeli|juttu) jatkuu (?:mainoksen|videon|kuvan) jälkeen|(?:dalsza część|dalszy ciąg) (?:artykułu|tekstu|materiału) pod (?:materiałem )?(?:reklamą|wideo|zdjęciem)|(?:článek|text) pokračuje pod (?:reklamou|videem|fotografií|fotkou)|a cikk (?:a hirdetés után|lejjebb) folytatódik"
    r"|articolul continuă (?:după|mai jos|sub) ?(?:reclamă|publicitate)?|haberin devamı(?: için)?|продолжение (?:после|под) (?:рекламы|рекламой)|продовження після реклами"
    r"|skip to (?:main )?content|table of contents|previous (?:post|article)|next (?:post|article)|post navigation|view all posts by .{1,60}|posted (?:on|in) .{1,80}|filed under:?.{0,80}|tagged with:?.{0,80}"
    r"|proudly powered by wordpress|get short url|short link|لینک کوتاه|کد خبر\W*\d*|برچسب‌?ها"
    r"|if you (?:see|find|notice|spot) an? (?:spelling )?(?:error|mistake|typo).{0,100}|якщо ви знайшли помилку.{0,100}|если вы (?:нашли|заметили|обнаружили) ошибку.{0,100}"
    r"|all rights reserved\.?|(?:©|\(c\)) ?\d{4}.{0,80}|we use cookies.{0,160}|accept(?: all)? cookies|like this story\? share it.{0,40}|think your friends would be interested.{0,40}"
    r")\W*$",
    re.IGNORECASE,
)  # fmt: skip
_STARTS = re.compile(
    r"\W*(?:read (?:also|more|next)|also read|see also|more on this|related|читайте также|смотрите также|читайте також|дивіться також"
    r"|lesen sie auch|mehr zum thema|lire aussi|à lire aussi|lea también|lee también|leggi anche|leia também|lees ook|czytaj także|čtěte také"
    r"|watch|listen|more|mehr lesen|mehr dazu|auch interessant|voir aussi|lisez aussi|ver también|vea también|lea más|leggi di più|veja mais|lees meer"
    r"|czytaj więcej|przeczytaj|läs mer|les mer|læs mere|lue lisää|devamını oku|baca juga|lihat juga|xem thêm|soma zaidi|детальніше|читать далее"
    r"|اقرأ أيضا|اقرأ أيضًا|إقرأ أيضا|بیشتر بخوانید|یہ بھی پڑھیں)\s*[:：–—|]",
    re.IGNORECASE,
)
_NOTICES = re.compile(
    r"\W*(?:"
    # What could not be shown, and what must be allowed first
    r"this advertisement has not loaded|we apologi[sz]e,? but this video|try refreshing your browser|back to video$|article content$"
    r"|(?:your|this) browser (?:does not|doesn['’]t|is not|isn['’]t|is no longer) support|please enable javascript|javascript (?:is|must be|appears to be) (?:disabled|enabled|required)"
    r"|this (?:video|content|player) (?:is not|isn['’]t|is no longer|is currently un|could not be|can(?:no|['’])t) ?(?:be )?(?:available|played|loaded|shown)"
    r"|an dieser stelle (?:finden|findest|befinde[nt]|steht|stehen|würden?|ist|sehen) [^.]{0,60}(?:extern|inhalt)|um (?:eingebettete|externe|diese[nr]?) inhalte? |externer inhalt|empfohlener (?:redaktioneller|externer) inhalt"
    r"|deine privatsphäre-einstellungen verhindern|ich bin (?:damit )?einverstanden, dass mir (?:externe|diese)|dieser inhalt ist (?:leider )?nicht|dieser browser wird nicht|die wiedergabe wurde unterbrochen"
    r"|ce contenu (?:est bloqué|n['’]a pas pu|provient)|(?:vous avez refusé|acceptez) les cookies|para ver este contenido|per (?:vedere|visualizzare) questo contenuto|para visualizar este conteúdo"
    r"|чтобы (?:просмотреть|посмотреть) (?:этот|это) |ваш браузер не поддерживает|ваш браузер не підтримує"
    r"|hak cipta dilindungi|dilarang mengutip|dapatkan update|dapatkan informasi"
    r"|all rights reserved\. this material"
    # What must be paid for
    r"|il vous reste [\d.,]+ ?%|la suite (?:de cet article )?est réservée|cet article est réservé|lecture du .{1,30} en cours sur un autre appareil|ce message s['’]affichera sur"
    r"|tu suscripción se está usando|.?quieres añadir otro usuario|si continúas leyendo en este dispositivo|this (?:article|story) is (?:reserved|only available) (?:for|to) subscribers"
    r"|(?:already a subscriber|you have reached your (?:article )?limit|unlimited access to)|dieser artikel ist (?:nur )?für abonnent|weiterlesen mit"
    # Newsletters, applications, networks, opinions
    r"|by (?:signing up|subscribing|submitting|registering|providing your e-?mail)[^.]{0,80}you (?:agree|consent|have read|acknowledge|confirm|will)|mit (?:meiner|ihrer|deiner) anmeldung"
    r"|(?:get|receive) [^.]{0,80}(?:(?:to|in) your inbox|newsletter)|sign up (?:for|to) [^.]{0,60}newsletter|subscribe to (?:our|the) [^.]{0,60}(?:newsletter|channel)|join (?:us|our channel) on (?:whatsapp|telegram)"
    r"|dziękujemy,? że przeczytał|(?:obserwuj|śledź) nas (?:w|na) |síguenos en |seguici su |siga-nos |sigam?-nos |volg ons op |följ oss på |følg oss på |følg os på |kövess(?:en)? minket |urmărește-ne pe |sledujte nás na "
    r"|thank you[!.] your submission has been received|oops! something went wrong while|hat ihnen (?:dieser|der) artikel gefallen|would you like to comment on this article|please (?:review|read) our comment policy"
    r"|(?:подпишитесь|подписывайтесь) на |(?:підпишіться|підписуйтесь|підписуйтеся) на |(?:abonnez-vous|inscrivez-vous) (?:à|gratuitement|pour)|(?:suscríbete|síguenos|apúntate) (?:a|en|gratis)|(?:iscriviti|seguici) (?:alla|su|al)"
    r"|dieses thema im programm|auf dieser seite$|neuer abschnitt$|schlagwörter zu diesem artikel|mehr lesen über$|verwandte artikel$|dieser artikel wurde ausgedruckt unter"
    r")",
    re.IGNORECASE,
)
"""How the lines begin by which a page speaks of itself."""
_UNLATIN = re.compile(
    r"\W*(?:(?:"
    # Read also
    r"延伸閱讀|相關新聞|相關報導|相關文章|相关报道|相关推荐|推荐阅读|推薦閱讀|更多新聞|更多相關新聞|看更多|热门推荐|請繼續往下閱讀|関連ニュース|関連リンク|おすすめ記事|続きを読む|この記事を書いた人"
    r"|관련 ?뉴스|많이 본 기사|많이 본 뉴스|추천 ?기사|함께 보면 좋은 기사|ये भी पढ़ें|इसे भी पढ़ें|संबंधित खबरें|हेही वाचा|आणखी वाचा|আরও পড়ুন|আরো পড়ুন|இதையும் படிக்க|இதையும் படியுங்கள்|மேலும் படிக்க"
    r"|ఇది కూడా చదవండి|ఇవి కూడా చదవండి|ഇതും വായിക്കുക|ಇದನ್ನೂ ಓದಿ|આ પણ વાંચો|ਇਹ ਵੀ ਪੜ੍ਹੋ|یہ بھی پڑھیں|مزید پڑھیں|متعلقہ خبریں|شاهد أيضا|شاهد أيضًا|اقرأ المزيد|مواضيع متعلقة|موضوعات متعلقة|أخبار ذات صلة"
    r"|همچنین بخوانید|مطالب پیشنهادی|انتهای پیام|پایان پیام|קראו עוד|עוד בנושא|כתבות נוספות|อ่านเพิ่มเติม|อ่านข่าวเพิ่มเติม|ข่าวที่เกี่ยวข้อง|xem thêm|tin liên quan|đọc thêm"
    r"|διαβάστε ακόμ[αη]|διαβάστε περισσότερα|ειδήσεις σήμερα|чытайце таксама|глядзіце таксама|ასევე წაიკითხეთ|կարդացեք նաև"
    # Who edited, what paper it was in
    r"|责任编辑\s*[:：]\s*.{1,30}|责编\s*[:：]\s*.{1,30}|編輯\s*[:：]\s*.{1,30}|编辑\s*[:：]\s*.{1,30}|責任編輯\s*[:：]\s*.{1,30}|图片编辑\s*[:：]\s*.{1,30}|校对\s*[:：]\s*.{1,30}|监制\s*[:：]\s*.{1,30}"
    r"|[^《》]{2,14}》\s*[(（][^()（）]{0,6}\d{4}\s*年[^()（）]{1,20}版[^()（）]{0,6}[)）]"
    r")\W*$"
    r"|(?:यह भी पढ़ें|ये भी पढ़ें|আরও পড়ুন|আরো পড়ুন|இதையும் படிக்க|مزید پڑھیں|شاهد أيضا|همچنین بخوانید|อ่านข่าว|อ่านเพิ่มเติม|đọc thêm|延伸閱讀|延伸阅读|更多新聞|相關新聞|相关阅读|関連記事|あわせて読みたい|관련 ?기사|διαβάστε επίσης|διαβάστε ακόμα|чытайце таксама)\s*[:：–—|]"
    # What must be paid for, scanned or installed
    r"|扫描.{0,20}二维码|扫码.{0,20}关注|長按.{0,20}關注|长按.{0,20}关注|下載.{0,20}app|제보는 |この記事は有料|この記事は会員限定|残り.{0,12}文字|有料会員になると|本文共计|此文限于订阅|此文仅限订阅"
    r")",
    re.IGNORECASE,
)
"""Lines like these in the scripts that few pages are in, searched for there alone."""
_RIGHTS = re.compile(
    r"무단 ?전재|무단 ?복제|저작권자|無断転載|無断複製|未[经經].{0,10}(?:授权|授權|许可|許可).{0,12}(?:转载|轉載|复制|複製)|非經.{0,6}授權.{0,12}轉載|版权所有|版權所有|無斷轉載"
    r"|جميع الحقوق محفوظة|(?:کلیه|تمامی|تمام) حقوق .{0,40}محفوظ|جملہ حقوق|כל הזכויות שמורות|tüm hakları saklıdır|все права защищены|(?:усі|всі) права захищені"
    r"|सर्वाधिकार सुरक्षित|সর্বস্বত্ব|สงวนลิขสิทธิ์",
    re.IGNORECASE,
)
"""What a line about copying says anywhere."""
_WRITE_TO = re.compile(
    r"\W*(?:[^\s@]{1,20}\s){0,4}[(<]?[\w.+-]{1,40}@[\w-]{1,40}(?:\.[\w-]{1,20}){1,3}\W*"
)
"""A line of a name or a few words and an address."""
_BYLINE = re.compile(
    r"\W*(?i:by|von|par|por|di|door|av|af|text by|words by|reported by|written by|автор|od)\b[:\s]+"
    r"(?:[^\W\d_a-zа-я][\w.'’-]*\s){1,3}[^\W\d_a-zа-я][\w'’-]+\W*"
)
"""A line that says who wrote, and nothing else."""
_LONGEST_NOTICE, _LONGEST_BYLINE = 160, 50


ABOUT_SITES = frozenset(
    (  # noqa: SIM905  # a hundred words, read as such
        "newsletter newsletters subscribe subscriber subscribers subscription subscriptions sign signup register registered "
        "account login log email e-mail mail inbox app apps whatsapp telegram facebook twitter instagram youtube tiktok follow "
        "cookie cookies javascript browser browsers device devices privacy policy terms copyright reserved advertisement "
        "advertising ad ads sponsored affiliate commission comment comments commenting share read story stories article articles "
        "click tap here below video videos player loaded load download podcast listen watch author editor editors contributor "
        "contact feedback poll vote quiz survey faq latest news breaking updates daily free exclusive offer offers deal deals "
        "sponsor premium member members membership join donate support website site page pages content edition print published "
        "updated posted source sources related topics tags more written "
        "abonnieren abo abonnement anmelden anmeldung artikel lesen nachrichten kostenlos jetzt hier datenschutz "
        "datenschutzerklärung einwilligung zustimmen inhalte externe externen inhalt gerät autor autorin "
        "abonné abonnés abonnez inscrivez lire appareil suscripción suscríbete suscriptor dispositivo leer boletín noticias "
        "usuario contenido contraseña"
    ).split()
)
"""Words that speak of the site and its reader more often than articles do."""

CREDITS = frozenset(
    word + end
    for end in ("", ":", ")", "/", ",", ".")
    for word in (  # noqa: SIM905
        "(c) foto photo photos image images picture bild bilder getty afp reuters dpa ap imago epa quelle bildrechte credit "
        "courtesy archiv crédit zdroj fot fotó kuva bildquelle pixabay unsplash shutterstock istock alamy "
        "фото світлина зображення 写真 사진 fotografía imagen foto/ photo/ image/"
    ).split()
)
"""Words that name where a picture comes from."""


@lru_cache(maxsize=16_384)
def furniture_in(line: str) -> str | None:
    """Give the words of a line that belong to a page's frame; None for a line of an article."""
    if is_stamp(line):
        return line
    found = _LINES.match(line) or _STARTS.match(line) or _NOTICES.match(line)
    if found is None and not line.isascii():
        found = _UNLATIN.match(line)
        found = found or (_RIGHTS.search(line) if len(line) <= _LONGEST_NOTICE else None)
    if found is None and "@" in line and len(line) <= _LONGEST_NOTICE:
        found = _WRITE_TO.fullmatch(line)
    if found is None and len(line) <= _LONGEST_BYLINE:
        found = _BYLINE.fullmatch(line)
    return found[0].strip() if found else None
