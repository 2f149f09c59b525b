"""`spec-parser validate`."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from spec_parser.cli.sources import UNREADABLE, complain, files
from spec_parser.errors import UnreadableError
from spec_parser.validation import JOB_CLASS, REVISION, errors, validator

_FOUND = 1


@click.command(
    epilog="""\b
Examples:
  spec-parser validate record.json
  spec-parser validate records.ndjson
  spec-parser parse 4978AR.txt | spec-parser validate -

Exit status: 0 every record is valid; 1 one is not; 2 a file could not be read."""
)
@files
def validate(files: tuple[str, ...]) -> None:
    """Check existing records, or the revisions of an archive, against their JSON Schema.

    FILE holds one record, a list of records, or one record a line; - is standard input. Each error is one line on
    standard output: file, record (from 1), place in the record, what is wrong.
    """
    status = count = invalid = 0
    for name in files:
        try:
            for number, record in enumerate(_records(name), start=1):
                count += 1
                schema = REVISION if isinstance(record, dict) and "revision_version" in record else JOB_CLASS
                if validator(schema).is_valid(record):
                    continue
                invalid += 1
                status = max(status, _FOUND)
                for error in errors(record, schema):
                    click.echo(f"{name}: record {number}: {error}")
        except UnreadableError as error:
            complain(f"{name}: {error}")
            status = UNREADABLE
    click.echo(f"{count} record{'s' * (count != 1)}, {invalid} invalid.", err=True)
    sys.exit(status)


def _records(name: str) -> Iterator[Any]:
    """The records of a file. Raises UnreadableError for what cannot be read or is no JSON."""
    data = _contents(name)
    lines = data.splitlines()
    try:
        whole = json.loads(data)
    except (ValueError, RecursionError) as error:
        if sum(1 for line in lines if line.strip()) < 2 or not lines[0].rstrip().endswith(b"}"):
            raise _no_json(error) from error
    else:
        yield from whole if isinstance(whole, list) else [whole]
        return
    for number, line in enumerate(lines, start=1):
        if line.strip():
            try:
                yield json.loads(line)
            except (ValueError, RecursionError) as error:
                raise _no_json(error, number) from error


def _contents(name: str) -> bytes:
    try:
        return sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    except IsADirectoryError as error:
        raise UnreadableError("is a folder; give the files in it") from error
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        reason = getattr(error, "strerror", None) or error
        raise UnreadableError(f"cannot be read: {reason}; check its name and permissions") from error


def _no_json(error: Exception, line: int | None = None) -> UnreadableError:
    """What is wrong with a file, or with the one of its lines that holds a record."""
    what = str(error)
    if isinstance(error, json.JSONDecodeError):
        what = f"line {line or error.lineno}, column {error.colno}: {error.msg}"
    elif line is not None:
        what = f"line {line}: {what}"
    return UnreadableError(f"is no JSON: {what}; give a record, a list of records, or one record a line")
