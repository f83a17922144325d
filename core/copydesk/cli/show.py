"""``copydesk show``."""

import sys

import click

from copydesk.cli import options


@click.command(
    epilog="\b\nExample:\n  copydesk show page.html --url https://www.example.com/news/1"
)
@click.argument("file", type=click.Path())
@options.address
@options.config
def show(file: str, url: str | None, config: str | None) -> None:
    """
    Print one article, each field with its evidence.

    FILE is read as by ingest, - is standard input. Long selectors are cut; ingest writes them whole.
    For a page that is no article it says why. Exit code 1 for a failure.
    """
    from copydesk.cli.article_view import view  # noqa: PLC0415  # heavy

    sys.exit(view(file, url, config))
