"""What understanding the minimum qualifications costs: a parse with it against a parse without it.

    python -m benchmarks.qualifications [FILE]

Warm: the specification was read before. Cold: every word of it is new, and nothing is remembered. In bulk: 200
different generated specifications one after the other, nothing remembered when they begin.
"""

import sys
from collections.abc import Callable
from itertools import count
from pathlib import Path

from benchmarks.measuring import Case, interleaved
from benchmarks.specimens import largest, reworded
from benchmarks.table import table
from benchmarks.whole import names_in
from spec_parser.fields.qualifications.reader import NOTHING
from spec_parser.generator import generate
from spec_parser.pipeline import Parser
from spec_parser.profiles.loading import load
from spec_parser.render import render_text

_BULK = 200
_ROUNDS = 60
_BULK_ROUNDS = 8


def report(data: bytes) -> str:
    """A row for each way of reading: milliseconds a specification, and the ratio."""
    pages = [render_text(generate(seed).content, "A").encode() for seed in range(_BULK)]
    found = {
        **interleaved(_warm(data) + _cold(data), rounds=_ROUNDS),
        **interleaved(_bulk(pages), rounds=_BULK_ROUNDS),
    }
    rows = []
    for name, share in (("warm", 1), ("cold", 1), ("bulk", _BULK)):
        without, with_it = (found[f"{name}, {how}"] for how in ("without", "with"))
        rows.append(
            (
                name,
                f"{without.median / share * 1e3:.2f}",
                f"{with_it.median / share * 1e3:.2f}",
                f"{with_it.median / without.median:.2f}",
                f"{with_it.least / without.least:.2f}",
            )
        )
    columns = ("", "without ms", "with ms", "ratio", "ratio of minima")
    return table("Qualifications: a parse that understands them against one that does not", columns, rows)


def _parsers() -> dict[str, Parser]:
    """A parser that understands the sentences, and one that keeps their words."""
    parsers = {"with": Parser(load()), "without": Parser(load())}
    # What is measured is how it would be without this reader.
    vars(parsers["without"]._readers)["expression"] = lambda *_: NOTHING  # noqa: SLF001
    return parsers


def _warm(data: bytes) -> list[Case]:
    return [Case(f"warm, {how}", _parse(parser, lambda: data)) for how, parser in _parsers().items()]


def _cold(data: bytes) -> list[Case]:
    parsers = _parsers()
    known = names_in(parsers["with"].parse(data).records[0])
    seeds = count()
    text, unread = data.decode(), b""

    def new_words() -> None:
        nonlocal unread
        unread = reworded(text, known, next(seeds)).encode()

    return [Case(f"cold, {how}", _parse(parser, lambda: unread), new_words) for how, parser in parsers.items()]


def _bulk(pages: list[bytes]) -> list[Case]:
    cases = []
    for how in ("without", "with"):
        held: list[Parser] = []

        def anew(held: list[Parser] = held, how: str = how) -> None:
            held[:] = [_parsers()[how]]
            held[0].parse(pages[0])  # grammars are loaded

        def run(held: list[Parser] = held) -> None:
            for page in pages:
                held[0].parse(page).to_json()

        cases.append(Case(f"bulk, {how}", run, anew))
    return cases


def _parse(parser: Parser, data: Callable[[], bytes]) -> Callable[[], object]:
    return lambda: parser.parse(data()).to_json()


if __name__ == "__main__":
    print(report((Path(sys.argv[1]) if len(sys.argv) > 1 else largest()).read_bytes()))
