"""references.ndjson: what the specifications of an archive name, and which of its classes a title is.

Which that is, only the titles of all can tell. Until they are known, what may name something waits in a file.
"""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any

import msgspec
from msgspec import Struct

from spec_parser.archive.merging import Seen
from spec_parser.archive.model import StoredRevision
from spec_parser.archive.outputs import Lines
from spec_parser.profiles.profile import Profile
from spec_parser.references import Candidates, Reference, ReferenceReader, Resolution, Title, Titles

REFERENCES = "references.ndjson"


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


class References:
    """Takes the revisions of an archive in the order of their keys, then writes what they name."""

    def __init__(self) -> None:
        self._waiting = TemporaryFile()  # noqa: SIM115 (closed at the end)

    def __enter__(self) -> "References":
        return self

    def __exit__(self, *_: object) -> None:
        self._waiting.close()

    def add(self, revision: StoredRevision, best: Seen) -> None:
        """Take one more revision, with the best evidence for it."""
        known, title = revision.predecessor, best.record.job_class.title
        replaced = None if known is None else known.code
        naming = _Naming(revision.key, revision.code, title, revision.is_latest, replaced)
        self._waiting.write(_encode(naming) + b"\n" + best.candidates)

    def write(self, out: Path, profile: Profile) -> None:
        """Write references.ndjson: one line a mention, in the order of the revisions and of their texts.

        Args:
            out: the folder of the archive.
            profile: what its records were read with.
        """
        titles = Titles(self._titles())
        reader = ReferenceReader(profile, titles)
        with Lines(out / REFERENCES) as lines:
            for naming, candidates in self._pairs():
                for reference in reader.among(_candidates(candidates)):
                    lines.add(_named(naming, reference, titles))

    def _pairs(self) -> Iterator[tuple[_Naming, bytes]]:
        self._waiting.seek(0)
        for line in self._waiting:
            yield _naming(line), next(self._waiting)

    def _titles(self) -> Iterator[Title]:
        """The titles of all revisions, and those that cancellation clauses say were replaced."""
        for naming, candidates in self._pairs():
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
