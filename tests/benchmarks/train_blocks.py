"""
Learn from pages with known text which pieces are the article's; write core/copydesk/extract/body/blocks.json.

    python tests/benchmarks/train_blocks.py FOLDER...        # prints held-out scores, then writes
    python tests/benchmarks/train_blocks.py --dry FOLDER...  # only prints

Each folder has gold.jsonl (a line a page: id, url, body and maybe body_alt) and html/ID.html.gz. Needs
numpy and scikit-learn, which copydesk itself does not; takes some minutes. Pages are parted by host into
folds, so that what is learned of an outlet is never measured on it; several seeds show what is chance.
"""

# ruff: noqa: ANN401, T201  # scikit-learn has no types; it is run by hand and prints

import gzip
import hashlib
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import numpy as np
from sklearn.ensemble import GradientBoostingClassifier

from copydesk import Page
from copydesk.extract.body import content, learned, spots, traits
from copydesk.extract.body.builder import Builder
from copydesk.extract.body.certain import certain
from copydesk.extract.body.furniture import Furniture
from copydesk.extract.body.parting import parted
from copydesk.extract.body.pieces import Piece
from copydesk.extract.body.walk import Walk
from copydesk.extract.context import Context
from copydesk.schema import lines_of

OUT = Path(learned.__file__).with_name("blocks.json")
TREES = {
    "n_estimators": 60,
    "max_depth": 4,
    "learning_rate": 0.15,
    "subsample": 0.7,
    "max_features": 0.4,
    "min_samples_leaf": 30,
    "random_state": 1,
}
FEW, WEAK, UNKNOWN, SURE = 6, 2.0, 0.75, 0.5
FOLDS, SEEDS = 4, (1, 2, 3)
OWN, LEAST = traits.NAMES.index("own"), traits.NAMES.index("least")


@dataclass
class Block:
    """A piece of text of one page, its traits, and whether the gold text has it."""

    lines: list[str]
    numbers: list[float]
    names: list[frozenset[str]]
    """The words of the classes and ids around it, the innermost element's first."""
    fixed: float | None
    """The score of a piece that the trees are not asked about."""
    share: float = 0.0
    """How much of it the gold text has."""
    cost: float = 0.0
    """How much of the page is lost by a mistake."""


@dataclass
class Sheet:
    """One page."""

    corpus: str
    name: str
    host: str
    golds: list[str]
    blocks: list[Block] = field(default_factory=list)
    scene: Any = None


def words_of(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def norm(text: str) -> str:
    plain = text.translate({0x2019: "'", 0x2018: "'", 0x201C: '"', 0x201D: '"'}).lower()
    return re.sub(r"\W+", " ", plain).strip()


def norm_lines(text: str) -> list[str]:
    return [line for raw in text.split("\n") if (line := norm(raw))]


def bag_f1(one: Iterable[str], other: Iterable[str]) -> float:
    a, b = Counter(one), Counter(other)
    return 2 * sum((a & b).values()) / ((a.total() + b.total()) or 1)


class Gold:
    """The known text: which lines, and which runs of words, it has."""

    def __init__(self, body: str, other: str) -> None:
        self.lines = Counter(norm_lines(body))
        self.other = {*norm_lines(other)} - {*self.lines}
        words = norm(body).split()
        self.text, self.runs = f" {' '.join(words)} ", {*runs(words)}
        self.words = len(words)

    def share(self, line: str) -> float:
        """How much of a line the text has: short ones as a whole, long ones by runs of four words."""
        words = line.split()
        if line in self.lines:
            return 1.0
        if len(words) >= 8:
            mine = [*runs(words)]
            return sum(run in self.runs for run in mine) / len(mine)
        is_inside = f" {line} " in self.text
        return is_inside * (1.0 if len(words) >= 4 else 0.6 if len(line) > 12 else 0.0)


def runs(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    return (tuple(words[n : n + 4]) for n in range(len(words) - 3))


def sheets(folders: Iterable[Path]) -> Iterator[Sheet]:
    for folder in folders:
        for line in (folder / "gold.jsonl").read_text("utf-8").split("\n")[:-1]:
            case = json.loads(line)
            raw = gzip.decompress((folder / "html" / f"{case['id']}.html.gz").read_bytes())
            if case["body"]:
                yield sheet(folder.name, case, Page(raw, case.get("url")))


def sheet(corpus: str, case: Mapping[str, Any], page: Page) -> Sheet:
    host = (urlsplit(case.get("url") or "").hostname or case["id"]).removeprefix("www.")
    golds = [case["body"], *([case["body_alt"]] if case.get("body_alt") else [])]
    made = Sheet(corpus, case["id"], host, golds)
    body = page.tree.body
    if body is None:
        return made
    walk = Walk(page, is_furniture=Furniture(body)).run(body)
    scene = made.scene = content.seen(walk, page)
    numbers, gold = traits.Traits(scene), Gold(case["body"], case.get("body_alt") or "")
    for number, look in enumerate(scene.text):
        block = Block(
            printed(look.piece, page),
            [float(value) for value in numbers.of(number)],
            [*names_around(look.spot, scene.spots, walk)],
            certain(scene, number),
        )
        label(block, gold)
        made.blocks.append(block)
    return made


def names_around(spot: spots.Spot, all_spots: spots.Spots, walk: Walk) -> Iterator[frozenset[str]]:
    for outer in all_spots.outer(spot):
        if outer.number != all_spots.chosen:
            _, classes, name = walk.labels[outer.number]
            yield frozenset(spots.words_in(classes, name))


def printed(piece: Piece, page: Page) -> list[str]:
    return [
        line
        for found in Builder(Context(page)).body(parted(piece))
        for line in lines_of(found.value)
    ]


def label(block: Block, gold: Gold) -> None:
    lines = [line for raw in block.lines if (line := norm(raw))]
    sizes = [len(line.split()) for line in lines]
    if not lines or any(line in gold.other for line in lines):
        return  # the summary: as right inside as outside
    block.share = sum(
        size * gold.share(line) for size, line in zip(sizes, lines, strict=True)
    ) / sum(sizes)
    block.cost = 0.5 * sum(sizes) / max(gold.words, 50) + 0.5 * len(lines) / max(
        5, gold.lines.total()
    )


def is_word(name: str) -> bool:
    """Two letters, or no vowel, are most often a style that a program named."""
    return len(name) > 2 and re.search("[aeiouy]", name) is not None


class Names:
    """How likely the text in elements with such names is, each host counting once."""

    def __init__(self, pages: Iterable[Sheet]) -> None:
        sums: dict[str, dict[str, list[float]]] = defaultdict(lambda: defaultdict(lambda: [0, 0]))
        for page in pages:
            for block in page.blocks:
                for name in frozenset().union(*block.names):
                    sums[name][page.host][0] += block.cost * block.share
                    sums[name][page.host][1] += block.cost
        self.by_host = {
            name: {host: good / cost for host, (good, cost) in hosts.items() if cost}
            for name, hosts in sums.items()
        }
        self.known = {
            name: round(self.of(name), 3)
            for name, hosts in self.by_host.items()
            if len(hosts) >= FEW and self.of(name) < SURE and is_word(name)
        }

    def of(self, name: str, without: str = "") -> float:
        hosts = self.by_host[name]
        others = [share for host, share in hosts.items() if host != without]
        return (sum(others) + WEAK * UNKNOWN) / (len(others) + WEAK)

    def fill(self, page: Sheet, *, without: bool) -> None:
        """Write the likelihoods of names into the traits, those of the page's own host apart."""
        host = page.host if without else ""
        for block in page.blocks:
            each = [
                min((self.of(n, host) for n in names if n in self.known), default=UNKNOWN)
                for names in block.names
            ]
            block.numbers[OWN] = each[0] if each else UNKNOWN
            block.numbers[LEAST] = min(each, default=UNKNOWN)


def grown(pages: Sequence[Sheet], weights: Mapping[str, float], **options: Any) -> Any:
    """Grow trees on the pieces that need a closer look."""
    rows = [
        (block.numbers, block.share >= SURE, block.cost * weights[page.corpus])
        for page in pages
        for block in page.blocks
        if block.cost and block.fixed is None
    ]
    cost = np.array([row[2] for row in rows])
    model = GradientBoostingClassifier(**{**TREES, **options})
    return model.fit(
        np.array([row[0] for row in rows]),
        [row[1] for row in rows],
        sample_weight=cost / cost.mean(),
    )


def scored(model: Any, page: Sheet) -> list[float]:
    if not page.blocks:
        return []
    odds = model.decision_function(np.array([block.numbers for block in page.blocks]))
    return [
        float(odd) if block.fixed is None else block.fixed
        for block, odd in zip(page.blocks, odds, strict=True)
    ]


def measured(page: Sheet, scores: Sequence[float]) -> tuple[float, float]:
    """Give word and paragraph F1 of a page when its pieces are chosen so."""
    if page.scene is None:
        return 0.0, 0.0
    chosen = {id(piece) for piece in content.kept(page.scene, scores)}
    lines = [
        line
        for look, block in zip(page.scene.text, page.blocks, strict=True)
        if id(look.piece) in chosen
        for line in block.lines
    ]
    text = "\n".join(lines)
    found, gold = max((bag_f1(words_of(text), words_of(gold)), gold) for gold in page.golds)
    return found, bag_f1(norm_lines(text), norm_lines(gold))


def tell(title: str, pages: Sequence[Sheet], scores: Sequence[Sequence[float]]) -> None:
    by_corpus = defaultdict(list)
    for page, row in zip(pages, scores, strict=True):
        by_corpus[page.corpus].append(measured(page, row))
    for corpus, rows in by_corpus.items():
        word, paragraph = (sum(column) / len(rows) for column in zip(*rows, strict=True))
        print(
            f"{title:22s} {corpus:10s} n={len(rows):4d} word {word:.4f} paragraph {paragraph:.4f}",
            flush=True,
        )


def trained(
    pages: Sequence[Sheet], weights: Mapping[str, float], **options: Any
) -> tuple[Names, Any]:
    names = Names(pages)
    for page in pages:
        names.fill(page, without=True)
    return names, grown(pages, weights, **options)


def fold(host: str) -> int:
    return hashlib.md5(f"fold{host}".encode()).digest()[0] % FOLDS  # noqa: S324


def held_out(
    pages: Sequence[Sheet], weights: Mapping[str, float], seed: int
) -> Iterator[tuple[Sheet, list[float]]]:
    """Score every page by what was learned on the other folds' hosts."""
    for held in range(FOLDS):
        others = [page for page in pages if fold(page.host) != held]
        names, model = trained(others, weights, random_state=seed)
        for page in pages:
            if fold(page.host) == held:
                names.fill(page, without=False)
                yield page, scored(model, page)


def written(names: Names, model: Any) -> dict[str, Any]:
    first = float(model._raw_predict_init(np.zeros((1, len(traits.NAMES))))[0, 0])
    rate = model.learning_rate
    return {
        "unknown": UNKNOWN,
        "names": dict(sorted(names.known.items())),
        "first": round(first, 4),
        "trees": [tree(stump[0].tree_, rate) for stump in model.estimators_],
    }


def tree(grown_tree: Any, rate: float, node: int = 0) -> list[Any] | float:
    if grown_tree.children_left[node] < 0:
        return round(rate * float(grown_tree.value[node, 0, 0]), 4)
    return [
        int(grown_tree.feature[node]),
        round(float(grown_tree.threshold[node]), 4),
        tree(grown_tree, rate, int(grown_tree.children_left[node])),
        tree(grown_tree, rate, int(grown_tree.children_right[node])),
    ]


def main(arguments: Sequence[str]) -> None:
    folders = [Path(name) for name in arguments if name != "--dry"]
    pages = [*sheets(folders)]
    counts = Counter(page.corpus for page in pages)
    weights = {corpus: (max(counts.values()) / count) ** 0.6 for corpus, count in counts.items()}
    for seed in SEEDS:
        rows = [*held_out(pages, weights, seed)]
        tell(f"held out, seed {seed}", [page for page, _ in rows], [row for _, row in rows])
    names, model = trained(pages, weights)
    for page in pages:
        names.fill(page, without=False)
    tell("all, learned on them", pages, [scored(model, page) for page in pages])
    if "--dry" not in arguments:
        OUT.write_text(json.dumps(written(names, model), separators=(",", ":")) + "\n", "utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
