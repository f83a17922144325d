"""MHTML: the page that was saved, out of all that was saved with it."""

import base64
import gzip
import quopri
import zipfile
from datetime import UTC, datetime
from email.message import EmailMessage
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.archives import failed, page_bytes, read

from copydesk import Page
from copydesk.readers.mhtml import page_in
from copydesk.readers.regular import MAX_BYTES

URL = "https://harbour.example/news/1?a=b"
BODY = page_bytes("Копия = text")
HEAD = (
    "From: <Saved by Blink>\r\nSnapshot-Content-Location: {url}\r\nSubject: New roof\r\n"
    "Date: Fri, 1 Mar 2024 10:00:00 -0000\r\nMIME-Version: 1.0\r\n"
    'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----B+?--"\r\n\r\n'
)
BORDER = b"\r\n------B+?--"


def part(body: bytes, location: str = URL, coding: str = "", kind: str = "text/html") -> bytes:
    head = f"Content-Type: {kind}\r\nContent-Location: {location}\r\n"
    coded = f"Content-Transfer-Encoding: {coding}\r\n" if coding else ""
    return f"{head}{coded}\r\n".encode() + body


def mhtml(*parts: bytes, head: str = HEAD, url: str = URL) -> bytes:
    body = b"".join(BORDER + b"\r\n" + one for one in parts)
    return head.format(url=url).encode() + body + BORDER + b"--\r\n"


def only(file: Path) -> Page:
    (page,) = read(file)
    assert isinstance(page, Page)
    return page


def test_mail(tmp_path: Path) -> None:
    """Of a mail the page is read, decoded, however its parts are parted again; the rest is not."""
    mail = EmailMessage()
    mail["Subject"] = "News"
    mail.set_content("Read this mail elsewhere.")
    mail.add_alternative(BODY.decode(), subtype="html", cte="base64")
    mail.add_attachment(b"picture", maintype="image", subtype="png")
    (tmp_path / "news.eml").write_bytes(mail.as_bytes())
    assert only(tmp_path / "news.eml").content.strip() == BODY.strip()


@pytest.mark.parametrize(
    ("coding", "coded"),
    [
        ("quoted-printable", quopri.encodestring(BODY)),
        ("base64", base64.encodebytes(BODY)),
        ("8bit", BODY),
        ("binary", BODY),
        ("", BODY),
    ],
)
def test_codings(tmp_path: Path, coding: str, coded: bytes) -> None:
    """The main part is decoded, whatever it is coded by, with its address and the day."""
    file = tmp_path / "a.mhtml"
    file.write_bytes(mhtml(part(coded, coding=coding)))
    page = only(file)
    assert page.content.rstrip() == BODY
    assert (page.url, page.address_from, page.source) == (URL, "header", str(file))
    assert page.fetched == datetime(2024, 3, 1, 10, tzinfo=UTC)
    assert page.media_type == "text/html"


def test_charset(tmp_path: Path) -> None:
    """The charset of the part's header is the page's."""
    file = tmp_path / "a.mht"
    body = BODY.decode().encode("windows-1251")
    file.write_bytes(mhtml(part(body, kind="text/html; charset=windows-1251")))
    assert "Копия" in only(file).text


def test_main_part(tmp_path: Path) -> None:
    """The part of the saved address is the page, not a frame or picture before it."""
    file = tmp_path / "a.mhtml"
    frame = part(page_bytes("an advertisement"), "https://ads.example/frame")
    picture = part(b"GIF89a", "https://harbour.example/a.gif", "base64", "image/gif")
    file.write_bytes(mhtml(picture, frame, part(BODY)))
    assert only(file).content == BODY


def test_first_page(tmp_path: Path) -> None:
    """Without a saved address the first page is it, and its own address is the page's."""
    file = tmp_path / "a.mht"
    head = HEAD.replace("Snapshot-Content-Location: {url}\r\n", "")
    file.write_bytes(mhtml(part(BODY), part(b"<p>other", "https://ads.example/"), head=head))
    page = only(file)
    assert (page.content, page.url) == (BODY, URL)


def test_one_part(tmp_path: Path) -> None:
    """A message that is the page itself is read."""
    file = tmp_path / "a.mht"
    file.write_bytes(b"MIME-Version: 1.0\r\n" + part(BODY))
    assert only(file).content == BODY


def test_plain_page(tmp_path: Path) -> None:
    """A page under the name is read as the page that it is."""
    file = tmp_path / "a.mht"
    file.write_bytes(BODY)
    page = only(file)
    assert (page.content, page.url) == (BODY, None)


def test_packed(tmp_path: Path) -> None:
    """It is read out of gzip and out of archives as well."""
    (tmp_path / "a.mhtml.gz").write_bytes(gzip.compress(mhtml(part(BODY))))
    with zipfile.ZipFile(tmp_path / "b.zip", "w") as archive:
        archive.writestr("c.mhtml", mhtml(part(BODY)))
    assert [page.url for page in read(tmp_path)] == [URL, URL]


def test_cut(tmp_path: Path) -> None:
    """A file that is cut within the page gives what there is, which the page says."""
    file = tmp_path / "a.mhtml"
    whole = mhtml(part(BODY))
    file.write_bytes(whole[: whole.index(b"</body>")])
    assert only(file).truncated


def test_many_pictures(tmp_path: Path) -> None:
    """Pictures may be larger than a page may be."""
    file = tmp_path / "a.mhtml"
    picture = part(b"A" * (MAX_BYTES + 1), "https://harbour.example/a.gif", "base64", "image/gif")
    file.write_bytes(mhtml(part(BODY), picture))
    assert only(file).content == BODY


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (mhtml(part(b"GIF89a", kind="image/gif")), "it holds no HTML"),
        (mhtml(), "it holds no HTML"),
        (HEAD.partition(";")[0].encode() + b"\r\n\r\n--x", "it names no boundary"),
        (mhtml(part(b"abcde", coding="base64")), "base64 data is broken"),
    ],
)
def test_broken(tmp_path: Path, content: bytes, reason: str) -> None:
    """A file without a page, or whose page cannot be decoded, is a failure that says so."""
    file = tmp_path / "a.mhtml"
    file.write_bytes(content)
    failure = failed(file)
    assert failure.code == "unreadable"
    assert reason.replace("it names", "its header names") in failure.reason


def test_address_beyond_ascii(tmp_path: Path) -> None:
    """An address is read though its letters are not escaped, or its line is folded."""
    file = tmp_path / "a.mhtml"
    file.write_bytes(mhtml(part(BODY), url="https://harbour.example/\r\n новости"))
    assert only(file).url == "https://harbour.example/новости"


@pytest.mark.parametrize(
    "parameters",
    ["boundary*=x''%ff", "boundary*0*=''", "boundary*1=a; boundary*7*=b''c", "charset*=a'b"],
)
def test_odd_parameters(tmp_path: Path, parameters: str) -> None:
    """Parameters that nobody could have meant are a failure, not a raise."""
    file = tmp_path / "a.mhtml"
    head = f"Content-Type: multipart/related; {parameters}\r\n\r\n--x\r\n"
    file.write_bytes(head.encode() + part(BODY))
    assert failed(file).code == "unreadable"


@given(st.binary(max_size=300))
def test_any_bytes(content: bytes) -> None:
    """Any bytes behind a head give a page or a reason."""
    try:
        page_in(HEAD.encode() + BORDER + b"\r\n" + content, "a")
        page_in(content, "a")
    except OSError:
        return
