"""When, where and with what a benchmark ran: no number means anything without it."""

import os
import platform
from datetime import UTC, datetime
from pathlib import Path


def setting() -> dict[str, str]:
    """Give what belongs beside every table."""
    return {
        "date": f"{datetime.now(UTC):%Y-%m-%d}",
        "python": platform.python_version(),
        "machine": f"{_processor()}, {os.cpu_count()} cores, {platform.system()}",
    }


def _processor() -> str:
    """Name the processor; Linux says it only here."""
    facts = Path("/proc/cpuinfo")
    lines = facts.read_text(encoding="utf-8").splitlines() if facts.exists() else []
    names = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(names, "") or platform.machine()


def told(facts: dict[str, str]) -> str:
    return ", ".join(f"{key} {value}" for key, value in facts.items())
