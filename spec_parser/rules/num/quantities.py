"""Quantities in running text with what they count: `Nine (9) years`, `fifteen (15) semester hours`."""

import re
from collections.abc import Iterable, Iterator
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from spec_parser.document import Stretch
from spec_parser.profiles.conventions import Unit
from spec_parser.rules.memory import once
from spec_parser.rules.subject import Passage, Subject

QUALIFICATIONS = ("minimum_qualifications", "general_experience", "special_experience", "substitutions")


class Counted(NamedTuple):
    """A quantity that word and numeral agree on, and the unit behind it.

    Attributes:
        start: first character of the quantity in the text.
        end: the one after its numeral.
        value: the number.
        unit: what it counts; None where none of the known units follows.
        unit_start: first character of the unit.
        unit_end: the one after its last.
    """

    start: int
    end: int
    value: Fraction
    unit: Unit | None
    unit_start: int
    unit_end: int


def counted(subject: Subject, text: str) -> Iterator[Counted]:
    """The quantities in a text whose word and numeral agree."""
    if "(" not in text:
        return
    reading = subject.readers.quantities(text)
    units = units_of(subject)
    for part in reading.parts:
        if part.pointer.endswith("/value"):
            start, end = part.stretches[0]
            unit, first, last = unit_at(text, end, units)
            yield Counted(start, end, Fraction(str(part.value)), unit, first, last)


@once
def numbered(subject: Subject) -> tuple[tuple[Passage, tuple[Counted, ...]], ...]:
    """The texts that have such quantities, and these."""
    found = [(passage, tuple(counted(subject, passage.value.text))) for passage in subject.numeric]
    return tuple((passage, quantities) for passage, quantities in found if quantities)


@once
def units_of(subject: Subject) -> tuple[Unit, ...]:
    """The units that the profile knows."""
    conventions = subject.profile.conventions
    studied = [unit for study in conventions.study for unit in (study.credit, study.year)]
    return tuple(dict.fromkeys([*conventions.units, *studied]))


def unit_at(text: str, start: int, units: Iterable[Unit]) -> tuple[Unit | None, int, int]:
    """The unit that follows at a place of a text, and where it stands."""
    for unit in units:
        found = unit_pattern(unit).match(text, start)
        if found is not None:
            return unit, *found.span("unit")
    return None, start, start


def unit_places(text: str, units: Iterable[Unit]) -> list[Stretch]:
    """Where units stand in a text, for one or several, each after a blank."""
    small = text.lower()
    there = [unit for unit in units if unit.one.lower() in small or unit.many.lower() in small]
    return sorted({found.span("unit") for unit in there for found in unit_pattern(unit).finditer(text)})


@lru_cache(maxsize=64)
def unit_pattern(unit: Unit) -> re.Pattern[str]:
    """A blank and the unit, for one or several; an adjective may stand before it: `one (1) additional year`."""
    return re.compile(
        rf"\s(?:(?:additional|consecutive|calendar|full)\s)?(?P<unit>{re.escape(unit.many)}|{re.escape(unit.one)})\b",
        re.IGNORECASE,
    )


def qualifications(subject: Subject) -> Iterator[Passage]:
    """The texts of the minimum qualifications."""
    return subject.passages_of(*QUALIFICATIONS)


@once
def pairs_numbers(subject: Subject) -> bool:
    """Whether a number in the minimum qualifications stands in words and figures before its unit."""
    return any(
        one.unit is not None
        for passage, quantities in numbered(subject)
        if passage.kind in QUALIFICATIONS
        for one in quantities
    )
