"""
One page's time and memory, in a process that does nothing else; growth.py starts it.

    python tests/benchmarks/weigh.py copydesk siblings 100000
"""

import contextlib
import gc
import json
import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))  # where `tests` is, if this is run by its name
from tests.benchmarks.contenders import CONTENDERS
from tests.benchmarks.pages import news
from tests.benchmarks.shapes import SHAPES
from tests.benchmarks.speed import timed

_STATUS = Path("/proc/self/status")
_FORGET_PEAK = "5"


def resident() -> tuple[int, int]:
    """Give the bytes in memory now and at most so far; 0 where the system does not tell (not Linux)."""
    if not _STATUS.exists():
        return 0, 0
    facts = dict(
        re.findall(r"^(VmRSS|VmHWM):\s+(\d+) kB$", _STATUS.read_text("ascii"), re.MULTILINE)
    )
    return int(facts["VmRSS"]) * 1024, int(facts["VmHWM"]) * 1024


def forget_peak() -> None:
    """Make the most so far what is in memory now, where the system lets us."""
    with contextlib.suppress(OSError):
        Path("/proc/self/clear_refs").write_text(_FORGET_PEAK, "ascii")


def weighed(name: str, shape: str, size: int) -> dict[str, float | str]:
    """Read one page; memory counts from after a small page was read and this one was made."""
    work, content = CONTENDERS[name].make(), SHAPES[shape][0](size)
    work(news(0))
    gc.collect()
    forget_peak()
    before, _ = resident()
    seconds, outcome = timed(work, content)
    _, peak = resident()
    gc.collect()
    after, _ = resident()
    return {
        "bytes": len(content),
        "outcome": outcome,
        "seconds": seconds,
        "peak": peak - before,
        "kept": after - before,
    }


if __name__ == "__main__":
    sys.stdout.write(json.dumps(weighed(sys.argv[1], sys.argv[2], int(sys.argv[3]))))
