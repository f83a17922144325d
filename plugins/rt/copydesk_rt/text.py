"""Saved text of RT's pages."""

from copydesk import Credit, TextLayout, When


def text_layout(label: str, *, mark: str | None = None, drop: tuple[str, ...]) -> TextLayout:
    """Give the layout of an edition's saved text, in which a label announces the date."""
    return TextLayout(
        "text",
        detect=rf"^{label}:\n+\d{{1,2}} [a-z]{{3}} \d{{4}} \d{{1,2}}:\d{{2}} GMT$",
        mark=mark,
        headline=rf"^([^\n]+)\n+{label}:$",
        published=When(rf"^{label}:\n+([^\n]+ GMT)$", "%d %b %Y %H:%M %Z", language="es"),
        summary=rf"^{label}:\n+[^\n]+ GMT\n+([^\n]+)$",
        headings=r"^[“«][^”»]+[”»]$",
        syndication=(Credit("republished_by", r"\A\w+ \d{1,2}, \d{4}\n+(?P<party>[^\n]+)$"),),
        drop=drop,
    )
