"""The conversion of an archive: sources to shards, once each; shards to revisions, in one step."""

import pickle
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from tempfile import TemporaryFile
from time import monotonic
from typing import NamedTuple

from spec_parser.archive.assembling import revisions
from spec_parser.archive.beside import FILES, Beside, remove
from spec_parser.archive.engines import Engine
from spec_parser.archive.locking import alone
from spec_parser.archive.manifest import Manifest
from spec_parser.archive.merging import Seen
from spec_parser.archive.model import StoredRevision
from spec_parser.archive.names import MANIFEST
from spec_parser.archive.outputs import Changes, Lines, write_quarantine, write_revisions
from spec_parser.archive.places import prune, write
from spec_parser.archive.progress import Progress, Silence, Summary
from spec_parser.archive.report.facts import Facts
from spec_parser.archive.report.page import page
from spec_parser.archive.settings import Settings
from spec_parser.archive.sources import Source, sources
from spec_parser.errors import SpecParserError
from spec_parser.garbage import seldom_collected

# Sources of a chunk at most. The last ones have fewer, so that at the end no worker waits long for another.
SOURCES_A_CHUNK = 50
_LEAST_OF_A_CHUNK = 10
_OF_WHAT_REMAINS = 1 / 16


class TooManyRefusedError(SpecParserError):
    """More sources were refused than the caller allows; what was converted is kept, and the next run goes on."""


class Choices(NamedTuple):
    """What a caller can choose of one run; nothing that a record depends on.

    Attributes:
        exclude: patterns of what is left out of folders and archives.
        rehash: read every source, whatever its size and time say.
        retry: convert those again that were refused or unreadable.
        dry_run: say what would change, and change nothing but the shards.
        most_refused: end the run when more sources of it were refused; None for any number.
        records_only: leave out what only the whole archive can tell: references.ndjson and duties.ndjson.
    """

    exclude: tuple[str, ...] = ()
    rehash: bool = False
    retry: bool = False
    dry_run: bool = False
    most_refused: int | None = None
    records_only: bool = False


@seldom_collected()
def convert_archive(
    arguments: Sequence[str],
    out: Path,
    engine: Engine,
    *,
    shards: str | None = None,
    settings: Settings = Settings(),  # noqa: B008 (a tuple of constants)
    choices: Choices = Choices(),  # noqa: B008
    progress: Progress = Silence(),  # noqa: B008
) -> Summary:
    """Convert all sources that the arguments name, and put their classes and revisions together.

    What was converted before by the same versions is not converted again. The process can be ended at any moment:
    the next run goes on, and ends in the same bytes.

    Args:
        arguments: files, folders, patterns, archives, list files, URLs.
        out: the folder of the archive.
        engine: who converts.
        shards: folder or URL of the shards, which every worker must reach; in the folder by default.
        settings: what the records depend on.
        choices: of this run.
        progress: who listens.

    Raises:
        UnreadableError: an argument names nothing.
        TooManyRefusedError: more sources were refused than `choices` allow.
        BusyError: another run works in the folder.
        OSError: the folder cannot be written: the disk is full, or the like.
    """
    began = monotonic()
    shards = shards or str(out / "shards")
    with alone(out), Manifest(out / MANIFEST, settings.versions()) as manifest:
        converted = refused = 0
        left_out: Counter[str] = Counter()
        given = sources(arguments, exclude=choices.exclude, left_out=left_out)
        for shard in engine.run(_chunks(manifest, given, choices, progress), settings, shards):
            manifest.add(shard)
            progress.done(shard)
            converted += len(shard.conversions)
            refused += sum(one.outcome != "converted" for one in shard.conversions)
            if choices.most_refused is not None and refused > choices.most_refused:
                write_quarantine(out, manifest.refused())
                raise TooManyRefusedError(
                    f"{refused:,} sources were refused, and at most {choices.most_refused:,} are allowed; they are in"
                    f" {out / 'quarantine.ndjson'}. What was converted is kept: the next run goes on from there"
                )
        gone = [] if choices.dry_run else manifest.forget_gone()
        beside = partial(Beside, settings.profile, apart=engine.has_processes)
        changes = _assemble(manifest, out, shards, choices, progress, beside=beside)
        outcomes = manifest.counts()
        manifest.end()
    seconds = monotonic() - began
    return Summary(sum(outcomes.values()), converted, outcomes, dict(left_out), tuple(gone), changes, seconds)


def _assemble(
    manifest: Manifest, out: Path, shards: str, choices: Choices, progress: Progress, *, beside: Callable[[], Beside]
) -> Changes:
    """Put the revisions together and write all that is told of them; nothing where nothing has changed since."""
    state, assembled = manifest.state(), manifest.assembled()
    files = ("report.html", *(() if choices.records_only else FILES))
    whole = all((out / name).is_file() for name in files)
    if assembled is not None and assembled[0] == state and not choices.rehash and whole:
        with Lines(out / "changes.ndjson"):
            return Changes(0, 0, 0, assembled[1])
    facts = Facts()
    found = _counted(revisions(manifest, shards), facts, progress)
    if choices.dry_run:
        return write_revisions(out, found, dry_run=True)
    manifest.assemble(None, 0)
    if choices.records_only:
        remove(out)
        changes = write_revisions(out, found, dry_run=False)
    else:
        with beside() as telling:
            changes = write_revisions(out, telling.told(found), dry_run=False)
            telling.write(out)
    write_quarantine(out, manifest.refused())
    write(str(out), "report.html", page(facts, manifest.forms(), manifest.refused()).encode())
    prune(shards, manifest.prune())
    manifest.assemble(state, facts.revisions)
    return changes


def _counted(
    found: Iterator[tuple[StoredRevision, tuple[Seen, ...]]], facts: Facts, progress: Progress
) -> Iterator[tuple[StoredRevision, tuple[Seen, ...]]]:
    for revision, seen in found:
        yield revision, seen
        facts.add(revision, seen)
        progress.assembling(facts.revisions)
        del revision, seen  # before the next is read: records can be large


def _chunks(
    manifest: Manifest, given: Iterator[Source], choices: Choices, progress: Progress
) -> Iterator[tuple[Source, ...]]:
    """The sources that are to be converted, in chunks.

    All are found first, so that it is known how many there are; until their turn comes they wait in a file.
    """
    found = unconverted = 0
    with TemporaryFile() as waiting:
        for more, batch in manifest.unconverted(given, rehash=choices.rehash, retry=choices.retry):
            found, unconverted = found + more, unconverted + len(batch)
            progress.found(found, unconverted)
            for source in batch:
                pickle.dump(source, waiting)
        waiting.seek(0)
        while unconverted:
            number = min(SOURCES_A_CHUNK, max(_LEAST_OF_A_CHUNK, int(unconverted * _OF_WHAT_REMAINS)), unconverted)
            unconverted -= number
            yield tuple(pickle.load(waiting) for _ in range(number))  # noqa: S301 (written above)
