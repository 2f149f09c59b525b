"""What a conversion says while it runs, to whoever listens."""

from typing import NamedTuple, Protocol

from spec_parser.archive.outputs import Changes
from spec_parser.archive.shards import Shard


class Summary(NamedTuple):
    """What a conversion has done.

    Attributes:
        sources: that the archive has.
        converted: of them, in this run.
        outcomes: how many sources have each outcome.
        left_out: how many files were left out, by what left them out: `.specignore` or `--exclude`.
        gone: sources that were there before and are no longer.
        changes: of the revisions.
        seconds: that the run took.
    """

    sources: int
    converted: int
    outcomes: dict[str, int]
    left_out: dict[str, int]
    gone: tuple[str, ...]
    changes: Changes
    seconds: float


class Progress(Protocol):
    """Listens to a conversion."""

    def found(self, sources: int, unconverted: int) -> None:
        """So many sources were found so far, and so many of them are to be converted."""

    def done(self, shard: Shard) -> None:
        """A chunk of sources was converted."""

    def assembling(self, revisions: int) -> None:
        """So many revisions were put together so far."""


class Silence:
    """Listens to nothing."""

    def found(self, sources: int, unconverted: int) -> None:
        """Nothing."""

    def done(self, shard: Shard) -> None:
        """Nothing."""

    def assembling(self, revisions: int) -> None:
        """Nothing."""
