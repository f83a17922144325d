"""Words that pages put around their articles, in the languages that outlets write in."""

import re
from functools import lru_cache

from copydesk.extract.alternatives import grouped
from copydesk.extract.stamped import is_stamp
from copydesk.extract.wall_words import begins_wall

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
    r"|(?:(?:jump to|print|pin|rate|save) (?:this |the )?(?:recipe|video|details)\W*)+"
    r"|like this:?|print(?: this(?: page| article)?)?|e-?mail(?: this)?|copy link|tweet|pin it"
    r"|поделиться(?: в .{1,30})?|подписаться|подписывайтесь на .{1,60}|поділитися|підписатися|підписуйтесь на .{1,60}|شارك|مشاركة|کپی شد|اشتراک‌گذاری"
    r"|teilen|artikel teilen|jetzt abonnieren|newsletter|partager|s'abonner|compartir|suscríbete.{0,60}|condividi|iscriviti.{0,60}|compartilhar|compartilhe|delen|udostępnij|sdílet|dela|del|jaa|κοινοποίηση|paylaş|分享|シェア|공유"
    r"|click to (?:share|print|e?-?mail)\b.{0,60}|(?:compartir en|condividi su|compartilhar no|partager (?:sur|via)|dela på|del på|delen op|udostępnij na|sdílet na) \w+|auf \w+ teilen"
    r"|already have an account\W+(?:log|sign) ?in|clique aqui (?:e|para) (?:siga|seguir|receb).{0,60}|this article is more than \d+ (?:year|month)s? old|(?:© ?)?riproduzione riservata"
    r"|(?:reading time|read time|lesedauer|lesezeit|temps de lecture|tempo di lettura|tiempo de lectura|tempo de leitura|leestijd|lästid|læsetid|lesetid|lukuaika|czas czytania|doba čtení"
    r"|olvasási idő|timp de citire|время чтения|час читання|okuma süresi)\W{0,4}(?:ca\W{0,2}|env\W{0,2})?\d{1,3}\W{0,2}[^\W\d]{1,10}|\d{1,3}[ -]?min(?:ute)?s?\W{0,2}(?:read|lesezeit|de lecture|di lettura|de lectura|de leitura|leestijd)"
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
    r"|(?:beginning|end) of dialog window|end of list$|list (?:of \d+ items|\d+ of \d+)$|pour (?:afficher|visualiser|voir) ce contenu|une extension de votre navigateur|videospeler inladen|de video kan niet worden"
    r"|para visualizar este contenido|este contenido no está disponible|questo contenuto non è disponibile|este conteúdo não está disponível|detta är en video\. |javascript måste vara|for å se dette innholdet|for at se dette indhold"
    r"|lecture du .{1,30} en cours sur un autre appareil|ce message s['’]affichera sur"
    r"|tu suscripción se está usando|.?quieres añadir otro usuario|si continúas leyendo en este dispositivo|this (?:article|story) is (?:reserved|only available) (?:for|to) subscribers"
    r"|(?:already a subscriber|you have reached your (?:article )?limit|unlimited access to)|dieser artikel ist (?:nur )?für abonnent|weiterlesen mit"
    # What is earned by links
    r"|(?:disclos(?:ure|aimer)\W{1,4}|\*|please note,? (?:that )?)?(?:this|our) (?:article|blog|content|guide|page|post|recipe|review|site|story|website) (?:may |might )?(?:contains?|includes?|uses?) (?:some )?(?:amazon )?affiliate"
    r"|(?:as an amazon associate|as amazon associates),? (?:i|we) |(?:we|i) (?:may|might|can) (?:also )?(?:earn|receive|get|make|be paid) (?:an? )?(?:small )?(?:affiliate )?commissions?\b"
    r"|(?:if|when) you (?:buy|purchase|click|make a purchase|order|shop)\b[^.]{0,60} links?\b[^.]{0,80} (?:we|i) (?:may |might |will |can )?(?:earn|receive|get|make)"
    r"|(?:dieser|der) (?:artikel|beitrag) enthält (?:affiliate|partner|werbe)|als amazon-partner verdien|(?:cet article|cette page) contient des liens (?:affiliés|d['’]affiliation)"
    r"|est[ea] (?:artículo|post|página) contiene enlaces de afiliad|questo (?:articolo|post) contiene link (?:di )?affilia|dit artikel bevat affiliate"
    # Newsletters, applications, networks, opinions
    r"|by (?:signing up|subscribing|submitting|registering|providing your e-?mail)[^.]{0,80}you (?:agree|consent|have read|acknowledge|confirm|will)|mit (?:meiner|ihrer|deiner) anmeldung"
    r"|(?:get|receive) [^.]{0,80}(?:(?:to|in) your inbox|newsletter)|sign up (?:for|to) [^.]{0,60}newsletter|subscribe to (?:our|the) [^.]{0,60}(?:newsletter|channel)|join (?:us|our channel) on (?:whatsapp|telegram)"
    r"|dziękujemy,? że przeczytał|(?:obserwuj|śledź) nas (?:w|na) |síguenos en |seguici su |siga-nos |sigam?-nos |volg ons op |följ oss på |følg oss på |følg os på |kövess(?:en)? minket |urmărește-ne pe |sledujte nás na "
    r"|our website is (?:the place for|your destination for|home to) |stay informed with |for the latest (?:breaking )?(?:news|stories)\b[^.]{0,100}(?:sign up|subscribe|follow|visit|download)|funda olunye udaba lapha"
    r"|(?:to|for) [^.]{3,100}[,:] (?:please )?(?:sign up|subscribe) (?:to|for|here)\b|enjoy (?:more|our) (?:audio|podcasts)\b|follow me on (?:x|twitter|linkedin|instagram|facebook)\b"
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


_WHOLE = frozenset(
    (  # noqa: SIM905  # hundreds of lines, read as such
        "play video|listen to this article|listen to article|click here to read more|sign up here|enter your email address|enter your email|please enter a valid email address|thank you for subscribing|thanks for signing up|you can unsubscribe at any time|unsubscribe at any time|"
        "subscribe to continue reading|support our journalism|support independent journalism|support local journalism|donate now|download our app|open in app|read the full story here|read full article|read the full article|read full story|"
        "view comments|show comments|hide comments|view all comments|join the conversation|join the discussion|add a comment|comments are turned off|view image in fullscreen|open image in gallery|image caption|view gallery|open gallery|show more|show less|load more|"
        "back to top|link copied|link copied to clipboard|save for later|gift this article|give this article|report a typo|report an error|why you can trust us|how we use your data|this video can not be played|media playback is unsupported on your device|playback is not supported on this device|"
        "editor's picks|editors' picks|more from this author|more stories|up next|what to read next|recommended reading|promoted content|paid content|paid partnership|related content|related video|related videos|article continues after sponsor message|"
        "this is a carousel. use next and previous buttons to navigate|this is a modal window|no media source currently available|text to speech|listen to story|follow us on social media|share your thoughts|"
        "artikel anhören|artikel merken|artikel drucken|artikel vorlesen|artikel versenden|zur startseite|zum seitenanfang|nach oben|kommentare anzeigen|jetzt kommentieren|diskutieren sie mit|kommentar schreiben|zur bildergalerie|bild vergrößern|video abspielen|"
        "inhalt laden|externe inhalte anzeigen|externen inhalt laden|jetzt anmelden|jetzt registrieren|newsletter abonnieren|zum newsletter anmelden|melden sie sich hier an|weitere nachrichten|weitere artikel|weitere themen|lesen sie mehr|meistgelesen|meistgelesene artikel|"
        "zum thema|mehr lesen|mehr erfahren|link kopieren|link kopiert|drucken|merken|weiterempfehlen|empfehlungen für sie|empfehlungen der redaktion|themen folgen|folgen sie uns|zum artikel|mehr dazu|passend zum thema|"
        "lire l'article|lire plus tard|écouter l'article|écouter cet article|contenu sponsorisé|partager cet article|partager l'article|partager sur facebook|réagir|réagissez à cet article|voir les commentaires|lire les commentaires|ajouter un commentaire|les plus lus|"
        "s'inscrire à la newsletter|s'inscrire|je m'abonne|abonnez-vous|copier le lien|lien copié|à lire également|à voir aussi|voir plus|nos autres articles|articles liés|imprimer|enregistrer|suivez-nous|recommandé pour vous|"
        "escuchar noticia|escuchar artículo|ver comentarios|te recomendamos|también te puede interesar|te recomendamos leer|regístrate para leer|inicia sesión|mira también|mirá también|lo más leído|lo más visto|más leídas|suscribite a nuestro newsletter|suscríbete|"
        "lee además|lea además|le puede interesar|le recomendamos|copiar enlace|enlace copiado|imprimir|comparte esta noticia|síguenos en redes|notas relacionadas|contenido relacionado|artículos relacionados|volver arriba|"
        "ascolta l'articolo|ascolta questo articolo|leggi i commenti|lascia un commento|ti potrebbe interessare|potrebbe interessarti anche|ti potrebbero interessare|i più letti|le più lette|iscriviti alla newsletter|copia link|link copiato|leggi di più|leggi tutto|articoli correlati|"
        "contenuti correlati|torna su|seguici su|guarda anche|vedi anche|"
        "ouça este conteúdo|ouvir notícia|ver comentários|mais lidas|assine nossa newsletter|siga o canal no whatsapp|saiba mais|leia a notícia completa|copiar link|link copiado|notícias relacionadas|conteúdo relacionado|recomendadas para você|voltar ao topo|receba nossas notícias|"
        "luister naar dit artikel|deel dit artikel|bekijk ook|meest gelezen|meld je aan voor de nieuwsbrief|schrijf je in voor de nieuwsbrief|bekijk alle reacties|reageer op dit artikel|kopieer link|link gekopieerd|gerelateerde artikelen|aanbevolen voor jou|"
        "dela artikeln|dela på facebook|lyssna på artikeln|läs mer|mest läst|rätta artikeln|rapportera textfel|kopiera länk|läs vidare|relaterade artiklar|visa mer|visa mindre|"
        "del artiklen|lyt til artiklen|læs mere|mest læste|tilmeld dig nyhedsbrevet|annonce|artiklen fortsætter efter annoncen|relaterede artikler|kopier link|vis mere|"
        "les mer|meld deg på nyhetsbrevet|del artikkelen|mest lest|relaterte artikler|vis mer|lytt til artikkelen|relaterte saker|"
        "jaa artikkeli|kuuntele juttu|lue lisää|mainos alkaa|mainos päättyy|tilaa uutiskirje|luetuimmat|kopioi linkki|näytä lisää|"
        "udostępnij artykuł|posłuchaj artykułu|zobacz też|polecamy|najczęściej czytane|zapisz się do newslettera|koniec bloku reklamowego|dalszy ciąg pod reklamą|materiał promocyjny|skopiuj link|powiązane artykuły|warto przeczytać|więcej na ten temat|przeczytaj także|przeczytaj też|popularne|"
        "sdílet článek|mohlo by vás zajímat|nejčtenější|přihlásit se k odběru|související články|zobrazit více|kopírovat odkaz|čtěte více|mohlo by vás zaujímať|súvisiace články|najčítanejšie|zdieľať|"
        "megosztás|olvasta már|ezt olvasta már|kapcsolódó cikkek|kapcsolódó cikk|kapcsolódó|hirdetés|iratkozzon fel hírlevelünkre|iratkozz fel hírlevelünkre|legolvasottabb|ez is érdekelheti|ajánljuk|"
        "distribuie|distribuie articolul|publicitate|cele mai citite|abonează-te|articole similare|articole recomandate|citește mai mult|ți-ar putea plăcea|"
        "podijeli|podeli|najčitanije|povezane vijesti|povezane vesti|preporučujemo|oglas|споделете|най-четени|свързани новини|реклама и партньори|подробнее|новости по теме|самое читаемое|популярное|рекомендуем|читают сейчас|найпопулярніше|новини за темою|детальніше|"
        "abone ol|en çok okunanlar|haberi paylaş|sonraki haber|önceki haber|yorum yap|yorumlar|bunlar da ilginizi çekebilir|μοιραστείτε|δημοφιλή|σχετικά άρθρα|περισσότερα"
    ).split("|")
)
"""Lines that say nothing else, in lower case and without the signs at their ends."""

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


_SIGNS = ' .:!?…»›>→|•·–—-*[]()"“”'


@lru_cache(maxsize=2_048)
def furniture_in(line: str) -> str | None:
    """Give the words of a line that belong to a page's frame; None for a line of an article."""
    if line.strip(_SIGNS).replace("\u2019", "'").casefold() in _WHOLE or is_stamp(line):
        return line
    found = _LINES.match(line) or _STARTS.match(line) or _NOTICES.match(line)
    if found is None and not line.isascii():
        found = _UNLATIN.match(line)
        found = found or (_RIGHTS.search(line) if len(line) <= _LONGEST_NOTICE else None)
    if found is None and "@" in line and len(line) <= _LONGEST_NOTICE:
        found = _WRITE_TO.fullmatch(line)
    if found is None and len(line) <= _LONGEST_BYLINE:
        found = _BYLINE.fullmatch(line)
    return found[0].strip() if found else begins_wall(line)


_LINES, _STARTS, _NOTICES = map(grouped, (_LINES, _STARTS, _NOTICES))
