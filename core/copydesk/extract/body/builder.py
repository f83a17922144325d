"""From pieces to the schema's blocks and images: numbered, validated, each with its trace."""

from collections.abc import Iterable, Iterator
from urllib.parse import unquote

from copydesk.extract.body.inserts import code_language
from copydesk.extract.body.pieces import Picture, Piece
from copydesk.extract.context import Context
from copydesk.extract.found import Found, Method, Trace
from copydesk.extract.images import picture_of
from copydesk.schema import (
    Block,
    Code,
    Divider,
    Embed,
    Heading,
    Image,
    ImageRef,
    List,
    Paragraph,
    Quote,
    Span,
    Table,
    clean_text,
)


class Builder:
    """Numbers pieces and makes the schema's blocks and images of them."""

    def __init__(self, context: Context, method: Method = "css") -> None:
        """Make evidence of that method for the page of ``context``."""
        self._page, self._paths = context.page, context.paths
        self._method = method
        self._images: list[Found[Image]] = []
        self._known: dict[str, str] = {}
        """Ids of images by what their addresses have in common."""

    def body(self, pieces: Iterable[Piece]) -> tuple[Found[Block], ...]:
        """Make the blocks ``b1``, ``b2``, … of a body, each with its trace."""
        return tuple(self.found(pieces))

    def found(self, pieces: Iterable[Piece]) -> Iterator[Found[Block]]:
        """Give the same one by one, each made when it is asked for."""
        for piece, block in self._blocks(pieces, "b"):
            yield Found(block, self._trace(piece))

    @property
    def images(self) -> tuple[Found[Image], ...]:
        """The images of the bodies made so far, ``i1``, ``i2``, …."""
        return tuple(self._images)

    def _trace(self, piece: Piece) -> Trace:
        words = piece.text if piece.kind == "paragraph" else piece.words
        return Trace(self._method, self._paths.of(piece.node), words)

    def _seen(self, picture: Picture) -> Trace:
        where = self._paths.of(picture.node) if picture.node is not None else ""
        return Trace(self._method, where, picture.url or picture.caption or picture.credit or "")

    def _blocks(self, pieces: Iterable[Piece], prefix: str) -> Iterator[tuple[Piece, Block]]:
        number = 0
        for piece in pieces:
            block = self._block(piece, f"{prefix}{number + 1}")
            if block is not None:
                number += 1
                yield piece, block.lean()

    def _block(self, piece: Piece, name: str) -> Block | None:  # noqa: PLR0911  # one kind a line
        match piece.kind:
            case "paragraph" | "heading":
                return self._running(piece, name)
            case "quote":
                inner = self._inner(piece, name)
                return (
                    Quote(id=name, blocks=inner, attribution=piece.attribution) if inner else None
                )
            case "list":
                items = self._items(piece, name)
                return List(id=name, ordered=piece.ordered, items=items) if items else None
            case "table":
                return Table(id=name, rows=piece.rows)
            case "image":
                return self._image(piece, name)
            case "embed":
                text = clean_text(piece.text)
                return Embed(id=name, url=piece.href, provider=piece.provider, text=text)
            case "code":
                return Code(id=name, text=piece.text, language=code_language(piece.node))
            case "divider":
                return Divider(id=name)
            case "item":
                return None

    def _running(self, piece: Piece, name: str) -> Paragraph | Heading | None:
        text = clean_text(piece.text)
        if text is None:
            return None
        spans = tuple(self._spans(piece)) if text == piece.text else ()
        if piece.kind == "heading":
            return Heading(id=name, level=piece.level, text=text, spans=spans)
        return Paragraph(id=name, text=text, spans=spans)

    def _spans(self, piece: Piece) -> Iterator[Span]:
        for mark in sorted(piece.marks, key=lambda m: (m.start, -m.end)):
            run = piece.text[mark.start : mark.end]
            start = mark.start + len(run) - len(run.lstrip())
            end = start + len(run.strip())
            if end > start:
                href = self._page.join(mark.href) if mark.href else None
                yield Span(start=start, end=end, kind=mark.kind, href=href).lean()

    def _inner(self, piece: Piece, name: str) -> tuple[Block, ...]:
        return tuple(block for _, block in self._blocks(piece.children, f"{name}."))

    def _items(self, piece: Piece, name: str) -> tuple[tuple[Block, ...], ...]:
        # Blocks are numbered through all items of a list, so that every id is taken once.
        flat = self._blocks(
            [inner for item in piece.children for inner in item.children], f"{name}."
        )
        made = {id(inner): block for inner, block in flat}
        items = (
            tuple(made[id(i)] for i in item.children if id(i) in made) for item in piece.children
        )
        return tuple(item for item in items if item)

    def _image(self, piece: Piece, name: str) -> Block | None:
        picture = picture_of(piece.node, self._page)
        return ImageRef(id=name, image=self.add(picture)) if picture else None

    def add(self, picture: Picture, *, lead: bool = False) -> str:
        """Give a picture its id, or find the id of one with the same address."""
        known = self._known.get(_unsized(picture.url)) if picture.url else None
        if known:
            return known
        name = f"i{len(self._images) + 1}"
        image = Image(
            id=name,
            url=picture.url,
            alt=picture.alt,
            caption=picture.caption,
            credit=picture.credit,
            lead=lead,
        )
        self._images.append(Found(image, picture.trace or self._seen(picture)))
        if picture.url:
            self._known[_unsized(picture.url)] = name
        return name


def _unsized(url: str) -> str:
    return url.partition("?")[0]


def same_file(one: str, other: str) -> bool:
    """Tell whether two addresses end alike: image servers write the size into the path."""
    ends = {unquote(url.split("?", maxsplit=1)[0]).rpartition("/")[2] for url in (one, other)}
    return _unsized(one) == _unsized(other) or (len(ends) == 1 and "" not in ends)
