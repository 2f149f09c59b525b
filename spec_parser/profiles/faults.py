"""Find what is wrong with a broken profile, by the schema: which rule is broken, where, by what."""

import json
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import jsonschema_rs

from spec_parser.resources import SCHEMAS

Schema = Mapping[str, Any]
Step = str | int


class Fault(NamedTuple):
    """One thing that the schema finds wrong: the rule's name, the part of the schema it stands in, the value."""

    rule: str
    schema: Schema
    path: tuple[Step, ...]
    value: Any
    name: str
    """The entry that is missing, unknown or ill named; empty for other rules."""

    @property
    def place(self) -> str:
        """The entry at fault, as a person finds it."""
        return _place((*self.path, self.name) if self.name else self.path)


def first_fault(plain: Mapping[str, object]) -> Fault | None:
    """The first thing that the schema finds wrong with a profile's tables; None if it finds nothing.

    Misspelt entries come first, for what is missing is often what was misspelt; then the others by place.
    """
    schema = json.loads((SCHEMAS / "profile.schema.json").read_text(encoding="utf-8"))
    tables = _json(plain)
    errors = jsonschema_rs.Draft202012Validator(schema).iter_errors(tables)
    return min((_fault(error, schema, tables) for error in errors), key=_rank, default=None)


def shown(value: object) -> str:
    """A value as it may stand in one line: quoted, and cut if it is long."""
    text = str(value)
    return json.dumps(text if len(text) <= 60 else f"{text[:59]}…", ensure_ascii=False)


def _rank(fault: Fault) -> tuple[bool, list[str], str]:
    return fault.rule != "additionalProperties", [str(step) for step in fault.path], fault.rule


def _fault(error: jsonschema_rs.ValidationError, schema: Schema, tables: object) -> Fault:
    at = _at(schema, error.schema_path[:-1])
    path, value = _walk(tables, error.instance_path)
    return Fault(error.kind.name, at, path, value, _name(error.kind, at, value))


def _name(kind: jsonschema_rs.ValidationErrorKind, at: Schema, value: Any) -> str:
    if isinstance(kind, jsonschema_rs.ValidationErrorKind.Required):
        return str(kind.property)
    if isinstance(kind, jsonschema_rs.ValidationErrorKind.AdditionalProperties):
        return str(kind.unexpected[0])
    if isinstance(kind, jsonschema_rs.ValidationErrorKind.PropertyNames):
        # The validator names the table only; which of its names breaks the rule is found by the rule itself.
        rule = jsonschema_rs.Draft202012Validator(dict(at))
        return next(str(key) for key in value if not rule.is_valid(key))
    return ""


def _walk(tables: object, path: Sequence[Step]) -> tuple[tuple[Step, ...], Any]:
    """The path and the value there. The validator gives the key "2" of a table as the number 2: put right here."""
    at: Any = tables
    steps: list[Step] = []
    for step in path:
        steps.append(int(step) if isinstance(at, list) else str(step))
        at = at[steps[-1]]
    return tuple(steps), at


def _json(value: object) -> object:
    """TOML's values as JSON has them. No entry of a profile is a date or a number: one stands for the other."""
    if isinstance(value, dict):
        return {key: _json(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_json(inner) for inner in value]
    return value if isinstance(value, str | bool) else 0


def _at(schema: Schema, path: Sequence[Step]) -> Schema:
    """The part of the schema at that path."""
    at: Any = schema
    for step in path:
        at = at[step]
    return at if isinstance(at, Mapping) else {}


def _place(path: Sequence[Step]) -> str:
    """`headers[3].kind`; a key that is no plain word stands in quotes."""
    text = ""
    for step in path:
        if isinstance(step, int):
            text += f"[{step}]"
        else:
            text += ("." if text else "") + (step if step.replace("-", "_").isidentifier() else shown(step))
    return text or "the file"
