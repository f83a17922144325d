"""Whose page it is and where it is from: the outlet, the addresses, the input, the article's id."""

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from copydesk.draft import Draft
from copydesk.extract.context import Context
from copydesk.extract.found import Found, Trace
from copydesk.outlet import AnyLayout, Outlet
from copydesk.schema import Source, article_id, clean_text

if TYPE_CHECKING:
    from copydesk.schema.parts import AddressFrom


def identify(draft: Draft, context: Context, outlet: Outlet, layout: AnyLayout | None) -> None:
    """
    Write ``outlet``, ``url``, ``canonical_url``, ``source`` and ``id`` into a draft.

    What the page claims as its address is its own only where a layout of the outlet confirms it.
    """
    page = context.page
    canonical = None if page.is_text else page.canonical_url
    origin: AddressFrom | None = page.address_from if page.url else None
    url = page.url
    if url is None and canonical and layout is not None and outlet.hosts:
        url, origin = canonical, "canonical"
    draft.values.update(outlet=outlet.name, url=url, canonical_url=canonical)
    if canonical:
        draft.put("canonical_url", Found(canonical, _canonical_trace(context, canonical)))
    name = clean_text(page.source or page.url or "") or f"sha256:{page.sha256}"
    draft.values["source"] = Source(
        name=name, sha256=page.sha256, fetched=page.fetched, address_from=origin
    )
    draft.values["id"] = article_id(
        outlet=outlet.name, native=_native(outlet, url), url=url, sha256=page.sha256
    )


def _native(outlet: Outlet, url: str | None) -> str | None:
    """Give the outlet's own number of the article, as its address has it."""
    if not (outlet.id_pattern and url):
        return None
    found = re.search(outlet.id_pattern, urlsplit(url).path)
    return found[1] if found else None


def _canonical_trace(context: Context, canonical: str) -> Trace:
    """Say which link, or else that the meta tag, names the canonical address."""
    page = context.page
    for link in page.canonical_links:
        if page.join(link.attributes.get("href") or "") == canonical:
            return Trace("css", f"{context.paths.of(link)} @href", canonical)
    return Trace("meta", "og:url", canonical)
