"""WordPress and other blogs."""

from collections.abc import Iterable

from copydesk import Outlet, hookimpl

from .builders import BUILDERS
from .platforms import PLATFORMS
from .wordpress import WORDPRESS


class Blog(Outlet):
    """A family of sites: a claim is weak, the site's own plugin wins."""

    name = "blog"
    is_family = True
    # WordPress comes last, its layouts are the most general.
    layouts = (*BUILDERS, *PLATFORMS, *WORDPRESS)


@hookimpl
def register_outlets() -> Iterable[Outlet]:
    """Hand over the blogs."""
    return [Blog()]
