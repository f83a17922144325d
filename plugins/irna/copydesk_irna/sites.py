"""Sites of the Saba family beside IRNA."""

from copydesk import Images, Layout, When

from .saba import COMMENTS, DROP, STATED, Agency, Site, mark, of


class Mehr(Agency):
    """Mehr News Agency; its English pages name authors."""

    name = "mehr"
    hosts = ("mehrnews.com",)
    layouts = of("mehrnews.com")


class Hamshahri(Agency):
    """Hamshahri Online, of Tehran's city newspaper."""

    name = "hamshahri"
    hosts = ("hamshahrionline.ir",)
    layouts = of("hamshahrionline.ir")


class Mashregh(Agency):
    """Mashregh News."""

    name = "mashregh"
    hosts = ("mashreghnews.ir",)
    layouts = of("mashreghnews.ir")


class KhabarOnline(Agency):
    """Khabar Online."""

    name = "khabaronline"
    hosts = ("khabaronline.ir",)
    layouts = of("khabaronline.ir")


class Imna(Agency):
    """IMNA, the agency of Iran's cities, in Isfahan."""

    name = "imna"
    hosts = ("imna.ir",)
    layouts = of("imna.ir")


class Shana(Agency):
    """SHANA, of the oil ministry."""

    name = "shana"
    hosts = ("shana.ir",)
    layouts = of("shana.ir")


class Ibna(Agency):
    """IBNA, the agency of books."""

    name = "ibna"
    hosts = ("ibna.ir",)
    layouts = of("ibna.ir")


class Isna(Site):
    """ISNA, the students' agency: the family's addresses and texts in a theme of its own."""

    name = "isna"
    hosts = ("isna.ir",)
    layouts = (
        Layout(
            "isna",
            detect="h1.first-title",
            mark=mark("isna.ir"),
            headline="h1.first-title",
            summary="p.summary",
            dateline="p.summary .src",
            # An id of 13 digits stands beside the date, and would be one without the format.
            published=(*STATED, When(".meta-news li .text-meta", "%d %B %Y / %H:%M")),
            sections=".meta-news li .text-meta a",
            topics="footer.tags ul li a",
            comments=COMMENTS,
            images=Images("figure.item-img", caption="figcaption"),
            body=".item-body .item-text",
            drop=DROP,
        ),
    )
