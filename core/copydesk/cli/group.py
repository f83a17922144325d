"""How every command ends: errors in a line, Ctrl-C and a reader that left without a trace."""

import os
import sys
from typing import Any, NoReturn

import click

from copydesk.errors import CopydeskError
from copydesk.printable import escaped

WRONG_USE, INTERRUPTED, NOBODY_READS = 2, 130, 141


class Group(click.Group):
    """A group whose commands may raise what copydesk raises."""

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401  # as click has it
        """Run a command; 2 for an error of ours, 130 for Ctrl-C, 141 where nobody reads on."""
        try:
            result = super().invoke(ctx)
            if sys.stdout:
                sys.stdout.flush()
        except CopydeskError as error:
            raise Wrong(str(error)) from error
        except KeyboardInterrupt:
            sys.exit(INTERRUPTED)
        except BrokenPipeError:
            _leave_quietly()
        return result


class Wrong(click.ClickException):
    """Wrong use, or an output that cannot be written."""

    exit_code = WRONG_USE

    def format_message(self) -> str:
        """Print the message as it is, its lines kept."""
        return escaped(self.message, keep="\n")


def _leave_quietly() -> NoReturn:
    # At its end the interpreter flushes standard output and would complain once more.
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    sys.exit(NOBODY_READS)
