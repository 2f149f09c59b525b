"""Converts an archive in this process and its workers, and prints what that took as JSON.

    python -m benchmarks.one_archive FOLDER|LIST OUT WORKERS

To be run as a process of its own, whose memory is then this conversion's.
"""

import json
import sys
import time
from pathlib import Path

from spec_parser.archive.engines import Here, Processes
from spec_parser.archive.running import convert_archive


def highest_memory() -> int:
    """Bytes of memory that this process has had at most. Workers are other processes; Linux tells."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(next(line for line in status.splitlines() if line.startswith("VmHWM")).split()[1]) * 1024


def main() -> None:
    given, out, workers = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])
    began = time.monotonic()
    summary = convert_archive([given], out, Processes(workers) if workers else Here())
    seconds = time.monotonic() - began
    print(
        json.dumps(
            {
                "sources": summary.sources,
                "converted": summary.converted,
                "outcomes": summary.outcomes,
                "changes": summary.changes._asdict(),
                "seconds": round(seconds, 3),
                "memory": highest_memory(),
            }
        )
    )


if __name__ == "__main__":
    main()
