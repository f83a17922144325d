"""The log of a run for machines: JSON Lines on standard error."""

import json
import sys
from datetime import UTC, datetime


def log(event: str, **values: object) -> None:
    """Print one event with the time."""
    time = datetime.now(UTC).isoformat(timespec="milliseconds")
    line = json.dumps({"time": time, "event": event, **values})
    sys.stderr.write(f"{line}\n")
    sys.stderr.flush()
