"""``copydesk ingest``."""

import sys

import click

from copydesk.cli import options

_EXAMPLE = """\b
Examples:
  copydesk ingest seeds/ -o articles.jsonl
  copydesk ingest pages/ more.html.gz -o news.db --rejects rejects.jsonl
  curl -s https://www.example.com/news/1 | copydesk ingest - | jq .headline"""


@click.command(epilog=_EXAMPLE)
@click.argument("paths", nargs=-1, required=True, metavar="PATH...", type=click.Path())
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
@click.option("--strict", is_flag=True, help="Exit with 1 for a rejection too.")
@options.config
def ingest(  # noqa: PLR0913, PLR0917  # one for each option
    paths: tuple[str, ...],
    target: str,
    rejects: str | None,
    force: bool,
    strict: bool,
    config: str | None,
) -> None:
    """
    Read pages and write articles.

    PATH is a file (HTML or text, gzip or not), a folder, or - for standard input. Every page ends
    as an article, a rejection (it is none, and why) or a failure (nobody can tell, and why); a
    summary that accounts for all of them goes to standard error.

    Exit code 0: done; 1: some page failed; 2: wrong use, or the output cannot be written; 3: the
    counts do not reconcile; 130: interrupted.
    """
    from copydesk.cli.job import Job  # noqa: PLC0415  # heavy

    sys.exit(Job(paths, target, rejects, config, force=force, strict=strict).run())
