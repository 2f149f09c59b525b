"""`spec-parser validate`."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from spec_parser.cli.sources import UNREADABLE, complain, files
from spec_parser.validation import errors, validator

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
    """Check existing records against the JSON Schema.

    FILE holds one record, a list of records, or one record a line; - is standard input. Each error is one line on
    standard output: file, record (from 1), place in the record, what is wrong.
    """
    status = 0
    count = invalid = 0
    for name in files:
        try:
            data = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
            for number, record in enumerate(_records(data), start=1):
                count += 1
                if not validator().is_valid(record):
                    invalid += 1
                    status = max(status, _FOUND)
                    for error in errors(record):
                        click.echo(f"{name}: record {number}: {error}")
        except OSError as error:
            complain(f"{name}: cannot be read: {error.strerror or error}")
            status = UNREADABLE
        except ValueError as error:
            complain(f"{name}: is no JSON: {error}; give a record, a list of records, or one record a line")
            status = UNREADABLE
    click.echo(f"{count} records, {invalid} invalid.", err=True)
    sys.exit(status)


def _records(data: bytes) -> Iterator[Any]:
    """The records of a file. Raises ValueError for what is no JSON."""
    lines = [line for line in data.splitlines() if line.strip()]
    try:
        whole = json.loads(data)
    except (ValueError, RecursionError) as error:
        if len(lines) < 2 or not lines[0].rstrip().endswith(b"}"):
            raise ValueError(str(error)) from error
        for number, line in enumerate(lines, start=1):
            try:
                yield json.loads(line)
            except (ValueError, RecursionError) as fault:
                raise ValueError(f"line {number}: {fault}") from fault
        return
    yield from whole if isinstance(whole, list) else [whole]
