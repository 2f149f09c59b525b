"""The way a specification takes: bytes, document, structure, record, coverage, validation."""

from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from spec_parser.assembly import assemble
from spec_parser.coverage import Painting, Piece, coverage, paint, pieces
from spec_parser.document import Document, Stretch
from spec_parser.errors import LimitError, NotASpecificationError
from spec_parser.fields.readers import FieldReaders
from spec_parser.findings import finding
from spec_parser.limits import DEFAULT, Limits
from spec_parser.model import Content, Finding, JobClass, Provenance
from spec_parser.origins import recognised
from spec_parser.profiles.loading import load
from spec_parser.profiles.profile import Profile
from spec_parser.readers import form, options, read_as
from spec_parser.readers.files import contents, naming
from spec_parser.structure import Structure, Vocabulary, structure
from spec_parser.validation import check

_ENCODER = msgspec.json.Encoder()
# A class specification shows at least two of its signs.
_SIGNS_NEEDED = 2


class Value(NamedTuple):
    """A value of a record: which record (from 0), where in it, and where it comes from."""

    record: int
    pointer: str
    provenance: Provenance


class Place(NamedTuple):
    """What a character became: the piece that it belongs to, and the values that are read from it."""

    piece: Piece
    values: tuple[Value, ...]


class Parsed:
    """What was read from one file.

    The records were validated as plain types, and are printed from them. The typed ones are made when they are asked
    for.

    Attributes:
        document: the text and the way back into the file.
        plain: the records as plain types, for whoever handles so many that typed ones cost too much.
        readers: of fields, which remember what they read lately, for whoever reads more of the text.
    """

    def __init__(
        self, document: Document, plain: tuple[dict[str, Any], ...], painting: Painting, readers: FieldReaders
    ) -> None:
        self.document = document
        self.plain = plain
        self.readers = readers
        self._painting = painting

    @cached_property
    def records(self) -> tuple[JobClass, ...]:
        """The job classes, in the order of the document."""
        return tuple(msgspec.convert(record, JobClass) for record in self.plain)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What parsing has to say of all records."""
        return tuple(finding for record in self.records for finding in record.findings)

    def at(self, offset: int) -> "Place":
        """What the character at an offset of `document.text` became.

        Raises:
            IndexError: the document is shorter.
        """
        if not 0 <= offset < len(self.document.text):
            raise IndexError(f"the document has {len(self.document.text)} characters; {offset} is none of them")
        piece = next(piece for piece in self.pieces if piece.start <= offset < piece.end)
        values = tuple(
            Value(number, pointer, provenance)
            for number, record in enumerate(self.records)
            for pointer, provenance in record.provenance.items()
            if any(span.start <= offset < span.end for span in provenance.spans)
        )
        return Place(piece, values)

    @cached_property
    def pieces(self) -> tuple[Piece, ...]:
        """The document in pieces, each of one kind; put together they are `document.text`."""
        return pieces(self._painting.kinds)

    def to_json(self) -> bytes:
        """One compact JSON record a line, as `spec-parser parse` prints them."""
        return _ENCODER.encode_lines(self.plain)


class Parser:
    """Parses with one profile. Grammars, patterns and what was read lately are kept between files."""

    def __init__(
        self,
        profile: Profile,
        limits: Limits = DEFAULT,
        *,
        how: options.Options = options.DEFAULT,
        isolated: bool = True,
    ) -> None:
        self._profile = profile
        self._limits = limits
        self._how = how
        self._isolated = isolated
        self._vocabulary = Vocabulary(profile)
        self._readers = FieldReaders(profile)

    def parse(self, data: bytes | str, *, name: str | None = None) -> Parsed:
        """Read one file's bytes, or a text.

        Raises:
            SpecParserError: the file is no class specification, or cannot be read; the message says why.
        """
        kind = form(data, self._limits)
        if isinstance(data, str) or kind == "text" or not self._isolated:
            return self.understand(read_as(kind, data, name=name, limits=self._limits, how=self._how))
        from spec_parser import isolation

        begun = isolation.begin(kind, data, name=name, limits=self._limits, how=self._how)
        return self.understand(begun.document())

    def understand(self, document: Document) -> Parsed:
        """Make records of a document that was read already.

        Raises:
            SpecParserError: it is no class specification; the message says why.
        """
        words = recognised(document.place)
        if words:
            from spec_parser.recognition import settled

            document = settled(document, words, self._vocabulary, self._readers)
        found = structure(document, self._vocabulary)
        if len(found.sections) > self._limits.sections:
            raise LimitError(
                f"has {len(found.sections):,} sections; the limit is {self._limits.sections:,}:"
                " give one class specification a file"
            )
        self._refuse_too_many(document, found)
        draft = assemble(document, found, self._profile, self._readers)
        if max(signs(found, record.content) for record in draft.records) < _SIGNS_NEEDED:
            raise NotASpecificationError(
                "is no class specification: of its signs (two headers, title with code, pay line, coded field,"
                " cancellation clause, footer) it shows fewer than two; give the whole text of one, or another profile"
            )
        # Coverage is told from the sections, which the records of one document share.
        first = draft.records[0]
        painting = paint(document, first.content.sections, first.provenance, draft.furniture, draft.bars)
        counted, lost = coverage(painting.kinds), _lost(document, painting.lost)
        records = tuple([record.plain(counted, lost) for record in draft.records])
        for record in records:
            check(record)
        return Parsed(document, records, painting, self._readers)

    def _refuse_too_many(self, document: Document, found: Structure) -> None:
        """Each class of a table repeats the sections of its page: together they may be no longer than a document."""
        classes, most = found.classes(), self._limits.characters
        if classes > 1 and classes * len(document.text) > most:
            raise LimitError(
                f"has {classes:,} classes that share {len(document.text):,} characters; together the limit is {most:,}:"
                " divide the table among several files"
            )


def signs(found: Structure, record: Content) -> int:
    """How many signs of a class specification there are: different exact headers count up to two, others once."""
    headers = {
        section.kind
        for section in found.sections
        if section.kind != "unrecognised" and section.header is not None and not section.header.near
    }
    coded = (record.occupational_group, record.bargaining_unit, record.eeo_category)
    return min(len(headers), 2) + sum(
        (
            record.job_class.title is not None and record.job_class.code is not None,
            record.pay is not None and record.pay.kind is not None,
            any(field is not None and field.code is not None for field in coded),
            record.cancellation is not None and record.cancellation.kind is not None,
            record.footer is not None,
        )
    )


def _lost(document: Document, stretches: tuple[Stretch, ...]) -> tuple[Finding, ...]:
    if not stretches:
        return ()
    spans = [document.span(stretch) for stretch in stretches]
    message = "This text was read but stands nowhere in the record. Please report it as a fault of spec-parser."
    return (finding("text-lost", message, spans),)


_parsers: dict[tuple[str | Path | None, Limits, options.Options, bool], Parser] = {}


def parse(
    data: bytes | str | Path,
    *,
    name: str | None = None,
    profile: str | Path | None = None,
    limits: Limits = DEFAULT,
    how: options.Options = options.DEFAULT,
    isolated: bool = True,
) -> Parsed:
    """Turn a class specification into validated records.

    Args:
        data: a file's bytes; a `str` is text, a `Path` is a file.
        name: of the file, for the record and for messages; a path's own name by default.
        profile: a jurisdiction's name, or the path of a profile; Connecticut by default.
        limits: sizes beyond which the file is refused.
        how: what reads PDF files, whether images are recognised.
        isolated: whether files that are no plain text are read in a process of their own, within the limits on time
            and memory, so that a file made to do harm can do none to this one. It is started with the first such file
            and kept for the next ones. Without it a file is read here, and nothing limits what its reading takes.

    Raises:
        SpecParserError: with one line that names the file, says what is wrong and what to do.
    """
    key = (profile, limits, how, isolated)
    parser = _parsers.get(key)
    if parser is None:
        _parsers[key] = parser = Parser(load(profile), limits, how=how, isolated=isolated)
    with naming(str(data) if isinstance(data, Path) else name or "input"):
        if isinstance(data, Path):
            return parser.parse(contents(data, limits), name=data.name if name is None else name)
        return parser.parse(data, name=name)
