"""What pages that are no articles say of themselves, in the languages of their readers."""

import re
from collections.abc import Container
from typing import Final

from copydesk.outcome import RejectionCode

# What a short article may say as well is a sign at the beginning of the title alone.
_SIGNS: tuple[tuple[RejectionCode, tuple[str, ...]], ...] = (
    ("challenge", (
        r"just a moment\.\.\.", r"checking (?:if the site connection is secure|your browser)",
        r"verify(?:ing)? (?:that )?you are (?:a )?human", r"ddos[- ]guard", r"__arcsjs",
        r"enable javascript and cookies to continue", r"transferring to the website",
        r"attention required! \| cloudflare", r"are you a robot", r"unusual traffic from your",
        r"complete the (?:captcha|security check)",
        r"^(?:nur einen moment|un instant|u[nm] momento|een moment|один момент|请稍候|請稍候)(?:…|\.\.\.)",
        r"^(?:しばらくお待ちください|잠시만 기다리십시오)(?:…|\.\.\.)",
        r"bestätigen sie, dass sie ein mensch sind", r"vérifi(?:ez|ons) que vous êtes (?:un )?humain",
        r"verific(?:a|ar|amos|ando) que (?:eres|es|usted es) (?:un )?humano", r"что вы не робот",
        r"确认您是真人", r"人間であることを確認",
    )),
    ("blocked", (
        r"access denied", r"you have been blocked", r"403 forbidden", r"request blocked",
        r"not available in your (?:country|region)", r"unavailable (?:for|due to) legal reasons",
        r"^(?:zugriff verweigert|accès refusé|acceso denegado|acesso negado|доступ запрещ[её]н)",
        r"^доступ заборонено",
    )),
    ("error_page", (
        r"(?:\b404\b|page)\s*[-–—:|.]?\s*(?:error|(?:could )?not (?:be )?found)", r"error\s*404",
        r"page (?:you (?:are|were) looking for|does not exist|doesn.t exist)", r"internal server error",
        r"50[023] (?:bad gateway|service)", r"страниц[аы] не (?:найдена|существует)",
        r"сторінк[уа] не знайдено", r"страницата не (?:е|беше) намерена",
        r"seite (?:wurde |konnte )?(?:leider )?nicht gefunden", r"seite existiert nicht",
        r"page (?:introuvable|non trouvée|n.existe pas)", r"página no (?:encontrada|existe)",
        r"no se (?:ha )?encontr(?:ó|ado) la página", r"página não (?:foi )?encontrada",
        r"pagina (?:non (?:è stata )?trovata|niet gevonden|nu a fost găsită)",
        r"(?:nie znaleziono strony|strona nie (?:istnieje|została znaleziona))",
        r"sidan (?:kunde inte hittas|hittades inte|finns inte)", r"siden (?:ble |blev )?(?:ikke fundet|ikke funnet)",
        r"siden (?:findes|finnes|fins) ikke", r"sivua ei löyd", r"stránka (?:nebyla nalezena|nenalezena)",
        r"az oldal nem található", r"η σελίδα δεν βρέθηκε", r"sayfa bulunamadı", r"stranica nije pronađena",
        r"halaman tidak ditemukan", r"không tìm thấy trang", r"ไม่พบหน้า", r"पृष्ठ नहीं मिला", r"ה(?:דף|עמוד) לא נמצא",
        r"صفحه مورد نظر", r"صفحه (?:یافت|پیدا) نشد", r"الصفحة .{0,30}غير موجودة", r"صفحہ (?:نہیں ملا|موجود نہیں)", r"לא נמצא(?:ה)? (?:ה?דף|ה?עמוד)", r"(?:הדף|העמוד) .{0,20}לא נמצא",
        r"পাতাটি (?:খুঁজে )?পাওয়া যায়নি", r"पेज नहीं मिला", r"பக்கம் (?:கிடைக்கவில்லை|காணப்படவில்லை)", r"పేజీ (?:కనబడలేదు|కనుగొనబడలేదు)", r"പേജ് (?:കണ്ടെത്താനായില്ല|കണ്ടെത്തിയില്ല)",
        r"ಪುಟ (?:ಸಿಗಲಿಲ್ಲ|ಕಂಡುಬಂದಿಲ್ಲ)", r"પૃષ્ઠ મળ્યું નથી", r"გვერდი (?:ვერ|არ) მოიძებნა", r"էջը (?:չի գտնվել|գոյություն չունի)", r"səhifə tapılmadı", r"sahifa topilmadi", r"бет табылмады", r"старонка не знойдзена",
        r"ukurasa (?:haukupatikana|haupo)", r"halaman .{0,25}tidak ditemukan", r"η σελίδα .{0,25}δεν (?:βρέθηκε|υπάρχει)", r"faqja nuk u gjet", r"страница није пронађена", r"stranica ne postoji", r"puslapis nerastas",
        r"lap[ua] nav atrasta", r"lehte ei leitud", r"strana sa nenašla", r"stran ni najdena", r"ไม่พบหน้าที่", r"^404\s*\n", r"^404 ?[-–—|:]", r"(?:页面(?:已)?不存在|找不到(?:该|您)?(?:访问的)?页面|頁面不存在|找不到頁面|页面(?:已被删除|走丢了))",
        r"ページ[がは](?:見つかりません|存在しません)", r"페이지를 찾을 수 없",
    )),
    ("consent", (
        r"before you continue to", r"we value your privacy", r"(?:accept|manage) (?:all )?cookies",
        r"consent to (?:the )?(?:use|cookies)", r"your privacy choices",
        r"wir (?:schätzen|respektieren) (?:ihre|deine) privatsphäre", r"alle (?:cookies )?akzeptieren",
        r"(?:nous respectons|respect de) votre vie privée", r"continuer sans accepter",
        r"valoramos (?:tu|su) privacidad", r"valorizamos (?:a )?sua privacidade",
        r"la tua privacy è importante", r"accett(?:a|are) (?:tutti )?i cookie",
        r"(?:wij )?waarderen (?:uw|je) privacy", r"dbamy o (?:twoją|państwa) prywatność",
    )),
    ("login", (
        r"(?:log|sign) ?in to (?:your account|continue|read)", r"forgot (?:your )?password",
        r"create (?:a free |an )?account to", r"password[- ]protected", r"passwortgeschützt",
        r"passwort vergessen\?", r"mot de passe oublié", r"(?:olvidaste|olvidó) (?:tu|su) contraseña",
        r"esqueceu (?:a |sua )*senha", r"password dimenticata", r"wachtwoord vergeten", r"забыли пароль",
        r"забули пароль",
        r"protégé par (?:un )?mot de passe", r"protegid[oa] (?:por|con) contraseña",
        r"защищен[оа]? паролем", r"захищен[оа]? паролем",
    )),
    ("paywall", (
        r"subscribe (?:now )?to (?:continue|read|unlock)", r"to continue reading", r"already a subscriber",
        r"this (?:article|content|story) is (?:for|available (?:only )?to) (?:our )?subscribers",
        r"(?:article|contenu) réservé (?:à nos|aux) abonné", r"déjà abonné", r"bereits (?:abonnent|ein abo)",
        r"(?:artikel|beitrag|inhalt)\b.{0,30}\b(?:nur|exklusiv) für (?:unsere )?abonnent", r"¿ya (?:eres|es|estás) suscri",
        r"(?:contenido|artículo) (?:exclusivo|solo) para suscriptores", r"já é assinante",
        r"(?:conteúdo|matéria) exclusiv[oa] para assinantes", r"sei già abbonato",
        r"riservat[oa] agli abbonati", r"artikel\b.{0,30}\b(?:alleen|exclusief) voor abonnees", r"al abonnee\?",
        r"redan prenumerant\?", r"allerede abonnent\?", r"(?:artik\w+|saken)\b.{0,30}\b(?:kun|bare) for abonnent",
        r"masz już (?:prenumeratę|subskrypcję)", r"(?:artykuł|treść|tekst)\b.{0,30}\bdla (?:prenumeratorów|subskrybentów)",
        r"(?:статья|материал|текст)\b.{0,30}\bтолько (?:для )?подписчик", r"(?:стаття|матеріал|текст)\b.{0,30}\b(?:лише|тільки) (?:для )?передплатник",
        r"(?:订阅后|訂閱後)(?:可)?(?:继续|繼續)", r"仅限(?:订阅|付费)用户", r"有料会員限定", r"유료 ?회원 전용",
    )),
    ("search", (
        r"search results for", r"results for [\"“]", r"résultats de recherche", r"результаты поиска",
        r"suchergebnisse",
        r"^(?:resultados de (?:la )?(?:búsqueda|busca|pesquisa)|risultati (?:della |di )?ricerca|zoekresultaten)",
        r"^(?:wyniki wyszukiwania|výsledky (?:vyhledávání|hľadania)|результати пошуку|sökresultat|søge?resultater)",
        r"^(?:arama sonuçları|αποτελέσματα αναζήτησης|kết quả tìm kiếm|نتائج البحث|نتایج جستجو)",
        r"^(?:検索結果|검색 ?결과|搜索结果|搜尋結果)",
    )),
)  # fmt: skip
ALL: Final = frozenset(code for code, _ in _SIGNS)
# The others stand in the banners of many an article too.
WALLS: Final = frozenset[RejectionCode]({"challenge", "blocked", "error_page"})
_PATTERNS = tuple((code, re.compile("|".join(signs), re.IGNORECASE)) for code, signs in _SIGNS)


def sign_in(text: str, codes: Container[RejectionCode]) -> tuple[RejectionCode, str] | None:
    """Find the first sign of one of the codes in a title and the text behind it: the code, the words."""
    for code, pattern in _PATTERNS:
        if code in codes and (found := pattern.search(text)):
            return code, " ".join(found[0].split())
    return None
