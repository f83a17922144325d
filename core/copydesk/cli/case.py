"""``copydesk case``."""

import sys

import click

from copydesk.cli import options

_CASE = """\b
Examples:
  copydesk case add saved.html --plugin rt
  copydesk case review 2022-sunken-bell --plugin rt"""
_ADD = """\b
Examples:
  copydesk case add saved.html --plugin rt --url https://www.rt.com/news/1-x/
  copydesk case add saved.txt --plugin irna --outlet mehr --slug 2022-kites-text"""
_REVIEW = """\b
Examples:
  copydesk case review 2022-sunken-bell --plugin rt
  copydesk case review 2022-sunken-bell --plugin rt --html review.html"""
_UPDATE = """\b
Examples:
  copydesk case update 2022-sunken-bell --field published"""
_SYNTHESISE = """\b
Examples:
  copydesk case synthesise saved.html -o page.html
  copydesk case synthesise saved.html --keep "Also on RT.com" > page.html"""

_plugin = click.option(
    "--plugin", metavar="NAME", help="Whose case; needed where two have one slug."
)
_cases = click.option("--cases", metavar="FOLDER", type=click.Path(), help="Where the cases are.")
_force = click.option("--force", is_flag=True, help="Replace an output that exists.")


@click.group(epilog=_CASE)
def case() -> None:
    """
    Make, review and renew the cases that prove a plugin.

    A case is a folder: a saved page, what is known of it, and what it must become.
    """


@case.command(epilog=_ADD)
@click.argument("file", type=click.Path())
@click.option("--plugin", required=True, metavar="NAME", help="Whose case it is.")
@click.option("--outlet", metavar="NAME", help="Of a plugin with several, the one.")
@options.address
@click.option("--fetched", metavar="MOMENT", help="When it was saved: 2022-01-07T16:24Z.")
@click.option(
    "--slug", metavar="SLUG", help="The folder's name; made from the headline without it."
)
@click.option("--origin", metavar="WORDS", help="Where the page comes from and who made it.")
@click.option("--note", metavar="WORDS", help="What the case is for.")
@click.option("--cases", metavar="FOLDER", type=click.Path(), help="Where cases go.")
@click.option("--gzip", "is_packed", is_flag=True, help="Store a large page as gzip.")
@options.config
def add(file: str, **given: str | bool | None) -> None:
    """
    Store a page as a case, with a draft of what becomes of it.

    FILE is read as by ingest, and stored byte for byte. Cases go to the folder of the plugin's
    other cases, else beside the pyproject.toml that declares it, else to ./cases.
    """
    from copydesk.cli.case_adding import Adding  # noqa: PLC0415  # heavy

    sys.exit(Adding.of(file, **given).run())


@case.command(epilog=_REVIEW)
@click.argument("slug", required=False)
@_plugin
@click.option("--html", metavar="FILE", type=click.Path(), help="Show it in one static HTML file.")
@_cases
@_force
@options.config
def review(  # noqa: PLR0913, PLR0917  # one for each option
    slug: str | None,
    plugin: str | None,
    html: str | None,
    cases: str | None,
    force: bool,
    config: str | None,
) -> None:
    """
    Show a case's page and fields side by side, and ask.

    At a terminal each field is asked for: is it right?
    When every answer is yes, the case is reviewed; this is the one way to it. With --html the file
    shows, and the terminal asks all the same. Without a terminal nothing is asked and nothing
    changed. Without SLUG every draft is shown in turn.

    Exit code 0: shown, or accepted; 1: a field was not accepted, so that the case is a draft.
    """
    from copydesk.cli.case_review import run  # noqa: PLC0415  # heavy

    sys.exit(run(slug, plugin, html, cases, config, force=force))


@case.command(epilog=_UPDATE)
@click.argument("slug")
@click.option("--field", required=True, metavar="NAME", help="The one field to write.")
@_plugin
@click.option("--yes", "is_sure", is_flag=True, help="Write without asking.")
@_cases
@options.config
def update(  # noqa: PLR0913, PLR0917  # one for each option
    slug: str,
    field: str,
    plugin: str | None,
    is_sure: bool,
    cases: str | None,
    config: str | None,
) -> None:
    """
    Read a case's page again and write one field of article.json.

    The difference is shown first. The other fields stay; the case is a draft again, and must be
    reviewed. Without a terminal and without --yes nothing is written.

    Exit code 0: written, or nothing to write; 1: not written.
    """
    from copydesk.cli.case_update import run  # noqa: PLC0415  # heavy

    sys.exit(run(slug, field, plugin, cases, config, is_sure=is_sure))


@case.command(epilog=_SYNTHESISE)
@click.argument("file", type=click.Path())
@click.option(
    "-o", "--output", "target", default="-", metavar="FILE", help="Standard output without it."
)
@options.address
@click.option(
    "--keep", multiple=True, metavar="WORDS", help="Words that must stay; may be repeated."
)
@_force
@options.config
def synthesise(  # noqa: PLR0913, PLR0917  # one for each option
    file: str, target: str, url: str | None, keep: tuple[str, ...], force: bool, config: str | None
) -> None:
    """
    Replace a page's prose, names and pictures by filler.

    So its layout can be public.
    Tags, classes, attributes, digits, dates and hosts stay, and words that a rule of copydesk or
    of a plugin looks for. Scripts but linked data, style sheets and comments are emptied. Look
    through the result before you publish it: what stands in classes, ids and hosts is kept.

    Exit code 0: it is read as the page was; 1: written, but read otherwise, which is said.
    """
    from copydesk.cli.case_synthesis import run  # noqa: PLC0415  # heavy

    sys.exit(run(file, target, url, keep, config, force=force))
