"""Records against the JSON Schema: jsonschema-rs where speed counts, jsonschema where a person reads the error."""

import json
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from spec_parser.errors import InvalidRecordError
from spec_parser.resources import SCHEMAS

if TYPE_CHECKING:
    from jsonschema_rs import Draft202012Validator

JOB_CLASS = "job-class"
REVISION = "class-revision"
# The places that spans of texts and web pages have: they are most of the spans that there are.
_SPAN_OF_TEXT = ("start", "end", "line", "bytes")


def schema_text(name: str = JOB_CLASS) -> str:
    """The text of schemas/NAME.schema.json."""
    return (SCHEMAS / f"{name}.schema.json").read_text(encoding="utf-8")


@lru_cache(maxsize=4)
def validator(name: str = JOB_CLASS) -> "Draft202012Validator":
    """The fast validator of a schema."""
    from jsonschema_rs import Draft202012Validator

    return Draft202012Validator(quicker(json.loads(schema_text(name))))


def quicker(schema: dict[str, Any]) -> dict[str, Any]:
    """A schema that exactly the same records satisfy, said so that a validator has less to look up.

    An object that must have all the properties that it may have has as many of them: counting is faster than looking
    for each. Only a span's may be missing, and of those in texts and pages it is always the same ones: whether a span
    is like that is asked first.
    """
    definitions = dict(schema.get("$defs", {}))
    span = definitions.get("Span")
    if span is not None:
        known = {name: span["properties"][name] for name in _SPAN_OF_TEXT}
        definitions["Span"] = {"anyOf": [_counted({**span, "properties": known, "required": [*known]}), span]}
    return {
        **_counted(schema),
        "$defs": {name: _counted(definition) for name, definition in definitions.items()},
    }


def _counted(schema: dict[str, Any]) -> dict[str, Any]:
    """The schema of an object, where that is the same with its properties counted instead of named as required."""
    known, required = schema.get("properties", {}), schema.get("required", ())
    if schema.get("additionalProperties") is not False or set(known) != set(required):
        return schema
    return {key: value for key, value in schema.items() if key != "required"} | {"minProperties": len(known)}


def check(plain: Any, name: str = JOB_CLASS) -> None:
    """Raise InvalidRecordError, naming the place and what is wrong, where a record does not satisfy the schema."""
    if not validator(name).is_valid(plain):
        lists = json.loads(json.dumps(plain))  # the validator for people takes no tuple for an array
        raise InvalidRecordError("; ".join(errors(lists, name)[:3]))


def errors(plain: Any, name: str = JOB_CLASS) -> list[str]:
    """What is wrong with a record: a line an error, each beginning with the place as a JSON Pointer."""
    from jsonschema import Draft202012Validator

    found = Draft202012Validator(json.loads(schema_text(name))).iter_errors(plain)
    return sorted(f"{_pointer(error.absolute_path)}: {error.message[:300]}" for error in found)


def _pointer(path: Any) -> str:
    return "".join(f"/{str(step).replace('~', '~0').replace('/', '~1')}" for step in path) or "/"
