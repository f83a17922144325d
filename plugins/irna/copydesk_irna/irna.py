"""IRNA in all its editions and times."""

from copydesk import Credit, Images, Layout, TextLayout, When

from .saba import DROP, Agency, of


class Irna(Agency):
    """Dates of the Persian edition are Jalali; printed times are Tehran's in all."""

    name = "irna"
    hosts = ("irna.ir",)
    layouts = (
        *of("irna.ir", 'meta[property="og:title"][content*=" - IRNA "]'),
        # Until about 2018, ids as ASP.NET makes them; those of title, lead and date are guesses.
        Layout(
            "asp",
            detect='[id*="_NewsContent"][id$="_BodyLabel"]',
            mark='[id*="_NewsContent"][id$="_Image1"][src*=".irna.ir/"]',
            headline='[id*="_NewsContent"][id$="_TitleLabel"]',
            summary='[id*="_NewsContent"][id$="_LeadLabel"]',
            published=When('[id*="_NewsContent"][id$="_DateLabel"]', calendar="jalali"),
            images=Images('[id*="_NewsContent"][id$="_Image1"]'),
            body='[id*="_NewsContent"][id$="_BodyLabel"]',
            drop=DROP,
        ),
        TextLayout(
            "text",
            mark=r"^According to IRNA\b",
            drop=(r"^<[\w:]*image>data:", r"^\.$", r"^https?://\S+$"),
            syndication=(
                Credit("quotes", r"^(According to IRNA[^;,]*, quoted by (?P<party>[A-Z][\w ]*\w))"),
                Credit("based_on", r"^(?P<url>https?://\S+)$"),
            ),
        ),
    )
