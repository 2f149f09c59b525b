"""How time grows with the size of hostile texts: `python -m benchmarks.growth [SIZE [SHAPE...]]`, in characters.

Each shape is parsed at n, 2n and 4n. Where time grows with the size, each step takes about twice as long; a step that
takes four times as long is a trap. A text beyond a limit is refused early: such a line of the table says so.
"""

import sys
import time
from itertools import pairwise

import spec_parser
from benchmarks.shapes import SHAPES


def seconds(text: str) -> tuple[float, bool]:
    """How long a text takes, the better of two runs, and whether it was refused."""
    refused = False
    runs = []
    for _ in range(2):
        start = time.perf_counter()
        try:
            spec_parser.parse(text)
        except spec_parser.LimitError:
            refused = True
        runs.append(time.perf_counter() - start)
    return min(runs), refused


def main() -> None:
    """Print the table."""
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 50_000
    seconds(SHAPES["quantities"](100))  # loads the grammars
    print(f"{'shape':34} {'n':>9} {'n, s':>8} {'2n, s':>8} {'4n, s':>8} {'2n/n':>6} {'4n/2n':>6}")
    for name in sys.argv[2:] or SHAPES:
        runs = [seconds(SHAPES[name](factor * size)) for factor in (1, 2, 4)]
        times = " ".join(f"{taken:8.3f}" for taken, _ in runs)
        ratios = " ".join(f"{later / earlier:6.2f}" for (earlier, _), (later, _) in pairwise(runs))
        refused = "  beyond a limit" if any(beyond for _, beyond in runs) else ""
        print(f"{name:34} {size:9,} {times} {ratios}{refused}", flush=True)


if __name__ == "__main__":
    main()
