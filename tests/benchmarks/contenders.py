"""What is measured: the bare parse, copydesk, and others where they are installed, each behind one shape."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module, metadata

Work = Callable[[bytes], str]
"""Reads a page and says in a word what came of it, ``nothing`` if nothing did."""


@dataclass(frozen=True)
class Contender:
    """One that takes part."""

    name: str
    package: str
    what: str
    """What it does with a page, in words."""
    make: Callable[[], Work]
    """Imports it; raises ``ImportError`` where it is not installed."""

    @property
    def version(self) -> str:
        return metadata.version(self.package)


def parse() -> Work:
    parser = import_module("selectolax.lexbor").LexborHTMLParser

    def work(content: bytes) -> str:
        return "tree" if parser(content).root else "nothing"

    return work


def copydesk() -> Work:
    module = import_module("copydesk")
    desk, page = module.Desk(), module.Page

    def work(content: bytes) -> str:
        outcome = desk.edit(page(content))
        return str(getattr(outcome, "code", "article"))

    return work


def resiliparse() -> Work:
    detect = import_module("resiliparse.parse.encoding").detect_encoding
    tree = import_module("resiliparse.parse.html").HTMLTree.parse_from_bytes
    plain = import_module("resiliparse.extract.html2text").extract_plain_text

    def work(content: bytes) -> str:
        text = plain(tree(content, detect(content)), main_content=True)
        return "text" if text else "nothing"

    return work


def trafilatura() -> Work:
    extract = import_module("trafilatura").bare_extraction

    def work(content: bytes) -> str:
        found = extract(content, with_metadata=True, include_comments=False)
        return "text" if found and found.text else "nothing"

    return work


CONTENDERS = {
    contender.name: contender
    for contender in (
        Contender("parse", "selectolax", "lexbor's tree, nothing read from it", parse),
        Contender(
            "copydesk", "copydesk", "every field, typed body, evidence, validation", copydesk
        ),
        Contender(
            "resiliparse", "resiliparse", "main content as plain text, no fields", resiliparse
        ),
        Contender("trafilatura", "trafilatura", "main content and metadata", trafilatura),
    )
}


def installed() -> tuple[dict[str, Work], dict[str, str]]:
    """Give those that can be imported, and of the others why not."""
    works, missing = {}, {}
    for name, contender in CONTENDERS.items():
        try:
            works[name] = contender.make()
        except ImportError as error:
            missing[name] = str(error).partition("\n")[0]
    return works, missing
