"""One page's address is written in many ways."""

from copydesk.conformance.trial.addresses import variants


def test_variants() -> None:
    """Scheme, port, letters, host, slash, parameters and fragment change one at a time."""
    assert list(variants("https://www.harbour.example/news/4102?page=2")) == [
        "http://www.harbour.example/news/4102?page=2",
        "https://www.harbour.example:443/news/4102?page=2",
        "https://WWW.HARBOUR.EXAMPLE/news/4102?page=2",
        "https://harbour.example/news/4102?page=2",
        "https://m.harbour.example/news/4102?page=2",
        "https://amp.harbour.example/news/4102?page=2",
        "https://www.harbour.example/news/4102/?page=2",
        "https://www.harbour.example/news/4102?page=2&utm_source=feed&utm_medium=social&fbclid=IwAR0x4",
        "https://www.harbour.example/news/4102?page=2#comments",
    ]


def test_numbers() -> None:
    """An address by number has no other host, and a port stays."""
    found = list(variants("http://127.0.0.1:8000/a/"))
    assert {url.partition("://")[2].partition("/")[0] for url in found} == {"127.0.0.1:8000"}
    assert "http://127.0.0.1:8000/a" in found
    assert not any("www." in url for url in variants("http://127.0.0.1/"))
