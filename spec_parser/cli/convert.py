"""`spec-parser convert`."""

import os
import sqlite3
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from spec_parser.cli.reading import Reading, reading_options
from spec_parser.cli.sources import UNREADABLE, complain, profile_of, profile_option
from spec_parser.errors import SpecParserError

if TYPE_CHECKING:
    from spec_parser.archive.engines import Engine


@click.command(
    epilog="""\b
Examples:
  spec-parser convert specs/ --out archive    a folder, with all folders in it
  spec-parser convert 2023.zip 2024.tar.gz 'prints/**/*.pdf' --out archive
  spec-parser convert list.csv --out archive  files with the days on which they were seen
  spec-parser convert s3://bucket/specs/ --out archive
  spec-parser convert specs/ --exclude '*.json' --exclude old/ --out archive
  spec-parser convert specs/ --out archive --dry-run

\b
In the folder --out:
  records/             a file a revision of a class: records/us-ct/4978AR/2024-11-07.json
  records.ndjson       the same, one a line, in order
  findings.ndjson      what parsing has to say, one finding a line
  quarantine.ndjson    the sources that gave no record, each with its reason
  references.ndjson    what they name: other classes and which those are, statutes, agencies, licences, one a line
  duties.ndjson        duties that several classes have in nearly the same words, one group a line
  changes.ndjson       which revisions this run added, changed or took away, and in which values
  manifest.sqlite      every source: hash, outcome, times, versions
  report.html          all of this to look at

A run can be ended at any moment: the next one goes on where it was. A source whose size and time are the same is
not read again. Name all sources of an archive each time: one that is no longer found is taken out of it.
A folder may have a file .specignore, which names what is left out of it, one pattern a line, as .gitignore does:
`*.json`, `drafts/`, `/README.md`, `**/old/*.pdf`; `!` takes a file in again. A file that is named on the command line
or in a list is always taken.

Exit status: 0 done, also if sources are in quarantine; 2 the run could not be done, or --max-errors was passed."""
)
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@click.option(
    "--out", required=True, metavar="FOLDER|URL", help="Folder of the archive, or its place in object storage."
)
@click.option(
    "--work",
    type=click.Path(file_okay=False, path_type=Path),
    help="Where an archive in object storage is worked on.  [default: below ~/.cache/spec-parser]",
)
@click.option(
    "--workers",
    type=click.IntRange(1),
    default=os.cpu_count() or 1,
    metavar="N",
    help="Processes that convert.  [default: one a processor]",
)
@click.option(
    "--engine",
    type=click.Choice(["processes", "dask"]),
    default="processes",
    show_default=True,
    help="What converts: processes of this machine, or a dask cluster.",
)
@click.option("--scheduler", metavar="ADDRESS", help="The dask cluster's, as tcp://host:8786; else one is made here.")
@click.option(
    "--exclude",
    multiple=True,
    metavar="PATTERN",
    help="Leave out what lies in a folder or archive and fits, as in .specignore; may be repeated.",
)
@click.option("--rehash", is_flag=True, help="Read every source again, whatever its size and time say.")
@click.option("--retry-quarantined", is_flag=True, help="Read the sources in quarantine again.")
@click.option("--max-errors", type=click.IntRange(0), metavar="N", help="Stop once more sources than that are refused.")
@click.option("--fail-fast", is_flag=True, help="Stop at the first source that is refused.")
@click.option("--dry-run", is_flag=True, help="Convert, and say what would change; replace nothing.")
@click.option(
    "--records-only",
    is_flag=True,
    help="Leave out references.ndjson and duties.ndjson, which take longest where sources are text.",
)
@click.option("--json-log", is_flag=True, help="Log one JSON object a line, for programs.")
@profile_option
@reading_options
def convert(
    sources: tuple[str, ...],
    *,
    out: str,
    work: Path | None,
    workers: int,
    engine: str,
    scheduler: str | None,
    exclude: tuple[str, ...],
    rehash: bool,
    retry_quarantined: bool,
    max_errors: int | None,
    fail_fast: bool,
    dry_run: bool,
    records_only: bool,
    json_log: bool,
    profile: str,
    reading: Reading,
) -> None:
    """Convert a whole archive of class specifications.

    SOURCE is a file, a folder, a pattern, a zip or tar archive, a list of files (CSV with the columns
    path,observed_on,url), or a URL of object storage.
    """
    from spec_parser.archive.mirror import bring
    from spec_parser.archive.remote import reason, store_errors
    from spec_parser.archive.running import Choices, convert_archive
    from spec_parser.archive.settings import Settings
    from spec_parser.cli.watching import watching

    choices = Choices(exclude, rehash, retry_quarantined, dry_run, 0 if fail_fast else max_errors, records_only)
    settings = Settings(profile_of(profile), reading.limits, reading.how)
    try:
        with watching(json_log=json_log) as watcher:
            folder, shards = _place(out, work)
            summary = convert_archive(
                sources,
                folder,
                _engine(engine, workers, scheduler),
                shards=shards,
                settings=settings,
                choices=choices,
                progress=watcher,
            )
            if shards is not None and not dry_run:
                bring(folder, out)
            watcher.summary(summary, out, dry_run=dry_run)
    except SpecParserError as error:
        complain(str(error))
        sys.exit(UNREADABLE)
    except _unwritable() as error:
        advice = (
            "check the name and your rights"
            if isinstance(error, store_errors())
            else "make room or give another folder"
        )
        complain(f"{out}: cannot be written: {reason(error)}; {advice}: the next run goes on from here")
        sys.exit(UNREADABLE)


def _unwritable() -> tuple[type[Exception], ...]:
    """What is raised where an archive cannot be written."""
    from spec_parser.archive.remote import store_errors

    return OSError, sqlite3.Error, *store_errors()


def _place(out: str, work: Path | None) -> tuple[Path, str | None]:
    """The folder that an archive is worked on in, and where its shards lie if not there."""
    from spec_parser.archive.mirror import fetch, work_folder
    from spec_parser.archive.remote import is_url

    if not is_url(out):
        return Path(out), None
    folder = work or work_folder(out)
    fetch(out, folder)
    return folder, f"{out.rstrip('/')}/shards"


def _engine(name: str, workers: int, scheduler: str | None) -> "Engine":
    if name == "dask" or scheduler is not None:
        from spec_parser.archive.distributed import Dask

        return Dask(scheduler, workers)
    from spec_parser.archive.engines import Here, Processes

    return Processes(workers) if workers > 1 else Here()
