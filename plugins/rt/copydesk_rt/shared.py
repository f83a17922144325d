"""What RT's editions have in common."""

from copydesk import Layout, Outlet

BOXES = (
    ".read-more", ".read-more__link", ".read-more__footer", ".read-more-big", ".article__read-more",
    ".Read-more-text-only", ".read-more-text-only", ".article__share", ".article__short-url",
    ".short-url", "[id*=taboola]", "[class*=mixi]", "[id*=tolstoycomments]",
)  # fmt: skip
"""Boxes of links, sharing and advertising that stand within a text."""

_LIST = 'head:has(> meta[property="og:type"][content="website"]) > '
_CANONICAL = 'link[rel="canonical"][href*="//{}/"]'


class Edition(Outlet):
    """One edition of RT; a mirror serves its pages under another host."""

    id_pattern = r"/(\d{4,})-[^/]+/?(?:amp/?)?$"


def named(site: str, host: str) -> str:
    """Give the mark of an edition: the name that a page gives the site, or its own address."""
    return f'meta[property="og:site_name"][content="{site}"], {_CANONICAL.format(host)}'


def without_text(*hosts: str, folders: tuple[str, ...] = ()) -> Layout:
    """Give the layout of pages that are no articles: lists, and what stands in some folders."""
    lists = [_LIST + _CANONICAL.format(host) for host in hosts]
    others = [_CANONICAL.format(f"{host}/{folder}") for host in hosts for folder in folders]
    return Layout("without-text", detect=", ".join((*lists, *others)), body=())
