"""Saba, the CMS of IRNA and some fifty other Iranian sites: what their pages have in common."""

from dataclasses import replace

from copydesk import Claim, Comments, Images, Layout, Outlet, Page, When
from copydesk.schema import Party, clean_line

# What the shape of a page alone claims, at most.
_SHAPE = 0.5
_LONGEST = 100

STATED = ("meta:article:published_time", "ld:datePublished")
COMMENTS = Comments(".comments-list li", text=".comment-body", author=".author", published=".date")
# What desks put into and after their texts: links to others, the desk's code, "end of message".
DROP = (
    ".related-items",
    ".item-boxes",
    r"text:^(?:بیشتر(?: بخوانید)?|[إا]قرأ أيضا?ً?ا?|Read (?:more|also))\s*(?::|$)",
    r"text:^Follow us on (?:Twitter|X) @\w+$",
    r"text:^\W*(?:\d{5,}|\d+(?:\*\*|/)\d{3,}|انته[یىي]|انتها[یي] پ[یي]ام)[\W\d]*$",
)
_PHOTO = "*:is(#photo, #photos)"
_ITEM = Layout(
    "saba",
    detect=f"#item .item-text, {_PHOTO} .item-text p",
    headline=".item-title h1.title",
    summary=".item-summary p.summary",
    authors=".item-author span",
    # The hidden print header has a date too, and stands first.
    published=(*STATED, When(".item-header .item-date span")),
    sections=".item-nav .breadcrumb li a",
    topics="section.tags li a[rel=tag]",
    comments=COMMENTS,
    images=(
        Images(".item-summary figure.item-img", caption="figcaption"),
        Images("section.photoGall li a", caption="figcaption"),
        Images(".gallery figure", caption="figcaption"),
    ),
    body=".item-body .item-text",
    drop=DROP,
)
# A photo story without a text of its own has its lead for a body; without a lead it is a gallery.
_PHOTO_STORY = replace(
    _ITEM, name="photo", detect=_PHOTO, summary=(), body=".item-summary p.introtext", drop=()
)
_FAMILY = (_ITEM, _PHOTO_STORY)


class Site(Outlet):
    """A site of the family: its clock and its addresses."""

    time_zone = "Asia/Tehran"
    id_pattern = r"/(?:[Nn]ews|photo|video)/(\d+)(?:/|$)"

    def claim(self, page: Page) -> Claim | None:
        """Claim no page by its shape, which fifty sites have."""
        claim = super().claim(page)
        return claim if claim and (self.is_family or claim.confidence > _SHAPE) else None


class Agency(Site):
    """A site in the family's own theme; it states its name, its host and ``layouts = of(host)``."""

    def authors(self, page: Page) -> list[Party] | None:
        """Tell a photo story's photographer; who wrote a text is for the layout to say."""
        nodes = [] if page.is_text else page.tree.css(f"{_PHOTO} .item-author span")
        names = [name for node in nodes if (name := clean_line(node.text()[:_LONGEST]))]
        return [Party(name=name, kind="person", role="photographer") for name in names] or None


class Saba(Agency):
    """Any site of the family that has no outlet of its own."""

    name = "saba"
    is_family = True
    layouts = _FAMILY


def of(host: str, *marks: str) -> tuple[Layout, ...]:
    """Give the family's layouts with what names one site: its host, and CSS of its own."""
    return tuple(replace(layout, mark=mark(host, *marks)) for layout in _FAMILY)


def mark(host: str, *marks: str) -> str:
    """Give CSS that finds a site's pictures, its short link, or a mark of its own."""
    pictures = f'meta[property="og:image"][content*=".{host}/d/"]'
    short_link = f'.short-link-container input[value*="{host}/x"]'
    return ", ".join((pictures, short_link, *marks))
