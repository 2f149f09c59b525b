"""How long it takes to load revisions with all that hangs on them into each target, and how much memory.

    python -m benchmarks.warehouse [--revisions 100000] [--sample 5000] [TARGET...]

Each target is loaded twice, in a process of its own: into nothing, and again, when nothing has changed. A sample is
also written row by row with INSERT, and with dlt where that is installed (`pip install 'dlt[duckdb]'`; it is no part of
the project's own requirements). PostgreSQL is one of the benchmark's own, on loopback, with its settings as they come.
"""

import argparse
import hashlib
import resource
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import msgspec

from spec_parser.archive import manifest as archive_manifest
from spec_parser.warehouse.conversion import Conversion
from spec_parser.warehouse.details import DETAILS
from spec_parser.warehouse.loading import load
from spec_parser.warehouse.tables import TABLES
from spec_parser.warehouse.targets import opened

_CORPUS = Path(__file__).parent.parent / "corpus"
_MODEL = "4207AR"
_DATES = ("2005-03-01", "2013-07-15", "2021-11-30")
_TARGETS = ("duckdb", "sqlite", "parquet", "postgresql")
_MEBIBYTE = 1024  # of what the kernel tells in KiB


def write_conversion(folder: Path, revisions: int) -> Path:
    """A conversion of so many revisions, three a class, each with words of its own."""
    folder.mkdir(parents=True)
    model = msgspec.json.decode((_CORPUS / f"{_MODEL}.expected.json").read_bytes())
    encoder = msgspec.json.Encoder()
    sources = []
    with (folder / "records.ndjson").open("wb") as lines:
        for number in range(revisions):
            sha256 = hashlib.sha256(str(number).encode()).hexdigest()
            line = encoder.encode(_revision(model, number, sha256))
            lines.write(line + b"\n")
            sources.append((f"{number}.txt", sha256))
    for name in ("findings.ndjson", "references.ndjson"):
        (folder / name).touch()
    _write_manifest(folder / "manifest.sqlite", sources)
    return folder


def _revision(model: dict[str, Any], number: int, sha256: str) -> dict[str, Any]:
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


def _write_manifest(path: Path, sources: list[tuple[str, str]]) -> None:
    schema = Path(archive_manifest.__file__).with_name("manifest.sql").read_text(encoding="utf-8")
    with closing(sqlite3.connect(path)) as base:
        base.executescript(schema)
        base.executemany(
            "INSERT INTO source (path, root, size, run, versions, sha256, outcome, media_type, converted_at)"
            " VALUES (?, '', 7000, 1, '0.1.0', ?, 'converted', 'text/plain', '2026-01-01T00:00:00.000+00:00')",
            sources,
        )
        base.execute("INSERT INTO assembly VALUES ('benchmark', ?)", (len(sources),))
        base.commit()


def one_load(folder: Path, url: str) -> str:
    """Load once, in this process; says how long it took."""
    began, processor = time.perf_counter(), time.process_time()
    with Conversion(folder) as conversion, opened(url) as target:
        summary = load(conversion, target, url)
        revisions = conversion.revisions
    seconds, processor = time.perf_counter() - began, time.process_time() - processor
    rows = sum(summary.added.values())
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _MEBIBYTE
    rates = f"{revisions / seconds:9,.0f} revisions/s {rows:11,} rows {rows / seconds:9,.0f} rows/s"
    return f"{seconds:8.1f} s ({processor:,.1f} s of processor) {rates} {memory:7,.0f} MiB"


def row_by_row(folder: Path, to: Path) -> str:
    """The rows of a conversion into DuckDB, one INSERT each: what loading in bulk is compared with."""
    import duckdb
    from msgspec.structs import astuple

    from spec_parser.warehouse.ddl import DUCKDB, create_statements

    began = time.perf_counter()
    rows = 0
    with duckdb.connect(to) as base, Conversion(folder) as conversion:
        for table in TABLES:
            if table.name in DETAILS:
                for statement in create_statements(table, DUCKDB):
                    base.execute(statement)
        base.execute("BEGIN")
        for _, said in conversion.classes():
            for one in said:
                for name, details in one.details.items():
                    for row in details:
                        values = astuple(row)
                        base.execute(f"INSERT INTO {name} VALUES ({', '.join('?' * len(values))})", values)  # noqa: S608
                        rows += 1
        base.execute("COMMIT")
    seconds = time.perf_counter() - began
    return f"{seconds:8.1f} s {rows:11,} rows {rows / seconds:9,.0f} rows/s"


def with_dlt(folder: Path, to: Path) -> str:
    """The same rows with dlt into DuckDB."""
    import dlt
    from msgspec.structs import asdict

    def rows_of(name: str) -> Iterator[dict[str, Any]]:
        with Conversion(folder) as conversion:
            for _, said in conversion.classes():
                for one in said:
                    yield from (asdict(row) for row in one.details[name])

    began = time.perf_counter()
    pipeline = dlt.pipeline("benchmark", destination=dlt.destinations.duckdb(str(to)), pipelines_dir=str(to.parent))
    for name in DETAILS:
        pipeline.run(rows_of(name), table_name=name, write_disposition="append")
    return f"{time.perf_counter() - began:8.1f} s"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("targets", nargs="*", default=list(_TARGETS), metavar="TARGET", help=", ".join(_TARGETS))
    parser.add_argument("--revisions", type=int, default=100_000)
    parser.add_argument("--sample", type=int, default=5_000)
    parser.add_argument("--one", nargs=2, metavar=("FOLDER", "URL"), help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.one is not None:
        print(one_load(Path(chosen.one[0]), chosen.one[1]))
        return
    with tempfile.TemporaryDirectory() as made, ExitStack() as held:
        folder = Path(made)
        archive = write_conversion(folder / "archive", chosen.revisions)
        size = (archive / "records.ndjson").stat().st_size / 1e6
        print(f"{chosen.revisions:,} revisions, {size:,.0f} MB")
        for name in chosen.targets:
            url = _url(name, folder, held)
            for what in ("first", "again"):
                command = [sys.executable, "-m", "benchmarks.warehouse", "--one", str(archive), url]
                said = subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()
                print(f"{name:12} {what}: {said}", flush=True)
        sample = write_conversion(folder / "sample", chosen.sample)
        print(f"{chosen.sample:,} revisions, what hangs on readings only:")
        url = f"duckdb:///{folder / 'sample.duckdb'}"
        print(f"duckdb, in bulk:     {one_load(sample, url)}")
        print(f"duckdb, row by row:  {row_by_row(sample, folder / 'rows.duckdb')}")
        print(
            f"duckdb, with dlt:    {with_dlt(sample, folder / 'dlt.duckdb') if find_spec('dlt') else 'not installed'}"
        )


def _url(name: str, folder: Path, held: ExitStack) -> str:
    if name != "postgresql":
        return f"{name}:///{folder / name}"
    from tests.components import need
    from tests.warehouse.servers import postgresql

    return held.enter_context(postgresql(need("postgres"), hasty=False))


if __name__ == "__main__":
    main()
