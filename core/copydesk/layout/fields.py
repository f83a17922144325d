"""From what sources found to typed values: one small function for each kind of field."""

from collections.abc import Iterable, Sequence

from copydesk.extract.context import Context
from copydesk.extract.found import Found
from copydesk.extract.people.names import parties
from copydesk.layout.rules import Credit, When
from copydesk.layout.sources import Hit, Source
from copydesk.schema import Party, Stamp, Syndication, clean_line

Dated = tuple[Source, When | None]
"""A compiled source and, for a date, the rule it belongs to."""

LINES = ("headline", "summary", "dateline", "byline")
LISTS = ("sections", "topics")
STAMPS = ("published", "modified")
FIELDS = (*LINES, "authors", *STAMPS, *LISTS)
"""The fields that a layout states by sources, in the order of the schema."""

# The schema's limit of a headline. An element whose end tag is lost holds half of the page.
_LONGEST = 1000


def first_line(sources: Sequence[Dated], context: Context) -> tuple[Found[str] | None, list[Hit]]:
    """Give the first words found that are no whole page, and the hit that they come from."""
    for source, _ in sources:
        for hit in source.find(context):
            if len(hit.text) <= _LONGEST:
                return Found(hit.text, hit.trace), [hit]
    return None, []


def all_lines(
    sources: Sequence[Dated], context: Context
) -> tuple[tuple[Found[str], ...], list[Hit]]:
    """Give every text of the first source that finds any; a text layout's list is split at commas."""
    for source, _ in sources:
        hits = list(source.find(context))
        once: dict[str, Found[str]] = {}
        for part, trace in ((part, hit.trace) for hit in hits for part in _parts(hit)):
            once.setdefault(part.casefold(), Found(part, trace))
        if once:
            return tuple(once.values()), hits
    return (), []


def all_parties(
    sources: Sequence[Dated], context: Context
) -> tuple[tuple[Found[Party], ...], list[Hit]]:
    """Give everybody whom the first source with a name in it names."""
    for source, _ in sources:
        hits = list(source.find(context))
        once: dict[str, Found[Party]] = {}
        for found in (party for hit in hits for party in _named(hit, context)):
            once.setdefault(found.value.name.casefold(), found)
        if once:
            return tuple(once.values())[:50], hits
    return (), []


def _named(hit: Hit, context: Context) -> list[Found[Party]]:
    """Read the names of a hit; a link that is one name leads to a page about the party."""
    found = parties(hit.text)
    linked = hit.node if len(found) == 1 and hit.node is not None and hit.node.tag == "a" else None
    url = context.page.join(linked.attributes.get("href") or "") if linked is not None else None
    return [Found(party.model_copy(update={"url": url}), hit.trace) for party in found]


def first_stamp(
    sources: Sequence[Dated], context: Context, pointer: str
) -> tuple[Found[Stamp] | None, list[Hit]]:
    """Give the first date that can be read as its rule says."""
    unread: list[Hit] = []
    for source, when in sources:
        for hit in source.find(context):
            if stamp := read(hit, when, context, pointer):
                return Found(stamp, hit.trace), [hit]
            unread.append(hit)
    if unread and pointer not in {warning.pointer for warning in context.warnings}:
        detail = (
            f"“{unread[0].text[:80]}” at {unread[0].trace.selector} is no date as its rule says"
        )
        context.warn("unread_date", pointer, detail)
    return None, []


def read(hit: Hit, when: When | None, context: Context, pointer: str) -> Stamp | None:
    """Read one hit as a date."""
    if when is None:
        return context.stamp(hit.text, pointer)
    return context.stamp(
        hit.text,
        pointer,
        formats=when.formats,
        zone=when.zone,
        language=when.language,
        calendar=when.calendar,
    )


def credited(credit: Credit, hit: Hit, context: Context) -> Found[Syndication] | None:
    """Make a step of syndication of the words that state it."""
    groups = hit.match.groupdict() if hit.match else {}
    name = clean_line(groups.get("party") or credit.party or "")
    address = groups.get("url")
    url = context.page.join(ascii_digits(address)) if address else None
    if not (name or url):
        return None
    party = Party(name=name[:200].strip(), kind="organization") if name else None
    words = clean_line(hit.match[1 if hit.match.re.groups else 0] if hit.match else hit.text)
    step = Syndication(relation=credit.relation, party=party, url=url, text=words or hit.text)  # type: ignore[arg-type]
    return Found(step, hit.trace)


def ascii_digits(text: str) -> str:
    """Write the digits of every script as 0 to 9."""
    return "".join(str(int(c)) if c.isdecimal() else c for c in text)


def _parts(hit: Hit) -> list[str]:
    if hit.match is None:
        return [hit.text]
    pieces: Iterable[str] = (
        hit.text.replace("»", ",").replace("؛", ",").replace("،", ",").split(",")
    )
    return [part for piece in pieces if (part := clean_line(piece))]
