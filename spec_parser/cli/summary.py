"""The table that `parse --summary` shows."""

import os
import shutil
import sys
from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from pathlib import PurePath
from typing import TYPE_CHECKING

import click

from spec_parser.cli.understanding import Understanding, statements
from spec_parser.model import JobClass

if TYPE_CHECKING:
    from spec_parser.pipeline import Parsed

_HEADINGS = ("file", "form", "code", "title", "sections", "duties", "KSA", "pay a year", "unread", "findings")
_NUMBERS = frozenset({"sections", "duties", "KSA", "unread"})
_TITLE = 3
_FORMS = {"text/plain": "text", "text/html": "HTML", "application/pdf": "PDF"}


class Summary:
    """Collects one row a record."""

    def __init__(self) -> None:
        self._rows: list[tuple[str, ...]] = []
        self._paths: list[PurePath] = []
        self._characters = 0
        self._unread = 0
        self._understanding = Understanding()

    def add(self, name: str, parsed: "Parsed") -> None:
        """Take the records of one file."""
        for record in parsed.records:
            self._understanding.add(statements(record.minimum_qualifications))
            counts = [
                f"{count} {severity}"
                for severity in ("error", "warning", "info")
                if (count := sum(finding.severity == severity for finding in record.findings))
            ]
            self._characters += record.coverage.characters
            self._unread += record.coverage.unrecognised
            self._paths.append(PurePath(name))
            self._rows.append(
                (
                    _form(record.source.media_type),
                    record.job_class.code or "-",
                    record.job_class.title or "-",
                    str(len(record.sections)),
                    str(len(record.duties)),
                    str(len(record.knowledge_skill_ability)),
                    _pay(record),
                    str(record.coverage.unrecognised),
                    ", ".join(counts) or "none",
                )
            )

    def show(self) -> None:
        """Print the table to standard error; titles are cut to the terminal's width."""
        rows = [(file, *row) for file, row in zip(_short(self._paths), self._rows, strict=True)]
        widths = [max(map(len, column)) for column in zip(_HEADINGS, *rows, strict=True)]
        spare = width() - sum(widths) - 2 * (len(widths) - 1)
        if spare < 0:
            widths[_TITLE] = max(widths[_TITLE] + spare, 12)
        colour = sys.stderr.isatty() and not os.environ.get("NO_COLOR")
        self._line(_HEADINGS, widths, bold=colour)
        for row in rows:
            self._line(row, widths, bold=False)
        share = 100 * (1 - self._unread / self._characters) if self._characters else 100
        count = f"{len(self._rows)} record{'s' * (len(self._rows) != 1)}"
        click.echo(
            f"{count}; {self._characters:,} characters, {share:.1f}% accounted for as values, headers, marks, space or"
            " furniture.",
            err=True,
        )
        self._understanding.show()

    def _line(self, cells: tuple[str, ...], widths: list[int], *, bold: bool) -> None:
        shown = []
        for heading, cell, width in zip(_HEADINGS, cells, widths, strict=True):
            text = cell if len(cell) <= width else cell[: width - 1] + "…"
            shown.append(text.rjust(width) if heading in _NUMBERS else text.ljust(width))
        line = "  ".join(shown).rstrip()
        click.echo(click.style(line, bold=True) if bold else line, err=True)


def width() -> int:
    """Columns of the terminal that the table goes to; standard output may well be a file."""
    if "COLUMNS" not in os.environ:
        with suppress(OSError):  # no terminal
            return os.get_terminal_size(sys.stderr.fileno()).columns
    return shutil.get_terminal_size((140, 24)).columns


def _short(paths: Sequence[PurePath]) -> list[str]:
    """The names of files; those that several files share are told with their folder."""
    shared = Counter(path.name for path in set(paths))
    return [path.name if shared[path.name] == 1 else "/".join(path.parts[-2:]) for path in paths]


def _form(media_type: str) -> str:
    """The form of a file, short; all but text, web pages, PDF files and images is an office's."""
    return _FORMS.get(media_type, "image" if media_type.startswith("image/") else "Word")


def _pay(record: JobClass) -> str:
    """Pay a year; the amounts of variable pay are placeholders, and not shown."""
    if record.pay is None or record.pay.yearly is None:
        return "-"
    if record.pay.kind == "variable":
        return "variable"
    low, high = record.pay.yearly.min, record.pay.yearly.max
    return low if low == high else f"{low}-{high}"
