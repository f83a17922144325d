"""What a page's language says about its numbers."""

import re

_OTHER_CODES = {"nb": "no", "nn": "no", "iw": "he", "in": "id", "fil": "tl", "sh": "sr"}
_MONTH_FIRST = {"US", "PH"}
_EITHER = {"CA"}
# Year-first languages, whose pages print the year last only in borrowed layouts of either order.
_YEAR_FIRST = {"zh", "ja", "ko"}
_SHORT_YEAR_FIRST = _YEAR_FIRST | {"fa"}
_SUBTAG = re.compile(r"[a-z]+", re.IGNORECASE)


def primary(language: str | None) -> str | None:
    """Give the primary subtag of a BCP 47 tag, in its usual form; None for no tag."""
    subtags = _SUBTAG.findall(language or "")
    code = subtags[0].lower() if subtags else None
    return _OTHER_CODES.get(code, code) if code else None


def day_first(language: str | None) -> bool | None:
    """Tell whether the day comes before the month in ``1/2/2022``; None where both are used."""
    code, region = primary(language), _region(language)
    if code is None or code in _YEAR_FIRST or region in _EITHER:
        return None
    if code == "en":
        return region not in _MONTH_FIRST if region else None
    return True


def year_first(language: str | None) -> bool:
    """Tell whether the year comes first in ``24/5/1``, as in Chinese, Japanese, Korean and Persian."""
    return primary(language) in _SHORT_YEAR_FIRST


def regional(language: str | None, locale: str | None) -> str | None:
    """Give a language's tag with its region, where it lacks one that a locale of the same language has."""
    is_same = locale and not _region(language) and primary(language) in {None, primary(locale)}
    return locale if is_same else language


def _region(language: str | None) -> str | None:
    regions = [tag for tag in _SUBTAG.findall(language or "")[1:] if len(tag) == 2]  # noqa: PLR2004
    return regions[-1].upper() if regions else None
