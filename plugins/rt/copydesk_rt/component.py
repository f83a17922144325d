"""The editions whose classes are named after components: Spanish, German and Serbian."""

import re
from dataclasses import replace

from copydesk import Images, Layout, Page

from . import english
from .shared import Edition, named, without_text
from .text import text_layout

_VIEW = Layout(
    "view",
    detect=".ViewText-root",
    headline="h1.HeadLine-type_2",
    summary=".p-24 .Text-type_1",
    published=("meta:publish-date", ".Timestamp-default:not(aside *) @datetime"),
    sections=(
        '.Breadcrumbs-item:not(:has(a[href="/"])) span',
        '.RTLink-breadcrumb:not([href="/"])',
    ),
    topics=".Tags-link",
    images=(
        Images(":has(> .Cover-image)", caption=".Cover-caption", credit=".Cover-source"),
        Images(":has(> .RTImage-image)", caption=".RTImage-caption", credit=".RTImage-source"),
    ),
    body=".ViewText-root",
    drop=(
        ".RTImage-caption", ".RTImage-source",
        ".ReadMore-root", ".TwitterEmbed", ".YouTubeEmbed", ".TelegramEmbed", ".VkEmbed",
        "[class*=EmbedBlock-]", ".author-simple-card",
    ),
)  # fmt: skip
_ARTICLE_VIEW = replace(
    _VIEW,
    name="article-view",
    detect=".ArticleView-text",
    headline=".ArticleView-title",
    summary=".ArticleView-summary",
    body=".ArticleView-text",
)


def _layouts(mark: str, *drop: str, authors: str | None = None) -> tuple[Layout, ...]:
    """Give both with an edition's own mark and labels."""
    return tuple(
        replace(layout, mark=mark, drop=(*layout.drop, *drop), authors=authors)
        for layout in (_VIEW, _ARTICLE_VIEW)
    )


_COMMENTS, _LIVE = r"^(?:\d+ )?[Cc]omentarios?$", r"^RT en Español en vivo\b"


class Spanish(Edition):
    """The Spanish edition."""

    name = "rt-es"
    hosts = ("actualidad.rt.com", "actualidad-rt.com", "esrt.space")
    language = "es"
    layouts = (
        *_layouts(
            named("RT en Español", "actualidad.rt.com"),
            r"text:^Publicado:",
            f"text:{_COMMENTS}",
            f"text:{_LIVE}",
        ),
        without_text("actualidad.rt.com"),
        text_layout("Publicado", mark=_LIVE, drop=(_COMMENTS, _LIVE)),
    )


_BYLINE = re.compile(r"^[Vv]on(?P<names>(?: (?:(?:und|von|der) )?[A-ZÄÖÜ][\w.’-]*,?)*)(?: und)?$")
_GERMAN = (f"text:{_BYLINE.pattern}", r"text:^Mehr zum Thema\s*[–:-]")


class German(Edition):
    """The German edition, which in 2020 still looked like the English one."""

    name = "rt-de"
    hosts = ("deutsch.rt.com", "de.rt.com", "rtde.live", "freedert.online", "dert.online")
    language = "de"
    layouts = (
        *_layouts(named("RT DE", "de.rt.com"), *_GERMAN),
        replace(
            english.PRESENT,
            name="2020",
            mark=named("RT Deutsch", "deutsch.rt.com"),
            published=("meta:publish-date", ".article__date .date"),
            drop=(*english.PRESENT.drop, *_GERMAN),
        ),
        without_text("deutsch.rt.com", "de.rt.com"),
    )

    def authors(self, page: Page) -> list[str] | None:
        """Read the byline "von NAME", which is set apart in the text's first paragraph."""
        css = ".ViewText-root p, .ArticleView-text p, .article__text p"
        first = None if page.is_text else page.tree.css_first(css)
        note = first.css_first("em") if first else None
        found = _BYLINE.match(page.soup(note).get_text(" ", strip=True)) if note else None
        return [found["names"]] if found else None


class Serbian(Edition):
    """The Serbian edition, in Cyrillic and in Latin letters."""

    name = "rt-sr"
    hosts = ("rt.rs",)
    language = "sr"
    layouts = (
        *_layouts(named("RT Balkan", "rt.rs"), authors=".author-simple-card__title"),
        without_text("rt.rs", "lat.rt.rs"),
    )
