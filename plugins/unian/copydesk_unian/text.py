"""UNIAN's texts without markup: as others took them over, and as its own pages look as text."""

from copydesk import Comments, Credit, Images, TextLayout, When

from .labels import CLOCKS, FOOTER, LABELS, TAIL

_TAKEN_OVER = r"^\(C\)[^\S\n]*+UNIAN \d{4}$"
_PHOTO = r"/ (?:photo|фото) "
_TO_PHOTO = r"(?:[^\n/]++|/(?! (?:photo|фото) ))++"
# The dek, the caption and the caption again run together on one line. Its end tells the credit, and
# that the caption; possessive runs, and the dek's bound, keep the cost of any line in proportion.
_TWICE = (
    rf"(?={_TO_PHOTO}{_PHOTO}{_TO_PHOTO}{_PHOTO}(?P<credit>[^\n]{{1,100}}+)$)"
    rf"(?={_TO_PHOTO}{_PHOTO}(?P=credit)(?P<caption>{_TO_PHOTO}){_PHOTO})"
)
_DEK = r"[^\n]{1,1000}?[.!?](?=\S)"
_ONCE = rf"(?P=caption){_PHOTO}(?P=credit)"

LAYOUTS = (
    TextLayout(
        "text",
        mark=_TAKEN_OVER,
        summary=rf"^({_TWICE}{_DEK}){_ONCE}(?P=caption)",
        published=When(r"^\(C\)[^\S\n]*+UNIAN (\d{4})$", "%Y"),
        images=Images(rf"^({_TWICE}(?:{_DEK})??{_ONCE})(?P=caption)"),
        syndication=(Credit("republished_from", r"^(\(C\)[^\S\n]*+(?P<party>UNIAN) \d{4})$"),),
        comments=Comments(
            r"^\s*(?:\d+\.|[•*◦])\s+", likes=r"^\s*Liked by (\d+) (?:people|person)$"
        ),
        drop=LABELS,
        end=_TAKEN_OVER,
    ),
    TextLayout(
        "own-text",
        detect=r"\S",
        mark=FOOTER,
        published=When(r"^[^\S\n]*+(\d\d:\d\d, \d\d\.\d\d\.\d\d(?:\d\d)?)[^\S\n]*$", *CLOCKS),
        images=Images(
            rf"^((?:(?P<caption>{_TO_PHOTO}){_PHOTO}|(?=(?:REUTERS|УНІАН|УНИАН|UNIAN)$))"
            r"(?P<credit>[^\n]{1,100}))$"
        ),
        drop=LABELS,
        end=rf"{TAIL}|{FOOTER}",
    ),
)
