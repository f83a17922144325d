"""Hostile words: titles, addresses, dates, letters, and pages that are no article at all."""

import codecs
import gzip
import struct
from collections.abc import Callable, Iterator

from tests.hostile import SAID, TEXT, TITLE, Case, lacks, page, story, tells

from copydesk import Article


def cases() -> Iterator[Case]:
    """Give them all."""
    yield from _said()
    yield from _lettered()
    yield from _unread()


def _said() -> Iterator[Case]:
    for name, (title, headline) in _TITLES.items():
        yield Case(f"titles/{name}.html", story(title=title), check=_has_headline(headline))
    for name, head in _HEADS.items():
        yield Case(f"heads/{name}.html", story(head=head), check=_is_safe)
    for name, after in _LINKS.items():
        yield Case(f"links/{name}.html", story(after=after), check=_is_safe)
    for name, (stated, value) in _DATES.items():
        head = f'<meta property="article:published_time" content="{stated}">'
        yield Case(f"dates/{name}.html", story(head=head), check=_is_of(value))
    for name, (lang, stated, value) in _PRINTED_DATES.items():
        before = f'<time class="date">{stated}</time>'
        yield Case(f"dates/{name}.html", story(before=before, lang=lang), check=_is_of(value))


def _lettered() -> Iterator[Case]:
    for name, (content, words) in _LETTERS.items():
        yield Case(f"letters/{name}.html", content, check=_says(words))
    for name, label in _LABELS.items():
        yield Case(f"labels/{name}.html", _labelled(label), check=_says("„Żółw’s” day"))


def _unread() -> Iterator[Case]:
    for name, (content, outcome) in _UNREAD.items():
        yield Case(f"letters/{name}.html", content, (outcome,))
    for name, (title, body, outcome) in _WALLS.items():
        yield Case(f"walls/{name}.html", _wall(title, body), (outcome,))
    for name, (given, outcome) in _EMPTY.items():
        yield Case(f"empty/{name}.html", _given(given), (outcome,))
    for name, start in _BINARY.items():
        yield Case(f"binary/{name}", _given(start + _NOISE), ("binary",))
    for name, (content, outcome) in _TEXTS.items():
        yield Case(f"texts/{name}", content, (outcome,))


def _given(content: bytes) -> Callable[[], bytes]:
    return lambda: content


def _has_headline(headline: str) -> Callable[[Article], bool]:
    return lambda article: tells(article) and article.headline == headline


def _is_safe(article: Article) -> bool:
    return lacks("javascript:", "file:", "data:", "root:", "169.254")(article) is True


def _is_of(value: str | None) -> Callable[[Article], bool]:
    def check(article: Article) -> bool:
        found = article.published.value if article.published else None
        return tells(article) and found == value

    return check


def _says(words: str) -> Callable[[Article], bool]:
    return lambda article: words in article.text


_TITLES = {
    "escapes": ("Fog &#27;[31m&#x1b;]0;pwned&#7; at sea", "Fog [31m]0;pwned at sea"),
    "escapes-raw": ("Fog \x1b[2J\x07 at sea", "Fog [2J at sea"),
    "c1": ("Fog \x9b31m at sea", "Fog 31m at sea"),
    "line-separator": ("Fog\u2028at\u2029sea", "Fog at sea"),
    "bidi": ("Fog \u202eaes ta\u202c \u2066x\u2069 at sea", "Fog aes ta x at sea"),
    "tags": ("Fog\U000e0041\U000e0042\U000e007f at sea", "Fog at sea"),
    "zero-width": ("F\u200bo\u2060g\ufeff at\u00ad sea", "Fog at sea"),
    "nul": ("Fog\0 at sea", "Fog at sea"),
    "surrogate": ("Fog &#xd800;&#xdfff; at sea", "Fog \ufffd\ufffd at sea"),
    "beyond": ("Fog &#x110000;&#99999999999; at sea", "Fog \ufffd\ufffd at sea"),
    "noncharacters": ("Fog\ufdd0\ufffe\uffff at sea", "Fog at sea"),
    "persian": ("می\u200cخواهم به خانه بروم", "می\u200cخواهم به خانه بروم"),
    "family": ("The 👨\u200d👩\u200d👧 at sea", "The 👨\u200d👩\u200d👧 at sea"),
    "decomposed": ("Fo\u0308g at sea", "Fög at sea"),
    "markup": (
        "Fog &lt;script&gt;alert(1)&lt;/script&gt; at sea",
        "Fog <script>alert(1)</script> at sea",
    ),
    "formula": ("=cmd|' /C calc'!A0 at sea", "=cmd|' /C calc'!A0 at sea"),
    "newlines": ("Fog\r\n\r\nat\t\x0b\x0c sea", "Fog at sea"),
}
_HEADS = {
    "canonical-script": '<link rel=canonical href="javascript:alert(1)">',
    "canonical-file": '<link rel=canonical href="file:///etc/passwd">',
    "canonical-bracket": '<link rel=canonical href="http://[::1">',
    "canonical-port": '<link rel=canonical href="https://harbour.example:99999999/">',
    "canonical-user": '<link rel=canonical href="https://a:b@harbour.example/">',
    "canonical-long": f'<link rel=canonical href="https://harbour.example/{"a" * 1_000_000}">',
    "canonical-controls": '<link rel=canonical href="https://harbour.example/&#10;&#27;a&#0;">',
    "canonicals-10000": '<link rel=canonical href="https://harbour.example/a">' * 10_000,
    "base-script": '<base href="javascript:alert(1)//">',
    "base-data": '<base href="data:text/html,x">',
    "refresh": '<meta http-equiv=refresh content="0;url=http://169.254.169.254/">',
    "metas-50000": '<meta name=author content="A B">' * 50_000,
    "meta-long": f'<meta name=description content="{"word " * 400_000}">',
    "authors-1000": "".join(f'<meta name=author content="Ada Berg{n}">' for n in range(1_000)),
    "author-cut-at-a-space": f'<meta name=author content="{"May " * 9_000}">'
    f'<meta property="og:site_name" content="{"May " * 9_000}">',
    "author-long": f'<meta name=author content="{"Ada Berg " * 100_000}">',
    "author-controls": '<meta name=author content="Ada&#27;[31m&#x202e; Berg">',
    "keywords-50000": f'<meta name=keywords content="{",".join(f"w{n}" for n in range(50_000))}">',
    "picture-data": f'<meta property="og:image" content="data:image/png;base64,{"A" * 1_000_000}">',
    "picture-script": '<meta property="og:image" content="javascript:alert(1)">',
    "title-long": f'<meta property="og:title" content="{"word " * 100_000}">',
    "titles-1000": '<meta property="og:title" content="Other">' * 1_000,
    "locale": f'<meta property="og:locale" content="{"xx_" * 50_000}">',
    "type": '<meta property="og:type" content="&#0;&#xd800;">',
    "microdata-circle": '<div itemscope itemtype="http://schema.org/Article" itemref=a id=a></div>',
    "manifest": '<link rel=stylesheet href="file:///etc/passwd"><script src="http://169.254.169.254/">'
    "</script>",
}
_LINKS = {
    "script": '<p>They <a href="javascript:alert(1)">said</a> so on the pier.</p>',
    "script-hidden": '<p>They <a href="&#1;java&#10;script:alert(1)">said</a> so on the pier.</p>',
    "data": '<p>They <a href="data:text/html,<script>">said</a> so on the pier.</p>',
    "file": '<p>They <a href="file:///etc/passwd">said</a> so on the pier.</p>',
    "image-data": f'<figure><img src="data:image/gif;base64,{"R" * 100_000}"></figure>',
    "image-script": '<img src="javascript:alert(1)" srcset="javascript:alert(2) 2x, , 4w">',
    "iframe": '<iframe src="javascript:alert(1)"></iframe><embed src="file:///etc/passwd">',
    "bracket": '<p>They <a href="http://[">said</a> so on the pier, <a href="//">again</a>.</p>',
    "width": f"<img src=/ship.jpg width={'9' * 5_000} height={'0' * 5_000}>",
    "colspan": "<table><tr><td colspan=999999999 rowspan=999999999>Ship<td>Tuesday</table>",
    "start": "<ol start=99999999999999999999><li value=-1e99>Ships</ol>",
    "class": f"<div class='{'-' * 1_000_000}'>Ships</div>",
    "class-lines": f"<div class='{'_' * 1_000_000}'>Ships</div>",
    "class-authors": f"<div class='{'author_' * 100_000}'>Ada Berg</div>",
    "class-parts": f"<div class='{'a-' * 500_000}'>Ships</div>",
    "quotes": f"<p>{'“' * 300_000}</p>",
    "srcset": f'<img srcset="{"a 1x, " * 50_000}">',
}
_DATES = {
    "month-13": ("2022-13-45", None),
    "30-february": ("2022-02-30", None),
    "29-february": ("2023-02-29T10:00:00Z", None),
    "leap": ("2024-02-29", "2024-02-29"),
    "zeros": ("0000-00-00", None),
    "hour-25": ("2022-01-07T25:61:00", None),
    "epoch--1": ("-1", None),
    "epoch-0": ("0", None),
    "epoch-large": ("99999999999999999999", None),
    "float": ("1e400", None),
    "nan": ("NaN", None),
    "null": ("null", None),
    "to-come": ("2999-12-31", None),
    "9999": ("9999-12-31T23:59:59+14:00", None),
    "before": ("1599-12-31", None),
    "first": ("1600-01-01", "1600-01-01"),
    "year-5": ("20222-01-01", None),
    "zone-99": ("2022-01-07T10:00:00+99:99", None),
    "jalali-digits": ("۲۰۲۲-۱۳-۴۵", None),
    "long": ("2022-" * 50_000, None),
    "words": ("yesterday", None),
    "controls": ("2022-01-&#0;07", None),
}
_PRINTED_DATES = {
    "jalali-1401": ("fa", "۱۴۰۱/۰۵/۱۵", "2022-08-06"),
    "jalali-words": ("fa", "۱۵ مرداد ۱۴۰۱", "2022-08-06"),
    "jalali-none": ("fa", "۱۴۰۱/۱۳/۴۰", None),
    "buddhist-2565": ("th", "15 สิงหาคม 2565", "2022-08-15"),
    "buddhist-none": ("th", "31 กุมภาพันธ์ 2565", None),
    "ambiguous": ("", "03/04/2022", None),
    "german": ("de", "03.04.2022", "2022-04-03"),
    "american": ("en-US", "03/04/2022", "2022-03-04"),
    "relative": ("en", "3 hours ago", None),
}
_CURLY = (f"<html><head><meta charset=iso-8859-1><title>{TITLE}</title></head><body><h1>{TITLE}</h1>"
    f"{TEXT}<p>“Curly — quotes” cost the mayor’s office €5, she said on Tuesday.</p>")  # fmt: skip
_ZOLW = "<p>„Żółw’s” day is in June, as the fishermen said again on Tuesday in the hall.</p>"
_WIDE = page(TEXT + _ZOLW).decode()


def _labelled(label: str) -> Callable[[], bytes]:
    """The page is UTF-8 whatever it says."""
    head = f'<meta charset="{label}"><meta http-equiv=content-type content="text/html;charset={label}">'
    return lambda: page(TEXT + _ZOLW, head).replace(b'<meta charset="utf-8">', b"", 1)


_LABELS = {
    **{name: name for name in (
        "punycode", "idna", "rot13", "base64", "zip", "bz2", "hex", "uu", "quopri", "mbcs", "undefined",
        "unicode_escape", "raw_unicode_escape", "utf-7", "utf-16", "utf-32", "x-user-defined",
        "replacement", "iso-2022-kr", "hz-gb-2312", "windows-1251", "none",
    )},
    "path": "../../../etc/passwd",
    "module": "os.system",
    "long": "a" * 60_000,
    "nul": "utf\0-8",
    "empty": "",
}  # fmt: skip
_LETTERS: dict[str, tuple[Callable[[], bytes], str]] = {
    "curly-quotes": (
        lambda: _CURLY.encode("windows-1252"), "“Curly — quotes” cost the mayor’s office €5"
    ),
    "utf-8-mark": (
        lambda: codecs.BOM_UTF8 + _WIDE.replace("utf-8", "koi8-r").encode(), "„Żółw’s” day"
    ),
    "utf-16": (lambda: _WIDE.encode("utf-16"), "„Żółw’s” day"),
    "utf-16be": (lambda: codecs.BOM_UTF16_BE + _WIDE.encode("utf-16-be"), "„Żółw’s” day"),
    "utf-16le-unmarked": (lambda: _WIDE.encode("utf-16-le"), "„Żółw’s” day"),
    "utf-16-odd": (lambda: _WIDE.encode("utf-16") + b"\0", "„Żółw’s” day"),
    "utf-32": (lambda: _WIDE.encode("utf-32"), "„Żółw’s” day"),
    "utf-32be": (lambda: codecs.BOM_UTF32_BE + _WIDE.encode("utf-32-be"), "„Żółw’s” day"),
    "charset-in-a-comment": (
        lambda: ("<!-- <meta charset=koi8-r> -->" + _CURLY).encode("windows-1252"), "“Curly"
    ),
    "charset-in-a-script": (
        lambda: ("<script>'<meta charset=koi8-r>'</script>" + _CURLY).encode("cp1252"), "“Curly"
    ),
    "charset-after-spaces": (
        lambda: _CURLY.replace("iso-8859-1", f"{' ' * 60_000}").encode("cp1252"), "Curly"
    ),
    "charset-far-away": (
        lambda: (" " * 70_000 + _CURLY.replace("iso-8859-1", "koi8-r")).encode("cp1252"), "Curly"
    ),
    "some-bytes-wrong": (
        lambda: page(TEXT + _ZOLW).replace(b"hall", b"h\xffll", 1), "„Żółw’s” day"
    ),
    "cut-letter": (lambda: page(TEXT + _ZOLW).rpartition(b"\xc5")[0] + b"\xc5", "Forty fishermen"),
    "nuls": (lambda: page().replace(b" rain", b"\0 rain\0"), "waited in the rain."),
    "windows-1251": (
        lambda: page(
            TEXT + "<p>Порт закрыт до особого распоряжения, сообщили журналистам в среду.</p>"
        ).decode().replace("utf-8", "windows-1251").encode("cp1251"),
        "Порт закрыт до особого",
    ),
    "joiners": (
        lambda: page(TEXT + "<p>می\u200cخواهم به خانه\u200cای بروم که در آن همه خوش\u200cحال باشند.</p>"),
        "می\u200cخواهم به خانه\u200cای",
    ),
    "controls": (
        lambda: page(TEXT + "<p>The bell\x07 rang\x1b[31m twice \x9b and &#8;then&#127; it fell down.</p>"),
        "The bell rang[31m twice and then it fell down.",
    ),
    "tag-characters": (
        lambda: page(TEXT + "<p>The bell \U000e0049\U000e0067 rang twice and then it fell down.</p>"),
        "The bell rang twice",
    ),
    "line-separators": (
        lambda: page(TEXT + "<p>The bell\u2028rang twice\u2029and then it fell down on Tuesday.</p>"),
        "The bell rang twice and",
    ),
    "escaped-surrogates": (
        lambda: page(TEXT + "<p>The bell &#xd83d;&#xde00; rang twice and then it fell down.</p>"),
        "rang twice and",
    ),
    "raw-surrogates": (
        lambda: page(TEXT + "<p>The bell \ud83d rang twice and then it fell down at noon.</p>"),
        "rang twice and",
    ),
    "overlong": (lambda: page().replace(b"</h1>", b"\xe0\x80\xbc\xc0\xaf</h1>"), "Forty fishermen"),
}  # fmt: skip
_NOISE = bytes((n * 7_919 + n // 3) % 256 for n in range(4_000))
_UNREAD: dict[str, tuple[Callable[[], bytes], str]] = {
    "all-nul": (lambda: bytes(10_000), "binary|empty"),
    "controls-only": (lambda: bytes(range(1, 9)) * 1_000, "binary"),
    "utf-16-noise": (lambda: codecs.BOM_UTF16_LE + _NOISE, "undecodable|binary|not_article"),
    "utf-32-beyond": (
        lambda: codecs.BOM_UTF32_LE + struct.pack("<L", 0x7FFFFFFF) * 1_000, "undecodable|binary"
    ),
    "high-bytes": (lambda: bytes(range(128, 256)) * 100, "undecodable|not_article|binary"),
}  # fmt: skip


def _wall(title: str, body: str) -> Callable[[], bytes]:
    return lambda: page(f"<p>{body}</p>", title=title)


_ENTRY = "<h2><a href=/n/{0}>Ship {0} has come in</a></h2>"
_WALLS = {
    "soft-404": ("Page not found", "The page you are looking for has gone.", "error_page"),
    "soft-404-ru": ("Страница не найдена", "Такой страницы здесь больше нет.", "error_page"),
    "soft-404-de": ("Seite nicht gefunden", "Diese Seite gibt es nicht mehr.", "error_page"),
    "soft-404-fa": ("خطا", "صفحه مورد نظر شما یافت نشد", "error_page"),
    "error-500": ("500", "Internal Server Error", "error_page"),
    "error-502": ("502 Bad Gateway", "nginx", "error_page"),
    "challenge": ("Just a moment...", "Enable JavaScript and cookies to continue", "challenge"),
    "challenge-human": ("Wait", "Verify you are human by completing the action.", "challenge"),
    "challenge-guard": ("DDoS-Guard", "Checking your browser before you enter.", "challenge"),
    "consent": ("Cookies", "We value your privacy. Accept all cookies.", "consent"),
    "consent-before": ("Before you continue to Harbour News", "Accept all cookies?", "consent"),
    "login": ("Sign in", "Log in to continue. Forgot your password?", "login"),
    "login-uk": ("Захищено", "Цей запис захищено паролем.", "login"),
    "paywall": ("Harbour News", "Subscribe to continue reading.", "paywall"),
    "blocked": ("Access denied", "You do not have permission to see this.", "blocked"),
    "blocked-law": ("451", "Unavailable due to legal reasons", "blocked"),
    "search": ("Search", "Search results for harbour: 3 found", "search"),
    "index": ("News", "".join(map(_ENTRY.format, range(40))), "index"),
    "gallery": ("Ships", "<figure><img src=/s.jpg></figure>" * 20, "gallery"),
    "video": ("Ships", "<video src=/s.mp4></video>", "video"),
    "frames": ("Frames", "<iframe src=/a></iframe>", "not_article|empty"),
    "refresh": ("Moved", "<meta http-equiv=refresh content='0;url=/a'>Moved.", "not_article"),
}
_EMPTY = {
    "zero": (b"", "empty"),
    "space": (b" \r\n\t" * 1_000, "empty"),
    "mark": (codecs.BOM_UTF8, "empty"),
    "mark-utf-16": (codecs.BOM_UTF16_LE, "empty"),
    "byte": (b"x", "not_article"),
    "angle": (b"<", "not_article|empty"),
    "html": (b"<html></html>", "empty"),
    "no-break-spaces": (b"<html><body>&nbsp;&#8203;&#xfeff;</body></html>", "empty|not_article"),
    "scripts": (
        b"<html><body><script>document.write('x')</script></body></html>",
        "empty|not_article",
    ),
    "comment": (b"<!-- nothing -->", "empty"),
    "doctype": (b"<!DOCTYPE html>", "empty"),
}
_BINARY = {
    "picture.html": b"\x89PNG\r\n\x1a\n",
    "picture.jpg": b"\xff\xd8\xff\xe0",
    "picture.gif": b"GIF89a",
    "picture.webp": b"RIFF\0\0\0\0WEBP",
    "document.html": b"%PDF-1.7\n",
    "archive.html": b"PK\x03\x04",
    "film.html": b"\0\0\0\x20ftypisom",
    "program": b"\x7fELF",
    "database.txt": b"SQLite format 3\0",
    "font.html": b"wOF2",
    "noise.html": b"",
    "noise.txt": b"\1\2",
}
_LINES = "\n\n".join((TITLE, *SAID))
_TEXTS: dict[str, tuple[Callable[[], bytes], str]] = {
    "story.txt": (_LINES.encode, "article"),
    "escapes.txt": (f"{TITLE}\x1b[31m\n\n{_LINES}\x9b".encode, "article"),
    "separators.txt": (lambda: _LINES.replace("\n", "\u2028").encode(), "article|not_article"),
    "long-line.txt": (lambda: b"word " * 1_000_000, "not_article"),
    "lines-300000.txt": (lambda: b"x\n" * 300_000, "not_article"),
    "log.txt": (lambda: b"2024-05-01 10:00:00 INFO started\n" * 10_000, "not_article"),
    "packed-twice.html": (lambda: gzip.compress(gzip.compress(page())), "binary"),
    "rows.csv": (lambda: b"a,b,c\n" * 10_000, "not_article"),
    "data.json": (lambda: b'{"a": ' * 10_000, "not_article"),
    "feed.xml": (
        lambda: (
            b"<?xml version='1.0'?><rss><channel>%s</channel></rss>"
            % (b"<item><title>Ship</title><link>https://a.example/</link></item>" * 1_000)
        ),
        "index|not_article|empty",
    ),
    "sitemap.xml": (
        lambda: b"<?xml version='1.0'?><urlset>%s</urlset>" % (b"<url><loc>x</loc></url>" * 1_000),
        "index|not_article|empty",
    ),
}
