"""HTML rewritten in its source: every tag and attribute stays where it is, what they hold changes."""

import html
import json
import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping

from copydesk.conformance.synthesis.rewriting import Rewriter

_MARK = re.compile(r"<(?:!--|[!?]|/?[a-zA-Z]|/)")
_NO_END = "</>"  # which a browser leaves out (HTML, section 13.2.5.7)
_CDATA = "<![CDATA["
_COMMENT_END = re.compile(r"--!?>")
_KEPT_DECLARATION = re.compile(r"<!doctype\b|<\?xml\b", re.IGNORECASE)
_NO_TAG = re.compile(r"<(?=[a-zA-Z/!?])")
_NAME = re.compile(r"</?[a-zA-Z][^\s/>]*")
_ATTRIBUTE = re.compile(
    r"(?P<gap>[\s/]*)(?P<name>[^\s/>][^\s/>=]*)(?:(?P<equals>\s*=\s*)(?P<value>\"[^\"]*\"|'[^']*'|(?![\"'])[^\s>]+)?)?"
)
_TAG_END = re.compile(r"[\s/]*>")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});")
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_STRING = re.compile(r'"(?P<text>(?:[^"\\]|\\.)*+)"(?P<colon>\s*:)?|(?P<gap>[^"]+|")', re.DOTALL)
_ESCAPE = re.compile(r"(\\u[0-9a-fA-F]{4}|\\.)|([^\\]+)", re.DOTALL)
_ADDRESS = re.compile(r"(?:https?:)?/\S*|data:\S*", re.IGNORECASE)
_NAME_LIKE = re.compile(r"[a-z0-9_.:-]{0,60}")
_RAW = frozenset(
    {"iframe", "noembed", "noframes", "plaintext", "script", "style", "textarea", "title", "xmp"}
)
"""Elements in which no tag begins but their own end (HTML, sections 13.1.2 and 13.2.6.2)."""

_EMPTIED = frozenset({"script", "style"})
_IN_SCRIPT = re.compile(r"<!--|-->|</?script(?=[\s/>])", re.IGNORECASE)
_BARE_WORD = re.compile(r"(</?script|\b(?:CDATA|false|null|true)\b)|([^\W\d_]+)", re.IGNORECASE)
_STYLE_ADDRESS = re.compile(r"(url\(\s*['\"]?)([^'\")]*)", re.IGNORECASE)

_STRUCTURE = frozenset(
    {
        "charset", "class", "color", "cols", "colspan", "content-type", "datetime", "dir",
        "disabled", "encoding", "for", "headers", "height", "hidden", "hreflang", "http-equiv",
        "id", "is", "itemprop", "itemscope", "itemtype", "lang", "language", "loading", "media",
        "method", "name", "prefix", "property", "rel", "rev", "role", "rows", "rowspan", "scope",
        "sizes", "slot", "start", "tabindex", "target", "type", "typeof", "version", "vocab",
        "width", "xml:lang", "xmlns",
    }
)  # fmt: skip
_ADDRESSES = frozenset(
    {
        "about", "action", "background", "cite", "data-href", "data-original", "data-src",
        "data-srcset", "data-url", "formaction", "href", "itemid", "longdesc", "ping", "poster",
        "resource", "src", "srcset", "xlink:href",
    }
)  # fmt: skip
_WORDS = frozenset(
    ["alt", "aria-description", "aria-label", "label", "placeholder", "summary", "title", "value"]
)
_KEPT_META = re.compile(
    r"viewport|robots|googlebot|generator|referrer|format-detection|theme-color|content-type|content-language|refresh"
    r"|x-ua-compatible|(?:og|twitter):(?:type|locale|card)(?::.*)?|.*:(?:width|height|type)|.*content_tier|.*(?:time|date)",
    re.IGNORECASE,
)
_KEPT_KEYS = frozenset({"@type", "@context", "inLanguage", "encodingFormat", "isAccessibleForFree"})


class Markup:
    """Rewrites markup; what is no markup in it goes through a ``Rewriter``."""

    def __init__(self, rewriter: Rewriter) -> None:
        """Replace words as the rewriter does."""
        self._words = rewriter

    def rewritten(self, source: str) -> str:
        """
        Rewrite a document.

        Comments and scripts are emptied, but for linked data, and style sheets too.
        """
        return "".join(self._parts(source, _RAW))

    def value(self, text: str) -> str:
        """Rewrite a value that may hold markup, or linked data."""
        plain = _ENTITY.sub(_letter, text)
        if plain.lstrip().startswith(("{", "[")) and '"' in plain:
            return self.linked_data(plain)
        return self.rewritten(plain) if _TAG.search(plain) else self._words.text(plain)

    def linked_data(self, source: str) -> str:
        """Rewrite the strings of JSON, broken or not; keys, numbers and types stay."""
        parts, key = [], ""
        for found in _STRING.finditer(source):
            if found["gap"] is not None:
                parts.append(_BARE_WORD.sub(lambda m: m[1] or self._words.text(m[2]), found["gap"]))
            elif found["colon"] is not None:
                key = found["text"]
                parts.append(found[0])
            else:
                parts.append(found[0] if key in _KEPT_KEYS else f'"{self._string(found["text"])}"')
        return "".join(parts)

    def _parts(self, source: str, raw: Collection[str]) -> Iterator[str]:
        at = 0
        while found := _MARK.search(source, at):
            yield self._text(source[at : found.start()])
            if _NAME.match(source, found.start()):
                at, made = self._tag(source, found.start(), raw)
            else:
                at, made = _declaration(source, found.start())
            yield made
        yield self._text(source[at:])

    def _text(self, source: str) -> str:
        made = self._words.text(_ENTITY.sub(_letter, source))
        return _NO_TAG.sub("&lt;", made)  # filler must not begin a tag where the page has none

    def _tag(self, source: str, start: int, raw: Collection[str]) -> tuple[int, str]:
        """Rewrite a tag, and the script or style sheet that it begins; gives where to go on."""
        name = _NAME.match(source, start)
        assert name  # noqa: S101  # the caller has looked
        at, found = name.end(), list[re.Match[str]]()
        while not _TAG_END.match(source, at) and (attribute := _ATTRIBUTE.match(source, at)):
            found.append(attribute)
            at = attribute.end()
        end = _TAG_END.match(source, at)
        known = {one["name"].lower(): _bare(one["value"] or "") for one in found}
        tag = name[0].lower().lstrip("<")
        made = name[0] + "".join(self._attribute(one, tag, known) for one in found)
        if end is None:  # cut off within the tag: what is left of it is an open value
            return len(source), made + source[at : at + 1]
        made += end[0]
        if tag not in raw:
            return end.end(), made
        stop = _end_of(tag, source, end.end())
        return stop, made + self._inner(source[end.end() : stop], tag, known)

    def _inner(self, text: str, tag: str, known: Mapping[str, str]) -> str:
        """Rewrite what a browser takes as it is, up to the tag's end."""
        if tag == "script" and "ld+json" in known.get("type", "").lower():
            return self.linked_data(text)
        # In SVG a title may hold tags; elsewhere what looks like one is left as it looks.
        return "" if tag in _EMPTIED else "".join(self._parts(text, _EMPTIED))

    def _attribute(self, found: re.Match[str], tag: str, known: Mapping[str, str]) -> str:
        if not found["value"]:
            return found[0]
        mark = found["value"][0] if found["value"][0] in "\"'" else ""
        made = self._changed(tag, found["name"].lower(), _bare(found["value"]), known)
        return f"{found['gap']}{found['name']}{found['equals']}{mark}{made}{mark}"

    def _changed(self, tag: str, name: str, value: str, known: Mapping[str, str]) -> str:  # noqa: PLR0911  # one kind a line
        """Give an attribute's new value by its name, else by its look."""
        if name in _STRUCTURE or name.startswith(("xmlns", "v-", "ng-", "xml:")):
            return value
        if name.startswith("on") or name in {"nonce", "integrity", "srcdoc"}:
            return ""
        if name == "style":
            return _STYLE_ADDRESS.sub(lambda m: m[1] + self._words.address(m[2]), value)
        if name in _ADDRESSES:
            return self._words.addresses(_ENTITY.sub(_letter, value))
        if name == "content" and tag == "meta" and _is_structure(known):
            return value
        if name not in _WORDS and name != "content" and _NAME_LIKE.fullmatch(value):
            return value
        return self._words.addresses(value) if _ADDRESS.fullmatch(value) else self.value(value)

    def _string(self, text: str) -> str:
        """Rewrite a JSON string between its quotes, with escapes where it had them."""
        try:
            value = json.loads(f'"{text}"')
        except ValueError:  # what is wrong with it is to stay wrong
            return _ESCAPE.sub(lambda m: m[1] or self._words.text(m[2]), text)
        made = self._words.address(value) if _ADDRESS.fullmatch(value) else self.value(value)
        is_escaped = text.isascii() and "\\u" in text
        coded = json.dumps(made, ensure_ascii=is_escaped)[1:-1]
        return coded.replace("/", "\\/") if "\\/" in text else coded


def _end_of(tag: str, source: str, at: int) -> int:
    """Find where an element ends that holds no other."""
    if tag == "script":
        return _end_of_script(source, at)
    found = re.compile(rf"</{tag}(?=[\s/>])", re.IGNORECASE).search(source, at)
    return found.start() if found and tag != "plaintext" else len(source)


def _end_of_script(source: str, at: int) -> int:
    """Find a script's end: not within a script in a comment in it (HTML, section 13.2.5.20)."""
    depth = 0
    while found := _IN_SCRIPT.search(source, at):
        match found[0].lower():
            case "<!--":
                depth, at = max(depth, 1), found.end() - 2  # its dashes may end it, too
                continue
            case "-->":
                depth = 0
            case "<script":
                depth *= 2
            case _ if depth < 2:  # noqa: PLR2004  # in no script of the comment
                return found.start()
            case _:
                depth = 1
        at = found.end()
    return len(source)


def _is_structure(known: Mapping[str, str]) -> bool:
    names = (known.get(key, "") for key in ("property", "name", "http-equiv", "itemprop"))
    return any(_KEPT_META.fullmatch(name) for name in names if name)


def _declaration(source: str, start: int) -> tuple[int, str]:
    """Empty a comment, or what a browser takes for one or for nothing; gives where to go on."""
    if source.startswith(_NO_END, start):
        return start + len(_NO_END), _NO_END
    if source.startswith("<!--", start):
        short = next((s for s in ("<!-->", "<!--->") if source.startswith(s, start)), None)
        end = _COMMENT_END.search(source, start + 4)
        if short:
            return start + len(short), short
        return (end.end(), "<!---->") if end else (len(source), "<!--")
    if source.startswith(
        _CDATA, start
    ):  # text in SVG, a comment elsewhere: its words are rewritten
        return start + len(_CDATA), _CDATA
    end_of_it = source.find(">", start)
    if end_of_it < 0:  # cut off: what is left begins the same
        return len(source), source[start : start + 2]
    stop = end_of_it + 1
    return stop, source[start:stop] if _KEPT_DECLARATION.match(source, start) else "<!---->"


def _letter(entity: re.Match[str]) -> str:
    """Resolve an entity that is a letter, so that its word is whole; any other stays."""
    char = html.unescape(entity[0])
    is_part = len(char) == 1 and (char in "\xad\u200b" or unicodedata.category(char)[0] in "LM")
    return char if is_part else entity[0]


def _bare(value: str) -> str:
    return value[1:-1] if value[:1] in {'"', "'"} else value
