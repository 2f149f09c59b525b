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


def schema_text(name: str = JOB_CLASS) -> str:
    """The text of schemas/NAME.schema.json."""
    return (SCHEMAS / f"{name}.schema.json").read_text(encoding="utf-8")


@lru_cache(maxsize=4)
def validator(name: str = JOB_CLASS) -> "Draft202012Validator":
    """The fast validator of a schema."""
    from jsonschema_rs import Draft202012Validator

    return Draft202012Validator(json.loads(schema_text(name)))


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
