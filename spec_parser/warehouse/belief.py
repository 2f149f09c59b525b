"""What is believed of a class after a load: what the warehouse knows and what a conversion says, brought together.

Nothing here depends on the order of loads. Of two conversions of a file the later one counts, whichever is loaded
first; of two readings of a revision, from different files, the later one too, save that text which was recognised from
an image never replaces text that was not.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from spec_parser.warehouse.effective import pay_ranges, standing
from spec_parser.warehouse.rows import Row, Said


class Believed(NamedTuple):
    """What is believed of a class: rows of the recorded tables."""

    revisions: tuple[Row, ...] = ()
    sources: tuple[Row, ...] = ()
    observations: tuple[Row, ...] = ()
    findings: tuple[Row, ...] = ()
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

    def takes(self, sha256: str) -> bool:
        """Whether what the conversion says of a file holds."""
        return self.is_complete or self.new[sha256] >= self.known.get(sha256, "")


def believed(known: Believed, new: Sequence[Said], conversions: Conversions) -> Believed:
    """What is believed of a class now.

    Args:
        known: what was believed before.
        new: what the conversion says, a revision each.
        conversions: which of both is to be believed of a file.
    """
    sources = _of_files(known.sources, (one.sources for one in new), conversions)
    shown = {row.revision_key for row in sources}
    readings = [
        *(_weighed(row, conversions.known, holds=conversions.keeps(row.sha256)) for row in known.revisions),
        *(_weighed(one.revision, conversions.new, holds=conversions.takes(one.revision.sha256)) for one in new),
    ]
    chosen = {row.revision_key: row for _, row in sorted(readings, key=lambda pair: pair[0])}
    revisions = standing(row for key, row in chosen.items() if key in shown)
    observations = _of_files(known.observations, (one.observations for one in new), conversions)
    return Believed(
        revisions,
        sources,
        observations,
        _of_files(known.findings, (one.findings for one in new), conversions),
        pay_ranges(observations, revisions),
    )


def _of_files(known: Iterable[Row], new: Iterable[Iterable[Row]], conversions: Conversions) -> tuple[Row, ...]:
    """The rows that hold, of those that tell of a file: each once."""
    rows = {row.row_id: row for row in known if conversions.keeps(row.sha256)}
    rows.update((row.row_id, row) for some in new for row in some if conversions.takes(row.sha256))
    return tuple(rows.values())


def _weighed(row: Row, converted: Mapping[str, str], *, holds: bool) -> tuple[tuple[bool, bool, str, int], Row]:
    """A reading of a revision with what sorts it: the last one is taken."""
    return (holds, not row.is_recognised, converted.get(row.sha256, ""), row.reading_id), row
