"""copydesk.page.address."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.page.address import web_address
from copydesk.schema import Image

BASE = "https://www.unian.net/politics/a.html?x=1"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("b.html", "https://www.unian.net/politics/b.html"),
        ("/b", "https://www.unian.net/b"),
        ("//cdn.net/b.png", "https://cdn.net/b.png"),
        ("?p=2", "https://www.unian.net/politics/a.html?p=2"),
        ("http://other.org/Å?ü=é#ß", "http://other.org/Å?ü=é#ß"),
        ("HTTPS://Other.org/", "https://Other.org/"),
        ("  \n/a b\tc\n ", "https://www.unian.net/a%20bc"),
        ("/a\u200eb\u3000c", "https://www.unian.net/a%E2%80%8Eb%E3%80%80c"),
        ("http://127.0.0.1:8080/x", "http://127.0.0.1:8080/x"),
        ("http://[::1]/x", "http://[::1]/x"),
    ],
)
def test_addresses_are_made_absolute_and_else_left_as_printed(text: str, expected: str) -> None:
    """White space is taken out or escaped, letters and percent signs stay."""
    assert web_address(text, BASE) == expected


@pytest.mark.parametrize(
    "text",
    [
        None, "", " \n ", "javascript:alert(1)", "data:image/png;base64,AA", "mailto:a@b.net",
        "ftp://h/x", "http://[", "http://[::1", "http://a b/", "http://h:99999/", "http://h:x/",
        "http://h:0/",  "http://", "http://<h>/", "http://%20/", "about:blank", "blob:https://h/1",
        "/" + "x" * 5_000,
    ],
)  # fmt: skip
def test_what_is_no_web_address_is_none(text: str | None) -> None:
    """Never an exception, whatever stands in an ``href``."""
    assert web_address(text, BASE) is None


def test_without_a_base_a_relative_address_is_none() -> None:
    """An absolute one stays."""
    assert web_address("/a") is None
    assert web_address("https://h.net/a") == "https://h.net/a"


@given(st.text(st.characters(), max_size=30), st.sampled_from([None, BASE]))
def test_an_address_is_none_or_one_that_the_schema_takes(text: str, base: str | None) -> None:
    """For any letters at all, surrogates included."""
    for prefix in ("", "http://h.net/", "http://"):
        found = web_address(prefix + text, base)
        assert found is None or Image(id="i1", url=found).url == found
