"""UTF-8 that was encoded once more is read as what it was meant to be."""

import pytest

from copydesk import Page
from copydesk.page.twice import once


@pytest.mark.parametrize("text", ["don’t — “so”", "café don’t", "Wörter – ja", "日本 – 東京"])
def test_encoded_twice(text: str) -> None:
    """Quotation marks and dashes give it away; all letters of the page are put right."""
    spoilt = text.encode().decode("latin-1")
    page = Page(f"<p>{spoilt}</p>".encode())
    assert page.tree.css("p")[0].text() == text


@pytest.mark.parametrize("text", ["don’t", "Ã© is how é looks", "â la carte", "â\x80"])
def test_encoded_once(text: str) -> None:
    """Letters of that look alone change nothing, nor what is no UTF-8 so read."""
    assert Page(f"<p>{text}</p>".encode()).text == f"<p>{text}</p>"
    assert once(once(text)) == once(text)
