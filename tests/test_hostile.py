"""The hostile corpus: each input ends in its right outcomes, alone and all together."""

import json
import re
import subprocess
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests import hostile_files, hostile_markup, hostile_words
from tests.hostile import Case, page

from copydesk import Article, Desk
from copydesk.ingest import edit_batch
from copydesk.outcome import Outcome
from copydesk.readers import Readers, label

CASES = (*hostile_markup.cases(), *hostile_words.cases(), *hostile_files.cases())
NEVER = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\U000e0000-\U000e007f]")
NOT_IN_A_LINE = re.compile("[\n\t\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
PARTS = re.compile("[!@:/]")
EVERY = 4


@pytest.fixture(scope="module")
def desk() -> Desk:
    return Desk()


def code_of(outcome: Outcome) -> str:
    return "article" if isinstance(outcome, Article) else outcome.code


def strings(value: object) -> Iterator[str]:
    """All words of a document, keys included."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from strings([*value.keys(), *value.values()])
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from strings(inner)


def is_tame(outcome: Outcome) -> bool:
    """Whether nothing hostile is in an outcome's letters, and it says whose it is."""
    if any(map(NEVER.search, strings(outcome.model_dump()))):
        return False
    return is_tame_article(outcome) if isinstance(outcome, Article) else bool(outcome.source)


def is_tame_article(article: Article) -> bool:
    names = [author.name for author in article.authors]
    lines = (article.headline, *names, *article.topics, *article.sections)
    within = len(article.headline) <= 1_000 and len(names) <= 50
    return (
        within
        and all(len(name) <= 200 for name in names)
        and not any(map(NOT_IN_A_LINE.search, lines))
    )


def test_enough() -> None:
    """At least 150, no two of one name, one of a hundred dear."""
    assert len({case.name for case in CASES}) == len(CASES) >= 150
    assert sum(case.is_dear for case in CASES) <= len(CASES) / 100


def params() -> list[Any]:
    """Each with a name that can be printed, the dear ones as slow."""
    return [
        pytest.param(case, id=ascii(case.name)[1:-1][:60], marks=[pytest.mark.slow] * case.is_dear)
        for case in CASES
    ]


@pytest.mark.parametrize("case", params())
def test_alone(case: Case, desk: Desk, tmp_path: Path) -> None:
    """It gives what is right, soon, and nothing hostile is left in it."""
    case.put(tmp_path)
    readers = Readers(desk.plugins, [str(tmp_path)])
    start = time.process_time()
    outcomes = edit_batch(desk, list(readers.pages([str(tmp_path)])))
    spent = time.process_time() - start
    assert case.allows([code_of(outcome) for outcome in outcomes]), outcomes[:3]
    assert all(map(is_tame, outcomes))
    assert all(case.check(outcome) for outcome in outcomes if isinstance(outcome, Article))
    assert spent < (20 if case.is_dear else 2)


def lines(file: Path) -> list[dict[str, Any]]:
    content = file.read_bytes().decode()
    assert not NEVER.search(content.replace("\n", ""))
    return [json.loads(line) for line in content.split("\n")[:-1]]


def codes_by_input(folder: Path, labels: set[str]) -> dict[str, list[str]]:
    """The outcomes that were written, by the input whose name they bear."""
    found = defaultdict(list)
    for line in lines(folder / "out.jsonl"):
        found[input_of(line["source"]["name"], labels)].append("article")
    for line in lines(folder / "rejects.jsonl"):
        found[input_of(line["source"], labels)].append(line["code"])
    return found


def input_of(source: str, labels: set[str]) -> str:
    """The input that a member, a line or a record is in."""
    ends = [len(source), *(found.start() for found in PARTS.finditer(source))]
    return next(source[:end] for end in sorted(ends, reverse=True) if source[:end] in labels)


def agrees(case: Case, codes: list[str]) -> bool:
    """Whether these are its outcomes, in the order of the two files that they were written to."""
    if any("|" in allowed for allowed in case.outcomes):
        every = {code for allowed in case.outcomes for code in allowed.split("|")}
        return len(codes) == len(case.outcomes) and every.issuperset(codes)
    return Counter(codes) == Counter(case.outcomes)


def put_all(folder: Path) -> dict[str, Case]:
    """Make all of them, and pages between them that any desk reads."""
    found = {}
    for number, case in enumerate(CASES):
        path = case.put(folder / "in")
        found[label(path.relative_to(folder))] = case
        if number % EVERY == 0:
            title = f"Ship {number} has come in"
            good = Case(f"{case.name[:100]}~{number}.html", lambda title=title: page(title=title))
            found[label(good.put(folder / "in").relative_to(folder))] = good
    return found


@pytest.mark.slow
def test_together(tmp_path: Path) -> None:
    """A run over all of them ends, every input has its outcomes, and no page between is lost."""
    cases = put_all(tmp_path)
    words = ["in", "-o", "out.jsonl", "--rejects", "rejects.jsonl", "--workers", "2"]
    command = [str(Path(sys.executable).parent / "copydesk"), "ingest", *words, "--summary", "s"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, timeout=400, check=False)  # noqa: S603
    assert done.returncode == 1, done.stderr.decode()[-2_000:]
    assert not NEVER.search(done.stderr.decode().replace("\n", ""))
    found = codes_by_input(tmp_path, set(cases))
    wrong = {name: found[name] for name, case in cases.items() if not agrees(case, found[name])}
    assert wrong == {}
    counts = Counter(code for codes in found.values() for code in codes)
    summary = json.loads((tmp_path / "s").read_text(encoding="utf-8"))
    by_code = {**summary["failures_by_code"], **summary["rejections_by_code"]}
    assert {"article": summary["articles"], **by_code} == counts
    assert summary["read"] == sum(len(case.outcomes) for case in cases.values())
    assert (summary["reconciles"], summary["is_whole"]) == (True, True)
    assert summary["passed_over"] == {"mime": 1}
