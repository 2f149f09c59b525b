"""The revisions of an archive, as `convert` leaves it, one after the other."""

from collections.abc import Iterable, Iterator

import msgspec
from msgspec import Struct

from spec_parser.comparing.model import Identity
from spec_parser.comparing.streams import Numbered
from spec_parser.errors import UnreadableError
from spec_parser.model import JobClass

_NO_CODE = "-"


class _Line(Struct):
    """What is asked of a line of records.ndjson."""

    key: str
    jurisdiction: str
    code: str | None
    record: JobClass


def revisions(lines: Iterable[bytes], name: str) -> Iterator[Numbered]:
    """The revisions in the order of their identities; one at a time is in memory.

    Args:
        lines: of an archive's records.ndjson.
        name: of that file, for messages.

    Raises:
        UnreadableError: a line that is no revision.
    """
    decoder = msgspec.json.Decoder(_Line)
    for number, line in enumerate(lines, start=1):
        try:
            found = decoder.decode(line)
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            message = f"{name}: line {number} is no revision: {error}; convert the archive anew"
            raise UnreadableError(message) from error
        identity = Identity(found.jurisdiction, found.code or _NO_CODE, found.key.rpartition("/")[2])
        yield identity, found.record.content
