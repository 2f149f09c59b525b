"""A field inside another one: its reading, seen from the outer field."""

from typing import TypeVar

from spec_parser.fields.reading import Reading

Value = TypeVar("Value")


def moved(reading: Reading[Value], pointer: str, offset: int) -> Reading[Value]:
    """The same reading with its pointers under `pointer` and its stretches `offset` code points further on."""
    parts = tuple(
        part._replace(
            pointer=pointer + part.pointer,
            stretches=tuple((start + offset, end + offset) for start, end in part.stretches),
        )
        for part in reading.parts
    )
    problems = tuple(
        problem._replace(stretch=(problem.stretch[0] + offset, problem.stretch[1] + offset))
        for problem in reading.problems
    )
    return Reading(reading.value, parts, problems)
