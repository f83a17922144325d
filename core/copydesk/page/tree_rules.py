"""What each tag opens and closes, by the HTML standard's tree construction (13.2.6)."""

from collections.abc import Callable, Mapping
from typing import Final

from copydesk.page.open_elements import OpenElements

Rule = Callable[[OpenElements, bytes], None]


def names(words: str) -> frozenset[bytes]:
    """Give the element names in ``words``."""
    return frozenset(words.encode().split())


SAME: Final = dict.fromkeys(names("h2 h3 h4 h5 h6"), b"h1")
"""Names of elements that open and close alike; all headings are one here."""

RAW: Final = names("iframe noembed noframes script style textarea title xmp")
"""Elements whose text holds no tags."""

FOREIGN: Final = names("math svg")
"""Elements in which other rules hold."""

INTEGRATION: Final = names("desc foreignobject title")
"""Where HTML begins again inside SVG (13.2.6.5)."""

MATH_INTEGRATION: Final = names("annotation-xml mi mn mo ms mtext")
"""Where HTML may begin again inside MathML."""

SCOPE_IN_FOREIGN: Final = INTEGRATION | MATH_INTEGRATION
"""What keeps an end tag from closing anything outside SVG or MathML."""

SUSPENDED: Final = b"svg:"
"""What an open SVG element's name is marked with while HTML goes on inside it."""

BREAKOUT: Final = names(
    "b big blockquote body br center code dd div dl dt em embed font h1 head hr i img li listing"
    " menu meta nobr ol p pre ruby s small span strong strike sub sup table tt u ul var"
)
"""What ends SVG or MathML."""

ODD_IN_FOREIGN: Final = names("font")
"""Elements that end SVG or MathML if they have certain attributes."""

ODD_ENDS: Final = names("br form p")
"""End tags that do more in SVG or MathML than close what is around it."""

ODD: Final[Mapping[bytes, bytes]] = {
    **dict.fromkeys(RAW - names("script") | FOREIGN, b"select"),
    b"col": b"template",
    **dict.fromkeys(names("frameset plaintext"), b""),
}
"""Elements after which nothing is as usual, if they stand in that element, or anywhere."""

_VOID = names(
    "area base basefont bgsound br embed frame img image input keygen link meta param source"
    " track wbr"
)
_FORMAT = names("b big code em font i s small strike strong tt u")
_CELL = names("td th")
_SECTION = names("tbody thead tfoot")
_CAPTION = names("caption colgroup")
_TABLE_PART = _CELL | _SECTION | _CAPTION | names("tr")
_TABLE_SCOPE = names("table template")
_SCOPE = _CELL | _TABLE_SCOPE | names("applet caption marquee object select")
_SCOPE |= {SUSPENDED + name for name in INTEGRATION}
_BUTTON_SCOPE = _SCOPE | names("button")
_LIST_SCOPE = _SCOPE | names("ol ul")
_BLOCK = names(
    "address article aside blockquote center details dir div dl fieldset figcaption figure footer"
    " header hgroup listing main menu nav ol pre section summary ul"
)
_SPECIAL = _BLOCK | _BUTTON_SCOPE | _TABLE_PART | names("dd dialog dt form h1 li noscript p search")
_ITEM_STOPS = _SPECIAL - names("address div p")
_DEFINITION = names("dd dt")
_IMPLIED = names("dd dt li optgroup option p rb rp rt rtc")
_P, _LI, _FORM, _BUTTON, _HEADING, _OPTION, _TABLE, _TEMPLATE = (
    names(word) for word in ["p", "li", "form", "button", "h1", "option", "table", "template"]
)
_CLOSED_BY = {
    **dict.fromkeys(_CELL, _CELL | _CAPTION),
    b"tr": _CELL | _CAPTION | names("tr"),
    **dict.fromkeys(_SECTION | _CAPTION, _TABLE_PART),
}
# What stands between the table and a part of it, and is opened where it is missing.
_PARENTS = {
    **dict.fromkeys(_CELL, (b"tbody", b"tr")),
    b"tr": (b"tbody",),
    **dict.fromkeys(_SECTION | _CAPTION, ()),
}


def _nothing(_stack: OpenElements, _name: bytes) -> None:
    """Neither open nor close anything."""


def _close_p(stack: OpenElements, _name: bytes = b"p") -> None:
    stack.leave(b"p", _BUTTON_SCOPE)


def start_other(stack: OpenElements, name: bytes) -> None:
    """Open an element that closes no other."""
    stack.push(name)


def _start_unsure(stack: OpenElements, name: bytes) -> None:
    """Open what not every parser opens, or not everywhere, or not closing a paragraph."""
    stack.doubt(_P)
    stack.push(name, sure=False)


def _start_block(stack: OpenElements, name: bytes) -> None:
    _close_p(stack)
    stack.push(name)


def _start_heading(stack: OpenElements, name: bytes) -> None:
    _close_p(stack)
    stack.leave_current(_HEADING)
    stack.push(name)


def _start_item(stack: OpenElements, name: bytes) -> None:
    stack.leave_any(_LI if name == b"li" else _DEFINITION, _ITEM_STOPS)
    _start_block(stack, name)


def _start_button(stack: OpenElements, name: bytes) -> None:
    stack.leave(b"button", _SCOPE)
    stack.push(name)


def _start_option(stack: OpenElements, name: bytes) -> None:
    stack.leave_current(_OPTION)
    stack.push(name, sure=False)


def _start_ruby(stack: OpenElements, name: bytes) -> None:
    while stack.sure and stack.stack[stack.sure - 1] in _IMPLIED:
        stack.sure -= 1
    stack.push(name)


def _start_format(stack: OpenElements, name: bytes) -> None:
    stack.open_format(name)


def _start_again(stack: OpenElements, name: bytes) -> None:
    """Open a formatting element that ends one of its own kind."""
    stack.close_format(name, _SCOPE, _SPECIAL)
    stack.open_format(name)


def _start_form(stack: OpenElements, name: bytes) -> None:
    """Open a form, surely where none is open and none was left open."""
    if stack.form == "none" and stack.top_of(_TABLE_SCOPE) < 0:
        stack.form = "one"
        _start_block(stack, name)
    else:
        stack.form = "odd"
        _start_unsure(stack, name)


def _end_form(stack: OpenElements, _name: bytes) -> None:
    clean = stack.stack[-1:] == [b"form"] and stack.is_sure() and not stack.formats
    if stack.form == "one" and clean:
        stack.pop()
        stack.form = "none"
    else:
        stack.form = "odd"
        stack.doubt(_FORM)


def _start_table(stack: OpenElements, name: bytes) -> None:
    """Open a table: inside another only from a cell or a caption; in quirks mode p stays open."""
    stack.doubt(_P)
    around = stack.top_of(_TABLE_SCOPE | _TABLE_PART)
    if around >= 0 and stack.stack[around] not in _CELL | {b"caption", b"template"}:
        stack.doubt(_TABLE)
    stack.push(name)


def _start_table_part(stack: OpenElements, name: bytes) -> None:
    if stack.top_of(_TABLE_SCOPE) < 0:
        return
    stack.leave_all(_CLOSED_BY[name], _TABLE_SCOPE)
    parents = _PARENTS[name]
    context = stack.top_of(_TABLE_SCOPE | _SECTION | {b"tr"})
    stack.doubt_above(context + 1)
    if stack.sure == len(stack.stack):
        parents = parents[_levels(stack.stack[context]) :]
    for parent in parents:
        stack.push(parent)
    stack.push(name, sure=name != b"colgroup")


def _levels(context: bytes) -> int:
    return 2 if context == b"tr" else 1 if context in _SECTION else 0


def _start_column(stack: OpenElements, _name: bytes) -> None:
    stack.doubt_above(stack.top_of(_TABLE_SCOPE) + 1)


def _end_format(stack: OpenElements, name: bytes) -> None:
    stack.close_format(name, _SCOPE, _SPECIAL)


def end_other(stack: OpenElements, name: bytes) -> None:
    """Close an ordinary element unless a special one stands above it."""
    stack.leave(name, _SPECIAL)


def _end_block(stack: OpenElements, name: bytes) -> None:
    stack.leave(name, _SCOPE)


def _end_item(stack: OpenElements, _name: bytes) -> None:
    stack.leave(b"li", _LIST_SCOPE)


def _end_table(stack: OpenElements, _name: bytes) -> None:
    stack.leave(b"table", _TEMPLATE)


def _end_table_part(stack: OpenElements, name: bytes) -> None:
    stack.leave(name, _TABLE_SCOPE)


def _end_template(stack: OpenElements, _name: bytes) -> None:
    stack.leave(b"template", frozenset())


START: Final[Mapping[bytes, Rule]] = {
    **dict.fromkeys(_VOID | RAW | FOREIGN | names("html head body"), _nothing),
    **dict.fromkeys(_BLOCK | _P, _start_block),
    **dict.fromkeys(names("hr xmp"), _close_p),
    **dict.fromkeys(names("dialog noscript search select template"), _start_unsure),
    **dict.fromkeys(_DEFINITION | _LI, _start_item),
    **dict.fromkeys(_FORMAT, _start_format),
    **dict.fromkeys(names("a nobr"), _start_again),
    **dict.fromkeys(_TABLE_PART, _start_table_part),
    **dict.fromkeys(names("rb rp rt rtc"), _start_ruby),
    **dict.fromkeys(names("optgroup option"), _start_option),
    b"h1": _start_heading,
    b"button": _start_button,
    b"form": _start_form,
    b"table": _start_table,
    b"col": _start_column,
}
"""Start tags that do more than open their element."""

END: Final[Mapping[bytes, Rule]] = {
    **dict.fromkeys(_VOID | RAW | names("html head body hr col colgroup"), _nothing),
    **dict.fromkeys(_BLOCK | _BUTTON | _DEFINITION | _HEADING, _end_block),
    **dict.fromkeys(names("applet marquee object select"), _end_block),
    **dict.fromkeys(_FORMAT | names("a nobr"), _end_format),
    **dict.fromkeys(_TABLE_PART - names("colgroup"), _end_table_part),
    b"p": _close_p,
    b"li": _end_item,
    b"form": _end_form,
    b"table": _end_table,
    b"template": _end_template,
}
"""End tags that are not those of an ordinary element."""
