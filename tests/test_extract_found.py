"""Paths that find a node again."""

from selectolax.lexbor import LexborHTMLParser

from copydesk.extract.found import Paths

DEPTH = 200


def test_a_path_finds_exactly_its_node() -> None:
    """Whatever a node's classes, tag and siblings are, its path finds it and no other."""
    tree = LexborHTMLParser(
        "<body><p>a</p><o:p>b</o:p><p class='x y'>c<b>d</b><b>e</b></p><div><p>f</p></div></body>"
    )
    paths = Paths()
    for node in tree.css("body, body *"):
        found = tree.css(paths.of(node))
        assert [match.mem_id for match in found] == [node.mem_id]


def test_paths_stay_short() -> None:
    """What stands very deep is found by an element around it, so that evidence costs no square."""
    markup = "".join(f"<div><p>level {number}</p>" for number in range(DEPTH))
    tree = LexborHTMLParser(f"<body>{markup}</body>")
    paths = Paths()
    for node in tree.css("p"):
        path = paths.of(node)
        assert path.count(">") < 64
        around = tree.css_first(path)
        assert around is not None
        assert node.text() in around.text()
