"""Words by which a page says that the rest of a text is for those who pay."""

import re

# Sentences that speak of this text and its reader. A label, "for subscribers", stands beside the titles
# of other texts too, and an offer, "subscribe to our newsletter", on free pages.
_SAID = (
    # English
    r"(?:this|the (?:full|rest of (?:the|this))) (?:article|story|content|post|report|column|piece|text) is (?:\w+ )?(?:for|to|available|exclusive|exclusively|reserved|restricted|limited|locked)\b.{0,40}\b(?:subscribers?|members|subscription)",
    r"(?:subscribe|log ?in|sign ?in|join|upgrade|become a (?:member|subscriber))\b[^.!?]{0,40} to (?:(?:continue|keep) reading|(?:read|unlock|access|see|view|finish) (?:the (?:full|rest|whole|entire|complete|remainder)|this (?:article|story|post|content|report)))",
    r"to (?:continue|keep) reading(?: this (?:article|story|post))?,? (?:please )?(?:subscribe|log ?in|sign ?in|become|buy|choose|join)",
    r"(?:continue|keep) reading (?:with a|by subscribing|for (?:just |only )?[$£€])", r"unlock (?:this|the (?:full|rest of the)) (?:article|story|post)",
    r"you(?:['\u2019]ve| have) (?:reached|hit|used) (?:your|all)\b.{0,30}\b(?:limit|free (?:articles|stories))", r"already a (?:paid |paying )?(?:subscriber|member)\?",
    r"\d+ ?% of (?:this|the) (?:article|story) (?:remains|left)",
    # German
    r"(?:dieser|den|der) (?:ganze[rn]? |vollständige[rn]? |gesamte[rn]? )?(?:artikel|beitrag|inhalt|text)\b.{0,40}\b(?:nur|exklusiv) für .{0,20}(?:abonnent|mitglieder|plus)",
    r"(?:jetzt |einfach )?weiterlesen (?:mit|für \d)", r"lesen sie (?:jetzt )?(?:weiter )?mit .{0,20}(?:abo|plus|premium)",
    r"um (?:weiterzulesen|(?:diesen|den) (?:artikel|beitrag|text) (?:weiter|vollständig|ganz|zu ende))", r"bereits (?:abonnent(?:in)?|plus-mitglied|ein abo)\b",
    r"(?:sie haben|du hast) (?:bereits|schon) ein abo\?", r"(?:artikel|beitrag) (?:jetzt )?freischalten",
    # French
    r"il vous reste [\d.,]+ ?%", r"(?:la suite|cet article|ce contenu|la lecture de cet article)\b[^.]{0,40}\bréservée?s? (?:à nos |aux |à )",
    r"(?:abonnez-vous|identifiez-vous|connectez-vous) pour (?:lire|continuer|poursuivre|accéder|découvrir|débloquer)", r"pour (?:lire la suite|continuer (?:la|votre) lecture|poursuivre (?:la|votre) lecture)",
    r"déjà abonnée?\s?\?",
    # Spanish, Portuguese, Italian
    r"(?:este|el) (?:contenido|artículo) es (?:exclusivo|solo|sólo)\b.{0,20}\b(?:suscriptor|abonad|socios)", r"(?:suscríbete|suscríbase|suscribite|hazte socio) (?:para|y) (?:seguir|sigue|continuar|continúa|leer)",
    r"para (?:seguir|continuar) leyendo", r"¿?ya (?:eres|es|sos|estás) (?:suscriptor|suscrito|abonad|soci)",
    r"(?:este )?(?:conteúdo|texto|artigo|matéria)(?: é)? (?:exclusiv[oa]|restrit[oa]) (?:para|a|de) assinantes", r"(?:assine|faça login) (?:para|e) (?:continu|ler|leia|acess)",
    r"para continuar (?:lendo|a ler)", r"já é assinante\?",
    r"(?:questo (?:contenuto|articolo)|il resto dell['\u2019]articolo) è (?:riservato|esclusivo|disponibile solo)\b", r"abbonati (?:per|e) (?:continu|legger)", r"per continuare (?:a leggere|la lettura)",
    r"continua a leggere (?:con|a \d)", r"(?:sei già abbonato|hai già un abbonamento)\?",
    # Dutch, Swedish, Danish, Norwegian, Finnish
    r"(?:dit|het volledige|de rest van dit) (?:artikel|verhaal)\b.{0,30}\b(?:alleen|exclusief)\b.{0,30}\babonnees", r"(?:verder lezen|lees verder|lees dit artikel) met (?:een|je|uw)\b", r"(?:al abonnee|heb je al een abonnement)\?",
    r"(?:den här|denna|artikeln|resten av) .{0,20}är (?:bara |endast |låst |exklusiv )?för .{0,20}prenumerant", r"(?:redan prenumerant|allerede abonnent)\?",
    r"den(?:ne|ne her)? (?:artikel|artikkelen|saken) er (?:kun |bare |forbeholdt )?(?:for )?abonnent", r"(?:læs|les) videre med (?:et )?abonnement", r"(?:tämä (?:juttu|artikkeli|sisältö) on (?:vain )?tilaaj|jatka lukemista tilaa|oletko jo tilaaja)",
    # Polish, Czech, Slovak, Hungarian, Turkish
    r"(?:ten |dalsza część |pełna treść )?(?:artykułu?|tekstu?|treść|materiał)\b.{0,30}\b(?:tylko|wyłącznie)?\b.{0,15}\bdla (?:prenumerator|subskrybent|abonent)", r"(?:aby|żeby) (?:czytać dalej|przeczytać (?:cały|całość)|kontynuować czytanie)",
    r"pozostało (?:do przeczytania |ci )?\d+ ?%", r"masz już (?:prenumeratę|subskrypcję)\?",
    r"(?:tento|celý) (?:článek|článok|obsah|text) .{0,30}(?:předplatitel|predplatiteľ)", r"zbývá (?:vám )?(?:přečíst )?\d+ ?%", r"(?:ez a|a teljes) (?:cikk|tartalom) .{0,30}előfizető",
    r"bu (?:haber|içerik|yazı)\b.{0,20}\babone", r"devamını okumak için (?:abone|üye|giriş)",
    # Vietnamese, Indonesian
    r"bài viết (?:này )?(?:chỉ )?dành (?:riêng )?cho (?:hội viên|thành viên|người đăng ký)", r"(?:artikel|konten|berita) ini (?:hanya |khusus )(?:untuk )?pelanggan", r"berlangganan untuk (?:melanjutkan|membaca)",
)  # fmt: skip
_OTHERS = (
    # Russian, Ukrainian
    r"(?:статья|материал|текст|продолжение|полн(?:ый текст|ая версия))\b.{0,40}\bтолько\b.{0,20}\bподписчик", r"(?:оформите|купите) подписку,? чтобы (?:чита|дочита|продолж|прочи)", r"чтобы (?:продолжить чтение|дочитать|прочитать (?:полностью|целиком|весь))",
    r"осталось (?:прочитать |дочитать )?\d+ ?%",
    r"(?:стаття|матеріал|текст|продовження)\b.{0,40}\b(?:лише|тільки)\b.{0,20}\b(?:передплатник|підписник)", r"(?:оформіть|придбайте) (?:підписку|передплату),? щоб", r"щоб (?:продовжити читання|дочитати|прочитати (?:повністю|весь))",
    # Arabic, Persian, Hebrew, Greek
    r"هذا (?:المحتوى|المقال) .{0,12}للمشتركين", r"اشترك (?:الآن )?(?:لمتابعة|لمواصلة) القراءة", r"(?:این|ادامه|متن کامل) .{0,20}(?:ویژه|مخصوص|فقط برای) (?:مشترک|اعضا)", r"(?:כתבה|תוכן|כתבה זו) .{0,12}למנויים",
    r"(?:αυτό το|το) (?:άρθρο|περιεχόμενο) .{0,30}συνδρομητ",
    # Japanese, Chinese, Korean
    r"この(?:記事|続き|先)は.{0,15}(?:会員|有料|購読者|読者|プレミアム).{0,8}(?:限定|のみ|専用)", r"残り[:：\s]?[\d,，０-９]+\s?(?:文字|字)", r"(?:続き|全文)(?:を読む|を?お読み|は).{0,20}(?:会員|登録|購読|ログイン)", r"(?:有料会員になると|ここから先は有料)",
    r"(?:订阅|訂閱|开通|開通|登录|登入|付费|付費|购买|購買|成为会员|成為會員|加入会员|加入會員)[^。，]{0,10}(?:阅读全文|閱讀全文|继续阅读|繼續閱讀|查看全文|(?:解锁|解鎖)全文|完整(?:内容|內容|文章|报道|報導))",
    r"(?:此文|本文|全文|该文|此篇文章|剩余内容|未读内容)[^。，]{0,8}(?:仅限?|僅限?|只限|限于|為|为)[^。，]{0,6}(?:订阅|訂閱|付费|付費|会员|會員)", r"(?:剩余|剩餘|还有|還有|余下)[^。，]{0,6}\d+ ?(?:%|字)(?:未读|未讀|内容|內容|需)?",
    r"(?:이|본) (?:기사|콘텐츠|글)[는은] .{0,20}(?:유료|구독자|회원|프리미엄).{0,10}(?:전용|만|위한)", r"(?:구독|로그인|회원가입)[^.]{0,12}(?:전문|계속|이어서|전체 기사|나머지)[^.]{0,12}(?:읽|볼|보실|확인)",
)  # fmt: skip


def _compiled(sentences: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\W*(?:{'|'.join(sentences)})", re.IGNORECASE)


_LATIN, _OTHER = _compiled(_SAID), _compiled(_OTHERS)
_AFTER_LATIN = "\u0370"
_SENTENCE = re.compile(r"[.!?…。！？]\s*")
_LINE, _BEGIN = 200, 120
"""Letters of a line that says so, and where in it the words begin at the latest."""


def begins_wall(line: str, start: int = 0) -> str | None:
    """Give the words at the beginning of a short line that say the rest of a text must be paid for."""
    if len(line) > _LINE:
        return None
    letter = line[start : start + 2].lstrip("¿«„“(")[:1]
    found = (_OTHER if letter >= _AFTER_LATIN else _LATIN).match(line, start)
    return line[found.start() : found.end()].strip() if found else None


def wall_in(line: str) -> str | None:
    """Give such words at the beginning of a line or of its second sentence."""
    if found := begins_wall(line):
        return found
    stop = _SENTENCE.search(line, 0, _BEGIN)
    return begins_wall(line, stop.end()) if stop else None
