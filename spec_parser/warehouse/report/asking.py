"""Where the facts of a report come from: a warehouse, or a conversion that is loaded into one for the while."""

from collections.abc import Iterator
from pathlib import Path

import msgspec

from spec_parser.archive.finished import Finished
from spec_parser.archive.names import DUTIES
from spec_parser.warehouse.conversion import Conversion
from spec_parser.warehouse.errors import LoadError
from spec_parser.warehouse.loading import load
from spec_parser.warehouse.report.facts import Facts, Reused, facts
from spec_parser.warehouse.targets import filled


class _Group(msgspec.Struct):
    """Duties of several classes in nearly the same words, as far as a report tells of them."""

    text: str
    classes: int


def of_warehouse(url: str) -> Facts:
    """What the warehouse that a URL names has to tell.

    Raises:
        LoadError: it cannot be opened, or is empty.
    """
    with filled(url) as target:
        return facts(target)


def of_archive(place: str | Path) -> Facts:
    """What `convert` made, in a folder or elsewhere, has to tell.

    Raises:
        LoadError: there is nothing of the kind.
        UnreadableError: it cannot be read.
    """
    from spec_parser.warehouse.targets.duckdb import DuckDbTarget

    with Conversion(place) as conversion, DuckDbTarget(Path(":memory:")) as target:
        load(conversion, target, str(place))
        return facts(target, tuple(_groups(Finished(place))))


def _groups(archive: Finished) -> Iterator[Reused]:
    decode = msgspec.json.Decoder(_Group).decode
    for line in archive.lines(DUTIES):
        try:
            group = decode(line)
        except msgspec.MsgspecError as error:
            raise LoadError(f"{archive.path(DUTIES)}: cannot be read: {error}; convert the archive again") from error
        yield Reused(group.text, group.classes)
