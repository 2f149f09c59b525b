"""How much of the minimum qualifications was understood, and which shapes of sentences were not."""

import re
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

import click

from spec_parser.model import Expression, MinimumQualifications, Note, Requirement, Understood

_SHOWN = 10
_LONGEST_SHAPE = 110
_NAMES: dict[Understood, str] = {"whole": "whole", "partial": "in part", "text": "not"}
_SHAPE = (
    # In this order: what a shape has for a number with or without its word, a unit stays; a title; what is quoted.
    (re.compile(r"(?:\b[A-Za-z-]+(?: and [a-z-]+)? )?\(\s?[0-9][0-9,./ -]*\)|\b[0-9][0-9,./]*\b"), "N"),
    (re.compile(r"(?<=[a-z,] )[A-Z][\w'’-]+(?: (?:of |and |the )?(?:[A-Z][\w'’-]+|N\b|[IVX]+\b))*"), "TITLE"),
)


class Statement(NamedTuple):
    """One text of the minimum qualifications."""

    heading: str
    text: str
    understood: Understood
    expression: Expression | None


def statements(found: MinimumQualifications) -> list[Statement]:
    """The texts of the minimum qualifications, in the order of the record."""
    rows: list[tuple[str, Requirement | Note]] = [
        *(("GENERAL EXPERIENCE", one) for one in (found.general_experience,) if one),
        *(("SPECIAL EXPERIENCE", one) for one in (found.special_experience,) if one),
        *(("SUBSTITUTIONS ALLOWED", one) for one in found.substitutions),
        *(("OTHER", one) for one in found.other),
        *(("NOTES", one) for one in found.notes),
    ]
    return [Statement(heading, one.text, one.understood, one.expression) for heading, one in rows]


def shape(text: str) -> str:
    """A text with its numbers and titles replaced, so that texts of one shape are alike."""
    for pattern, name in _SHAPE:
        text = pattern.sub(name, text)
    return text if len(text) <= _LONGEST_SHAPE else text[: _LONGEST_SHAPE - 1] + "…"


class Understanding:
    """Counts statements by how they were understood."""

    def __init__(self) -> None:
        self._counts: Counter[Understood] = Counter()
        self._shapes: Counter[str] = Counter()

    def add(self, found: Iterable[Statement]) -> None:
        """Take the statements of one record."""
        for statement in found:
            self._counts[statement.understood] += 1
            if statement.understood != "whole":
                self._shapes[shape(statement.text)] += 1

    def lines(self) -> list[str]:
        """The shares, then the most frequent shapes that were not understood whole."""
        total = self._counts.total()
        if not total:
            return []
        shares = [
            f"{100 * self._counts[kind] / total:.1f}% {name} ({self._counts[kind]:,})" for kind, name in _NAMES.items()
        ]
        lines = [f"{total:,} statements of qualifications; understood: {', '.join(shares)}."]
        if self._shapes:
            lines.append("Not understood whole, the most frequent first (N: a number, TITLE: a title):")
            ordered = sorted(self._shapes.items(), key=lambda row: (-row[1], row[0]))
            lines += [f"{count:>6}  {printed}" for printed, count in ordered[:_SHOWN]]
        return lines

    def show(self) -> None:
        """Print the lines to standard error."""
        for line in self.lines():
            click.echo(line, err=True)
