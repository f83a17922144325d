"""Checks of dates, names, language, pictures and credits against the page and against each other."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from datetime import timedelta

from copydesk.conformance.trial.outcomes import evidence_of
from copydesk.conformance.trial.subject import Fault, Trial
from copydesk.conformance.trial.visible import squeezed
from copydesk.schema import Article, Party, Stamp

_DAY = timedelta(days=1)
_OFFSET = re.compile(r"(?<=[:\d]\d\d)\s*(?<!-\d\d)[+\N{MINUS SIGN}-]\d\d:?\d\d\W*$")
_EPOCH = re.compile(r"\d{10}|\d{13}")
_COMPACT = re.compile(r"(?:19|20)\d{6}(?:\d{6})?")
_HALF_DAY = re.compile(r"\d\s*[ap]\.?m\b", re.IGNORECASE)
_ZONE = re.compile(
    r"\d\s*Z\b|[+\N{MINUS SIGN}-]\d{1,2}|\b(?!AM\b|PM\b)[A-Z]{2,5}\b|^\d{10}(?:\d{3})?$"
)
_NEEDED = (
    (re.compile(r"\.\d"), 7), (re.compile(r"T..:..:"), 6), (re.compile("T"), 5),
    (re.compile(r"-..-"), 3), (re.compile("-"), 2),
)  # fmt: skip
"""How many parts of a date the raw words have to say: year, month, day, hour, minute, second, fraction."""

_NO_NAME = (
    (
        re.compile(
            r"^(?:by|(?:written|posted|reported|edited) by|authors?|автори?|авторы|текст|por|par|γράφει|بقلم|نویسنده|作者|記者|记者|文)(?=[\s:/：])",
            re.IGNORECASE,
        ),
        "begins with a word that announces an author",
    ),
    (re.compile(r"[@<>|•]|://"), "holds a character that no name has"),
    (re.compile(r"\d"), "holds a digit"),
    (re.compile(r"^[\W_]*$"), "has no letter"),
    (
        re.compile(
            r"[,/]\s*(?:\w+\s){0,3}(?:correspondent|reporter|editor|writer|journalist|columnist|корреспондент|журналист|редактор|кореспондент|журналіст|خبرنگار)\b",
            re.IGNORECASE,
        ),
        "holds a job title",
    ),
)

_SCRIPTS = {
    "ARABIC": "ar ckb fa ps sd ug ur",
    "ARMENIAN": "hy",
    "BENGALI": "as bn",
    "CYRILLIC": "ab ba be bg cv kk ky mk mn os ru sah sr tg tt uk",
    "CJK": "ja zh",
    "DEVANAGARI": "hi mr ne sa",
    "ETHIOPIC": "am ti",
    "GEORGIAN": "ka",
    "GREEK": "el",
    "GUJARATI": "gu",
    "GURMUKHI": "pa",
    "HANGUL": "ko",
    "HEBREW": "he yi",
    "HIRAGANA": "ja",
    "KATAKANA": "ja",
    "KANNADA": "kn",
    "KHMER": "km",
    "LAO": "lo",
    "MALAYALAM": "ml",
    "MYANMAR": "my",
    "SINHALA": "si",
    "TAMIL": "ta",
    "TELUGU": "te",
    "THAI": "th",
}
_EITHER = frozenset({"az", "kk", "mn", "sr", "tg", "uz"})
"""Written in Latin letters as well."""

_AGENCY = r"(?:Reuters|AP|AFP|dpa|EFE|ANSA|TASS|ТАСС|РИА Новости|Interfax|Интерфакс|Xinhua|Ukrinform|Укрінформ|UNIAN|УНІАН|IRNA|Kyodo|Yonhap|PTI|ANI|UPI)"
_OPENING = re.compile(rf"^[^()\n]{{0,60}}\((?P<agency>{_AGENCY})\)\s*[-–—]", re.IGNORECASE)
_CLOSING = re.compile(
    rf"^(?:\(?(?:source|quelle|источник|джерело|fuente|fonte|المصدر|منبع|kaynak)\s*[:：]\s*)(?P<agency>{_AGENCY})\W*$",
    re.IGNORECASE,
)


def dates_are_as_precise(trial: Trial) -> Iterator[Fault]:
    """
    A date that says more than its raw words: an invented day, midnight or second.

    Words that count from the day of reading may do so where case.toml says when that was.
    """
    for pointer, stamp in _stamps(trial.article):
        if _said(stamp.raw) < _needed(stamp.value) and not _is_relative(stamp, trial):
            yield Fault(
                f"{pointer} is more precise than its raw words “{stamp.raw}”",
                got=stamp.value,
                evidence=evidence_of(trial.article, pointer),
            )


def dates_have_zones(trial: Trial) -> Iterator[Fault]:
    """A time whose zone the outlet names and the date does not, or one called stated that is not."""
    for pointer, stamp in _stamps(trial.article):
        named = trial.outlet.time_zone if trial.outlet else None
        if "T" in stamp.value and stamp.zone == "unknown" and named:
            why = f"{pointer} has no zone, though the outlet's time_zone is {named}"
        elif stamp.zone == "stated" and not _ZONE.search(stamp.raw):
            why = f"{pointer} calls its zone stated, and its raw words “{stamp.raw}” state none"
        else:
            continue
        yield Fault(why, got=stamp.value, evidence=evidence_of(trial.article, pointer))


def dates_are_in_order(trial: Trial) -> Iterator[Fault]:
    """A text changed before it was published, or published more than a day after it was saved."""
    article, fetched = trial.article, trial.page.fetched
    published, modified = article.published, article.modified
    if published and modified and modified.latest < published.earliest:
        yield Fault(f"modified before it was published {published.value}", got=modified.value)
    for name, stamp in (("published", published), ("modified", modified)):
        if stamp and fetched and stamp.earliest > fetched + _DAY:
            yield Fault(f"{name} after the page was fetched {fetched.isoformat()}", got=stamp.value)


def names_are_names(trial: Trial) -> Iterator[Fault]:
    """An author with "By", an e-mail address, a job title, a number, or who is the headline or the site."""
    article = trial.article
    taken = {squeezed(article.headline).casefold(): "the headline"}
    if article.publisher and article.publisher.kind == "organization":
        taken[squeezed(article.publisher.name).casefold()] = "the site, called a person"
    for number, party in enumerate(article.authors):
        pointer = f"/authors/{number}"
        for why in _no_name(party, taken):
            yield Fault(f"{pointer} {why}", got=party.name, evidence=evidence_of(article, pointer))


def language_fits_script(trial: Trial) -> Iterator[Fault]:
    """A language that is not written in the letters that the text is written in."""
    article = trial.article
    tag = (article.language or "").partition("-")[0]
    script = _script_of(article.text or article.headline)
    if tag and script and not _is_written_in(tag, script):
        evidence = evidence_of(article, "/language")
        yield Fault(f"the text is in {script.title()} letters", None, None, tag, evidence)


def pictures_are_told_apart(trial: Trial) -> Iterator[Fault]:
    """A picture whose caption, credit and alternative text say the same, or one that is there twice."""
    article = trial.article
    for number, image in enumerate(article.images):
        said = Counter(filter(None, map(_bare, (image.caption, image.credit, image.alt))))
        for words in (words for words, times in said.items() if times > 1):
            yield Fault(f"/images/{number} says one thing as caption, credit or alt", got=words)
    urls = Counter(image.url.partition("?")[0] for image in article.images if image.url)
    for url in (url for url, times in urls.items() if times > 1):
        yield Fault("a picture is there twice", got=url)


def agencies_are_credited(trial: Trial) -> Iterator[Fault]:
    """A text that names the agency it is from, "(Reuters) —" or "Source: TASS", without a link of syndication."""
    article = trial.article
    lines = article.text.splitlines()
    found = [_OPENING.search(line) for line in lines[:1]]
    found += [_CLOSING.search(line) for line in lines[-1:]]
    credited = {step.party.name.casefold() for step in article.syndication if step.party}
    own = {article.outlet.casefold(), *(party.name.casefold() for party in article.authors)}
    for match in filter(None, found):
        if match["agency"].casefold() not in credited | own:
            yield Fault(
                f"the text says “{match[0].strip()}”, and no link of syndication does",
                expected=f"a link to {match['agency']}",
                got=", ".join(sorted(credited)) or "none",
            )


def nothing_failed_silently(trial: Trial) -> Iterator[Fault]:
    """A plugin that raises on its own page, so that the next reader has done its work."""
    for warning in trial.article.warnings:
        if warning.code == "plugin_error":
            yield Fault(warning.detail)


def _stamps(article: Article) -> Iterator[tuple[str, Stamp]]:
    for name in ("published", "modified"):
        if stamp := getattr(article, name):
            yield f"/{name}", stamp
    for number, comment in enumerate(article.comments):
        if comment.published:
            yield f"/comments/{number}/published", comment.published


def _needed(value: str) -> int:
    return next((parts for pattern, parts in _NEEDED if pattern.search(value)), 1)


def _said(raw: str) -> int:
    """Count the parts of a date that words say, a month's name as one."""
    if _EPOCH.fullmatch(raw.strip()):
        return max(parts for _, parts in _NEEDED)
    bare = _OFFSET.sub("", raw)
    groups = sum(map(_parts_in, re.findall(r"\d+", bare)))
    has_word = re.search(r"[^\W\d_]{2,}", bare) is not None
    return groups + has_word + (_HALF_DAY.search(bare) is not None)


def _parts_in(digits: str) -> int:
    """Count the parts that one run of digits says: 20240305 is three, and so are 142000 and 050324."""
    if _COMPACT.fullmatch(digits):
        return len(digits) // 2 - 1
    return 3 if len(digits) == 6 else 1  # noqa: PLR2004


def _is_relative(stamp: Stamp, trial: Trial) -> bool:
    return trial.page.fetched is not None and not re.search(r"\d{4}", stamp.raw)


def _no_name(party: Party, taken: dict[str, str]) -> Iterator[str]:
    for pattern, why in _NO_NAME:
        if pattern.search(party.name):
            yield why
    if party.kind == "person" and (what := taken.get(squeezed(party.name).casefold())):
        yield f"is {what}"


def _script_of(text: str) -> str | None:
    """Name the script that most letters are of, by the first word of their Unicode names."""
    letters = (unicodedata.name(c, "").partition(" ")[0] for c in text if c.isalpha())
    most = Counter(letters).most_common(1)
    return most[0][0] if most else None


def _is_written_in(tag: str, script: str) -> bool:
    if script == "LATIN":
        others = {tag for tags in _SCRIPTS.values() for tag in tags.split()}
        return tag not in others or tag in _EITHER
    return script not in _SCRIPTS or tag in _SCRIPTS[script].split() or tag in _EITHER


def _bare(words: str | None) -> str:
    return re.sub(r"[\W_]+", "", words or "").casefold()
