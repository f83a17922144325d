"""UNIAN, the Ukrainian news agency: unian.net, unian.ua, unian.info."""

from collections.abc import Iterable

from copydesk import Comments, Credit, Images, Layout, Outlet, TextLayout, When, hookimpl

# A label may be glued to the title that it announces; "Видео дня" stands in English pages too.
_LABELS = r"(?:(?:Читайте також|Читайте также|Read also|Смотрите также)|(?:Відео дня|Видео дня):?$)"


class Unian(Outlet):
    """News in Russian, Ukrainian and English; printed dates are Kyiv time."""

    name = "unian"
    hosts = ("unian.net", "unian.ua", "unian.info")
    time_zone = "Europe/Kyiv"
    id_pattern = r"(?:/|-)(\d{6,8})(?:-[^/]*)?\.html$"
    layouts = (
        Layout(
            "2019",
            detect=".article .article-text",
            mark='meta[property="og:image"][content*="//images.unian.net/"]',
            headline=".article h1",
            summary=".article__like-h2",
            authors=".article__author-name",
            published=("ld:datePublished", When(".article__info-item.time", "%H:%M, %d.%m.%y", "%H:%M, %d.%m.%Y")),
            sections=".top-bredcr .breadcrumbs li a span",
            topics=".article__tags .article__tag",
            images=Images(".article figure.photo_block", caption=".subscribe_photo_text"),
            body=".article-text",
            drop=(
                ".read-also", ".read-also-slider", ".article__author--bottom", ".nts-video-wrapper",
                ".nts-video-label", ".nts-ad", ".bnr-block__bnr", ".owl-carousel", ".owl-photo", ".anchor",
                ".social-btn-bottom", ".social-likes", ".article-shares",
                rf"text:^{_LABELS}", r"text:Ctrl\+Enter$",
            ),
            end=r"^(?:Вас також можуть зацікавити новини|Вас также могут заинтересовать новости)",
        ),
        TextLayout(
            "text",
            mark=r"^\(C\)\s*UNIAN \d{4}$",
            # The dek, the caption and the caption again run together on one line.
            summary=r"^(.{1,1000}?[.!?])(?=\S)(?P<twice>[^\n]{1,500} / photo [^\n]{1,100})(?P=twice)$",
            published=When(r"^\(C\)\s*UNIAN (\d{4})$", "%Y"),
            images=Images(r"^.{1,1000}?[.!?](?=\S)(?P<twice>(?P<caption>[^\n]{1,500}) / photo (?P<credit>[^\n]{1,100}))(?P=twice)$"),
            syndication=(Credit("republished_from", r"^(\(C\)\s*(?P<party>UNIAN) \d{4})$"),),
            comments=Comments(r"^\s*(?:\d+\.|[•*◦])\s+", likes=r"^\s*Liked by (\d+) (?:people|person)$"),
            drop=(rf"^{_LABELS}",),
            end=r"^\(C\)\s*UNIAN \d{4}$",
        ),
    )  # fmt: skip


@hookimpl
def register_outlets() -> Iterable[Outlet]:
    """Hand over UNIAN."""
    return [Unian()]
