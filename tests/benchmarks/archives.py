"""
How fast a WARC file of news pages is read by copydesk, news-please and fundus, whichever are installed.

    python tests/benchmarks/archives.py FILE.warc.gz
    python tests/benchmarks/archives.py FILE.warc.gz --json

Each reads the file as its own crawler of CC-NEWS does, in one process, from its first byte to its
last article. Fundus passes over records without digests and hosts that it does not know, so a fair
file holds pages of those. ``pages`` are the responses that one looked at.
"""

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import click

Counts = tuple[int, int]
"""Pages that were looked at, and articles that came of them."""


def copydesk(file: Path) -> Counts:
    """Read and edit as ``copydesk ingest --workers 0`` does."""
    package, readers = import_module("copydesk"), import_module("copydesk.readers")
    desk, pages, articles = package.Desk(), 0, 0
    for page in readers.Readers(desk.plugins, None).pages([str(file)]):
        outcome = desk.edit(page) if isinstance(page, package.Page) else page
        pages, articles = pages + 1, articles + isinstance(outcome, package.Article)
    return pages, articles


def newsplease(file: Path) -> Counts:
    """Read and extract as its ``CommonCrawlExtractor`` does."""
    extract = import_module("newsplease").NewsPlease.from_warc
    records = import_module("warcio.archiveiterator").ArchiveIterator
    pages = articles = 0
    with file.open("rb") as stream:
        for record in records(stream):
            if record.rec_type == "response":
                pages += 1
                with suppress(Exception):  # as ``continue_after_error`` has it
                    article = extract(record, decode_errors="replace", fetch_images=False)
                    articles += bool(article.maintext)
    return pages, articles


def fundus(file: Path) -> Counts:
    """Read by its ``CCNewsSource``, which takes an address, and parse by the publisher's parser."""
    collection = import_module("fundus").PublisherCollection
    source = import_module("fundus.scraping.html").CCNewsSource
    publishers = {publisher.name: publisher for publisher in collection}
    pages = articles = 0
    with _served(file) as address:
        for page in source(*publishers.values(), warc_path=address).fetch():
            parser = publishers[page.source_info.publisher].parser(page.crawl_date)
            fields = parser.parse(page.content, "suppress")
            pages, articles = pages + 1, articles + bool(fields.get("body"))
    return pages, articles


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing of what is served."""


@contextmanager
def _served(file: Path) -> Iterator[str]:
    """Serve a file's folder on this machine alone."""
    handler = partial(_Quiet, directory=str(file.resolve().parent))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/{file.name}"
        server.shutdown()


_CONTENDERS: dict[str, tuple[str, Callable[[Path], Counts]]] = {
    "copydesk": ("copydesk", copydesk),
    "newsplease": ("news-please", newsplease),
    "fundus": ("fundus", fundus),
}
"""By the module's name: the distribution, and its way."""


def measured(file: Path, rounds: int) -> Iterator[dict[str, Any]]:
    """Measure whoever is installed; the best round counts."""
    for module, (name, read) in _CONTENDERS.items():
        if find_spec(module) is None:
            continue
        times = []
        for _ in range(rounds):
            start = time.perf_counter()
            pages, articles = read(file)
            times.append(time.perf_counter() - start)
        yield {
            "name": name,
            "version": _version(name),
            "pages": pages,
            "articles": articles,
            "pages_per_second": pages / min(times),
        }


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:  # a source folder on the path
        return "?"


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--rounds", default=2, show_default=True, type=click.IntRange(min=1))
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def main(file: Path, rounds: int, as_json: bool) -> None:
    """Measure reading a WARC file."""
    rows = [*measured(file, rounds)]
    if as_json:
        click.echo(json.dumps(rows, indent=2))
        return
    for row in rows:
        click.echo(
            f"{row['name']:<12} {row['version']:<9} {row['pages']:>6} pages"
            f" {row['articles']:>6} articles {row['pages_per_second']:>8.1f} pages/s"
        )


if __name__ == "__main__":
    main()
