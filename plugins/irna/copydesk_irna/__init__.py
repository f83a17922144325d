"""IRNA, the Iranian news agency, and the other sites of its CMS."""

from collections.abc import Iterable

from copydesk import Outlet, hookimpl

from .irna import Irna
from .saba import Saba
from .sites import Hamshahri, Ibna, Imna, Isna, KhabarOnline, Mashregh, Mehr, Shana


@hookimpl
def register_outlets() -> Iterable[Outlet]:
    """Hand over the sites, and the family for those that have no outlet of their own."""
    sites = (Irna, Mehr, Hamshahri, Mashregh, KhabarOnline, Imna, Shana, Ibna, Isna, Saba)
    return [site() for site in sites]
