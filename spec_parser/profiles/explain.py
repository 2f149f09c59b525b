"""Say in a person's words what is wrong with a broken profile, by the schema's description of the entry."""

from collections.abc import Callable, Mapping, Sequence
from difflib import get_close_matches

from spec_parser.profiles.faults import Fault, Schema, first_fault, shown

_EXPECTED = {"string": "a text", "array": "a list", "object": "a table"}
_FOUND = {str: "a text", bool: "true or false", int: "a number or date without quotes", list: "a list", dict: "a table"}


def explain(plain: Mapping[str, object]) -> str | None:
    """The first fault of a profile's tables, as `place: what is wrong; what to do`; None if the schema finds none."""
    fault = first_fault(plain)
    return None if fault is None else f"{fault.place}: {_SAYINGS[fault.rule](fault)}"


def _toml(value: object) -> str:
    """A text or list of texts as it is written in a profile: regular expressions between single quotes."""
    if isinstance(value, list):
        return f"[{', '.join(_toml(inner) for inner in value)}]"
    return f"'{value}'" if "\\" in str(value) else f'"{value}"'


def _example(schema: Schema, *, name: str = "") -> str:
    """What to do, by the first example of the schema; tables have their entries' examples instead."""
    example = schema["examples"][0]
    written = "a table" if isinstance(example, dict) else f"{_toml(example)} or the like"
    return f"{name} = {written}" if name and not isinstance(example, dict) else written


def _nearest(word: object, known: Sequence[str]) -> str:
    close = get_close_matches(str(word), known, n=1)
    return f'did you mean "{close[0]}"?' if close else f"known are {', '.join(known)}"


def _unknown(fault: Fault) -> str:
    return f"there is no such entry; {_nearest(fault.name, list(fault.schema['properties']))}"


def _missing(fault: Fault) -> str:
    return f"this entry is missing; add {_example(fault.schema['properties'][fault.name], name=fault.name)}"


def _type(fault: Fault) -> str:
    expected = _EXPECTED[fault.schema["type"]]
    return f"{expected} belongs here, not {_FOUND[type(fault.value)]}; write {_example(fault.schema)}"


def _choice(fault: Fault) -> str:
    return f"{shown(fault.value)} is none of the words allowed here; {_nearest(fault.value, fault.schema['enum'])}"


def _misfit(fault: Fault) -> str:
    described = fault.schema["description"].rstrip(".")
    return f"{shown(fault.name or fault.value)} does not fit here ({described}); write {_example(fault.schema)}"


def _empty(fault: Fault) -> str:
    return f"this is empty; write {_example(fault.schema)}"


def _repeated(fault: Fault) -> str:
    return f"the same stands here twice; each may stand once, as in {_example(fault.schema)}"


_SAYINGS: dict[str, Callable[[Fault], str]] = {
    "additionalProperties": _unknown,
    "required": _missing,
    "type": _type,
    "enum": _choice,
    "pattern": _misfit,
    "propertyNames": _misfit,
    "minItems": _empty,
    "minLength": _empty,
    "uniqueItems": _repeated,
}
