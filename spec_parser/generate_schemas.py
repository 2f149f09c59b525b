"""Write schemas/job-class.schema.json from the model, its one definition: `python -m spec_parser.generate_schemas`."""

import json
from typing import Any

import msgspec

from spec_parser.model import SCHEMA_VERSION, JobClass
from spec_parser.resources import SCHEMAS


def job_class_schema() -> dict[str, Any]:
    """The JSON Schema of the record, as the model has it."""
    (reference,), definitions = msgspec.json.schema_components([JobClass], ref_template="#/$defs/{name}")
    own = definitions.pop(reference["$ref"].rpartition("/")[2])
    for definition in definitions.values():
        _without_null(definition)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:spec-parser:schema:job-class:{SCHEMA_VERSION}",
        **own,
        "$defs": dict(sorted(definitions.items())),
    }


def _without_null(definition: dict[str, Any]) -> None:
    """What a record leaves out where there is nothing to say (the places of a span) is never null in it."""
    for name, entry in definition.get("properties", {}).items():
        if name not in definition["required"]:
            (value,) = (kind for kind in entry.pop("anyOf") if kind != {"type": "null"})
            del entry["default"]
            entry.update(value)


def text(schema: dict[str, Any]) -> str:
    """A schema as the file has it."""
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    (SCHEMAS / "job-class.schema.json").write_text(text(job_class_schema()), encoding="utf-8")
