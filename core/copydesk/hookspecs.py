"""The whole contract between copydesk and its plugins: five hooks, all optional."""

from collections.abc import Iterable

import pluggy
from pydantic import BaseModel

from copydesk.outlet import Outlet
from copydesk.page import Page
from copydesk.schema import Article
from copydesk.streams import Reader, Sink

GROUP = "copydesk"
"""The entry-point group that plugins are found by; a plugin's name is its entry point's name."""

hookspec = pluggy.HookspecMarker(GROUP)
hookimpl = pluggy.HookimplMarker(GROUP)


@hookspec
def plugin_options() -> type[BaseModel]:  # type: ignore[empty-body]
    """
    Say which options plugins.toml may set for this plugin.

    Called once per process, before every other hook of the plugin. ``options`` of its section is
    validated by this model; a plugin without the hook has no options.

    Returns:
        A pydantic model class whose every field has a default. Unknown keys are refused whatever
        the model's own ``extra`` says.

    Raises:
        Anything raised here leaves out this plugin only; it is reported by name and version.
        Options that do not validate are an error in plugins.toml, named by file and key.
    """


@hookspec
def register_outlets(options: BaseModel | None) -> Iterable[Outlet]:  # type: ignore[empty-body]
    """
    Hand over the outlets that this plugin covers.

    Called once per process, before the first page. Must not touch the network. An implementation
    that has no use for ``options`` leaves the parameter out.

    Args:
        options: The validated model of ``plugin_options``; None for a plugin without that hook.

    Returns:
        One instance per outlet, usually exactly one. ``hosts`` are lower-case and without ``www.``;
        they cover their subdomains. Two outlets with one host are a tie, decided as for claims and
        shown by ``copydesk which``.

    Raises:
        Anything raised here leaves out this plugin only; it is reported by name and version.
    """


@hookspec
def register_readers(options: BaseModel | None) -> Iterable[Reader]:  # type: ignore[empty-body]
    """
    Hand over readers of further kinds of input.

    Called once per process, before the first input. Must not touch the network.

    Args:
        options: The validated model of ``plugin_options``; may be left out.

    Returns:
        Readers; the first that accepts an input reads it, the core's own come last.

    Raises:
        Anything raised here leaves out this plugin only; it is reported by name and version.
    """


@hookspec
def register_sinks(options: BaseModel | None) -> Iterable[Sink]:  # type: ignore[empty-body]
    """
    Hand over sinks for further kinds of output.

    Called once per process, before the first output is opened.

    Args:
        options: The validated model of ``plugin_options``; may be left out.

    Returns:
        Sinks; the first that accepts an output's name writes it, the core's own come last.

    Raises:
        Anything raised here leaves out this plugin only; it is reported by name and version.
    """


@hookspec
def refine_article(article: Article, page: Page, options: BaseModel | None) -> Article | None:
    """
    Correct any outlet's article after it was read and before it is judged.

    Called once for every article, plugin by plugin in the order of plugins.toml, each getting the
    result of the one before. The page must be left as it is.

    Args:
        article: The frozen article; make a changed one by ``article.model_copy(update={…})``.
        page: The page it was read from.
        options: The validated model of ``plugin_options``; may be left out.

    Returns:
        The corrected article, or None to leave it as it is. It is validated again.

    Raises:
        Anything raised here leaves the article as it was, with the warning ``plugin_error``.
    """
