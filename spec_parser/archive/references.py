"""references.ndjson: what the specifications of an archive name, and which of its classes a title is.

Which that is, only the titles of all can tell. Until they are known, what may name something waits in a file.
"""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any, NamedTuple

import msgspec
from msgspec import Struct

from spec_parser.archive.merging import Seen
from spec_parser.archive.model import StoredRevision
from spec_parser.profiles.loading import load
from spec_parser.profiles.profile import Profile
from spec_parser.references import Candidates, Reference, ReferenceReader, Resolution, Title, Titles


class _Naming(Struct, frozen=True, array_like=True):
    """A revision that names something.

    Attributes:
        key: of it.
        code: of its class.
        title: of its class.
        is_latest: whether it is the latest of its class.
        replaced: code of the class that its cancellation clause is known to replace.
    """

    key: str
    code: str | None
    title: str | None
    is_latest: bool
    replaced: str | None


class _Former(Struct, frozen=True, array_like=True):
    """The first of `Candidates`."""

    former: str | None


_encode = msgspec.json.Encoder().encode
_naming = msgspec.json.Decoder(_Naming).decode
_former = msgspec.json.Decoder(_Former).decode
_candidates = msgspec.json.Decoder(Candidates).decode


class References(NamedTuple):
    """What references.ndjson is told by.

    Attributes:
        profile: what the records were read with.
    """

    profile: str | Path

    def needed(self, revision: StoredRevision, best: Seen) -> bytes:
        """A revision and, on a line of their own, the candidates of the best evidence for it."""
        known, title = revision.predecessor, best.record.job_class.title
        replaced = None if known is None else known.code
        naming = _Naming(revision.key, revision.code, title, revision.is_latest, replaced)
        return _encode(naming) + b"\n" + best.candidates + b"\n"

    def teller(self) -> "ReferenceTeller":
        """What tells the references of an archive."""
        return ReferenceTeller(load(self.profile))


class ReferenceTeller:
    """Tells the references of an archive: one line a mention, in the order of the revisions and of their texts."""

    def __init__(self, profile: Profile) -> None:
        self._profile = profile
        self._titles = Titles()
        self._waiting = TemporaryFile()  # noqa: SIM115 (closed at the end)

    def close(self) -> None:
        """Let go of what waits."""
        self._waiting.close()

    def add(self, needed: bytes) -> None:
        """Take some revisions; their titles are noted while others come."""
        self._waiting.write(needed)
        self._titles.add(_titles(_pairs(iter(needed.splitlines()))))

    def lines(self) -> Iterator[bytes]:
        """The lines of references.ndjson."""
        reader = ReferenceReader(self._profile, self._titles)
        self._waiting.seek(0)
        for naming, candidates in _pairs(self._waiting):
            for reference in reader.among(_candidates(candidates)):
                yield _encode(_named(naming, reference, self._titles)) + b"\n"


def _pairs(lines: Iterator[bytes]) -> Iterator[tuple[_Naming, bytes]]:
    for line in lines:
        yield _naming(line), next(lines)


def _titles(pairs: Iterator[tuple[_Naming, bytes]]) -> Iterator[Title]:
    """The titles of revisions, and those that cancellation clauses say were replaced."""
    for naming, candidates in pairs:
        if naming.code is None:
            continue
        if naming.title is not None:
            yield Title(naming.code, naming.title, current=naming.is_latest)
        former = _former(candidates).former
        if former is not None:
            yield Title(naming.code, former, current=False)


def _named(naming: _Naming, reference: Reference, titles: Titles) -> dict[str, Any]:
    """A reference with the class that it names; a clause's own evidence, its date, counts before the title."""
    found = titles.resolve(reference.text) if reference.kind == "class" else None
    if reference.relation == "replaces" and naming.replaced is not None:
        found = Resolution("exact", (naming.replaced,))
    return {
        "key": naming.key,
        "code": naming.code,
        **msgspec.structs.asdict(reference),
        "certainty": None if found is None else found.certainty,
        "codes": () if found is None else found.codes,
    }
