"""A conversion that is killed again and again ends in the bytes of one that was left alone.

    python -m benchmarks.soak [--sources 2000] [--kills 200] [--seed 0]

The process and all that it has started are killed with signal 9, which nothing can answer, at moments drawn at random.
"""

import argparse
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.archives import write_archive
from tests.archive.archives import lasting


def command(given: Path, out: Path) -> list[str]:
    return [sys.executable, "-m", "spec_parser", "convert", str(given), "--out", str(out), "--workers", "2"]


def killed(given: Path, out: Path, seconds: float) -> bool:
    """Convert, and kill after so many seconds; whether there was anything left to kill."""
    process = subprocess.Popen(command(given, out), stderr=subprocess.DEVNULL, start_new_session=True)
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        return True
    return False


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sources", type=int, default=2000)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=0)
    chosen = parser.parse_args()
    dice = random.Random(chosen.seed)
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        given = folder / "given"
        write_archive(given, chosen.sources, seed=chosen.seed)
        began = time.monotonic()
        subprocess.run(command(given, folder / "alone"), check=True, stderr=subprocess.DEVNULL)
        undisturbed = time.monotonic() - began
        print(f"{chosen.sources:,} sources, undisturbed: {undisturbed:.1f} s")
        kills = rounds = 0
        out = folder / "killed"
        expected = lasting(folder / "alone")
        while kills < chosen.kills:
            # Short enough that a conversion takes many kills, long enough that each gets somewhere.
            if killed(given, out, dice.uniform(0.2, max(undisturbed / 6, 2.0))):
                kills += 1
            else:  # it was done: compared, and begun anew
                rounds += 1
                if lasting(out) != expected:
                    print(f"after {kills} kills the bytes are others")
                    return 1
                subprocess.run(["rm", "-rf", str(out)], check=True)
            if kills % 20 == 0:
                print(f"{kills} kills, {rounds} conversions ended", flush=True)
        subprocess.run(command(given, out), check=True, stderr=subprocess.DEVNULL)
        same = lasting(out) == expected
        print(f"{kills} kills, {rounds + 1} conversions ended, bytes {'the same each time' if same else 'DIFFER'}")
        return 0 if same else 1


if __name__ == "__main__":
    sys.exit(main())
