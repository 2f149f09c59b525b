"""`python -m benchmarks [FILE]`: measure on a class specification; without FILE, on the largest at hand.

What is read right is measured on generated specifications, whatever FILE is.
"""

import sys
from pathlib import Path

from benchmarks import accuracy, isolation, length, remembering, rules, startup, whole
from benchmarks.specimens import largest


def main() -> None:
    file = Path(sys.argv[1]) if len(sys.argv) > 1 else largest()
    data = file.read_bytes()
    print(f"Measured on {file.name}; every ratio is of runs side by side.\n")
    print(whole.report(data), end="\n\n", flush=True)
    print(length.report(data), end="\n\n", flush=True)
    print(startup.report(file), end="\n\n", flush=True)
    print(rules.report(data), end="\n\n", flush=True)
    print(remembering.report(data), end="\n\n", flush=True)
    print(isolation.report(), end="\n\n", flush=True)
    print(accuracy.report())


if __name__ == "__main__":
    main()
