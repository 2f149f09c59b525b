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

    def run(data: bytes, repeats: int) -> None:
        for _ in range(repeats):
            parser.parse(data).to_json()

    # A short text is parsed as many times more, so that every case reads as much and none only what is in the cache.
    repeats = {name: max(_LENGTHS) // length for name, length in zip(texts, _LENGTHS, strict=True)}
    found = interleaved(
        [Case(name, partial(run, text.encode(), repeats[name])) for name, text in texts.items()], rounds=5
    )
    a_character = {name: found[name].median / repeats[name] / len(text) for name, text in texts.items()}
    rows = [
        (
            name,
            f"{len(text):,}",
            f"{found[name].least / repeats[name] * 1e3:.1f}",
            f"{found[name].median / repeats[name] * 1e3:.1f}",
            f"{a_character[name] / a_character['1x']:.2f}",
        )
        for name, text in texts.items()
    ]
    return table(
        "Cost by length: all sections repeated", ("", "characters", "min ms", "median ms", "a character, to 1x"), rows
    )
