"""
The hostile corpus: every trap that docs/reliability.md names, made by code, with its right outcomes.

The cases are in ``hostile_markup``, ``hostile_words`` and ``hostile_files``; here is what they are
made of.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from copydesk import Article

SAID = tuple(
    """\
The council met on Tuesday and said that the harbour would stay closed until further notice, officials told reporters.
Forty fishermen had come to the hall, and most left before the second hour was over, since they had waited in the rain.
The mayor promised another meeting in June, with a map and, if the money allows, a drink for those who travel far.
""".splitlines()
)
"""The paragraphs of the story that hostile pages tell."""

TITLE = "The harbour stays closed"
TEXT = "".join(f"<p>{words}</p>" for words in SAID)

Check = Callable[[Article], object]


@dataclass(frozen=True)
class Case:
    """One hostile input and what becomes of it."""

    name: str
    """Its file's name, folders included; surrogates stand for bytes that are no UTF-8."""

    make: Callable[[], bytes] | Callable[[Path], None]
    """Gives the file's bytes, or puts there what is none."""

    outcomes: tuple[str, ...] = ("article",)
    """``article`` or the code of each outcome in order; ``a|b`` where either is right."""

    check: Check = lambda _: True
    """What is true of every article that comes of it."""

    is_put: bool = False
    """Whether ``make`` puts it there by itself."""

    is_dear: bool = False
    """Whether it takes longer than two seconds, as one hostile page of a hundred may."""

    def put(self, folder: Path) -> Path:
        """Make it in a folder."""
        path = folder / self.name
        path.parent.mkdir(parents=True, exist_ok=True)
        if self.is_put:
            self.make(path)  # type: ignore[call-arg]
        else:
            path.write_bytes(self.make())  # type: ignore[call-arg, arg-type]
        return path

    def allows(self, codes: list[str]) -> bool:
        """Tell whether these are its outcomes."""
        if len(codes) != len(self.outcomes):
            return False
        return all(
            code in allowed.split("|") for code, allowed in zip(codes, self.outcomes, strict=True)
        )


def page(
    body: str = TEXT, head: str = "", *, lang: str = "en", title: str = TITLE, around: str = "div"
) -> bytes:
    """Give a page that tells the story, unless ``body`` is another."""
    return (
        f'<!DOCTYPE html><html lang="{lang}"><head><meta charset="utf-8"><title>{title}</title>{head}'
        f"</head><body><{around}><h1>{title}</h1>{body}</{around}></body></html>"
    ).encode("utf-8", "surrogatepass")


def story(before: str = "", after: str = "", head: str = "", **more: str) -> Callable[[], bytes]:
    """Give the maker of a page with something around its story."""
    return lambda: page(before + TEXT + after, head, **more)


def tells(article: Article) -> bool:
    """Tell whether the whole story is in the article, in order and nothing else between."""
    return " ".join(SAID) in " ".join(article.text.split())


def lacks(*words: str) -> Check:
    """Tell whether the story is there and these words are nowhere in it."""
    return lambda article: (
        tells(article) and not any(word in article.model_dump_json() for word in words)
    )
