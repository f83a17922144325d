"""``copydesk schema``."""

import json
import sys

import click


@click.command(epilog="\b\nExample:\n  copydesk schema > article.schema.json")
def schema() -> None:
    """
    Print the JSON Schema of an article.

    An article is one line of what ingest writes by default.
    """
    from copydesk.schema.json_schema import json_schema  # noqa: PLC0415  # heavy

    text = json.dumps(json_schema(), indent=2, ensure_ascii=False) + "\n"
    sys.stdout.buffer.write(text.encode())  # JSON is UTF-8 in every locale
