"""The command line: each command loads what it needs when it runs."""

import os
import sys
from io import TextIOWrapper
from pathlib import Path

import click

from copydesk.cli.case import case
from copydesk.cli.check import check
from copydesk.cli.group import Group
from copydesk.cli.ingest import ingest
from copydesk.cli.plugins import plugins
from copydesk.cli.schema import schema
from copydesk.cli.show import show
from copydesk.cli.which import which

__all__ = ["copydesk", "main"]


@click.group(
    cls=Group,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="\b\nExample:\n  copydesk ingest seeds/ -o articles.jsonl",
)
@click.version_option(package_name="copydesk")
def copydesk() -> None:
    """Turn news pages of any outlet into one clean, typed, evidenced Article."""


for command in (ingest, show, which, plugins, check, case, schema):
    copydesk.add_command(command)


def main() -> None:
    """Run the command that the arguments name."""
    if sys.stderr is None:  # closed by who started us: nobody is to be told anything
        sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115  # for good
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    copydesk(prog_name="copydesk")
