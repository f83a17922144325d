"""What a made page is made with: names of classes, links, icons, pictures, advertising."""

from dataclasses import astuple, dataclass
from datetime import UTC, datetime, timedelta
from random import Random

from tests.benchmarks.tongues import Tongue, Writer

_START = datetime(2024, 1, 1, 6, tzinfo=UTC)


@dataclass(frozen=True)
class Amounts:
    """How much there is of everything on a page."""

    paragraphs: int = 16
    links: int = 110
    cards: int = 25
    comments: int = 10
    rules: int = 160
    records: int = 70

    def times(self, factor: float) -> "Amounts":
        return Amounts(*(round(number * factor) for number in astuple(self)))

    @classmethod
    def any(cls, rng: Random) -> "Amounts":
        """As much as makes a page of 30 to 250 KB, not of everything equally much."""
        heft = rng.uniform(0.1, 2.3)
        return cls(*(round(number * heft * rng.uniform(0.6, 1.4)) for number in astuple(cls())))


class Press:
    """One page in the making: its language, its habits, and what is said of the article."""

    def __init__(self, rng: Random, tongue: Tongue, amounts: Amounts) -> None:
        self.rng, self.tongue, self.amounts = rng, tongue, amounts
        self.writer = Writer(tongue, rng)
        self.habit = rng.choice(("plain", "bem", "module", "utility"))
        self.home = f"https://www.{rng.choice(('harbour', 'valley', 'summit'))}-post.example"
        self.moment = _START + timedelta(minutes=rng.randrange(500_000))
        self.author, self.headline = self.writer.name(), self.writer.words(6, 12)
        self.summary, self.address = self.writer.sentence(), self.link()

    def named(self, name: str) -> str:
        """Give an element's class, as one of four habits has it."""
        classes = {
            "plain": name,
            "bem": f"c-{name} c-{name}__box c-{name}--wide",
            "module": f"{name}_{name[::-1]}__x{len(name)}Kq",
            "utility": f"flex flex-col gap-4 px-4 md:px-8 text-base leading-7 {name}",
        }
        return f'class="{classes[self.habit]}"'

    def link(self) -> str:
        section = self.rng.choice(("news", "world", "sport"))
        return f"{self.home}/{section}/{self.rng.randrange(10**7)}-story"

    def anchor(self) -> str:
        return f'<a {self.named("link")} href="{self.link()}">{self.writer.words(1, 4)}</a>'

    def items(self, number: int) -> str:
        return "".join(f"<li {self.named('item')}>{self.anchor()}</li>" for _ in range(number))

    def icon(self) -> str:
        path = " ".join(f"M{self.rng.random() * 24:.3f} 3.2l-4.1 8.05" for _ in range(6))
        return f'<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d="{path}"/></svg>'

    def picture(self) -> str:
        source = f"{self.home}/media/{self.rng.randrange(10**8)}.jpg"
        widths = ", ".join(f"{source}?w={w}&amp;q=75 {w}w" for w in (320, 640, 960, 1280, 1920))
        return (
            f'<picture><source type="image/webp" srcset="{widths}" sizes="100vw"><img src="{source}"'
            f' alt="{self.writer.words(3, 8)}" width="960" height="640" loading="lazy"></picture>'
        )

    def advert(self) -> str:
        name = f"ad-{self.rng.randrange(10**6)}"
        return (
            f'<div {self.named("ad-slot")} id="{name}" data-sizes="[[300,250],[728,90]]">'
            f'<script>window.ads=window.ads||[];ads.push({{"id":"{name}"}});</script></div>\n'
        )

    def date(self) -> str:
        return f'<time datetime="{self.moment.isoformat()}">{self.moment:%d.%m.%Y, %H:%M}</time>'
