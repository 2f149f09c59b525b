"""What reading in a process of its own costs: one file, and many, as whole commands with and without isolation."""

import subprocess
import sys
import time
from pathlib import Path

from benchmarks.measuring import Case, Times, interleaved
from benchmarks.table import table

_COMMAND = (sys.executable, "-m", "spec_parser", "parse")
_FORMS = Path(__file__).parent.parent / "corpus" / "forms"
_BULK = {"web pages": "page.html", "Word files": "word.docx", "browser prints": "print.pdf", "all PDF files": "*.pdf"}
_TIMES_OVER = {"web pages": 5, "Word files": 5, "browser prints": 3, "all PDF files": 1}
_ONE = {"web page": "page.html", "Word file": "word.docx", "browser print": "print.pdf"}
_SPECIMEN = "4207AR"


def report() -> str:
    """Both tables."""
    return f"{_one()}\n\n{_many()}"


def _one() -> str:
    cases: dict[str, tuple[Path, ...]] = {name: (_FORMS / _SPECIMEN / file,) for name, file in _ONE.items()}
    found = _side_by_side(cases, rounds=15)
    rows = [
        (
            name,
            *(f"{taken.median * 1e3:.0f}" for taken in found[name]),
            *(f"{(found[name][1][which] - found[name][0][which]) * 1e3:+.0f}" for which in (0, 1)),
            "at most 40",
        )
        for name in cases
    ]
    columns = ("", "here, median ms", "isolated, median ms", "difference, of least", "of medians", "aim")
    return table("One file: the whole command", columns, rows)


def _many() -> str:
    cases = {}
    for name, pattern in _BULK.items():
        paths = [path for path in sorted(_FORMS.glob(f"*/{pattern}")) if path.name != "scan.pdf"]
        cases[name] = tuple(paths) * _TIMES_OVER[name]
    found = _side_by_side(cases, rounds=5)
    rows = [
        (
            f"{len(cases[name])} {name}",
            *(f"{taken.median / len(cases[name]) * 1e3:.1f}" for taken in found[name]),
            *(f"{found[name][1][which] / found[name][0][which] - 1:+.0%}" for which in (0, 1)),
            "at most +15%",
        )
        for name in cases
    ]
    columns = ("", "here, ms a file", "isolated, ms a file", "overhead, of least", "of medians", "aim")
    return table("Many files: one command for all of them", columns, rows)


def _side_by_side(cases: dict[str, tuple[Path, ...]], rounds: int) -> dict[str, tuple[Times, Times]]:
    """For each case what it takes without and with isolation."""

    def launch(*arguments: str) -> None:
        subprocess.run((*_COMMAND, *arguments), check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    found = {}
    for name, paths in cases.items():
        files = [str(path) for path in paths]
        times = interleaved(
            [
                Case("here", lambda files=files: launch("--no-isolation", *files)),  # type: ignore[misc]
                Case("isolated", lambda files=files: launch(*files)),  # type: ignore[misc]
            ],
            rounds,
            time.perf_counter,
        )
        found[name] = (times["here"], times["isolated"])
    return found


if __name__ == "__main__":
    print(report())
