"""From the records of all sources to classes and their revisions: one step, the same on every run.

Records are copied, not understood anew: of most a glance is enough, and only where a revision has several sources are
they compared.
"""

from collections.abc import Iterator

from spec_parser.archive.glance import glance
from spec_parser.archive.identity import RevisionKey
from spec_parser.archive.lineage import Entry, Place, lineage
from spec_parser.archive.manifest import Manifest, Stored
from spec_parser.archive.merging import Seen, merge
from spec_parser.archive.model import REVISION_VERSION, StoredRevision
from spec_parser.archive.places import read


def revisions(manifest: Manifest, shards: str) -> Iterator[tuple[StoredRevision, tuple[Seen, ...]]]:
    """All revisions of an archive in the order of their keys, each with what its sources say, best evidence first.

    Args:
        manifest: of the archive, every source of it converted.
        shards: the folder of the shards.
    """
    places = lineage(_entry(key, stored) for key, stored in manifest.revisions())
    for place, (key, stored) in zip(places, manifest.revisions(), strict=True):
        seen = tuple(_seen(one, shards) for one in sorted(stored, key=_evidence))
        yield _revision(key, place, seen), seen
        del seen  # before the next is read: records can be large


def _evidence(stored: Stored) -> tuple[int | str, ...]:
    return (*stored.rank, stored.path)


def _entry(key: RevisionKey, stored: list[Stored]) -> Entry:
    best = min(stored, key=_evidence)
    return Entry(key, best.title, best.replaces, best.replaced_title, best.approved_effective)


def _seen(stored: Stored, shards: str) -> Seen:
    lines = read(shards, stored.shard, stored.start, stored.length)
    end = lines.index(b"\n")
    kept, candidates = lines[end + 1 : -1].split(b"\n")
    return Seen(stored.path, stored.observed_on, stored.url, memoryview(lines)[:end], candidates, glance(kept))


def _revision(key: RevisionKey, place: Place, seen: tuple[Seen, ...]) -> StoredRevision:
    best, merged = seen[0], merge(seen)
    return StoredRevision(
        revision_version=REVISION_VERSION,
        key=key.text,
        jurisdiction=key.jurisdiction,
        code=best.record.job_class.code,
        basis=key.basis,
        ordinal=place.ordinal,
        is_latest=place.is_latest,
        predecessor=place.predecessor,
        replaced_by=place.replaced_by,
        sources=merged.sources,
        disagreements=merged.disagreements,
        pay=merged.pay,
    )
