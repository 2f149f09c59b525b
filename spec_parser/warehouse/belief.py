"""What is believed of a class after a load: what the warehouse knows and what a conversion says, brought together.

Nothing here depends on the order of loads. Of two conversions of a file the later one counts, whichever is loaded
first; so does the later of two readings of a revision from different files, save that text which was recognised from
an image gives way to text that was not. A revision is believed as long as a file is, from which it was read.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from spec_parser.warehouse.effective import pay_ranges, standing
from spec_parser.warehouse.rows import Row, Said, revision_of

_CERTAINTIES: Final = ("exact", "plural", "retitled", "ambiguous", "unresolved", None)


class Believed(NamedTuple):
    """What is believed of a class: rows of the recorded tables."""

    revisions: tuple[Row, ...] = ()
    sources: tuple[Row, ...] = ()
    observations: tuple[Row, ...] = ()
    findings: tuple[Row, ...] = ()
    references: tuple[Row, ...] = ()
    pay: tuple[Row, ...] = ()


class Conversions(NamedTuple):
    """When files were converted, by their hashes.

    Attributes:
        known: last, as far as the warehouse knows.
        new: in the conversion that is loaded, for each of its files.
        is_complete: whether that conversion is all there is: what it does not show is believed no longer.
    """

    known: Mapping[str, str]
    new: Mapping[str, str]
    is_complete: bool = False

    def keeps(self, sha256: str) -> bool:
        """Whether what the warehouse knows from a file still holds."""
        if self.is_complete:
            return False
        return sha256 not in self.new or self.known.get(sha256, "") >= self.new[sha256]

    def latest(self, sha256: str) -> str:
        """When the file was last converted, as far as is known now."""
        return max(self.known.get(sha256, ""), self.new.get(sha256, ""))

    def takes(self, sha256: str) -> bool:
        """Whether what the conversion says of a file holds."""
        return self.is_complete or self.new[sha256] >= self.known.get(sha256, "")


def believed(known: Believed, new: Sequence[Said], conversions: Conversions, readings: Mapping[int, Row]) -> Believed:
    """What is believed of a class now.

    Args:
        known: what was believed before.
        new: what the conversion says, a revision each.
        conversions: which of both is to be believed of a file.
        readings: those that files of the class gave, by their ids.
    """
    sources = tuple(_once(_of_files(known.sources, (one.sources for one in new), conversions)))
    best: dict[str, Row] = {}
    for row in sorted(
        (row for row in sources if row.reading_id is not None), key=lambda row: _weight(row, conversions)
    ):
        best[row.revision_key] = row
    revisions = standing(revision_of(readings[row.reading_id], row) for row in best.values())
    observations = tuple(_of_files(known.observations, (one.observations for one in new), conversions))
    return Believed(
        revisions,
        sources,
        observations,
        tuple(_of_files(known.findings, (one.findings for one in new), conversions)),
        tuple(_surest(_of_files(known.references, (one.references for one in new), conversions))),
        pay_ranges(observations, revisions),
    )


def _of_files(known: Iterable[Row], new: Iterable[Iterable[Row]], conversions: Conversions) -> Iterable[Row]:
    """The rows that hold, of those that tell of a file: each once."""
    rows = {row.row_id: row for row in known if conversions.keeps(row.sha256)}
    rows.update((row.row_id, row) for some in new for row in some if conversions.takes(row.sha256))
    return rows.values()


def _once(sources: Iterable[Row]) -> Iterator[Row]:
    """Each place of a file once: with what was read from it, where one of the conversions of the same time says so."""
    found: dict[tuple[str, str, str], Row] = {}
    for row in sorted(sources, key=lambda row: (row.reading_id is not None, row.row_id)):
        found[row.revision_key, row.sha256, row.path] = row
    yield from found.values()


def _surest(references: Iterable[Row]) -> Iterator[Row]:
    """Each mention once: as the archive has it that knows best which class is meant."""
    found: dict[tuple[str, str, int], Row] = {}
    for row in sorted(references, key=lambda row: (-_CERTAINTIES.index(row.certainty), row.row_id)):
        found[row.revision_key, row.sha256, row.ordinal] = row
    yield from found.values()


def _weight(row: Row, conversions: Conversions) -> tuple[bool, str, int, str, str]:
    """The greater, the sooner a revision is taken from a file."""
    return not row.is_recognised, conversions.latest(row.sha256), row.reading_id, row.sha256, row.path
