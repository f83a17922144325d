"""An article for the eye: every field, and below it where it came from."""

from collections.abc import Iterator

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from copydesk.cli import terminal
from copydesk.cli.one_page import one_page
from copydesk.cli.plugins_view import tell_broken
from copydesk.cli.stdout import kept_stdout
from copydesk.desk import Desk
from copydesk.outcome import Failure, Outcome, Rejection
from copydesk.schema import (
    Article,
    Block,
    Comment,
    Divider,
    Embed,
    Evidence,
    Heading,
    Image,
    ImageRef,
    List,
    Party,
    Quote,
    Stamp,
    Syndication,
    lines_of,
)

_LONGEST, _WIDEST = 200, 50
_FIELDS = (
    "summary", "byline", "authors", "dateline", "published", "modified", "sections", "topics",
    "publisher", "syndication", "images",
)  # fmt: skip
_MARKS = {Quote: "│ ", List: "• "}


def view(file: str, url: str | None, config: str | None) -> int:
    """Print what becomes of a page; gives the exit code."""
    with kept_stdout():
        desk = Desk(config)
        page = one_page(desk, file, url)
        outcome = page if isinstance(page, Failure) else desk.edit(page)
    tell_broken(desk.plugins)
    print_outcome(outcome, terminal.stdout())
    return int(isinstance(outcome, Failure))


def print_outcome(outcome: Outcome, console: Console) -> None:
    """Print an article, or why there is none."""
    if isinstance(outcome, Article):
        for part in _article(outcome):
            console.print(part)
    else:
        console.print(_no_article(outcome))


def _no_article(outcome: Rejection | Failure) -> Table:
    table = _grid()
    table.add_row(outcome.type, Text(outcome.code, "bold"))
    for name in ("source", "url", "outlet", "stage", "plugin", "reason"):
        if value := getattr(outcome, name, None):
            table.add_row(name, terminal.prose(value))
    return table


def _article(article: Article) -> Iterator[Table | Text | Padding]:
    yield terminal.line(article.headline, "bold")
    yield Padding(_origin(article, "/headline", article.headline), (0, 0, 1, 13))
    table, absent = _grid(), []
    _add(table, "outlet", [terminal.line(_about(article))])
    for name in _FIELDS:
        parts = list(_parts(article, name))
        if parts:
            _add(table, name, parts)
        else:
            absent.append(name)
    for name, value in _frame(article).items():
        _add(table, name, [terminal.line(value, "dim")])
    yield table
    yield Text(f"not found: {', '.join(absent)}\n" if absent else "", "dim")
    yield _body(article)
    if article.comments:
        yield Text("\ncomments", "bold")
        yield _comments(article)
    if article.warnings:
        yield Text("\nwarnings", "bold")
        yield _warnings(article)


def _about(article: Article) -> str:
    said = [article.outlet, article.language, article.kind, article.access, article.completeness]
    return " · ".join(part for part in said if part and part != "unknown")


def _frame(article: Article) -> dict[str, str]:
    source = article.source.name if article.source else None
    found = {"id": article.id, "url": article.url, "canonical": article.canonical_url}
    return {name: value for name, value in {**found, "source": source}.items() if value}


def _parts(article: Article, field: str) -> Iterator[Text]:
    """Give each value of a field, and below it where it came from."""
    value = getattr(article, field)
    is_many = isinstance(value, tuple)
    for number, part in enumerate(value if is_many else filter(None, [value])):
        said = _said(part)
        yield terminal.prose(said)
        yield _origin(article, f"/{field}/{number}" if is_many else f"/{field}", said)


def _said(part: str | Party | Stamp | Syndication | Image) -> str:
    match part:
        case Stamp():
            return (
                f"{part.value}  ({part.zone} zone{' ' + part.zone_name if part.zone_name else ''})"
            )
        case Party():
            return " · ".join(filter(None, (part.name, part.kind, part.role, part.url)))
        case Syndication():
            name = part.party.name if part.party else None
            return " ".join(filter(None, (part.relation.replace("_", " "), name, part.url)))
        case Image():
            words = (part.caption or part.alt, part.credit, part.url, "lead" if part.lead else None)
            return " · ".join(filter(None, words))
        case str():
            return part


def _body(article: Article) -> Table:
    table = _grid()
    for number, block in enumerate(article.body):
        lines = "\n".join(_shown(block, article))
        style = "bold" if isinstance(block, Heading) else ""
        origin = _origin(article, f"/body/{number}", lines)
        _add(table, block.id, [terminal.prose(lines, style), origin, Text()])
    return table


def _shown(block: Block, article: Article) -> list[str]:
    match block:
        case ImageRef():
            picture = next(image for image in article.images if image.id == block.image)
            return [f"[image {block.image}] {_said(picture)}"]
        case Embed():
            return [f"[embed] {block.url or ''} {block.text or ''}".rstrip()]
        case Divider():
            return ["* * *"]
    mark = _MARKS.get(type(block), "")
    return [mark + text for text in lines_of(block)]


def _comments(article: Article) -> Table:
    table = _grid()
    for number, comment in enumerate(article.comments):
        head = terminal.line(_who(comment), "dim")
        _add(table, comment.id, [head, terminal.prose(comment.text)])
        _add(table, "", [_origin(article, f"/comments/{number}", comment.text), Text()])
    return table


def _who(comment: Comment) -> str:
    answers = f"answers {comment.parent}" if comment.parent else None
    likes = f"{comment.likes} likes" if comment.likes is not None else None
    when = comment.published.value if comment.published else None
    return " · ".join(filter(None, (comment.author or "unnamed", when, answers, likes)))


def _warnings(article: Article) -> Table:
    table = _grid()
    for warning in article.warnings:
        where = f"{warning.pointer}: " if warning.pointer else ""
        _add(table, "", [terminal.line(f"{warning.code}: {where}{warning.detail}", "yellow")])
    return table


def _origin(article: Article, pointer: str, shown: str) -> Text:
    """Say where a value came from, and what stood there if it is not what is shown."""
    evidence = _evidence(article, pointer)
    if evidence is None:
        return Text("no evidence of its own", "dim")
    by = "/".join(filter(None, (evidence.plugin, evidence.layout)))
    raw = evidence.raw if _folded(evidence.raw) not in _folded(shown) else ""
    words = f'"{raw[:_LONGEST]}{"…" if len(raw) > _LONGEST else ""}"   ' if raw else ""
    return terminal.line(f"{words}{evidence.method} {_short(evidence.selector)}   {by}", "dim")


def _short(selector: str) -> str:
    """Cut a long selector: of a CSS path the last steps tell most, of anything else the start."""
    if len(selector) <= _WIDEST:
        return selector
    if not selector.startswith("html"):
        return f"{selector[:_WIDEST]}…"
    tail = selector[-_WIDEST:]
    return f"…{tail[max(tail.find('>'), 0) :]}"


def _evidence(article: Article, pointer: str) -> Evidence | None:
    while pointer:
        if found := article.provenance.get(pointer):
            return found[0]
        pointer = pointer.rpartition("/")[0]
    return None


def _folded(text: str) -> str:
    return " ".join(text.split())


def _grid() -> Table:
    table = Table.grid(padding=(0, 1))
    table.add_column(width=11, style="cyan", no_wrap=True)
    table.add_column(overflow="fold")
    return table


def _add(table: Table, name: str, parts: list[Text]) -> None:
    table.add_row(name, Text("\n").join(parts))
