"""A load: what a conversion says is brought together with what a target knows, some hundred classes at a time."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from itertools import groupby
from typing import NamedTuple, TypeVar

from msgspec.structs import replace

from spec_parser.warehouse import tables
from spec_parser.warehouse.belief import Believed, Conversions, believed
from spec_parser.warehouse.changes import Changes, Counts, counts, difference, recorded_changes, stamped
from spec_parser.warehouse.codes import Codes
from spec_parser.warehouse.conversion import Conversion
from spec_parser.warehouse.errors import LoadError
from spec_parser.warehouse.migrations import prepare
from spec_parser.warehouse.relating import lineage_changes
from spec_parser.warehouse.rows import ROWS, Row, Said
from spec_parser.warehouse.targets.protocol import Target
from spec_parser.warehouse.values import identity, moment

# Revisions that are brought together at once: each has about sixty rows below it.
_REVISIONS = 1_000
_FILES = 5_000
_BELIEVED = (
    tables.CLASS_REVISION,
    tables.REVISION_SOURCE,
    tables.PAY_OBSERVATION,
    tables.FINDING,
    tables.REFERENCE,
    tables.PAY_RANGE,
)
_Kind = TypeVar("_Kind")


class Summary(NamedTuple):
    """What a load has done.

    Attributes:
        revisions: what became of them.
        added: rows, by table.
        closed: rows that are believed no longer, by table.
        migrated: what was done to the tables themselves, a sentence each.
    """

    revisions: Counts
    added: Mapping[str, int]
    closed: Mapping[str, int]
    migrated: tuple[str, ...]

    @property
    def changed(self) -> bool:
        """Whether the target holds other rows than before."""
        return bool(self.added or self.closed)


def load(
    conversion: Conversion,
    target: Target,
    name: str,
    recorded_at: str | None = None,
    *,
    is_complete: bool = False,
    progress: Callable[[int], None] = lambda _: None,
) -> Summary:
    """Load a conversion: all of it, or nothing.

    Args:
        conversion: what `convert` wrote.
        target: the warehouse.
        name: of the target, for messages.
        recorded_at: record time of the load, as `values.moment` writes it; later than that of every load before. If
            none is given, the time at which the target was free for the load.
        is_complete: whether what the conversion does not show is to be believed no longer.
        progress: is told how many revisions were gone through.

    Raises:
        LoadError: the conversion or the target is not as it must be.
        UnreadableError: the conversion cannot be read.
    """
    with target.loading():
        when = recorded_at or moment(datetime.now(UTC))
        migrated = prepare(target, name, when)
        last = target.last_load()
        if last is not None and last >= when:
            raise LoadError(f"{name}: was last loaded at {last} UTC; give a later --recorded-at")
        return _Load(conversion, target, when, is_complete=is_complete).run(progress, migrated)


class _Load:
    """One load under way."""

    def __init__(self, conversion: Conversion, target: Target, recorded_at: str, *, is_complete: bool) -> None:
        self._conversion, self._target, self._when = conversion, target, recorded_at
        self._is_complete = is_complete
        self._codes = Codes(row for table in tables.LISTS for row in target.listed(table))
        self._counts = Counts()
        self._added: Counter[str] = Counter()
        self._closed: Counter[str] = Counter()

    def run(self, progress: Callable[[int], None], migrated: tuple[str, ...]) -> Summary:
        """Load everything."""
        left = self._documents()
        done = 0
        for batch in _batches(self._conversion.classes()):
            self._classes(batch)
            left.difference_update(batch)
            done += sum(len(of_class) for of_class in batch.values())
            progress(done)
        for some in _some(sorted(left), _REVISIONS):
            self._classes({key: [] for key in some})
        self._files()
        if self._added or self._closed:
            self._log()
        return Summary(self._counts, self._added, self._closed, migrated)

    def _documents(self) -> set[str]:
        """Note all files; gives the classes of which something may hold no longer: their files were read anew."""
        touched: set[str] = set()
        if self._is_complete:
            touched.update(self._target.all_believed(tables.REVISION_SOURCE, "class_key"))
        for some in _some(self._conversion.files(), _FILES):
            new = {reading.sha256: reading for _, reading in some}
            present = self._target.present(tables.SOURCE_DOCUMENT, "sha256", list(new))
            self._write({"source_document": [document for document, _ in some if document.sha256 not in present]})
            known = self._target.believed(tables.SOURCE_READING, "sha256", list(present))
            newer = [row.sha256 for row in known if row.converted_at < new[row.sha256].converted_at]
            shown = self._target.believed(tables.REVISION_SOURCE, "sha256", newer)
            touched.update(row.class_key for row in shown)
        return touched

    def _files(self) -> None:
        """Note what became of the files; after all else, for which it is the measure of what was known before."""
        gone = set(self._target.all_believed(tables.SOURCE_READING, "sha256")) if self._is_complete else set()
        for some in _some(self._conversion.files(), _FILES):
            new = {reading.sha256: reading for _, reading in some}
            gone.difference_update(new)
            known = {row.sha256: row for row in self._target.believed(tables.SOURCE_READING, "sha256", list(new))}
            after = [
                _numbered(reading)
                for sha256, reading in new.items()
                if self._is_complete or sha256 not in known or known[sha256].converted_at <= reading.converted_at
            ]
            before = [known[row.sha256] for row in after if row.sha256 in known]
            self._record("source_reading", before, after)
        for some_gone in _some(sorted(gone), _FILES):
            self._record("source_reading", self._target.believed(tables.SOURCE_READING, "sha256", some_gone), [])

    def _classes(self, new: Mapping[str, Sequence[Said]]) -> None:
        """Bring classes together with what the target knows of them."""
        known = self._known(list(new))
        conversions = self._conversions(known, new)
        said = {one.reading.reading_id: one for of_class in new.values() for one in of_class}
        readings = self._readings(known, said)
        after = {key: believed(known[key], new[key], conversions, readings) for key in new}
        added: defaultdict[str, list[Row]] = defaultdict(list)
        closed: defaultdict[str, list[int]] = defaultdict(list)
        for key, now in after.items():
            self._counts = self._counts.plus(counts(known[key].revisions, now.revisions))
            for table, rows, ids in recorded_changes(known[key], now):
                added[table].extend(stamped(rows, self._when))
                closed[table].extend(ids)
        self._add_classes(added, new)
        self._add_readings(added, said)
        lineages, gone = lineage_changes(self._target, [(known[key], after[key]) for key in new], said)
        added["item_lineage"], closed["item_lineage"] = stamped(lineages, self._when), gone
        named = self._add_codes(added, said.values())
        self._write(added, closed, named)

    def _known(self, keys: Sequence[str]) -> dict[str, Believed]:
        found: dict[str, list[list[Row]]] = {key: [[] for _ in _BELIEVED] for key in keys}
        present = list(self._target.present(tables.JOB_CLASS, "class_key", keys))
        for place, table in enumerate(_BELIEVED):
            for row in self._target.believed(table, "class_key", present):
                found[row.class_key][place].append(row)
        return {key: Believed(*(tuple(rows) for rows in of_class)) for key, of_class in found.items()}

    def _conversions(self, known: Mapping[str, Believed], new: Mapping[str, Sequence[Said]]) -> Conversions:
        hashes = {row.sha256 for of_class in known.values() for row in of_class.sources}
        shown = {row.sha256 for of_class in new.values() for one in of_class for row in one.sources}
        before = self._target.believed(tables.SOURCE_READING, "sha256", list(hashes | shown))
        return Conversions(
            {row.sha256: row.converted_at for row in before},
            self._conversion.converted(hashes | shown),
            self._is_complete,
        )

    def _readings(self, known: Mapping[str, Believed], said: Mapping[int, Said]) -> dict[int, Row]:
        """What was read from the files of classes, as far as it may be believed."""
        found = {reading_id: one.reading for reading_id, one in said.items()}
        named = {row.reading_id for one in known.values() for row in one.sources if row.reading_id is not None}
        for row in self._target.having(tables.READING, "reading_id", named - found.keys()):
            found[row.reading_id] = row
        return found

    def _add_classes(self, added: defaultdict[str, list[Row]], new: Mapping[str, Sequence[Said]]) -> None:
        """The classes that rows name for the first time."""
        named = {row.class_key for row in added["revision_source"]}
        named -= self._target.present(tables.JOB_CLASS, "class_key", named)
        added["job_class"] = [new[key][0].job_class for key in sorted(named)]

    def _add_readings(self, added: defaultdict[str, list[Row]], said: Mapping[int, Said]) -> None:
        """The readings that rows name for the first time, with all that hangs on them."""
        named = {row.reading_id for row in added["revision_source"] if row.reading_id is not None}
        new = [said[one] for one in sorted(named - self._target.present(tables.READING, "reading_id", named))]
        for one in new:
            added["reading"].append(one.reading)
            for table, rows in one.details.items():
                added[table].extend(rows)

    def _add_codes(self, added: defaultdict[str, list[Row]], said: Iterable[Said]) -> Mapping[str, list[Row]]:
        """The codes that are new; gives those that get another name."""
        new, named = self._codes.noted(code for one in said for code in one.codes)
        added.update(new)
        return named

    def _record(self, table: str, before: Iterable[Row], after: Iterable[Row]) -> None:
        rows, ids = difference(before, after)
        self._write({table: stamped(rows, self._when)}, {table: ids})

    def _write(
        self,
        added: Mapping[str, Sequence[Row]],
        closed: Mapping[str, Sequence[int]] | None = None,
        named: Mapping[str, Sequence[Row]] | None = None,
    ) -> None:
        changes = Changes(added, closed or {}, named or {})
        self._added.update({table: len(rows) for table, rows in changes.added.items() if rows})
        self._closed.update({table: len(ids) for table, ids in changes.closed.items() if ids})
        self._target.write(changes, self._when)

    def _log(self) -> None:
        """The row that makes the load one that was done."""
        name, state = self._conversion.name, self._conversion.state
        row = ROWS["load"](self._when, tables.VERSION, name, state, *self._counts[:-1])
        self._target.write(Changes({"load": [row]}, {}, {}), self._when)


def _numbered(reading: Row) -> Row:
    return replace(
        reading,
        row_id=identity(reading.sha256, reading.outcome, reading.reason, reading.converted_at, reading.versions),
    )


def _batches(classes: Iterable[tuple[str, list[Said]]]) -> Iterator[dict[str, list[Said]]]:
    """Classes, as many at a time as have together so many revisions."""
    batch: dict[str, list[Said]] = {}
    revisions = 0
    for key, said in classes:
        batch[key] = said
        revisions += len(said)
        if revisions >= _REVISIONS:
            yield batch
            batch, revisions = {}, 0
    if batch:
        yield batch


def _some(values: Iterable[_Kind], size: int) -> Iterator[list[_Kind]]:
    """The values, so many at a time."""
    for _, some in groupby(enumerate(values), key=lambda pair: pair[0] // size):
        yield [value for _, value in some]
