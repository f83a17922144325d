"""``copydesk check``."""

import sys
from typing import Any

import click

from copydesk.cli import options

_EXAMPLE = """\b
Examples:
  copydesk check rt
  copydesk check rt --case 2022-sunken-bell --field published
  copydesk check --all --json > report.jsonl"""


@click.command(epilog=_EXAMPLE)
@click.argument("names", nargs=-1, metavar="[NAME]...")
@click.option("--all", "every", is_flag=True, help="Try every plugin that is installed.")
@click.option("--cases", metavar="FOLDER", type=click.Path(), help="Where the cases are.")
@click.option("--case", metavar="SLUG", help="Try this case alone.")
@click.option("--field", metavar="NAME", help="Try this field or check alone.")
@click.option("--json", "as_json", is_flag=True, help="Print a JSON object for each test.")
@options.config
def check(names: tuple[str, ...], **how: Any) -> None:  # noqa: ANN401  # as run takes them
    """
    Try plugins on their cases, the conformance suite.

    Exit code 0: all passed; 1: something failed, or there is no case; 2: wrong use.
    """
    from copydesk.conformance.command import run  # noqa: PLC0415  # heavy

    sys.exit(run(names, **how))
