"""Cost by the length of the document."""

from functools import partial

from benchmarks.measuring import Case, interleaved
from benchmarks.specimens import lengthened
from benchmarks.table import table
from spec_parser.pipeline import Parser
from spec_parser.profiles.loading import load

_LENGTHS = (1, 2, 4, 8, 16, 32, 64)


def report(data: bytes) -> str:
    """A table of time a character: as long as it stays near 1, time grows with the length and no faster."""
    parser = Parser(load())
    texts = {f"{length}x": lengthened(data.decode(), length) for length in _LENGTHS}

    def run(data: bytes) -> bytes:
        return parser.parse(data).to_json()

    found = interleaved([Case(name, partial(run, text.encode())) for name, text in texts.items()], rounds=9)
    one = found["1x"].median / len(texts["1x"])
    rows = [
        (
            name,
            f"{len(text):,}",
            f"{taken.least * 1e3:.1f}",
            f"{taken.median * 1e3:.1f}",
            f"{taken.median / len(text) / one:.2f}",
        )
        for (name, text), taken in zip(texts.items(), found.values(), strict=True)
    ]
    return table(
        "Cost by length: all sections repeated", ("", "characters", "min ms", "median ms", "a character, to 1x"), rows
    )
