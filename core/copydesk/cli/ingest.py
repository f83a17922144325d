"""``copydesk ingest``."""

import os
import sys
from contextlib import ExitStack
from typing import Any

import click

from copydesk.cli import options

_EXAMPLE = """\b
Examples:
  copydesk ingest seeds/ -o articles.jsonl
  copydesk ingest pages/ more.html.gz -o news.db --rejects rejects.jsonl
  copydesk ingest crawl.warc.gz -o news.jsonl --host example.com --status 200 --workers 8
  copydesk ingest pages/ -o articles.jsonl --resume
  find pages/ -name '*.html' -print0 | copydesk ingest --paths-from - -o articles.jsonl
  curl -s https://www.example.com/news/1 | copydesk ingest - | jq .headline"""


@click.command(epilog=_EXAMPLE)
@click.argument("paths", nargs=-1, metavar="PATH...", type=click.Path(readable=False))
@click.option(
    "--paths-from",
    metavar="FILE",
    type=click.Path(),
    help="Read paths from a file too, one a line or ended by NUL; - for standard input.",
)
@click.option(
    "-o",
    "--output",
    "target",
    default="-",
    metavar="TARGET",
    help="FILE.jsonl, FILE.db (SQLite) or FOLDER/ (Markdown); JSON Lines to standard output "
    "without it.",
)
@click.option(
    "--rejects",
    metavar="FILE",
    type=click.Path(),
    help="Keep what was no article, and why, as JSON Lines.",
)
@click.option("--force", is_flag=True, help="Replace an output that exists.")
@click.option(
    "--update",
    is_flag=True,
    help="Go on with an SQLite database: replace what has changed, keep what it was.",
)
@click.option(
    "--resume", is_flag=True, help="Go on with a run that was ended; begin where none was."
)
@click.option("--strict", is_flag=True, help="Exit with 1 for a rejection too.")
@click.option(
    "--workers",
    metavar="N",
    type=click.IntRange(0, 1_000),
    help="Processes that edit, one a core without it; 0 edits in this one, without limits of "
    "time and memory.",
)
@click.option("--unordered", is_flag=True, help="Write outcomes as they come: no page waits.")
@click.option(
    "--page-timeout",
    metavar="SECONDS",
    type=click.FloatRange(0.1, 3_600),
    default=20.0,
    help="End a page that takes longer: 20.",
)
@click.option(
    "--worker-memory",
    metavar="MIB",
    type=click.IntRange(256, 2**20),
    default=1024,
    help="What a worker may have at most: 1024.",
)
@click.option(
    "--shard", metavar="I/N", help="Read only the I-th of N parts of the inputs, counted from 1."
)
@click.option(
    "--host", "hosts", metavar="HOST", multiple=True, help="Of archives, only pages of this host."
)
@click.option(
    "--mime",
    "media_types",
    metavar="TYPE",
    multiple=True,
    help="Of archives, only pages of this media type; HTML without it.",
)
@click.option(
    "--status",
    "statuses",
    metavar="CODE",
    multiple=True,
    help="Of archives, only pages of this HTTP status: 200, 2xx.",
)
@options.address
@click.option("--summary", metavar="FILE", type=click.Path(), help="Write the counts as JSON.")
@click.option(
    "--report", metavar="FILE", type=click.Path(), help="Write a page about the run, as HTML."
)
@click.option(
    "--log-json", is_flag=True, help="Print what goes on as JSON Lines to standard error."
)
@options.config
def ingest(**words: Any) -> None:  # noqa: ANN401  # one for each option, as ``Job`` has them
    """
    Read pages and write articles.

    PATH is a file (HTML or text, gzip or not), an archive (WARC, zip, tar, MHTML), a folder, or -
    for standard input. Every page ends as an article, a rejection (it is none, and why) or a
    failure (nobody can tell, and why); a summary that accounts for all of them goes to standard
    error.

    Exit code 0: done; 1: some page failed; 2: wrong use, or the output cannot be written; 3: the
    counts do not reconcile; 130: interrupted.
    """
    if not words["paths"] and not words["paths_from"]:
        raise click.MissingParameter(param_hint="'PATH...'", param_type="argument")
    words["workers"] = _cores() if words["workers"] is None else words["workers"]
    with ExitStack() as stack:
        if words["workers"]:  # it loads what it needs while this process does the same
            from copydesk.ingest.guard import Child  # noqa: PLC0415  # light, but not for Windows

            words["first"] = child = Child()
            stack.callback(child.kill)
        from copydesk.cli.job import Job  # noqa: PLC0415  # heavy

        sys.exit(Job(**words).run())


def _cores() -> int:
    if sys.platform == "win32":  # its pipes cannot be waited for
        return 0
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # not on this system
        return os.cpu_count() or 1
