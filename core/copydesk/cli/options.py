"""Options that several commands have."""

import click

config = click.option(
    "--config",
    metavar="FILE",
    type=click.Path(),
    help="Settings of plugins, instead of the plugins.toml that is looked for.",
)
address = click.option(
    "--url", metavar="URL", help="The page's address, which a saved page rarely knows."
)
