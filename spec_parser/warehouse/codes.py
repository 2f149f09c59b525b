"""Code lists: every code that was seen, with the name that the newest page gives it."""

from collections.abc import Iterable, Mapping
from typing import Any

from spec_parser.warehouse.rows import Code, Row
from spec_parser.warehouse.tables import BY_NAME


class Codes:
    """The code lists of a target, as far as they are filled. They are short: a few hundred codes."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self._rows = {_key(type(row).__name__, row): row for row in rows}

    def noted(self, codes: Iterable[Code]) -> tuple[Mapping[str, list[Row]], Mapping[str, list[Row]]]:
        """Note codes; gives the rows that are new and those that are told otherwise now, by their table."""
        before = dict(self._rows)
        touched = {}
        for code in codes:
            key = _key(code.table, code.row)
            old = self._rows.get(key)
            if old is None or _weight(code.row) > _weight(old):
                self._rows[key] = touched[key] = code.row
        new: dict[str, list[Row]] = {}
        named: dict[str, list[Row]] = {}
        for key, row in touched.items():
            (named if key in before else new).setdefault(key[0], []).append(row)
        return new, named


def _key(table: str, row: Row) -> tuple[Any, ...]:
    return (table, *(getattr(row, name) for name in BY_NAME[table].key))


def _weight(row: Row) -> tuple[str, ...]:
    """The greater, the sooner a name is taken: by its date, then by itself, so that no order of loads matters."""
    told = [
        getattr(row, name) or "" for name in BY_NAME[type(row).__name__].names if name not in {"jurisdiction", "code"}
    ]
    return (told[-1], *told)
