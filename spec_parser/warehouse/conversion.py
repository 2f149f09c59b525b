"""What `convert` left: its revisions class by class, its findings, and its files."""

import sqlite3
from collections.abc import Callable, Collection, Iterator
from contextlib import ExitStack, closing
from datetime import datetime
from itertools import groupby
from pathlib import Path
from types import TracebackType
from typing import Any, Final

import msgspec

from spec_parser.archive.finished import Finished
from spec_parser.archive.names import FINDINGS, MANIFEST, RECORDS, REFERENCES
from spec_parser.warehouse.errors import LoadError
from spec_parser.warehouse.rows import ROWS, FoundFinding, FoundReference, Noticed, Revision, Row, Said, class_of, said
from spec_parser.warehouse.values import json_text, moment

_revision: Final = msgspec.json.Decoder(Revision).decode
_finding: Final = msgspec.json.Decoder(FoundFinding).decode
_reference: Final = msgspec.json.Decoder(FoundReference).decode
_FILES = (
    "SELECT sha256, max(media_type), max(size), max(outcome), max(reason), max(converted_at), max(versions)"
    " FROM source WHERE sha256 NOTNULL GROUP BY sha256 ORDER BY sha256"
)


class Conversion:
    """What `convert` made, open to be read."""

    def __init__(self, place: str | Path) -> None:
        """Open it.

        Args:
            place: a folder, or a URL that fsspec knows.

        Raises:
            LoadError: nothing of the kind is there, or the conversion did not come to an end.
            UnreadableError: the place cannot be reached.
        """
        self._archive = archive = Finished(place)
        self.name = archive.name
        if not archive.has(MANIFEST):
            raise LoadError(f"{archive}: holds no {MANIFEST}; give the folder that `spec-parser convert` made")
        with ExitStack() as held:
            self._base = held.enter_context(archive.database(MANIFEST))
            try:
                row = self._base.execute("SELECT state, revisions FROM assembly").fetchone()
            except sqlite3.Error as error:
                message = f"{archive.path(MANIFEST)}: cannot be read: {error}; convert the archive again"
                raise LoadError(message) from error
            if row is None:
                raise LoadError(f"{archive}: its conversion was not finished; run `spec-parser convert` again")
            self._held = held.pop_all()
        self.state: str = row[0]
        self.revisions: int = row[1]
        self.repeated = 0
        """How many revisions were passed over so far, because another one has the same key."""

    def __enter__(self) -> "Conversion":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._held.close()

    def files(self) -> Iterator[tuple[Row, Row]]:
        """Every file by its bytes, in the order of the hashes: what it is, and what became of it."""
        with closing(self._base.cursor()) as cursor:
            for sha256, media_type, size, outcome, reason, converted_at, versions in cursor.execute(_FILES):
                reading = (sha256, outcome, reason, _moment(converted_at), versions)
                yield (
                    ROWS["source_document"](sha256, media_type, size),
                    ROWS["source_reading"](*reading, "", None, 0),
                )

    def converted(self, hashes: Collection[str]) -> dict[str, str]:
        """When each of these files was converted; those that the conversion does not know are left out."""
        rows = self._base.execute(
            "SELECT sha256, max(converted_at) FROM source WHERE sha256 IN (SELECT value FROM json_each(?))"
            " GROUP BY sha256",
            (json_text(sorted(hashes)),),
        )
        return {sha256: _moment(converted_at) for sha256, converted_at in rows}

    def classes(self) -> Iterator[tuple[str, list[Said]]]:
        """The revisions of each class, with the class's key.

        Raises:
            LoadError: a file is not as `convert` writes it.
            UnreadableError: a file cannot be read.
        """
        revisions = self._lines(RECORDS, _revision)
        findings = _Beside(self._lines(FINDINGS, _finding))
        references = _Beside(self._lines(REFERENCES, _reference))
        last: tuple[str, str] | None = None
        for of_class, group in groupby(revisions, key=lambda one: (one.jurisdiction, one.code or "-")):
            if last is not None and of_class <= last:
                raise LoadError(f"{self._archive.path(RECORDS)}: is not in order; convert the archive again")
            last = of_class
            found: dict[str, list[Said]] = {}
            for key, of_key in groupby(group, key=lambda one: one.key):
                noticed = Noticed(tuple(findings.of(key)), tuple(references.of(key)))
                first, *others = of_key
                found.setdefault(class_of(key), []).append(said(first, noticed))
                self.repeated += len(others)
            yield from found.items()

    def _lines(self, name: str, decode: Callable[[bytes], Any]) -> Iterator[Any]:
        for number, line in enumerate(self._archive.lines(name), 1):
            try:
                yield decode(line)
            except msgspec.MsgspecError as error:
                raise LoadError(
                    f"{self._archive.path(name)}: line {number} is not as this version writes it ({error});"
                    " convert the archive again"
                ) from error


class _Beside:
    """Lines that stand in the order of the revisions that they are of, any number of each."""

    def __init__(self, lines: Iterator[Any]) -> None:
        self._groups = groupby(lines, key=lambda one: one.key)
        self._next = next(self._groups, None)

    def of(self, key: str) -> Iterator[Any]:
        """The lines of a revision; revisions are asked for in order."""
        if self._next is not None and self._next[0] == key:
            yield from self._next[1]
            self._next = next(self._groups, None)


def _moment(text: str) -> str:
    return moment(datetime.fromisoformat(text))
