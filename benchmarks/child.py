"""Run the real command in this process and leave its own use of CPU and memory in a file: `python -m benchmarks.child`.

    python -m benchmarks.child USAGE.json compare us-japan ...

The use is that of the command's process alone, since the report is drawn in a child; what its children used is said
beside. Peak memory is VmHWM
where there is one: ru_maxrss of a started process may begin at its parent's.
"""

from __future__ import annotations

import atexit
import json
import resource
import sys
from pathlib import Path

BYTES_PER_MB = 1e6


def peak_bytes() -> float:
    """Largest resident memory of this process so far, in bytes."""
    status = Path("/proc/self/status")
    if status.exists():
        line = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
        return float(line.split()[1]) * 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1.0 if sys.platform == "darwin" else 1024.0)


def leave(path: Path) -> None:
    """Write the use of this process."""
    used, below = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    found = {
        "cpu": used.ru_utime + used.ru_stime, "children": below.ru_utime + below.ru_stime,
        "mb": peak_bytes() / BYTES_PER_MB,
    }  # fmt: skip
    path.write_text(json.dumps(found))


if __name__ == "__main__":
    atexit.register(leave, Path(sys.argv[1]))
    sys.argv = ["kaname", *sys.argv[2:]]
    from kaname.cli.main import run

    run()
