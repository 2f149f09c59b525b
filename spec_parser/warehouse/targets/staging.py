"""Rows on their way into DuckDB: lines of JSON in a file, until they are enough to be worth handing over."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

import msgspec

from spec_parser.warehouse.ddl import quoted
from spec_parser.warehouse.rows import Row

_ENCODER: Final = msgspec.json.Encoder()
# Rows that are written at once. Few, as each may be as long as a document.
_ROWS: Final = 100
# Bytes that DuckDB is told a line may have, at least: it reads twice as many at a time.
_LINE: Final = 64 * 1024


class Lines:
    """Rows of a table in a file.

    Attributes:
        size: bytes that were written.
        longest: bytes that no line has more of.
        density: bytes that a row has, where the rows that were written together are longest.
    """

    def __init__(self, path: Path) -> None:
        """Begin the file `path`, empty."""
        self.size, self.longest, self.density = 0, _LINE, 0
        self._path = path
        path.write_bytes(b"")

    def add(self, rows: Sequence[Row]) -> None:
        """Write rows."""
        with self._path.open("ab") as file:
            for start in range(0, len(rows), _ROWS):
                some = rows[start : start + _ROWS]
                text = _ENCODER.encode_lines(some)
                file.write(text)
                self.size += len(text)
                self.longest = max(self.longest, 1 + max(map(len, text.split(b"\n"))))
                self.density = max(self.density, len(text) // len(some))

    def question(self, types: Mapping[str, str]) -> str:
        """The file as DuckDB names it in a question, with the types of its columns.

        It sets aside twice as many bytes for each of its threads as it is told that a line may have.
        """
        named = ", ".join(f"{name}: {quoted(kind)}" for name, kind in types.items())
        return (
            f"read_json({quoted(str(self._path))}, format = 'newline_delimited', columns = {{{named}}},"
            f" maximum_object_size = {self.longest})"
        )

    def remove(self) -> None:
        """Take the file away."""
        self._path.unlink()
