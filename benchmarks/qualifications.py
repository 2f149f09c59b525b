"""What understanding the minimum qualifications costs: a parse with it against a parse without it.

    python -m benchmarks.qualifications [FILE]

Warm: the specification was read before. Cold: every word of it is new, and nothing is remembered. In bulk: 200
different generated specifications one after the other, nothing remembered when they begin. First: the first
specification of a process, which loads grammars and compiles patterns; process: all of that process, with its imports.
"""

import subprocess
import sys
import time
from collections.abc import Callable
from itertools import count
from pathlib import Path
from statistics import median

from benchmarks.measuring import Case, Times, interleaved, times
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
_PROCESSES = 15
_HOWS = ("without", "with")
_FIRST = "import sys; from benchmarks.qualifications import first; first(*sys.argv[1:])"


def report(file: Path) -> str:
    """A row for each way of reading: milliseconds a specification, and the ratio."""
    data = file.read_bytes()
    pages = [render_text(generate(seed).content, "A").encode() for seed in range(_BULK)]
    found = {**interleaved(_warm(data) + _cold(data), rounds=_ROUNDS), **_in_bulk(pages), **_in_processes(file)}
    rows = []
    for name, share in (("warm", 1), ("cold", 1), ("bulk", _BULK), ("first", 1), ("process", 1)):
        without, with_it = (found[f"{name}, {how}"] for how in _HOWS)
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


def first(how: str, file: str) -> None:
    """Parse a file first thing in this process; print the seconds of that, and of the process so far."""
    data, parser = Path(file).read_bytes(), _parser(how)
    start = time.process_time()
    parser.parse(data).to_json()
    print(time.process_time() - start, time.process_time())


def _parser(how: str) -> Parser:
    """A parser that understands the sentences, or one that keeps their words."""
    parser = Parser(load())
    if how == "without":  # what is measured is how it would be without this reader
        vars(parser._readers)["expression"] = lambda *_: NOTHING  # noqa: SLF001
    return parser


def _warm(data: bytes) -> list[Case]:
    return [Case(f"warm, {how}", _parse(_parser(how), lambda: data)) for how in _HOWS]


def _cold(data: bytes) -> list[Case]:
    known = names_in(_parser("with").parse(data).records[0])
    seeds = count()
    text, unread = data.decode(), b""

    def new_words() -> None:
        nonlocal unread
        unread = reworded(text, known, next(seeds)).encode()

    return [Case(f"cold, {how}", _parse(_parser(how), lambda: unread), new_words) for how in _HOWS]


def _in_bulk(pages: list[bytes]) -> dict[str, Times]:
    """Page after page by both parsers in turn: the least and the median of each page, summed up over all pages."""
    taken: dict[str, list[list[float]]] = {how: [[] for _ in pages] for how in _HOWS}
    for number in range(_BULK_ROUNDS):
        parsers = {how: _parser(how) for how in _HOWS}
        for parser in parsers.values():
            parser.parse(pages[0])  # grammars are loaded
        for place, page in enumerate(pages):
            for how in _HOWS[:: -1 if (number + place) % 2 else 1]:
                start = time.process_time()
                parsers[how].parse(page).to_json()
                taken[how][place].append(time.process_time() - start)
    return {f"bulk, {how}": Times(sum(map(min, each)), sum(map(median, each))) for how, each in taken.items()}


def _in_processes(file: Path) -> dict[str, Times]:
    taken: dict[str, list[float]] = {f"{name}, {how}": [] for name in ("first", "process") for how in _HOWS}
    for _ in range(_PROCESSES):
        for how in _HOWS:
            command = (sys.executable, "-c", _FIRST, how, str(file))
            done = subprocess.run(command, check=True, capture_output=True, text=True)
            for name, seconds in zip(("first", "process"), done.stdout.split(), strict=True):
                taken[f"{name}, {how}"].append(float(seconds))
    return {name: times(seconds) for name, seconds in taken.items()}


def _parse(parser: Parser, data: Callable[[], bytes]) -> Callable[[], object]:
    return lambda: parser.parse(data()).to_json()


if __name__ == "__main__":
    print(report(Path(sys.argv[1]) if len(sys.argv) > 1 else largest()))
