"""Pages are damaged in ways that can be told and repeated."""

from copydesk.conformance.trial.damage import cuts, flat, miscoded, nested, repeated, without_tags

PAGE = b"<html><BODY class=x><p>One <b>two</b></p></body></html>"


def test_cuts() -> None:
    """A page is cut nine times, each time a tenth later."""
    assert [content for _, content in cuts(b"0123456789" * 2)][::4] == [
        b"01",
        b"0123456789",
        b"012345678901234567",
    ]


def test_without_tags() -> None:
    """Every tag is missing once, and words never are."""
    found = [content for _, content in without_tags(PAGE.decode())]
    assert found[0] == PAGE.replace(b"<html>", b"")
    assert found[5] == PAGE.replace(b"</p>", b"")
    assert found[9] == PAGE
    assert len(found) == 10


def test_miscoded() -> None:
    """Letters become others, or what the page's encoding cannot hold."""
    taken, stored = (content for _, content in miscoded("<p>né</p>"))
    assert taken.decode() == "<p>nГ©</p>"
    assert stored == b"<p>n?</p>"


def test_nested() -> None:
    """The elements stand within the body, whose own tag stays as it is."""
    inner = b"<p>One <b>two</b></p>"
    assert nested(PAGE, 2) == PAGE.replace(inner, b"<div><div>" + inner + b"</div></div>")


def test_repeated() -> None:
    """What the body holds is repeated until it is large; of a text, all of it."""
    assert repeated(PAGE, 50).count(b"<p>") == 3
    assert repeated(PAGE, 50).count(b"<BODY") == 1
    assert repeated(b"One.\n", 12) == b"One.\n" * 3


def test_flat() -> None:
    """A flat page has its paragraphs beside each other."""
    assert len(flat(7).tree.css("body > p")) == 7
