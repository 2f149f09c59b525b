"""What specifications say, from the files that a command is given: records as JSON, or specifications to be parsed."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from spec_parser.cli.reading import Reading
from spec_parser.errors import InvalidRecordError, UnreadableError
from spec_parser.model import Content, JobClass
from spec_parser.pipeline import parse


def contents(name: str, profile: str | Path, reading: Reading) -> Iterator[Content]:
    """The contents in a file, in order.

    Args:
        name: of a file with a record, a list of records, one record a line, or a specification; `-` is standard input.
        profile: what a specification is read with.
        reading: how files are read.

    Raises:
        SpecParserError: one line that names the file, says what is wrong and what to do.
    """
    try:
        data = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    except OSError as error:
        raise UnreadableError(f"{name}: cannot be read: {error.strerror or error}") from error
    if data.startswith(b"{\\rtf") or data.lstrip()[:1] not in (b"{", b"["):
        yield from (record.content for record in parse(data, name=name, profile=profile, **reading._asdict()).records)
        return
    for number, plain in enumerate(_records(name, data), start=1):
        yield _content(f"{name}: record {number}", plain)


def _records(name: str, data: bytes) -> list[Any]:
    try:
        lines = msgspec.json.Decoder().decode_lines(data) if b"\n{" in data.strip() else [msgspec.json.decode(data)]
    except RecursionError as error:
        message = f"{name}: is no JSON: it is nested too deep; give a record, a list of records, or one record a line"
        raise UnreadableError(message) from error
    except msgspec.DecodeError as error:
        message = f"{name}: is no JSON: {error}; give a record, a list of records, or one record a line"
        raise UnreadableError(message) from error
    return [record for line in lines for record in (line if isinstance(line, list) else [line])]


def _content(name: str, plain: Any) -> Content:
    """The content of a record or of an archive's revision, or content as `spec-parser generate` writes it."""
    if isinstance(plain, dict) and "revision_version" in plain:
        plain = plain.get("record")
    whole = isinstance(plain, dict) and "source" in plain
    try:
        return msgspec.convert(plain, JobClass).content if whole else msgspec.convert(plain, Content)
    except msgspec.ValidationError as error:
        raise InvalidRecordError(f"{name}: {error}; `spec-parser validate` says more") from error
