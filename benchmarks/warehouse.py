"""How long it takes to load revisions with all that hangs on them into each target, and how much memory.

    python -m benchmarks.warehouse [--revisions 100000 [MORE...]] [--sample 5000] [TARGET...]

Each target is loaded three times: into nothing, again, when nothing has changed, and from a newer conversion, in which
each tenth revision reads otherwise. With `--revisions 5000 10000 20000` it
shows how time and memory grow. A sample is written in bulk, row by row with INSERT, and with dlt where that is
installed (`pip install 'dlt[duckdb]'`; it is no part of the project's own requirements). Every one of these runs in a
process of its own, whose memory is told; PostgreSQL is one of the benchmark's own, on loopback, with its settings as
they come, and its own memory and processor time are not counted.

Conversions are written below $TMPDIR: 100,000 revisions take 8 GB there, and targets and their work half as much again.
"""

import argparse
import hashlib
import resource
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

import msgspec

from spec_parser.archive import manifest as archive_manifest
from spec_parser.warehouse.conversion import Conversion
from spec_parser.warehouse.details import DETAILS
from spec_parser.warehouse.loading import load
from spec_parser.warehouse.tables import TABLES
from spec_parser.warehouse.targets import opened

_CORPUS = Path(__file__).parent.parent / "corpus"
_MODEL = "4207AR"
_CHANGED = 10  # revisions of which one reads otherwise in the newer conversion
_CONVERTED = ("2026-01-01T00:00:00.000+00:00", "2026-02-01T00:00:00.000+00:00")
_DATES = ("2005-03-01", "2013-07-15", "2021-11-30")
_TARGETS = ("duckdb", "sqlite", "parquet", "iceberg", "postgresql")
_MEBIBYTE = 1024  # of what the kernel tells in KiB


def write_conversion(folder: Path, revisions: int, *, newer: bool = False) -> Path:
    """A conversion of so many revisions, three a class, each with words of its own; or a newer one of the same."""
    folder.mkdir(parents=True)
    model = msgspec.json.decode((_CORPUS / f"{_MODEL}.expected.json").read_bytes())
    encoder = msgspec.json.Encoder()
    sources = []
    with (folder / "records.ndjson").open("wb") as lines:
        for number in range(revisions):
            changed = newer and number % _CHANGED == 0
            sha256 = hashlib.sha256(str(number).encode()).hexdigest()
            line = encoder.encode(_revision(model, number, sha256, changed=changed))
            lines.write(line + b"\n")
            sources.append((f"{number}.txt", sha256, _CONVERTED[changed]))
    for name in ("findings.ndjson", "references.ndjson"):
        (folder / name).touch()
    _write_manifest(folder / "manifest.sqlite", sources)
    return folder


def _revision(model: dict[str, Any], number: int, sha256: str, *, changed: bool) -> dict[str, Any]:
    place, rank = divmod(number, len(_DATES))
    code, date = f"{place:06}AR", _DATES[rank]
    record = {
        **model,
        "job_class": {**model["job_class"], "code": code},
        "effective_date": date,
        "source": {**model["source"], "sha256": sha256},
    }
    record["duties"] = [
        {**duty, "text": f"{duty['text']} ({place}{'' if (spot + rank) % 9 else f', {rank}'})"}
        for spot, duty in enumerate(model["duties"] * 3)
    ]
    if changed:
        record["duties"][0]["text"] += " (as it is read now)"
    return {
        "revision_version": "1.0.0",
        "key": f"us-ct/{code}/{date}",
        "jurisdiction": "us-ct",
        "code": code,
        "basis": "effective_date",
        "sources": [
            {
                "path": f"{number}.txt",
                "sha256": sha256,
                "media_type": "text/plain",
                "observed_on": None,
                "url": None,
                "best": True,
            }
        ],
        "pay": [{"observed_on": None, "pay": record["pay"], "sources": [sha256]}],
        "record": record,
    }


def _write_manifest(path: Path, sources: list[tuple[str, str, str]]) -> None:
    schema = Path(archive_manifest.__file__).with_name("manifest.sql").read_text(encoding="utf-8")
    with closing(sqlite3.connect(path)) as base:
        base.executescript(schema)
        base.executemany(
            "INSERT INTO source (path, root, size, run, versions, sha256, outcome, media_type, converted_at)"
            " VALUES (?, '', 7000, 1, '0.1.0', ?, 'converted', 'text/plain', ?)",
            sources,
        )
        base.execute("INSERT INTO assembly VALUES (?, ?)", (sources[0][-1], len(sources)))
        base.commit()


def load_once(folder: Path, url: str) -> int:
    """Load; gives how many rows were added."""
    with Conversion(folder) as conversion, opened(url) as target:
        return sum(load(conversion, target, url).added.values())


def row_by_row(folder: Path, to: str) -> int:
    """The rows that hang on readings into DuckDB, one INSERT each; gives how many they were."""
    import duckdb
    from msgspec.structs import astuple

    from spec_parser.warehouse.ddl import DUCKDB, create_statements

    rows = 0
    with duckdb.connect(to) as base:
        for table in TABLES:
            if table.name in DETAILS:
                for statement in create_statements(table, DUCKDB):
                    base.execute(statement)
        base.execute("BEGIN")
        for name in DETAILS:
            for row in _details(folder, name):
                values = astuple(row)
                base.execute(f"INSERT INTO {name} VALUES ({', '.join('?' * len(values))})", values)  # noqa: S608
                rows += 1
        base.execute("COMMIT")
    return rows


def with_dlt(folder: Path, to: str) -> int:
    """The same rows with dlt into DuckDB; gives how many they were."""
    import dlt
    from msgspec.structs import asdict

    rows = 0

    def rows_of(name: str) -> Iterator[dict[str, Any]]:
        nonlocal rows
        for row in _details(folder, name):
            rows += 1
            yield asdict(row)

    place = str(Path(to).parent)
    pipeline = dlt.pipeline("benchmark", destination=dlt.destinations.duckdb(to), pipelines_dir=place)
    for name in DETAILS:
        pipeline.run(rows_of(name), table_name=name, write_disposition="append")
    return rows


_WAYS: Final[dict[str, Callable[[Path, str], int]]] = {"load": load_once, "rows": row_by_row, "dlt": with_dlt}


def _details(folder: Path, name: str) -> Iterator[Any]:
    with Conversion(folder) as conversion:
        for _, said in conversion.classes():
            for one in said:
                yield from one.details[name]


def measured(way: str, folder: Path, to: str) -> str:
    """Do it in this process; says how long it took and how much memory."""
    began, processor = time.perf_counter(), time.process_time()
    rows = _WAYS[way](folder, to)
    seconds, processor = time.perf_counter() - began, time.process_time() - processor
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _MEBIBYTE
    rate = f"{rows:10,} rows {rows / seconds:8,.0f} rows/s"
    return f"{seconds:8.1f} s, {processor:6.1f} s of processor {rate} {memory:6,.0f} MiB"


def _apart(way: str, folder: Path, to: str) -> str:
    """The same in a process of its own."""
    command = [sys.executable, "-m", "benchmarks.warehouse", "--one", way, str(folder), to]
    said = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout
    return said.splitlines()[-1]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("targets", nargs="*", default=list(_TARGETS), metavar="TARGET", help=", ".join(_TARGETS))
    parser.add_argument("--revisions", type=int, nargs="+", default=[100_000])
    parser.add_argument("--sample", type=int, default=5_000, help="0 for none")
    parser.add_argument("--one", nargs=3, metavar=("WAY", "FOLDER", "URL"), help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.one is not None:
        way, place, to = chosen.one
        print(measured(way, Path(place), to))
        return
    for revisions in chosen.revisions:
        _targets(revisions, chosen.targets)
    if chosen.sample:
        _sample(chosen.sample)


def _targets(revisions: int, targets: list[str]) -> None:
    """Each target, loaded with so many revisions, again, and with those that changed."""
    with tempfile.TemporaryDirectory() as made:
        archive = write_conversion(Path(made, "archive"), revisions)
        newer = write_conversion(Path(made, "newer"), revisions, newer=True)
        size = (archive / "records.ndjson").stat().st_size / 1e6
        print(f"{revisions:,} revisions, {size:,.0f} MB")
        for name in targets:
            with tempfile.TemporaryDirectory() as there, ExitStack() as held:
                url = _url(name, Path(there), held)
                for what, folder in (("first", archive), ("again", archive), ("newer", newer)):
                    print(f"{name:12} {what}: {_apart('load', folder, url)}", flush=True)


def _sample(revisions: int) -> None:
    """What hangs on readings only, row by row and with dlt, beside a whole load in bulk."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        archive = write_conversion(folder / "archive", revisions)
        print(f"{revisions:,} revisions into DuckDB: a load with all tables; what hangs on readings, otherwise")
        ways = {"load": f"duckdb:///{folder / 'bulk'}", "dlt": str(folder / "dlt.duckdb"), "rows": str(folder / "rows")}
        for way, to in ways.items():
            there = way != "dlt" or find_spec("dlt")
            print(f"{way:12}      : {_apart(way, archive, to) if there else 'not installed'}", flush=True)


def _url(name: str, folder: Path, held: ExitStack) -> str:
    if name != "postgresql":
        return f"{name}:///{folder / name}"
    from tests.components import need
    from tests.warehouse.servers import postgresql

    return held.enter_context(postgresql(need("postgres"), hasty=False))


if __name__ == "__main__":
    main()
