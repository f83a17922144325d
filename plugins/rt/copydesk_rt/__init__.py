"""RT, the Russian state broadcaster, in its seven languages."""

from collections.abc import Iterable

from copydesk import Outlet, hookimpl

from .arabic import Arabic
from .component import German, Serbian, Spanish
from .english import English
from .french import French
from .russian import Russian


@hookimpl
def register_outlets() -> Iterable[Outlet]:
    """Hand over RT's editions."""
    return [English(), Russian(), Spanish(), German(), Serbian(), French(), Arabic()]
