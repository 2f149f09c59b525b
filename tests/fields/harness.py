"""Run the case files: a text in, the whole reading out."""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
import yaml

from spec_parser.fields.readers import FieldReaders
from spec_parser.fields.reading import Reading
from spec_parser.profiles.loading import load

CASES = Path(__file__).parent / "cases"
FIELDS = tuple(sorted(FieldReaders.__annotations__))
Case = dict[str, Any]


@cache
def readers() -> FieldReaders:
    return FieldReaders(load())


def reader(field: str) -> Callable[[str], Reading[Any]]:
    read: Callable[[str], Reading[Any]] = getattr(readers(), field)
    return read


@cache
def cases(field: str) -> tuple[Case, ...]:
    return tuple(yaml.safe_load((CASES / f"{field}.yaml").read_text(encoding="utf-8")))


def plain(value: Any) -> Any:
    """The value as YAML would have it: dictionaries for records, lists for tuples."""
    return _lists(msgspec.to_builtins(value))


def _lists(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _lists(child) for name, child in value.items()}
    return [_lists(child) for child in value] if isinstance(value, list | tuple) else value


def as_case(text: str, reading: Reading[Any]) -> Case:
    """A reading in the form of the case files. `text` is the text itself, and is left out of a value that has it."""
    value = plain(reading.value)
    if isinstance(value, dict) and "text" in value:
        assert value.pop("text") == text
    case: Case = {"text": text, "value": value}
    if reading.parts:
        case["parts"] = {part.pointer: [text[slice(*one)] for one in part.stretches] for part in reading.parts}
    if reading.problems:
        case["problems"] = [
            {
                "code": problem.code,
                "stretch": text[slice(*problem.stretch)],
                "says": problem.message.partition(" Expected is ")[0],
            }
            for problem in reading.problems
        ]
    return case


def at_pointer(value: Any, pointer: str) -> Any:
    """What a JSON Pointer leads to in a plain value."""
    for name in pointer.split("/")[1:]:
        value = value[int(name)] if isinstance(value, list) else value[name]
    return value


def scalars(value: Any, pointer: str = "") -> dict[str, Any]:
    """Every scalar in a plain value that is not null, by its JSON Pointer."""
    if isinstance(value, dict):
        return {k: v for name, child in value.items() for k, v in scalars(child, f"{pointer}/{name}").items()}
    if isinstance(value, list):
        return {k: v for place, child in enumerate(value) for k, v in scalars(child, f"{pointer}/{place}").items()}
    return {} if value is None else {pointer: value}
