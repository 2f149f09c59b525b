"""`spec-parser load`."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import TYPE_CHECKING

import click

from spec_parser.cli.sources import UNREADABLE, complain
from spec_parser.errors import SpecParserError

if TYPE_CHECKING:
    from spec_parser.warehouse.loading import Summary


@click.command(
    epilog="""\b
Examples:
  spec-parser load archive --to duckdb:///specs.duckdb       a DuckDB file in this folder
  spec-parser load archive --to duckdb:////srv/specs.duckdb
  spec-parser load archive --to sqlite:///specs.sqlite       then: datasette specs.sqlite -m specs.sqlite.metadata.json
  spec-parser load archive --to parquet:///specs             a folder of Parquet files with a Frictionless Data Package
  spec-parser load archive --to iceberg:///specs             needs spec-parser[iceberg]
  spec-parser load archive --to postgresql://me@host/specs   needs spec-parser[postgres]
  spec-parser load s3://bucket/archive --to duckdb:///specs.duckdb
  spec-parser load archive --to 'duckdb:///specs.duckdb?memory_limit=2GB'
  spec-parser load archive --to duckdb:///specs.duckdb --recorded-at 2024-11-20T09:30

\b
Three slashes stand before a relative path, four before an absolute one.

Loads add up: a revision that another folder has shown before stays, and one that is found late takes its place among
the days of its class. Of two conversions of the same file the later one counts, in whatever order they are loaded.
Nothing is overwritten: what is no longer believed keeps the time for which it was (recorded_from, recorded_to). A
load that fails leaves the target as it was; one that was done before changes nothing.

Exit status: 0 done; 2 the conversion could not be loaded."""
)
@click.argument("place", metavar="DIR|URL")
@click.option("--to", "url", required=True, metavar="URL", help="The warehouse; made where it is not there yet.")
@click.option(
    "--recorded-at",
    type=click.DateTime(["%Y-%m-%d", "%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%dT%H:%M:%S.%f"]),
    metavar="TIME",
    help="Record time of the load, in UTC; later than that of every load before.  [default: now]",
)
@click.option("--complete", is_flag=True, help="DIR is all there is: what it does not show is believed no longer.")
def load(place: str, *, url: str, recorded_at: datetime | None, complete: bool) -> None:
    """Load what `convert` wrote into a warehouse.

    DIR is what `spec-parser convert --out DIR` made: a folder, or a URL as s3://bucket/archive.
    """
    from spec_parser.warehouse.conversion import Conversion
    from spec_parser.warehouse.loading import load as load_conversion
    from spec_parser.warehouse.targets import opened
    from spec_parser.warehouse.targets.naming import without_password
    from spec_parser.warehouse.values import moment

    shown = without_password(url)
    when = None if recorded_at is None else moment(recorded_at)
    try:
        with Conversion(place) as conversion, opened(url) as target, _progress(conversion.revisions) as progress:
            summary = load_conversion(conversion, target, shown, when, is_complete=complete, progress=progress)
    except SpecParserError as error:
        complain(str(error))
        sys.exit(UNREADABLE)
    except OSError as error:
        complain(f"{shown}: cannot be written: {error.strerror}; make room, or give another place")
        sys.exit(UNREADABLE)
    for line in summary_lines(summary, shown):
        click.echo(line, err=True)
    if conversion.repeated:
        complain(f"{place}: {conversion.repeated:,} revisions were left out: another one has the same class and date")


def summary_lines(summary: "Summary", url: str) -> Iterator[str]:
    """What was done, for a person."""
    yield from summary.migrated
    found = summary.revisions
    parts = [
        f"{found.inserted:,} new",
        f"{found.corrected:,} corrected",
        f"{found.moved:,} with other days or evidence",
        f"{found.withdrawn:,} withdrawn",
        f"{found.unchanged:,} as they were",
    ]
    yield f"Revisions: {', '.join(parts)}."
    if not summary.changed:
        yield f"Nothing changed in {url}."
        return
    yield f"Rows: {sum(summary.added.values()):,} added, {sum(summary.closed.values()):,} closed."
    yield f"The tables are in {url}; `class_revision` is the one to begin with."


@contextmanager
def _progress(revisions: int) -> Iterator[Callable[[int], None]]:
    """Shows on a terminal how many revisions were gone through."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("[bold]Loading"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=revisions)
        yield lambda done: bar.update(task, completed=done)
