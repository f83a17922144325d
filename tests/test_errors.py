"""copydesk.errors."""

import pickle

import pytest

from copydesk import errors
from copydesk.errors import (
    CopydeskError,
    LayoutError,
    PluginError,
    Refused,
    SettingsError,
    UsageError,
)

ONE_OF_EACH = (
    Refused("too_deep", "limits", "2,001 levels; at most 2,000 are read"),
    PluginError("unian", "1.2", "does not import: no module named x"),
    LayoutError("unian", "2019", "published", "'[[' is no selector"),
    SettingsError("plugins.toml", "ordr", "is no key", "order"),
    UsageError("out.jsonl exists; --force overwrites it"),
)


@pytest.mark.parametrize("error", ONE_OF_EACH, ids=lambda error: type(error).__name__)
def test_every_error_survives_the_way_between_processes(error: CopydeskError) -> None:
    """Pages are read in worker processes: an error comes back with all that it says."""
    back = pickle.loads(pickle.dumps(error))  # noqa: S301  # our own bytes
    assert type(back) is type(error)
    assert str(back) == str(error)
    assert vars(back) == vars(error)


def test_messages_say_what_and_where() -> None:
    """A message names the place, the fault, and a way out where one is known."""
    assert [str(error) for error in ONE_OF_EACH] == [
        "too_deep: 2,001 levels; at most 2,000 are read",
        "plugin unian 1.2: does not import: no module named x",
        "unian / 2019 / published: '[[' is no selector",
        "plugins.toml: ordr: is no key; did you mean 'order'?",
        "out.jsonl exists; --force overwrites it",
    ]


def test_what_is_not_known_leaves_no_trace_in_a_message() -> None:
    """A plugin without version, an outlet without layout, a file without key."""
    assert str(PluginError("mine", None, "raised KeyError")) == "plugin mine: raised KeyError"
    assert str(LayoutError("unian", None, None, "has no name")) == "unian: has no name"
    assert str(SettingsError("p.toml", None, "is no TOML")) == "p.toml: is no TOML"


def test_the_tree_in_the_docstring_is_the_tree() -> None:
    """The module opens with every error it defines, each once."""
    listed = [name for name in errors.__all__ if errors.__doc__ and name in errors.__doc__]
    assert sorted(listed) == sorted(errors.__all__)
    assert all(issubclass(getattr(errors, name), CopydeskError) for name in errors.__all__)
