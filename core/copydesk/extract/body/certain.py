"""Pieces of which one look tells whether they are the article's."""

import re

from copydesk.extract.body.learned import ODD, PLAIN
from copydesk.extract.body.looks import Look
from copydesk.extract.body.prose import ends_sentence
from copydesk.extract.body.scene import Scene
from copydesk.extract.phrases import furniture_in

_DATE = re.compile(r"\b(?:19|20)\d\d\b|\b\d{1,2}[:.h]\d\d\b|\b\d{1,2}[./-]\d{1,2}[./-]")
_COLONS = frozenset(":：")
_LINE, _PLAIN, _REPEATED, _LABEL, _DATE_LINE = 300, 80, 60, 30, 45
_OFTEN, _MUCH, _SAME, _MOSTLY = 3, 0.3, 0.7, 0.8


def certain(scene: Scene, number: int) -> float | None:
    """Score a piece of text that need not be looked at closely; None for the others."""
    if _is_odd(scene, number):
        return ODD
    return PLAIN if _is_plain(scene, number) else None


def _is_plain(scene: Scene, number: int) -> bool:
    """Tell a paragraph that stands where most of the text stands, and says nothing odd."""
    look = scene.text[number]
    return (
        look.parent.number == scene.home.number
        and look.length >= _PLAIN
        and look.piece.kind == "paragraph"
        and look.spot.is_paragraph
        and look.linked < look.length * _MUCH
        and ends_sentence(look.text)
    )


def _is_odd(scene: Scene, number: int) -> bool:
    """Tell what no article says: a known phrase, its tags, the title, a notice in every gap."""
    look = scene.text[number]
    piece = look.piece
    if look.length <= _LINE and furniture_in(look.text) is not None:
        return True
    if piece.kind == "heading" and piece.level == 1:
        return scene.ground.likeness({*look.text.lower().split()}) > _SAME
    if piece.kind == "list" and look.linked > look.length * _MOSTLY:
        is_announced = number > 0 and scene.text[number - 1].text[-1:] in _COLONS
        return look.length < _LABEL * len(piece.children) and not is_announced
    is_at_home = look.parent.number == scene.home.number
    return not is_at_home and (_is_dated(look) or _is_repeated(scene, look))


def _is_repeated(scene: Scene, look: Look) -> bool:
    """Tell a notice that stands there time and again; in the text itself it may be a refrain."""
    times = scene.ground.said[look.text] if look.length > _REPEATED else 1
    return times >= _OFTEN or (times > 1 and scene.first[look.text] is not look)


def _is_dated(look: Look) -> bool:
    """Tell the line of a date, maybe with a name, from a sentence that has one."""
    is_label = look.piece.kind == "paragraph" and look.length < _DATE_LINE
    return is_label and _DATE.search(look.text) is not None and not ends_sentence(look.text)
