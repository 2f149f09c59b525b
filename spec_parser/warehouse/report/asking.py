"""Where the facts of a report come from: a warehouse, or a folder that is loaded into one for the while."""

from collections.abc import Iterator
from pathlib import Path

import msgspec

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


def of_folder(folder: Path) -> Facts:
    """What a folder that `convert` made has to tell.

    Raises:
        LoadError: it is no such folder.
    """
    from spec_parser.warehouse.targets.duckdb import DuckDbTarget

    with Conversion(folder) as conversion, DuckDbTarget(Path(":memory:")) as target:
        load(conversion, target, str(folder))
        return facts(target, tuple(_groups(folder / "duties.ndjson")))


def _groups(path: Path) -> Iterator[Reused]:
    decode = msgspec.json.Decoder(_Group).decode
    try:
        with path.open("rb") as file:
            for line in file:
                group = decode(line)
                yield Reused(group.text, group.classes)
    except (OSError, msgspec.MsgspecError) as error:
        raise LoadError(f"{path}: cannot be read: {error}; convert the archive again") from error
