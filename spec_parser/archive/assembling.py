"""From the records of all sources to classes and their revisions: one step, the same on every run."""

from collections.abc import Iterator
from pathlib import Path

import msgspec

from spec_parser.archive.identity import RevisionKey
from spec_parser.archive.lineage import Entry, Place, lineage
from spec_parser.archive.manifest import Manifest, Stored
from spec_parser.archive.merging import Seen, merge
from spec_parser.archive.model import REVISION_VERSION, ClassRevision
from spec_parser.archive.places import read
from spec_parser.model import JobClass

_DECODER = msgspec.json.Decoder(JobClass)


def revisions(manifest: Manifest, shards: str) -> Iterator[tuple[ClassRevision, list[Seen]]]:
    """All revisions of an archive in the order of their keys, each with what its sources say.

    Args:
        manifest: of the archive, every source of it converted.
        shards: the folder of the shards.
    """
    places = lineage(_entry(key, stored) for key, stored in manifest.revisions())
    for key, stored in manifest.revisions():
        seen = [_seen(one, shards) for one in stored]
        yield _revision(key, places[key.text], seen), seen


def _entry(key: RevisionKey, stored: list[Stored]) -> Entry:
    best = min(stored, key=lambda one: (*one.rank, one.path))
    return Entry(key, best.title, best.replaces, best.replaced_title, best.approved_effective)


def _seen(stored: Stored, shards: str) -> Seen:
    record = _DECODER.decode(read(shards, stored.shard, stored.start, stored.length))
    # A record does not depend on its file's name, so that the same bytes are read once; here it gets it.
    source = msgspec.structs.replace(record.source, name=Path(stored.path).name)
    return Seen(stored.path, stored.observed_on, stored.url, msgspec.structs.replace(record, source=source))


def _revision(key: RevisionKey, place: Place, seen: list[Seen]) -> ClassRevision:
    merged = merge(seen)
    return ClassRevision(
        revision_version=REVISION_VERSION,
        key=key.text,
        jurisdiction=key.jurisdiction,
        code=merged.record.job_class.code,
        basis=key.basis,
        ordinal=place.ordinal,
        is_latest=place.is_latest,
        predecessor=place.predecessor,
        replaced_by=place.replaced_by,
        sources=merged.sources,
        disagreements=merged.disagreements,
        pay=merged.pay,
        record=merged.record,
    )
