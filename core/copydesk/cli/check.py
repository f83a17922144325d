"""``copydesk check``."""

import sys

import click

from copydesk.cli import options

_EXAMPLE = """\b
Examples:
  copydesk check rt
  copydesk check rt --case 2022-sunken-bell --field published"""


@click.command(epilog=_EXAMPLE)
@click.argument("name")
@click.option("--cases", metavar="FOLDER", type=click.Path(), help="Where the cases are.")
@click.option("--case", metavar="SLUG", help="Try this case alone.")
@click.option("--field", metavar="NAME", help="Try this field or check alone.")
@options.config
def check(
    name: str, cases: str | None, case: str | None, field: str | None, config: str | None
) -> None:
    """
    Try a plugin on its cases, the conformance suite.

    Exit code 0: all passed; 1: something failed, or there is no case; 2: wrong use.
    """
    from copydesk.conformance.command import run  # noqa: PLC0415  # heavy

    sys.exit(run(name, cases=cases, case=case, field=field, config=config))
