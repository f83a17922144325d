"""
Hypothesis strategies that build any valid article, every field and block type filled.

Making a strategy takes longer than drawing from it, so that each is made once.
"""

from datetime import UTC, datetime, timedelta, timezone
from functools import cache
from typing import Any, get_args, get_type_hints

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from copydesk.schema import (
    Article,
    Block,
    Cell,
    Code,
    Comment,
    Divider,
    Embed,
    Evidence,
    Heading,
    Image,
    ImageRef,
    List,
    Paragraph,
    Party,
    Quote,
    Related,
    Source,
    Span,
    Stamp,
    Syndication,
    Table,
    Warning,  # noqa: A004  # the schema's own
    clean_line,
    clean_text,
)
from copydesk.schema.parts import AddressFrom

# A busy machine's slowness is no failure.
settings.register_profile("copydesk", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("copydesk")

# Letters of several scripts, joiners, a combining accent, bidi marks and every mark of Markdown.
_LETTERS = "aé\u0301سی\u200c漢😀 \t\n\u200f1.#*_[]()<>&;!|`~-+=\\\"'/"
raw_text = st.one_of(st.text(max_size=12), st.text(_LETTERS, max_size=30))
lines = raw_text.map(clean_line).filter(bool).map(str)
texts = raw_text.map(clean_text).filter(bool).map(str)
verbatim = raw_text.map(lambda text: Evidence(plugin="p", method="css", selector="", raw=text).raw)
addresses = st.builds(
    "{}://{}/{}".format,
    st.sampled_from(["http", "https", "HTTPS"]),
    st.sampled_from(["example.com", "www.example.com:8080", "новости.example", "[::1]"]),
    st.text("aZ0/.-_~%&=?#()*\\<>漢", max_size=12),
)
digests = st.text("0123456789abcdef", min_size=64, max_size=64)
pointers = st.lists(
    st.sampled_from(["headline", "body", "0", "a~1b", "~0"]), min_size=1, max_size=3
).map(lambda steps: "/" + "/".join(steps))


@cache
def choices(model: type[Any], field: str) -> st.SearchStrategy[Any]:
    """Any value of a Literal field."""
    return st.sampled_from(get_args(get_type_hints(model)[field]))


@cache
def maybe(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | strategy


@cache
def several(
    strategy: st.SearchStrategy[Any], *, least: int = 0, most: int = 3
) -> st.SearchStrategy[Any]:
    return st.lists(strategy, min_size=least, max_size=most).map(tuple)


def numbered(prefix: str, parts: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Give each part its id: ``i1``, ``i2``, and so on."""
    return [{"id": f"{prefix}{number}", **part} for number, part in enumerate(parts, 1)]


moments = st.datetimes(datetime(1600, 1, 1), datetime(9999, 12, 31, 23, 59, 59, 999_999))  # noqa: DTZ001
offsets = st.integers(-15 * 60 - 59, 15 * 60 + 59).map(lambda m: timezone(timedelta(minutes=m)))


@st.composite
def stamps(draw: st.DrawFn) -> Stamp:
    """A year, month, day, minute, second or fraction, with or without offset, zone as it fits."""
    moment, raw = draw(moments), draw(texts)
    precision = draw(st.sampled_from([4, 7, 10, 16, 19, 23, 26]))
    value = moment.isoformat(timespec="microseconds")[:precision]
    allowed = ["unknown", "assumed"] if precision <= 10 else ["unknown"]
    if precision > 10 and draw(st.booleans()):
        offset = draw(st.just(UTC) | offsets)
        value += "Z" if offset is UTC else moment.replace(tzinfo=offset).isoformat()[-6:]
        allowed = ["stated", "assumed"]
    zone: Any = draw(st.sampled_from(allowed))
    name = draw(st.sampled_from(["Europe/Kyiv", "America/Havana", "Asia/Tehran"]))
    return Stamp(value=value, zone=zone, zone_name=name if zone == "assumed" else None, raw=raw)


parties = st.builds(
    Party, name=lines, kind=choices(Party, "kind"), role=maybe(lines), url=maybe(addresses)
)
evidence = st.builds(
    Evidence,
    plugin=lines,
    layout=maybe(lines),
    method=choices(Evidence, "method"),
    selector=verbatim,
    raw=verbatim,
)
warnings = st.builds(
    Warning,
    code=st.sampled_from(["truncated", "impossible_date"]),
    pointer=maybe(pointers),
    detail=texts,
)
sources = st.builds(
    Source,
    name=texts,
    sha256=digests,
    fetched=maybe(st.datetimes(timezones=st.timezones())).filter(
        lambda moment: moment is None or 1 < moment.year < 9999
    ),
    address_from=maybe(st.sampled_from(get_args(AddressFrom))),
)
syndications = st.builds(
    Syndication,
    relation=choices(Syndication, "relation"),
    party=maybe(parties),
    url=maybe(addresses),
    text=texts,
)
related = st.builds(
    Related,
    relation=choices(Related, "relation"),
    id=digests.map(lambda d: d[:16]),
    url=maybe(addresses),
) | st.builds(Related, relation=choices(Related, "relation"), url=addresses)
json_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=6,
)


@st.composite
def spans(draw: st.DrawFn, text: str) -> tuple[Span, ...]:
    """Any runs of a text in order of their start, within, across and beside each other."""
    made = []
    for start, end in draw(runs(len(text))):
        kind: Any = draw(choices(Span, "kind"))
        href = draw(maybe(addresses)) if kind == "link" else None
        if start < end:
            made.append(Span(start=start, end=end, kind=kind, href=href))
    return tuple(sorted(made, key=lambda span: span.start))


@cache
def runs(length: int) -> st.SearchStrategy[list[tuple[int, int]]]:
    ends = st.integers(0, length)
    return st.lists(st.tuples(ends, ends), max_size=5)


levels = st.integers(1, 6)


@st.composite
def running(draw: st.DrawFn, name: str) -> Paragraph | Heading:
    """Any paragraph or heading."""
    text = draw(texts)
    marked = draw(spans(text))
    if draw(st.booleans()):
        return Paragraph(id=name, text=text, spans=marked)
    return Heading(id=name, text=text, spans=marked, level=draw(levels))


@cache
def blocks(name: str, images: tuple[str, ...], depth: int = 2) -> st.SearchStrategy[Block]:
    """Any block, its children numbered below it."""
    same = st.just(name)
    cells = st.builds(Cell, text=texts | st.just(""), header=st.booleans())
    kinds: list[st.SearchStrategy[Any]] = [
        running(name),
        st.builds(Table, id=same, rows=several(several(cells, least=1), least=1)),
        st.builds(Embed, id=same, url=maybe(addresses), provider=maybe(lines), text=maybe(texts)),
        st.builds(Code, id=same, text=verbatim.filter(str.strip), language=maybe(lines)),
        st.builds(Divider, id=same),
    ]
    if images:
        kinds.append(st.builds(ImageRef, id=same, image=st.sampled_from(images)))
    if depth:
        inner = bodies(f"{name}.", images, depth - 1, least=1)
        kinds.append(st.builds(Quote, id=same, blocks=inner, attribution=maybe(lines)))
        kinds.append(st.builds(List, id=same, ordered=st.booleans(), items=inner.flatmap(cut_up)))
    return st.one_of(kinds)


def cut_up(inner: tuple[Block, ...]) -> st.SearchStrategy[tuple[tuple[Block, ...], ...]]:
    """One or two items that hold the blocks in order."""
    cuts = st.integers(1, len(inner))
    return cuts.map(lambda cut: tuple(item for item in (inner[:cut], inner[cut:]) if item))


@st.composite
def bodies(
    draw: st.DrawFn, prefix: str, images: tuple[str, ...], depth: int = 2, least: int = 0
) -> tuple[Block, ...]:
    """Any blocks in order: ``b1``, ``b2``, and so on."""
    count = draw(st.integers(least, 4))
    return tuple(draw(blocks(f"{prefix}{n}", images, depth)) for n in range(1, count + 1))


shown = st.lists(
    st.fixed_dictionaries(
        {
            "url": maybe(addresses),
            "alt": maybe(lines),
            "caption": maybe(texts),
            "credit": maybe(lines),
        }
    ),
    max_size=3,
)
said = st.lists(
    st.fixed_dictionaries(
        {
            "author": maybe(lines),
            "text": texts,
            "published": maybe(stamps()),
            "likes": maybe(st.integers(0, 10**6)),
        }
    ),
    max_size=3,
)


@st.composite
def pictures(draw: st.DrawFn) -> tuple[Image, ...]:
    """Any images of which the first may be the lead."""
    made = numbered("i", draw(shown))
    lead = draw(st.booleans())
    return tuple(Image(lead=lead and n == 0, **part) for n, part in enumerate(made))


@st.composite
def threads(draw: st.DrawFn) -> tuple[Comment, ...]:
    """Any comments, each at the top or below an earlier one."""
    made: list[Comment] = []
    for part in numbered("c", draw(said)):
        earlier = [comment.id for comment in made]
        made.append(
            Comment(parent=draw(maybe(st.sampled_from(earlier))) if earlier else None, **part)
        )
    return tuple(made)


outlets = st.sampled_from(["unian", "rt", "la-nacion"])
languages = st.sampled_from(["en", "fa", "zh-Hant-TW", "haw"])
dates = maybe(stamps())
proofs = st.dictionaries(pointers, several(evidence), max_size=3)
extras = st.dictionaries(lines, json_values, max_size=2)
threaded = threads()
pictured = pictures()


@st.composite
def articles(draw: st.DrawFn) -> Article:
    """Any valid article; every field may be filled."""
    images = draw(pictured)
    return Article(
        outlet=draw(outlets),
        url=draw(maybe(addresses)),
        canonical_url=draw(maybe(addresses)),
        source=draw(maybe(sources)),
        publisher=draw(maybe(parties)),
        kind=draw(choices(Article, "kind")),
        access=draw(choices(Article, "access")),
        completeness=draw(choices(Article, "completeness")),
        language=draw(maybe(languages)),
        headline=draw(lines),
        summary=draw(maybe(texts)),
        dateline=draw(maybe(lines)),
        byline=draw(maybe(lines)),
        authors=draw(several(parties)),
        published=draw(dates),
        modified=draw(dates),
        sections=draw(several(lines)),
        topics=draw(several(lines)),
        body=draw(bodies("b", tuple(image.id for image in images))),
        images=images,
        comments=draw(threaded),
        syndication=draw(several(syndications)),
        related=draw(several(related)),
        warnings=draw(several(warnings)),
        provenance=draw(proofs),
        extras=draw(extras),
    )
