"""A field inside another one: its reading, seen from the outer field."""

from typing import TypeVar

from spec_parser.fields.reading import Part, Problem, Reading

Value = TypeVar("Value")


def moved(reading: Reading[Value], pointer: str, offset: int) -> Reading[Value]:
    """The same reading with its pointers under `pointer` and its stretches `offset` code points further on."""
    parts = [
        Part(pointer + name, value, tuple([(start + offset, end + offset) for start, end in stretches]))
        for name, value, stretches in reading.parts
    ]
    problems = [
        Problem(code, message, (start + offset, end + offset), fix)
        for code, message, (start, end), fix in reading.problems
    ]
    return Reading(reading.value, tuple(parts), tuple(problems))
