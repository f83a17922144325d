"""RT's French edition, francais.rt.com."""

from copydesk import Images, Layout

from .shared import BOXES, Edition, named, without_text


class French(Edition):
    """The French edition."""

    name = "rt-fr"
    hosts = ("francais.rt.com",)
    language = "fr"
    layouts = (
        Layout(
            "2022",
            detect=".article__text",
            mark=named("RT en Français", "francais.rt.com"),
            summary=".text__summary",
            authors=".blog-autor__name",
            published="meta:publish-date",
            sections='.breadcrumbs-item:not(:has(a[href="/"]), a[href="/"] *)',
            topics=".article__category",
            images=Images(
                ".article__cover", caption=".media__title", credit="small.media__copyright"
            ),
            body=".article__text",
            drop=(
                *BOXES,
                ".text__summary",
                r"text:^Lire aussi\s*:",
                r"text:^En savoir plus(?:\s*:|$)",
            ),
        ),
        without_text("francais.rt.com"),
    )
