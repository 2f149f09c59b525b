"""The files beside the records: what only a whole archive can tell."""

from collections.abc import Iterator
from pathlib import Path

from spec_parser.archive.duties import Duties
from spec_parser.archive.merging import Seen
from spec_parser.archive.model import StoredRevision
from spec_parser.archive.names import DUTIES, REFERENCES
from spec_parser.archive.outputs import Lines
from spec_parser.archive.references import References
from spec_parser.archive.telling import Apart, Kind, Teller

FILES = (REFERENCES, DUTIES)


class Beside:
    """Has the files beside the records told while the revisions of an archive go by.

    Args:
        profile: what the records were read with.
        apart: whether processes of their own tell them.
    """

    def __init__(self, profile: str | Path, *, apart: bool) -> None:
        kinds: dict[str, Kind] = {REFERENCES: References(profile), DUTIES: Duties()}
        self._tellers: list[tuple[str, Kind, Teller]] = [
            (name, kind, Apart(kind) if apart else kind.teller()) for name, kind in kinds.items()
        ]

    def __enter__(self) -> "Beside":
        return self

    def __exit__(self, *_: object) -> None:
        for _name, _kind, teller in self._tellers:
            teller.close()

    def told(
        self, found: Iterator[tuple[StoredRevision, tuple[Seen, ...]]]
    ) -> Iterator[tuple[StoredRevision, tuple[Seen, ...]]]:
        """The same revisions, of which the tellers have taken what they need."""
        for revision, seen in found:
            for _name, kind, teller in self._tellers:
                teller.add(kind.needed(revision, seen[0]))
            yield revision, seen
            del revision, seen  # before the next is read: records can be large

    def write(self, out: Path) -> None:
        """Write the files, all revisions being taken."""
        # All begin before the first is listened to: in processes of their own they work at once.
        found = [(name, teller.lines()) for name, _kind, teller in self._tellers]
        for name, told in found:
            with Lines(out / name) as lines:
                for some in told:
                    lines.write(some)


def remove(out: Path) -> None:
    """Take the files away that tell of other records than there are."""
    for name in FILES:
        (out / name).unlink(missing_ok=True)
