"""How time grows with the size of hostile texts: `python -m benchmarks.growth [SIZE]`, in characters.

Each shape is parsed at n, 2n and 4n. Where time grows with the size, each step takes about twice as long; a step of
four is a trap. Each text is parsed in this one process, after a first parse that loads the grammars.
"""

import sys
import time

import spec_parser
from benchmarks.shapes import SHAPES


def seconds(text: str) -> float:
    """How long a text takes to parse, or to be refused; the better of two runs."""
    runs = []
    for _ in range(2):
        start = time.perf_counter()
        try:
            spec_parser.parse(text)
        except spec_parser.SpecParserError:
            pass
        runs.append(time.perf_counter() - start)
    return min(runs)


def main() -> None:
    """Print the table."""
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    wanted = sys.argv[2:] or list(SHAPES)
    print(f"{'shape':34} {'n':>9} {'n, s':>8} {'2n, s':>8} {'4n, s':>8} {'2n/n':>6} {'4n/2n':>6}")
    for name in wanted:
        make = SHAPES[name]
        spec_parser_ready = make(100)
        seconds(spec_parser_ready)
        times = [seconds(make(factor * size)) for factor in (1, 2, 4)]
        ratios = [later / earlier for earlier, later in zip(times, times[1:], strict=False)]
        print(
            f"{name:34} {size:9,} "
            + " ".join(f"{t:8.3f}" for t in times)
            + " "
            + " ".join(f"{r:6.2f}" for r in ratios),
            flush=True,
        )


if __name__ == "__main__":
    main()
