# ruff: noqa: INP001  # a script, no package
"""Writes what the docs take from the code: python docs/generate.py [--check]."""

import inspect
import json
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import click

from copydesk import hookspecs
from copydesk.cli import copydesk
from copydesk.conformance import checks
from copydesk.schema import SCHEMA_VERSION, json_schema

ROOT = Path(__file__).parent.parent
_MARKED = re.compile(
    r"(?P<open><!-- generated: (?P<name>[\w-]+) -->\n).*?(?P<close><!-- /generated -->)", re.DOTALL
)


def schema_reference() -> str:
    """Every model of the schema as a table of its fields."""
    schema = json_schema()
    models = [schema, *(part for part in schema["$defs"].values() if "properties" in part)]
    return "\n\n".join(map(_model, models))


def cli_reference() -> str:
    """Every command with its arguments, options and examples."""
    return "\n\n".join(_commands(copydesk, "copydesk"))


def conformance_reference() -> str:
    """Every check of the suite with what it catches, below the module that it is in."""
    modules = dict.fromkeys(check.__module__ for check in checks.CHECKS)
    return "\n\n".join(map(_checks_of, modules))


def _checks_of(module: str) -> str:
    title = module.rpartition(".")[2].capitalize()
    rows = [
        f"| `{checks.named(check)}` | {_cell(checks.catches(check))} |"
        for check in checks.CHECKS
        if check.__module__ == module
    ]
    table = "\n".join(["| check | what it catches |", "| --- | --- |", *rows])
    return f"### {title}\n\n{inspect.getdoc(sys.modules[module])}\n\n{table}"


def schema_file() -> str:
    """The JSON Schema, as a file."""
    return json.dumps(json_schema(), indent=2, ensure_ascii=False) + "\n"


def hooks_reference() -> str:
    """Every hook's signature and docstring, as hookspecs.py has them."""
    specs = [f for f in vars(hookspecs).values() if hasattr(f, f"{hookspecs.GROUP}_spec")]
    return "\n\n".join(
        f"### `{spec.__name__}`\n\n```text\n{spec.__name__}{_signature(spec)}\n\n{inspect.getdoc(spec)}\n```"
        for spec in specs
    )


SECTIONS: dict[str, Callable[[], str]] = {
    "cli": cli_reference,
    "conformance": conformance_reference,
    "hooks": hooks_reference,
    "schema": schema_reference,
}
"""Name of a marker → the text below it: a new section is one function and one line here."""

FILES: dict[str, Callable[[], str]] = {
    f"core/copydesk/schema/article-{SCHEMA_VERSION}.schema.json": schema_file,
    f"docs/article-{SCHEMA_VERSION}.schema.json": schema_file,
}
"""Path of a file that is generated as a whole → its text."""


def _signature(hook: Callable[..., Any]) -> str:
    return re.sub(r"(?:\w+\.)+(\w+)", r"\1", str(inspect.signature(hook)))


def _model(model: dict[str, Any]) -> str:
    rows = [
        f"| `{name}` | {_type(field)} | {_cell(field['description'])} |"
        for name, field in model["properties"].items()
    ]
    head = [
        f"### {model['title']}",
        "",
        _prose(model["description"]),
        "",
        "| field | type | what |",
    ]
    return "\n".join([*head, "| --- | --- | --- |", *rows])


def _type(schema: dict[str, Any]) -> str:  # noqa: PLR0911  # one kind a line
    """Say a JSON Schema's type in plain words."""
    match schema:
        case {"discriminator": _}:
            return "block"
        case {"anyOf": parts}:
            return " or ".join(map(_type, parts))
        case {"enum": values}:
            return "one of " + ", ".join(f"`{value}`" for value in values)
        case {"const": value}:
            return f"`{value}`" if value else "empty"
        case {"$ref": path}:
            name = path.rsplit("/", 1)[-1]
            return "anything" if name == "JsonValue" else f"[{name}](#{name.lower()})"
        case {"type": "array", "items": item}:
            return f"list of {_type(item)}"
        case {"additionalProperties": value}:
            return f"object of {_type(value)}"
        case {"patternProperties": values}:
            return " or ".join(f"object of {_type(value)}" for value in values.values())
    return str(schema.get("title") or schema.get("format") or schema["type"])


def _cell(text: str) -> str:
    return _prose(text).replace("|", "\\|")


def _prose(text: str) -> str:
    return " ".join(text.replace("`` ", "` ").replace("``", "`").split())


def _commands(command: click.Command, name: str) -> Iterator[str]:
    yield _command(command, name)
    if isinstance(command, click.Group):
        for child in command.commands.values():
            yield from _commands(child, f"{name} {child.name}")


def _command(command: click.Command, name: str) -> str:
    usage = [name, *(_usage(p) for p in command.params if isinstance(p, click.Argument))]
    if isinstance(command, click.Group):
        usage.append("COMMAND")
    options = [_option(p) for p in command.params if isinstance(p, click.Option)]
    parts = [
        f"### {name}",
        f"    {' '.join(usage)}",
        inspect.cleandoc(command.help or ""),
        "\n".join(["| option | what |", "| --- | --- |", *options]) if options else "",
        "```text\n" + "\n".join(_examples(command)) + "\n```",
    ]
    return "\n\n".join(filter(None, parts))


def _usage(argument: click.Argument) -> str:
    return argument.metavar or (argument.name or "").upper()


def _option(option: click.Option) -> str:
    names = f"{', '.join(option.opts)} {option.metavar or ''}".strip()
    return f"| `{names}` | {_cell(option.help or '')} |"


def _examples(command: click.Command) -> Iterator[str]:
    for line in (command.epilog or "").splitlines()[2:]:
        yield f"$ {line.strip()}"


def _fill(page: Path) -> str:
    def section(found: re.Match[str]) -> str:
        if found["name"] not in SECTIONS:
            sys.exit(f"{page}: no section {found['name']!r}; there are {', '.join(SECTIONS)}")
        return f"{found['open']}\n{SECTIONS[found['name']]()}\n\n{found['close']}"

    return _MARKED.sub(section, page.read_text(encoding="utf-8"))


def stale() -> Iterator[tuple[Path, str]]:
    """Give the path and the right text of every file that says something else than the code."""
    made = [(page, _fill(page)) for page in sorted((ROOT / "docs").glob("*.md"))]
    made += [(ROOT / path, text()) for path, text in FILES.items()]
    for path, text in made:
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            yield path, text


def main(arguments: list[str]) -> int:
    """Write what is stale; with --check only name it and give 1."""
    if arguments not in ([], ["--check"]):
        sys.exit(__doc__)
    found = list(stale())
    for path, text in found:
        print(f"{path.relative_to(ROOT)} {'is stale' if arguments else 'written'}")  # noqa: T201
        if not arguments:
            path.write_text(text, encoding="utf-8")
    if found and arguments:
        print("run python docs/generate.py")  # noqa: T201
    return int(bool(found and arguments))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
