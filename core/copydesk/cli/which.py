"""``copydesk which``."""

import sys

import click

from copydesk.cli import options

_EXAMPLE = """\b
Examples:
  copydesk which page.html
  copydesk which https://www.example.com/news/1"""


@click.command(epilog=_EXAMPLE)
@click.argument("page", metavar="FILE-OR-URL")
@options.address
@options.config
def which(page: str, url: str | None, config: str | None) -> None:
    """
    Say who claims a page, how surely, and why.

    The first one reads the page. An address is not fetched: only what it says by itself counts.
    """
    from copydesk.cli.claims_view import view  # noqa: PLC0415  # heavy

    sys.exit(view(page, url, config))
