"""Many sources to one shard: a file of records that is never changed once it is there.

A shard has three lines for each record: the record; what an archive asks of it (`glance`); and what of it may name
something (`references.Candidates`). Both are found where the record is at hand. A shard is named after its content, so
that a chunk which is converted twice, because its worker was lost, leaves one file.
"""

from collections.abc import Mapping, Sequence
from hashlib import sha256
from time import perf_counter
from typing import Any, NamedTuple

import msgspec

from spec_parser.archive.contents import Contents
from spec_parser.archive.evidence import rank
from spec_parser.archive.glance import glanced
from spec_parser.archive.identity import RevisionKey, revision_key
from spec_parser.archive.observed import observed_on
from spec_parser.archive.places import write
from spec_parser.archive.settings import Settings
from spec_parser.archive.sources import Source
from spec_parser.errors import FAULTS, SpecParserError, TimeLimitError, fault
from spec_parser.garbage import seldom_collected
from spec_parser.pipeline import Parsed, Parser
from spec_parser.profiles.loading import load
from spec_parser.readers.kinds import kind
from spec_parser.references import CandidateFinder


class Record(NamedTuple):
    """Where a record stands in a shard, and what is needed to find it again.

    Attributes:
        start: first byte of its lines in the shard.
        length: of its lines in bytes, line ends included.
        key: the revision that it is of.
        rank: sorts the records of one revision, the best evidence first.
        title: of the class.
        replaces: whether its clause says that it replaces another.
        replaced_title: the title that it replaces.
        approved_effective: the date of what it replaces.
    """

    start: int
    length: int
    key: RevisionKey
    rank: tuple[int | str, ...]
    title: str | None
    replaces: bool
    replaced_title: str | None
    approved_effective: str | None


class Conversion(NamedTuple):
    """What became of one source.

    Attributes:
        source: what was converted.
        sha256: of its bytes; None where it could not be read.
        outcome: `converted`, `refused` (it is read, and no class specification or damaged) or `unreadable`.
        reason: one line, where it was not converted.
        media_type: decided by content; None where nothing tells.
        observed_on: the day that a print shows on its pages.
        seconds: that it took.
        findings: how many its records have.
        records: of it.
    """

    source: Source
    sha256: str | None
    outcome: str
    reason: str | None
    media_type: str | None
    observed_on: str | None
    seconds: float
    findings: int
    records: tuple[Record, ...]


class Shard(NamedTuple):
    """What became of a chunk of sources, and the shard's name; None where none of them gave a record."""

    name: str | None
    conversions: tuple[Conversion, ...]


_MEDIA_TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "html": "text/html",
    "pdf": "application/pdf",
    "text": "text/plain",
}
_encode = msgspec.json.Encoder().encode


class _Converter(NamedTuple):
    """What converts a source."""

    parser: Parser
    candidates: CandidateFinder


_converters: dict[Settings, _Converter] = {}


def _converter(settings: Settings) -> _Converter:
    """What converts by some settings; made once a process."""
    found = _converters.get(settings)
    if found is None:
        profile = load(settings.profile)
        found = _Converter(Parser(profile, settings.limits, how=settings.how), CandidateFinder(profile))
        _converters[settings] = found
    return found


@seldom_collected()
def convert(chunk: Sequence[Source], settings: Settings, folder: str) -> Shard:
    """Convert a chunk of sources into a shard in a folder (a path or a URL). Never raises for what a source is."""
    converter = _converter(settings)
    lines: list[bytes] = []
    conversions: list[Conversion] = []
    start = 0
    with Contents(settings.limits.bytes) as contents:
        for source in chunk:
            conversion, found = _convert(source, contents, converter, start)
            conversions.append(conversion)
            lines.extend(found)
            start += sum(map(len, found))
    if not lines:
        return Shard(None, tuple(conversions))
    data = b"".join(lines)
    name = f"{sha256(data).hexdigest()[:32]}.ndjson"
    write(folder, name, data)
    return Shard(name, tuple(conversions))


def _convert(source: Source, contents: Contents, converter: _Converter, start: int) -> tuple[Conversion, list[bytes]]:
    began = perf_counter()
    try:
        data = contents.read(source)
    except SpecParserError as error:
        return Conversion(source, None, "unreadable", str(error), None, None, perf_counter() - began, 0, ()), []
    try:
        parsed = _parsed(data, converter.parser)
    except (SpecParserError, *FAULTS) as error:
        reason = str(error) if isinstance(error, SpecParserError) else fault(error)
        seconds = perf_counter() - began
        digest = sha256(data).hexdigest()
        return Conversion(source, digest, "refused", reason, _media_type(data), None, seconds, 0, ()), []
    lines: list[bytes] = []
    records = []
    printed = parsed.to_json()
    several = (printed,) if len(parsed.plain) == 1 else printed.splitlines(keepends=True)
    for record, line in zip(parsed.plain, several, strict=True):
        beside = b"%b\n%b\n" % (glanced(record, line), _encode(converter.candidates.of(record)))
        length = len(line) + len(beside)
        records.append(_row(record, start, length))
        lines += (line, beside)
        start += length
    conversion = Conversion(
        source=source,
        sha256=parsed.document.sha256,
        outcome="converted",
        reason=None,
        media_type=parsed.document.media_type,
        observed_on=observed_on(parsed),
        seconds=perf_counter() - began,
        findings=sum(len(record["findings"]) for record in parsed.plain),
        records=tuple(records),
    )
    return conversion, lines


def _parsed(data: bytes, parser: Parser) -> Parsed:
    """What a file says. One that takes too long is read a second time: a machine may stand still for seconds.

    A file that hangs its reader hangs it again; what becomes of any other must not depend on the machine.
    """
    try:
        return parser.parse(data)
    except TimeLimitError:
        return parser.parse(data)


def _media_type(data: bytes) -> str | None:
    """What a file that was refused seems to be; None where its first bytes do not tell."""
    try:
        return _MEDIA_TYPES.get(kind(data))
    except SpecParserError:
        return None


def _row(record: Mapping[str, Any], start: int, length: int) -> Record:
    clause = record["cancellation"]
    replaces = clause is not None and clause["kind"] == "replaces"
    return Record(
        start,
        length,
        revision_key(record),
        rank(record),
        record["job_class"]["title"],
        replaces,
        clause["title"] if clause is not None else None,
        clause["approved_effective"] if clause is not None else None,
    )
