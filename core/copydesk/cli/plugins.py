"""``copydesk plugins``."""

import click

from copydesk.cli import options

_EXAMPLE = "\b\nExamples:\n  copydesk plugins\n  copydesk plugins show rt"


@click.group(invoke_without_command=True, epilog=_EXAMPLE)
@options.config
@click.pass_context
def plugins(ctx: click.Context, config: str | None) -> None:
    """
    List the plugins, and what is wrong with them.

    A broken plugin is left out of every run and of no list.
    """
    ctx.obj = config
    if ctx.invoked_subcommand is None:
        from copydesk.cli.plugins_view import listing  # noqa: PLC0415  # heavy

        listing(config)


@plugins.command(epilog="\b\nExample:\n  copydesk plugins show rt")
@click.argument("name")
@options.config
@click.pass_context
def show(ctx: click.Context, name: str, config: str | None) -> None:
    """
    Explain one plugin: its outlets, hosts, layouts and options.

    NAME is a plugin's or an outlet's.
    """
    from copydesk.cli.plugins_view import explain  # noqa: PLC0415  # heavy

    explain(name, config or ctx.obj)
