"""The revisions of an archive, as `convert` leaves it, one after the other."""

from collections.abc import Iterator
from pathlib import Path

import msgspec
from msgspec import Struct

from spec_parser.comparing.model import Identity
from spec_parser.comparing.streams import Numbered
from spec_parser.errors import UnreadableError
from spec_parser.model import JobClass

_RECORDS = "records.ndjson"
_NO_CODE = "-"


class _Line(Struct):
    """What is asked of a line of records.ndjson."""

    key: str
    jurisdiction: str
    code: str | None
    record: JobClass


def is_archive(path: Path) -> bool:
    """Whether this is a folder that `convert` wrote."""
    return path.is_dir() and (path / _RECORDS).is_file()


def revisions(folder: Path) -> Iterator[Numbered]:
    """The revisions in the order of their identities; one at a time is in memory.

    Raises:
        UnreadableError: a line that is no revision.
    """
    decoder = msgspec.json.Decoder(_Line)
    try:
        with (folder / _RECORDS).open("rb") as file:
            for number, line in enumerate(file, start=1):
                try:
                    found = decoder.decode(line)
                except (msgspec.DecodeError, UnicodeDecodeError) as error:
                    message = f"{folder / _RECORDS}: line {number} is no revision: {error}; convert the archive anew"
                    raise UnreadableError(message) from error
                identity = Identity(found.jurisdiction, found.code or _NO_CODE, found.key.rpartition("/")[2])
                yield identity, found.record.content
    except OSError as error:
        raise UnreadableError(f"{folder / _RECORDS}: cannot be read: {error.strerror or error}") from error
