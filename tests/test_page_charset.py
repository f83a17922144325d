"""copydesk.page.charset and copydesk.page.plausible."""

import codecs
import random

import pytest

from copydesk.errors import Refused
from copydesk.page.charset import decode, known
from copydesk.page.plausible import oddity

RUSSIAN = (
    "Совет собрался во вторник и сообщил, что порт будет закрыт до особого распоряжения, "
    "сказали чиновники журналистам в городе. Жители надеются, что ремонт закончится в пятницу."
)
ARABIC = (
    "اجتمع المجلس يوم الثلاثاء وقال إن الميناء سيغلق حتى إشعار آخر، وفق ما صرح به مسؤولون "
    "للصحفيين في المدينة. ويأمل السكان أن تنتهي الإصلاحات قبل يوم الجمعة."
)
CHINESE = (
    "市议会周二开会表示，港口将关闭，直至另行通知，官员们告诉记者。当地居民希望维修工作能在星期五之前完成。"
    "记者从有关部门了解到，这项工程总投资超过三亿元。"
)
TRADITIONAL = (
    "市議會週二開會表示，港口將關閉，直至另行通知，官員們告訴記者。當地居民希望維修工作能在星期五之前完成。"
    "記者從有關部門了解到，這項工程總投資超過三億元。"
)
JAPANESE = (
    "市議会は火曜日に会合を開き、追って通知があるまで港を閉鎖すると発表した。関係者が記者団に語った。"
    "住民は金曜日までに修理が終わることを期待している。"
)
KOREAN = (
    "시의회는 화요일 회의를 열고 추후 공지가 있을 때까지 항구를 폐쇄하겠다고 밝혔다. 관계자들이 "
    "기자들에게 말했다. 주민들은 금요일까지 수리가 끝나기를 바라고 있다."
)
POLISH = (
    "Rada zebrała się we wtorek i ogłosiła, że port zostanie zamknięty do odwołania, powiedzieli "
    "dziennikarzom urzędnicy. Mieszkańcy mają nadzieję, że naprawy zakończą się do piątku."
)
GREEK = (
    "Το συμβούλιο συνεδρίασε την Τρίτη και ανακοίνωσε ότι το λιμάνι θα παραμείνει κλειστό μέχρι "
    "νεωτέρας, δήλωσαν αξιωματούχοι στους δημοσιογράφους."
)
HEBREW = (
    "המועצה התכנסה ביום שלישי והודיעה כי הנמל ייסגר עד להודעה חדשה, כך אמרו גורמים רשמיים "
    "לעיתונאים. תושבי העיר מקווים שהתיקונים יסתיימו עד יום שישי."
)
THAI = (
    "สภาเมืองประชุมเมื่อวันอังคารและกล่าวว่าท่าเรือจะปิดจนกว่าจะมีประกาศเพิ่มเติม เจ้าหน้าที่บอกกับผู้สื่อข่าว "
    "ชาวเมืองหวังว่าการซ่อมแซมจะเสร็จสิ้นภายในวันศุกร์"
)
FRENCH = (
    "Le conseil s’est réuni mardi et a déclaré que le port resterait fermé jusqu’à nouvel ordre, "
    "ont indiqué des responsables. « L’été a été très long », a-t-elle ajouté — œuvre."
)
# Text, WHATWG's name, Python's codec of the same table.
LEGACY = [
    (RUSSIAN, "windows-1251", "cp1251"),
    (RUSSIAN, "koi8-r", "koi8-r"),
    (RUSSIAN, "iso-8859-5", "iso8859-5"),
    (ARABIC, "windows-1256", "cp1256"),
    (CHINESE, "gbk", "gbk"),
    (TRADITIONAL, "big5", "big5"),
    (JAPANESE, "shift_jis", "cp932"),
    (JAPANESE, "euc-jp", "euc_jp"),
    (JAPANESE, "iso-2022-jp", "iso2022_jp"),
    (KOREAN, "euc-kr", "euc_kr"),
    (POLISH, "windows-1250", "cp1250"),
    (GREEK, "windows-1253", "cp1253"),
    (HEBREW, "windows-1255", "cp1255"),
    (THAI, "windows-874", "cp874"),
    (FRENCH, "windows-1252", "cp1252"),
]
IDS = [name for _, name, _ in LEGACY]


def page(text: str, head: str = "") -> str:
    return (
        f"<!DOCTYPE html><html><head>{head}<title>{text[:30]}</title></head>"
        f"<body><h1>{text[:30]}</h1><p>{text}</p></body></html>"
    )


@pytest.mark.parametrize(("text", "name", "codec"), LEGACY, ids=IDS)
def test_a_declared_charset_is_read(text: str, name: str, codec: str) -> None:
    """In the header, in ``<meta charset>`` and in ``<meta http-equiv>``, with and without quotes."""
    equiv = f"<meta http-equiv=Content-Type content='text/html; charset={name}'>"
    for head in (f"<meta charset={name}>", f'<META CHARSET = "{name}"/>', equiv):
        read = decode(page(text, head).encode(codec))
        assert read.text == page(text, head)
    read = decode(page(text).encode(codec), header=f'text/html; charset="{name}"')
    assert (read.text, read.damaged) == (page(text), 0)


@pytest.mark.parametrize(("text", "name", "codec"), LEGACY, ids=IDS)
def test_an_undeclared_charset_is_detected(text: str, name: str, codec: str) -> None:
    """In markup, which is ASCII in the main, and in plain text."""
    assert text in decode(page(text).encode(codec)).text
    read = decode(text.encode(codec), is_markup=False)
    assert (read.text, read.damaged) == (text, 0)
    assert read.charset in {name, "gb18030"}


@pytest.mark.parametrize(("text", "name", "codec"), LEGACY, ids=IDS)
def test_a_page_that_says_utf8_and_is_not_is_detected(text: str, name: str, codec: str) -> None:
    """The commonest wrong declaration, in the header and the page alike."""
    bytes_ = page(text, "<meta charset=utf-8>").encode(codec)
    assert text in decode(bytes_, header="text/html; charset=UTF-8").text, name


@pytest.mark.parametrize(
    ("text", "codec", "wrong"),
    [
        (RUSSIAN, "cp1251", "iso-8859-1"),
        (RUSSIAN, "cp1251", "koi8-r"),
        (RUSSIAN, "koi8-r", "windows-1251"),
        (RUSSIAN, "cp1251", "gbk"),
        (GREEK, "cp1253", "iso-8859-1"),
        (ARABIC, "cp1256", "windows-1252"),
        (CHINESE, "gbk", "big5"),
        (CHINESE, "gbk", "shift_jis"),
        (TRADITIONAL, "big5", "gb2312"),
        (JAPANESE, "cp932", "euc-jp"),
        (JAPANESE, "euc_jp", "shift_jis"),
        (JAPANESE, "cp932", "iso-8859-1"),
        (KOREAN, "euc_kr", "iso-8859-1"),
        (FRENCH, "cp1252", "windows-1251"),
        (FRENCH, "cp1252", "gbk"),
    ],
)
def test_a_declaration_that_gives_no_language_is_passed_over(
    text: str, codec: str, wrong: str
) -> None:
    """Text read by the wrong table looks like no language: then the detector is asked."""
    assert text in decode(page(text, f"<meta charset={wrong}>").encode(codec)).text


def test_the_order_is_mark_then_utf8_then_header_then_meta() -> None:
    """What is surer wins over what is merely said."""
    greek, russian = page(GREEK), page(RUSSIAN, "<meta charset=koi8-r>")
    assert decode(codecs.BOM_UTF8 + greek.encode(), header="windows-1251").text == greek
    assert decode(greek.encode(), header="windows-1251").charset == "utf-8"
    assert decode(russian.encode("cp1251"), header="windows-1251").text == russian
    assert decode(russian.encode("koi8-r")).charset == "koi8-r"


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize("text", [RUSSIAN, ARABIC, CHINESE, FRENCH], ids=["ru", "ar", "zh", "fr"])
def test_wide_encodings_are_read_with_and_without_mark(text: str, codec: str) -> None:
    """Without one, by where the zeros of ASCII stand; plain text has spaces and line ends."""
    for whole in (page(text), f"{text[:40]}\n\n{text}\n{text} 2022-01-07\n"):
        name = codec.replace("-le", "le").replace("-be", "be")
        assert decode(whole.encode(codec), header="utf-8") == (whole, name, 0, False)
        assert decode(("\ufeff" + whole).encode(codec)).text == whole


@pytest.mark.parametrize("zero", ["\0", " \0", "\0\0"])
@pytest.mark.parametrize("text", [RUSSIAN, FRENCH, GREEK], ids=["ru", "fr", "el"])
def test_a_zero_that_strayed_in_makes_no_wide_encoding(text: str, zero: str) -> None:
    """At an even place or an odd one: what stands in single bytes around it is read as that."""
    whole = page(f"{text}</p><p>Tea, bread and jam. It rained.{zero}</p><p>{text}")
    assert decode(whole.encode()).text == whole
    lines = f"{zero}Tea, bread and jam. It rained, too.\n"
    assert decode(lines.encode()).text == lines


@pytest.mark.parametrize("mark", [codecs.BOM_UTF32_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF8])
def test_a_mark_makes_no_text(mark: bytes) -> None:
    """What a byte order mark promises and the bytes do not keep is undecodable."""
    with pytest.raises(Refused, match="undecodable"):
        decode(mark + b"\xdf\xff\xdf\xff" * 1_000)


def test_a_character_cut_off_at_the_end_is_let_go() -> None:
    """A page cut within a character is UTF-8 all the same."""
    assert decode(RUSSIAN.encode()[:-2]).text == RUSSIAN[:-2]
    assert decode(b"caf\xc3").text == "caf"


def test_a_few_bad_bytes_are_replaced_and_counted() -> None:
    """Damage costs the bytes that are damaged; the rest is UTF-8 still."""
    read = decode(RUSSIAN.encode() + b" \xff\xfe " + RUSSIAN.encode())
    assert (read.charset, read.damaged) == ("utf-8", 2)
    assert read.text == f"{RUSSIAN} \ufffd\ufffd {RUSSIAN}"


def test_one_latin_letter_is_enough_to_be_no_utf8() -> None:
    """ASCII with a lone é of windows-1252 that calls itself UTF-8."""
    assert decode(b"<meta charset=utf-8><p>caf\xe9 au lait</p>").text.endswith("café au lait</p>")


def test_curly_quotes_of_a_page_that_says_latin1_are_kept() -> None:
    """ISO-8859-1 means windows-1252 on the web; its five undefined bytes are controls."""
    read = decode(b"<meta charset=iso-8859-1>\x93Port\x94 ferm\xe9 \x81")
    assert read.text.endswith("“Port” fermé \x81")
    assert read.charset == "windows-1252"


def test_labels_are_looked_up_in_the_standards_table_alone() -> None:
    """Python's own codecs, some of which never end or unpack, are no charsets of pages."""
    for label in (
        "punycode",
        "idna",
        "zlib",
        "rot13",
        "unicode_escape",
        "utf-7",
        "cp037",
        "",
        None,
    ):
        assert known(label) is None
    assert known("ISO-8859-1") == known(" latin1\n") == known("x-user-defined") == "windows-1252"
    assert known("gb2312") == "gbk"
    assert known("ſhift_jis") is None
    big = b"<meta charset=punycode>" + b"a-\xe9" * 200_000
    assert decode(big).charset == "windows-1252"


def test_declarations_in_comments_and_scripts_are_none() -> None:
    """Nor those of a description that talks of charsets, nor those after 64 KiB."""
    hidden = (
        "<!-- <meta charset=big5> --><script>'<meta charset=big5>'</script>"
        "<meta name=description content='about charset=big5'>"
    )
    text = page(FRENCH, hidden + "<meta charset=windows-1252>")
    assert decode(text.encode("cp1252")).text == text
    late = "<p>" + " " * 70_000 + f"<meta charset=koi8-r>{RUSSIAN}"
    assert decode(late.encode("cp1251")).text == late


def test_an_xml_declaration_counts() -> None:
    """XHTML states its encoding there."""
    text = f'<?xml version="1.0" encoding="windows-1251"?>{page(RUSSIAN)}'
    assert decode(text.encode("cp1251")).charset == "windows-1251"


def test_a_meta_says_nothing_about_plain_text() -> None:
    """Text that shows markup is no markup."""
    text = f"<meta charset=koi8-r>\n{RUSSIAN}"
    assert decode(text.encode("cp1251"), is_markup=False).text == text


def test_what_is_no_text_is_refused() -> None:
    """Noise that fits no table is a refusal, not an article of boxes."""
    noise = bytes(random.Random(1).choices(range(0x80, 0x100), k=5_000))  # noqa: S311
    with pytest.raises(Refused, match=r"undecodable.*state the right charset"):
        decode(noise, header="utf-8")


def test_nothing_decodes_to_nothing() -> None:
    """An empty page is empty text."""
    assert decode(b"").text == ""
    assert decode(codecs.BOM_UTF8).text == ""


@pytest.mark.parametrize(("text", "name", "codec"), LEGACY, ids=IDS)
def test_right_text_is_not_odd(text: str, name: str, codec: str) -> None:
    """What was read by the right table is accepted at once."""
    assert oddity(text, name) < 0.02, codec


def test_a_page_of_one_line_is_read_in_no_time() -> None:
    """The detector gets a bounded sample, however long a line is."""
    line = (RUSSIAN + " ").encode("cp1251") * 20_000
    assert decode(line).charset == "windows-1251"
