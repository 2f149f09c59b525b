"""The whole conversion against two extractors of text on the same 200 PDF files: the rate, and what each gives.

    python -m benchmarks.side_by_side [--files 200] [--kreuzberg PYTHON]

kreuzberg is no dependency of this project. Install it beside, and name the Python that has it:

    python3 -m venv build/kreuzberg && build/kreuzberg/bin/pip install kreuzberg==4.10.4
    python -m benchmarks.side_by_side --kreuzberg build/kreuzberg/bin/python
"""

import argparse
import json
import subprocess
import tempfile
import time
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from shutil import rmtree
from statistics import median
from typing import Any, NamedTuple

from benchmarks.archives import write_archive
from benchmarks.table import table
from spec_parser.archive.engines import Here
from spec_parser.archive.evidence import FIELDS
from spec_parser.archive.running import convert_archive

_ROUNDS = 3
# Runs in the other Python: the names of the files on standard input, JSON on standard output. What kreuzberg says of
# structure it says in Markdown; its cache is off, so that every round reads the files.
_KREUZBERG = """
import json, sys, time
from kreuzberg import ExtractionConfig, extract_file_sync
config = ExtractionConfig(use_cache=False, output_format="markdown")
names = sys.stdin.read().splitlines()
extract_file_sync(names[0], config=config)
began = time.perf_counter()
texts = [extract_file_sync(name, config=config).content for name in names]
print(json.dumps({"seconds": time.perf_counter() - began, "texts": texts}))
"""


class Given(NamedTuple):
    """What one of them gave of all files: characters of text, and what it tells of their structure."""

    characters: int
    headers: int
    items: int
    levels: int
    fields: int


def pdfplumber_alone(paths: Sequence[Path]) -> tuple[float, Given]:
    """The text of all pages, which is all that it is asked for."""
    import pdfplumber

    began = time.perf_counter()
    characters = 0
    for path in paths:
        with pdfplumber.open(BytesIO(path.read_bytes())) as file:
            characters += sum(len(page.extract_text()) for page in file.pages)
    return time.perf_counter() - began, Given(characters, 0, 0, 0, 0)


def kreuzberg_alone(python: Path, paths: Sequence[Path]) -> tuple[float, Given]:
    """Its Markdown; headings and list items are counted as it marks them."""
    names = "\n".join(map(str, paths))
    done = subprocess.run([python, "-c", _KREUZBERG], input=names, capture_output=True, check=True, text=True)
    told = json.loads(done.stdout)
    lines = [line for text in told["texts"] for line in text.splitlines()]
    items = [line for line in lines if line.lstrip().startswith(("- ", "* ", "+ "))]
    given = Given(
        characters=sum(map(len, told["texts"])),
        headers=sum(line.startswith("#") for line in lines),
        items=len(items),
        levels=sum(line.startswith(" ") for line in items),
        fields=0,
    )
    return told["seconds"], given


def conversion(folder: Path, out: Path) -> tuple[float, Given]:
    """All that `spec-parser convert` does, in one process and the one that reads the files."""
    rmtree(out, ignore_errors=True)
    began = time.perf_counter()
    convert_archive([str(folder)], out, Here())
    seconds = time.perf_counter() - began
    records = [json.loads(line)["record"] for line in (out / "records.ndjson").read_bytes().splitlines()]
    items = [item for record in records for item in _items(record)]
    given = Given(
        characters=sum(record["coverage"]["characters"] for record in records),
        headers=sum(section["heading"] is not None for record in records for section in record["sections"]),
        items=len(items),
        levels=sum(item["level"] > 1 for item in items),
        fields=sum(record[name] is not None for record in records for name in FIELDS),
    )
    return seconds, given


def _items(record: dict[str, Any]) -> list[dict[str, Any]]:
    return [item for section in record["sections"] for block in section["blocks"] for item in block.get("items") or ()]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--files", type=int, default=200)
    parser.add_argument("--kreuzberg", type=Path, metavar="PYTHON", help="the Python of an environment that has it")
    chosen = parser.parse_args()
    taken: dict[str, list[float]] = {}
    gave: dict[str, Given] = {}
    with tempfile.TemporaryDirectory() as temporary:
        given, out = Path(temporary, "given"), Path(temporary, "out")
        paths = write_archive(given, chosen.files, forms=("pdf",), bad=False)
        for _ in range(_ROUNDS):
            found = {"spec-parser convert": conversion(given, out), "pdfplumber, text": pdfplumber_alone(paths)}
            if chosen.kreuzberg is not None:
                found["kreuzberg, Markdown"] = kreuzberg_alone(chosen.kreuzberg, paths)
            for name, (seconds, told) in found.items():
                taken.setdefault(name, []).append(seconds)
                gave[name] = told
    ours = min(taken["spec-parser convert"])
    rows = [
        (
            name,
            f"{chosen.files / min(seconds):.0f}",
            f"{chosen.files / median(seconds):.0f}",
            f"{ours / min(seconds):.2f}",
            *(f"{count:,}" for count in gave[name]),
        )
        for name, seconds in taken.items()
    ]
    columns = ("", "a second", "median", "ratio", "characters", "headers", "items", "deeper", "fields")
    print(table(f"{chosen.files} PDF files, {_ROUNDS} rounds in turns", columns, rows))
    if chosen.kreuzberg is None:
        print("  kreuzberg was left out: --kreuzberg names the Python of an environment that has it (see --help)")


if __name__ == "__main__":
    main()
