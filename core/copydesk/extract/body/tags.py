"""What HTML's elements are to a reader of running text."""

import re
from typing import Final, Literal

from copydesk.extract.body.embeds import NUMBERED

SKIPPED: Final = frozenset({
    "style", "noscript", "template", "svg", "math", "head", "title", "meta", "link",
    "select", "textarea", "input", "datalist", "dialog", "map", "canvas",
    "progress", "meter", "option", "-comment", "-doctype",
})  # fmt: skip
"""Elements that hold no running text."""

BLOCKS: Final = frozenset({
    "html", "body", "p", "div", "section", "article", "main", "header", "footer", "aside", "nav",
    "address", "details", "summary", "center", "fieldset", "form", "figure", "figcaption", "dl",
    "dt", "dd", "li", "tr", "td", "th", "tbody", "thead", "tfoot", "table", "caption", "hgroup",
    "search", "legend", "marquee", "frameset",
})  # fmt: skip
"""Elements that part paragraphs and are nothing else."""

GROUPS: Final = frozenset({"blockquote", "ul", "ol", "menu"})
"""Elements whose blocks belong together."""

HEADINGS: Final = {f"h{level}": level for level in range(1, 7)}

CROSSHEADS: Final = re.compile(
    r"(?:^|[\s_-])(?:cross[-_]?head(?:er|ing)?|sub[-_]?head(?:er|ing|line)?|\w{0,20}inter[-_]?(?:line|title|titre)"
    r"|intert[ií]tulo|ladillo|zwischen(?:titel|zeile|ueberschrift)|tussenkop|mellomtittel|mell(?:an|em)rubrik"
    r"|v[aä]liotsikko|srodtytul|mezititulek)(?:$|[\s_-])",
    re.IGNORECASE,
)
"""Classes of headings within the text that are no ``h2``, by the trade's words in several languages."""

MARKS: Final[dict[str, Literal["link", "emphasis", "strong"]]] = {
    "a": "link", "b": "strong", "strong": "strong", "i": "emphasis", "em": "emphasis",
}  # fmt: skip

PICTURES: Final = frozenset({"img", "amp-img"})

EMBEDS: Final = frozenset({
    "iframe", "video", "audio", "embed", "object", "script", "amp-iframe", "amp-video", "amp-audio", *NUMBERED,
})  # fmt: skip
"""Elements that may show something of another site."""

PREFORMATTED: Final = frozenset({"pre", "listing", "xmp"})

OTHERS: Final = (
    frozenset({"br", "hr", "button", *HEADINGS}) | GROUPS | PICTURES | EMBEDS | PREFORMATTED
)  # fmt: skip
"""Elements that are neither blocks nor marks; all that are in no set stand within a line."""
